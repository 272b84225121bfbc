import type { Random } from '../seed/random.js';
import type { Population } from './population.js';

/** A cooperative's part of a request that is open: one of its managers may quote. */
export interface Opening {
  requestId: string;
  lineIds: string[];
  cooperative: number;
  closesAt: number;
}

/** A request with what was quoted for it. */
export interface Quoted {
  requestId: string;
  retailer: number;
  lineIds: string[];
  closesAt: number;
  quoteIds: string[];
}

/** What waits for whom, as those who are signed in would see it on their work lists. */
export class Market {
  readonly openings: Opening[] = [];
  private readonly requests = new Map<string, Quoted>();

  constructor(
    readonly population: Population,
    readonly random: Random,
  ) {}

  published(request: Omit<Quoted, 'quoteIds'>, invited: readonly number[]): void {
    this.requests.set(request.requestId, { ...request, quoteIds: [] });
    const { requestId, lineIds, closesAt } = request;
    this.openings.push(...invited.map((cooperative) => ({ requestId, lineIds, cooperative, closesAt })));
  }

  /** An invitation that still has time for a quote; it is taken off the list. */
  takeOpening(leastMs: number): Opening | null {
    const now = Date.now();
    for (let tries = this.openings.length; tries > 0; tries -= 1) {
      const opening = this.openings.shift();
      if (opening && opening.closesAt - now > leastMs) {
        return opening;
      }
    }
    return null;
  }

  quoted(requestId: string, quoteId: string): void {
    this.requests.get(requestId)?.quoteIds.push(quoteId);
  }

  /** A request that has closed with quotes; it is taken off the list. */
  takeClosed(): Quoted | null {
    for (const [id, request] of this.requests) {
      if (Date.now() > request.closesAt + 2_000) {
        this.requests.delete(id);
        if (request.quoteIds.length > 0) {
          return request;
        }
      }
    }
    return null;
  }
}

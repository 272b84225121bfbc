import { get } from 'node:http';
import type { Random } from '../seed/random.js';
import type { Measures } from './measures.js';
import type { User } from './population.js';

export interface Visit {
  /** Who makes it; anyone when null. */
  user: User | null;
  walk: (user: User) => Promise<void>;
}

/**
 * Lets visits begin at random moments, so many a second on average, whether those before have ended or not: a server that is slow
 * is not asked less.
 * @returns once all have ended
 */
export async function arrive(
  load: { perSecond: number; untilMs: number; users: readonly User[]; visit: () => Visit },
  random: Random,
  measures: Measures,
): Promise<void> {
  const under = new Set<Promise<void>>();
  for (let next = measures.elapsedMs; next < load.untilMs;) {
    next += (-Math.log(1 - random.next()) / load.perSecond) * 1_000;
    const wait = next - measures.elapsedMs;
    if (wait > 0) {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    const { user: chosen, walk } = load.visit();
    const user = chosen ?? load.users[random.whole(0, load.users.length - 1)];
    if (!user || user.busy) {
      measures.turnedAway += 1;
      continue;
    }
    user.busy = true;
    // What failed was noted where it was measured; the visit ends there, as it would for a person.
    const visit = walk(user)
      .catch(() => undefined)
      .finally(() => {
        user.busy = false;
        under.delete(visit);
      });
    under.add(visit);
  }
  await Promise.all(under);
}

/** Screens that are open: each holds a stream of live changes, and opens it again where the api has ended it in order. */
export class Screens {
  private readonly ends: (() => void)[] = [];
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly measures: Measures,
  ) {}

  open(cookie: string): void {
    if (this.closed) {
      return;
    }
    const at = this.measures.elapsedMs;
    const failed = (error: string): void => {
      if (!this.closed) {
        this.measures.calls.push({
          at,
          route: 'GET /v1/account/events',
          ms: this.measures.elapsedMs - at,
          error,
        });
      }
    };
    const request = get(`${this.url}/v1/account/events`, { headers: { cookie }, agent: false }, (answer) => {
      if (answer.statusCode !== 200) {
        failed(`answered ${answer.statusCode}`);
      }
      answer.on('data', (chunk: Buffer) => {
        this.measures.events += chunk.toString('utf8').split('event: change').length - 1;
      });
      answer.on('end', () => this.open(cookie));
      answer.on('error', (error) => failed(String(error)));
    });
    request.on('error', (error) => failed(String(error)));
    this.ends.push(() => request.destroy());
  }

  close(): void {
    this.closed = true;
    for (const end of this.ends) {
      end();
    }
  }
}

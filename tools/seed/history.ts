import type { Database, Handlers } from '#platform';
import { drainOutbox } from '../support/drain-outbox.js';
import type { DatabaseClock } from './clock.js';
import { minute, type Moment } from './plan/moments.js';

/**
 * Something that happens over months. Each step yields when the next one is to come, and then happens with the database's clock
 * at that moment. What would come after now does not happen: so there are open and waiting things of every kind.
 */
export type Story = AsyncGenerator<Moment, void, void>;

/** Shorter than what lies between a step and what another story makes of it. */
const aWhile = 50 * minute;

interface Waiting {
  at: Moment;
  order: number;
  story: Story;
}

/** Tells many stories at once, step by step in the order of their moments, and does meanwhile what the outbox promised. */
export class History {
  /** Latest first, so that the next is taken from the end. */
  private readonly waiting: Waiting[] = [];
  private told = 0;

  constructor(
    private readonly clock: DatabaseClock,
    private readonly database: Database,
    private readonly handlers: Handlers,
    readonly now: Moment,
  ) {}

  /** The moment that is being told. */
  get at(): Moment {
    return this.clock.at;
  }

  /** Adds a story; may be called while others are told. */
  async begin(story: Story): Promise<void> {
    await this.step(story, -Infinity);
  }

  /**
   * @param atOnce how many steps of different stories may happen side by side when they fall into the same while; with one alone,
   * the same seed gives the same numbers
   * @param say told about every thousandth step
   */
  async tell(atOnce: number, say: (at: Moment, steps: number) => void): Promise<void> {
    for (let steps = this.next(atOnce); steps[0]; steps = this.next(atOnce)) {
      const { at } = steps[0];
      await this.keepPromises(at);
      await this.clock.advance(at);
      await Promise.all(steps.map((one) => this.step(one.story, one.at)));
      const before = this.told;
      this.told += steps.length;
      if (Math.floor(this.told / 1_000) > Math.floor(before / 1_000)) {
        say(at, this.told);
      }
    }
    await this.keepPromises(this.now);
  }

  /** The next steps that do not depend on each other: no story here goes on from another's within a while. */
  private next(most: number): Waiting[] {
    const steps: Waiting[] = [];
    for (let one = this.waiting.at(-1); one && steps.length < most; one = this.waiting.at(-1)) {
      if (one.at > (steps[0] ?? one).at + aWhile) {
        break;
      }
      steps.push(one);
      this.waiting.pop();
    }
    return steps;
  }

  private async step(story: Story, at: Moment): Promise<void> {
    const { done, value } = await story.next();
    if (done || value > this.now) {
      return;
    }
    const entry = { at: Math.max(value, at), order: this.told, story };
    this.waiting.splice(this.placeOf(entry), 0, entry);
  }

  /** By halves: there are thousands of them. */
  private placeOf(entry: Waiting): number {
    let [from, to] = [0, this.waiting.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.waiting[middle]?.at ?? 0) > entry.at) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Deadlines, expiries and messages until a moment, each at its own. */
  private async keepPromises(until: Moment): Promise<void> {
    for (;;) {
      const next = await this.clock.nextPromise();
      if (next === null || next > until) {
        return;
      }
      await this.clock.advance(next);
      await drainOutbox(this.database, this.handlers, { atOnce: 6 });
    }
  }
}

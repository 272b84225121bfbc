import { Injectable } from '@nestjs/common';
import type { QueueName } from '../queue/queues.js';

/** A promise of the outbox as its handler gets it. */
export interface Delivery {
  /** The outbox message's id: the same each time it is delivered, so that twice gives the same as once. */
  messageId: string;
  type: string;
  payload: Readonly<Record<string, string | number | null>>;
  /** 1 on the first try. */
  attempt: number;
  /** Whether there is no further try after this one. */
  last: boolean;
}

/** Thrown by a handler where no further try would end otherwise: the delivery goes to the dead letters at once. */
export class PermanentFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PermanentFailure';
  }
}

export interface Handler {
  /** Which message it answers. */
  type: string;
  /** Its own name, part of the job's id: changing it delivers waiting messages anew. */
  name: string;
  queue: QueueName;
  /** How often it is tried before it goes to the dead letters: 10 times, which are about 9 minutes, when absent. */
  attempts?: number;
  handle: (delivery: Delivery) => Promise<void>;
}

/** Who does what for which message. Jobs modules enter their handlers when they start. */
@Injectable()
export class Handlers {
  private readonly byType = new Map<string, Handler[]>();
  private readonly byName = new Map<string, Handler>();

  on(handler: Handler): void {
    if (this.byName.has(handler.name)) {
      throw new Error(`Two handlers are named ${handler.name}`);
    }
    this.byName.set(handler.name, handler);
    this.byType.set(handler.type, [...(this.byType.get(handler.type) ?? []), handler]);
  }

  of(type: string): readonly Handler[] {
    return this.byType.get(type) ?? [];
  }

  named(name: string): Handler | undefined {
    return this.byName.get(name);
  }
}

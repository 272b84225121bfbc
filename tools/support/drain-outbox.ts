import { type Database, type Delivery, type Handlers, systemActor } from '#platform';

interface DueMessage {
  id: string;
  type: string;
  payload: Delivery['payload'];
}

/**
 * The relay and the queue in this process: what the outbox promised and is due by the database's clock is done now, by the real
 * handlers, until nothing is left.
 * @param options.atOnce how many messages are worked on at a time; one after the other by default
 * @returns what was done
 */
export async function drainOutbox(
  database: Database,
  handlers: Handlers,
  options: { tolerateFailures?: boolean; atOnce?: number } = {},
): Promise<Delivery[]> {
  const { tolerateFailures = false, atOnce = 1 } = options;
  const done: Delivery[] = [];
  for (;;) {
    const due = await database.inTransaction(systemActor('drain'), (tx) =>
      tx.query<DueMessage>(
        `update outbox_message set relayed_at = clock_timestamp()
          where id in (select id from outbox_message where relayed_at is null and available_at <= weftway_now() order by created_at)
          returning id, type, payload`,
      ),
    );
    if (due.length === 0) {
      return done;
    }
    const waiting = due.sort((left, right) => right.id.localeCompare(left.id));
    const work = async (): Promise<void> => {
      for (let message = waiting.pop(); message; message = waiting.pop()) {
        done.push(...(await deliver(message, handlers, tolerateFailures)));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }
}

async function deliver(
  message: DueMessage,
  handlers: Handlers,
  tolerateFailures: boolean,
): Promise<Delivery[]> {
  const done: Delivery[] = [];
  for (const handler of handlers.of(message.type)) {
    const { id: messageId, type, payload } = message;
    const delivery: Delivery = { messageId, type, payload, attempt: 1, last: false };
    try {
      await handler.handle(delivery);
      done.push(delivery);
    } catch (error) {
      if (!tolerateFailures) {
        throw error;
      }
    }
  }
  return done;
}

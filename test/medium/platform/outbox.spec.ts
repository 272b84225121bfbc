import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import {
  Database,
  type Delivery,
  Deliveries,
  Handlers,
  PermanentFailure,
  type PersonActor,
  Queues,
  Relay,
} from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { until } from '../../../tools/scenario/http-client.js';
import { newcomer, type Visitor } from '../identity/visitor.js';

interface DeadLetter {
  id: string;
  type: string;
  handler: string;
  queue: string;
  attempts: number;
  error: string;
}

describe('the outbox and its relay', () => {
  let context: TestContext;
  let actor: PersonActor;
  let administrator: Visitor;
  let relay: Relay;
  const deliveries: Delivery[] = [];
  let broken = false;
  beforeAll(async () => {
    context = await openTestContext();
    actor = await context.member(await context.organisation('retailer'), 'retailer', ['owner']);
    ({ visitor: administrator } = await newcomer(context, 'platform', ['administrator']));
    relay = context.job(Relay);
    context.job(Handlers).on({
      type: 'test.thing',
      name: 'test-do-thing',
      queue: 'maintenance',
      handle: async (delivery) => {
        deliveries.push(delivery);
        if (delivery.payload.what === 'hopeless') {
          throw new PermanentFailure('There is no kiln');
        }
        if (broken) {
          throw new Error(`The kiln is cold at try ${delivery.attempt}`);
        }
      },
    });
  });
  afterAll(async () => {
    await context.job(Deliveries).stop();
    await context.close();
  });

  const announce = async (
    what: string,
    options: { availableAt?: Date; fail?: boolean } = {},
  ): Promise<string> => {
    await context.get(Database).inTransaction(actor, async (tx) => {
      tx.announce({
        type: 'test.thing',
        payload: { what },
        ...(options.availableAt !== undefined && { availableAt: options.availableAt }),
      });
      if (options.fail) {
        await tx.flush();
        throw new Error('the change failed');
      }
    });
    const [row] = await context.peek<{ id: string }>(
      `select id from outbox_message where payload->>'what' = $1`,
      [what],
    );
    return row?.id ?? '';
  };
  const handled = (what: string): Delivery[] =>
    deliveries.filter((delivery) => delivery.payload.what === what);
  const deliveryOf = async (
    id: string,
  ): Promise<{ done: boolean; failed: boolean; attempts: number; error: string | null }> => {
    const [row] = await context.peek<{
      done: boolean;
      failed: boolean;
      attempts: number;
      error: string | null;
    }>(
      `select done_at is not null as done, failed_at is not null as failed, attempts, error from outbox_delivery where message_id = $1`,
      [id],
    );
    return row ?? { done: false, failed: false, attempts: 0, error: null };
  };
  const done = (id: string): Promise<true> =>
    until(`delivery of ${id}`, async () => ((await deliveryOf(id)).done ? true : null), 20);
  const queue = (): ReturnType<Queues['queue']> => context.job(Queues).queue('maintenance');
  /** Lets time pass for a job that waits for its next try, until it has failed for good. */
  const failForGood = (jobId: string): Promise<true> =>
    until(
      `the last try of ${jobId}`,
      async () => {
        const job = await queue().getJob(jobId);
        if (job && (await job.isDelayed())) {
          await job.promote().catch(() => undefined);
        }
        return job && (await job.isFailed()) ? true : null;
      },
      60,
    );
  const deadLetters = async (): Promise<DeadLetter[]> =>
    (await administrator.send<{ items: DeadLetter[] }>('GET', '/v1/admin/dead-letters')).body.items;

  it('forgets what was announced in a transaction that rolls back', async () => {
    await expect(announce('never', { fail: true })).rejects.toThrow('the change failed');
    await relay.relayWaiting();
    expect(await context.peek(`select id from outbox_message where payload->>'what' = 'never'`)).toEqual([]);
    expect(handled('never')).toEqual([]);
  });

  it('moves each message once, however many relays run', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, at) => announce(`many-${at}`)));
    const moved = await Promise.all([relay.relayWaiting(), relay.relayWaiting(), relay.relayWaiting()]);
    expect(moved.reduce((sum, one) => sum + one, 0)).toBe(12);
    const rows = await context.peek('select message_id from outbox_delivery where message_id = any($1)', [
      ids,
    ]);
    expect(rows).toHaveLength(12);
    expect(await relay.relayWaiting()).toBe(0);
    await context.job(Deliveries).start();
    await Promise.all(ids.map(done));
    expect(deliveries.filter((one) => String(one.payload.what).startsWith('many-'))).toHaveLength(12);
  });

  it('hands the handler the message’s id, so that it can do things once', async () => {
    const id = await announce('known');
    await relay.relayWaiting();
    await done(id);
    expect(handled('known')).toEqual([
      { messageId: id, type: 'test.thing', payload: { what: 'known' }, attempt: 1, last: false },
    ]);
  });

  it('runs a handler once when its job comes twice', async () => {
    const id = await announce('twice');
    await relay.relayWaiting();
    await done(id);
    const data = { messageId: id, handler: 'test-do-thing', type: 'test.thing', payload: { what: 'twice' } };
    await queue().addBulk([{ name: 'test.thing', data, opts: { jobId: `again-${id}` } }]);
    await until(
      'the second job',
      async () => ((await (await queue().getJob(`again-${id}`))?.isCompleted()) ? true : null),
      20,
    );
    expect(handled('twice')).toHaveLength(1);
  });

  it('runs no job whose promise the outbox does not know', async () => {
    const data = {
      messageId: uuidv7(),
      handler: 'test-do-thing',
      type: 'test.thing',
      payload: { what: 'forged' },
    };
    await queue().addBulk([{ name: 'test.thing', data, opts: { jobId: 'forged' } }]);
    await until(
      'the forged job',
      async () => ((await (await queue().getJob('forged'))?.isCompleted()) ? true : null),
      20,
    );
    expect(handled('forged')).toEqual([]);
  });

  it('waits until a message is due', async () => {
    const id = await announce('later', { availableAt: new Date(Date.now() + 3_600_000) });
    await relay.relayWaiting();
    const job = await queue().getJob(`${id}-test-do-thing`);
    expect(await job?.isDelayed()).toBe(true);
    expect(handled('later')).toEqual([]);
  });

  it('fills a queue that was lost from what is not done, and what is done stays done', async () => {
    await context.job(Deliveries).stop();
    const ids = [await announce('lost-1'), await announce('lost-2')];
    await relay.relayWaiting();
    for (const id of ids) {
      await (await queue().getJob(`${id}-test-do-thing`))?.remove();
    }
    expect(await queue().getJob(`${ids[0]}-test-do-thing`)).toBeFalsy();
    expect(await relay.refill()).toBe(0);
    await context.peek(
      `update outbox_delivery set queued_at = queued_at - interval '2 minutes' where done_at is null`,
    );
    // Only what is due: the one of an hour from now is still in its place.
    expect(await relay.refill()).toBe(2);
    expect(await relay.refill()).toBe(0);
    await context.job(Deliveries).start();
    await Promise.all(ids.map(done));
    expect([...handled('lost-1'), ...handled('lost-2')]).toHaveLength(2);
  });

  it('gives up at once what no further try would mend', async () => {
    const id = await announce('hopeless');
    await relay.relayWaiting();
    await until('the dead letter', async () => ((await deliveryOf(id)).failed ? true : null), 20);
    expect(handled('hopeless')).toHaveLength(1);
    expect(await deliveryOf(id)).toEqual({
      done: false,
      failed: true,
      attempts: 1,
      error: 'There is no kiln',
    });
    await context.peek('update outbox_delivery set done_at = clock_timestamp() where message_id = $1', [id]);
  });

  it('tries a failing handler ten times, shows it as a dead letter, and tries again when asked', async () => {
    broken = true;
    const id = await announce('failing');
    await relay.relayWaiting();
    await failForGood(`${id}-test-do-thing`);
    expect(handled('failing').map((one) => [one.attempt, one.last])).toEqual([
      ...Array.from({ length: 9 }, (_, at) => [at + 1, false]),
      [10, true],
    ]);
    expect(await deliveryOf(id)).toEqual({
      done: false,
      failed: true,
      attempts: 10,
      error: 'The kiln is cold at try 10',
    });
    expect(await deadLetters()).toEqual([
      expect.objectContaining({
        id,
        type: 'test.thing',
        handler: 'test-do-thing',
        queue: 'maintenance',
        attempts: 10,
        error: 'The kiln is cold at try 10',
      }),
    ]);
    // The refill leaves it alone.
    await context.peek(
      `update outbox_delivery set queued_at = queued_at - interval '1 hour' where message_id = $1`,
      [id],
    );
    expect(await relay.refill()).toBe(0);

    broken = false;
    const retry = `/v1/admin/dead-letters/${id}/test-do-thing/retry`;
    expect((await administrator.send('POST', retry)).status).toBe(204);
    await done(id);
    expect(handled('failing')).toHaveLength(11);
    expect(await deadLetters()).toEqual([]);
    const again = await administrator.send('POST', retry);
    expect([again.status, again.body.code]).toEqual([404, 'not_found']);
    const recorded = await context.peek(
      `select detail->>'handler' as handler from audit_entry where action = 'delivery.retried'`,
    );
    expect(recorded).toEqual([{ handler: 'test-do-thing' }]);
  });

  it('tries a dead letter again also when the queue has forgotten its job', async () => {
    broken = true;
    const id = await announce('forgotten');
    await relay.relayWaiting();
    await failForGood(`${id}-test-do-thing`);
    await (await queue().getJob(`${id}-test-do-thing`))?.remove();
    broken = false;
    expect(
      (await administrator.send('POST', `/v1/admin/dead-letters/${id}/test-do-thing/retry`)).status,
    ).toBe(204);
    expect(await relay.refill()).toBe(1);
    await done(id);
  });

  it('gives up on a failed job when an administrator says so, and on no other', async () => {
    broken = true;
    const id = await announce('given-up');
    await relay.relayWaiting();
    const discard = `/v1/admin/dead-letters/${id}/test-do-thing`;
    expect((await administrator.send('DELETE', discard)).status).toBe(404);
    await failForGood(`${id}-test-do-thing`);
    expect((await administrator.send('DELETE', discard)).status).toBe(204);
    broken = false;
    expect(await deadLetters()).toEqual([]);
    expect((await administrator.send('POST', `${discard}/retry`)).status).toBe(404);
    const recorded = await context.peek(
      `select subject_id = $1 as same from audit_entry where action = 'delivery.discarded'`,
      [id],
    );
    expect(recorded).toEqual([{ same: true }]);
    const loads = await administrator.send<{ items: { name: string }[] }>('GET', '/v1/admin/queues');
    expect(loads.body.items.map(({ name }) => name)).toContain('documents');
  });

  it('shows a job as a dead letter too when no handler has its name', async () => {
    const id = await announce('unknown');
    await relay.relayWaiting();
    await done(id);
    await context.peek(
      `update outbox_delivery set handler = 'test-of-yesterday', done_at = null where message_id = $1`,
      [id],
    );
    const data = {
      messageId: id,
      handler: 'test-of-yesterday',
      type: 'test.thing',
      payload: { what: 'unknown' },
    };
    await queue().addBulk([
      { name: 'test.thing', data, opts: { jobId: `${id}-test-of-yesterday`, attempts: 1 } },
    ]);
    await failForGood(`${id}-test-of-yesterday`);
    expect(await deadLetters()).toEqual([
      expect.objectContaining({
        id,
        handler: 'test-of-yesterday',
        error: expect.stringContaining('another version'),
      }),
    ]);
  });

  it('lets nobody but the administrator see or retry dead letters', async () => {
    const before = await context.peek('select * from outbox_delivery order by message_id, handler');
    for (const [kind, role] of [
      ['retailer', 'owner'],
      ['cooperative', 'manager'],
      ['assurance', 'lead'],
    ] as const) {
      const { visitor } = await newcomer(context, kind, [role]);
      expect((await visitor.send('GET', '/v1/admin/dead-letters')).status).toBe(403);
      expect(
        (await visitor.send('POST', `/v1/admin/dead-letters/${uuidv7()}/test-do-thing/retry`)).status,
      ).toBe(403);
    }
    const unknown = await administrator.send(
      'POST',
      `/v1/admin/dead-letters/${uuidv7()}/test-do-thing/retry`,
    );
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found']);
    expect(await context.peek('select * from outbox_delivery order by message_id, handler')).toEqual(before);
  });
});

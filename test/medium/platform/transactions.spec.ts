import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { Database, type PersonActor, sql } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';

describe('a transaction that ends at once', () => {
  let context: TestContext;
  let database: Database;
  let actor: PersonActor;
  beforeAll(async () => {
    context = await openTestContext();
    database = context.get(Database);
    actor = await context.member(await context.organisation('retailer'), 'retailer', ['owner']);
  });
  afterAll(() => context.close());

  const recorded = async (action: string): Promise<number> =>
    (await context.peek('select seq from audit_entry where action = $1', [action])).length;
  const note = (action: string): { action: string; subjectType: string; subjectId: string } => ({
    action,
    subjectType: 'test',
    subjectId: uuidv7(),
  });

  it('writes what was said and recorded, and answers what was asked beside it', async () => {
    const answer = await database.inTransactionAtOnce(actor, async (tx) => {
      tx.record(note('test.whole'));
      const [, row] = await Promise.all([
        tx.execute('update organisation set city = $2 where id = $1', [actor.organisationId, 'Bolgatanga']),
        tx.one<{ city: string }>('select city from organisation where id = $1', [actor.organisationId]),
        tx.endAtOnce(),
      ]);
      return row;
    });
    expect(answer).toEqual({ city: 'Bolgatanga' });
    expect(await recorded('test.whole')).toBe(1);
  });

  it.each([
    ['first', 'select 1 / 0', 'select 1'],
    ['last', 'select 1', 'select 1 / 0'],
  ])('keeps nothing where the %s statement fails', async (_, first, last) => {
    const failing = database.inTransactionAtOnce(actor, async (tx) => {
      tx.record(note('test.undone'));
      await Promise.all([
        tx.execute(first),
        tx.execute('update organisation set city = $2 where id = $1', [actor.organisationId, 'Nowhere']),
        tx.execute(last),
        tx.endAtOnce(),
      ]);
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await recorded('test.undone')).toBe(0);
    expect(
      await context.peek('select city from organisation where id = $1', [actor.organisationId]),
    ).not.toEqual([{ city: 'Nowhere' }]);
  });

  it('keeps nothing where what was recorded cannot be written', async () => {
    const failing = database.inTransactionAtOnce(actor, async (tx) => {
      tx.record({ ...note('test.foreign'), organisationId: uuidv7() });
      await Promise.all([
        tx.execute('update organisation set city = $2 where id = $1', [actor.organisationId, 'Nowhere']),
        tx.endAtOnce(),
      ]);
    });
    await expect(failing).rejects.toThrow('audit_of_another');
    expect(
      await context.peek('select city from organisation where id = $1', [actor.organisationId]),
    ).not.toEqual([{ city: 'Nowhere' }]);
  });

  it('tells where a failure was passed over', async () => {
    const failing = database.inTransactionAtOnce(actor, async (tx) => {
      await Promise.all([tx.execute('select 1 / 0').catch(() => 0), tx.endAtOnce()]);
    });
    await expect(failing).rejects.toThrow('The transaction was undone');
  });

  it('leaves a connection on which nothing of it remains', async () => {
    const [row] = await database.lookUp<{ organisation: string | null; inside: boolean }>(
      sql`select current_organisation()::text as organisation, pg_current_xact_id_if_assigned() is not null as inside`,
    );
    expect(row).toEqual({ organisation: null, inside: false });
  });

  it('waits for its answer where the answer is kept for an Idempotency-Key', async () => {
    const once = (): Promise<unknown> =>
      database.inTransactionAtOnce(
        { ...actor, idempotency: { key: 'once', bodyHash: 'b'.repeat(64) } },
        async (tx) => {
          tx.record(note('test.once'));
          const [row] = await Promise.all([
            tx.one<{ made: string }>('select gen_random_uuid() as made'),
            tx.endAtOnce(),
          ]);
          return row;
        },
      );
    const first = await once();
    expect(await once()).toEqual(first);
    expect(await recorded('test.once')).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { AuditLog, type AuditQuery, Database, type PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { newcomer, type Visitor } from '../identity/visitor.js';

interface State {
  whole: boolean;
  entries: number;
  head: string | null;
  brokenAt: number | null;
  reason: string | null;
}

describe('the audit log of an organisation', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const written = async (): Promise<{ actor: PersonActor; organisationId: string }> => {
    const organisationId = await context.organisation('retailer');
    const actor = await context.member(organisationId, 'retailer', ['owner']);
    for (let count = 1; count <= 5; count += 1) {
      await record(actor, `test.event_${count}`);
    }
    return { actor, organisationId };
  };
  const record = (actor: PersonActor, action: string): Promise<void> =>
    context.get(Database).inTransaction(actor, async (tx) => {
      tx.record({
        action,
        subjectType: 'test',
        subjectId: uuidv7(),
        from: 'a',
        to: 'b',
        detail: { figure: '1.50' },
      });
    });
  const breaks = (organisationId: string): Promise<unknown[]> =>
    context.peek('select seq::int, reason from audit_breaks($1)', [organisationId]);
  /** As whoever has the database itself: past the trigger that keeps entries as they are. */
  const tamper = async (sql: string, parameters: readonly unknown[]): Promise<void> => {
    await context.peek('alter table audit_entry disable trigger audit_entry_is_final');
    try {
      await context.peek(sql, parameters);
    } finally {
      await context.peek('alter table audit_entry enable trigger audit_entry_is_final');
    }
  };

  it('is a chain without gap that verifies', async () => {
    const { organisationId } = await written();
    const entries = await context.peek<{ seq: string; previous: string; hash: string }>(
      `select seq, encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash from audit_entry where organisation_id = $1 order by seq`,
      [organisationId],
    );
    expect(entries.map((entry) => entry.seq)).toEqual(['1', '2', '3', '4', '5']);
    expect(entries.map((entry) => entry.previous)).toEqual([
      '0'.repeat(64),
      ...entries.slice(0, 4).map((entry) => entry.hash),
    ]);
    expect(await breaks(organisationId)).toEqual([]);
  });

  it('is searched by what was done, by whom and when, newest first', async () => {
    const { actor, organisationId } = await written();
    const other = await context.member(organisationId, 'retailer', ['owner']);
    await record(other, 'test.event_2');
    const asked = async (query: AuditQuery): Promise<string[]> =>
      (await context.get(AuditLog).list(actor, query)).items.map(({ seq, action }) => `${seq} ${action}`);
    expect(await asked({ action: 'test.event_2' })).toEqual(['6 test.event_2', '2 test.event_2']);
    expect(await asked({ action: 'test.event_2', personId: other.personId })).toEqual(['6 test.event_2']);
    expect(await asked({ action: 'test.nothing' })).toEqual([]);
    const now = await context.peek<{ at: Date }>('select clock_timestamp() as at');
    const at = now[0]?.at.toISOString() ?? '';
    await record(actor, 'test.later');
    expect(await asked({ since: at })).toEqual(['7 test.later']);
    expect(await asked({ until: at, limit: 1 })).toEqual(['6 test.event_2']);
  });

  it('stays one chain when many write at once, and says in which order', async () => {
    const { actor, organisationId } = await written();
    await Promise.all(Array.from({ length: 25 }, (_, at) => record(actor, `test.burst_${at}`)));
    expect(await breaks(organisationId)).toEqual([]);
    const [row] = await context.peek(
      'select count(*)::int as n, max(seq)::int as last from audit_entry where organisation_id = $1',
      [organisationId],
    );
    expect(row).toEqual({ n: 30, last: 30 });
  });

  it('is written with the change or not at all', async () => {
    const { actor, organisationId } = await written();
    const failing = context.get(Database).inTransaction(actor, async (tx) => {
      tx.record({ action: 'test.undone', subjectType: 'test', subjectId: uuidv7() });
      await tx.flush();
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await breaks(organisationId)).toEqual([]);
    const rows = await context.peek(`select seq from audit_entry where action = 'test.undone'`);
    expect(rows).toEqual([]);
  });

  it.each([
    ['action', `action = 'test.other'`],
    ['person', 'person_id = null'],
    ['moment', `at = at + interval '1 microsecond'`],
    ['detail', `detail = '{"figure": "1.51"}'`],
    ['kind of actor', `actor_kind = 'system'`],
    ['state', `to_state = 'c'`],
    ['subject', 'subject_id = organisation_id'],
    ['request', `request_id = 'other'`],
  ])('shows that the %s of an entry was altered', async (_what, change) => {
    const { organisationId } = await written();
    await tamper(`update audit_entry set ${change} where organisation_id = $1 and seq = 3`, [organisationId]);
    expect(await breaks(organisationId)).toEqual([{ seq: 3, reason: 'content was altered' }]);
  });

  it('shows an alteration whose own hash was made to fit', async () => {
    const { organisationId } = await written();
    await tamper(`update audit_entry set action = 'test.other' where organisation_id = $1 and seq = 3`, [
      organisationId,
    ]);
    await tamper(
      `update audit_entry e set hash = sha256(e.previous_hash || convert_to(audit_entry_text(e), 'UTF8'))
        where organisation_id = $1 and seq = 3`,
      [organisationId],
    );
    expect(await breaks(organisationId)).toEqual([{ seq: 4, reason: 'the chain was cut here' }]);
  });

  it.each([
    ['the first', 1, { seq: 2, reason: 'an entry is missing before this one' }],
    ['one in the middle', 3, { seq: 4, reason: 'an entry is missing before this one' }],
    ['the newest', 5, { seq: 5, reason: 'the newest entries are missing' }],
  ])('shows that %s was deleted', async (_which, seq, found) => {
    const { organisationId } = await written();
    await tamper('delete from audit_entry where organisation_id = $1 and seq = $2', [organisationId, seq]);
    expect(await breaks(organisationId)).toEqual([found]);
  });

  it('shows that all were deleted', async () => {
    const { organisationId } = await written();
    await tamper('delete from audit_entry where organisation_id = $1', [organisationId]);
    expect(await breaks(organisationId)).toEqual([{ seq: 5, reason: 'the newest entries are missing' }]);
  });

  it.each([
    ['in place of the deleted newest one', 5],
    ['after a gap', 9],
  ])('shows an entry that was slipped in %s', async (_where, seq) => {
    const { organisationId } = await written();
    await tamper('delete from audit_entry where organisation_id = $1 and seq = $2', [organisationId, seq]);
    await tamper(
      `insert into audit_entry
       select organisation_id, $2, at, person_id, api_key_id, actor_kind, 'test.forged', subject_type, subject_id, from_state, to_state,
              detail, request_id, hash, hash from audit_entry where organisation_id = $1 and seq = 4`,
      [organisationId, seq],
    );
    await tamper(
      `update audit_entry e set hash = sha256(e.previous_hash || convert_to(audit_entry_text(e), 'UTF8'))
        where organisation_id = $1 and seq = $2`,
      [organisationId, seq],
    );
    expect(await breaks(organisationId)).toHaveLength(1);
  });

  it('shows an entry that was added past the newest, though it fits the chain', async () => {
    const { organisationId } = await written();
    await tamper(
      `insert into audit_entry
       select organisation_id, 6, at, person_id, api_key_id, actor_kind, 'test.forged', subject_type, subject_id, from_state, to_state,
              detail, request_id, hash, hash from audit_entry where organisation_id = $1 and seq = 5`,
      [organisationId],
    );
    await tamper(
      `update audit_entry e set hash = sha256(e.previous_hash || convert_to(audit_entry_text(e), 'UTF8'))
        where organisation_id = $1 and seq = 6`,
      [organisationId],
    );
    expect(await breaks(organisationId)).toEqual([{ seq: 6, reason: 'an entry was added past the newest' }]);
  });

  it('shows two entries that changed places', async () => {
    const { organisationId } = await written();
    await tamper(
      `update audit_entry e set action = o.action from audit_entry o
        where e.organisation_id = $1 and o.organisation_id = $1 and e.seq in (2, 4) and o.seq = 6 - e.seq`,
      [organisationId],
    );
    expect(await breaks(organisationId)).toEqual([{ seq: 2, reason: 'content was altered' }]);
  });

  it('says nothing of the chains of others', async () => {
    const broken = await written();
    const whole = await written();
    await tamper('delete from audit_entry where organisation_id = $1 and seq = 2', [broken.organisationId]);
    expect(await breaks(whole.organisationId)).toEqual([]);
    const seen = await context.asApp(whole.actor, 'select organisation_id from audit_breaks()');
    expect(seen).toEqual([]);
  });

  it('is verified by its owner over the API, with the head to note elsewhere', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const verify = async (by: Visitor): Promise<State> =>
      (await by.send<State>('GET', '/v1/account/audit-log/verification')).body;
    const state = await verify(owner.visitor);
    expect(state).toEqual({
      whole: true,
      entries: 1,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      brokenAt: null,
      reason: null,
    });
    await tamper(`update audit_entry set action = 'test.other' where organisation_id = $1 and seq = 1`, [
      owner.organisationId,
    ]);
    expect(await verify(owner.visitor)).toMatchObject({
      whole: false,
      brokenAt: 1,
      reason: 'content was altered',
    });
  });
});

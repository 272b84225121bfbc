import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Certificates, ConflictService } from '#compliance';
import { Database, type PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Cast, certifying, gather, report } from './certifying.js';

const code = (code: string): object => expect.objectContaining({ code });
/** A refusal that a trigger made: its code is the exception's message. */
const refusal = (message: string): object => expect.objectContaining({ message });

describe('a certificate', () => {
  let context: TestContext;
  let cast: Cast;
  let by: ReturnType<typeof certifying>;

  beforeAll(async () => {
    context = await openTestContext();
    cast = await gather(context);
    by = certifying(context, cast);
  });
  afterAll(() => context.close());

  const stored = async (id: string): Promise<object | undefined> =>
    (
      await context.peek(
        `select c.*, (select count(*) from certificate_decision d where d.certificate_id = c.id) as decisions,
                (select count(*) from certificate_finding f where f.certificate_id = c.id) as findings,
                (select count(*) from certificate_evidence e where e.certificate_id = c.id) as evidence,
                (select count(*) from audit_entry a where a.subject_id = c.id) as audited,
                (select count(*) from outbox_message m where m.payload->>'certificateId' = c.id::text) as announced
           from certificate c where c.id = $1`,
        [id],
      )
    )[0];
  /** The attempt is refused as said, and nothing is other than before. */
  const refused = async (id: string, attempt: () => Promise<unknown>, as: object): Promise<void> => {
    const before = await stored(id);
    await expect(attempt()).rejects.toEqual(as);
    expect(await stored(id)).toEqual(before);
  };

  it('is granted by two people, held from then on, and shown to anyone', async () => {
    const granted = await by.granted();
    const today = (await context.peek<{ day: string }>('select weftway_now()::date::text as day'))[0]?.day;
    expect(granted).toMatchObject({ state: 'granted', validFrom: today });
    expect(granted.reference).toMatch(/^C-\d{4}-\d{6}$/);

    const held = await context
      .get(Database)
      .read(cast.buyer, (tx) => context.get(Certificates).held(tx, [cast.cooperativeId], [cast.schemeId]));
    expect(held).toEqual([
      expect.objectContaining({
        id: granted.id,
        cooperativeId: cast.cooperativeId,
        schemeId: cast.schemeId,
        validFrom: today,
      }),
    ]);
    expect(
      await by.applications.check({ ...cast.buyer, kind: 'public', organisationId: null }, granted.reference),
    ).toEqual({
      reference: granted.reference,
      state: 'granted',
      scheme: 'SA8000 certification',
      cooperative: 'Kiondo Weavers',
      validFrom: today,
      validUntil: expect.any(String),
    });
    const audited = await context.peek<{ action: string }>(
      'select action from audit_entry where subject_id = $1 order by organisation_id = $2, seq',
      [granted.id, cast.assuranceId],
    );
    expect(audited.map((entry) => entry.action)).toEqual([
      'certificate.drafted',
      'certificate.evidence_added',
      'certificate.submitted',
      'certificate.taken_up',
      'certificate.propose_grant',
      'certificate.grant',
    ]);
  });

  it('is not granted by the one who proposed', async () => {
    const proposed = await by.proposed();
    await refused(
      proposed.id,
      () => by.decisions.confirm(cast.officer, proposed.id, proposed.version),
      code('proposer_cannot_confirm'),
    );
  });

  it('is not judged by someone of the cooperative, also one who left it', async () => {
    const taken = await by.inReview();
    const both = await context.member(cast.assuranceId, 'assurance', ['officer']);
    await context.member(cast.cooperativeId, 'cooperative', ['maker'], both.personId);
    const propose = (): Promise<unknown> =>
      by.decisions.propose(both, taken.id, taken.version, { verdict: 'grant' });
    await refused(taken.id, propose, code('judge_of_own_cooperative'));
    await context.peek(
      'update member set left_at = weftway_now() where organisation_id = $1 and person_id = $2',
      [cast.cooperativeId, both.personId],
    );
    await refused(taken.id, propose, code('judge_of_own_cooperative'));
  });

  it('is not judged by someone in conflict, in no step', async () => {
    const inConflict = await context.member(cast.assuranceId, 'assurance', ['lead']);
    await context
      .get(ConflictService)
      .declare(inConflict, { cooperativeId: cast.cooperativeId, reason: 'My sister founded it' });
    const taken = await by.inReview();
    const attempts = [
      () => by.reviews.note(inConflict, taken.id, [{ criterionCode: '1', verdict: 'met' }]),
      () => by.reviews.askForAction(inConflict, taken.id, taken.version, 'More'),
      () => by.decisions.propose(inConflict, taken.id, taken.version, { verdict: 'grant' }),
    ];
    for (const attempt of attempts) {
      await refused(taken.id, attempt, code('judge_in_conflict'));
    }
    const proposed = await by.decisions.propose(cast.officer, taken.id, taken.version, { verdict: 'grant' });
    await refused(
      taken.id,
      () => by.decisions.confirm(inConflict, taken.id, proposed.version),
      code('judge_in_conflict'),
    );
  });

  it('a conflict declared after the proposal stops the confirmation, and one after the grant no suspension', async () => {
    const late = await context.member(cast.assuranceId, 'assurance', ['officer']);
    const taken = await by.inReview();
    const proposed = await by.decisions.propose(late, taken.id, taken.version, { verdict: 'grant' });
    await context
      .get(ConflictService)
      .declare(late, { cooperativeId: cast.cooperativeId, reason: 'I joined its board' });
    await refused(
      taken.id,
      () => by.decisions.confirm(cast.lead, taken.id, proposed.version),
      refusal('judge_in_conflict'),
    );
    const back = await by.decisions.return(cast.lead, taken.id, proposed.version, 'Propose anew');
    const again = await by.decisions.propose(cast.officer, taken.id, back.version, { verdict: 'grant' });
    const granted = await by.decisions.confirm(cast.lead, taken.id, again.version);
    const moved = await context.member(cast.assuranceId, 'assurance', ['lead']);
    await context.peek(
      `insert into conflict_of_interest (person_id, cooperative_id, assurance_id, reason) values ($1, $2, $3, 'later')`,
      [moved.personId, cast.cooperativeId, cast.assuranceId],
    );
    expect(await by.decisions.suspend(cast.lead, taken.id, granted.version, 'Complaint')).toMatchObject({
      state: 'suspended',
    });
  });

  it('is not granted without evidence or against a finding', async () => {
    const made = await by.applications.draft(cast.manager, {
      schemeId: cast.schemeId,
      assuranceId: cast.assuranceId,
      scope: 'Nothing to show',
    });
    const sent = await by.applications.submit(cast.manager, made.id, made.version);
    const bare = await by.reviews.takeUp(cast.officer, sent.id, sent.version);
    await refused(
      bare.id,
      () => by.decisions.propose(cast.officer, bare.id, bare.version, { verdict: 'grant' }),
      code('evidence_missing'),
    );
    const taken = await by.inReview();
    const noted = await by.reviews.note(cast.officer, taken.id, [
      { criterionCode: '3', verdict: 'not_met', note: 'No exits' },
    ]);
    await refused(
      taken.id,
      () => by.decisions.propose(cast.officer, taken.id, noted.version, { verdict: 'grant' }),
      code('criterion_not_met'),
    );
    await refused(
      taken.id,
      () => by.decisions.propose(cast.officer, taken.id, noted.version, { verdict: 'refuse' }),
      code('invalid_input'),
    );
    const proposed = await by.decisions.propose(cast.officer, taken.id, noted.version, {
      verdict: 'refuse',
      reason: 'No exits',
    });
    expect(await by.decisions.confirm(cast.lead, taken.id, proposed.version)).toMatchObject({
      state: 'refused',
    });
    expect(await by.applications.byId(cast.manager, taken.id)).toMatchObject({
      findings: [{ criterionCode: '3', verdict: 'not_met' }],
      decisions: [{ act: 'refuse', reason: 'No exits' }],
    });
  });

  it('lets a finding be taken back, and never writes over what was not seen', async () => {
    const taken = await by.inReview();
    const note = (judge: PersonActor, verdict: 'met' | 'not_met' | null, replaces?: string | null) =>
      by.reviews.note(judge, taken.id, [{ criterionCode: '2', verdict, replaces }]);
    const noted = await note(cast.officer, 'met', null);
    const at = String(noted.findings[0]?.checkedAt);
    await refused(taken.id, () => note(cast.lead, 'not_met', null), code('finding_changed'));
    const changed = await note(cast.lead, 'not_met', at);
    expect(changed.findings).toMatchObject([{ criterionCode: '2', verdict: 'not_met' }]);
    await refused(taken.id, () => note(cast.officer, null, at), code('finding_changed'));
    const cleared = await note(cast.officer, null, String(changed.findings[0]?.checkedAt));
    expect(cleared.findings).toEqual([]);
    await refused(
      taken.id,
      () => note(cast.lead, 'met', String(changed.findings[0]?.checkedAt)),
      code('finding_changed'),
    );

    const again = await note(cast.officer, 'met', null);
    await by.decisions.propose(cast.officer, taken.id, again.version, { verdict: 'grant' });
    await refused(taken.id, () => note(cast.officer, null), code('findings_closed'));
    // The database holds it too, whoever asks.
    const inConflict = await context.member(cast.assuranceId, 'assurance', ['officer']);
    await context
      .get(ConflictService)
      .declare(inConflict, { cooperativeId: cast.cooperativeId, reason: 'My sister founded it' });
    const other = await by.inReview();
    await by.reviews.note(cast.officer, other.id, [{ criterionCode: '2', verdict: 'met' }]);
    for (const [judge, id] of [
      [cast.officer, taken.id],
      [inConflict, other.id],
    ] as const) {
      await expect(
        context
          .get(Database)
          .inTransaction(judge, (tx) =>
            tx.execute('delete from certificate_finding where certificate_id = $1', [id]),
          ),
      ).rejects.toThrow(/findings_closed|judge_in_conflict/);
    }
  });

  it('moves only from the state that was read', async () => {
    const taken = await by.inReview();
    await refused(
      taken.id,
      () => by.reviews.takeUp(cast.officer, taken.id, taken.version),
      code('wrong_state'),
    );
    await refused(
      taken.id,
      () => by.decisions.propose(cast.officer, taken.id, taken.version - 1, { verdict: 'grant' }),
      code('version_conflict'),
    );
    const outcomes = await Promise.allSettled(
      [cast.officer, cast.lead].map((judge) =>
        by.decisions.propose(judge, taken.id, taken.version, { verdict: 'grant' }),
      ),
    );
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('shows the cooperative findings when it is asked to act, and no names', async () => {
    const taken = await by.inReview();
    const noted = await by.reviews.note(cast.officer, taken.id, [
      { criterionCode: '7', verdict: 'partly_met', note: 'Overtime' },
    ]);
    expect(await by.applications.byId(cast.manager, taken.id)).toMatchObject({
      state: 'in_review',
      findings: [],
      decisions: [],
    });
    const asked = await by.reviews.askForAction(cast.officer, taken.id, noted.version, 'Show the hours');
    const seen = await by.applications.byId(cast.manager, taken.id);
    expect(seen).toMatchObject({
      state: 'action_required',
      findings: [{ criterionCode: '7', verdict: 'partly_met', note: 'Overtime' }],
      decisions: [{ act: 'ask_action', reason: 'Show the hours' }],
    });
    const answered = await by.applications.submit(cast.manager, taken.id, asked.version);
    expect(answered).toMatchObject({ state: 'in_review', findings: [] });
    const proposed = await by.decisions.propose(cast.officer, taken.id, answered.version, {
      verdict: 'grant',
      reason: 'Good now',
    });
    const waiting = await by.applications.byId(cast.manager, taken.id);
    expect(waiting).toMatchObject({ state: 'proposed', validFrom: null, validUntil: null });
    expect(JSON.stringify(waiting)).not.toContain(cast.officer.personId);
    expect(JSON.stringify(waiting)).not.toContain('Good now');
    expect(proposed.proposedBy).toMatchObject({ id: cast.officer.personId });
  });

  it('carries evidence until it is proposed, and keeps it afterwards', async () => {
    const draft = await by.draft();
    const first = (await by.applications.byId(cast.manager, draft.id)).evidence[0]?.fileId ?? '';
    const more = await by.evidence.add(cast.maker, draft.id, { ...report, fields: {} });
    expect(more.evidence).toHaveLength(2);
    await by.evidence.remove(cast.maker, draft.id, first);
    const { version, evidence } = await by.applications.byId(cast.manager, draft.id);
    expect(evidence).toHaveLength(1);
    await refused(
      draft.id,
      () => by.evidence.add(cast.manager, draft.id, { ...report, fields: { criterionCode: '99' } }),
      code('invalid_input'),
    );
    const sent = await by.applications.submit(cast.manager, draft.id, version);
    const kept = sent.evidence[0]?.fileId ?? '';
    await refused(draft.id, () => by.evidence.remove(cast.manager, draft.id, kept), code('evidence_closed'));
    const taken = await by.reviews.takeUp(cast.officer, draft.id, sent.version);
    await by.decisions.propose(cast.officer, draft.id, taken.version, { verdict: 'grant' });
    await refused(draft.id, () => by.evidence.add(cast.manager, draft.id, report), code('evidence_closed'));
  });

  it('is suspended, reinstated and withdrawn, and counts only while granted', async () => {
    const alone = await gather(context);
    const its = certifying(context, alone);
    const holds = async (): Promise<number> =>
      context
        .get(Database)
        .read(
          alone.buyer,
          async (tx) =>
            (await context.get(Certificates).held(tx, [alone.cooperativeId], [alone.schemeId])).length,
        );
    const granted = await its.granted();
    expect(await holds()).toBe(1);
    const suspended = await its.decisions.suspend(alone.lead, granted.id, granted.version, 'Complaint');
    expect(await holds()).toBe(0);
    const lifted = await its.decisions.reinstate(alone.lead, granted.id, suspended.version, 'Unfounded');
    expect(await holds()).toBe(1);
    await its.decisions.withdraw(alone.lead, granted.id, lifted.version, 'Closed down');
    expect(await holds()).toBe(0);
    expect(await its.applications.check(alone.buyer, granted.reference)).toMatchObject({
      state: 'withdrawn',
    });
    const announced = await context.peek<{ type: string }>(
      `select type from outbox_message where payload->>'certificateId' = $1 order by created_at, id`,
      [granted.id],
    );
    expect(announced.map((message) => message.type).sort()).toEqual([
      'certificate.decided',
      'certificate.decided',
      'certificate.decided',
      'certificate.expires',
      'certificate.submitted',
      'certificate.suspended',
    ]);
  });

  it('expires by its date at once and by the job for good', async () => {
    const alone = await gather(context);
    const its = certifying(context, alone);
    const taken = await its.inReview();
    const [term] = await context.peek<{ from: string; until: string }>(
      `select weftway_now()::date::text as "from", (weftway_now()::date + 2)::text as until`,
    );
    const proposed = await its.decisions.propose(alone.officer, taken.id, taken.version, {
      verdict: 'grant',
      validFrom: term?.from,
      validUntil: term?.until,
    });
    const granted = await its.decisions.confirm(alone.lead, taken.id, proposed.version);
    await context.advanceClock(72);
    try {
      expect(await its.applications.byId(alone.manager, granted.id)).toMatchObject({ state: 'expired' });
      expect((await its.applications.list(alone.manager, { state: 'expired' })).items).toHaveLength(1);
      expect((await its.reviews.queue(alone.lead, { state: 'granted' })).items).toHaveLength(0);
      expect((await its.reviews.queue(alone.lead, { state: 'expired' })).items).toHaveLength(1);
      await refused(
        granted.id,
        () => its.decisions.suspend(alone.lead, granted.id, granted.version, 'Too late'),
        code('wrong_state'),
      );
      await context.drain();
      expect(await stored(granted.id)).toMatchObject({ state: 'expired', version: granted.version + 1 });
      await context.drain();
      expect(await stored(granted.id)).toMatchObject({ state: 'expired', version: granted.version + 1 });
    } finally {
      await context.advanceClock(-72);
    }
  });

  describe('attacked past the services, as weftway_app', () => {
    it('is not granted by one person under two names', async () => {
      const proposed = await by.proposed();
      const grant =
        (as: PersonActor, decidedBy: string): (() => Promise<unknown>) =>
        () =>
          context.asApp(
            as,
            `update certificate set state = 'granted', decided_by = $2, decided_at = weftway_now() where id = $1`,
            [proposed.id, decidedBy],
          );
      await refused(proposed.id, grant(cast.officer, cast.officer.personId), refusalOfCheck());
      await refused(proposed.id, grant(cast.officer, cast.lead.personId), refusal('judge_not_acting'));
      await refused(
        proposed.id,
        () =>
          context.asApp(
            cast.lead,
            `update certificate set state = 'granted', proposed_by = $2, decided_by = $3 where id = $1`,
            [proposed.id, cast.lead.personId, cast.officer.personId],
          ),
        refusal('judge_not_acting'),
      );
    });

    it('is not granted, prolonged or sent on by its own cooperative', async () => {
      const proposed = await by.proposed();
      for (const set of [
        `state = 'granted', decided_by = '${cast.lead.personId}'`,
        `state = 'in_review'`,
        `scope = 'Everything'`,
        `valid_until = '2099-01-01'`,
        `proposed_verdict = 'refuse'`,
        `assurance_id = '${cast.otherLead.organisationId}'`,
      ]) {
        const before = await stored(proposed.id);
        await expect(
          context.asApp(cast.manager, `update certificate set ${set} where id = $1`, [proposed.id]),
        ).rejects.toBeInstanceOf(Error);
        expect(await stored(proposed.id)).toEqual(before);
      }
      const granted = await by.granted();
      await refused(
        granted.id,
        () =>
          context.asApp(cast.lead, `update certificate set valid_until = '2099-01-01' where id = $1`, [
            granted.id,
          ]),
        refusal('record_is_final'),
      );
    });

    it('does not begin granted, by nobody’s hand', async () => {
      const insert = `insert into certificate (id, reference, cooperative_id, assurance_id, scheme_id, state, scope, valid_from,
          valid_until, proposed_verdict, proposed_by, decided_by, created_by)
        values (gen_random_uuid(), $1, $2, $3, $4, 'granted', 'All', '2026-01-01', '2099-01-01', 'grant', $5, $6, $5)`;
      for (const actor of [cast.manager, cast.officer]) {
        await expect(
          context.asApp(actor, insert, [
            `C-0000-${actor.personId.slice(-6)}`,
            cast.cooperativeId,
            cast.assuranceId,
            cast.schemeId,
            cast.officer.personId,
            cast.lead.personId,
          ]),
        ).rejects.toBeInstanceOf(Error);
      }
      expect(await context.peek(`select id from certificate where reference like 'C-0000-%'`)).toEqual([]);
    });

    it('keeps decisions, findings and evidence as they were', async () => {
      const proposed = await by.proposed();
      await by.decisions.confirm(cast.lead, proposed.id, proposed.version);
      const file = (await by.applications.byId(cast.manager, proposed.id)).evidence[0]?.fileId;
      await refused(
        proposed.id,
        () =>
          context.asApp(
            cast.manager,
            'delete from certificate_evidence where certificate_id = $1 and file_id = $2',
            [proposed.id, file],
          ),
        refusal('evidence_closed'),
      );
      await refused(
        proposed.id,
        () =>
          context.asApp(
            cast.officer,
            `insert into certificate_finding (certificate_id, criterion_code, assurance_id, verdict, checked_by)
             values ($1, '1', $2, 'not_met', $3)`,
            [proposed.id, cast.assuranceId, cast.officer.personId],
          ),
        refusal('findings_closed'),
      );
      // Another body cannot hang a finding or a decision on it, nor take an officer’s case away by a conflict.
      for (const [sql, values] of [
        [
          `insert into certificate_finding (certificate_id, criterion_code, assurance_id, verdict, checked_by) values ($1, '2', $2, 'not_met', $3)`,
          [proposed.id, cast.otherLead.organisationId, cast.otherLead.personId],
        ],
        [
          `insert into certificate_decision (certificate_id, seq, cooperative_id, assurance_id, act, decided_by) values ($1, 99, $4, $2, 'withdraw', $3)`,
          [proposed.id, cast.otherLead.organisationId, cast.otherLead.personId, cast.cooperativeId],
        ],
        [
          `insert into conflict_of_interest (person_id, cooperative_id, assurance_id, reason) values ($3, $1, $2, 'not theirs to say')`,
          [cast.cooperativeId, cast.otherLead.organisationId, cast.officer.personId],
        ],
      ] as const) {
        await refused(proposed.id, () => context.asApp(cast.otherLead, sql, values), expect.any(Error));
      }
    });
  });

  describe('seen from elsewhere', () => {
    it('a draft is its cooperative’s alone, with its evidence', async () => {
      const draft = await by.draft();
      const file = (await by.applications.byId(cast.manager, draft.id)).evidence[0]?.fileId ?? '';
      await expect(by.reviews.byId(cast.lead, draft.id)).rejects.toEqual(code('not_found'));
      await expect(by.evidence.openReviewed(cast.lead, draft.id, file)).rejects.toEqual(code('not_found'));
      expect(await context.asApp(cast.lead, 'select id from certificate where id = $1', [draft.id])).toEqual(
        [],
      );
      expect(
        await context.asApp(cast.lead, 'select * from certificate_evidence where certificate_id = $1', [
          draft.id,
        ]),
      ).toEqual([]);
      expect(await context.asApp(cast.lead, 'select id from stored_file where id = $1', [file])).toEqual([]);
    });

    it('another cooperative, another body, a buyer and nobody see nothing, before and after the grant', async () => {
      const proposed = await by.proposed();
      const file = (await by.applications.byId(cast.manager, proposed.id)).evidence[0]?.fileId ?? '';
      const strangers = [cast.otherManager, cast.otherLead, cast.buyer, null];
      const nothing = async (): Promise<void> => {
        await expect(by.applications.byId(cast.otherManager, proposed.id)).rejects.toEqual(code('not_found'));
        await expect(by.evidence.openOwn(cast.otherManager, proposed.id, file)).rejects.toEqual(
          code('not_found'),
        );
        await expect(by.reviews.byId(cast.otherLead, proposed.id)).rejects.toEqual(code('not_found'));
        await expect(by.evidence.openReviewed(cast.otherLead, proposed.id, file)).rejects.toEqual(
          code('not_found'),
        );
        await expect(by.decisions.suspend(cast.otherLead, proposed.id, 1, 'Not mine')).rejects.toEqual(
          code('not_found'),
        );
        expect((await by.reviews.queue(cast.otherLead, {})).items).toEqual([]);
        expect((await by.reviews.expiries(cast.otherLead, { to: '2099-01-01' })).items).toEqual([]);
        expect((await by.reviews.expiryMonths(cast.otherLead)).items).toEqual([]);
        expect((await by.applications.list(cast.otherManager, {})).items).toEqual([]);
        for (const stranger of strangers) {
          for (const table of ['certificate_evidence', 'certificate_finding', 'certificate_decision']) {
            expect(
              await context.asApp(stranger, `select * from ${table} where certificate_id = $1`, [
                proposed.id,
              ]),
            ).toEqual([]);
          }
          expect(
            await context.asApp(stranger, 'select * from certificate where id = $1', [proposed.id]),
          ).toEqual([]);
          expect(await context.asApp(stranger, 'select * from stored_file where id = $1', [file])).toEqual(
            [],
          );
        }
      };
      await nothing();
      const { reference } = await by.decisions.confirm(cast.lead, proposed.id, proposed.version);
      await nothing();
      const [shown] = await context.asApp<object>(
        null,
        'select * from public_certificate where reference = $1',
        [reference],
      );
      expect(Object.keys(shown ?? {}).sort()).toEqual([
        'cooperative_id',
        'id',
        'reference',
        'scheme_id',
        'state',
        'valid_from',
        'valid_until',
      ]);
    });

    it('one that was never granted is unknown to anyone', async () => {
      const draft = await by.draft();
      const { reference } = await by.applications.byId(cast.manager, draft.id);
      expect(await by.applications.check(cast.buyer, reference)).toEqual({
        reference,
        state: 'unknown',
        scheme: null,
        cooperative: null,
        validFrom: null,
        validUntil: null,
      });
    });
  });

  it('waits in the queue, oldest first, page by page', async () => {
    const alone = await gather(context);
    const its = certifying(context, alone);
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const draft = await its.draft();
      ids.push((await its.applications.submit(alone.manager, draft.id, draft.version)).id);
    }
    const first = await its.reviews.queue(alone.officer, { limit: 2 });
    const second = await its.reviews.queue(alone.officer, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map((row) => row.id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    expect(
      (await its.reviews.queue(alone.officer, { search: 'kiondo', schemeId: alone.schemeId })).items,
    ).toHaveLength(3);
    expect((await its.reviews.queue(alone.officer, { search: 'nobody' })).items).toEqual([]);
    expect((await its.reviews.queue(alone.officer, { olderThanDays: 1 })).items).toEqual([]);
    expect((await its.reviews.queue(alone.officer, { state: 'in_review' })).items).toEqual([]);
  });
});

/** One person for both parts meets the table's own check. */
function refusalOfCheck(): object {
  return expect.objectContaining({ constraint: 'certificate_by_two' });
}

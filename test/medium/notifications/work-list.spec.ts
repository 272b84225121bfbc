import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkListService } from '#notifications';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Scene, setScene } from '../quoting/scene.js';

describe('a work list', () => {
  let context: TestContext;
  let scene: Scene;
  beforeAll(async () => {
    context = await openTestContext();
    scene = await setScene(context);
  });
  afterAll(() => context.close());

  const workOf = async (actor: PersonActor): Promise<[kind: string, id: string][]> =>
    (await context.get(WorkListService).of(actor)).items.map(({ kind, id }) => [kind, id]);

  it('follows a request from its invitation to its award, each step with whoever is to take it', async () => {
    const weavers = await scene.cooperative('Weavers');
    const stranger = await scene.cooperative('Stranger');
    const { requester, approver } = scene.buyer;
    const request = await scene.request([weavers], { hours: 48 });

    expect(await workOf(weavers)).toEqual([['request_to_answer', request.id]]);
    expect(await workOf(stranger)).toEqual([]);
    expect(await workOf(requester)).toEqual([]);

    const draft = await scene.services.quotes.save(weavers, request.id, null, scene.draft(request));
    expect(await workOf(weavers)).toEqual([['quote_to_send', request.id]]);
    const quote = await scene.services.submissions.submit(weavers, request.id, draft.version);
    expect(await workOf(weavers)).toEqual([]);

    await context.advanceClock(49);
    expect(await workOf(requester)).toEqual([['request_to_award', request.id]]);
    expect(await workOf(approver)).toEqual([]);

    const award = await scene.services.proposals.propose(
      requester,
      request.id,
      scene.allocate([request.lines.baskets, quote.id, '400']),
    );
    expect(await workOf(requester)).toEqual([['award_draft', request.id]]);
    await context.peek(`update award set needs_approval = true, state = 'awaiting_approval' where id = $1`, [
      award.id,
    ]);
    expect(await workOf(requester)).toEqual([]);
    expect(await workOf(approver)).toEqual([['award_to_approve', request.id]]);
  });

  it('puts what is due first before what is not, and that by what has waited longest', async () => {
    const weavers = await scene.cooperative('Second weavers');
    const later = await scene.request([weavers], { hours: 90 });
    const sooner = await scene.request([weavers], { hours: 30 });
    expect(await workOf(weavers)).toEqual([
      ['request_to_answer', sooner.id],
      ['request_to_answer', later.id],
    ]);
  });

  it('shows an administrator who wants in and what has failed', async () => {
    const platformId = await context.organisation('platform');
    const administrator = await context.member(platformId, 'platform', ['administrator']);
    const applicantId = await context.organisation('retailer', { name: 'Casa Lume' });
    await context.peek(`update organisation set state = 'applied', decided_at = null where id = $1`, [
      applicantId,
    ]);
    expect(await workOf(administrator)).toEqual([['organisation_to_admit', applicantId]]);
  });

  it('shows an officer what is to be reviewed, by someone who may', async () => {
    const weavers = await scene.cooperative('Third weavers');
    const [row] = await context.peek<{ id: string; assuranceId: string }>(
      `insert into certificate (id, reference, cooperative_id, assurance_id, scheme_id, state, scope, created_by)
       select gen_random_uuid(), 'C-2026-000077', cooperative_id, assurance_id, scheme_id, 'draft', 'All', created_by
         from certificate where cooperative_id = $1 returning id, assurance_id as "assuranceId"`,
      [weavers.organisationId],
    );
    await context.peek(
      `update certificate set state = 'submitted', submitted_at = weftway_now() where id = $1`,
      [row?.id],
    );
    const assuranceId = row?.assuranceId ?? '';
    const officer = await context.member(assuranceId, 'assurance', ['officer']);
    const inConflict = await context.member(assuranceId, 'assurance', ['officer']);
    await context.peek(
      `insert into conflict_of_interest (person_id, cooperative_id, assurance_id, reason) values ($1, $2, $3, 'Kin')`,
      [inConflict.personId, weavers.organisationId, assuranceId],
    );
    expect(await workOf(officer)).toEqual([['certificate_to_take_up', row?.id]]);
    expect(await workOf(inConflict)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { amend, everythingOf, type PublishedRequest, refusal, type Scene, setScene } from './scene.js';

let context: TestContext;
let scene: Scene;
let kiondo: PersonActor;
let rival: PersonActor;

beforeAll(async () => {
  context = await openTestContext();
  scene = await setScene(context);
  kiondo = await scene.cooperative('Kiondo Weavers');
  rival = await scene.cooperative('Rival Weavers');
});
afterAll(() => context.close());

/** A refusal that leaves everything as it was. */
async function refusedWithoutTrace(
  request: PublishedRequest,
  work: () => Promise<unknown>,
): Promise<Awaited<ReturnType<typeof refusal>>> {
  const before = await everythingOf(context, request.id);
  const refused = await refusal(work());
  expect(await everythingOf(context, request.id)).toEqual(before);
  return refused;
}

describe('writing a quote', () => {
  it('begins with a reference, totals what is asked, and is read back as it was sent', async () => {
    const request = await scene.request([kiondo]);
    const saved = await scene.services.quotes.save(kiondo, request.id, null, scene.draft(request));
    expect(saved).toMatchObject({ state: 'draft', revision: 0, submitted: null, stale: false, version: 1 });
    expect(saved.reference).toMatch(/^Q-\d{4}-\d{6}$/);
    // 400 baskets at the break's 4.75 and 50 mats at 12.
    expect(saved.draft).toMatchObject({ revision: 1, total: '2500.00', lineCount: 2 });
    expect(saved.draft?.lines[0]).toMatchObject({
      requestLineId: request.lines.baskets,
      asked: '400',
      quantity: '500',
      unitPrice: '5.2',
      minimumQuantity: '50',
      priceBaseQuantity: '1',
      priceBreaks: [{ fromQuantity: '300', unitPrice: '4.75' }],
      amount: '1900.00',
    });
    const listed = await scene.services.quotes.list(kiondo, { state: 'draft' });
    expect(listed.items[0]).toMatchObject({ id: saved.id, requestTitle: 'Autumn range' });
    expect((await scene.services.quotes.list(rival, {})).items).toEqual([]);
  });

  it('keeps every submitted revision, and the former stands until the new one is submitted', async () => {
    const request = await scene.request([kiondo]);
    const first = await scene.quoted(kiondo, request);
    expect(first).toMatchObject({ state: 'submitted', revision: 1, draft: null });
    expect(await refusal(scene.services.submissions.submit(kiondo, request.id, first.version))).toMatchObject(
      { code: 'nothing_to_submit' },
    );
    const second = await scene.services.quotes.save(
      kiondo,
      request.id,
      first.version,
      scene.draft(request, { terms: 'Second' }),
    );
    expect(second).toMatchObject({
      state: 'submitted',
      revision: 1,
      draft: { revision: 2 },
      submitted: { revision: 1, terms: 'Packed flat' },
    });
    const again = await scene.services.quotes.save(
      kiondo,
      request.id,
      second.version,
      scene.draft(request, { terms: 'Third thought' }),
    );
    expect(again.draft).toMatchObject({ revision: 2, terms: 'Third thought' });
    const submitted = await scene.services.submissions.submit(kiondo, request.id, again.version);
    expect(submitted).toMatchObject({ revision: 2, draft: null, submitted: { terms: 'Third thought' } });
    expect(
      (await scene.services.quotes.revisions(kiondo, request.id)).items.map((one) => [
        one.revision,
        one.terms,
      ]),
    ).toEqual([
      [2, 'Third thought'],
      [1, 'Packed flat'],
    ]);
    expect((await scene.services.quotes.revision(kiondo, request.id, 1)).lines).toHaveLength(2);
  });

  it('asks for the version as soon as there is one', async () => {
    const request = await scene.request([kiondo]);
    const saved = await scene.services.quotes.save(kiondo, request.id, null, scene.draft(request));
    expect(
      await refusedWithoutTrace(request, () =>
        scene.services.quotes.save(kiondo, request.id, null, scene.draft(request)),
      ),
    ).toMatchObject({ code: 'version_required' });
    expect(
      await refusedWithoutTrace(request, () =>
        scene.services.quotes.save(kiondo, request.id, 7, scene.draft(request)),
      ),
    ).toMatchObject({ code: 'version_conflict' });
    expect(
      await refusedWithoutTrace(request, () =>
        scene.services.submissions.submit(kiondo, request.id, saved.version + 1),
      ),
    ).toMatchObject({ code: 'version_conflict' });
  });

  it('is nothing yet while an invited cooperative has begun none', async () => {
    const request = await scene.request([kiondo]);
    expect(await scene.services.quotes.ofRequest(kiondo, request.id)).toBeNull();
  });

  it('is for who is invited: for others there is no such request', async () => {
    const request = await scene.request([kiondo]);
    expect(
      await refusedWithoutTrace(request, () =>
        scene.services.quotes.save(rival, request.id, null, scene.draft(request)),
      ),
    ).toMatchObject({ code: 'not_found' });
    expect(await refusal(scene.services.quotes.ofRequest(rival, request.id))).toMatchObject({
      code: 'not_found',
    });
    // Past the service, too.
    const forged = context.asApp(
      rival,
      `insert into quote (id, request_id, buyer_id, cooperative_id, reference, state, created_by)
       values (gen_random_uuid(), $1, $2, $3, 'Q-1', 'draft', $4)`,
      [request.id, scene.buyer.id, rival.organisationId, rival.personId],
    );
    expect(await refusal(forged)).toMatchObject({ code: 'not_found' });
  });

  it('refuses a currency without a rate by its name, and what breaks a rule by its place', async () => {
    const request = await scene.request([kiondo]);
    expect(
      await refusedWithoutTrace(request, () =>
        scene.services.quotes.save(kiondo, request.id, null, scene.draft(request, { currency: 'XOF' })),
      ),
    ).toMatchObject({ code: 'rate_unknown' });
    const line = {
      requestLineId: request.lines.mats,
      quantity: '10',
      unitPrice: '1',
      minimumQuantity: '11',
      leadTimeDays: 1,
    };
    const refused = await refusedWithoutTrace(request, () =>
      scene.services.quotes.save(kiondo, request.id, null, scene.draft(request, { lines: [line] })),
    );
    expect(refused).toMatchObject({
      code: 'invalid_input',
      errors: [{ pointer: '/lines/0/minimumQuantity', code: 'minimum_above_quantity' }],
    });
  });
});

describe('submitting', () => {
  it('wants at least a line, and every line in full where no part is welcome', async () => {
    const request = await scene.request([kiondo], { partialWelcome: false });
    const empty = await scene.services.quotes.save(
      kiondo,
      request.id,
      null,
      scene.draft(request, { lines: [] }),
    );
    expect(
      await refusedWithoutTrace(request, () =>
        scene.services.submissions.submit(kiondo, request.id, empty.version),
      ),
    ).toMatchObject({ code: 'quote_without_lines' });
    const part = scene.draft(request).lines.slice(0, 1);
    const saved = await scene.services.quotes.save(
      kiondo,
      request.id,
      empty.version,
      scene.draft(request, { lines: part }),
    );
    const refused = await refusedWithoutTrace(request, () =>
      scene.services.submissions.submit(kiondo, request.id, saved.version),
    );
    expect(refused).toMatchObject({
      code: 'partial_quote_not_welcome',
      errors: [{ detail: 'Line 2 asks for 50, not nothing.' }],
    });
  });

  it('on a former revision of the request is refused; a stale quote is confirmed as it is', async () => {
    const request = await scene.request([kiondo, rival]);
    const draft = await scene.services.quotes.save(kiondo, request.id, null, scene.draft(request));
    const quoted = await scene.quoted(rival, request);
    await amend(context, request);
    expect(
      await refusedWithoutTrace(request, () =>
        scene.services.submissions.submit(kiondo, request.id, draft.version),
      ),
    ).toMatchObject({ code: 'quote_on_former_revision' });
    expect(await scene.services.quotes.ofRequest(rival, request.id)).toMatchObject({
      stale: true,
      state: 'submitted',
    });
    const confirmed = await scene.services.submissions.submit(rival, request.id, quoted.version);
    expect(confirmed).toMatchObject({
      stale: false,
      revision: 2,
      submitted: { requestRevision: 2, total: '2500.00' },
    });
    expect(confirmed.submitted?.lines[0]?.priceBreaks).toHaveLength(1);
  });

  it('after a withdrawal is possible until the deadline', async () => {
    const request = await scene.request([kiondo]);
    const quoted = await scene.quoted(kiondo, request);
    const withdrawn = await scene.services.submissions.withdraw(kiondo, request.id, quoted.version);
    expect(withdrawn).toMatchObject({ state: 'withdrawn' });
    expect((await scene.services.comparisons.ofRequest(scene.buyer.requester, request.id)).quoteCount).toBe(
      0,
    );
    const back = await scene.services.submissions.submit(kiondo, request.id, withdrawn.version);
    expect(back).toMatchObject({ state: 'submitted', withdrawnAt: null, revision: 2 });
  });

  it('cannot be forged: a revision begins as a draft, and a quote stands on a submitted one', async () => {
    const request = await scene.request([kiondo]);
    const { id } = await scene.services.quotes.save(kiondo, request.id, null, scene.draft(request));
    const forged = (sql: string): Promise<{ code: string }> => refusal(context.asApp(kiondo, sql, [id]));
    expect(
      await forged(
        `insert into quote_revision select quote_id, 2, request_id, buyer_id, cooperative_id, request_revision, currency, valid_until, terms,
                created_at, submitted_by, weftway_now() from quote_revision where quote_id = $1`,
      ),
    ).toMatchObject({ code: 'wrong_state' });
    expect(await forged(`update quote set state = 'submitted', revision = 1 where id = $1`)).toMatchObject({
      code: 'wrong_state',
    });
    expect(await forged(`update quote set state = 'awarded' where id = $1`)).toMatchObject({
      code: 'wrong_state',
    });
  });
});

describe('what was submitted', () => {
  it('never changes, also not by plain SQL', async () => {
    const request = await scene.request([kiondo]);
    const first = await scene.quoted(kiondo, request);
    await scene.services.quotes.save(kiondo, request.id, first.version, scene.draft(request));
    for (const sql of [
      'update quote_line set unit_price = unit_price + 1 where quote_id = $1 and revision = 1',
      'delete from quote_line where quote_id = $1 and revision = 1',
      'delete from quote_price_break where quote_id = $1 and revision = 1',
      'update quote_price_break set unit_price = 1 where quote_id = $1 and revision = 1',
      // Out of what was submitted, into the draft.
      'update quote_price_break set revision = 2, from_quantity = 301 where quote_id = $1 and revision = 1',
      `insert into quote_price_break select quote_id, revision, request_line_id, request_id, buyer_id, cooperative_id, 450, 1
         from quote_line where quote_id = $1 and revision = 1`,
      `update quote_revision set terms = 'Other' where quote_id = $1 and revision = 1`,
      'update quote_revision set submitted_at = null where quote_id = $1 and revision = 1',
    ]) {
      const refused = await refusedWithoutTrace(request, () => context.asApp(kiondo, sql, [first.id]));
      expect([sql, refused.code]).toEqual([sql, 'record_is_final']);
    }
  });
});

describe('after the deadline', () => {
  it('nothing is written, submitted or withdrawn, by the service or past it', async () => {
    const late = await context.member(kiondo.organisationId, 'cooperative', ['manager']);
    const request = await scene.request([kiondo, rival], { hours: 1 });
    const draft = await scene.services.quotes.save(kiondo, request.id, null, scene.draft(request));
    const first = await scene.quoted(rival, request);
    const revised = await scene.services.quotes.save(
      rival,
      request.id,
      first.version,
      scene.draft(request, { terms: 'Late' }),
    );
    await context.advanceClock(2);
    expect(
      await refusedWithoutTrace(request, () =>
        scene.services.quotes.save(late, request.id, draft.version, scene.draft(request)),
      ),
    ).toMatchObject({ code: 'request_not_open' });
    expect(
      await refusedWithoutTrace(request, () =>
        scene.services.submissions.submit(kiondo, request.id, draft.version),
      ),
    ).toMatchObject({ code: 'request_not_open' });
    expect(
      await refusedWithoutTrace(request, () =>
        scene.services.submissions.withdraw(rival, request.id, revised.version),
      ),
    ).toMatchObject({ code: 'request_not_open' });
    for (const [actor, id, sql] of [
      [kiondo, draft.id, 'update quote_revision set submitted_at = weftway_now() where quote_id = $1'],
      [
        kiondo,
        draft.id,
        `update quote_revision set submitted_at = weftway_now() - interval '5 hours' where quote_id = $1`,
      ],
      [
        rival,
        first.id,
        'update quote_revision set submitted_at = weftway_now() where quote_id = $1 and revision = 2',
      ],
      [rival, first.id, `update quote set state = 'withdrawn' where id = $1`],
    ] as const) {
      const refused = await refusedWithoutTrace(request, () => context.asApp(actor, sql, [id]));
      expect([sql, refused.code]).toEqual([sql, 'request_not_open']);
    }
    expect(await scene.services.quotes.ofRequest(rival, request.id)).toMatchObject({
      state: 'submitted',
      revision: 1,
    });
  });

  it('a withdrawn quote does not come back, and a former revision does not either', async () => {
    const request = await scene.request([kiondo, rival], { hours: 1 });
    const quoted = await scene.quoted(kiondo, request);
    await scene.services.submissions.withdraw(kiondo, request.id, quoted.version);
    const first = await scene.quoted(rival, request);
    const saved = await scene.services.quotes.save(rival, request.id, first.version, scene.draft(request));
    await scene.services.submissions.submit(rival, request.id, saved.version);
    await context.advanceClock(2);
    expect(
      await refusedWithoutTrace(request, () =>
        context.asApp(kiondo, `update quote set state = 'submitted' where id = $1`, [quoted.id]),
      ),
    ).toMatchObject({ code: 'request_not_open' });
    expect(
      await refusedWithoutTrace(request, () =>
        context.asApp(rival, 'update quote set revision = 1 where id = $1', [first.id]),
      ),
    ).toMatchObject({ code: 'wrong_state' });
  });

  it('quotes lapse when the request ends without an award, once', async () => {
    const request = await scene.request([kiondo], { hours: 1 });
    const quoted = await scene.quoted(kiondo, request);
    await context.advanceClock(2);
    await context.peek(`update request set state = 'closed' where id = $1`, [request.id]);
    await context.peek(`update request set state = 'unawarded' where id = $1`, [request.id]);
    for (const messageId of ['first', 'again']) {
      await context.peek(
        `insert into outbox_message (id, type, payload, available_at) values (gen_random_uuid(), 'request.unawarded', $1, weftway_now())`,
        [JSON.stringify({ requestId: request.id, messageId })],
      );
      await context.drain({ tolerateFailures: true });
    }
    expect(await scene.services.quotes.ofRequest(kiondo, request.id)).toMatchObject({ state: 'lapsed' });
    const entries = await context.peek(
      `select from audit_entry where action = 'quote.lapsed' and subject_id = $1`,
      [quoted.id],
    );
    expect(entries).toHaveLength(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import type { AwardDraft, AwardView, SealedAward } from '#quoting';
import { openTestContext, type TestContext } from '../../support/context.js';
import { amend, everythingOf, type PublishedRequest, refusal, type Scene, setScene } from './scene.js';

let context: TestContext;
let scene: Scene;
let kiondo: PersonActor;
let sisal: PersonActor;
let uncertified: PersonActor;

beforeAll(async () => {
  context = await openTestContext();
  scene = await setScene(context);
  kiondo = await scene.cooperative('Kiondo Weavers');
  sisal = await scene.cooperative('Sisal Sisters');
  uncertified = await scene.cooperative('New Weavers', { certified: false });
});
afterAll(() => context.close());

interface Closed {
  request: PublishedRequest;
  quotes: { kiondo: string; sisal: string; uncertified: string };
}

/** A closed request with three quotes, one of them without the certificate. */
async function closed(
  options: Parameters<Scene['request']>[1] = {},
  before: (made: Closed) => Promise<void> = async () => {},
): Promise<Closed> {
  const request = await scene.request([kiondo, sisal, uncertified], { hours: 1, ...options });
  const quotes = {
    kiondo: (await scene.quoted(kiondo, request)).id,
    sisal: (
      await scene.quoted(sisal, request, {
        currency: 'KES',
        lines: [
          {
            requestLineId: request.lines.baskets,
            quantity: '200',
            unitPrice: '650',
            minimumQuantity: '20',
            leadTimeDays: 20,
          },
        ],
      })
    ).id,
    uncertified: (await scene.quoted(uncertified, request)).id,
  };
  await before({ request, quotes });
  await context.advanceClock(2);
  return { request, quotes };
}

const propose = (request: PublishedRequest, draft: AwardDraft): Promise<AwardView> =>
  scene.services.proposals.propose(scene.buyer.requester, request.id, draft);

function seal(awardId: string, version: number, approver: PersonActor | null = null): Promise<SealedAward> {
  return context.database.inTransaction(approver ?? scene.buyer.requester, (tx) =>
    scene.services.awards.seal(tx, awardId, version, { approvedBy: approver?.personId ?? null }),
  );
}

async function refusedWithoutTrace(
  request: PublishedRequest,
  work: () => Promise<unknown>,
): Promise<Awaited<ReturnType<typeof refusal>>> {
  const before = await everythingOf(context, request.id);
  const refused = await refusal(work());
  expect(await everythingOf(context, request.id)).toEqual(before);
  return refused;
}

/** An allocation as someone writes it who goes round the service; whatever is not given is as quoted. */
async function forgeAwardOf(
  request: PublishedRequest,
  quoteId: string,
  change: { quantity?: string; unitPrice?: string; cooperativeId?: string } = {},
): Promise<string> {
  const [award] = await context.asApp<{ id: string }>(
    scene.buyer.requester,
    `insert into award (id, request_id, buyer_id, state, currency, total_minor, needs_approval, proposed_by)
     values (gen_random_uuid(), $1, $2, 'draft', 'EUR', 1, false, $3) returning id`,
    [request.id, scene.buyer.id, scene.buyer.requester.personId],
  );
  const id = award?.id ?? '';
  await context.asApp(
    scene.buyer.requester,
    `insert into award_allocation (award_id, request_line_id, quote_id, quote_revision, request_id, buyer_id, cooperative_id, quantity,
            unit_price, price_base_quantity, currency, amount_minor)
     select $1, l.request_line_id, l.quote_id, l.revision, l.request_id, l.buyer_id, coalesce($4::uuid, l.cooperative_id), g.quantity, g.price,
            l.price_base_quantity, v.currency, line_amount_minor(g.quantity, g.price, l.price_base_quantity, v.currency)
       from quote_line l
       join quote_revision v on v.quote_id = l.quote_id and v.revision = l.revision
       cross join lateral (
         select coalesce($3::numeric, 100) as quantity,
                coalesce($5::numeric, (
                  select b.unit_price from quote_price_break b
                   where b.quote_id = l.quote_id and b.revision = l.revision and b.request_line_id = l.request_line_id
                     and b.from_quantity <= coalesce($3::numeric, 100) order by b.from_quantity desc limit 1), l.unit_price) as price) g
      where l.quote_id = $2 and l.request_line_id = $6`,
    [
      id,
      quoteId,
      change.quantity ?? null,
      change.cooperativeId ?? null,
      change.unitPrice ?? null,
      request.lines.baskets,
    ],
  );
  return id;
}

const confirmBySql = (awardId: string): Promise<unknown> =>
  context.asApp(
    scene.buyer.requester,
    `update award set state = 'confirmed', version = version + 1 where id = $1`,
    [awardId],
  );

describe('drafting an award', () => {
  it('prices by the break, converts, sums what is rounded, and is read back with names', async () => {
    const { request, quotes } = await closed();
    const award = await propose(
      request,
      scene.allocate(
        [request.lines.baskets, quotes.kiondo, '300'],
        [request.lines.baskets, quotes.sisal, '100'],
      ),
    );
    expect(award).toMatchObject({
      state: 'draft',
      currency: 'EUR',
      needsApproval: false,
      requestTitle: 'Autumn range',
      version: 1,
    });
    expect(award.allocations).toHaveLength(2);
    expect(award.allocations.find((one) => one.quoteId === quotes.kiondo)).toMatchObject({
      cooperative: 'Kiondo Weavers',
      position: 1,
      asked: '400',
      quantity: '300',
      unitPrice: '4.75',
      priceBreakFrom: '300',
      amount: '1425.00',
      currency: 'EUR',
    });
    expect(award.allocations.find((one) => one.quoteId === quotes.sisal)).toMatchObject({
      unitPrice: '650',
      priceBreakFrom: null,
      amount: '65000.00',
      currency: 'KES',
    });
    // 65,000 KES at 150 for 1 EUR are 433.33.
    expect(award.total).toBe('1858.33');
    expect(
      (await scene.services.proposals.list(scene.buyer.approver, { state: 'draft' })).items[0],
    ).toMatchObject({ id: award.id, total: '1858.33' });
    for (const [search, found] of [
      ['autumn', 1],
      [award.requestReference.slice(3), 1],
      ['spring', 0],
    ] as const) {
      const { items } = await scene.services.proposals.list(scene.buyer.approver, { state: 'draft', search });
      expect(items.filter(({ id }) => id === award.id)).toHaveLength(found);
    }
    expect(
      await refusedWithoutTrace(request, () =>
        propose(request, scene.allocate([request.lines.mats, quotes.kiondo, '50'])),
      ),
    ).toMatchObject({ code: 'award_in_progress' });

    const replaced = await scene.services.proposals.replace(
      scene.buyer.owner,
      award.id,
      award.version,
      scene.allocate([request.lines.mats, quotes.kiondo, '50']),
    );
    expect(replaced).toMatchObject({ total: '600.00', version: 2, proposedBy: scene.buyer.owner.personId });
    expect(replaced.allocations).toHaveLength(1);
    expect(
      await refusal(
        scene.services.proposals.replace(
          scene.buyer.owner,
          award.id,
          1,
          scene.allocate([request.lines.mats, quotes.kiondo, '50']),
        ),
      ),
    ).toMatchObject({ code: 'version_conflict' });
    // Whoever neither proposed nor approves cannot reject; the proposer can.
    expect(
      await refusal(scene.services.proposals.reject(scene.buyer.requester, award.id, 2, 'No')),
    ).toMatchObject({ code: 'not_permitted' });
    expect(
      await scene.services.proposals.reject(scene.buyer.owner, award.id, 2, 'Changed our mind'),
    ).toMatchObject({ state: 'rejected', rejectionReason: 'Changed our mind' });
  });

  it('names every broken rule by its place', async () => {
    const { request, quotes } = await closed();
    const refused = await refusedWithoutTrace(request, () =>
      propose(
        request,
        scene.allocate(
          [request.lines.baskets, quotes.kiondo, '501'],
          [request.lines.baskets, quotes.sisal, '19'],
          [request.lines.mats, quotes.sisal, '50'],
          [request.lines.mats, quotes.uncertified, '10'],
        ),
      ),
    );
    expect(refused.code).toBe('award_breaks_rules');
    expect(refused.errors.map((one) => [one.pointer, one.code])).toEqual([
      ['/allocations/0/quantity', 'award_above_quote'],
      ['/allocations/1/quantity', 'award_below_minimum'],
      ['/allocations/2/quoteId', 'line_not_quoted'],
      ['/allocations/1/quantity', 'award_above_request'],
      ['/allocations/3/quantity', 'award_above_request'],
      ['/allocations/3/quoteId', 'certificate_missing'],
    ]);
    expect(refused.errors.at(-1)?.detail).toBe(
      'New Weavers holds no valid certificate of Guarantee of Tests today.',
    );
    const single = await refusedWithoutTrace(request, () =>
      propose(request, scene.allocate([request.lines.baskets, quotes.uncertified, '100'])),
    );
    expect(single).toMatchObject({
      code: 'certificate_missing',
      errors: [{ pointer: '/allocations/0/quoteId' }],
    });
  });

  it('keeps to its own request, and other organisations find none of it', async () => {
    const one = await closed();
    const other = await closed();
    expect(
      await refusedWithoutTrace(one.request, () =>
        propose(one.request, scene.allocate([one.request.lines.baskets, other.quotes.kiondo, '100'])),
      ),
    ).toMatchObject({ code: 'not_of_this_request' });
    const award = await propose(
      one.request,
      scene.allocate([one.request.lines.baskets, one.quotes.kiondo, '100']),
    );
    const foreign = await context.member(await context.organisation('retailer'), 'retailer', ['owner']);
    expect(await refusal(scene.services.proposals.byId(foreign, award.id))).toMatchObject({
      code: 'not_found',
    });
    expect(
      await refusal(
        scene.services.proposals.propose(
          foreign,
          one.request.id,
          scene.allocate([one.request.lines.baskets, one.quotes.kiondo, '100']),
        ),
      ),
    ).toMatchObject({ code: 'not_found' });
    for (const actor of [foreign, kiondo]) {
      expect(await context.asApp(actor, 'select id from award')).toEqual([]);
      expect(await context.asApp(actor, 'select award_id from award_allocation')).toEqual([]);
    }
    // Nor can another retailer put an award of its own before this request.
    const forged = context.asApp(
      foreign,
      `insert into award (id, request_id, buyer_id, state, currency, total_minor, needs_approval, proposed_by)
       values (gen_random_uuid(), $1, $2, 'draft', 'EUR', 1, false, $3)`,
      [other.request.id, foreign.organisationId, foreign.personId],
    );
    expect(await refusal(forged)).toMatchObject({ code: 'not_found' });
  });
});

describe('confirming an award', () => {
  it('happens whole: quotes get their outcome, the others a reason, the request is awarded', async () => {
    const { request, quotes } = await closed();
    const award = await propose(
      request,
      scene.allocate(
        [request.lines.baskets, quotes.kiondo, '300'],
        [request.lines.baskets, quotes.sisal, '100'],
      ),
    );
    const sealed = await seal(award.id, award.version);
    expect(sealed).toMatchObject({ id: award.id, requestId: request.id });
    expect(sealed.suppliers).toHaveLength(2);
    expect(sealed.suppliers.find((one) => one.quoteId === quotes.kiondo)).toMatchObject({
      cooperativeId: kiondo.organisationId,
      quoteRevision: 1,
      currency: 'EUR',
      terms: 'Packed flat',
      certificates: [{ schemeId: scene.schemeId, scheme: 'Guarantee of Tests' }],
      lines: [
        {
          position: 1,
          description: 'Sisal basket',
          unitCode: 'C62',
          quantity: '300',
          unitPrice: '4.75',
          listUnitPrice: '5.2',
          priceBaseQuantity: '1',
          priceBreakFrom: '300',
          amountMinor: '142500',
          leadTimeDays: 40,
        },
      ],
    });
    expect(await context.peek('select state from request where id = $1', [request.id])).toEqual([
      { state: 'awarded' },
    ]);
    const states = await context.peek<{ id: string; state: string; decline_reason: string | null }>(
      'select id, state, decline_reason from quote where request_id = $1',
      [request.id],
    );
    expect(Object.fromEntries(states.map((one) => [one.id, one.state]))).toEqual({
      [quotes.kiondo]: 'partly_awarded',
      [quotes.sisal]: 'partly_awarded',
      [quotes.uncertified]: 'declined',
    });
    expect(states.find((one) => one.id === quotes.uncertified)?.decline_reason).toBe(
      'On the day of the award there was no valid certificate of Guarantee of Tests.',
    );
    expect(
      await context.peek(
        `select payload from outbox_message where type = 'quote.declined' and payload->>'quoteId' = $1`,
        [quotes.uncertified],
      ),
    ).toHaveLength(1);
    expect(
      await context.peek('select action from audit_entry where subject_id = $1 order by seq desc limit 1', [
        award.id,
      ]),
    ).toEqual([{ action: 'award.confirmed' }]);
    expect(await refusal(seal(award.id, award.version))).toMatchObject({ code: 'award_already_made' });
  });

  it('calls a quote awarded whose every line is taken as far as it was asked for', async () => {
    const { request, quotes } = await closed();
    const award = await propose(
      request,
      scene.allocate(
        [request.lines.baskets, quotes.kiondo, '400'],
        [request.lines.mats, quotes.kiondo, '50'],
      ),
    );
    await seal(award.id, award.version);
    expect(await context.peek('select state from quote where id = $1', [quotes.kiondo])).toEqual([
      { state: 'awarded' },
    ]);
    expect(await scene.services.quotes.ofRequest(sisal, request.id)).toMatchObject({
      state: 'declined',
      declineReason: 'The buyer chose other quotes.',
    });
  });

  it('asked for twice at once gives one award and one clear refusal', async () => {
    const { request, quotes } = await closed();
    const award = await propose(request, scene.allocate([request.lines.baskets, quotes.kiondo, '400']));
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => seal(award.id, award.version)));
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of results) {
      if (one.status === 'rejected') {
        expect((one.reason as { code: string }).code).toBe('award_already_made');
      }
    }
    expect(
      await context.peek(`select id from award where request_id = $1 and state = 'confirmed'`, [request.id]),
    ).toHaveLength(1);
    expect(
      await context.peek(`select from audit_entry where subject_id = $1 and action = 'award.confirmed'`, [
        award.id,
      ]),
    ).toHaveLength(1);
  });

  it('asks the certificate again on the day, however the award was drafted', async () => {
    const lapsed = await scene.cooperative('Lapsed Weavers');
    const request = await scene.request([lapsed], { hours: 1 });
    const quote = await scene.quoted(lapsed, request);
    await context.advanceClock(2);
    const award = await propose(request, scene.allocate([request.lines.baskets, quote.id, '400']));
    await scene.suspend(lapsed);
    const refused = await refusedWithoutTrace(request, () => seal(award.id, award.version));
    expect(refused).toMatchObject({
      code: 'certificate_missing',
      detail: 'Lapsed Weavers holds no valid certificate of Guarantee of Tests today.',
    });
    expect(await refusedWithoutTrace(request, () => confirmBySql(award.id))).toMatchObject({
      code: 'certificate_missing',
    });
  });

  it('refuses a quote that the request has left behind', async () => {
    const { request, quotes } = await closed({}, ({ request: open }) => amend(context, open));
    const refused = await refusedWithoutTrace(request, () =>
      propose(request, scene.allocate([request.lines.baskets, quotes.kiondo, '100'])),
    );
    expect(refused.code).toBe('quote_stale');
    const forged = await forgeAwardOf(request, quotes.kiondo);
    expect(await refusedWithoutTrace(request, () => confirmBySql(forged))).toMatchObject({
      code: 'quote_stale',
    });
  });
});

describe('above the limit', () => {
  /** 10,000 EUR is the limit; this is more. */
  async function dear(): Promise<{ request: PublishedRequest; award: AwardView }> {
    const request = await scene.request([kiondo], { hours: 1 });
    const quote = await scene.quoted(kiondo, request, {
      currency: 'KES',
      lines: [
        { requestLineId: request.lines.baskets, quantity: '400', unitPrice: '3750.75', leadTimeDays: 20 },
      ],
    });
    await context.advanceClock(2);
    return {
      request,
      award: await propose(request, scene.allocate([request.lines.baskets, quote.id, '400'])),
    };
  }

  it('an award waits for an approver who is not its proposer', async () => {
    const { request, award } = await dear();
    expect(award).toMatchObject({ needsApproval: true, total: '10002.00' });
    expect(await refusedWithoutTrace(request, () => seal(award.id, award.version))).toMatchObject({
      code: 'award_needs_approval',
    });
    const waiting = await scene.services.proposals.submit(scene.buyer.requester, award.id, award.version);
    expect(waiting).toMatchObject({ state: 'awaiting_approval' });
    expect(
      await context.peek(
        `select from outbox_message where type = 'award.approval_asked' and payload->>'awardId' = $1`,
        [award.id],
      ),
    ).toHaveLength(1);
    expect(
      await refusedWithoutTrace(request, () => seal(award.id, waiting.version, scene.buyer.requester)),
    ).toMatchObject({ code: 'approver_is_proposer' });
    expect(await refusedWithoutTrace(request, () => seal(award.id, waiting.version))).toMatchObject({
      code: 'wrong_state',
    });
    // Past the service: neither without approval, nor by the proposer, nor by changing who that was.
    expect(await refusedWithoutTrace(request, () => confirmBySql(award.id))).toMatchObject({ code: '23514' });
    for (const sql of [
      `update award set state = 'confirmed', approved_by = proposed_by where id = $1`,
      `update award set state = 'confirmed', needs_approval = false, approved_by = '${scene.buyer.requester.personId}' where id = $1`,
    ]) {
      expect(
        await refusedWithoutTrace(request, () => context.asApp(scene.buyer.requester, sql, [award.id])),
      ).toMatchObject({ code: '23514' });
    }
    expect(
      await refusedWithoutTrace(request, () =>
        context.asApp(
          scene.buyer.requester,
          `update award set proposed_by = gen_random_uuid() where id = $1`,
          [award.id],
        ),
      ),
    ).toMatchObject({ code: 'record_is_final' });
    await seal(award.id, waiting.version, scene.buyer.approver);
    expect(await scene.services.proposals.byId(scene.buyer.owner, award.id)).toMatchObject({
      state: 'confirmed',
      approvedBy: scene.buyer.approver.personId,
    });
  });

  it('an approver may reject, and the request can then be awarded differently', async () => {
    const { request, award } = await dear();
    const waiting = await scene.services.proposals.submit(scene.buyer.requester, award.id, award.version);
    expect(
      await scene.services.proposals.reject(scene.buyer.approver, award.id, waiting.version, 'Too dear'),
    ).toMatchObject({ state: 'rejected' });
    expect(await refusedWithoutTrace(request, () => seal(award.id, waiting.version + 1))).toMatchObject({
      code: 'wrong_state',
    });
    const [allocation] = award.allocations;
    const cheaper = await propose(
      request,
      scene.allocate([request.lines.baskets, allocation?.quoteId ?? '', '10']),
    );
    expect(cheaper.needsApproval).toBe(false);
    expect(
      await refusal(scene.services.proposals.submit(scene.buyer.requester, cheaper.id, cheaper.version)),
    ).toMatchObject({ code: 'approval_not_needed' });
    await seal(cheaper.id, cheaper.version);
  });
});

describe('round the service, by plain SQL as the application', () => {
  it.each([
    ['more than was offered', { quantity: '501' }, 'award_above_quote'],
    ['less than the minimum', { quantity: '49' }, 'award_below_minimum'],
    ['more than was asked', { quantity: '450' }, 'award_above_request'],
    ['another price', { unitPrice: '5.19' }, 'award_price_differs'],
    ['the price of a break that is not reached', { unitPrice: '4.75' }, 'award_price_differs'],
  ])('nothing is awarded with %s', async (_name, change, code) => {
    const { request, quotes } = await closed();
    const id = await forgeAwardOf(request, quotes.kiondo, change);
    expect(await refusedWithoutTrace(request, () => confirmBySql(id))).toMatchObject({ code });
  });

  it('nothing without the certificate, also under another cooperative’s name', async () => {
    const { request, quotes } = await closed();
    const id = await forgeAwardOf(request, quotes.uncertified);
    expect(await refusedWithoutTrace(request, () => confirmBySql(id))).toMatchObject({
      code: 'certificate_missing',
    });
    const again = await closed();
    expect(
      await refusal(
        forgeAwardOf(again.request, again.quotes.uncertified, { cooperativeId: kiondo.organisationId }),
      ),
    ).toMatchObject({ code: '23503' });
  });

  it('nothing twice, nothing decided changes, and nothing begins decided', async () => {
    const { request, quotes } = await closed();
    const award = await propose(request, scene.allocate([request.lines.baskets, quotes.kiondo, '100']));
    await seal(award.id, award.version);
    const asBuyer = (sql: string): Promise<unknown> => context.asApp(scene.buyer.owner, sql, [award.id]);
    for (const sql of [
      `update award set state = 'draft' where id = $1`,
      `update award set total_minor = 1 where id = $1`,
      'delete from award_allocation where award_id = $1',
    ]) {
      expect(['record_is_final', 'wrong_state']).toContain(
        (await refusedWithoutTrace(request, () => asBuyer(sql))).code,
      );
    }
    const second = context.asApp(
      scene.buyer.owner,
      `insert into award (id, request_id, buyer_id, state, currency, total_minor, needs_approval, proposed_by)
       values (gen_random_uuid(), $1, $2, 'confirmed', 'EUR', 1, false, $3)`,
      [request.id, scene.buyer.id, scene.buyer.owner.personId],
    );
    expect(await refusal(second)).toMatchObject({ code: 'wrong_state' });
    const late = await forgeAwardOf(request, quotes.kiondo);
    expect(await refusedWithoutTrace(request, () => confirmBySql(late))).toMatchObject({
      code: 'request_not_closed',
    });
  });
});

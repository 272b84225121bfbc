import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type PublishedRequest, refusal, type Scene, setScene } from './scene.js';

let context: TestContext;
let scene: Scene;
let kiondo: PersonActor;
let rival: PersonActor;
let stranger: PersonActor;
let otherBuyer: PersonActor;

// Prices that occur nowhere else, so that any trace of them is found.
const marked = ['73.1357', '71.9753', '313.5791'];
const markedDraft = (request: PublishedRequest): ReturnType<Scene['draft']> =>
  scene.draft(request, {
    terms: 'Terms 97531',
    lines: [
      {
        requestLineId: request.lines.baskets,
        quantity: '500',
        unitPrice: '73.1357',
        leadTimeDays: 40,
        priceBreaks: [{ fromQuantity: '300', unitPrice: '71.9753' }],
      },
      { requestLineId: request.lines.mats, quantity: '50', unitPrice: '313.5791', leadTimeDays: 30 },
    ],
  });
const priceTables = ['quote_revision', 'quote_line', 'quote_price_break'];

beforeAll(async () => {
  context = await openTestContext();
  scene = await setScene(context);
  kiondo = await scene.cooperative('Kiondo Weavers');
  rival = await scene.cooperative('Rival Weavers');
  stranger = await scene.cooperative('Strange Weavers');
  const other = await context.organisation('retailer');
  otherBuyer = await context.member(other, 'retailer', ['owner']);
});
afterAll(() => context.close());

async function rowsSeen(actor: PersonActor, requestId: string): Promise<Record<string, number>> {
  const counts = await Promise.all(
    ['quote', ...priceTables].map(
      async (table) =>
        [
          table,
          (await context.asApp(actor, `select * from ${table} where request_id = $1`, [requestId])).length,
        ] as const,
    ),
  );
  return Object.fromEntries(counts);
}

describe('a sealed request before its deadline', () => {
  it('shows its buyer who has quoted, and no price in any table or by any service', async () => {
    const request = await scene.request([kiondo, rival]);
    const quoted = await scene.services.quotes.save(kiondo, request.id, null, markedDraft(request));
    await scene.services.submissions.submit(kiondo, request.id, quoted.version);
    await scene.services.quotes.save(rival, request.id, null, markedDraft(request));

    for (const actor of [scene.buyer.requester, scene.buyer.owner]) {
      expect(await rowsSeen(actor, request.id)).toEqual({
        quote: 1,
        quote_revision: 0,
        quote_line: 0,
        quote_price_break: 0,
      });
      const visible = JSON.stringify(
        await context.asApp(actor, 'select * from quote where request_id = $1', [request.id]),
      );
      const comparison = await scene.services.comparisons.ofRequest(actor, request.id);
      expect(comparison).toMatchObject({
        sealed: true,
        state: 'open',
        quoteCount: 1,
        quotedBy: [{ cooperativeId: kiondo.organisationId, name: 'Kiondo Weavers' }],
        cooperatives: [],
        rates: [],
      });
      expect(comparison.lines.map((line) => [line.offers, line.bestQuoteId])).toEqual([
        [[], null],
        [[], null],
      ]);
      for (const trace of [...marked, 'Terms 97531']) {
        expect(visible + JSON.stringify(comparison)).not.toContain(trace);
      }
      expect(await refusal(scene.services.comparisons.workbook(actor, request.id))).toMatchObject({
        code: 'prices_are_sealed',
      });
      const early = await refusal(
        scene.services.proposals.propose(
          scene.buyer.requester,
          request.id,
          scene.allocate([request.lines.baskets, quoted.id, '400']),
        ),
      );
      expect(early).toMatchObject({ code: 'request_not_closed', errors: [] });
    }
    // Neither a count, nor an order, nor a guess tells it.
    for (const sql of [
      'select count(*)::int as n from quote_line where request_id = $1 and unit_price > 70',
      'select count(*)::int as n from quote_price_break where request_id = $1',
      'select count(*)::int as n from quote_revision where request_id = $1',
    ]) {
      expect(await context.asApp(scene.buyer.owner, sql, [request.id])).toEqual([{ n: 0 }]);
    }
  });

  it('tells nobody in what was promised or written down', async () => {
    const request = await scene.request([kiondo]);
    const saved = await scene.services.quotes.save(kiondo, request.id, null, markedDraft(request));
    await scene.services.submissions.submit(kiondo, request.id, saved.version);
    const written = JSON.stringify([
      await context.peek('select type, payload from outbox_message'),
      await context.peek('select action, detail from audit_entry'),
    ]);
    for (const trace of marked) {
      expect(written).not.toContain(trace);
    }
  });

  it('is a secret among cooperatives, and from other buyers, for good', async () => {
    const request = await scene.request([kiondo, rival], { hours: 1 });
    await scene.quoted(kiondo, request);
    const nothing = { quote: 0, quote_revision: 0, quote_line: 0, quote_price_break: 0 };
    for (const actor of [rival, stranger, otherBuyer]) {
      expect(await rowsSeen(actor, request.id)).toEqual(nothing);
    }
    expect(await refusal(scene.services.comparisons.ofRequest(otherBuyer, request.id))).toMatchObject({
      code: 'not_found',
    });
    expect(await refusal(scene.services.quotes.revisions(rival, request.id))).toMatchObject({
      code: 'not_found',
    });
    await context.advanceClock(2);
    for (const actor of [rival, stranger, otherBuyer]) {
      expect(await rowsSeen(actor, request.id)).toEqual(nothing);
    }
    expect(
      (await scene.services.comparisons.ofRequest(scene.buyer.requester, request.id)).cooperatives,
    ).toHaveLength(1);
  });
});

describe('at the deadline', () => {
  it('prices open for the buyer by the clock alone, of what was submitted only', async () => {
    const request = await scene.request([kiondo, rival], { hours: 1 });
    await scene.quoted(kiondo, request);
    await scene.services.quotes.save(rival, request.id, null, markedDraft(request));
    await context.advanceClock(2);
    expect(await rowsSeen(scene.buyer.requester, request.id)).toEqual({
      quote: 1,
      quote_revision: 1,
      quote_line: 2,
      quote_price_break: 1,
    });
    const comparison = await scene.services.comparisons.ofRequest(scene.buyer.requester, request.id);
    expect(comparison).toMatchObject({ sealed: false, state: 'closed', quoteCount: 1 });
    expect(comparison.cooperatives).toMatchObject([
      { name: 'Kiondo Weavers', convertedTotal: '2500.00', linesInFull: 2, missing: [] },
    ]);
    expect(comparison.lines[0]?.offers[0]).toMatchObject({
      unitPrice: '4.75',
      priceBreakFrom: '300',
      amount: '1900.00',
      best: true,
    });
    const file = await scene.services.comparisons.workbook(scene.buyer.requester, request.id);
    expect(file.name).toMatch(/^comparison-SR-.*\.xlsx$/);
    expect(file.content.subarray(0, 2).toString()).toBe('PK');
  });

  it('never of a request that was cancelled', async () => {
    const request = await scene.request([kiondo], { hours: 1 });
    await scene.quoted(kiondo, request);
    await context.peek(`update request set state = 'cancelled' where id = $1`, [request.id]);
    await context.advanceClock(2);
    expect(await rowsSeen(scene.buyer.requester, request.id)).toMatchObject({
      quote_revision: 0,
      quote_line: 0,
      quote_price_break: 0,
    });
    expect(await scene.services.comparisons.ofRequest(scene.buyer.requester, request.id)).toMatchObject({
      sealed: true,
      cooperatives: [],
    });
  });
});

describe('a request that is not sealed', () => {
  it('shows its buyer what is submitted while it is open, in the request’s currency', async () => {
    const request = await scene.request([kiondo, rival], { sealed: false });
    await scene.quoted(kiondo, request);
    await scene.quoted(rival, request, {
      currency: 'KES',
      lines: [{ requestLineId: request.lines.baskets, quantity: '100', unitPrice: '700', leadTimeDays: 10 }],
    });
    const comparison = await scene.services.comparisons.ofRequest(scene.buyer.requester, request.id);
    expect(comparison).toMatchObject({ sealed: false, state: 'open', quoteCount: 2 });
    // 70,000 KES at 150 for 1 EUR.
    expect(comparison.cooperatives[1]).toMatchObject({
      total: '70000.00',
      convertedTotal: '466.67',
      currency: 'KES',
      linesQuoted: 1,
      linesInFull: 0,
    });
    expect(comparison.rates).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          currency: 'KES',
          perEuro: '150',
          day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        }),
      ]),
    );
    // 4.667 EUR apiece beats 4.75.
    expect(comparison.lines[0]?.offers.map((offer) => [offer.cooperativeId, offer.best])).toEqual([
      [rival.organisationId, true],
      [kiondo.organisationId, false],
    ]);
  });
});

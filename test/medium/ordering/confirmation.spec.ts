import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { refusal } from '../quoting/scene.js';
import { type Awarding, everythingOrdered, prepareAwards } from './awarding.js';

/** The year by the database's clock, which tests move ahead. */
async function yearOf(context: TestContext): Promise<number> {
  const [row] = await context.peek<{ year: number }>(
    `select extract(year from weftway_now() at time zone 'utc')::int as year`,
  );
  return row?.year ?? 0;
}

describe('confirming an award', () => {
  let context: TestContext;
  let by: Awarding;
  beforeAll(async () => {
    context = await openTestContext();
    by = await prepareAwards(context);
  });
  afterAll(() => context.close());

  it('issues one order for each cooperative, with all that it needs', async () => {
    const award = await by.draftedOne();
    const { awardId, orders } = await by.ordering.confirmAward(
      by.scene.buyer.requester,
      award.id,
      award.version,
    );
    const year = await yearOf(context);
    expect(awardId).toBe(award.id);
    expect(orders.map(({ id: _id, cooperativeId: _cooperativeId, ...order }) => order)).toEqual([
      // 100 baskets at the list price and 50 mats; 300 baskets at the price of their break.
      { reference: `PO-${year}-000001`, cooperative: 'Plaiters of Bhuj', currency: 'USD', total: '1120.00' },
      {
        reference: `PO-${year}-000002`,
        cooperative: 'Weavers of Machakos',
        currency: 'EUR',
        total: '1425.00',
      },
    ]);
    const plaited = await by.orders.byId(by.scene.buyer.requester, 'buyer', orders[0]?.id ?? '');
    expect(plaited).toMatchObject({
      state: 'issued',
      revision: 1,
      title: 'Autumn range',
      terms: null,
      total: '1120.00',
      advance: '0.00',
      incoterm: 'FCA',
      incotermPlace: 'Mombasa',
      version: 1,
      deliverTo: { name: 'Warehouse', country: 'NL' },
      buyer: { id: by.scene.buyer.id, name: 'Hearth and Hall' },
      cooperative: { id: by.plaiters.organisationId, name: 'Plaiters of Bhuj' },
      lines: [
        {
          position: 1,
          description: 'Sisal basket',
          quantity: '100',
          unitPrice: '5.2',
          priceBreakFrom: null,
          amount: '520.00',
        },
        { position: 2, description: 'Mat', quantity: '50', unitPrice: '12', amount: '600.00' },
      ],
      documents: [
        { kind: 'pdf', revision: 1, state: 'pending', sha256: null },
        { kind: 'ubl', revision: 1, state: 'pending', sha256: null },
      ],
    });
    expect(plaited.certificates).toHaveLength(1);
    expect(plaited.verifyUrl).toMatch(/^http:\/\/127\.0\.0\.1:3000\/verify\/po\/[A-Za-z0-9_-]{24}$/);
    const woven = await by.orders.byId(by.weavers, 'cooperative', orders[1]?.id ?? '');
    expect(woven.lines).toMatchObject([
      { position: 1, unitPrice: '4.75', listUnitPrice: '5.2', priceBreakFrom: '300' },
    ]);
    expect(woven.terms).toBe('Packed flat');

    const promised = await context.peek<{ payload: { orderId: string } }>(
      `select payload from outbox_message where type = 'order.issued'`,
    );
    expect(promised.map((row) => row.payload.orderId).sort()).toEqual(orders.map((order) => order.id).sort());
    const recorded = await context.peek<{ to_state: string }>(
      `select to_state from audit_entry where action = 'order.issued'`,
    );
    expect(recorded).toEqual([{ to_state: 'issued' }, { to_state: 'issued' }]);
  });

  it('happens once when two people confirm at the same moment', async () => {
    const award = await by.draftedOne();
    const { requester, owner } = by.scene.buyer;
    const outcomes = await Promise.allSettled([
      by.ordering.confirmAward(requester, award.id, award.version),
      by.ordering.confirmAward(owner, award.id, award.version),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = await refusal(
      Promise.reject(
        outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []))[0],
      ),
    );
    expect(['award_already_made', 'request_not_closed', 'wrong_state']).toContain(refused.code);
    expect(refused.detail).toMatch(/awarded/);
    const stored = await context.peek('select id from purchase_order where award_id = $1', [award.id]);
    expect(stored).toHaveLength(2);
    // And once more, later.
    const before = await everythingOrdered(context);
    await refusal(by.ordering.confirmAward(requester, award.id, award.version + 1));
    expect(await everythingOrdered(context)).toEqual(before);
  });

  it.each([
    ['the last order document', 'order_document'],
    ['the audit log', 'audit_entry'],
    ['the outbox', 'outbox_message'],
  ])('leaves nothing when %s fails, and its numbers are given to the next', async (_what, table) => {
    const award = await by.draftedOne();
    const before = await everythingOrdered(context);
    await context.peek(
      `create function fail_for_test() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;`,
    );
    await context.peek(
      `create trigger fail_for_test before insert on ${table} for each statement execute function fail_for_test()`,
    );
    try {
      await expect(
        by.ordering.confirmAward(by.scene.buyer.requester, award.id, award.version),
      ).rejects.toThrow('the disk is full');
    } finally {
      await context.peek('drop function fail_for_test() cascade');
    }
    expect(await everythingOrdered(context)).toEqual(before);
    const { orders } = await by.ordering.confirmAward(by.scene.buyer.requester, award.id, award.version);
    expect(orders).toHaveLength(2);
    const gaps = await context.peek(
      'select number from (select number, row_number() over (partition by year order by number) as place from purchase_order) o where number <> place',
    );
    expect(gaps).toEqual([]);
  });

  it('is refused when a certificate was suspended since, and nothing changes', async () => {
    const award = await by.draftedOne();
    const held = await context.peek<{ id: string }>(
      `select id from certificate where cooperative_id = $1 and state = 'granted'`,
      [by.weavers.organisationId],
    );
    await by.scene.suspend(by.weavers);
    const before = await everythingOrdered(context);
    const refused = await refusal(
      by.ordering.confirmAward(by.scene.buyer.requester, award.id, award.version),
    );
    expect(refused.code).toBe('certificate_missing');
    expect(await everythingOrdered(context)).toEqual(before);
    await context.peek(
      `update certificate set state = 'granted', suspended_at = null, suspension_reason = null where id = $1`,
      [held[0]?.id],
    );
  });

  it('above the limit waits for an approver who did not propose it', async () => {
    const award = await by.draftedOne();
    await context.peek('update organisation set approval_limit_minor = 100 where id = $1', [
      by.scene.buyer.id,
    ]);
    const { requester, approver } = by.scene.buyer;
    const before = await everythingOrdered(context);
    expect((await refusal(by.ordering.confirmAward(requester, award.id, award.version))).code).toBe(
      'award_needs_approval',
    );
    expect((await refusal(by.ordering.approveAward(approver, award.id, award.version))).code).toBe(
      'wrong_state',
    );
    expect(await everythingOrdered(context)).toEqual(before);
    const submitted = await by.scene.services.proposals.submit(requester, award.id, award.version);
    const waiting = await everythingOrdered(context);
    expect((await refusal(by.ordering.approveAward(requester, award.id, submitted.version))).code).toBe(
      'approver_is_proposer',
    );
    expect(await everythingOrdered(context)).toEqual(waiting);
    const { orders } = await by.ordering.approveAward(approver, award.id, submitted.version);
    expect(orders).toHaveLength(2);
    await context.peek('update organisation set approval_limit_minor = 1000000 where id = $1', [
      by.scene.buyer.id,
    ]);
  });

  it('is not for another retailer, nor with a version that has passed', async () => {
    const award = await by.draftedOne();
    const stranger = await context.member(await context.organisation('retailer'), 'retailer', ['owner']);
    const before = await everythingOrdered(context);
    expect((await refusal(by.ordering.confirmAward(stranger, award.id, award.version))).code).toBe(
      'not_found',
    );
    expect(
      (await refusal(by.ordering.confirmAward(by.scene.buyer.requester, award.id, award.version + 1))).code,
    ).toBe('version_conflict');
    expect(await everythingOrdered(context)).toEqual(before);
  });
});

describe('fifty confirmations of one retailer at once', () => {
  let context: TestContext;
  let by: Awarding;
  beforeAll(async () => {
    context = await openTestContext();
    by = await prepareAwards(context);
  });
  afterAll(() => context.close());

  it('number their orders without gap or repeat', async () => {
    const awards = await by.drafted(50);
    const confirmed = await Promise.all(
      awards.map((award) => by.ordering.confirmAward(by.scene.buyer.requester, award.id, award.version)),
    );
    expect(confirmed.flatMap((one) => one.orders)).toHaveLength(100);
    const stored = await context.peek<{ number: string; reference: string }>(
      'select number, reference from purchase_order order by number',
    );
    const year = await yearOf(context);
    expect(stored).toEqual(
      Array.from({ length: 100 }, (_, index) => ({
        number: String(index + 1),
        reference: `PO-${year}-${String(index + 1).padStart(6, '0')}`,
      })),
    );
    expect(await context.peek('select * from audit_breaks()')).toEqual([]);
  }, 120_000);
});

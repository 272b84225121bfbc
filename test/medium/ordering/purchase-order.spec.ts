import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { refusal } from '../quoting/scene.js';
import { type Awarding, everythingOrdered, prepareAwards } from './awarding.js';

describe('an issued order', () => {
  let context: TestContext;
  let by: Awarding;
  let buyer: PersonActor;
  beforeAll(async () => {
    context = await openTestContext();
    by = await prepareAwards(context);
    buyer = by.scene.buyer.owner;
  });
  afterAll(() => context.close());

  it('is seen by its two parties and by nobody else', async () => {
    const issued = await by.issued();
    const rival = await context.member(await context.organisation('retailer'), 'retailer', ['owner']);
    expect((await by.orders.byId(buyer, 'buyer', issued.weavers)).id).toBe(issued.weavers);
    expect((await by.orders.byId(by.weavers, 'cooperative', issued.weavers)).id).toBe(issued.weavers);
    for (const [stranger, side] of [
      [rival, 'buyer'],
      [by.plaiters, 'cooperative'],
      // A party that comes in by the other's door is a stranger too.
      [by.weavers, 'buyer'],
      [buyer, 'cooperative'],
    ] as const) {
      expect((await refusal(by.orders.byId(stranger, side, issued.weavers))).code).toBe('not_found');
      expect((await refusal(by.documents.open(stranger, side, issued.weavers, 'pdf'))).code).toBe(
        'not_found',
      );
      expect((await by.orders.list(stranger, side, {})).items.map((order) => order.id)).not.toContain(
        issued.weavers,
      );
    }
    for (const stranger of [rival, by.plaiters, null]) {
      for (const sql of [
        'select id from purchase_order where id = $1',
        'select position from purchase_order_line where order_id = $1',
        'select certificate_id from purchase_order_certificate where order_id = $1',
        'select kind from order_document where order_id = $1',
      ]) {
        expect(await context.asApp(stranger, sql, [issued.weavers])).toEqual([]);
      }
    }
  });

  it('cannot be changed, whatever is sent to the database', async () => {
    const issued = await by.issued();
    const id = issued.weavers;
    const before = await everythingOrdered(context);
    const noRight = /permission denied/;
    const final = /record_is_final/;
    const wrongState = /wrong_state/;
    const attempts: [PersonActor, RegExp, string][] = [
      [buyer, noRight, `update purchase_order set title = 'Other' where id = $1`],
      [buyer, noRight, `update purchase_order set total_minor = 1 where id = $1`],
      [buyer, noRight, `update purchase_order set parties = '{}' where id = $1`],
      [buyer, wrongState, `update purchase_order set state = 'accepted' where id = $1`],
      [buyer, wrongState, `update purchase_order set state = 'closed' where id = $1`],
      [
        buyer,
        /purchase_order_cancelled_with_reason/,
        `update purchase_order set state = 'cancelled' where id = $1`,
      ],
      [buyer, wrongState, `update purchase_order set revision = 2 where id = $1`],
      [
        by.weavers,
        wrongState,
        `update purchase_order set state = 'cancelled', cancellation_reason = 'No' where id = $1`,
      ],
      [
        by.weavers,
        /purchase_order_rejected_with_reason/,
        `update purchase_order set state = 'rejected' where id = $1`,
      ],
      [buyer, noRight, `delete from purchase_order where id = $1`],
      [buyer, noRight, `update purchase_order_line set quantity = 1 where order_id = $1`],
      [buyer, noRight, `delete from purchase_order_line where order_id = $1`],
      [
        buyer,
        final,
        `insert into purchase_order_line select order_id, position + 10, buyer_id, cooperative_id, request_line_id, sku, description,
           specification, hs_code, unit_code, quantity, unit_price, price_base_quantity, list_unit_price, price_break_from,
           amount_minor, needed_by, lead_time_days from purchase_order_line where order_id = $1`,
      ],
      [
        buyer,
        final,
        `insert into purchase_order_certificate select $1, id, buyer_id, cooperative_id, reference, 'Invented', current_date, current_date
           from purchase_order where id = $1`,
      ],
      [buyer, noRight, `delete from purchase_order_certificate where order_id = $1`],
      [buyer, noRight, `delete from order_document where order_id = $1`],
      [
        buyer,
        /purchase_order_award_id_cooperative_id_key/,
        `insert into purchase_order (id, buyer_id, cooperative_id, request_id, award_id, quote_id, quote_revision, year, number, reference,
           state, title, currency, total_minor, advance_percent, advance_minor, payment_days, incoterm, incoterm_place, parties,
           verify_token, issued_by, issued_at, issued_on)
         select gen_random_uuid(), buyer_id, cooperative_id, request_id, award_id, quote_id, quote_revision, year, number + 100, reference,
           state, title, currency, total_minor, advance_percent, advance_minor, payment_days, incoterm, incoterm_place, parties,
           'another-token-of-22-chars', issued_by, issued_at, issued_on from purchase_order where id = $1`,
      ],
    ];
    for (const [actor, refused, sql] of attempts) {
      await expect(context.asApp(actor, sql, [id])).rejects.toThrow(refused);
    }
    // Of what another party may only read, nothing is found to change.
    await context.asApp(by.plaiters, `update purchase_order set state = 'accepted' where id = $1`, [id]);
    await context.asApp(buyer, `update order_document set state = 'failed' where order_id = $1`, [id]);
    expect(await everythingOrdered(context)).toEqual(before);
  });

  it('is accepted or rejected once, by its cooperative, on the version that it read', async () => {
    const issued = await by.issued();
    const before = await everythingOrdered(context);
    expect((await refusal(by.orders.accept(by.plaiters, issued.weavers, 1))).code).toBe('not_found');
    expect((await refusal(by.orders.accept(buyer, issued.weavers, 1))).code).toBe('not_found');
    expect((await refusal(by.orders.accept(by.weavers, issued.weavers, 7))).code).toBe('version_conflict');
    expect(await everythingOrdered(context)).toEqual(before);

    const accepted = await by.orders.accept(by.weavers, issued.weavers, 1);
    expect(accepted).toMatchObject({ state: 'accepted', version: 2, responseReason: null });
    expect(accepted.respondedAt).toBeInstanceOf(Date);
    expect((await refusal(by.orders.reject(by.weavers, issued.weavers, 2, 'Too late'))).code).toBe(
      'wrong_state',
    );

    const rejected = await by.orders.reject(by.plaiters, issued.plaiters, 1, 'The dye house is closed');
    expect(rejected).toMatchObject({ state: 'rejected', responseReason: 'The dye house is closed' });
    const told = await context.peek<{ type: string }>(
      `select type from outbox_message where payload->>'orderId' = any($1) and type like 'order.%ed' order by id`,
      [[issued.weavers, issued.plaiters]],
    );
    expect(told.map((row) => row.type)).toEqual([
      'order.issued',
      'order.issued',
      'order.accepted',
      'order.rejected',
    ]);
  });

  it('is answered by one of two who answer at the same moment', async () => {
    const issued = await by.issued();
    const colleague = await context.member(by.weavers.organisationId, 'cooperative', ['manager']);
    const outcomes = await Promise.allSettled([
      by.orders.accept(by.weavers, issued.weavers, 1),
      by.orders.reject(colleague, issued.weavers, 1, 'No'),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is cancelled by its buyer until production begins', async () => {
    const issued = await by.issued();
    await by.orders.accept(by.weavers, issued.weavers, 1);
    expect((await refusal(by.orders.cancel(by.weavers, issued.weavers, 2, 'Mine'))).code).toBe('not_found');
    const cancelled = await by.orders.cancel(buyer, issued.weavers, 2, 'The shop burned down');
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      cancellationReason: 'The shop burned down',
      responseReason: null,
    });
    expect(cancelled.respondedAt).toBeInstanceOf(Date);
    expect((await by.orders.byId(by.weavers, 'cooperative', issued.weavers)).cancellationReason).toBe(
      'The shop burned down',
    );

    await by.orders.accept(by.plaiters, issued.plaiters, 1);
    await context.peek(`update purchase_order set state = 'in_production' where id = $1`, [issued.plaiters]);
    expect((await refusal(by.orders.cancel(buyer, issued.plaiters, 2, 'Too late'))).code).toBe('wrong_state');
  });

  it('is found by state, reference and name, page by page, newest first', async () => {
    await by.issued();
    const all = (await by.orders.list(buyer, 'buyer', { limit: 100 })).items;
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await by.orders.list(buyer, 'buyer', {
        limit: 3,
        ...(cursor !== undefined && { cursor }),
      });
      paged.push(...page.items.map((order) => order.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(all.map((order) => order.id));
    expect(all.map((order) => order.issuedAt.getTime())).toEqual(
      all.map((order) => order.issuedAt.getTime()).sort((left, right) => right - left),
    );

    const reference = all[0]?.reference ?? '';
    expect(
      (await by.orders.list(buyer, 'buyer', { search: reference.toLowerCase() })).items.map(
        (order) => order.reference,
      ),
    ).toEqual([reference]);
    const plaited = (await by.orders.list(buyer, 'buyer', { search: 'BHUJ', limit: 100 })).items;
    expect(new Set(plaited.map((order) => order.cooperative.name))).toEqual(new Set(['Plaiters of Bhuj']));
    expect(plaited.length * 2).toBe(all.length);
    expect(
      (await by.orders.list(by.plaiters, 'cooperative', { search: 'hearth', limit: 100 })).items,
    ).toHaveLength(plaited.length);
    expect((await by.orders.list(buyer, 'buyer', { state: 'shipped' })).items).toEqual([]);
  });
});

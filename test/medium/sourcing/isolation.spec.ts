import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import {
  hoursAhead,
  type Market,
  refusal,
  refusedWithoutTrace,
  type RequestView,
  setMarket,
} from './market.js';

describe('another retailer', () => {
  let context: TestContext;
  let market: Market;
  let other: Market;
  let kiondo: PersonActor;
  let open: RequestView;
  let draft: RequestView;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    other = await setMarket(context);
    kiondo = await market.cooperative('Kiondo Weavers');
    open = await market.published([kiondo]);
    draft = await market.draft();
  });
  afterAll(() => context.close());

  it('finds nothing by the id of a request, and is told no more than of an id that nobody has', async () => {
    const { requests, lines, invitations, publication } = other.services;
    const actor = other.owner;
    const later = new Date(await hoursAhead(context, 72));
    const line = { description: 'Mine', quantity: '1', unitCode: 'C62' };
    const attempts = (id: string, version: number): (() => Promise<unknown>)[] => [
      () => requests.byId(actor, id),
      () => requests.linesOf(actor, id, {}),
      () => requests.change(actor, id, version, open),
      () => requests.changeRequirements(actor, id, version, []),
      () => lines.replace(actor, id, version, [line]),
      () => lines.exportSheet(actor, id),
      () => invitations.ofRequest(actor, id),
      () => invitations.invite(actor, id, [kiondo.organisationId]),
      () => invitations.takeBack(actor, id, kiondo.organisationId),
      () => publication.publish(actor, id, version),
      () => publication.approve(actor, id, version),
      () => publication.giveBack(actor, id, version, 'No'),
      () => publication.cancel(actor, id, version, 'No'),
      () => publication.extendDeadline(actor, id, version, later),
      () => publication.endWithoutAward(actor, id, version, 'No'),
    ];
    for (const [at, unknown] of attempts(uuidv7(), 1).entries()) {
      const words = await refusal(unknown());
      expect(words).toMatchObject({ status: 404, code: 'not_found' });
      for (const request of [open, draft]) {
        // A wrong version, too, tells nothing.
        for (const version of [request.version, 77]) {
          const attempt = attempts(request.id, version)[at];
          expect(await refusedWithoutTrace(context, async () => attempt?.())).toEqual(words);
        }
      }
    }
  });

  it('counts and lists nothing by any filter, sort or search', async () => {
    const own = await other.draft({ title: 'Own range' });
    for (const query of [{}, { state: 'draft' }, { sort: 'deadline' }, { search: 'range' }]) {
      const page = (await other.services.requests.list(other.requester, query)).read();
      expect(page.items.map((row) => row.id)).toEqual([own.id]);
    }
    for (const query of [
      { state: 'open' },
      { search: open.reference.slice(0, -1) + 'x' },
      { search: 'Autumn' },
    ]) {
      expect((await other.services.requests.list(other.requester, query)).read()).toEqual({
        items: [],
        nextCursor: null,
      });
    }
    // Another's cursor is a place in one's own list.
    const cursor = Buffer.from(`${open.id} 2100-01-01`).toString('base64url');
    const page = (await other.services.requests.list(other.requester, { cursor })).read();
    expect(page.items.map((row) => row.id)).toEqual([own.id]);
  });

  it('sees no row by SQL, and writes none', async () => {
    for (const table of [
      'request',
      'request_line',
      'request_invitation',
      'request_requirement',
      'request_revision',
    ]) {
      const seen = await context.asApp(other.owner, `select * from ${table} where buyer_id = $1`, [
        market.id,
      ]);
      expect([table, seen]).toEqual([table, []]);
    }
    for (const sql of [
      `update request set title = 'Mine' where id = $1`,
      `update request_line set quantity = 1 where request_id = $1`,
      'delete from request_line where request_id = $1',
      'delete from request_invitation where request_id = $1',
    ]) {
      const before = (await market.services.requests.byId(market.requester, draft.id)).read();
      await context.asApp(other.owner, sql, [draft.id]);
      expect((await market.services.requests.byId(market.requester, draft.id)).read()).toEqual(before);
    }
    for (const sql of [
      `insert into request_line (request_id, id, buyer_id, position, description, quantity, unit_code)
       values ($1, gen_random_uuid(), $2, 9, 'Mine', 1, 'C62')`,
      `insert into request_revision (request_id, revision, buyer_id, content, published_by)
       values ($1, 9, $2, '{}', gen_random_uuid())`,
      `insert into request_requirement (request_id, scheme_id, buyer_id)
       select $1, id, $2 from scheme limit 1`,
    ]) {
      expect(
        await refusedWithoutTrace(context, () => context.asApp(other.owner, sql, [draft.id, market.id])),
      ).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect(
      await refusedWithoutTrace(context, () =>
        context.asApp(market.owner, 'update request set buyer_id = $2 where id = $1', [draft.id, other.id]),
      ),
    ).toMatchObject({ status: 404, code: 'not_found' });
  });
});

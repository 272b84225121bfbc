import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { newcomer, type Visitor } from '../identity/visitor.js';
import { type Market, type RequestView, setMarket } from './market.js';

/** A price and an estimate that occur nowhere by chance. */
const price = '7.654321';
const estimate = '3061.73';

describe('the target prices of a request', () => {
  let context: TestContext;
  let market: Market;
  let buyer: Visitor;
  let cooperative: Visitor;
  let request: RequestView;
  let lineId: string;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    const kiondo = await market.cooperative('Kiondo Weavers');
    buyer = (await newcomer(context, 'retailer', ['requester'], market.id)).visitor;
    cooperative = (await newcomer(context, 'cooperative', ['manager'], kiondo.organisationId)).visitor;
    request = await market.published([kiondo], {
      sealed: false,
      lines: [{ description: 'Basket', quantity: '400', unitCode: 'C62', targetUnitPrice: price }],
    });
    const page = await market.services.requests.linesOf(market.requester, request.id, {});
    lineId = page.items[0]?.id ?? '';
  });
  afterAll(() => context.close());

  const quote = (): object => ({
    currency: 'EUR',
    validUntil: '2099-01-01',
    lines: [{ requestLineId: lineId, quantity: '400', unitPrice: '9', leadTimeDays: 30 }],
  });

  it('are told to the buyer', async () => {
    expect((await buyer.send('GET', `/v1/buyer/requests/${request.id}`)).text).toContain(estimate);
    expect((await buyer.send('GET', `/v1/buyer/requests/${request.id}/lines`)).text).toContain(price);
  });

  it('stand in no answer to a cooperative, from its inbox to its quote, while open, closed and cancelled', async () => {
    const path = `/v1/cooperative/requests/${request.id}`;
    const calls: [method: string, path: string, body?: object][] = [
      ['GET', '/v1/cooperative/requests'],
      ['GET', '/v1/cooperative/requests?state=open'],
      ['GET', path],
      ['GET', `${path}/lines`],
      ['GET', `${path}/lines?limit=1`],
      ['PUT', `${path}/quote`, quote()],
      ['GET', `${path}/quote`],
      ['POST', `${path}/quote/submission`],
      ['GET', `${path}/quote/revisions`],
      ['GET', `${path}/quote/revisions/1`],
      ['GET', '/v1/cooperative/quotes'],
    ];
    const ask = async (...[method, url, body]: (typeof calls)[number]): Promise<void> => {
      const answer = await cooperative.send(method, url, {
        ...(body && { body }),
        ...(url.endsWith('/submission') && { ifMatch: '"v1"' }),
      });
      expect([method, url, answer.status]).toEqual([method, url, 200]);
      for (const secret of [price, estimate, 'targetUnitPrice', 'target_unit_price', 'estimate']) {
        expect([url, answer.text.includes(secret)]).toEqual([url, false]);
      }
    };
    for (const call of calls) {
      await ask(...call);
    }
    await context.advanceClock(25);
    for (const call of calls.filter(([method, url]) => method === 'GET' && !url.includes('state=open'))) {
      await ask(...call);
    }
  });

  it('stand in no refusal either', async () => {
    const answer = await cooperative.send('PUT', `/v1/cooperative/requests/${request.id}/quote`, {
      body: quote(),
      ifMatch: '"v2"',
    });
    expect(answer.status).toBe(409);
    expect(answer.text).not.toContain(price);
  });

  it('stand in no message that is sent to a cooperative', async () => {
    await context.drain();
    const sent = await context.peek<{ everything: string }>(
      `select to_jsonb(m)::text as everything from message m`,
    );
    expect(sent.length).toBeGreaterThan(0);
    for (const { everything } of sent) {
      expect(everything).not.toContain(price);
    }
  });

  it('are behind a door that is not the cooperative’s', async () => {
    for (const path of ['', '/lines', '/lines/export', '/invitations']) {
      const answer = await cooperative.send('GET', `/v1/buyer/requests/${request.id}${path}`);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.text).not.toContain(price);
    }
  });
});

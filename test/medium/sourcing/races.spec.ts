import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { hoursAhead, type Market, refusal, type RequestView, setMarket } from './market.js';

describe('two people at the same request', () => {
  let context: TestContext;
  let market: Market;
  let kiondo: PersonActor;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    kiondo = await market.cooperative('Kiondo Weavers');
  });
  afterAll(() => context.close());

  /** Both begin with the same version: one has its way, the other is told to read again. */
  async function oneWins(request: RequestView, ...works: (() => Promise<unknown>)[]): Promise<void> {
    const outcomes = await Promise.allSettled(works.map((work) => work()));
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const reason of refused) {
      // Where the state moved too, that may be said instead.
      expect([
        { status: 412, code: 'version_conflict' },
        { status: 409, code: 'request_not_draft' },
      ]).toContainEqual(
        await refusal(Promise.reject(reason as Error)).then(({ status, code }) => ({ status, code })),
      );
    }
    expect((await market.services.requests.byId(market.requester, request.id)).read()).toMatchObject({
      version: request.version + 1,
    });
  }

  it('change its head once', async () => {
    const draft = await market.draft();
    const change = (actor: PersonActor, title: string) => () =>
      market.services.requests.change(actor, draft.id, draft.version, {
        ...draft,
        title,
        estimate: undefined,
      } as never);
    await oneWins(draft, change(market.requester, 'First'), change(market.owner, 'Second'));
  });

  it('replace its lines once, and never mix them', async () => {
    const draft = await market.draft();
    const lines = (name: string) =>
      Array.from({ length: 50 }, () => ({ description: name, quantity: '1', unitCode: 'C62' }));
    const replace = (actor: PersonActor, name: string) => () =>
      market.services.lines.replace(actor, draft.id, draft.version, lines(name));
    await oneWins(
      draft,
      replace(market.requester, 'First'),
      replace(market.owner, 'Second'),
      replace(market.owner, 'Third'),
    );
    const { items } = await market.services.requests.linesOf(market.requester, draft.id, {});
    expect(items).toHaveLength(50);
    expect(new Set(items.map((line) => line.description)).size).toBe(1);
  });

  it('cancel and extend it once', async () => {
    const request = await market.published([kiondo]);
    const later = new Date(await hoursAhead(context, 72));
    const { publication } = market.services;
    await oneWins(
      request,
      () => publication.cancel(market.requester, request.id, request.version, 'Dropped'),
      () => publication.extendDeadline(market.owner, request.id, request.version, later),
    );
  });

  it('publish what one of them edits: either the edit or the publication', async () => {
    const draft = await market.draft();
    await market.invite(draft, kiondo);
    const { publication, lines } = market.services;
    await oneWins(
      draft,
      () => publication.publish(market.requester, draft.id, draft.version),
      () =>
        lines.replace(market.owner, draft.id, draft.version, [
          { description: 'Other', quantity: '1', unitCode: 'C62' },
        ]),
    );
  });

  it('import two sheets one after the other, whole', async () => {
    const draft = await market.draft();
    const csv = (name: string) => `Item,Qty\n${`${name},1\n`.repeat(200)}`;
    const imported = (actor: PersonActor, name: string) =>
      market.services.lines.importSheet(
        actor,
        draft.id,
        { name: 'a.csv', bytes: Buffer.from(csv(name)), mediaType: null, fields: {} },
        {},
      );
    await Promise.all([imported(market.requester, 'First'), imported(market.owner, 'Second')]);
    const { items } = await market.services.requests.linesOf(market.requester, draft.id, { limit: 2000 });
    expect(items).toHaveLength(200);
    expect(new Set(items.map((line) => line.description)).size).toBe(1);
  });

  it('number their drafts without gap or repeat', async () => {
    const drafts = await Promise.all(Array.from({ length: 20 }, () => market.draft()));
    const numbers = drafts.map((draft) => Number(draft.reference.split('-')[2])).sort((a, b) => a - b);
    const [first = 0] = numbers;
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => first + at));
  });

  it('of a version that has passed are refused at once', async () => {
    const draft = await market.draft();
    expect(
      await refusal(market.services.publication.publish(market.requester, draft.id, draft.version + 1)),
    ).toMatchObject({ status: 412, code: 'version_conflict' });
  });
});

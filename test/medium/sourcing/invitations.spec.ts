import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { PersonActor } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Market, refusal, refusedWithoutTrace, setMarket } from './market.js';

describe('invitations to a request', () => {
  let context: TestContext;
  let market: Market;
  let kiondo: PersonActor;
  let rival: PersonActor;
  beforeAll(async () => {
    context = await openTestContext();
    market = await setMarket(context);
    kiondo = await market.cooperative('Kiondo Weavers');
    rival = await market.cooperative('Rival Weavers');
  });
  afterAll(() => context.close());

  const invitations = () => market.services.invitations;
  const invited = async (id: string): Promise<string[]> =>
    (await invitations().ofRequest(market.requester, id)).items.map((row) => row.name);
  const messages = async (id: string): Promise<string[]> =>
    (
      await context.peek<{ cooperative: string }>(
        `select payload->>'cooperativeId' as cooperative from outbox_message
          where type = 'request.invited' and payload->>'requestId' = $1`,
        [id],
      )
    ).map((row) => row.cooperative);

  it('reach nobody before the request is published', async () => {
    const draft = await market.draft();
    await market.invite(draft, kiondo);
    expect(await invited(draft.id)).toEqual(['Kiondo Weavers']);
    expect(await messages(draft.id)).toEqual([]);
    expect((await invitations().inbox(kiondo, {})).items).toEqual([]);
    for (const read of [
      () => invitations().invited(kiondo, draft.id),
      () => invitations().invitedLines(kiondo, draft.id, {}),
      () => invitations().decline(kiondo, draft.id, 'No'),
    ]) {
      expect(await refusal(read())).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect(await context.asApp(kiondo, 'select id from request where id = $1', [draft.id])).toEqual([]);
    expect(
      await context.asApp(kiondo, 'select id from request_line where request_id = $1', [draft.id]),
    ).toEqual([]);
  });

  it.each([
    ['sealed', true],
    ['open', false],
  ])('to a %s request show it to the invited, by that name, and to nobody else', async (_kind, sealed) => {
    const request = await market.published([kiondo], { sealed });
    expect(await invitations().invited(kiondo, request.id)).toMatchObject({
      sealed,
      lineCount: 2,
      state: 'open',
    });
    expect((await invitations().invitedLines(kiondo, request.id, {})).items).toHaveLength(2);
    for (const read of [
      () => invitations().invited(rival, request.id),
      () => invitations().invitedLines(rival, request.id, {}),
    ]) {
      expect(await refusal(read())).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect((await invitations().inbox(rival, {})).items).toEqual([]);
    for (const table of ['request_line', 'request_invitation', 'request_requirement', 'request_revision']) {
      const seen = await context.asApp(rival, `select * from ${table} where request_id = $1`, [request.id]);
      expect([table, seen]).toEqual([table, []]);
    }
  });

  it('tell no cooperative who else is invited', async () => {
    const request = await market.published([kiondo, rival]);
    const seen = await context.asApp<{ cooperative_id: string }>(
      kiondo,
      'select cooperative_id from request_invitation where request_id = $1',
      [request.id],
    );
    expect(seen).toEqual([{ cooperative_id: kiondo.organisationId }]);
    expect(JSON.stringify(await invitations().invited(kiondo, request.id))).not.toContain(
      rival.organisationId,
    );
  });

  it('may follow while the request is open, each told once', async () => {
    const request = await market.published([kiondo]);
    await market.invite(request, kiondo, rival);
    await market.invite(request, rival);
    expect(await invited(request.id)).toEqual(['Kiondo Weavers', 'Rival Weavers']);
    expect((await messages(request.id)).sort()).toEqual([kiondo.organisationId, rival.organisationId].sort());
    expect(await invitations().invited(rival, request.id)).toMatchObject({ id: request.id });
  });

  it('go to cooperatives of the directory alone', async () => {
    const draft = await market.draft();
    const hidden = await context.organisation('cooperative');
    const ids = [kiondo.organisationId, hidden, market.id, uuidv7()];
    expect(
      await refusedWithoutTrace(context, () => invitations().invite(market.requester, draft.id, ids)),
    ).toMatchObject({
      status: 422,
      code: 'invalid_input',
      errors: [1, 2, 3].map((at) => ({ pointer: `/cooperativeIds/${at}`, code: 'cooperative_unknown' })),
    });
  });

  it('are taken back from a draft, once', async () => {
    const draft = await market.draft();
    await market.invite(draft, kiondo, rival);
    await invitations().takeBack(market.requester, draft.id, rival.organisationId);
    expect(await invited(draft.id)).toEqual(['Kiondo Weavers']);
    expect(
      await refusedWithoutTrace(context, () =>
        invitations().takeBack(market.requester, draft.id, rival.organisationId),
      ),
    ).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('are declined once, by the invited', async () => {
    const request = await market.published([kiondo]);
    expect(await invitations().decline(kiondo, request.id, 'No sisal this year')).toMatchObject({
      declinedAt: expect.any(Date),
    });
    expect(
      await refusedWithoutTrace(context, () => invitations().decline(kiondo, request.id, 'Again')),
    ).toMatchObject({ status: 409, code: 'already_answered' });
    expect(
      await refusedWithoutTrace(context, () => invitations().decline(rival, request.id, 'Me too')),
    ).toMatchObject({ status: 404, code: 'not_found' });
    expect((await invitations().ofRequest(market.requester, request.id)).items).toMatchObject([
      { name: 'Kiondo Weavers', declineReason: 'No sisal this year', quoted: false },
    ]);
  });
});

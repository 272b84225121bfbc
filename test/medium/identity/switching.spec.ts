import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { openTestContext, type TestContext } from '../../support/context.js';
import { everythingOfIdentity, newcomer, signedIn, type Visitor } from './visitor.js';

interface View {
  organisation: { id: string; kind: string; roles: string[] } | null;
  organisations: { id: string; state: string }[];
  permissions: string[];
}

describe('switching organisations', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const switchTo = (visitor: Visitor, organisationId: string): ReturnType<typeof visitor.send<View>> =>
    visitor.send<View>('POST', '/v1/account/session/organisation', { body: { organisationId } });
  const refused = async (visitor: Visitor, organisationId: string): Promise<[number, unknown]> => {
    const before = await everythingOfIdentity(context);
    const answer = await visitor.send('POST', '/v1/account/session/organisation', {
      body: { organisationId },
    });
    expect(await everythingOfIdentity(context)).toEqual(before);
    return [answer.status, answer.body.code];
  };

  it('changes kind, roles and what may be done, in the same session', async () => {
    const { visitor, personId, organisationId } = await newcomer(context, 'retailer', ['requester']);
    const workshop = await context.organisation('cooperative');
    await context.member(workshop, 'cooperative', ['manager'], personId);
    expect((await visitor.send('GET', '/v1/cooperative/profile')).status).toBe(403);

    const { status, body } = await switchTo(visitor, workshop);
    expect(status).toBe(200);
    expect(body).toMatchObject({ organisation: { id: workshop, kind: 'cooperative', roles: ['manager'] } });
    expect(body.organisations.map((one) => one.id).sort()).toEqual([organisationId, workshop].sort());
    expect(body.permissions).toContain('quotes.write');
    expect(body.permissions).not.toContain('requests.write');
    // The token goes on being good; the doors have changed.
    expect((await visitor.send('GET', '/v1/cooperative/certificates')).status).toBe(200);
    const closed = await visitor.send('GET', '/v1/buyer/requests');
    expect([closed.status, closed.body.code]).toEqual([403, 'not_permitted']);
  });

  it('changes one session, not the person’s others', async () => {
    const { visitor, personId, organisationId, email } = await newcomer(context, 'retailer', ['requester']);
    const other = await context.organisation('retailer');
    await context.member(other, 'retailer', ['owner'], personId);
    const elsewhere = await signedIn(context, email);
    await switchTo(elsewhere, other);
    const mine = await visitor.send<View>('GET', '/v1/account/session');
    expect(mine.body.organisation?.id).toBe(organisationId);
    // Whoever signs in again goes on where they last were.
    await context.advanceClock(0.1);
    await elsewhere.send('GET', '/v1/account/session');
    const later = await signedIn(context, email);
    expect((await later.send<View>('GET', '/v1/account/session')).body.organisation?.id).toBe(other);
  });

  it('is refused for an organisation that one does not belong to, as for one that is not there', async () => {
    const { visitor } = await newcomer(context, 'retailer', ['owner']);
    const foreign = await context.organisation('retailer');
    expect(await refused(visitor, foreign)).toEqual([404, 'not_found']);
    expect(await refused(visitor, uuidv7())).toEqual([404, 'not_found']);
    expect(await refused(visitor, 'not an id')).toEqual([422, 'invalid_input']);
  });

  it('is refused for one that the person has left', async () => {
    const { visitor, personId } = await newcomer(context, 'retailer', ['owner']);
    const former = await context.organisation('retailer');
    await context.member(former, 'retailer', ['owner'], personId);
    await context.peek('update member set left_at = now() where organisation_id = $1', [former]);
    expect(await refused(visitor, former)).toEqual([404, 'not_found']);
  });

  it.each(['applied', 'refused'])('is refused for one that stands %s', async (state) => {
    const { visitor, personId } = await newcomer(context, 'retailer', ['owner']);
    const waiting = await context.organisation('cooperative');
    await context.member(waiting, 'cooperative', ['manager'], personId);
    await context.peek('update organisation set state = $2 where id = $1', [waiting, state]);
    expect(await refused(visitor, waiting)).toEqual([403, 'organisation_not_admitted']);
  });

  it('gives nothing of one organisation to the other', async () => {
    const { visitor, personId, organisationId } = await newcomer(context, 'retailer', ['owner']);
    const other = await context.organisation('retailer');
    await context.member(other, 'retailer', ['requester'], personId);
    const invited = await visitor.send<{ id: string }>('POST', '/v1/account/invitations', {
      body: { email: 'third@kiondo.example', roles: ['finance'] },
    });
    expect(invited.status).toBe(201);
    await switchTo(visitor, other);
    // An owner there is a requester here.
    const members = await visitor.send('GET', '/v1/account/members');
    expect([members.status, members.body.code]).toEqual([403, 'not_permitted']);
    const own = await visitor.send<{ id: string }>('GET', '/v1/account/organisation');
    expect(own.body.id).toBe(other);
    expect(own.body.id).not.toBe(organisationId);
  });

  it('is undone at once when a membership ends or its roles change', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const colleague = await newcomer(context, 'retailer', ['requester'], owner.organisationId);
    expect((await colleague.visitor.send('GET', '/v1/buyer/requests')).status).toBe(200);
    const changed = await owner.visitor.send('PUT', `/v1/account/members/${colleague.personId}/roles`, {
      ifMatch: '"v1"',
      body: { roles: ['owner'] },
    });
    expect(changed.status).toBe(200);
    expect((await colleague.visitor.send('GET', '/v1/account/members')).status).toBe(200);
    expect((await owner.visitor.send('DELETE', `/v1/account/members/${colleague.personId}`)).status).toBe(
      204,
    );
    const gone = await colleague.visitor.send('GET', '/v1/buyer/requests');
    expect([gone.status, gone.body.code]).toEqual([403, 'organisation_not_chosen']);
    expect((await colleague.visitor.send<View>('GET', '/v1/account/session')).body.organisation).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Answer, everythingOfIdentity, newcomer, type Sending, type Visitor } from './visitor.js';

describe('members', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  const refused = async (
    by: Visitor,
    method: string,
    url: string,
    sending: Sending = {},
  ): Promise<Answer> => {
    const before = await everythingOfIdentity(context);
    const answer = await by.send(method, url, sending);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await everythingOfIdentity(context)).toEqual(before);
    return answer;
  };
  const changeRoles = (personId: string): string => `/v1/account/members/${personId}/roles`;

  it('are listed with their roles, those of one’s own organisation alone', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const colleague = await newcomer(context, 'retailer', ['finance'], owner.organisationId);
    await newcomer(context, 'retailer', ['owner']);
    const { body } = await owner.visitor.send<{ items: { id: string; roles: string[] }[] }>(
      'GET',
      '/v1/account/members',
    );
    expect(new Map(body.items.map((item) => [item.id, item.roles]))).toEqual(
      new Map([
        [owner.personId, ['owner']],
        [colleague.personId, ['finance']],
      ]),
    );
  });

  it.each([
    ['retailer', 'owner', 'manager'],
    ['retailer', 'owner', 'administrator'],
    ['cooperative', 'manager', 'owner'],
    ['cooperative', 'manager', 'lead'],
    ['assurance', 'lead', 'administrator'],
    ['platform', 'administrator', 'owner'],
  ] as const)('of a %s have no role of another kind: %s gives no %s', async (kind, role, foreign) => {
    const boss = await newcomer(context, kind, [role]);
    const colleague = await newcomer(context, kind, [role], boss.organisationId);
    const changed = await refused(boss.visitor, 'PUT', changeRoles(colleague.personId), {
      ifMatch: '"v1"',
      body: { roles: [role, foreign] },
    });
    expect(changed.status).toBe(422);
    expect(changed.body).toMatchObject({ code: 'role_not_of_this_kind', errors: [{ pointer: '/roles' }] });
    const invited = await refused(boss.visitor, 'POST', '/v1/account/invitations', {
      body: { email: 'new@kiondo.example', roles: [foreign] },
    });
    expect(invited.body).toMatchObject({ code: 'role_not_of_this_kind', errors: [{ pointer: '/roles' }] });
    // Nor by a writer that forgets to ask.
    await expect(
      context.asApp(
        { kind, organisationId: boss.organisationId, personId: boss.personId },
        'update member set roles = $2 where person_id = $1',
        [colleague.personId, [foreign]],
      ),
    ).rejects.toThrow('role_not_of_this_kind');
  });

  it.each([[[]], [['king']], [['owner', 'owner']], ['owner']])(
    'have roles from the list, once each: not %j',
    async (roles) => {
      const { visitor, personId } = await newcomer(context, 'retailer', ['owner']);
      const answer = await refused(visitor, 'PUT', changeRoles(personId), {
        ifMatch: '"v1"',
        body: { roles },
      });
      expect(answer.status).toBe(422);
      expect(answer.body).toMatchObject({ code: 'invalid_input', errors: [{ pointer: '/roles' }] });
    },
  );

  it('keep one who can manage: the last can neither step down nor go', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const colleague = await newcomer(context, 'retailer', ['requester'], owner.organisationId);
    const down = await refused(owner.visitor, 'PUT', changeRoles(owner.personId), {
      ifMatch: '"v1"',
      body: { roles: ['finance'] },
    });
    expect([down.status, down.body.code]).toEqual([409, 'last_of_its_role']);
    const gone = await refused(owner.visitor, 'DELETE', `/v1/account/members/${owner.personId}`);
    expect([gone.status, gone.body.code]).toEqual([409, 'last_of_its_role']);
    await owner.visitor.send('PUT', changeRoles(colleague.personId), {
      ifMatch: '"v1"',
      body: { roles: ['owner'] },
    });
    expect((await owner.visitor.send('DELETE', `/v1/account/members/${owner.personId}`)).status).toBe(204);
  });

  it('keep one who can manage also when two step down at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const owner = await newcomer(context, 'retailer', ['owner']);
      const other = await newcomer(context, 'retailer', ['owner'], owner.organisationId);
      const answers = await Promise.all([
        owner.visitor.send('DELETE', `/v1/account/members/${owner.personId}`),
        other.visitor.send('PUT', changeRoles(other.personId), {
          ifMatch: '"v1"',
          body: { roles: ['finance'] },
        }),
      ]);
      // The second may even have lost its part by then: to the other, or with the organisation left.
      expect(answers.filter((answer) => answer.status < 300)).toHaveLength(1);
      const left = await context.peek(
        `select person_id from member where organisation_id = $1 and left_at is null and 'owner' = any(roles)`,
        [owner.organisationId],
      );
      expect(left).toHaveLength(1);
    }
  });

  it('are changed on what was read, not over another’s change', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const colleague = await newcomer(context, 'retailer', ['requester'], owner.organisationId);
    const url = changeRoles(colleague.personId);
    const changed = await owner.visitor.send('PUT', url, { ifMatch: '"v1"', body: { roles: ['approver'] } });
    expect([changed.status, changed.headers.etag]).toEqual([200, '"v2"']);
    const stale = await refused(owner.visitor, 'PUT', url, { ifMatch: '"v1"', body: { roles: ['finance'] } });
    expect([stale.status, stale.body.code, stale.body.currentVersion]).toEqual([412, 'version_conflict', 2]);
    const blind = await refused(owner.visitor, 'PUT', url, { body: { roles: ['finance'] } });
    expect([blind.status, blind.body.code]).toEqual([428, 'version_required']);
  });

  it('of another organisation are not there', async () => {
    const owner = await newcomer(context, 'retailer', ['owner']);
    const stranger = await newcomer(context, 'retailer', ['requester']);
    for (const personId of [stranger.personId, uuidv7(), 'no-id']) {
      const changed = await refused(owner.visitor, 'PUT', changeRoles(personId), {
        ifMatch: '"v1"',
        body: { roles: ['owner'] },
      });
      expect([changed.status, changed.body.code]).toEqual([404, 'not_found']);
      expect((await refused(owner.visitor, 'DELETE', `/v1/account/members/${personId}`)).status).toBe(404);
    }
  });
});

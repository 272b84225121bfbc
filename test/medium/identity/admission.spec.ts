import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Answer, everythingOfIdentity, newcomer, type Sending, Visitor } from './visitor.js';

const applicant = {
  kind: 'cooperative',
  name: 'Kiondo Weavers Cooperative',
  country: 'KE',
  email: 'office@kiondo.example',
  currency: 'KES',
};

describe('the admission of organisations', () => {
  let context: TestContext;
  let administrator: Visitor;
  beforeAll(async () => {
    context = await openTestContext();
    ({ visitor: administrator } = await newcomer(context, 'platform', ['administrator']));
  });
  afterAll(() => context.close());

  const apply = async (values: object = {}): Promise<string> => {
    const answer = await new Visitor(context.app).send<{ id: string; state: string }>(
      'POST',
      '/v1/public/organisations',
      { body: { ...applicant, ...values } },
    );
    expect([answer.status, answer.body.state]).toEqual([201, 'applied']);
    return answer.body.id;
  };
  const at = (id: string, what = ''): string => `/v1/admin/organisations/${id}${what}`;
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
  const invitations = (id: string): Promise<unknown[]> =>
    context.peek('select email, roles from member_invitation where organisation_id = $1', [id]);

  it.each([
    ['retailer', 'owner'],
    ['cooperative', 'manager'],
    ['assurance', 'lead'],
  ])('makes whoever applied for a %s its first %s', async (kind, role) => {
    const email = `office-${kind}@kiondo.example`;
    const id = await apply({ kind, email });
    expect(await invitations(id)).toEqual([]);
    const shown = await administrator.send('GET', at(id));
    expect([shown.body.state, shown.headers.etag]).toEqual(['applied', expect.stringMatching(/^"v1\./)]);
    const admitted = await administrator.send('POST', at(id, '/admission'), { ifMatch: '"v1"' });
    expect([admitted.status, admitted.body.state, admitted.body.version]).toEqual([200, 'admitted', 2]);
    expect(await invitations(id)).toEqual([{ email, roles: [role] }]);
    const [row] = await context.peek<{ decided: boolean }>(
      'select decided_at is not null and decided_by is not null as decided from organisation where id = $1',
      [id],
    );
    expect(row?.decided).toBe(true);
  });

  it('is asked for by anyone, and tells nobody who asked before', async () => {
    const first = await apply({ name: 'Twice the same' });
    const second = await apply({ name: 'Twice the same' });
    expect(second).not.toBe(first);
  });

  it.each([
    ['/kind', { kind: 'platform' }],
    ['/name', { name: '' }],
    ['/email', { email: 'office' }],
    ['/country', { country: 'ke' }],
    ['/state', { state: 'admitted' }],
    ['/id', { id: uuidv7() }],
  ])('is not asked for with a wrong %s', async (pointer, wrong) => {
    const answer = await refused(new Visitor(context.app), 'POST', '/v1/public/organisations', {
      body: { ...applicant, ...wrong },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'invalid_input', errors: [{ pointer }] });
  });

  it.each([
    ['retailer', 'owner'],
    ['cooperative', 'manager'],
    ['assurance', 'lead'],
  ] as const)('is not for a %s’s %s to decide or to see', async (kind, role) => {
    const id = await apply();
    const { visitor } = await newcomer(context, kind, [role]);
    for (const [method, url] of [
      ['GET', at('').slice(0, -1)],
      ['GET', at(id)],
      ['POST', at(id, '/admission')],
      ['POST', at(id, '/refusal')],
    ] as const) {
      const answer = await refused(visitor, method, url, {
        ifMatch: '"v1"',
        ...(method === 'POST' && { body: { reason: 'No' } }),
      });
      expect([answer.status, answer.body.code]).toEqual([403, 'not_permitted']);
    }
    const anyone = await refused(new Visitor(context.app), 'POST', at(id, '/admission'), { ifMatch: '"v1"' });
    expect([anyone.status, anyone.body.code]).toEqual([401, 'not_signed_in']);
  });

  it('may be refused, with a reason that goes by mail and stays in the log', async () => {
    const id = await apply();
    const silent = await refused(administrator, 'POST', at(id, '/refusal'), { ifMatch: '"v1"', body: {} });
    expect(silent.body).toMatchObject({ code: 'invalid_input', errors: [{ pointer: '/reason' }] });
    const answer = await administrator.send('POST', at(id, '/refusal'), {
      ifMatch: '"v1"',
      body: { reason: 'The register does not know this number.' },
    });
    expect([answer.status, answer.body.state]).toEqual([200, 'refused']);
    expect(await invitations(id)).toEqual([]);
    const promised = await context.peek(
      `select payload from outbox_message where type = 'organisation.refused' and payload->>'organisationId' = $1`,
      [id],
    );
    expect(promised).toHaveLength(1);
    const [recorded] = await context.peek(
      `select action, from_state, to_state, detail from audit_entry where subject_id = $1 and action = 'organisation.refused'`,
      [id],
    );
    expect(recorded).toMatchObject({ from_state: 'applied', to_state: 'refused' });
    // Another look can still admit it.
    const later = await administrator.send('POST', at(id, '/admission'), { ifMatch: '"v2"' });
    expect(later.body).toMatchObject({ state: 'admitted', version: 3 });
  });

  it('is decided once: neither again, nor on what was read before', async () => {
    const id = await apply();
    const blind = await refused(administrator, 'POST', at(id, '/admission'));
    expect([blind.status, blind.body.code]).toEqual([428, 'version_required']);
    await administrator.send('POST', at(id, '/admission'), { ifMatch: '"v1"' });
    const stale = await refused(administrator, 'POST', at(id, '/refusal'), {
      ifMatch: '"v1"',
      body: { reason: 'No' },
    });
    expect([stale.status, stale.body.code]).toEqual([412, 'version_conflict']);
    for (const what of ['/admission', '/refusal']) {
      const again = await refused(administrator, 'POST', at(id, what), {
        ifMatch: '"v2"',
        ...(what === '/refusal' && { body: { reason: 'No' } }),
      });
      expect(again.status).toBe(409);
    }
    expect(await invitations(id)).toHaveLength(1);
  });

  it('is decided once when two administrators decide at the same moment', async () => {
    const id = await apply();
    const answers = await Promise.all([
      administrator.send('POST', at(id, '/admission'), { ifMatch: '"v1"' }),
      administrator.send('POST', at(id, '/refusal'), { ifMatch: '"v1"', body: { reason: 'No' } }),
      administrator.send('POST', at(id, '/admission'), { ifMatch: '"v1"' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412]);
    const admitted = answers.some((answer) => answer.body.state === 'admitted');
    expect(await invitations(id)).toHaveLength(admitted ? 1 : 0);
  });

  it('lists applications by state, kind and name', async () => {
    const id = await apply({ name: 'The Only Zither Makers 100%', kind: 'retailer' });
    const listed = async (query: string): Promise<string[]> =>
      (
        await administrator.send<{ items: { id: string }[] }>('GET', `/v1/admin/organisations?${query}`)
      ).body.items.map((one) => one.id);
    expect(await listed('search=zither')).toEqual([id]);
    expect(await listed('search=%25&state=applied&kind=retailer')).toEqual([id]);
    expect(await listed('search=zither&state=admitted')).toEqual([]);
    expect(await listed('search=zither&kind=cooperative')).toEqual([]);
    expect(await listed('search=z_ther')).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { everythingOfIdentity, newcomer } from './visitor.js';

const details = { name: 'Hearth and Hall', country: 'NL', email: 'office@hearth.example', currency: 'EUR' };
const url = '/v1/account/organisation';

describe('an organisation', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  it('is kept current by its own people, its approval limit in its currency', async () => {
    const { visitor } = await newcomer(context, 'retailer', ['owner']);
    const changed = await visitor.send('PUT', url, {
      ifMatch: '"v1"',
      body: { ...details, approvalLimit: '2500' },
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ ...details, approvalLimit: '2500.00', version: 2 });
    const kept = await visitor.send('PUT', url, { ifMatch: '"v2"', body: { ...details, city: 'Delft' } });
    expect(kept.body).toMatchObject({ city: 'Delft', approvalLimit: '2500.00', version: 3 });
    const lifted = await visitor.send('PUT', url, {
      ifMatch: '"v3"',
      body: { ...details, approvalLimit: null },
    });
    expect(lifted.body).toMatchObject({ city: null, approvalLimit: null, version: 4 });
    expect((await visitor.send('GET', url)).body).toEqual(lifted.body);
  });

  it('says its limit anew when its currency changes: the figure would mean something else', async () => {
    const { visitor } = await newcomer(context, 'retailer', ['owner']);
    await visitor.send('PUT', url, { ifMatch: '"v1"', body: { ...details, approvalLimit: '2500' } });
    const refused = await visitor.send('PUT', url, {
      ifMatch: '"v2"',
      body: { ...details, currency: 'JPY' },
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      errors: [{ pointer: '/approvalLimit', code: 'limit_in_former_currency' }],
    });
    expect((await visitor.send('GET', url)).body).toMatchObject({ currency: 'EUR', version: 2 });
    const changed = await visitor.send('PUT', url, {
      ifMatch: '"v2"',
      body: { ...details, currency: 'JPY', approvalLimit: '400000' },
    });
    expect(changed.body).toMatchObject({ currency: 'JPY', approvalLimit: '400000' });
  });

  it('is changed once when two change what they read at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { visitor } = await newcomer(context, 'retailer', ['owner']);
      const answers = await Promise.all(
        ['First', 'Second', 'Third'].map((name) =>
          visitor.send<{ name: string; code?: string }>('PUT', url, {
            ifMatch: '"v1"',
            body: { ...details, name },
          }),
        ),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412]);
      const winner = answers.find((answer) => answer.status === 200);
      expect((await visitor.send<{ name: string }>('GET', url)).body.name).toBe(winner?.body.name);
    }
  });

  it.each([
    ['/name', { name: 'x' }],
    ['/country', { country: 'Kenya' }],
    ['/currency', { currency: 'EURO' }],
    ['/currency', { currency: 'XYZ' }],
    ['/email', { email: 'office' }],
    ['/approvalLimit', { approvalLimit: 2500 }],
    ['/approvalLimit', { approvalLimit: '-1' }],
    ['/approvalLimit', { approvalLimit: '1e6' }],
    ['/state', { state: 'admitted' }],
    ['/kind', { kind: 'platform' }],
  ])('is not changed when %s does not fit', async (pointer, wrong) => {
    const { visitor } = await newcomer(context, 'retailer', ['owner']);
    const before = await everythingOfIdentity(context);
    const answer = await visitor.send('PUT', url, { ifMatch: '"v1"', body: { ...details, ...wrong } });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'invalid_input', errors: [{ pointer }] });
    expect(await everythingOfIdentity(context)).toEqual(before);
  });
});

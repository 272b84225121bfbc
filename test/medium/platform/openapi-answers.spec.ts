import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { openTestContext, type TestContext } from '../../support/context.js';
import { newcomer, Visitor } from '../identity/visitor.js';
import { prepareAwards } from '../ordering/awarding.js';
import { readDocument } from './openapi-document.js';

describe('the OpenAPI document describes what is answered:', () => {
  let context: TestContext;
  let ajv: Ajv2020;
  const validator = (path: string, status: number): ValidateFunction => {
    const place = ['paths', path, 'get', 'responses', String(status), 'content', 'application/json', 'schema']
      .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
      .map(encodeURIComponent)
      .join('/');
    return ajv.compile({ $ref: `weftway#/${place}` });
  };
  const visitors: Record<string, Visitor> = {};
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    context = await openTestContext();
    ({ ajv } = await readDocument(context));
    const by = await prepareAwards(context);
    const { award, weavers } = await by.issued();
    Object.assign(ids, { request: award.requestId, award: award.id, order: weavers });
    const { organisationId } = by.scene.buyer.owner;
    visitors.buyer = (await newcomer(context, 'retailer', ['owner'], organisationId)).visitor;
    visitors.cooperative = (
      await newcomer(context, 'cooperative', ['manager'], by.weavers.organisationId)
    ).visitor;
    const [assurance] = await context.peek<{ id: string }>(
      'select assurance_id as id from certificate limit 1',
    );
    visitors.compliance = (await newcomer(context, 'assurance', ['lead'], assurance?.id)).visitor;
    visitors.admin = (await newcomer(context, 'platform', ['administrator'])).visitor;
    visitors.public = new Visitor(context.app);
    await visitors.buyer.send('POST', '/v1/account/invitations', {
      body: { email: 'guest@kiondo.example', roles: ['finance'] },
    });
    await visitors.buyer.send('POST', '/v1/account/api-keys', {
      body: { name: 'Import', scopes: ['requests.read'] },
    });
    await context.drain();
  });

  afterAll(() => context.close());

  it.each([
    ['buyer', '/v1/account/session', ''],
    ['buyer', '/v1/account/sessions', ''],
    ['buyer', '/v1/account/profile', ''],
    ['buyer', '/v1/account/organisation', ''],
    ['buyer', '/v1/account/members', ''],
    ['buyer', '/v1/account/invitations', ''],
    ['buyer', '/v1/account/api-keys', ''],
    ['buyer', '/v1/account/audit-log', ''],
    ['buyer', '/v1/account/audit-log/verification', ''],
    ['buyer', '/v1/buyer/requests', ''],
    ['buyer', '/v1/buyer/requests/{id}', 'request'],
    ['buyer', '/v1/buyer/requests/{id}/lines', 'request'],
    ['buyer', '/v1/buyer/requests/{id}/comparison', 'request'],
    ['buyer', '/v1/buyer/awards/{id}', 'award'],
    ['buyer', '/v1/buyer/orders', ''],
    ['buyer', '/v1/buyer/orders/{id}', 'order'],
    ['cooperative', '/v1/cooperative/requests', ''],
    ['cooperative', '/v1/cooperative/requests/{requestId}/quote', 'request'],
    ['cooperative', '/v1/cooperative/orders', ''],
    ['cooperative', '/v1/cooperative/orders/{id}', 'order'],
    ['cooperative', '/v1/cooperative/certificates', ''],
    ['compliance', '/v1/compliance/certificates', ''],
    ['admin', '/v1/admin/organisations', ''],
    ['admin', '/v1/admin/exchange-rates', ''],
    ['admin', '/v1/admin/dead-letters', ''],
    ['public', '/v1/public/schemes', ''],
    ['public', '/v1/public/health/ready', ''],
  ])('%s at %s', async (who, pattern, id) => {
    const path = pattern.replace(/\{\w+\}/, ids[id] ?? '');
    const answer = await visitors[who]?.send<unknown>('GET', path);
    expect([pattern, answer?.status]).toEqual([pattern, 200]);
    const check = validator(pattern, 200);
    check(answer?.body);
    expect(
      (check.errors ?? []).map(
        (error: ErrorObject) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
      ),
    ).toEqual([]);
  });

  it('a refusal', async () => {
    const answer = await visitors.public?.send<unknown>('GET', '/v1/account/session');
    const check = ajv.compile({ $ref: 'weftway#/components/schemas/Problem' });
    check(answer?.body);
    expect(check.errors ?? []).toEqual([]);
  });
});

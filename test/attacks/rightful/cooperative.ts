import type { World } from '../world.js';
import { type Finding, found, multipart, needed, own, versionAt } from './victim.js';

const order = (state: string): string =>
  `select cooperative_id as owner, id, version from purchase_order o where state = '${state}'`;
const invited = (more: string): string =>
  `select i.cooperative_id as owner, i.request_id as id from request_invitation i join request r on r.id = i.request_id
    where r.state = 'open' and r.deadline > weftway_now() ${more}`;
const quote = (state: string): string =>
  `select q.cooperative_id as owner, q.request_id as "requestId", q.revision, q.version from quote q join request r on r.id = q.request_id
    where q.state = '${state}' and r.deadline > weftway_now()`;
const certificate = (states: string): string =>
  `select cooperative_id as owner, id, version from certificate where state in (${states})`;
const basket = {
  name: 'Sisal basket',
  craftCode: 'basketry',
  unitCode: 'C62',
  priceFrom: '8.40',
  currency: 'EUR',
  published: false,
};

/** A product that is not shown to anyone yet. */
const product: Finding = async (world) => {
  const by = await world.as('manager', world.victims.cooperative);
  const made = await needed(
    by.visitor.send<{ id: string; version: number }>('POST', '/v1/cooperative/products', { body: basket }),
  );
  return { by, params: { id: made.id }, version: made.version, body: basket };
};

const quoteBody = async (
  { id, requestId }: { id?: string | number | null; requestId?: string | number | null },
  world: World,
): Promise<{ body: unknown }> => {
  const lines = await world.context.peek<{ requestLineId: string }>(
    'select id as "requestLineId" from request_line where request_id = $1',
    [id ?? requestId],
  );
  return {
    body: {
      currency: 'EUR',
      validUntil: (await world.hoursAhead(2_000)).slice(0, 10),
      lines: lines.map((line) => ({ ...line, quantity: '10', unitPrice: '5.10', leadTimeDays: 20 })),
    },
  };
};

/** A certificate with a paper of its own. */
const evidence: Finding = async (world) => {
  const victim = await found('manager', certificate(`'draft'`))(world);
  const at = `/v1/cooperative/certificates/${victim.params.id}`;
  const { payload, headers } = multipart({ name: 'report.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') });
  const made = await needed(
    (victim.by ?? (await world.as('manager', world.victims.cooperative))).visitor.send<{
      evidence: { fileId: string }[];
      version: number;
    }>('POST', `${at}/evidence`, { payload, headers }),
  );
  return {
    ...victim,
    version: made.version,
    params: { ...victim.params, fileId: made.evidence[0]?.fileId ?? '' },
  };
};

export const cooperativeReads: Readonly<Record<string, Finding>> = {
  '/v1/cooperative/products/{id}': product,
  '/v1/cooperative/photos/{fileId}': async (world) => {
    const by = await world.as('manager', world.victims.cooperative);
    const [row] = await world.context.peek<{ id: string }>(
      `select id from stored_file where organisation_id = $1 and purpose = 'photo' limit 1`,
      [by.organisationId],
    );
    return { by, params: { fileId: row?.id ?? '' } };
  },
  '/v1/cooperative/certificates/{id}/evidence/{fileId}': found(
    'manager',
    'select cooperative_id as owner, certificate_id as id, file_id as "fileId" from certificate_evidence',
  ),
  '/v1/cooperative/certificates/{id}': found('manager', certificate(`'granted'`)),
  '/v1/cooperative/requests/{id}': found('manager', invited('')),
  '/v1/cooperative/requests/{requestId}': found('manager', quote('submitted')),
  '/v1/cooperative/orders/{id}': found('manager', order('accepted')),
  '/v1/cooperative': own('manager'),
};

export const cooperativeChanges: Readonly<Record<string, Finding>> = {
  'PUT /v1/cooperative/profile': own('manager', async (_world, by) => ({
    version: await versionAt(by, '/v1/cooperative/profile'),
    body: {
      place: 'Machakos',
      makers: 40,
      makersWomen: 30,
      languages: ['sw'],
      story: 'Owned by its makers',
      published: true,
      crafts: [{ craftCode: 'basketry', piecesPerMonth: '1000' }],
    },
  })),
  'POST /v1/cooperative/products': own('maker', () => ({ body: basket })),
  'PUT /v1/cooperative/products/{id}': product,
  'DELETE /v1/cooperative/products/{id}': product,
  'POST /v1/cooperative/photos': own('maker', (world) => ({
    form: { name: 'basket.png', bytes: world.picture },
  })),
  'POST /v1/cooperative/certificates': own('manager', async (world) => ({
    body: {
      schemeId: (await world.context.peek<{ id: string }>(`select id from scheme where code = 'SMETA'`))[0]
        ?.id,
      assuranceId: world.victims.assurance,
      scope: 'All workshops',
    },
  })),
  'POST /v1/cooperative/certificates/{id}/evidence': found('maker', certificate(`'draft'`), () => ({
    form: { name: 'report.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') },
  })),
  'DELETE /v1/cooperative/certificates/{id}/evidence/{fileId}': evidence,
  'POST /v1/cooperative/certificates/{id}/submission': evidence,
  'PUT /v1/cooperative/requests/{requestId}/quote': found('manager', quote('draft'), quoteBody),
  'POST /v1/cooperative/requests/{requestId}/quote/submission': found('manager', quote('draft')),
  'POST /v1/cooperative/requests/{requestId}/quote/withdrawal': found('manager', quote('submitted')),
  'POST /v1/cooperative/requests/{id}/decline': found(
    'manager',
    invited(
      'and not exists (select from quote q where q.request_id = r.id and q.cooperative_id = i.cooperative_id)',
    ),
    () => ({ body: { reason: 'We have no time' } }),
  ),
  'POST /v1/cooperative/orders/{id}/acceptance': found('manager', order('issued')),
  'POST /v1/cooperative/orders/{id}/rejection': found('manager', order('issued'), () => ({
    body: { reason: 'The sisal has not come' },
  })),
};

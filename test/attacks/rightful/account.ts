import { Secrets } from '#identity';
import { password } from '../../medium/identity/visitor.js';
import { someoneNew } from './someone-new.js';
import { type Finding, found, needed, open, own, versionAt } from './victim.js';

/** An invitation that nobody has answered yet. */
const invitation: Finding = async (world) => {
  const by = await world.as('owner', world.victims.retailer);
  const { id } = await needed(
    by.visitor.send<{ id: string }>('POST', '/v1/account/invitations', {
      body: { email: `guest-${Date.now()}-${Math.random()}@hearth.example`, roles: ['finance'] },
    }),
  );
  return { by, params: { id } };
};

/** The token of such an invitation: whoever holds it needs no session. */
const token: Finding = async (world) => {
  const { params } = await invitation(world);
  return {
    by: null,
    params: { token: world.context.get(Secrets).invitationToken(params.id ?? '') },
    body: { name: 'Wanjiru Kamau', password },
  };
};

/** A colleague who may be sent away. */
const colleague = (body?: unknown): Finding =>
  someoneNew(async (one, world) => ({
    by: await world.as('owner', world.victims.retailer),
    params: { id: one.personId },
    version: 1,
    body,
  }));

const organisation = {
  name: 'Hearth and Hall',
  country: 'NL',
  email: 'office@hearth.example',
  currency: 'EUR',
};

export const accountReads: Readonly<Record<string, Finding>> = {
  '/v1/account': own('owner'),
};

export const accountChanges: Readonly<Record<string, Finding>> = {
  'DELETE /v1/account/session': someoneNew(),
  'POST /v1/account/session/organisation': someoneNew((by) => ({
    body: { organisationId: by.organisationId },
  })),
  'DELETE /v1/account/sessions': someoneNew(),
  'DELETE /v1/account/sessions/{id}': someoneNew(async (by, world) => {
    const [row] = await world.context.peek<{ id: string }>('select id from session where person_id = $1', [
      by.personId,
    ]);
    return { params: { id: row?.id ?? '' } };
  }),
  'PUT /v1/account/profile': own('owner', async (_world, by) => ({
    version: await versionAt(by, '/v1/account/profile'),
    body: { name: 'Marijke van Dam', language: 'nl', timeZone: 'Europe/Amsterdam' },
  })),
  'POST /v1/account/password': someoneNew(() => ({
    body: { currentPassword: password, password: 'another river of lanterns' },
  })),
  'PUT /v1/account/organisation': own('owner', async (world) => {
    const [row] = await world.context.peek<{ version: number }>(
      'select version from organisation where id = $1',
      [world.victims.retailer],
    );
    return { version: row?.version ?? 1, body: organisation };
  }),
  'PUT /v1/account/members/{id}/roles': colleague({ roles: ['requester'] }),
  'DELETE /v1/account/members/{id}': colleague(),
  'POST /v1/account/invitations': own('owner', () => ({
    body: { email: 'new@hearth.example', roles: ['finance'] },
  })),
  'DELETE /v1/account/invitations/{id}': invitation,
  'POST /v1/account/api-keys': own('owner', () => ({
    body: { name: 'Import of requests', scopes: ['requests.read'] },
  })),
  'DELETE /v1/account/api-keys/{id}': found(
    'owner',
    'select organisation_id as owner, id from api_key where revoked_at is null',
  ),
};

export const publicReads: Readonly<Record<string, Finding>> = {
  '/v1/public/invitations/{token}': token,
  '/v1/public/certificates/{reference}': open(async ({ context }) => ({
    params:
      (await context.peek<{ reference: string }>('select reference from public_certificate limit 1'))[0] ??
      {},
  })),
  '/v1/public/cooperatives/{id}': open(async ({ context }) => ({
    params: (await context.peek<{ id: string }>('select id from shown_cooperative limit 1'))[0] ?? {},
  })),
  '/v1/public/products/{id}': open(async ({ context }) => ({
    params: (await context.peek<{ id: string }>('select id from shown_product limit 1'))[0] ?? {},
  })),
  '/v1/public/photos/{fileId}': open(async ({ context }) => ({
    params:
      (
        await context.peek<{ fileId: string }>(
          'select photo_file_id as "fileId" from shown_product where photo_file_id is not null limit 1',
        )
      )[0] ?? {},
  })),
  '/v1/public/verify/po/{token}': open(async ({ context }) => ({
    params:
      (
        await context.peek<{ token: string }>('select verify_token as token from purchase_order limit 1')
      )[0] ?? {},
  })),
  '/v1/public/verify/sha256/{hash}': open(() => ({ params: { hash: 'a'.repeat(64) } })),
  '/v1/public': open(),
};

export const publicChanges: Readonly<Record<string, Finding>> = {
  'POST /v1/public/sessions': someoneNew((one) => ({ by: null, body: { email: one.email, password } })),
  'POST /v1/public/invitations/{token}/acceptance': token,
  'POST /v1/public/organisations': open(() => ({
    body: { ...organisation, kind: 'retailer', email: 'owner@new-shop.example' },
  })),
  'POST /v1/public/verify/files': open(() => ({
    form: { name: 'order.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') },
  })),
};

/** A delivery that was given up. */
const deadLetter: Finding = async (world) => {
  const [row] = await world.context.peek<{ id: string }>(
    `insert into outbox_delivery (message_id, handler, queue, attempts, failed_at, error)
     select id, 'lost-' || gen_random_uuid(), 'maintenance', 5, now(), 'no space' from outbox_message limit 1
     returning message_id as id, handler`,
  );
  return {
    by: await world.as('administrator', world.victims.platform),
    params: { ...row },
  };
};

/** An organisation that waits to be let in. */
const applicant: Finding = async (world) => {
  const [row] = await world.context.peek<{ id: string; version: number }>(
    `insert into organisation (id, kind, state, name, country, email, currency)
     values (gen_random_uuid(), 'retailer', 'applied', 'Applicant', 'NL', gen_random_uuid() || '@example.org', 'EUR') returning id, version`,
  );
  return {
    by: await world.as('administrator', world.victims.platform),
    params: { id: row?.id ?? '' },
    version: row?.version ?? 1,
    body: { reason: 'Nothing is sold there' },
  };
};

export const adminReads: Readonly<Record<string, Finding>> = {
  '/v1/admin/organisations/{id}': applicant,
  '/v1/admin/exchange-rates/{currency}': own('administrator', () => ({ params: { currency: 'KES' } })),
  '/v1/admin': own('administrator'),
};

export const adminChanges: Readonly<Record<string, Finding>> = {
  'POST /v1/admin/organisations/{id}/admission': async (world) => ({
    ...(await applicant(world)),
    body: undefined,
  }),
  'POST /v1/admin/organisations/{id}/refusal': applicant,
  'PUT /v1/admin/exchange-rates': own('administrator', async (world) => ({
    body: {
      currency: 'KES',
      day: (await world.hoursAhead(0)).slice(0, 10),
      perEuro: '151.2',
      source: 'entered for a test',
    },
  })),
  'POST /v1/admin/dead-letters/{id}/{handler}/retry': deadLetter,
  'DELETE /v1/admin/dead-letters/{id}/{handler}': deadLetter,
};

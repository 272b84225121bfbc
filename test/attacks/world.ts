import sharp from 'sharp';
import { firstRole, Secrets } from '#identity';
import type { OrganisationKind, PersonActor } from '#platform';
import { certifying, gather } from '../medium/compliance/certifying.js';
import { password, signedIn, Visitor } from '../medium/identity/visitor.js';
import { type Awarding, prepareAwards } from '../medium/ordering/awarding.js';
import { hoursAhead } from '../medium/sourcing/market.js';
import { openTestContext, type TestContext } from '../support/context.js';
import { multipart, needed } from './rightful/victim.js';

/** Roles with the kind of organisation that has them. */
export const kindOfRole = {
  requester: 'retailer',
  approver: 'retailer',
  finance: 'retailer',
  owner: 'retailer',
  maker: 'cooperative',
  manager: 'cooperative',
  officer: 'assurance',
  lead: 'assurance',
  administrator: 'platform',
} as const satisfies Record<string, OrganisationKind>;
export type Role = keyof typeof kindOfRole;
export const roles = Object.keys(kindOfRole) as Role[];

/** Someone who has signed in. */
export interface Someone {
  visitor: Visitor;
  personId: string;
  email: string;
  organisationId: string;
  kind: OrganisationKind;
}

/** Organisations with something to lose, and organisations without any that would like to have it. */
export interface World {
  context: TestContext;
  awarding: Awarding;
  /** By their kind; each has records in every state that the routes begin from. */
  victims: Readonly<Record<OrganisationKind, string>>;
  rivals: Readonly<Record<OrganisationKind, string>>;
  /** The one person of a role in an organisation, signed in when first asked for. */
  as: (role: Role, organisationId: string) => Promise<Someone>;
  /** A person of their own, whose session or password may be spoilt. */
  someoneNew: (role: Role, organisationId: string) => Promise<Someone>;
  /** Signs somebody in again whose session was ended or renewed by what was tried with it. @returns whether it was somebody's session */
  wake: (visitor: Visitor) => Promise<boolean>;
  /** How often that was needed. */
  woken: () => number;
  /** A key of an organisation that may read its own particulars, and nothing else. */
  keyOf: (organisationId: string) => Promise<Visitor>;
  /** Up to what the retailer's requesters may award by themselves, in minor units. */
  limit: (minor: string) => Promise<void>;
  /** A moment by the database's clock. */
  hoursAhead: (hours: number) => Promise<string>;
  picture: Buffer;
  close: () => Promise<void>;
}

/** One market of two sides, with what each route needs to answer its rightful owner. */
export async function openWorld(env: Record<string, string> = {}): Promise<World> {
  // Passkeys belong to a name, never to a number.
  const context = await openTestContext({ PUBLIC_URL: 'http://localhost:3000', ...env });
  const awarding = await prepareAwards(context);
  const { scene } = awarding;
  await fillOrders(context, awarding);
  const cast = await gather(context);
  await fillCertificates(context, cast);

  // Argon2 is slow on purpose: everyone here has the same password, hashed once.
  const passwordHash = await context.get(Secrets).passwordHash(password);
  const emails = new WeakMap<Visitor, string>();
  let wakes = 0;
  const wake = async (visitor: Visitor): Promise<boolean> => {
    const email = emails.get(visitor);
    if (email === undefined) {
      return false;
    }
    // Whoever attacks may have changed their own password on the way, or taken up a second factor.
    const own = 'person_id = (select id from person where email = $1)';
    await context.peek(`update credential set password_hash = $2 where ${own}`, [email, passwordHash]);
    for (const factor of ['passkey', 'totp_factor', 'recovery_code', 'sign_in_challenge']) {
      await context.peek(`delete from ${factor} where ${own}`, [email]);
    }
    const { cookie, csrfToken } = await signedIn(context, email);
    Object.assign(visitor, { cookie, csrfToken });
    wakes += 1;
    return true;
  };
  const someoneNew = async (role: Role, organisationId: string): Promise<Someone> => {
    const { personId } = await context.member(organisationId, kindOfRole[role], [role]);
    await context.peek('insert into credential (person_id, password_hash) values ($1, $2)', [
      personId,
      passwordHash,
    ]);
    const [row] = await context.peek<{ email: string }>('select email from person where id = $1', [personId]);
    const email = row?.email ?? '';
    const visitor = await signedIn(context, email);
    emails.set(visitor, email);
    return {
      visitor,
      personId,
      email,
      organisationId,
      kind: kindOfRole[role],
    };
  };
  const known = new Map<string, Promise<Someone>>();
  const keys = new Map<string, Promise<Visitor>>();
  const newKey = async (organisationId: string): Promise<Visitor> => {
    const [row] = await context.peek<{ kind: OrganisationKind }>(
      'select kind from organisation where id = $1',
      [organisationId],
    );
    const chief = await world.as(firstRole[row?.kind ?? 'retailer'], organisationId);
    const { key } = await needed(
      chief.visitor.send<{ key: string }>('POST', '/v1/account/api-keys', {
        body: { name: 'Particulars', scopes: ['organisation.read'] },
      }),
    );
    return new Visitor(context.app, key);
  };
  const world: World = {
    context,
    awarding,
    victims: {
      retailer: scene.buyer.id,
      cooperative: awarding.weavers.organisationId,
      assurance: cast.assuranceId,
      platform: await context.organisation('platform'),
    },
    rivals: {
      retailer: await context.organisation('retailer'),
      cooperative: await context.organisation('cooperative'),
      assurance: await context.organisation('assurance'),
      platform: await context.organisation('platform'),
    },
    as: (role, organisationId) => {
      const key = `${role} of ${organisationId}`;
      const found = known.get(key) ?? someoneNew(role, organisationId);
      known.set(key, found);
      return found;
    },
    someoneNew,
    wake,
    woken: () => wakes,
    keyOf: (organisationId) => {
      const found = keys.get(organisationId) ?? newKey(organisationId);
      keys.set(organisationId, found);
      return found;
    },
    limit: (minor) => limit(context, scene.buyer.id, minor),
    hoursAhead: (hours) => hoursAhead(context, hours),
    picture: await sharp({ create: { width: 64, height: 48, channels: 3, background: '#a05030' } })
      .png()
      .toBuffer(),
    close: context.close,
  };
  await fillShowcase(world);
  return world;
}

/** What a cooperative shows and what it does not show yet, with a photo each, and a key. */
async function fillShowcase(world: World): Promise<void> {
  const { visitor } = await world.as('manager', world.victims.cooperative);
  await needed(
    visitor.send('PUT', '/v1/cooperative/profile', {
      body: {
        place: 'Machakos',
        makers: 40,
        makersWomen: 30,
        languages: ['sw'],
        story: 'Owned by those who weave',
        published: true,
        crafts: [{ craftCode: 'basketry', piecesPerMonth: '1000' }],
      },
    }),
  );
  for (const published of [true, false]) {
    const { id } = await needed(
      visitor.send<{ id: string }>('POST', '/v1/cooperative/photos', {
        ...multipart({ name: 'basket.png', bytes: world.picture }),
      }),
    );
    await needed(
      visitor.send('POST', '/v1/cooperative/products', {
        body: {
          name: published ? 'Sisal basket' : 'Basket of next spring',
          craftCode: 'basketry',
          unitCode: 'C62',
          priceFrom: '8.40',
          currency: 'EUR',
          photoFileId: id,
          published,
        },
      }),
    );
  }
  await world.context.peek(
    `insert into cooperative_profile (cooperative_id, place, makers, makers_women, published) values ($1, 'Bhuj', 40, 30, true)`,
    [world.awarding.plaiters.organisationId],
  );
  const owner = await world.as('owner', world.victims.retailer);
  await needed(
    owner.visitor.send('POST', '/v1/account/api-keys', {
      body: { name: 'Import', scopes: ['requests.read'] },
    }),
  );
}

/** Orders with papers, awards in draft above and below the limit, a request that has closed and three that are open. */
async function fillOrders(context: TestContext, by: Awarding): Promise<void> {
  const { scene } = by;
  const { weavers } = await by.issued();
  await by.issued();
  const [order] = await context.peek<{ version: number }>(
    'select version from purchase_order where id = $1',
    [weavers],
  );
  await by.orders.accept(by.weavers, weavers, order?.version ?? 1);
  await context.drain();
  await by.drafted(2);
  await limit(context, scene.buyer.id, '100000');
  await by.drafted(2);
  const closing = await scene.request([by.weavers, by.plaiters]);
  await scene.quoted(by.weavers, closing);
  await scene.quoted(by.plaiters, closing);
  await context.advanceClock(25);
  for (const answer of ['draft', 'submitted', 'none'] as const) {
    const open = await scene.request([by.weavers, by.plaiters], { hours: 480 });
    await scene.quoted(by.plaiters, open);
    if (answer === 'submitted') {
      await scene.quoted(by.weavers, open);
    } else if (answer === 'draft') {
      await scene.services.quotes.save(by.weavers, open.id, null, scene.draft(open));
    }
  }
}

async function limit(context: TestContext, retailerId: string, minor: string): Promise<void> {
  await context.peek('update organisation set approval_limit_minor = $2 where id = $1', [retailerId, minor]);
}

/** Certificates in each state between a draft and a suspension. */
async function fillCertificates(
  context: TestContext,
  cast: Awaited<ReturnType<typeof gather>>,
): Promise<void> {
  const made = certifying(context, cast);
  const lead: PersonActor = cast.lead;
  const first = await made.granted();
  await made.decisions.suspend(lead, first.id, first.version, 'A complaint is looked into');
  await made.granted();
  await made.proposed();
  await made.inReview();
  const sent = await made.draft();
  await made.applications.submit(cast.manager, sent.id, sent.version);
  await made.draft();
}

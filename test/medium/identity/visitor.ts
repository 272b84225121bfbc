import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuidv7 } from 'uuid';
import { Secrets } from '#identity';
import type { OrganisationKind } from '#platform';
import type { TestContext } from '../../support/context.js';

export const password = 'kiondo sisal river lantern';

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors?: { pointer: string; code: string; detail: string }[];
  [member: string]: unknown;
}

/** An answer as a program reads it. `body` is the parsed JSON, or null where there is none. */
export interface Answer<Body = ProblemBody> {
  status: number;
  body: Body;
  text: string;
  headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** The raw `Set-Cookie` headers. */
  cookies: string[];
}

export interface Sending {
  body?: unknown;
  /** Sent as it is, in place of a JSON body. */
  payload?: string | Buffer;
  headers?: Record<string, string>;
  ifMatch?: string;
  /** In place of the session's own token; null sends none. */
  csrf?: string | null;
  address?: string;
}

/** Someone at the API with a browser's cookie jar, or with a key; nothing is judged, only answered. */
export class Visitor {
  cookie: string | null = null;
  csrfToken: string | null = null;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly key: string | null = null,
  ) {}

  async send<Body = ProblemBody>(method: string, url: string, sending: Sending = {}): Promise<Answer<Body>> {
    const { body, payload, headers = {}, ifMatch, csrf = this.csrfToken, address } = sending;
    const answer = await this.app.inject({
      method: method as 'GET',
      url,
      headers: {
        ...(this.cookie !== null && { cookie: this.cookie }),
        ...(this.key !== null && { authorization: `Bearer ${this.key}` }),
        ...(csrf !== null && { 'x-csrf-token': csrf }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
      ...(payload !== undefined && { payload }),
      ...(address !== undefined && { remoteAddress: address }),
    });
    const set = answer.headers['set-cookie'];
    const type = String(answer.headers['content-type'] ?? '');
    return {
      status: answer.statusCode,
      text: answer.body,
      body: (type.includes('json') && answer.body ? JSON.parse(answer.body) : null) as Body,
      headers: answer.headers,
      cookies: set === undefined ? [] : [set].flat().map(String),
    };
  }

  /** Keeps the cookie and the CSRF token of an answer that signs in. */
  keep(answer: Answer<{ csrfToken: string }>): void {
    this.cookie = answer.cookies[0]?.split(';')[0] ?? null;
    this.csrfToken = answer.body.csrfToken;
  }
}

export interface Account {
  email: string;
  personId: string;
  organisationId: string;
}

/** A person with a password, in an organisation that has been admitted. */
export async function enrol(
  context: TestContext,
  kind: OrganisationKind,
  roles: readonly string[],
  values: Partial<{ organisationId: string; email: string }> = {},
): Promise<Account> {
  const organisationId = values.organisationId ?? (await context.organisation(kind));
  const personId = uuidv7();
  const email = values.email ?? `visitor-${personId}@example.org`;
  await context.peek('insert into person (id, email, name) values ($1, $2, $3)', [
    personId,
    email,
    'Amina Wanjiru',
  ]);
  await context.peek('insert into credential (person_id, password_hash) values ($1, $2)', [
    personId,
    await context.get(Secrets).passwordHash(password),
  ]);
  await context.member(organisationId, kind, roles, personId);
  return { email, personId, organisationId };
}

/** Gives someone who was made without one the password of all. @returns their address */
export async function enrolPassword(context: TestContext, personId: string): Promise<string> {
  await context.peek('insert into credential (person_id, password_hash) values ($1, $2)', [
    personId,
    await context.get(Secrets).passwordHash(password),
  ]);
  const [person] = await context.peek<{ email: string }>('select email from person where id = $1', [
    personId,
  ]);
  return person?.email ?? '';
}

/** Signs in by the front door. */
export async function signedIn(context: TestContext, email: string): Promise<Visitor> {
  const visitor = new Visitor(context.app);
  const answer = await visitor.send<{ csrfToken: string }>('POST', '/v1/public/sessions', {
    body: { email, password },
  });
  if (answer.status !== 201) {
    throw new Error(`${email} could not sign in: ${answer.text}`);
  }
  visitor.keep(answer);
  return visitor;
}

/** A new account that has signed in. */
export async function newcomer(
  context: TestContext,
  kind: OrganisationKind,
  roles: readonly string[],
  organisationId?: string,
): Promise<Account & { visitor: Visitor }> {
  const account = await enrol(context, kind, roles, organisationId === undefined ? {} : { organisationId });
  return { ...account, visitor: await signedIn(context, account.email) };
}

/** Everything that identity holds, but for when a session was last seen: to see that a refusal changed nothing. */
export async function everythingOfIdentity(context: TestContext): Promise<unknown> {
  const [row] = await context.peek<{ everything: unknown }>(
    `select jsonb_build_object(
       'organisations', (select jsonb_agg(to_jsonb(o) order by id) from organisation o),
       'people', (select jsonb_agg(to_jsonb(p) order by id) from person p),
       'members', (select jsonb_agg(to_jsonb(m) order by organisation_id, person_id) from member m),
       'credentials', (select jsonb_agg(to_jsonb(c) order by person_id) from credential c),
       'sessions', (select jsonb_agg(to_jsonb(s) - 'last_seen_at' order by id) from session s),
       'apps', (select jsonb_agg(to_jsonb(t) order by person_id) from totp_factor t),
       'passkeys', (select jsonb_agg(to_jsonb(k) order by id) from passkey k),
       'codes', (select jsonb_agg(to_jsonb(r) order by person_id, code_hash) from recovery_code r),
       'resets', (select jsonb_agg(to_jsonb(r) order by id) from password_reset r),
       'invitations', (select jsonb_agg(to_jsonb(i) order by id) from member_invitation i),
       'keys', (select jsonb_agg(to_jsonb(k) - 'last_used_at' order by id) from api_key k),
       'outbox', (select count(*) from outbox_message), 'audit', (select count(*) from audit_entry)) as everything`,
  );
  return row?.everything;
}

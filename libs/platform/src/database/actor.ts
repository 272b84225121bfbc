/** What an organisation is; each kind has its own door of the API. */
export type OrganisationKind = 'retailer' | 'cooperative' | 'assurance' | 'platform';

/** A key under which a creating request is done once, with the hash of what was sent. */
export interface IdempotencyClaim {
  key: string;
  bodyHash: string;
}

/** Who acts, for which organisation. Every transaction is opened for one; row policies follow it. */
export interface Actor {
  kind: OrganisationKind | 'system' | 'public';
  organisationId: string | null;
  personId: string | null;
  apiKeyId: string | null;
  sessionId: string | null;
  permissions: ReadonlySet<string>;
  /** Joins a request's log lines, audit entries and answers. */
  requestId: string;
  idempotency?: IdempotencyClaim | undefined;
}

/** An actor that belongs to an organisation, as every route behind a door has. */
export interface OrganisationActor extends Actor {
  kind: OrganisationKind;
  organisationId: string;
}

/** A person who acts with a session or whose API key acts. */
export interface PersonActor extends OrganisationActor {
  personId: string;
}

const nobody = {
  organisationId: null,
  personId: null,
  apiKeyId: null,
  sessionId: null,
  permissions: new Set<string>(),
};

/** The worker, and what must look across organisations: signing in, the relay, deadlines. */
export function systemActor(requestId: string): Actor {
  return { ...nobody, kind: 'system', requestId };
}

/** Anyone, without signing in. */
export function publicActor(requestId: string): Actor {
  return { ...nobody, kind: 'public', requestId };
}

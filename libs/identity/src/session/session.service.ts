import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, Database, errors, type OrganisationKind, systemActor, type Tx } from '#platform';
import { permissionsOf } from '../access/permissions.js';
import { secretLookup } from '../access/secret-lookup.js';
import { identityErrors } from '../identity.errors.js';
import type { SessionRow, SessionView } from './session.dto.js';
import { Secrets } from './secrets.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** A session ends after 14 days, however busy. */
const sessionDays = 14;

/** Whoever a token belongs to. */
export interface Principal {
  actor: Actor;
  /** What changes must carry; null where no cookie speaks for the caller. */
  csrfToken: (() => string) | null;
}

interface FoundSession {
  session_id: string;
  person_id: string;
  organisation_id: string | null;
  kind: OrganisationKind | null;
  roles: string[] | null;
  state: string | null;
  stale: boolean;
  /** The organisation asks for a second factor, and this session proved none. */
  factor_missing: boolean;
}

/** How someone proved who they are as they came in. */
export type Proof = 'password' | 'totp' | 'passkey' | 'recovery_code';

export interface Device {
  userAgent: string | null;
  address: string;
}

/** Of a row of `organisations_of_person()`: whether the session `$1` lacks the factor that the organisation asks for. */
const needsSecondFactor = `second_factor_required
  and not exists (select from session where id = $1 and factor_proved_at is not null) as "needsSecondFactor"`;

/** Signing in and out, and which organisation a session acts for. */
@Injectable()
export class SessionService {
  private readonly find: (hash: Buffer) => Promise<FoundSession | null>;

  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly throttle: SignInThrottle,
  ) {
    this.find = secretLookup<FoundSession>(database, 'find_session');
  }

  /** The person whose e-mail address and password these are. The same words and time for every kind of failure. */
  async personOf(email: string, password: string, address: string): Promise<string> {
    await this.throttle.admit(email, address);
    const found = await this.database.read(systemActor('sign-in'), (tx) =>
      tx.maybeOne<{ id: string; password_hash: string }>(
        'select p.id, c.password_hash from person p join credential c on c.person_id = p.id where p.email = $1',
        [email],
      ),
    );
    const fits = await this.secrets.passwordFits(found?.password_hash ?? null, password);
    if (!found || !fits) {
      throw identityErrors.credentials_wrong();
    }
    await this.throttle.succeeded(email, address);
    return found.id;
  }

  /** Opens a session for an organisation of the person's: the one last worked for, otherwise the first. */
  async begin(personId: string, proof: Proof, device: Device): Promise<string> {
    const token = this.secrets.newToken();
    await this.database.inTransaction(systemActor('sign-in'), async (tx) => {
      const organisation = await tx.maybeOne<{ id: string }>(
        `select o.id from member m join organisation o on o.id = m.organisation_id
          where m.person_id = $1 and m.left_at is null and o.state = 'admitted'
          order by (select max(s.last_seen_at) from session s where s.person_id = $1 and s.organisation_id = o.id) desc nulls last,
                   m.since limit 1`,
        [personId],
      );
      const id = uuidv7();
      await tx.execute(
        `insert into session (id, token_hash, person_id, organisation_id, expires_at, user_agent, address, factor_proved_at)
         values ($1, $2, $3, $4, $5, left($6, 300), $7, case when $8 then clock_timestamp() end)`,
        [
          id,
          this.secrets.tokenHash(token),
          personId,
          organisation?.id ?? null,
          new Date(tx.now.getTime() + sessionDays * 86_400_000),
          device.userAgent,
          device.address,
          proof !== 'password',
        ],
      );
      if (organisation) {
        tx.record({
          action: 'session.begun',
          subjectType: 'person',
          subjectId: personId,
          organisationId: organisation.id,
          detail: { proof },
        });
      }
    });
    return token;
  }

  /** The actor behind a session's token, or null. */
  async principalOf(token: string, requestId: string): Promise<Principal | null> {
    const found = await this.find(this.secrets.tokenHash(token));
    if (!found) {
      return null;
    }
    // Without the factor that its organisation asks for, a session is signed in and acts for nobody.
    const admitted = found.state === 'admitted' && found.kind !== null && !found.factor_missing;
    const actor: Actor = {
      kind: admitted && found.kind ? found.kind : 'public',
      organisationId: admitted ? found.organisation_id : null,
      personId: found.person_id,
      apiKeyId: null,
      sessionId: found.session_id,
      permissions: admitted ? permissionsOf(found.roles ?? []) : new Set(),
      requestId,
    };
    if (found.stale) {
      await this.database.inTransaction(actor, (tx) =>
        tx.execute('update session set last_seen_at = weftway_now() where id = $1', [found.session_id]),
      );
    }
    return { actor, csrfToken: () => this.secrets.csrfToken(token) };
  }

  /** What a signed-in person's screens begin with. */
  async view(actor: Actor): Promise<SessionView> {
    return this.database.read(actor, (tx) => sessionView(tx));
  }

  /** Goes on for another of the person's organisations, in the same session. */
  async switchTo(actor: Actor, organisationId: string): Promise<SessionView> {
    const next = await this.database.inTransaction(actor, async (tx) => {
      const chosen = await tx.one<{
        kind: OrganisationKind;
        roles: string[];
        state: string;
        needsSecondFactor: boolean;
      }>(`select kind, roles, state, ${needsSecondFactor} from organisations_of_person() where id = $2`, [
        actor.sessionId,
        organisationId,
      ]);
      if (chosen.state !== 'admitted') {
        throw identityErrors.organisation_not_admitted();
      }
      if (chosen.needsSecondFactor) {
        throw identityErrors.second_factor_required();
      }
      await tx.execute('update session set organisation_id = $2 where id = $1', [
        actor.sessionId,
        organisationId,
      ]);
      return chosen;
    });
    return this.view({ ...actor, organisationId, kind: next.kind, permissions: permissionsOf(next.roles) });
  }

  async list(actor: Actor): Promise<{ items: SessionRow[]; nextCursor: null }> {
    const items = await this.database.read(actor, (tx) =>
      tx.query<SessionRow>(
        `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", user_agent as "userAgent", address,
                id = $2 as current
           from session where person_id = $1 and revoked_at is null and expires_at > weftway_now()
          order by last_seen_at desc limit 100`,
        [actor.personId, actor.sessionId],
      ),
    );
    return { items, nextCursor: null };
  }

  /** Ends one session of the person's. */
  async end(actor: Actor, sessionId: string): Promise<void> {
    const ended = await this.database.inTransaction(actor, (tx) =>
      tx.execute(
        'update session set revoked_at = weftway_now() where id = $1 and person_id = $2 and revoked_at is null',
        [sessionId, actor.personId],
      ),
    );
    if (ended === 0) {
      throw errors.not_found();
    }
  }

  /** Ends every session of the person's but this one. */
  async endOthers(actor: Actor): Promise<{ ended: number }> {
    const ended = await this.database.inTransaction(actor, (tx) => endSessionsBut(tx, actor));
    return { ended };
  }
}

/** Ends the person's other sessions, also after a change of password. @returns how many */
export async function endSessionsBut(tx: Tx, actor: Actor): Promise<number> {
  return tx.execute(
    'update session set revoked_at = weftway_now() where person_id = $1 and id <> $2 and revoked_at is null',
    [actor.personId, actor.sessionId],
  );
}

async function sessionView(tx: Tx): Promise<SessionView> {
  const { actor } = tx;
  const person = await tx.one<SessionView['person']>(
    'select id, name, email, language, time_zone as "timeZone" from person where id = $1',
    [actor.personId],
  );
  const organisations = await tx.query<SessionView['organisations'][number]>(
    `select id, name, kind, roles, state, ${needsSecondFactor} from organisations_of_person()`,
    [actor.sessionId],
  );
  return {
    person,
    organisation: organisations.find((one) => one.id === actor.organisationId) ?? null,
    organisations,
    permissions: [...actor.permissions].sort(),
  };
}

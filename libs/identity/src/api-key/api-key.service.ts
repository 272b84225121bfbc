import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, Database, errors, type OrganisationKind, type PersonActor } from '#platform';
import { secretLookup } from '../access/secret-lookup.js';
import { permissionsOf } from '../access/permissions.js';
import { identityErrors } from '../identity.errors.js';
import { Secrets } from '../session/secrets.js';
import type { Principal } from '../session/session.service.js';
import type { ApiKeyMade, ApiKeyRow, NewApiKey } from './api-key.dto.js';

const columns = `id, name, prefix, scopes, created_at as "createdAt", expires_at as "expiresAt",
  revoked_at as "revokedAt", last_used_at as "lastUsedAt"`;

interface FoundKey {
  api_key_id: string;
  organisation_id: string;
  kind: OrganisationKind;
  scopes: string[];
  created_by: string;
  state: string;
  roles: string[];
  stale: boolean;
}

/** Keys by which an organisation's own programs call: hashed, scoped, expiring. */
@Injectable()
export class ApiKeyService {
  private readonly find: (hash: Buffer) => Promise<FoundKey | null>;

  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {
    this.find = secretLookup<FoundKey>(database, 'find_api_key');
  }

  async make(actor: PersonActor, input: NewApiKey): Promise<ApiKeyMade> {
    const beyond = input.scopes.filter((scope) => !actor.permissions.has(scope));
    if (beyond.length > 0) {
      throw identityErrors.scope_beyond_role({
        errors: [
          {
            pointer: '/scopes',
            code: 'scope_beyond_role',
            detail: `Your role does not include ${beyond.join(', ')}.`,
          },
        ],
      });
    }
    const key = `wk_${this.secrets.newToken()}`;
    return this.database.inTransaction(actor, async (tx) => {
      const id = uuidv7();
      const apiKey = await tx.one<ApiKeyRow>(
        `insert into api_key (id, organisation_id, name, prefix, key_hash, scopes, created_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
        [
          id,
          actor.organisationId,
          input.name,
          key.slice(0, 9),
          this.secrets.tokenHash(key),
          input.scopes,
          actor.personId,
          new Date(tx.now.getTime() + (input.daysValid ?? 365) * 86_400_000),
        ],
      );
      tx.record({
        action: 'api_key.made',
        subjectType: 'api_key',
        subjectId: id,
        detail: { scopes: input.scopes },
      });
      return { apiKey, key };
    });
  }

  async list(actor: Actor): Promise<{ items: ApiKeyRow[]; nextCursor: null }> {
    const items = await this.database.read(actor, (tx) =>
      tx.query<ApiKeyRow>(`select ${columns} from api_key order by created_at desc, id desc limit 200`),
    );
    return { items, nextCursor: null };
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(actor, async (tx) => {
      const revoked = await tx.execute(
        'update api_key set revoked_at = weftway_now() where id = $1 and revoked_at is null',
        [id],
      );
      if (revoked === 0) {
        throw errors.not_found();
      }
      tx.record({ action: 'api_key.revoked', subjectType: 'api_key', subjectId: id });
    });
  }

  /** The actor behind a key: its scopes, as far as its maker's role still includes them. */
  async principalOf(key: string, requestId: string): Promise<Principal | null> {
    const found = await this.find(this.secrets.tokenHash(key));
    if (!found || found.state !== 'admitted') {
      return null;
    }
    const ofMaker = permissionsOf(found.roles);
    const actor: Actor = {
      kind: found.kind,
      organisationId: found.organisation_id,
      personId: found.created_by,
      apiKeyId: found.api_key_id,
      sessionId: null,
      permissions: new Set(found.scopes.filter((scope) => ofMaker.has(scope))),
      requestId,
    };
    if (found.stale) {
      await this.database.inTransaction(actor, (tx) =>
        tx.execute('update api_key set last_used_at = weftway_now() where id = $1', [found.api_key_id]),
      );
    }
    return { actor, csrfToken: null };
  }
}

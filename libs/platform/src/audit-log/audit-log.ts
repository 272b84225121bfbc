import { Injectable } from '@nestjs/common';
import type { OrganisationActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { cursorUnknown, type Page, pageStart } from '../http/page.js';
import type { AuditChainState, AuditEntryView, AuditQuery } from './audit-log.dto.js';

/** Reads an organisation's chain of audit entries. Entries are written by `Tx.record`. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  async list(actor: OrganisationActor, query: AuditQuery): Promise<Page<AuditEntryView>> {
    const start = pageStart(query);
    const rows = await this.database.read(actor, (tx) =>
      tx.query<AuditEntryView>(
        `select seq::float8 as seq, at, person_id as "personId", api_key_id as "apiKeyId", action,
                subject_type as "subjectType", subject_id as "subjectId", from_state as "from", to_state as "to",
                request_id as "requestId", encode(hash, 'hex') as hash
           from audit_entry
          where organisation_id = $1 and ($2::text is null or subject_type = $2) and ($3::uuid is null or subject_id = $3)
            and ($4::text is null or action = $4) and ($5::uuid is null or person_id = $5)
            and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
            and ($8::bigint is null or seq < $8)
          order by seq desc limit $9`,
        [
          actor.organisationId,
          query.subjectType || null,
          query.subjectId ?? null,
          query.action || null,
          query.personId ?? null,
          query.since ?? null,
          query.until ?? null,
          placeOf(start.key),
          start.limit + 1,
        ],
      ),
    );
    const items = rows.slice(0, start.limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor:
        rows.length > start.limit && last
          ? Buffer.from(`${last.subjectId} ${last.seq}`).toString('base64url')
          : null,
    };
  }

  /** Recomputes every hash of the organisation's chain. */
  async verify(actor: OrganisationActor): Promise<AuditChainState> {
    return this.database.read(actor, (tx) =>
      tx.one<AuditChainState>(
        `select b.seq is null as whole, coalesce(c.seq, 0)::float8 as entries, encode(c.hash, 'hex') as head,
                b.seq::float8 as "brokenAt", b.reason
           from (select 1) one
           left join audit_chain c on c.organisation_id = $1
           left join audit_breaks($1) b on true`,
        [actor.organisationId],
      ),
    );
  }
}

function placeOf(key: string | null): string | null {
  if (key !== null && !/^\d{1,15}$/.test(key)) {
    throw cursorUnknown();
  }
  return key;
}

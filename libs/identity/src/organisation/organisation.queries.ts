import { Injectable } from '@nestjs/common';
import type { OrganisationKind, Tx } from '#platform';

/** A party as papers print it and other contexts need it. */
export interface Party {
  id: string;
  kind: OrganisationKind;
  name: string;
  legalId: string | null;
  street: string | null;
  city: string | null;
  postalCode: string | null;
  region: string | null;
  country: string;
  contactName: string | null;
  email: string;
  phone: string | null;
  language: string;
  timeZone: string;
  currency: string;
  approvalLimitMinor: string | null;
}

/** What other contexts read of organisations and their people, in their own transaction. */
@Injectable()
export class Organisations {
  /** Those of the ids that the transaction's actor can see. */
  async parties(tx: Tx, ids: readonly string[]): Promise<Map<string, Party>> {
    const rows = await tx.query<Party>(
      `select id, kind, name, legal_id as "legalId", street, city, postal_code as "postalCode", region, country,
              contact_name as "contactName", email, phone, language, time_zone as "timeZone", currency,
              approval_limit_minor as "approvalLimitMinor"
         from organisation where id = any($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** People of an organisation with one of these roles, to be written to. Only the system sees those of others. */
  async peopleWith(
    tx: Tx,
    organisationId: string,
    roles: readonly string[],
  ): Promise<{ id: string; name: string; email: string; language: string; timeZone: string }[]> {
    return tx.query(
      `select p.id, p.name, p.email, p.language, p.time_zone as "timeZone"
         from member m join person p on p.id = m.person_id
        where m.organisation_id = $1 and m.left_at is null and m.roles && $2 order by p.id`,
      [organisationId, roles],
    );
  }
}

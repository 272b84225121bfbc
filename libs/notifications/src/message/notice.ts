import { type Permission, permissions } from '#identity';
import type { Tx } from '#platform';
import type { MessageFacts, MessageKind } from './message.templates.js';

/** Someone to be written to. */
export interface Recipient {
  organisationId: string | null;
  /** Null for an address that belongs to nobody here. */
  personId: string | null;
  email: string;
  name: string | null;
  language: string;
  timeZone: string;
}

/** One message and everyone who is to have it. */
export interface NoticeOf<Kind extends MessageKind> {
  kind: Kind;
  facts: MessageFacts[Kind];
  to: readonly Recipient[];
}
export type Notice = { [Kind in MessageKind]: NoticeOf<Kind> }[MessageKind];

/** What a promise of the outbox names, and where its reader finds it. */
export interface Occasion {
  /** An id of the payload by its name. */
  id: (name: string) => string;
  /** The address of a screen by its path. */
  link: (path: string) => string;
}

/** Reads what there is to be said on an occasion. What has passed meanwhile is no longer said: an empty list. */
export type NoticesOf = (tx: Tx, occasion: Occasion) => Promise<Notice[]>;

/** Those people of organisations whose role lets them do what the message asks for. */
export async function peopleWho(
  tx: Tx,
  permission: Permission,
  organisationIds: readonly string[],
  except: string | null = null,
): Promise<Recipient[]> {
  return tx.query<Recipient>(
    `select m.organisation_id as "organisationId", p.id as "personId", p.email, p.name, p.language, p.time_zone as "timeZone"
       from member m join person p on p.id = m.person_id
      where m.organisation_id = any($1) and m.left_at is null and m.roles && $2 and p.id is distinct from $3::uuid
      order by p.id`,
    [organisationIds, [...permissions[permission]], except],
  );
}

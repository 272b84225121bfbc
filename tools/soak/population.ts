import { v7 as uuidv7 } from 'uuid';
import { Secrets } from '#identity';
import { Settings } from '#platform';
import { HttpClient } from '../scenario/http-client.js';

/** Someone who is signed in. */
export interface User {
  client: HttpClient;
  cookie: string;
  /** Which of the retailers or cooperatives, counted from 0. */
  organisation: number;
  busy: boolean;
}

export interface Population {
  buyers: User[];
  managers: User[];
  cooperativeIds: string[];
}

const buyersOfRetailer = 5;
const managersOfCooperative = 5;

type Peek = (sql: string, parameters: readonly unknown[]) => Promise<unknown>;

/**
 * Retailers and cooperatives with their people, each with a session, in a few statements: coming in by the front door is measured
 * elsewhere, and two thousand people would take longer than the soak.
 */
export async function populate(
  peek: Peek,
  instance: { url: string; env: Record<string, string> },
  size: { buyers: number; managers: number },
): Promise<Population> {
  const secrets = new Secrets(new Settings(instance.env, 'soak'));
  const organisations: object[] = [];
  const people: object[] = [];
  const settle = (kind: 'retailer' | 'cooperative', role: string, count: number, each: number): User[] => {
    const ids: string[] = [];
    return Array.from({ length: count }, (_, index): User => {
      const organisation = Math.floor(index / each);
      if (index % each === 0) {
        const id = uuidv7();
        ids.push(id);
        const name = `${kind === 'retailer' ? 'House' : 'Weavers'} ${organisation + 1}`;
        organisations.push({ id, kind, name, email: `${kind}-${organisation}@soak.example` });
      }
      const token = secrets.newToken();
      people.push({
        id: uuidv7(),
        session_id: uuidv7(),
        organisation_id: ids[organisation],
        email: `${role}-${index}@soak.example`,
        name: `${role} ${index + 1}`,
        role,
        token_hash: secrets.tokenHash(token).toString('hex'),
      });
      const cookie = `weftway_session=${token}`;
      const session = { cookie, csrfToken: secrets.csrfToken(token) };
      return { client: HttpClient.ofSession(instance.url, session), cookie, organisation, busy: false };
    });
  };
  const buyers = settle('retailer', 'requester', size.buyers, buyersOfRetailer);
  const managers = settle('cooperative', 'manager', size.managers, managersOfCooperative);
  await peek(insertOrganisations, [JSON.stringify(organisations)]);
  await peek(insertPeople, [JSON.stringify(people)]);
  const cooperativeIds = (organisations as { id: string; kind: string }[])
    .filter((one) => one.kind === 'cooperative')
    .map((one) => one.id);
  return { buyers, managers, cooperativeIds };
}

const insertOrganisations = `
  with given as (select * from jsonb_to_recordset($1) as o(id uuid, kind text, name text, email text)),
  made as (
    insert into organisation (id, kind, state, name, country, city, email, currency, decided_at)
    select id, kind, 'admitted', name, case kind when 'retailer' then 'NL' else 'KE' end, 'Town', email, 'EUR', weftway_now() from given)
  insert into cooperative_profile (cooperative_id, story, place, founded, makers, makers_women, published)
  select id, 'Baskets by their makers.', 'Machakos', 2010, 30, 25, true from given where kind = 'cooperative'`;

const insertPeople = `
  with given as (
    select * from jsonb_to_recordset($1) as p(id uuid, session_id uuid, organisation_id uuid, email text, name text, role text, token_hash text)),
  person as (insert into person (id, email, name) select id, email, name from given),
  member as (insert into member (organisation_id, person_id, roles) select organisation_id, id, array[role] from given)
  insert into session (id, token_hash, person_id, organisation_id, expires_at, user_agent, address)
  select session_id, decode(token_hash, 'hex'), id, organisation_id, weftway_now() + interval '1 day', 'soak', '127.0.0.1' from given`;

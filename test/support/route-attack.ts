import type { HttpClient } from '../../tools/scenario/http-client.js';
import { HttpClient as Client } from '../../tools/scenario/http-client.js';
import type { Walked } from '../../tools/scenario/main-path.js';

export interface RouteAttack {
  requests: number;
  /** Ids of the victims' records that were tried in every path. */
  ids: number;
  /** Answers that told something or did something. */
  leaks: string[];
  /** Answers of 500 and above. */
  failures: string[];
}

interface OpenApi {
  paths: Record<
    string,
    Record<
      string,
      { requestBody?: unknown; responses: Record<string, { content?: Record<string, unknown> }> }
    >
  >;
}

interface Attacker {
  name: string;
  client: HttpClient;
  /** The door that is this one's own. */
  door: string;
}

/** Paths that answer anyone, by design: the showcase, schemes, verification, health. */
const open = '/v1/public/';
/** What a person or organisation has of its own is not another's. */
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Calls every route of the running OpenAPI document, as another retailer, another cooperative, another assurance body and nobody, with
 * every id that the main path left behind in every place of a path, and as filters. Whatever is answered may name none of those
 * records and change none of them.
 */
export async function attackEveryRoute(url: string, walked: Walked): Promise<RouteAttack> {
  const { people } = walked;
  const { reception } = people;
  const newcomer = async (
    kind: 'retailer' | 'cooperative' | 'assurance',
    name: string,
    door: string,
  ): Promise<Attacker> => {
    const { email } = await reception.admit(kind, { name, country: 'FR', city: 'Lyon', currency: 'EUR' });
    return { name, client: await reception.accept(email, `Owner of ${name}`), door };
  };
  const attackers: Attacker[] = [
    await newcomer('retailer', 'Rival Retail', '/v1/buyer'),
    await newcomer('cooperative', 'Rival Weavers', '/v1/cooperative'),
    await newcomer('assurance', 'Rival Assurance', '/v1/compliance'),
    { name: 'nobody', client: new Client(url), door: '/v1/public' },
  ];
  const secrets = await victimsIds(walked);
  const before = await stateOfVictims(walked);
  const document = (await new Client(url).get<OpenApi>('/v1/openapi.json')).body;
  const result: RouteAttack = { requests: 0, ids: secrets.size, leaks: [], failures: [] };

  for (const [pattern, operations] of Object.entries(document.paths)) {
    if (pattern.startsWith(open) || pattern === '/metrics') {
      continue;
    }
    for (const [method, operation] of Object.entries(operations)) {
      if (operation.responses['200']?.content?.['text/event-stream']) {
        // A stream has no end to wait for; what each is told is tested with live changes.
        continue;
      }
      for (const attacker of attackers) {
        // Through a door that is not theirs one try is enough: the guard answers before any record is looked at.
        const foreign = !pattern.startsWith(attacker.door) && !pattern.startsWith('/v1/account');
        for (const path of filled(pattern, foreign ? [...secrets].slice(0, 1) : [...secrets])) {
          // Their own sessions and organisation are theirs to change; another's are not in these paths.
          if (pattern.startsWith('/v1/account') && method !== 'get' && !pattern.includes('{')) {
            continue;
          }
          await attempt(
            attacker,
            method.toUpperCase(),
            path,
            operation.requestBody !== undefined,
            secrets,
            result,
          );
        }
      }
    }
  }
  if ((await stateOfVictims(walked)) !== before) {
    result.leaks.push('A record of the victims has changed');
  }
  return result;
}

async function attempt(
  attacker: Attacker,
  method: string,
  path: string,
  hasBody: boolean,
  secrets: ReadonlySet<string>,
  result: RouteAttack,
): Promise<void> {
  result.requests += 1;
  const answer = await attacker.client.attempt(method, path, hasBody ? {} : undefined);
  const what = `${method} ${path} as ${attacker.name}: ${answer.status}`;
  if (answer.status >= 500) {
    result.failures.push(`${what} ${answer.text.slice(0, 300)}`);
  }
  // What was asked for stands in a refusal's own words nowhere: no problem document repeats an id.
  const named = (answer.text.match(uuid) ?? []).filter((id) => secrets.has(id));
  if (named.length > 0) {
    result.leaks.push(`${what} names ${named[0]}`);
  }
  if (answer.status < 300 && [...secrets].some((id) => (path.split('?')[0] ?? '').includes(id))) {
    result.leaks.push(`${what} accepted another's id`);
  }
}

/** A pattern with an id in each place: with one place each id, with more the same id in all and neighbours crossed. */
function filled(pattern: string, ids: readonly string[]): string[] {
  const places = pattern.match(/\{[^}]+\}/g) ?? [];
  if (places.length === 0) {
    return [
      pattern,
      ...(pattern.endsWith('s') ? ids.slice(0, 1).map((id) => `${pattern}?search=${id}`) : []),
    ];
  }
  return ids.flatMap((id, at) => {
    const other = ids[(at + 1) % ids.length] ?? id;
    const same = pattern.replace(/\{[^}]+\}/g, id);
    return places.length === 1
      ? [same]
      : [same, pattern.replace(/\{[^}]+\}/, id).replace(/\{[^}]+\}/g, other)];
  });
}

/** Every id that the victims see in what is theirs alone. */
async function victimsIds(walked: Walked): Promise<Set<string>> {
  const { people, request } = walked;
  const [first] = people.cooperatives;
  const texts: string[] = [];
  const collect = async (client: HttpClient, ...paths: string[]): Promise<void> => {
    for (const path of paths) {
      texts.push(JSON.stringify((await client.get(path)).body));
    }
  };
  const at = `/v1/buyer/requests/${request.id}`;
  await collect(
    people.buyer,
    at,
    `${at}/lines?limit=3`,
    `${at}/comparison`,
    `${at}/awards`,
    '/v1/buyer/orders',
    `/v1/buyer/awards/${walked.awardId}`,
  );
  await collect(people.officer, '/v1/compliance/certificates');
  if (first) {
    const { manager } = first;
    await collect(
      manager,
      `/v1/cooperative/requests/${request.id}/quote`,
      '/v1/cooperative/orders',
      '/v1/account/invitations',
      '/v1/account/members',
    );
    const certificates = (await manager.get<{ items: { id: string }[] }>('/v1/cooperative/certificates')).body
      .items;
    await collect(manager, ...certificates.map(({ id }) => `/v1/cooperative/certificates/${id}`));
  }
  const all = new Set(texts.join(' ').match(uuid) ?? []);
  // Cooperatives, assurance bodies and schemes are public by design: the directory shows them.
  const known = new Set([
    ...people.cooperatives.map((one) => one.id),
    people.assuranceId,
    ...(JSON.stringify((await people.buyer.get('/v1/public/schemes')).body).match(uuid) ?? []),
  ]);
  const secret = [...all].filter((id) => !known.has(id));
  // Lines alone would be hundreds; forty ids of every kind are enough to try each route with each.
  return new Set(
    secret
      .filter((_, index) => secret.length <= 60 || index % Math.ceil(secret.length / 60) === 0)
      .concat(request.id, walked.awardId, ...walked.orders.map((order) => order.id)),
  );
}

async function stateOfVictims(walked: Walked): Promise<string> {
  const { buyer } = walked.people;
  const read = await Promise.all([
    buyer.get(`/v1/buyer/requests/${walked.request.id}`),
    ...walked.orders.map((order) => buyer.get(`/v1/buyer/orders/${order.id}`)),
  ]);
  return JSON.stringify(read.map((answer) => answer.body));
}

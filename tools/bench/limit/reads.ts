import type { FastifyInstance } from 'fastify';
import type { Bare } from './bare.js';

const text = { type: 'string' } as const;
const textOrNull = { type: ['string', 'null'] } as const;
const whole = { type: 'integer' } as const;
const flag = { type: 'boolean' } as const;
const object = (properties: object): object => ({ type: 'object', properties });
const list = (items: object): object => ({ type: 'array', items });

const line = object({
  id: text,
  position: whole,
  sku: textOrNull,
  description: text,
  specification: textOrNull,
  quantity: text,
  unitCode: text,
  targetUnitPrice: textOrNull,
  hsCode: textOrNull,
  neededBy: textOrNull,
  craftCode: textOrNull,
});

/** A buyer's request as it is answered; without its lines when it was just drafted. */
export const requestAnswer = object({
  id: text,
  reference: text,
  title: text,
  description: text,
  state: text,
  revision: whole,
  currency: text,
  sealed: flag,
  partialWelcome: flag,
  splitWelcome: flag,
  moreThanAsked: flag,
  deadline: textOrNull,
  deliverBy: textOrNull,
  incoterm: text,
  incotermPlace: text,
  delivery: object({
    name: text,
    street: textOrNull,
    city: textOrNull,
    postalCode: textOrNull,
    country: text,
  }),
  paymentDays: whole,
  advancePercent: text,
  version: whole,
  createdAt: text,
  publishedAt: textOrNull,
  lineCount: whole,
  invitedCount: whole,
  quoteCount: whole,
  estimate: textOrNull,
  requirements: list(object({ schemeId: text, code: text, name: text })),
  lines: list(line),
});

export const headerSql = `select r.id, r.reference, r.title, r.description, request_state_now(r.state, r.deadline) as state, r.revision, r.currency,
    r.sealed, r.partial_welcome as "partialWelcome", r.split_welcome as "splitWelcome", r.more_than_asked as "moreThanAsked",
    r.deadline, r.deliver_by::text as "deliverBy", r.incoterm, r.incoterm_place as "incotermPlace",
    json_build_object('name', r.delivery_name, 'street', r.delivery_street, 'city', r.delivery_city,
      'postalCode', r.delivery_postal_code, 'country', r.delivery_country) as delivery,
    r.payment_days as "paymentDays", trim_scale(r.advance_percent)::text as "advancePercent", r.version, r.created_at as "createdAt",
    r.published_at as "publishedAt",
    (select count(*) from request_line l where l.request_id = r.id)::int as "lineCount",
    (select count(*) from request_invitation i where i.request_id = r.id)::int as "invitedCount",
    (select count(*) from quote q where q.request_id = r.id and q.state not in ('draft', 'withdrawn'))::int as "quoteCount",
    coalesce((select json_agg(json_build_object('schemeId', s.id, 'code', s.code, 'name', s.name) order by s.name)
       from request_requirement q join scheme s on s.id = q.scheme_id where q.request_id = r.id), '[]') as requirements,
    (select minor_text(sum(half_even(l.quantity * l.target_unit_price * power(10::numeric, c.digits))), c.digits)
       from request_line l cross join currency c
       where l.request_id = r.id and l.target_unit_price is not null and c.code = r.currency group by c.digits) as estimate
  from request r where r.id = $1 and r.buyer_id = $2`;

const linesSql = `select l.id, l.position, l.sku, l.description, l.specification, trim_scale(l.quantity)::text as quantity,
    l.unit_code as "unitCode", trim_scale(l.target_unit_price)::text as "targetUnitPrice", l.hs_code as "hsCode",
    l.needed_by::text as "neededBy", l.craft_code as "craftCode"
  from request_line l where l.request_id = $1 order by l.position`;

/** One request with its lines. */
export function readRequest(server: FastifyInstance, bare: Bare): void {
  server.get<{ Params: { id: string } }>(
    '/requests/:id',
    { schema: { response: { 200: requestAnswer } } },
    async (request) =>
      bare.read(request, false, async (client, who) => {
        const { id } = request.params;
        const [header, lines] = await Promise.all([
          client.query({ name: 'request', text: headerSql, values: [id, who?.organisationId] }),
          client.query({ name: 'lines', text: linesSql, values: [id] }),
        ]);
        return { ...(header.rows[0] as object), lines: lines.rows as object[] };
      }),
  );
}

const row = object({
  id: text,
  reference: text,
  title: text,
  state: text,
  sealed: flag,
  currency: text,
  deadline: textOrNull,
  createdAt: text,
  lineCount: whole,
  invitedCount: whole,
  quoteCount: whole,
});

const listSql = `select r.id, r.reference, r.title, request_state_now(r.state, r.deadline) as state, r.sealed, r.currency, r.deadline,
    r.created_at as "createdAt",
    (select count(*) from request_line l where l.request_id = r.id)::int as "lineCount",
    (select count(*) from request_invitation i where i.request_id = r.id)::int as "invitedCount",
    (select count(*) from quote q where q.request_id = r.id and q.state not in ('draft', 'withdrawn'))::int as "quoteCount"
  from request r where r.buyer_id = $1 and r.state = $2 and r.deadline > weftway_now()
  order by r.created_at desc, r.id desc limit 26`;

/** The newest 25 in a state. */
export function listRequests(server: FastifyInstance, bare: Bare): void {
  server.get<{ Querystring: { state: string } }>(
    '/requests',
    { schema: { response: { 200: object({ items: list(row), more: flag }) } } },
    async (request) =>
      bare.read(request, false, async (client, who) => {
        const { rows } = await client.query<object>({
          name: 'list',
          text: listSql,
          values: [who?.organisationId, request.query.state],
        });
        return { items: rows.slice(0, 25), more: rows.length > 25 };
      }),
  );
}

const product = object({
  id: text,
  cooperative: object({ id: text, name: text, country: text, place: text }),
  name: text,
  description: text,
  craft: object({ code: text, name: text }),
  unitCode: text,
  priceFrom: text,
  currency: text,
  minimumQuantity: textOrNull,
  leadTimeDays: { type: ['integer', 'null'] },
  hsCode: textOrNull,
  photoFileId: textOrNull,
});

const searchSql = (words: number): string => `select p.id,
    json_build_object('id', p.cooperative_id, 'name', p.cooperative, 'country', p.country, 'place', p.place) as cooperative,
    p.name, p.description,
    json_build_object('code', p.craft_code, 'name', (select a.name from craft a where a.code = p.craft_code)) as craft,
    p.unit_code as "unitCode", trim_scale(p.price_from)::text as "priceFrom", p.currency,
    trim_scale(p.minimum_quantity)::text as "minimumQuantity", p.lead_time_days as "leadTimeDays", p.hs_code as "hsCode",
    p.photo_file_id as "photoFileId"
  from shown_product p
  where ${Array.from({ length: words }, (_, index) => `(p.name || ' ' || p.description) ilike $${index + 1}`).join(' and ')}
  order by p.name, p.id limit 26`;

/** Products by words of their name and description, for anyone. */
export function searchProducts(server: FastifyInstance, bare: Bare): void {
  server.get<{ Querystring: { search: string } }>(
    '/products',
    { schema: { response: { 200: object({ items: list(product), more: flag }) } } },
    async (request) =>
      bare.read(request, true, async (client) => {
        const patterns = request.query.search.split(' ').map((one) => `%${one}%`);
        const { rows } = await client.query<object>({
          name: `search-${patterns.length}`,
          text: searchSql(patterns.length),
          values: patterns,
        });
        return { items: rows.slice(0, 25), more: rows.length > 25 };
      }),
  );
}

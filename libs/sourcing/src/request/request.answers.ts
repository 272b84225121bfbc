import { all, empty, join, limitOf, type PageStart, raw, type Sql, sql } from '#platform';
import type { RequestQuery } from './request.dto.js';
import { lineColumns } from './request.queries.js';

const counts = `
  (select count(*) from request_line l where l.request_id = r.id)::int as "lineCount",
  (select count(*) from request_invitation i where i.request_id = r.id)::int as "invitedCount",
  (select count(*) from quote q where q.request_id = r.id and q.state not in ('draft', 'withdrawn'))::int as "quoteCount"`;

const columns = `r.id, r.reference, r.title, r.description, request_state_now(r.state, r.deadline) as state, r.revision, r.currency,
  r.sealed, r.partial_welcome as "partialWelcome", r.split_welcome as "splitWelcome", r.more_than_asked as "moreThanAsked",
  instant(r.deadline) as deadline, r.deliver_by as "deliverBy", r.incoterm, r.incoterm_place as "incotermPlace",
  json_build_object('name', r.delivery_name, 'street', r.delivery_street, 'city', r.delivery_city,
    'postalCode', r.delivery_postal_code, 'country', r.delivery_country) as delivery,
  r.payment_days as "paymentDays", trim_scale(r.advance_percent)::text as "advancePercent", r.version,
  instant(r.created_at) as "createdAt", instant(r.published_at) as "publishedAt", r.cancellation_reason as "cancellationReason", ${counts},
  coalesce((select json_agg(json_build_object('schemeId', s.id, 'code', s.code, 'name', s.name) order by s.name)
    from request_requirement q join scheme s on s.id = q.scheme_id where q.request_id = r.id), '[]') as requirements,
  (select minor_text(sum(half_even(l.quantity * l.target_unit_price * power(10::numeric, c.digits))), c.digits)
    from request_line l cross join currency c
    where l.request_id = r.id and l.target_unit_price is not null and c.code = r.currency group by c.digits) as estimate`;

const lines = `coalesce((select json_agg(row_to_json(a) order by a.position)
  from (select ${lineColumns} from request_line l where l.request_id = r.id) a), '[]') as lines`;

/** A buyer's request as it is answered, written by the database, with its lines where they are asked for. */
export function requestAnswer(buyerId: string, id: string, withLines: boolean): Sql {
  return sql`select r.version, (select row_to_json(v) from (select ${raw(columns)}${withLines ? raw(`, ${lines}`) : empty}) v)::text as answer
    from request r where r.id = ${id} and r.buyer_id = ${buyerId}`;
}

/** A page of a buyer's requests by what is asked, each written by the database. */
export function requestRows(buyerId: string, query: RequestQuery, start: PageStart): Sql {
  const byDeadline = query.sort === 'deadline';
  const key = byDeadline ? sql`coalesce(r.deadline, 'infinity')` : sql`r.created_at`;
  const [after, order] = byDeadline ? [sql`>`, sql`${key}, r.id`] : [sql`<`, sql`${key} desc, r.id desc`];
  const limit = limitOf(start);
  const pages = storedAs(query.state).map(
    (stored) =>
      sql`(select r.* from request r where ${all(
        sql`r.buyer_id = ${buyerId}`,
        stored,
        query.search && sql`strpos(lower(r.title || ' ' || r.reference), lower(${query.search})) > 0`,
        start.key !== null && sql`(${key}, r.id) ${after} (${start.key}::timestamptz, ${start.id}::uuid)`,
      )} order by ${order} ${limit})`,
  );
  return sql`select r.id, ${key}::text as "sortKey", (select row_to_json(l) from (
      select r.id, r.reference, r.title, request_state_now(r.state, r.deadline) as state, r.sealed, r.currency,
             instant(r.deadline) as deadline, instant(r.created_at) as "createdAt", ${raw(counts)}) l)::text as item
    from (${join(pages, ' union all ')}) r order by ${order} ${limit}`;
}

/** In which stored states requests are found that are in a state as the clock has it, each to be read along an index of its own. */
function storedAs(state: string | undefined): readonly (Sql | null)[] {
  switch (state) {
    case undefined:
      return [null];
    case 'open':
      return [sql`r.state = 'open' and r.deadline > weftway_now()`];
    case 'closed':
      return [sql`r.state = 'closed'`, sql`r.state = 'open' and r.deadline <= weftway_now()`];
    default:
      return [sql`r.state = ${state}`];
  }
}

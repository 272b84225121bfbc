import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Database,
  type OrganisationActor,
  type Page,
  pageStart,
  toPage,
  type Tx,
} from '#platform';
import { shownProductColumns } from '../product/shown-product.js';
import { capacityOf } from './capacity.js';
import type {
  CooperativeForBuyer,
  CooperativeQuery,
  CooperativeRow,
  CooperativeShowcase,
  ShowcaseFigures,
} from './cooperative.dto.js';

const row = `c.id, c.name, c.country, c.place, c.region, c.makers, c.makers_women as "makersWomen",
  coalesce((select json_agg(json_build_object('code', a.code, 'name', a.name) order by a.name)
              from cooperative_craft k join craft a on a.code = k.craft_code where k.cooperative_id = c.id), '[]') as crafts,
  coalesce((select json_agg(json_build_object('reference', h.reference, 'schemeId', s.id, 'schemeCode', s.code,
                     'scheme', s.name, 'validUntil', h.valid_until) order by s.name, h.reference)
              from public_certificate h join scheme s on s.id = h.scheme_id
             where h.cooperative_id = c.id and h.state = 'granted' and h.valid_from <= weftway_now()::date), '[]') as certificates`;
const showcase = `${row}, c.founded, c.languages, c.story,
  coalesce((select json_agg(r) from (
    select ${shownProductColumns} from shown_product p where p.cooperative_id = c.id order by p.name, p.id limit 100) r), '[]') as products`;

const countedForMs = 60_000;

/** Cooperatives that show themselves, to buyers and to everyone. */
@Injectable()
export class ShowcaseService {
  private counted: { at: number; figures: Promise<ShowcaseFigures> } | undefined;

  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: CooperativeQuery): Promise<Page<CooperativeRow>> {
    return this.database.read(actor, (tx) => shownCooperatives(tx, query));
  }

  async byId(actor: Actor, id: string): Promise<CooperativeShowcase> {
    return this.database.read(actor, (tx) =>
      tx.one<CooperativeShowcase>(`select ${showcase} from shown_cooperative c where c.id = $1`, [id]),
    );
  }

  /** Everything is counted for them: at most once a minute, however many look at the home page. */
  async figures(actor: Actor): Promise<ShowcaseFigures> {
    if (!this.counted || performance.now() - this.counted.at > countedForMs) {
      const figures = this.count(actor);
      this.counted = { at: performance.now(), figures };
      figures.catch(() => (this.counted = undefined));
    }
    return this.counted.figures;
  }

  private count(actor: Actor): Promise<ShowcaseFigures> {
    return this.database.read(actor, (tx) =>
      tx.one<ShowcaseFigures>(
        `select count(*)::int as cooperatives, coalesce(sum(c.makers), 0)::int as makers,
                coalesce(sum(c.makers_women), 0)::int as "makersWomen",
                (select count(*)::int from shown_product) as products,
                (select count(*)::int from public_certificate h join shown_cooperative s on s.id = h.cooperative_id
                  where h.state = 'granted' and h.valid_from <= weftway_now()::date) as certificates,
                coalesce(array_agg(distinct c.country::text order by c.country::text), '{}') as countries
           from shown_cooperative c`,
        [],
      ),
    );
  }

  /** Of all that are shown, for the site map. */
  async everyId(actor: Actor): Promise<string[]> {
    const rows = await this.database.read(actor, (tx) =>
      tx.query<{ id: string }>('select id from shown_cooperative order by id'),
    );
    return rows.map(({ id }) => id);
  }

  /** With what it can make in a month, which is not for everyone. */
  async forBuyer(actor: OrganisationActor, id: string): Promise<CooperativeForBuyer> {
    return this.database.read(actor, (tx) =>
      tx.one<CooperativeForBuyer>(
        `select ${showcase}, ${capacityOf('c.id')} as capacity from shown_cooperative c where c.id = $1`,
        [id],
      ),
    );
  }
}

async function shownCooperatives(tx: Tx, query: CooperativeQuery): Promise<Page<CooperativeRow>> {
  const start = pageStart(query);
  const rows = await tx.query<CooperativeRow & { sortKey: string }>(
    `select ${row}, c.name as "sortKey" from shown_cooperative c
      where ($1::text is null or strpos(lower(c.name), lower($1)) > 0 or strpos(lower(c.place), lower($1)) > 0)
        and ($2::text is null or exists (select from cooperative_craft k where k.cooperative_id = c.id and k.craft_code = $2))
        and ($3::text is null or c.country = $3)
        and ($4::uuid is null or exists (
          select from public_certificate h where h.cooperative_id = c.id and h.scheme_id = $4
             and h.state = 'granted' and h.valid_from <= weftway_now()::date))
        and ($5::text is null or (c.name, c.id) > ($5, $6::uuid))
      order by c.name, c.id limit $7`,
    [
      query.search || null,
      query.craft || null,
      query.country ?? null,
      query.schemeId ?? null,
      start.key,
      start.id,
      start.limit + 1,
    ],
  );
  return toPage(rows, start);
}

import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  type Actor,
  all,
  assertVersion,
  Database,
  errors,
  type FieldError,
  type JsonText,
  type OrganisationActor,
  type Page,
  limitOf,
  pageStart,
  raw,
  sql,
  toPage,
  toWrittenPage,
  type Tx,
  type WrittenRow,
} from '#platform';
import type {
  ProductInput,
  ProductQuery,
  ProductView,
  ShowcaseProductQuery,
  ShownProduct,
} from './product.dto.js';
import { likePatterns } from './product-search.rules.js';
import { shownProductColumns } from './shown-product.js';

const columns = `id, name, description, craft_code as "craftCode", unit_code as "unitCode",
  trim_scale(price_from)::text as "priceFrom", currency, trim_scale(minimum_quantity)::text as "minimumQuantity",
  lead_time_days as "leadTimeDays", hs_code as "hsCode", photo_file_id as "photoFileId", published, version`;

/** What a cooperative makes and shows. */
@Injectable()
export class ProductService {
  constructor(private readonly database: Database) {}

  /** By name. */
  async list(actor: OrganisationActor, query: ProductQuery): Promise<Page<ProductView>> {
    const start = pageStart(query);
    const rows = await this.database.read(actor, (tx) =>
      tx.query<ProductView & { sortKey: string }>(
        `select ${columns}, name as "sortKey" from product
          where cooperative_id = $1 and (name || ' ' || description) ilike all($2)
            and ($3::text is null or craft_code = $3) and ($4::text is null or (name, id) > ($4, $5::uuid))
          order by name, id limit $6`,
        [
          actor.organisationId,
          likePatterns(query.search),
          query.craft || null,
          start.key,
          start.id,
          start.limit + 1,
        ],
      ),
    );
    return toPage(rows, start);
  }

  async byId(actor: OrganisationActor, id: string): Promise<ProductView> {
    return this.database.read(actor, (tx) => ownProduct(tx, id));
  }

  async create(actor: OrganisationActor, input: ProductInput): Promise<ProductView> {
    return this.database.inTransaction(actor, async (tx) => {
      await assertCraftAndPhotoExist(tx, input);
      const id = uuidv7();
      await tx.execute(
        `insert into product (id, cooperative_id, name, description, craft_code, unit_code, price_from, currency,
                              minimum_quantity, lead_time_days, hs_code, photo_file_id, published)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [id, actor.organisationId, ...valuesOf(input)],
      );
      tx.record({
        action: 'product.created',
        subjectType: 'product',
        subjectId: id,
        to: shown(input.published),
      });
      return ownProduct(tx, id);
    });
  }

  async change(
    actor: OrganisationActor,
    id: string,
    version: number,
    input: ProductInput,
  ): Promise<ProductView> {
    return this.database.inTransaction(actor, async (tx) => {
      const before = await tx.one<{ version: number; published: boolean }>(
        'select version, published from product where id = $1 and cooperative_id = $2 for update',
        [id, actor.organisationId],
      );
      assertVersion(before, version);
      await assertCraftAndPhotoExist(tx, input);
      await tx.execute(
        `update product
            set name = $2, description = $3, craft_code = $4, unit_code = $5, price_from = $6, currency = $7,
                minimum_quantity = $8, lead_time_days = $9, hs_code = $10, photo_file_id = $11, published = $12,
                version = version + 1
          where id = $1`,
        [id, ...valuesOf(input)],
      );
      tx.record({
        action: 'product.changed',
        subjectType: 'product',
        subjectId: id,
        from: shown(before.published),
        to: shown(input.published),
      });
      return ownProduct(tx, id);
    });
  }

  async remove(actor: OrganisationActor, id: string): Promise<void> {
    await this.database.inTransaction(actor, async (tx) => {
      const removed = await tx.execute('delete from product where id = $1 and cooperative_id = $2', [
        id,
        actor.organisationId,
      ]);
      if (removed === 0) {
        throw errors.not_found();
      }
      tx.record({ action: 'product.removed', subjectType: 'product', subjectId: id });
    });
  }

  /** Shown products by name or the newest first, as their ids tell; each word that is searched for is one condition, so that the trigram index serves. */
  async shown(actor: Actor, query: ShowcaseProductQuery): Promise<JsonText<Page<ShownProduct>>> {
    const start = pageStart(query);
    const newest = query.sort === 'newest';
    const asked = all(
      sql`true`,
      query.craft && sql`p.craft_code = ${query.craft}`,
      query.country !== undefined && sql`p.country = ${query.country}`,
      query.cooperativeId !== undefined && sql`p.cooperative_id = ${query.cooperativeId}`,
      query.schemeId !== undefined &&
        sql`exists (
          select from public_certificate h where h.cooperative_id = p.cooperative_id and h.scheme_id = ${query.schemeId}
             and h.state = 'granted' and h.valid_from <= weftway_now()::date)`,
      start.key !== null &&
        (newest ? sql`p.id < ${start.id}::uuid` : sql`(p.name, p.id) > (${start.key}, ${start.id}::uuid)`),
      ...likePatterns(query.search).map((pattern) => sql`(p.name || ' ' || p.description) ilike ${pattern}`),
    );
    const rows = await this.database.select<WrittenRow>(
      actor,
      sql`select p.id, p.name as "sortKey", (select row_to_json(l) from (select ${raw(shownProductColumns)}) l)::text as item
            from shown_product p where ${asked} order by ${newest ? sql`p.id desc` : sql`p.name, p.id`} ${limitOf(start)}`,
    );
    return toWrittenPage(rows, start);
  }

  /** Of all that are shown, for the site map. */
  async everyId(actor: Actor): Promise<string[]> {
    const rows = await this.database.read(actor, (tx) =>
      tx.query<{ id: string }>('select id from shown_product order by id'),
    );
    return rows.map(({ id }) => id);
  }

  /** One that is shown. */
  async shownById(actor: Actor, id: string): Promise<ShownProduct> {
    return this.database.read(actor, (tx) =>
      tx.one<ShownProduct>(`select ${shownProductColumns} from shown_product p where p.id = $1`, [id]),
    );
  }
}

const shown = (published: boolean): string => (published ? 'published' : 'hidden');

async function ownProduct(tx: Tx, id: string): Promise<ProductView> {
  return tx.one<ProductView>(`select ${columns} from product where id = $1 and cooperative_id = $2`, [
    id,
    tx.actor.organisationId,
  ]);
}

function valuesOf(input: ProductInput): unknown[] {
  return [
    input.name,
    input.description ?? '',
    input.craftCode,
    input.unitCode,
    input.priceFrom,
    input.currency,
    input.minimumQuantity ?? null,
    input.leadTimeDays ?? null,
    input.hsCode ?? null,
    input.photoFileId ?? null,
    input.published,
  ];
}

async function assertCraftAndPhotoExist(tx: Tx, input: ProductInput): Promise<void> {
  const found = await tx.one<{ craft: boolean; photo: boolean }>(
    `select exists(select from craft where code = $1) as craft,
            $2::uuid is null or exists(select from stored_file where id = $2 and organisation_id = $3 and purpose = 'photo') as photo`,
    [input.craftCode, input.photoFileId ?? null, tx.actor.organisationId],
  );
  const wrong: FieldError[] = [];
  if (!found.craft) {
    wrong.push({ pointer: '/craftCode', code: 'craft_unknown', detail: 'Choose one of the crafts listed.' });
  }
  if (!found.photo) {
    wrong.push({
      pointer: '/photoFileId',
      code: 'photo_unknown',
      detail: 'Upload the photo first, then give its id.',
    });
  }
  if (wrong.length > 0) {
    throw errors.invalid_input({ errors: wrong });
  }
}

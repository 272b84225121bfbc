import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Page, type Tx } from '#platform';
import type { SchemeView } from './scheme.dto.js';

/** A scheme by its names. */
export interface SchemeName {
  id: string;
  code: string;
  name: string;
}

/** The schemes that certificates are given by. */
@Injectable()
export class Schemes {
  constructor(private readonly database: Database) {}

  /** Those of the ids that are schemes, by name. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<SchemeName[]> {
    return tx.query<SchemeName>('select id, code, name from scheme where id = any($1) order by name, id', [
      ids,
    ]);
  }

  /** Every scheme in use, with its criteria. */
  async list(actor: Actor): Promise<Page<SchemeView>> {
    const items = await this.database.read(actor, (tx) =>
      tx.query<SchemeView>(
        `select s.id, s.code, s.name, s.owner_name as "ownerName", s.kind, s.edition, s.source,
                s.months_valid as "monthsValid",
                coalesce((select json_agg(json_build_object('code', k.code, 'title', k.title) order by k.position)
                            from criterion k where k.scheme_id = s.id), '[]') as criteria
           from scheme s where s.active order by s.name, s.id limit 500`,
      ),
    );
    return { items, nextCursor: null };
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';

/** A cooperative in a line. Of one whose profile is not published others see name and country alone. */
export interface CooperativeSummary {
  id: string;
  name: string;
  country: string;
  place: string | null;
  makers: number | null;
  makersWomen: number | null;
}

/** What other contexts ask about cooperatives, in their own transaction. */
@Injectable()
export class Cooperatives {
  /** Those of the ids that are cooperatives. */
  async summaries(tx: Tx, ids: readonly string[]): Promise<Map<string, CooperativeSummary>> {
    const rows = await tx.query<CooperativeSummary>(
      `select o.id, o.name, o.country, p.place, p.makers, p.makers_women as "makersWomen"
         from organisation o left join cooperative_profile p on p.cooperative_id = o.id
        where o.id = any($1) and o.kind = 'cooperative'`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Those of the ids that show themselves, and so can be found and invited. */
  async published(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>('select id from shown_cooperative where id = any($1)', [ids]);
    return new Set(rows.map((row) => row.id));
  }
}

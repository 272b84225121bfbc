import sql, { join, raw, type Sql } from 'sql-template-tag';

/** Statements put together from parts, each value a parameter. */
export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag';

/**
 * Those conditions that are asked, joined by `and`: a statement that says only what is asked can be planned once for all its askers, and
 * finds the index that a `$1 is null or …` hides.
 */
export function all(...conditions: readonly (Sql | false | null | undefined | '')[]): Sql {
  return join(
    conditions.filter((one): one is Sql => Boolean(one)),
    ' and ',
  );
}

/** Page sizes that screens ask for; others are parameters, so that nobody can make the database keep a plan for each number there is. */
const usual = new Set([25, 50, 100]);

/**
 * `limit` for a page and the one row that tells whether more follow. A usual one stands in the text: of a limit that it cannot see the
 * planner expects a tenth of the table, and then plans anew each time rather than keep such a plan.
 */
export function limitOf(page: { limit: number }): Sql {
  return usual.has(page.limit) ? raw(`limit ${page.limit + 1}`) : sql`limit ${page.limit + 1}`;
}

/** A text whose parameters are given beside it, or one that carries them. */
export type Statement = string | Sql;

import { leastRows } from './multiply.js';
import type { Explained, PlanNode } from './plan-log.js';
import { wholeOnPurpose } from './reference-tables.js';

/** One statement of one route, however often it was sent. */
export interface Statement {
  route: string;
  sql: string;
  times: number;
  /** The longest, with plans being written. */
  milliseconds: number;
  /** Of the plan that read most: rows that its scans looked at, and rows that came out. */
  read: number;
  returned: number;
  /** Tables that grow and were read whole. */
  whole: string[];
  /** The longest plan, in short. */
  scans: string[];
}

/** Statements by route and text; a table counts as growing when it is large here. */
export class Findings {
  readonly statements = new Map<string, Statement>();

  constructor(private readonly rows: ReadonlyMap<string, number>) {}

  add(route: string, explained: readonly Explained[]): void {
    for (const { sql, plan, milliseconds } of explained) {
      const text = sql.replace(/\s+/g, ' ').trim();
      const key = `${route}\n${text}`;
      const known = this.statements.get(key);
      const { read, whole, scans } = scansOf(plan, this.rows);
      const statement = known ?? {
        route,
        sql: text,
        times: 0,
        milliseconds: 0,
        read: 0,
        returned: 0,
        whole: [],
        scans: [],
      };
      statement.times += 1;
      statement.milliseconds = Math.max(statement.milliseconds, milliseconds);
      if (read >= statement.read) {
        statement.read = read;
        statement.returned = plan['Actual Rows'] ?? 0;
        statement.scans = scans;
      }
      statement.whole = [...new Set([...statement.whole, ...whole])];
      this.statements.set(key, statement);
    }
  }

  /** Those that read a growing table whole and were not made to. */
  wholeReads(): Statement[] {
    return this.readingWhole().filter((statement) => purposeOf(statement) === undefined);
  }

  /** Those that were made to, with why. */
  wholeOnPurpose(): { statement: Statement; why: string }[] {
    return this.readingWhole().flatMap((statement) => {
      const why = purposeOf(statement);
      return why === undefined ? [] : [{ statement, why }];
    });
  }

  private readingWhole(): Statement[] {
    return [...this.statements.values()].filter((statement) => statement.whole.length > 0);
  }
}

function purposeOf({ sql }: Statement): string | undefined {
  return wholeOnPurpose.find(({ begins }) => sql.startsWith(begins))?.why;
}

function scansOf(
  node: PlanNode,
  rows: ReadonlyMap<string, number>,
): { read: number; whole: string[]; scans: string[] } {
  const inner = (node.Plans ?? []).map((plan) => scansOf(plan, rows));
  const found = {
    read: inner.reduce((sum, one) => sum + one.read, 0),
    whole: inner.flatMap((one) => one.whole),
    scans: inner.flatMap((one) => one.scans),
  };
  const relation = node['Relation Name'];
  const loops = node['Actual Loops'] ?? 0;
  if (relation && node['Node Type'].endsWith(' Scan') && loops > 0) {
    const each =
      (node['Actual Rows'] ?? 0) +
      (node['Rows Removed by Filter'] ?? 0) +
      (node['Rows Removed by Index Recheck'] ?? 0);
    const read = Math.round(each * loops);
    found.read += read;
    found.scans.push(
      `${node['Node Type']} ${relation}${node['Index Name'] ? ` by ${node['Index Name']}` : ''}: ${read}`,
    );
    if (node['Node Type'] === 'Seq Scan' && (rows.get(relation) ?? 0) >= leastRows) {
      found.whole.push(relation);
    }
  }
  return found;
}

import type { Findings, Statement } from './findings.js';

/** Rows read for each that came out, above which a statement is worth a look. */
const muchMore = 50;

export interface Outcome {
  findings: Findings;
  rows: ReadonlyMap<string, number>;
  unanswered: string[];
  /** Tables too small here to say anything. */
  small: string[];
}

/** What was found, as Markdown: first what fails, then what is worth a look, then everything. */
export function reportOf({ findings, rows, unanswered, small }: Outcome): string {
  const all = [...findings.statements.values()];
  const sum = [...rows.values()].reduce((total, count) => total + count, 0);
  const much = all
    .filter((one) => one.read > 1_000 && one.read > muchMore * Math.max(1, one.returned))
    .sort((left, right) => right.read - left.read);
  const byRoute = new Map<string, Statement[]>();
  for (const one of all) {
    byRoute.set(one.route, [...(byRoute.get(one.route) ?? []), one]);
  }
  return [
    '# Queries and their plans',
    `${sum.toLocaleString('en')} rows in ${rows.size} tables that grow: ${[...rows].map(([table, count]) => `${table} ${count}`).join(', ')}.`,
    `${byRoute.size} routes, ${all.length} statements, ${all.reduce((total, one) => total + one.times, 0)} times.`,
    ...(small.length > 0 ? [`Too small here to be judged: ${small.join(', ')}.`] : []),
    '## Growing tables that are read whole',
    listOf(findings.wholeReads(), (one) => `${one.route}: ${one.whole.join(', ')}\n  \`${short(one.sql)}\``),
    '## Read whole on purpose',
    listOf(
      findings.wholeOnPurpose(),
      ({ statement, why }) => `${statement.route}: ${why}\n  \`${short(statement.sql)}\``,
    ),
    '## Routes that answered nobody',
    listOf(unanswered, (path) => path),
    `## More than ${muchMore} rows read for each that came out`,
    listOf(
      much,
      (one) =>
        `${one.route}: ${one.read} read, ${one.returned} out; ${one.scans.join('; ')}\n  \`${short(one.sql)}\``,
    ),
    '## Every route',
    ...[...byRoute]
      .sort()
      .flatMap(([route, statements]) => [
        `### ${route}`,
        '| ms | times | read | out | scans | statement |\n| --- | --- | --- | --- | --- | --- |\n' +
          statements
            .map(
              (one) =>
                `| ${one.milliseconds.toFixed(1)} | ${one.times} | ${one.read} | ${one.returned} | ${one.scans.join('; ')} | \`${short(one.sql).replaceAll('|', '\\|')}\` |`,
            )
            .join('\n'),
      ]),
    '',
  ].join('\n\n');
}

function listOf<Item>(items: readonly Item[], words: (item: Item) => string): string {
  return items.length === 0 ? 'None.' : items.map((item) => `- ${words(item)}`).join('\n');
}

function short(sql: string): string {
  return sql.replaceAll('`', '').slice(0, 240);
}

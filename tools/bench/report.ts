import { cpus, totalmem } from 'node:os';
import type { Result, Row } from './rows/row.js';

const number = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? '' : value.toLocaleString('en', { maximumFractionDigits: digits });

/** Whether the goal is reached; null where there is none. */
export function reached(result: Result): boolean | null {
  if (result.goal === null) {
    return null;
  }
  return result.unit === 'ratio'
    ? (result.ratio ?? 0) >= result.goal
    : (result.p95Ms ?? result.p50Ms ?? Number.POSITIVE_INFINITY) <= result.goal;
}

function cells(result: Result): string[] {
  const goal =
    result.goal === null ? '' : result.unit === 'ratio' ? number(result.goal) : `${number(result.goal)} ms`;
  const verdict = reached(result);
  return [
    result.name,
    number(result.connections),
    number(result.rows),
    number(result.perSecond, 0),
    number(result.limit?.perSecond, 0),
    number(result.ratio),
    goal,
    verdict === null ? '' : verdict ? 'reached' : 'short',
    number(result.p50Ms, 1),
    number(result.p95Ms ?? result.p99Ms, 1),
    number(result.cpuMs, 3),
    number(result.limit?.cpuMs, 3),
    number(result.memoryMb, 0),
  ];
}

const headings = [
  'row',
  'connections',
  'rows',
  'per second',
  'limit',
  'ratio',
  'goal',
  '',
  'p50 ms',
  'p95 or p99 ms',
  'CPU ms',
  'limit CPU ms',
  'memory MB',
];

/** The table for a terminal. */
export function asText(results: readonly Result[]): string {
  const table = [headings, ...results.map(cells)];
  const widths = headings.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  return table
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Goal of `quality.md`: the same work over the most rows takes at most twice as long as over the fewest. */
const mostGrowth = 2;

/** What grew with the tables: each row's rate over the fewest rows to that over the most. */
function growth(results: readonly Result[]): string[] {
  const grown = new Map<string, Result[]>();
  for (const result of results.filter(({ rows, perSecond }) => rows !== null && perSecond !== null)) {
    const name = `${result.name}, ${number(result.connections)} connections`;
    grown.set(name, [...(grown.get(name) ?? []), result]);
  }
  return [...grown].flatMap(([name, sizes]) => {
    const [fewest, most] = [sizes[0], sizes.at(-1)];
    const times = (fewest?.perSecond ?? 0) / (most?.perSecond ?? 1);
    return sizes.length < 2
      ? []
      : [
          `${name}: ${number(times)} times the time from ${number(fewest?.rows)} to ${number(most?.rows)} rows, ` +
            `${times <= mostGrowth ? 'reached' : 'short'} of ${mostGrowth}`,
        ];
  });
}

/** docs/performance.md, whole. */
export function asMarkdown(results: readonly Result[], rows: readonly Row[], day: string): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const line = (cellsOf: readonly string[]): string => `| ${cellsOf.join(' | ')} |`;
  return `# Performance

Written by \`npm run bench\` on ${day}: ${cpus().length} cores (${processor}), ${Math.round(totalmem() / 1_073_741_824)} GB of memory, Node.js
${process.version}, embedded PostgreSQL on the same machine, which load, database and servers share. Each row is measured in turns, Weftway and its
limit one after the other, and the medians are told. Read the ratios: absolute figures are those of this machine on that day.

The limit is Fastify and pg with nothing between them, on the same database, as the same role under the same row policies, with the
same session, audit entry and outbox, in prepared statements that are sent together where one does not need the answer of
another (\`tools/bench/limit\`). A request that is written and its audit entry stand in the line of one retailer's number series and audit chain, in
both; both commit in the round trip that writes. For papers the limit is PDFKit alone, drawing the same page with every place known beforehand.

${rows.map((row) => `- \`${row.name}\`: ${row.work}`).join('\n')}

${[line(headings.map((heading) => heading || 'verdict')), line(headings.map(() => '---')), ...results.map((result) => line(cells(result)))].join('\n')}

## Growth

${growth(results)
  .map((words) => `- ${words}`)
  .join('\n')}
`;
}

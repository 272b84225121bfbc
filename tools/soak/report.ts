import { availableParallelism, loadavg } from 'node:os';
import { type Call, type Latency, latencyOf, type Measures, type Sample } from './measures.js';
import { leastForMemoryMs, type Verdict } from './verdict.js';

export interface SoakSize {
  minutes: number;
  buyers: number;
  managers: number;
  rate: number;
  streams: number;
  visitsPerSecond: number;
}

/** The report of a soak, as Markdown. */
export function reportOf(size: SoakSize, measures: Measures, verdict: Verdict): string {
  const all = latencyOf(verdict.calls);
  const errors = measures.calls.filter((call) => call.error !== null);
  const perSecond = measures.calls.length / (measures.elapsedMs / 1_000);
  return [
    '# Soak',
    '',
    `${size.buyers} buyers and ${size.managers} managers for ${size.minutes} minutes at ${size.rate} times the expected rate: ` +
      `${size.visitsPerSecond.toFixed(1)} visits and ${perSecond.toFixed(1)} requests a second, ${size.streams} streams of live changes open. ` +
      `${availableParallelism()} cores shared by api, worker, PostgreSQL and this load; ${loadavg()[0]?.toFixed(1)} processes waited for them at the end.`,
    '',
    `- ${measures.calls.length} requests, ${errors.length} failed; ${measures.events} live changes arrived; ${measures.turnedAway} visits fell on someone busy; ${measures.tooLate} quotes came after their deadline and were refused for it`,
    `- after warming up (${Math.round(verdict.warmMs / 1_000)} s): ${inWords(all)}`,
    ...(size.minutes * 60_000 < leastForMemoryMs
      ? ['- memory is judged from three minutes on, not here']
      : []),
    `- ${verdict.problems.length === 0 ? 'all that is asked holds' : verdict.problems.join('; ')}`,
    '',
    '## By minute',
    '',
    ...table(
      [
        'minute',
        'requests',
        'failed',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'api MB',
        'worker MB',
        'api handles',
        'worker handles',
        'connections',
      ],
      byMinute(measures),
    ),
    '',
    '## By route, after warming up',
    '',
    ...table(['route', 'requests', 'p50 ms', 'p95 ms', 'p99 ms', 'most ms'], byRoute(verdict.calls)),
    ...(errors.length > 0 ? ['', '## What failed', '', ...failures(errors)] : []),
    '',
  ].join('\n');
}

function inWords({ count, p50, p95, p99, most }: Latency): string {
  return `${count} requests, p50 ${ms(p50)} ms, p95 ${ms(p95)} ms, p99 ${ms(p99)} ms, most ${ms(most)} ms`;
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

function byMinute({ calls, samples }: Measures): string[][] {
  const minutes = Math.ceil(Math.max(1, ...calls.map((call) => call.at)) / 60_000);
  return Array.from({ length: minutes }, (_, minute) => {
    const within = <Item extends { at: number }>(items: readonly Item[]): Item[] =>
      items.filter((item) => Math.floor(item.at / 60_000) === minute);
    const mine = within(calls);
    const { p50, p95, p99 } = latencyOf(mine);
    const failed = mine.filter((call) => call.error !== null).length;
    return [
      String(minute + 1),
      String(mine.length),
      String(failed),
      ms(p50),
      ms(p95),
      ms(p99),
      ...held(within(samples)),
    ];
  });
}

function held(samples: readonly Sample[]): string[] {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last) {
    return ['', '', '', '', '', '', ''];
  }
  const share = (process: string): string => {
    const seconds = (last.cpuSeconds[process] ?? 0) - (first.cpuSeconds[process] ?? 0);
    return String(Math.round((seconds / Math.max(1, (last.at - first.at) / 1_000)) * 100));
  };
  return [
    String(Math.round(last.rssMb.api ?? 0)),
    String(Math.round(last.rssMb.worker ?? 0)),
    share('api'),
    share('worker'),
    String(last.handles.api ?? 'unknown'),
    String(last.handles.worker ?? 'unknown'),
    Object.entries(last.connections)
      .sort(([left], [right]) => left.localeCompare(right))
      .map(([name, open]) => `${name} ${open}`)
      .join(', '),
  ];
}

function byRoute(calls: readonly Call[]): string[][] {
  const routes = new Map<string, Call[]>();
  for (const call of calls) {
    routes.set(call.route, [...(routes.get(call.route) ?? []), call]);
  }
  return [...routes]
    .map(([route, mine]) => ({ route, latency: latencyOf(mine) }))
    .sort((left, right) => right.latency.p99 - left.latency.p99)
    .map(({ route, latency: { count, p50, p95, p99, most } }) => [
      route,
      String(count),
      ms(p50),
      ms(p95),
      ms(p99),
      ms(most),
    ]);
}

function failures(errors: readonly Call[]): string[] {
  const kinds = new Map<string, number>();
  for (const { route, error } of errors) {
    const kind = `${route}: ${error?.slice(0, 300)}`.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return [...kinds].map(([kind, times]) => `- ${times} times ${kind}`);
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

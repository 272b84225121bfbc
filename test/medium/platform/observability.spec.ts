import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Metrics, ProcessFigures } from '#platform';
import { openTestContext, type TestContext } from '../../support/context.js';

interface Query {
  where: string;
  expr: string;
}

interface Rule {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary?: string; action?: string };
}

const rules = (
  parse(readFileSync('docs/observability/alerts.yaml', 'utf8')) as { groups: { rules: Rule[] }[] }
).groups.flatMap((group) => group.rules);

const dashboard = JSON.parse(readFileSync('docs/observability/dashboard.json', 'utf8')) as {
  schemaVersion: number;
  templating: { list: { name: string }[] };
  panels: {
    id: number;
    title: string;
    gridPos: { x: number; y: number; w: number; h: number };
    targets: { expr: string }[];
  }[];
};

const queries: Query[] = [
  ...rules.map((rule) => ({ where: rule.alert, expr: rule.expr })),
  ...dashboard.panels.flatMap(({ title, targets }) =>
    // Grafana puts its own interval in before it asks.
    targets.map(({ expr }) => ({ where: title, expr: expr.replaceAll('$__rate_interval', '5m') })),
  ),
];

/** The figures that a query of PromQL names, and whether it can be parsed at all. */
function namedIn(expr: string): { names: string[]; valid: boolean } {
  const names: string[] = [];
  let valid = true;
  parser.parse(expr).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.isError) {
        valid = false;
      }
      if (type.name === 'Identifier' && node.parent?.type.name === 'VectorSelector') {
        names.push(expr.slice(from, to));
      }
    },
  });
  return { names, valid };
}

/** The names of the series in Prometheus' text. */
function seriesOf(text: string): Set<string> {
  const kinds = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  return new Set(
    kinds.flatMap(([, name = '', kind]) =>
      kind === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
    ),
  );
}

describe('figures, dashboard and alerts', () => {
  let context: TestContext;
  let series: Set<string>;
  beforeAll(async () => {
    context = await openTestContext();
    const texts = [await context.get(Metrics).text(), await context.job(ProcessFigures).registry.metrics()];
    series = seriesOf(texts.join('\n'));
    // Prometheus' own, of each process that it reads.
    series.add('up');
  });
  afterAll(() => context.close());

  it.each(queries.map(({ where, expr }) => [where, expr]))(
    '%s asks only for figures that are told: %s',
    (_, expr) => {
      const { names, valid } = namedIn(expr);
      expect(valid).toBe(true);
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => !series.has(name))).toEqual([]);
    },
  );

  it('would find a figure that is not told, and a query that is none', () => {
    expect(namedIn('sum(rate(weftway_nothing[5m])) > 0').names.filter((name) => !series.has(name))).toEqual([
      'weftway_nothing',
    ]);
    expect(namedIn('sum(rate(weftway_outbox_waiting[5m])').valid).toBe(false);
  });

  it('each alert says why, and what to do', () => {
    expect(rules.length).toBeGreaterThan(8);
    for (const { alert, labels, annotations, ...rule } of rules) {
      expect([alert, annotations.summary, annotations.action]).toEqual([
        alert,
        expect.stringMatching(/^.{30,}\.$/s),
        expect.stringMatching(/^.{30,}\.$/s),
      ]);
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(rule.for).toMatch(/^\d+m$/);
    }
  });

  it('no two panels lie on one another', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(new Set(dashboard.panels.map((panel) => panel.id)).size).toBe(dashboard.panels.length);
    expect(dashboard.templating.list.map((variable) => variable.name)).toEqual(['datasource']);
  });

  it('every figure of Weftway is in the documentation', () => {
    const page = readFileSync('docs/how-to/observability.md', 'utf8');
    const told = [...series].filter((name) => name.startsWith('weftway_'));
    const missing = told
      .map((name) => name.replace(/_(bucket|count|sum)$/, ''))
      .filter((name) => !page.includes(name) && name !== 'weftway_outbox_oldest_seconds');
    expect(missing).toEqual([]);
  });

  it('counts jobs by what became of them, and dead letters by queue', async () => {
    await context.peek(
      `with m as (insert into outbox_message (id, type, payload, available_at, relayed_at)
         values (gen_random_uuid(), 'test.figures', '{}', weftway_now() - interval '2 minutes', now()),
                (gen_random_uuid(), 'test.figures', '{}', weftway_now() - interval '9 minutes', now()) returning id, available_at)
       insert into outbox_delivery (message_id, handler, queue, attempts, failed_at)
       select id, 'test-figures', 'documents', 3, case when available_at < weftway_now() - interval '5 minutes' then now() end from m`,
    );
    const text = await context.get(Metrics).text();
    expect(text).toMatch(/^weftway_dead_letters\{queue="documents"\} 1$/m);
    expect(text).toMatch(/^weftway_jobs_failing\{queue="documents"\} 1$/m);
    expect(text).toMatch(/^weftway_queue_oldest_seconds\{queue="documents"\} 1[23]\d(\.|$)/m);
    expect(text).toMatch(/^weftway_database_up 1$/m);
  });
});

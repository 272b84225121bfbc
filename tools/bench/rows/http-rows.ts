import { type Ask, medianTurn, type Turn, turn } from '../measure.js';
import { linesARequest, requestId } from '../world/bulk.js';
import type { World } from '../world/world.js';
import type { Plan, Result, Row } from './row.js';

interface HttpWork {
  name: string;
  work: string;
  goal: number;
  grows: boolean;
  weftway: (world: World) => Omit<Ask, 'url'> & { path: string };
  limit: (world: World) => Omit<Ask, 'url'> & { path: string };
}

const draft = JSON.stringify({
  title: 'Autumn home range',
  currency: 'EUR',
  incoterm: 'FCA',
  incotermPlace: 'Mombasa',
  delivery: { name: 'Warehouse', country: 'NL' },
  lines: Array.from({ length: linesARequest }, (_, index) => ({
    sku: `SKU-${index + 1}`,
    description: `Round sisal basket ${index + 1}, natural and indigo`,
    quantity: String(100 + index),
    unitCode: 'C62',
    targetUnitPrice: '8.90',
  })),
});

export const works: readonly HttpWork[] = [
  {
    name: 'read-request',
    work: `one request with ${linesARequest} lines, signed in`,
    goal: 0.9,
    grows: true,
    weftway: ({ headers }) => ({ path: `/v1/buyer/requests/${requestId(77)}?include=lines`, headers }),
    limit: ({ headers }) => ({ path: `/requests/${requestId(77)}`, headers }),
  },
  {
    name: 'list-requests',
    work: 'newest 25 requests, filtered by state',
    goal: 0.9,
    grows: true,
    weftway: ({ headers }) => ({ path: '/v1/buyer/requests?state=open', headers }),
    limit: ({ headers }) => ({ path: '/requests?state=open', headers }),
  },
  {
    name: 'search-products',
    work: 'products by two words of their text, for anyone',
    goal: 0.9,
    grows: true,
    weftway: () => ({ path: '/v1/public/products?search=lot%20a7f31' }),
    limit: () => ({ path: '/products?search=lot%20a7f31' }),
  },
  {
    name: 'write-request',
    work: `a request of ${linesARequest} lines in one transaction`,
    goal: 0.9,
    grows: false,
    weftway: ({ headers }) => ({ path: '/v1/buyer/requests', method: 'POST', headers, body: draft }),
    limit: ({ headers }) => ({ path: '/requests', method: 'POST', headers, body: draft }),
  },
];

/** What is asked over HTTP of Weftway and of the limit in turn, on the same database. */
export const httpRows: readonly Row[] = works.map((one) => ({
  name: one.name,
  work: one.work,
  grows: one.grows,
  measure: async (world, plan, say) => {
    const results: Result[] = [];
    for (const connections of plan.connections) {
      const result = await compare(world, one, connections, plan);
      say(
        `${one.name}, ${connections} connections, ${world.rows} rows: ${result.ratio?.toFixed(2) ?? '-'} of the limit`,
      );
      results.push(result);
    }
    return results;
  },
}));

/** A B A B …, so that what disturbs one disturbs the other; the first turn of each warms up and is not counted. */
async function compare(world: World, work: HttpWork, connections: number, plan: Plan): Promise<Result> {
  const sides = [
    { ask: work.weftway(world), base: world.weftway.url, pid: world.weftway.api.pid ?? 0 },
    { ask: work.limit(world), base: world.limit.url, pid: world.limit.pid },
  ];
  const turns: Turn[][] = [[], []];
  for (let round = 0; round <= plan.rounds; round += 1) {
    for (const [side, { ask, base, pid }] of sides.entries()) {
      const { path, ...rest } = ask;
      const seconds = plan.seconds;
      const measured = await turn({ ...rest, url: base + path }, { pid }, { connections, seconds });
      if (round > 0) {
        turns[side]?.push(measured);
      }
    }
  }
  const [weftway, limit] = turns.map(medianTurn) as [Turn, Turn];
  return {
    name: work.name,
    connections,
    rows: work.grows ? world.rows : null,
    ratio: weftway.perSecond / limit.perSecond,
    goal: work.goal,
    unit: 'ratio',
    ...weftway,
    limit,
  };
}

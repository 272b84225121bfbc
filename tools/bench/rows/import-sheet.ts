import { writeWorkbook } from '#platform';
import { median } from '../measure.js';
import type { World } from '../world/world.js';
import type { Row } from './row.js';

const lines = 2_000;

/** A buyer's spreadsheet, from the first byte sent to its lines checked and saved. */
export const importSheet: Row = {
  name: 'import-sheet',
  work: `a spreadsheet of ${lines} lines, checked and saved`,
  grows: false,
  measure: async (world, plan, say) => {
    const sheet = await writeWorkbook([
      {
        name: 'Lines',
        columns: [
          { heading: 'SKU', width: 12 },
          { heading: 'Description', width: 40 },
          { heading: 'Quantity', width: 10 },
          { heading: 'Unit', width: 8 },
          { heading: 'Target price', width: 12 },
        ],
        rows: Array.from({ length: lines }, (_, index) => [
          `SKU-${index + 1}`,
          `Hand-made basket ${index + 1}`,
          { number: String(10 + index) },
          'pieces',
          { number: '8.90' },
        ]),
      },
    ]);
    const times: number[] = [];
    for (let round = 0; round <= plan.rounds; round += 1) {
      times.push(await importOnce(world, sheet));
    }
    const ms = median(times);
    say(`import-sheet: ${Math.round(ms)} ms`);
    return [
      {
        name: 'import-sheet',
        connections: 1,
        rows: lines,
        ratio: null,
        goal: 5_000,
        unit: 'ms',
        perSecond: null,
        p50Ms: ms,
        p99Ms: Math.max(...times),
        cpuMs: null,
        memoryMb: null,
        limit: null,
      },
    ];
  },
};

async function importOnce(world: World, sheet: Buffer): Promise<number> {
  const url = `${world.weftway.url}/v1/buyer/requests`;
  const drafted = await fetch(url, {
    method: 'POST',
    headers: { ...world.headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      title: 'Measured import',
      currency: 'EUR',
      incoterm: 'FCA',
      incotermPlace: 'Mombasa',
      delivery: { name: 'Warehouse', country: 'NL' },
    }),
  });
  const { id } = (await drafted.json()) as { id: string };
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(sheet)]), 'lines.xlsx');
  const begun = performance.now();
  const answer = await fetch(`${url}/${id}/lines/import`, {
    method: 'POST',
    headers: world.headers,
    body: form,
  });
  const result = (await answer.json()) as { imported?: number };
  const ms = performance.now() - begun;
  if (result.imported !== lines) {
    throw new Error(`The sheet was not imported: ${answer.status} ${JSON.stringify(result).slice(0, 500)}`);
  }
  return ms;
}

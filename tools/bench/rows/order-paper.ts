import { renderOrderPaper } from '../../../libs/ordering/src/order-document/order-paper.pdf.js';
import { orderPaperToUbl } from '../../../libs/ordering/src/order-document/order-paper.ubl.js';
import {
  sampleLines,
  sampleOrderPaper,
} from '../../../libs/ordering/src/order-document/sample-order-paper.js';
import { drawBare, recordDrawing } from '../limit/paper.js';
import { median } from '../measure.js';
import type { Plan, Result, Row } from './row.js';

/** A purchase order's paper with its XML: layout and all, against PDFKit drawing the same page with every place known. */
export const orderPaper: Row = {
  name: 'order-paper',
  work: 'purchase order as PDF/A-3 with its UBL, 20 and 300 lines, on one core',
  grows: false,
  measure: async (_world, plan, say) => {
    const results: Result[] = [];
    for (const lines of [20, 300]) {
      results.push(await paperOf(lines, plan));
      say(`order-paper, ${lines} lines: ${results.at(-1)?.ratio?.toFixed(2) ?? '-'} of the limit`);
    }
    return results;
  },
};

async function paperOf(lineCount: number, plan: Plan): Promise<Result> {
  const paper = sampleOrderPaper({ lines: sampleLines(lineCount) });
  const xml = orderPaperToUbl(paper);
  const drawing = await recordDrawing(() => renderOrderPaper(paper, xml));
  const sides = [
    () => renderOrderPaper(paper, orderPaperToUbl(paper)),
    () => drawBare(drawing, orderPaperToUbl(paper)),
  ];
  const rates: { perSecond: number; ms: number }[][] = [[], []];
  for (let round = 0; round <= plan.rounds; round += 1) {
    for (const [side, draw] of sides.entries()) {
      const measured = await rateOf(draw, plan.seconds);
      if (round > 0) {
        rates[side]?.push(measured);
      }
    }
  }
  const [ours, limit] = rates.map((measured) => ({
    perSecond: median(measured.map((one) => one.perSecond)),
    cpuMs: median(measured.map((one) => one.ms)),
  }));
  return {
    name: `order-paper-${lineCount}`,
    connections: null,
    rows: null,
    ratio: (ours?.perSecond ?? 0) / (limit?.perSecond ?? 1),
    goal: 0.95,
    unit: 'ratio',
    perSecond: ours?.perSecond ?? null,
    p50Ms: ours ? 1_000 / ours.perSecond : null,
    p99Ms: null,
    cpuMs: ours?.cpuMs ?? null,
    memoryMb: null,
    limit: limit ?? null,
  };
}

async function rateOf(
  draw: () => Promise<Buffer>,
  seconds: number,
): Promise<{ perSecond: number; ms: number }> {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  let count = 0;
  while (performance.now() - begun < seconds * 1_000) {
    await draw();
    count += 1;
  }
  const took = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: count / took, ms: (user + system) / 1_000 / count };
}

import { parseArgs } from 'node:util';
import { runScale } from './scale.js';

/** `npm run scale [-- --seconds N] [--processes N] [--redis single|cluster]`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '6' },
      processes: { type: 'string', default: '3' },
      redis: { type: 'string', default: 'single' },
    },
  });
  const [seconds, processes] = [Number(values.seconds), Number(values.processes)];
  if (
    !(seconds >= 0) ||
    !Number.isInteger(processes) ||
    processes < 1 ||
    !['single', 'cluster'].includes(values.redis)
  ) {
    throw new Error('npm run scale [-- --seconds N] [--processes N] [--redis single|cluster]');
  }
  const report = await runScale({
    seconds,
    processes,
    redisNodes: values.redis === 'cluster' ? 3 : 1,
    awards: 8,
    sheet: 'test/fixtures/sheets/request-40-lines.csv',
    say: (words) => console.log(words),
  });
  for (const fault of report.faults) {
    console.log(`FAULT ${fault}`);
  }
  console.log(`scale: ${report.orders} orders, ${report.faults.length} faults`);
  process.exit(report.faults.length === 0 ? 0 : 1);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

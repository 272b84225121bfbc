import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pidusage from 'pidusage';
import { sparePort } from '../../postgres/embedded-postgres.js';
import { projectRoot } from '../../project-root.js';
import { median } from '../measure.js';
import type { World } from '../world/world.js';
import type { Result, Row } from './row.js';

/** Long enough for what a start leaves behind to be collected. */
const idleMs = 5_000;

/** The api from nothing to its first answer, and the memory it holds when nobody asks. */
export const coldStart: Row = {
  name: 'cold-start',
  work: 'start of the api until it answers, and its memory when idle',
  grows: false,
  measure: async (world, plan, say) => {
    const starts = [];
    for (let round = 0; round < plan.rounds; round += 1) {
      starts.push(await startOnce(world));
    }
    const ms = median(starts.map((one) => one.ms));
    const memoryMb = median(starts.map((one) => one.memoryMb));
    say(`cold-start: ${Math.round(ms)} ms, ${Math.round(memoryMb)} MB idle`);
    const result: Result = {
      name: 'cold-start',
      connections: null,
      rows: null,
      ratio: null,
      goal: 1_200,
      unit: 'ms',
      perSecond: null,
      p50Ms: ms,
      p99Ms: Math.max(...starts.map((one) => one.ms)),
      cpuMs: median(starts.map((one) => one.cpuMs)),
      memoryMb,
      limit: null,
    };
    return [result];
  },
};

async function startOnce(world: World): Promise<{ ms: number; memoryMb: number; cpuMs: number }> {
  const port = await sparePort();
  const begun = performance.now();
  const api = spawn(process.execPath, [path.join(projectRoot, 'dist/apps/api/bundle/main.js')], {
    env: { PATH: process.env.PATH, ...world.weftway.env, PORT: String(port) },
    stdio: 'ignore',
  });
  const ended = once(api, 'exit');
  try {
    while (!(await fetch(`http://127.0.0.1:${port}/v1/public/health/ready`).catch(() => null))?.ok) {
      if (api.exitCode !== null || performance.now() - begun > 60_000) {
        throw new Error('The api did not start');
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const ms = performance.now() - begun;
    const { ctime } = await pidusage(api.pid ?? 0);
    await new Promise((resolve) => setTimeout(resolve, idleMs));
    const { memory } = await pidusage(api.pid ?? 0);
    return { ms, memoryMb: memory / 1_048_576, cpuMs: ctime };
  } finally {
    api.kill('SIGTERM');
    await ended;
  }
}

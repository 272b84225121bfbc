import { describe, expect, it } from '@jest/globals';
import { killedWorker } from '../../tools/faults/killed-worker.js';

describe('a job that is not safe to run twice', () => {
  it('is found by killing the worker: what it does is doubled', async () => {
    const findings = await killedWorker({
      seed: 1,
      short: true,
      say: () => undefined,
      env: { TEST_PLANTED_BUG: 'document-job-repeats' },
      onPostgres: { kills: 3, drafting: { awards: 3, ordersEach: 20 } },
      onRedis: null,
    });
    expect(findings.doubled.length).toBeGreaterThan(0);
    expect(findings.doubled[0]).toMatch(/that it is ready was announced \d+ times/);
    // Nothing else is planted.
    expect([...findings.lost, ...findings.broken]).toEqual([]);
  }, 300_000);
});

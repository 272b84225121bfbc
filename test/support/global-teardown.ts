import { rm } from 'node:fs/promises';
import { running } from './test-server.js';

export default async function tearDown(): Promise<void> {
  await running.postgres?.stop();
  if (running.dataDir) {
    await rm(running.dataDir, { recursive: true, force: true });
  }
}

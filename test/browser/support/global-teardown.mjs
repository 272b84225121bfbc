import { rm } from 'node:fs/promises';

export default async function tearDown() {
  const { instance, dataDir } = globalThis.browserPortal;
  await instance.stop();
  await rm(dataDir, { recursive: true, force: true });
}

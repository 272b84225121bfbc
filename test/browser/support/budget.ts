import type { CDPSession, Page } from 'playwright-core';

/** What a first load counts. Pictures come after it, as one scrolls. */
const kinds = {
  Script: 'script',
  Stylesheet: 'style',
  Font: 'font',
  Fetch: 'data',
  XHR: 'data',
  Preload: 'data',
  Other: 'data',
} as const;
export type Kind = 'script' | 'style' | 'font' | 'data';

/** A line and a processor, as the developer tools of browsers name them. */
export interface Profile {
  name: string;
  latency: number;
  bitsPerSecond: number;
}

export const slow3g: Profile = { name: 'slow 3G', latency: 400, bitsPerSecond: 400_000 };
export const slow4g: Profile = { name: 'slow 4G', latency: 150, bitsPerSecond: 1_600_000 };
const slowerProcessor = 4;

export interface Load {
  bytes: Record<Kind, number>;
  /** With the page itself and all headers. */
  onTheLine: number;
}

/** Sums what comes over the line, as it comes: compressed. */
export async function weigh(page: Page): Promise<{ session: CDPSession; load: Load }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const load: Load = { bytes: { script: 0, style: 0, font: 0, data: 0 }, onTheLine: 0 };
  const answers = new Map<string, { kind: Kind | undefined; headers: number }>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const kind = type in kinds ? kinds[type as keyof typeof kinds] : undefined;
    answers.set(requestId, { kind, headers: response.encodedDataLength });
    if (type === 'Image') {
      answers.delete(requestId);
    }
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (!answer) {
      return;
    }
    load.onTheLine += encodedDataLength;
    if (answer.kind) {
      load.bytes[answer.kind] += Math.max(0, encodedDataLength - answer.headers);
    }
  });
  return { session, load };
}

export async function slowDown(session: CDPSession, profile: Profile): Promise<void> {
  const bytesPerSecond = profile.bitsPerSecond / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: profile.latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
}

/** Seconds from asking for a screen until its heading and its data are there, and answer to a finger. */
export async function secondsUntilUsable(page: Page, address: string): Promise<number> {
  const begun = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('.mantine-Skeleton-root') === null,
    undefined,
    { polling: 50, timeout: 60_000 },
  );
  return (performance.now() - begun) / 1_000;
}

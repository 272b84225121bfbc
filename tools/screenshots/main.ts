import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { readSignIns } from '../seed/demonstration.js';
import { startInstance } from '../start/instance.js';
import { openChromium } from '../support/chromium.js';

type Role = 'requester' | 'manager' | 'officer';

interface Shot {
  /** Whose work place it is; nobody's for the public face. */
  role?: Role;
  /** Leads to the screen, signed in already. */
  go: (page: Page) => Promise<void>;
  phone?: boolean;
  dark?: boolean;
  language?: string;
}

/** The first of a list of the api's that fits, as the person of the page sees it. */
async function find<Row>(page: Page, path: string, fits: (row: Row) => boolean = () => true): Promise<Row> {
  const answer = await page.request.get(path);
  const { items } = (await answer.json()) as { items: Row[] };
  const found = items.find(fits);
  if (!found) {
    throw new Error(`Nothing of ${path} is worth a picture`);
  }
  return found;
}

interface RequestRow {
  id: string;
  quoteCount: number;
}

/** The tab of an awarded request with many quotes. */
const awarded =
  (tab: string) =>
  async (page: Page): Promise<void> => {
    const { id } = await find<RequestRow>(
      page,
      '/v1/buyer/requests?state=awarded&limit=100',
      (row) => row.quoteCount > 4,
    );
    await page.goto(`/buyer/requests/${id}/${tab}`);
  };

const quote = async (page: Page): Promise<void> => {
  const { requestId } = await find<{ requestId: string; requestState: string }>(
    page,
    '/v1/cooperative/quotes?limit=100',
    (row) => row.requestState === 'open',
  );
  await page.goto(`/cooperative/requests/${requestId}/quote`);
};

/** Each picture, of one screen or of several beside each other. */
const pictures: Readonly<Record<string, readonly Shot[]>> = {
  home: [{ go: async (page) => void (await page.goto('/')) }],
  comparison: [{ role: 'requester', go: awarded('quotes') }],
  award: [{ role: 'requester', go: awarded('award') }],
  quote: [
    { role: 'manager', phone: true, go: quote },
    { role: 'manager', phone: true, dark: true, language: 'ar', go: quote },
  ],
  review: [
    {
      role: 'officer',
      go: async (page) => {
        const { id } = await find<{ id: string }>(page, '/v1/compliance/certificates?state=in_review');
        await page.goto(`/compliance/certificates/${id}`);
      },
    },
  ],
  order: [
    {
      role: 'requester',
      go: async (page) => {
        const { id } = await find<{ id: string }>(page, '/v1/buyer/orders');
        await page.goto(`/buyer/orders/${id}`);
      },
    },
  ],
};

/** Pictures travel with every clone. */
const mostBytes = 60_000;

/** `npm run screenshots`: the pictures of the README, taken of the demonstration as it is now. */
async function main(): Promise<void> {
  const folder = path.resolve('docs/images');
  await mkdir(folder, { recursive: true });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-screenshots-'));
  const instance = await startInstance({ dataDir, env: { TEST_FSYNC: 'off' }, seed: true, say: console.log });
  const browser = await openChromium();
  try {
    const people = await readSignIns(dataDir);
    for (const [name, shots] of Object.entries(pictures)) {
      const taken: Buffer[] = [];
      for (const shot of shots) {
        const person = people.find((one) => one.role === shot.role);
        taken.push(await take(browser, instance.url, shot, person));
      }
      const picture = await small(await beside(taken));
      await writeFile(path.join(folder, `${name}.webp`), picture);
      console.log(`docs/images/${name}.webp ${picture.length} bytes`);
    }
  } finally {
    await browser.close();
    await instance.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Several in one, with a gap that takes the colour of whatever page shows it. */
async function beside(taken: readonly Buffer[]): Promise<Buffer> {
  const [first] = taken;
  if (!first || taken.length === 1) {
    return first ?? Buffer.alloc(0);
  }
  const gap = 32;
  const { width, height } = await sharp(first).metadata();
  return sharp({
    create: {
      width: taken.length * (width + gap) - gap,
      height,
      channels: 4,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    },
  })
    .composite(taken.map((input, index) => ({ input, left: index * (width + gap), top: 0 })))
    .png()
    .toBuffer();
}

/** As good as fits. */
async function small(picture: Buffer): Promise<Buffer> {
  for (let quality = 82; ; quality -= 8) {
    const made = await sharp(picture).webp({ quality, effort: 6 }).toBuffer();
    if (made.length < mostBytes || quality < 20) {
      return made;
    }
  }
}

async function take(
  browser: Browser,
  baseURL: string,
  shot: Shot,
  person: { email: string; password: string } | undefined,
): Promise<Buffer> {
  const context = await browser.newContext({
    baseURL,
    viewport: shot.phone ? { width: 360, height: 720 } : { width: 1280, height: 800 },
    deviceScaleFactor: shot.phone ? 1.5 : 1,
    colorScheme: shot.dark ? 'dark' : 'light',
    locale: shot.language ?? 'en-GB',
    isMobile: shot.phone ?? false,
    hasTouch: shot.phone ?? false,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    if (person) {
      await page.goto('/sign-in');
      await page.locator('input[type=email]').fill(person.email);
      await page.locator('input[type=password]').fill(person.password);
      await page.locator('button[type=submit]').click();
      await page.waitForURL((url) => !/^\/(sign-in|start)/.test(url.pathname));
    }
    await shot.go(page);
    await page.waitForLoadState('load');
    // Long enough for what is late to say so.
    await page.waitForTimeout(1_500);
    await page.locator('[class*=Skeleton]').first().waitFor({ state: 'hidden' });
    await page.waitForTimeout(500);
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

await main();

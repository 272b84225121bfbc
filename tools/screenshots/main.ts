import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { readSignIns } from '../seed/demonstration.js';
import { startInstance } from '../start/instance.js';
import { openChromium } from '../support/chromium.js';

interface Shot {
  name: string;
  /** Whose work place it is, by role; nobody's for the public face. */
  role: string | null;
  /** Leads to the screen, signed in already. */
  go: (page: Page) => Promise<void>;
  phone?: boolean;
  dark?: boolean;
  language?: string;
}

const first = (page: Page, part: string): Promise<void> =>
  page.locator(`main a[href*="${part}"]`).first().click();

const shots: readonly Shot[] = [
  { name: 'home', role: null, go: async (page) => void (await page.goto('/')) },
  { name: 'showcase', role: null, go: async (page) => void (await page.goto('/showcase')) },
  { name: 'buyer-work', role: 'requester', go: async (page) => void (await page.goto('/buyer')) },
  {
    name: 'comparison',
    role: 'requester',
    go: async (page) => {
      await page.goto('/buyer/requests?state=awarded');
      await first(page, '/buyer/requests/');
      await page.waitForURL(/requests\/[0-9a-f-]{36}/);
      await page.goto(`${page.url().split('?')[0] ?? ''}/quotes`);
    },
  },
  {
    name: 'order',
    role: 'requester',
    go: async (page) => {
      await page.goto('/buyer/orders');
      await first(page, '/buyer/orders/');
    },
  },
  {
    name: 'cooperative-work',
    role: 'manager',
    phone: true,
    go: async (page) => void (await page.goto('/cooperative')),
  },
  {
    name: 'cooperative-arabic',
    role: 'manager',
    phone: true,
    dark: true,
    language: 'ar',
    go: async (page) => void (await page.goto('/cooperative/orders')),
  },
  {
    name: 'compliance',
    role: 'officer',
    go: async (page) => void (await page.goto('/compliance/certificates')),
  },
];

/** `npm run screenshots`: the pictures of the README, taken of the demonstration as it is now. */
async function main(): Promise<void> {
  const folder = path.resolve('docs/images');
  await mkdir(folder, { recursive: true });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'weftway-screenshots-'));
  const instance = await startInstance({ dataDir, env: { TEST_FSYNC: 'off' }, seed: true, say: console.log });
  const browser = await openChromium();
  try {
    const people = await readSignIns(dataDir);
    for (const shot of shots) {
      const person = people.find((one) => one.role === shot.role);
      const picture = await take(browser, instance.url, shot, person);
      // Twice as dense as it is shown, and small: pictures travel with every clone.
      await writeFile(
        path.join(folder, `${shot.name}.webp`),
        await sharp(picture).webp({ quality: 70 }).toBuffer(),
      );
      console.log(`docs/images/${shot.name}.webp`);
    }
  } finally {
    await browser.close();
    await instance.stop();
    await rm(dataDir, { recursive: true, force: true });
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
    await page.waitForTimeout(1_500);
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

await main();

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import pg from 'pg';
import type { BrowserContext, Page } from 'playwright-core';
import { demonstrationPassword } from '../../../tools/seed/world.js';
import { openChromium } from '../../../tools/support/chromium.js';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A screen to look at a page on. */
export interface Screen {
  width: number;
  height: number;
  phone?: boolean;
  scheme?: 'light' | 'dark';
  language?: string;
}

export const desktop: Screen = { width: 1440, height: 900 };
export const phone: Screen = { width: 360, height: 740, phone: true };

const timeZone = 'Europe/Amsterdam';

/** The running Weftway that every browser test shares, and a browser of this file's own before it. */
export interface Portal {
  url: string;
  /** Someone's browser, signed in by the front door where an address is given. */
  visit: (screen: Screen, email?: string) => Promise<Visit>;
  /** Moves the database's clock ahead, for everyone. */
  advanceClock: (hours: number) => Promise<void>;
  /** As if someone had last proved who they are so many minutes ago, wherever they are signed in. */
  lastProved: (email: string, minutes: number) => Promise<void>;
  /** Where the running Weftway keeps its files and writes its mails. */
  dataDir: string;
  /** A moment by the database's clock, as a field for date and time takes it in the time zone of every visit. */
  wallClock: (ahead: { hours: number }) => Promise<string>;
  close: () => Promise<void>;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the browser complained about since the beginning. */
  complaints: string[];
  close: () => Promise<void>;
}

export async function openPortal(): Promise<Portal> {
  const url = process.env.BROWSER_URL;
  const ownerUrl = process.env.BROWSER_OWNER_URL;
  const dataDir = process.env.BROWSER_DATA_DIR;
  if (!url || !ownerUrl || !dataDir) {
    throw new Error('Browser tests run in the jest project “browser”');
  }
  const browser = await openChromium();
  const asOwner = async <Row extends object>(sql: string, parameters: unknown[]): Promise<Row[]> => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      return (await owner.query(sql, parameters)).rows as Row[];
    } finally {
      await owner.end();
    }
  };
  return {
    url,
    dataDir,
    visit: async (screen, email) => {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: screen.width, height: screen.height },
        colorScheme: screen.scheme ?? 'light',
        locale: screen.language ?? 'en-GB',
        timezoneId: timeZone,
        isMobile: screen.phone ?? false,
        hasTouch: screen.phone ?? false,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') {
          complaints.push(`console: ${message.text()}`);
        }
      });
      if (email) {
        await signIn(page, email);
      }
      return { page, context, complaints, close: () => context.close() };
    },
    advanceClock: async (hours) => {
      await asOwner('update clock set ahead = ahead + make_interval(secs => $1)', [hours * 3_600]);
    },
    lastProved: async (email, minutes) => {
      await asOwner(
        `update session s set proved_at = clock_timestamp() - make_interval(mins => $2),
                factor_proved_at = case when factor_proved_at is not null then clock_timestamp() - make_interval(mins => $2) end
           from person p where p.id = s.person_id and p.email = $1`,
        [email, minutes],
      );
    },
    wallClock: async ({ hours }) => {
      const [row] = await asOwner<{ at: string }>(
        `select to_char((weftway_now() + make_interval(secs => $1)) at time zone $2, 'YYYY-MM-DD"T"HH24:MI') as at`,
        [hours * 3_600, timeZone],
      );
      return row?.at ?? '';
    },
    close: () => browser.close(),
  };
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(demonstrationPassword);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !/^\/(sign-in|start)/.test(url.pathname));
}

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      document.querySelector('[role=status][aria-label]:not([hidden]) .mantine-Skeleton-root') === null,
  );
}

/** What axe holds against a page by WCAG 2.2 AA, one line each. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // By the debugger's own way: the content policy allows no foreign script.
    await page.evaluate(await readFile(axeSource, 'utf8'));
  }
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          node: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 160))
          .join(' | ')}`,
    );
  });
}

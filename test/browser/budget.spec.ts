import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Load,
  type Profile,
  secondsUntilUsable,
  slow3g,
  slow4g,
  slowDown,
  weigh,
} from './support/budget.js';
import { openPortal, phone, type Portal, settled } from './support/portal.js';

const most = 200_000;
const manager = 'amina@mutheu-kiondo.example';

/** Lists, and what is found in them first. */
const lists = ['requests', 'orders', 'certificates', 'products'] as const;
const fixed = ['', '/requests', '/orders', '/certificates', '/certificates/new', '/products', '/profile'];

describe('the phone’s budget', () => {
  let portal: Portal;
  let screens: string[] = [];
  let signedIn: { name: string; value: string; url: string }[] = [];

  beforeAll(async () => {
    portal = await openPortal();
    const visit = await portal.visit(phone, manager);
    signedIn = (await visit.context.cookies()).map(({ name, value }) => ({ name, value, url: portal.url }));
    const found = await visit.page.evaluate(
      async (names) =>
        Promise.all(
          names.map(async (name) => {
            const answer = await fetch(`/v1/cooperative/${name}?limit=1`);
            const { items } = (await answer.json()) as { items: { id: string }[] };
            return items[0] ? `/${name}/${items[0].id}` : undefined;
          }),
        ),
      lists,
    );
    const details = found.filter((one) => one !== undefined);
    const quotes = details.filter((one) => one.startsWith('/requests/')).map((one) => `${one}/quote`);
    screens = ['/sign-in', ...[...fixed, ...details, ...quotes].map((path) => `/cooperative${path}`)];
    await visit.close();
  }, 120_000);
  afterAll(() => portal.close(), 30_000);

  /** A phone that was never here before, but whose person is signed in. */
  async function coldVisit(path: string) {
    const visit = await portal.visit(phone);
    if (path !== '/sign-in') {
      await visit.context.addCookies(signedIn);
    }
    return visit;
  }

  async function firstLoad(path: string): Promise<Load> {
    const visit = await coldVisit(path);
    const { load } = await weigh(visit.page);
    await visit.page.goto(path);
    await settled(visit.page);
    // Before the service worker begins to keep the screens, which it does three seconds after the page is there.
    await visit.page.waitForTimeout(800);
    await visit.close();
    return load;
  }

  async function seconds(path: string, profile: Profile, again: boolean): Promise<number> {
    const visit = await coldVisit(path);
    if (again) {
      // What the service worker asks for itself is not slowed down: this is the least that one waits.
      await visit.page.goto(path);
      await visit.page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null);
      await visit.page.waitForTimeout(1_000);
    }
    const { session } = await weigh(visit.page);
    await slowDown(session, profile);
    const taken = await secondsUntilUsable(visit.page, path);
    await visit.close();
    return taken;
  }

  it('is kept by the first load of every screen of cooperatives', async () => {
    const rows: string[] = [];
    const over: string[] = [];
    const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(1).padStart(7);
    for (const path of screens) {
      const { bytes, onTheLine } = await firstLoad(path);
      const sum = bytes.script + bytes.style + bytes.font + bytes.data;
      const name = path.replaceAll(/[0-9a-f-]{36}/g, '…').padEnd(34);
      const columns = [bytes.script, bytes.style, bytes.font, bytes.data, sum, onTheLine];
      rows.push(`${name}${columns.map(kilobytes).join('')}`);
      if (sum > most) {
        over.push(`${path}: ${sum} bytes`);
      }
    }
    const head = `${'first load, kB compressed'.padEnd(34)} script  style   font   data    sum  with headers`;
    process.stdout.write(`\n${head}\n${rows.join('\n')}\n`);
    expect(over).toEqual([]);
  }, 180_000);

  it('tells how long a slow phone waits', async () => {
    const rows: string[] = [];
    for (const path of [
      '/cooperative',
      screens.find((one) => one.endsWith('/quote')) ?? '/cooperative/orders',
    ]) {
      for (const profile of [slow3g, slow4g]) {
        const cold = await seconds(path, profile, false);
        const again = await seconds(path, profile, true);
        const name = `${path.replaceAll(/[0-9a-f-]{36}/g, '…')}, ${profile.name}`;
        rows.push(`${name.padEnd(48)}${cold.toFixed(1).padStart(6)} s${again.toFixed(1).padStart(8)} s`);
      }
    }
    const head = `${'until usable, processor 4 times slower'.padEnd(48)}   cold     again`;
    process.stdout.write(`\n${head}\n${rows.join('\n')}\n`);
    // How fast a machine of tests is, is nobody's budget: the times are told, the bytes above are kept.
    expect(rows).toHaveLength(4);
  }, 300_000);
});

import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { desktop, openPortal, phone, type Portal, settled, violationsOf } from './support/portal.js';

/** The ground of each scheme, as the tokens have it. */
const grounds = { light: 'rgb(250, 247, 241)', dark: 'rgb(22, 24, 29)' };

const places = {
  nobody: ['/', '/showcase', '/verify', '/sign-in', '/forgot-password', '/apply'],
  'amina@mutheu-kiondo.example': [
    '/cooperative',
    '/cooperative/requests',
    '/cooperative/orders',
    '/cooperative/certificates',
    '/cooperative/products',
    '/cooperative/profile',
    '/account',
    '/account/security',
  ],
};

const folder = path.join(process.env.SCREENSHOTS_DIR ?? tmpdir(), 'weftway-looks');

/** What is translated, from right to left, in both schemes. Each page is kept as a picture to be looked at. */
describe.each(['light', 'dark'] as const)('in Arabic, %s', (scheme) => {
  let portal: Portal;
  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    portal = await openPortal();
  }, 120_000);
  afterAll(async () => {
    await portal.close();
    console.log(`Pictures are in ${folder}`);
  }, 30_000);

  describe.each(Object.entries({ desktop, phone }))('on a %s', (device, screen) => {
    it.each(Object.entries(places))(
      'pages of %s begin at the right, and nothing is cut or runs out of the screen',
      async (who, paths) => {
        const visit = await portal.visit(
          { ...screen, scheme, language: 'ar' },
          who === 'nobody' ? undefined : who,
        );
        const wrong: string[] = [];
        for (const at of paths) {
          await visit.page.goto(at);
          await settled(visit.page);
          expect(await visit.page.locator('html').getAttribute('dir')).toBe('rtl');
          expect(await groundOf(visit.page)).toBe(grounds[scheme]);
          expect(await beginsAt(visit.page)).toBe('right');
          wrong.push(...(await cutTexts(visit.page)).map((text) => `${at}: cut: ${text}`));
          wrong.push(...(await violationsOf(visit.page)).map((violation) => `${at}: ${violation}`));
          const name = `ar-${scheme}-${device}${at.replaceAll('/', '-')}.png`;
          await visit.page.screenshot({ path: path.join(folder, name), fullPage: true });
        }
        await visit.close();
        expect([...wrong, ...visit.complaints]).toEqual([]);
      },
      120_000,
    );
  });
});

function groundOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

/** On which side of its place the first heading stands. */
function beginsAt(page: Page): Promise<string> {
  return page
    .getByRole('heading', { level: 1 })
    .first()
    .evaluate((heading) => {
      const range = document.createRange();
      range.selectNodeContents(heading);
      const text = range.getBoundingClientRect();
      const place = heading.getBoundingClientRect();
      return place.right - text.right <= text.left - place.left ? 'right' : 'left';
    });
}

/** Texts that do not fit their place and are not meant to be shortened. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, a, button, label, dt, dd, p, th, td')]
      .filter((element) => {
        const { overflowX, textOverflow, clip, position } = getComputedStyle(element);
        const hidden = position === 'absolute' && clip !== 'auto';
        return (
          !hidden &&
          overflowX === 'hidden' &&
          textOverflow !== 'ellipsis' &&
          element.scrollWidth > element.clientWidth + 1
        );
      })
      .map((element) => (element.textContent ?? '').slice(0, 80));
    return wide > 0 ? [...cut, `${wide} pixels wider than the screen`] : cut;
  });
}

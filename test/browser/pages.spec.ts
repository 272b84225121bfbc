import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, openPortal, phone, type Portal, settled, violationsOf } from './support/portal.js';

const people = {
  buyer: 'sanne@hearth-and-hall.example',
  approver: 'joost@hearth-and-hall.example',
  cooperative: 'amina@mutheu-kiondo.example',
  officer: 'tesfaye@fairground-assurance.example',
  administrator: 'hanna@weftway.example',
} as const;

/** Every page that has an address without an id; those with one are found from their lists. */
const pages: Readonly<Record<keyof typeof people | 'nobody', readonly string[]>> = {
  nobody: ['/', '/sign-in', '/forgot-password', '/password-reset/none', '/showcase', '/verify', '/apply'],
  buyer: ['/buyer', '/buyer/requests', '/buyer/awards', '/buyer/orders', '/buyer/cooperatives', '/account'],
  approver: ['/buyer', '/account/security', '/account/people', '/account/messages'],
  cooperative: [
    '/cooperative',
    '/cooperative/requests',
    '/cooperative/orders',
    '/cooperative/certificates',
    '/cooperative/products',
    '/cooperative/profile',
  ],
  officer: ['/compliance', '/compliance/certificates', '/compliance/expiries', '/compliance/conflicts'],
  administrator: ['/admin', '/admin/organisations', '/admin/rates', '/admin/queues', '/admin/audit-log'],
};

const screens = {
  desktop,
  'a phone': phone,
  'a dark desktop': { ...desktop, scheme: 'dark' as const },
};

describe('every page', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  }, 120_000);
  afterAll(() => portal.close(), 30_000);

  describe.each(Object.entries(screens))('on %s', (_name, screen) => {
    it.each(Object.entries(pages))(
      'of %s is without a violation of WCAG, a complaint of the browser, or a bar to scroll sideways',
      async (who, paths) => {
        const visit = await portal.visit(screen, who === 'nobody' ? undefined : people[who as 'buyer']);
        const wrong: string[] = [];
        for (const path of paths) {
          await visit.page.goto(path);
          await settled(visit.page);
          wrong.push(...(await violationsOf(visit.page)).map((violation) => `${path}: ${violation}`));
          const overflow = await visit.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (overflow > 0) {
            wrong.push(`${path}: ${overflow} pixels wider than the screen`);
          }
        }
        await visit.close();
        expect([...wrong, ...visit.complaints]).toEqual([]);
      },
      120_000,
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { focusIsVisible, tabTo } from './support/keyboard.js';
import { desktop, openPortal, type Portal, type Visit } from './support/portal.js';

interface Comparison {
  cooperatives: { quoteId: string; missing: unknown[]; expired: boolean; stale: boolean }[];
}

/** A closed request of whoever is signed in that can be awarded, by the api that the screens use too. */
async function awardableRequest(page: Page): Promise<string | null> {
  const read = async <Body>(url: string): Promise<Body> =>
    (await (await page.request.get(url)).json()) as Body;
  const { items } = await read<{ items: { id: string }[] }>('/v1/buyer/requests?state=closed');
  for (const { id } of items) {
    const awards = await read<{ items: unknown[] }>(`/v1/buyer/requests/${id}/awards`);
    const { cooperatives } = await read<Comparison>(`/v1/buyer/requests/${id}/comparison`);
    const allowed = cooperatives.some((one) => one.missing.length === 0 && !one.expired && !one.stale);
    if (awards.items.length === 0 && allowed) {
      return id;
    }
  }
  return null;
}

describe('an award by keyboard alone', () => {
  let portal: Portal;
  let visit: Visit;
  let requestId: string;
  beforeAll(async () => {
    portal = await openPortal();
    for (const email of [
      'sanne@hearth-and-hall.example',
      'thijs@hearth-and-hall.example',
      'danielle@prairie-and-pine.example',
    ]) {
      const candidate = await portal.visit(desktop, email);
      const found = await awardableRequest(candidate.page);
      if (found) {
        visit = candidate;
        requestId = found;
        return;
      }
      await candidate.close();
    }
    throw new Error('The market has no request that can be awarded');
  }, 120_000);
  afterAll(() => portal.close(), 30_000);

  it('is filled, reasoned, and confirmed or put before an approver, with the focus always to be seen', async () => {
    const { page } = visit;
    await page.goto(`/buyer/requests/${requestId}/award`);
    await tabTo(page, 'button', /^Cheapest allowed/);
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.press('Enter');
    await tabTo(page, 'textbox', /^Reason/);
    await page.keyboard.type('Best price line by line, by keyboard.');
    await tabTo(page, 'button', /^Review award/);
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'button', /^(Ask for approval|Confirm)/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    const awards = (await (await page.request.get(`/v1/buyer/requests/${requestId}/awards`)).json()) as {
      items: { id: string; state: string }[];
    };
    expect(awards.items).toHaveLength(1);
    expect(['confirmed', 'awaiting_approval']).toContain(awards.items[0]?.state);
    const award = (await (
      await page.request.get(`/v1/buyer/awards/${awards.items[0]?.id ?? ''}`)
    ).json()) as {
      reason: string;
    };
    expect(award.reason).toBe('Best price line by line, by keyboard.');
    expect(visit.complaints).toEqual([]);
  }, 120_000);
});

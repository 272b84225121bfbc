import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPortal, phone, type Portal, type Visit } from './support/portal.js';

interface Inbox {
  items: {
    id: string;
    title: string;
    lineCount: number;
    quoteState: string | null;
    declinedAt: string | null;
  }[];
}

interface HeldQuote {
  state: string;
  revision: number;
  draft: unknown;
  submitted: { revision: number; lines: { position: number; unitPrice: string }[] };
}

const price = (page: Page) => page.getByRole('textbox', { name: /^Price for each one/ });

/** A quote on a phone whose line comes and goes: nothing typed is lost, and what is sent arrives once. */
describe('a quote without a line', () => {
  let portal: Portal;
  let visit: Visit;
  let request: Inbox['items'][number];

  beforeAll(async () => {
    portal = await openPortal();
    visit = await portal.visit(phone, 'amina@mutheu-kiondo.example');
    const inbox = await visit.page.request.get('/v1/cooperative/requests?state=open&limit=100');
    const found = ((await inbox.json()) as Inbox).items.find(
      (one) => one.quoteState === null && one.declinedAt === null && one.lineCount >= 2,
    );
    if (!found) {
      throw new Error('The market has no open request that waits for a quote');
    }
    request = found;
  }, 120_000);
  afterAll(() => portal.close(), 30_000);

  it('is begun while the line holds', async () => {
    const { page } = visit;
    await page.goto(`/cooperative/requests/${request.id}`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // From now on the service worker stands between the page and the line.
    await page.reload();
    await page.getByRole('link', { name: 'Write a quote' }).click();
    await page.locator('a[href$="quote?line=1"]').first().click();
    await price(page).fill('710');
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  it('goes on when the line is lost, and says that it is kept', async () => {
    const { page, context } = visit;
    await context.setOffline(true);
    await price(page).fill('725');
    await page.getByText('It goes to Weftway when the connection returns.', { exact: false }).waitFor();
  });

  it('is still there after the page was closed and opened without a line', async () => {
    const { page } = visit;
    await page.reload();
    await price(page).waitFor();
    expect(await price(page).inputValue()).toBe('725');
    await page.goto(`/cooperative/requests/${request.id}/quote`);
    await page.getByRole('heading', { level: 1, name: request.title, exact: false }).waitFor();
  });

  it('is sent without a line, and leaves when the line returns', async () => {
    const { page, context } = visit;
    await page.getByRole('link', { name: 'Check and send' }).click();
    await page.getByRole('button', { name: /^Send to/ }).click();
    await page.getByText('when the connection returns', { exact: false }).first().waitFor();
    await context.setOffline(false);
    await page.getByText('Sent. The buyer has it.').waitFor({ timeout: 30_000 });
  });

  it('has arrived once, with what was typed last', async () => {
    const answer = await visit.page.request.get(`/v1/cooperative/requests/${request.id}/quote`);
    const quote = (await answer.json()) as HeldQuote;
    expect(quote).toMatchObject({ state: 'submitted', revision: 1, draft: null });
    expect(quote.submitted.lines.find((line) => line.position === 1)?.unitPrice).toBe('725');
  });

  it('is not lost when the session has run out: one signs in again on the spot', async () => {
    const { page, context } = visit;
    await page.goto(`/cooperative/requests/${request.id}/quote?line=1`);
    await price(page).waitFor();
    await context.clearCookies();
    await price(page).fill('733');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Password' }).fill('weave a fair market');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await price(page).inputValue()).toBe('733');
    await page.getByText('Saved', { exact: true }).waitFor();
  });
});

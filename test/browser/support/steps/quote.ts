import type { Page } from 'playwright-core';

export interface WantedLine {
  price: string;
  quantity?: string;
}

/** A manager finds the invitation on the phone and opens the quote. */
export async function openQuote(page: Page, title: string): Promise<void> {
  await page.goto('/cooperative/requests');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('link', { name: 'Write a quote' }).click();
  await page.waitForURL(/\/quote/);
}

/** Fills the lines one after the other, as a thumb does. */
export async function fillLines(page: Page, lines: readonly WantedLine[]): Promise<void> {
  await page.getByRole('link', { name: 'Begin with the first line' }).click();
  for (const [index, line] of lines.entries()) {
    await page.getByRole('heading', { level: 1, name: `Line ${index + 1} of ${lines.length}` }).waitFor();
    if (line.quantity !== undefined) {
      await page.getByRole('textbox', { name: 'How many can you make?' }).fill(line.quantity);
    }
    await page.getByRole('textbox', { name: /^Price for each one/ }).fill(line.price);
    await page.getByRole('textbox', { name: 'Days until it is ready' }).fill('60');
    await page.getByRole('button', { name: index + 1 < lines.length ? 'Next line' : 'All lines' }).click();
  }
}

/** The last look, and away. */
export async function sendQuote(page: Page, buyer: string): Promise<void> {
  await page.getByRole('link', { name: 'Check and send' }).click();
  await page.getByRole('button', { name: `Send to ${buyer}` }).click();
}

import type { Page } from 'playwright-core';

export interface WantedRequest {
  title: string;
  /** Rows as a spreadsheet puts them on the clipboard. */
  rows: string;
  /** On the clock of the person’s time zone, as the browser’s field takes it. */
  deadline: string;
  scheme?: string;
  cooperatives: readonly string[];
}

/** A buyer drafts a request with lines from a spreadsheet, asks for a certificate, invites, and publishes. @returns its id */
export async function publishRequest(page: Page, wanted: WantedRequest): Promise<string> {
  await page.goto('/buyer/requests');
  await page.getByRole('link', { name: 'New request' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill(wanted.title);
  await page.getByRole('textbox', { name: /Quotes until/ }).fill(wanted.deadline);
  await page.getByRole('button', { name: 'Begin with the lines' }).click();
  await page.waitForURL(/requests\/[0-9a-f-]{36}/);
  const requestId = /requests\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.getByRole('grid').getByRole('gridcell').first().click();
  await page.evaluate((rows) => navigator.clipboard.writeText(rows), wanted.rows);
  await page.keyboard.press('Control+v');
  await page.getByText('All changes saved').waitFor();
  if (wanted.scheme !== undefined) {
    await page.getByRole('link', { name: /^Terms/ }).click();
    await page.getByRole('checkbox', { name: wanted.scheme }).check();
    await page.getByText('All changes saved').waitFor();
  }
  await page.getByRole('link', { name: /^Invited/ }).click();
  if (wanted.scheme !== undefined) {
    // The directory begins with those that hold what is asked for; here others are invited too.
    await page.getByRole('checkbox', { name: /^Only/ }).uncheck();
  }
  for (const name of wanted.cooperatives) {
    await page.getByRole('searchbox', { name: 'Search by name or place' }).fill(name);
    await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
  }
  await page.getByRole('button', { name: `Invite ${wanted.cooperatives.length}` }).click();
  await page.getByRole('heading', { name: `Invited · ${wanted.cooperatives.length}` }).waitFor();
  await page.getByRole('link', { name: /^Preview/ }).click();
  await page.getByRole('button', { name: /^Publish to/ }).click();
  await page.getByRole('heading', { level: 1, name: /Open/ }).waitFor();
  return requestId;
}

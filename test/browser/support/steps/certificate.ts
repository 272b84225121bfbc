import type { Page } from 'playwright-core';

export interface WantedCertificate {
  scheme: string;
  assurer: string;
  scope: string;
}

/** A cooperative asks for a certificate on its phone: three answers, a photo, sent. @returns its id */
export async function applyForCertificate(
  page: Page,
  wanted: WantedCertificate,
  photo: Buffer,
): Promise<string> {
  await page.goto('/cooperative/certificates');
  await page.getByRole('link', { name: 'Apply for a certificate' }).click();
  await page.getByRole('combobox', { name: 'Which certificate?' }).selectOption(wanted.scheme);
  await page.getByRole('combobox', { name: 'Who checks it' }).selectOption(wanted.assurer);
  await page.getByRole('textbox', { name: 'What it covers' }).fill(wanted.scope);
  await page.getByRole('button', { name: /^Next/ }).click();
  await page.waitForURL(/certificates\/[0-9a-f-]{36}/);
  await page
    .locator('input[type=file][capture]')
    .setInputFiles({ name: 'wage-book.png', mimeType: 'image/png', buffer: photo });
  await page.getByRole('link', { name: /^wage-book/ }).waitFor();
  await page.getByRole('button', { name: `Send to ${wanted.assurer}` }).click();
  await page.getByRole('heading', { level: 1, name: /Submitted/ }).waitFor();
  return /certificates\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** An officer takes a certificate up, looks at its evidence, checks every criterion and proposes to grant it. */
export async function reviewAndPropose(page: Page, certificateId: string): Promise<void> {
  await page.goto(`/compliance/certificates/${certificateId}`);
  await page.getByRole('button', { name: 'Take up' }).click();
  const shown = page.getByRole('tabpanel').getByRole('img');
  await shown.waitFor();
  await shown.evaluate((image: HTMLImageElement) => image.decode());
  await page.getByRole('button', { name: 'Mark the rest met' }).click();
  await page.getByText(/^(\d+) of \1 checked/).waitFor();
  await page.getByRole('button', { name: 'Propose a decision' }).click();
  await page.getByRole('button', { name: 'Propose to grant' }).click();
  await page.getByRole('heading', { level: 1, name: /Decision proposed/ }).waitFor();
}

/** Another of the body confirms what was proposed. */
export async function confirmProposal(page: Page, certificateId: string): Promise<void> {
  await page.goto(`/compliance/certificates/${certificateId}`);
  await page.getByRole('button', { name: /^Confirm/ }).click();
  await page.getByRole('heading', { level: 1, name: /Granted/ }).waitFor();
}

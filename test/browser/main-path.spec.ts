import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { desktop, openPortal, phone, type Portal, type Visit } from './support/portal.js';
import { applyForCertificate, confirmProposal, reviewAndPropose } from './support/steps/certificate.js';
import { fillLines, openQuote, sendQuote } from './support/steps/quote.js';
import { publishRequest } from './support/steps/request.js';

const title = 'Baskets for spring, from end to end';
const buyer = 'Hearth and Hall';
const certified = 'Sabai Grass Artisans Cooperative of Baripada';
const uncertified = 'Mutheu Kiondo Weavers Cooperative';
const scheme = 'Fair for Life';
const rows = ['SPR-1\tRound sisal basket, medium', 'SPR-2\tFlat tray, sea grass']
  .map((row, index) => `${row}\t\t${600 * (index + 1)}\tpieces`)
  .join('\n');

/** From the certificate to the order that a cooperative accepts, by every role, through the screens alone. */
describe('the main path', () => {
  let portal: Portal;
  const visits = new Map<string, Visit>();
  let certificateId: string;
  let requestId: string;
  let orderUrl: string;

  /** Someone's own browser, opened when first asked for. */
  async function of(email: string): Promise<Visit> {
    const known = visits.get(email);
    if (known) {
      return known;
    }
    const onPhone = /mutheu|sabai/.test(email);
    const visit = await portal.visit(onPhone ? phone : desktop, email);
    visits.set(email, visit);
    return visit;
  }
  const manager = () => of('sumitra@sabai-baripada.example');
  const otherManager = () => of('amina@mutheu-kiondo.example');
  const requester = () => of('sanne@hearth-and-hall.example');

  beforeAll(async () => {
    portal = await openPortal();
  }, 120_000);
  afterAll(() => portal.close(), 30_000);

  it('begins with a certificate that a cooperative asks for by phone, with a photo', async () => {
    const { page } = await manager();
    const photo = await sharp({
      create: { width: 1_600, height: 1_200, channels: 3, background: '#C98A1B' },
    })
      .png()
      .toBuffer();
    certificateId = await applyForCertificate(
      page,
      { scheme, assurer: 'Fairground Assurance', scope: 'Weaving of sabai grass in Baripada' },
      photo,
    );
    expect(certificateId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is reviewed and proposed by one officer, who cannot confirm it, and granted by another', async () => {
    const officer = await of('tesfaye@fairground-assurance.example');
    await reviewAndPropose(officer.page, certificateId);
    expect(await officer.page.getByRole('button', { name: /^Confirm/ }).count()).toBe(0);
    const lead = await of('mercy@fairground-assurance.example');
    await confirmProposal(lead.page, certificateId);
    // The officer's page says so without being asked.
    await officer.page.getByRole('heading', { level: 1, name: /Granted/ }).waitFor();
  });

  it('shows the certificate to everyone', async () => {
    const anyone = await portal.visit(desktop);
    await anyone.page.goto('/showcase?search=Sabai&show=cooperatives');
    await anyone.page.getByRole('link', { name: certified }).first().click();
    await anyone.page.getByRole('heading', { level: 1, name: certified }).waitFor();
    await anyone.page.getByText(scheme).first().waitFor();
    await anyone.close();
  });

  it('goes on with a request pasted from a spreadsheet, that asks for it', async () => {
    const { page, context } = await requester();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    requestId = await publishRequest(page, {
      title,
      rows,
      deadline: await portal.wallClock({ hours: 24 }),
      scheme,
      cooperatives: [certified, uncertified],
    });
    await page.getByRole('link', { name: /^Lines 2/ }).waitFor();
  });

  it('is quoted by two cooperatives on their phones', async () => {
    const first = (await manager()).page;
    await openQuote(first, title);
    await first.getByRole('combobox', { name: 'Currency of your prices' }).selectOption('EUR');
    await fillLines(first, [{ price: '5.10' }, { price: '4.2' }]);
    await first.getByText('€8,100.00').first().waitFor();
    await sendQuote(first, buyer);
    await first.getByText('Sent. The buyer has it.').waitFor();

    const second = (await otherManager()).page;
    await openQuote(second, title);
    await fillLines(second, [{ price: '640', quantity: '300' }, { price: '590' }]);
    await sendQuote(second, buyer);
    await second.getByText('Sent. The buyer has it.').waitFor();
  });

  it('keeps prices sealed until the deadline', async () => {
    const { page } = await requester();
    await page.goto(`/buyer/requests/${requestId}/quotes`);
    await page.getByText(uncertified).first().waitFor();
    expect(await page.getByRole('main').textContent()).not.toMatch(/5\.10|8,100|640/);
    await portal.advanceClock(25);
  });

  it('compares the quotes, and gives no line to who lacks the certificate', async () => {
    const { page } = await requester();
    await page.goto(`/buyer/requests/${requestId}/quotes`);
    await page.getByRole('gridcell', { name: /€5\.10/ }).waitFor();
    await page.getByRole('link', { name: 'Award', exact: true }).click();
    await page
      .getByText(/Fair for Life/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Cheapest allowed/ }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Certified, and the best price of those.');
    await page.getByRole('button', { name: 'Review award' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('€8,100.00').first().waitFor();
    expect(await dialog.textContent()).not.toContain(uncertified);
    await dialog.getByRole('button', { name: 'Confirm and issue 1 order' }).click();
    await page.getByRole('link', { name: /^PO-/ }).click();
    await page.waitForURL(/orders\/[0-9a-f-]{36}/);
    orderUrl = page.url();
  });

  it('makes the order’s papers while one looks, and hands them over', async () => {
    const { page } = await requester();
    const link = page.getByRole('link', { name: /PDF/ }).first();
    await link.waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const paper = await readFile(await download.path());
    expect(paper.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    expect(download.suggestedFilename()).toMatch(/^PO-.*\.pdf$/);
  });

  it('ends with the order accepted on a phone, which the buyer’s open page shows at once', async () => {
    const { page } = await manager();
    await page.goto('/cooperative/orders');
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('button', { name: /^Accept/ }).click();
    await page.getByText('Accepted').first().waitFor();
    const buyers = (await requester()).page;
    expect(buyers.url()).toBe(orderUrl);
    await buyers.getByRole('heading', { level: 1, name: /Accepted/ }).waitFor();
  });

  it('made no browser complain', () => {
    expect([...visits.values()].flatMap((visit) => visit.complaints)).toEqual([]);
  });
});

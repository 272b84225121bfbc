import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { passwordResetFor } from '../../tools/scenario/mailbox.js';
import { demonstrationPassword } from '../../tools/seed/world.js';
import { desktop, openPortal, phone, type Portal, type Visit, violationsOf } from './support/portal.js';

const owner = 'marijke@hearth-and-hall.example';
const forgetful = 'fenna@hearth-and-hall.example';

/** A code of now, or of the steps of 30 seconds after: each is accepted once. */
const codeOf = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

describe('a second factor', () => {
  let portal: Portal;
  let secret: string;
  let used: string;
  let codes: string[];
  beforeAll(async () => {
    portal = await openPortal();
  }, 120_000);
  afterAll(() => portal.close(), 30_000);

  /** Passkeys belong to a name, which a number is not. */
  const at = (path: string): string => portal.url.replace('127.0.0.1', 'localhost') + path;
  const inside = (page: Page): Promise<void> =>
    page.waitForURL((url) => !/^\/(sign-in|start|invitation)/.test(url.pathname));
  const givePassword = async (page: Page, email: string, password = demonstrationPassword): Promise<void> => {
    await page.goto(at('/sign-in'));
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  const signOut = async (visit: Visit): Promise<void> => {
    await visit.context.clearCookies();
    await visit.page.evaluate(() => localStorage.clear());
  };
  /** As far as making a key, whose name and scope are typed, and no further. */
  const typeKey = async (page: Page, name: string): Promise<void> => {
    await page.goto(at('/account/api-keys'));
    await page.getByRole('button', { name: 'Make a key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is for').fill(name);
    await dialog.getByLabel('organisation.read').check();
  };
  const makeKey = (page: Page): Promise<void> =>
    page.getByRole('dialog', { name: 'Make a key' }).getByRole('button', { name: 'Make a key' }).click();
  const keyIsMade = (page: Page): Promise<void> =>
    page.getByText('Your key is made').waitFor({ state: 'visible' });

  it('is set up on a phone by a secret that is typed, and recovery codes come with it', async () => {
    const visit = await portal.visit(phone);
    const { page } = visit;
    await givePassword(page, owner);
    await inside(page);
    await page.goto(at('/account/security'));
    await page.getByRole('button', { name: 'Set up an app' }).click();
    await page.getByRole('img', { name: /QR code/ }).waitFor();
    secret = (await page.getByRole('dialog').locator('code').innerText()).replace(/\s/g, '');
    used = await codeOf(secret);
    await page.getByLabel('Code that the app shows now').fill(used);
    await page.getByRole('button', { name: 'Turn it on' }).click();
    const list = page.getByRole('list', { name: 'Recovery codes' });
    await list.waitFor();
    codes = await list.getByRole('listitem').allInnerTexts();
    expect(codes).toHaveLength(10);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe('weftway-recovery-codes.txt');
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 left').waitFor();
    expect([...(await violationsOf(page)), ...visit.complaints]).toEqual([]);
    await visit.close();
  });

  it('is asked for after the password: a code, or a recovery code, each once', async () => {
    const visit = await portal.visit(phone);
    const { page } = visit;
    await givePassword(page, owner);
    const field = page.getByLabel('Code of your authenticator app');
    await field.waitFor();
    expect(await violationsOf(page)).toEqual([]);
    // It was used in setting up: the app may show another by now.
    await field.fill(used);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('This code is not right').waitFor();
    await field.fill(await codeOf(secret, 1));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await inside(page);
    await signOut(visit);
    await givePassword(page, owner);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill((codes[0] ?? '').toUpperCase());
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await inside(page);
    await page.goto(at('/account/security'));
    await page.getByText('9 left').waitFor();
    await visit.close();
  });

  it('by passkey signs in alone, and proves in place who makes a key, with nothing typed lost', async () => {
    const visit = await portal.visit(desktop);
    const { page } = visit;
    const debug = await visit.context.newCDPSession(page);
    await debug.send('WebAuthn.enable');
    const { authenticatorId } = await debug.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await givePassword(page, owner);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[1] ?? '');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await inside(page);
    await page.goto(at('/account/security'));
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Name to tell it by').fill('This computer');
    await page.getByRole('dialog').getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('This computer').waitFor();
    expect((await debug.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1);

    await signOut(visit);
    await page.goto(at('/sign-in'));
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await inside(page);

    await typeKey(page, 'ERP nightly import');
    await portal.lastProved(owner, 11);
    await makeKey(page);
    const proof = page.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByRole('button', { name: 'Use a passkey' }).click();
    await keyIsMade(page);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByText('ERP nightly import').waitFor();
    await visit.close();
  });

  it('is asked for in place once for all that waits, and what is not proved is not done', async () => {
    const visit = await portal.visit(desktop);
    const { page } = visit;
    await givePassword(page, owner);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[2] ?? '');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await inside(page);
    await typeKey(page, 'Not proved');
    await portal.lastProved(owner, 11);
    await makeKey(page);
    const proof = page.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByRole('button', { name: 'Close' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make a key' });
    await dialog.getByText('This was not done yet').waitFor();
    expect(await dialog.getByLabel('What it is for').inputValue()).toBe('Not proved');
    await makeKey(page);
    await proof.getByRole('button', { name: 'Use a recovery code' }).click();
    await proof.getByRole('textbox', { name: 'Recovery code' }).fill(codes[3] ?? '');
    await proof.getByRole('button', { name: 'Go on' }).click();
    await keyIsMade(page);
    await visit.close();
  });

  it('is taken away by its owner, who then signs in by the password alone', async () => {
    const visit = await portal.visit(phone);
    const { page } = visit;
    await givePassword(page, owner);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[4] ?? '');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await inside(page);
    await page.goto(at('/account/security'));
    for (const name of ['This computer', 'Authenticator app']) {
      await page.getByRole('button', { name: `Remove ${name}` }).click();
      await page.getByRole('button', { name: 'Remove for good' }).click();
      await page.getByRole('button', { name: `Remove ${name}` }).waitFor({ state: 'detached' });
    }
    await signOut(visit);
    await givePassword(page, owner);
    await inside(page);
    await visit.close();
  });

  it('of a window that stayed open while another was proved does not stop it', async () => {
    const visit = await portal.visit(desktop);
    const { page } = visit;
    await givePassword(page, owner);
    await inside(page);
    await typeKey(page, 'From the older window');
    const other = await visit.context.newPage();
    await typeKey(other, 'From the newer window');
    await portal.lastProved(owner, 11);
    await makeKey(other);
    const proof = other.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByLabel('Password', { exact: true }).fill(demonstrationPassword);
    await proof.getByRole('button', { name: 'Go on' }).click();
    await keyIsMade(other);
    // The older window has the former token for changes.
    await makeKey(page);
    await keyIsMade(page);
    await visit.close();
  });

  it('or not: a forgotten password is set anew by the link of a mail', async () => {
    const visit = await portal.visit(phone);
    const { page } = visit;
    await page.goto(at('/sign-in'));
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
    await page.getByLabel('E-mail address').fill(forgetful);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('Look into your mail').waitFor();
    const token = await passwordResetFor(portal.dataDir, forgetful);
    await page.goto(at(`/password-reset/${token}`));
    await page.getByLabel('New password').fill('qwerty123456');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('This password is easily guessed').waitFor();
    await page.getByLabel('New password').fill('harbour thimble orbit maple');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('Your password is set').waitFor();
    await givePassword(page, forgetful, 'harbour thimble orbit maple');
    await inside(page);
    await page.goto(at(`/password-reset/${token}`));
    await page.getByLabel('New password').fill('another four unrelated words');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('This link is not valid any more').waitFor();
    await visit.close();
  });
});

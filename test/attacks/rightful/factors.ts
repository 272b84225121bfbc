import { Secrets } from '#identity';
import { Authenticator } from '../../medium/identity/authenticator.js';
import {
  addPasskey,
  codeOf,
  passwordStep,
  type PasskeyQuestion,
  setUpTotp,
} from '../../medium/identity/factors.js';
import { password } from '../../medium/identity/visitor.js';
import type { Someone, World } from '../world.js';
import { someoneNew } from './someone-new.js';
import { type Finding, needed, own } from './victim.js';

const anyone = { by: null };

/** Someone who has an authenticator app, the password behind them and the app's question before them. */
const beforeTheCode = someoneNew(async (one, { context }) => {
  const { recoveryCodes } = await setUpTotp(one.visitor);
  const { answer } = await passwordStep(context, one.email);
  return {
    ...anyone,
    body: { signInToken: answer.body.signInToken, method: 'recovery_code', code: recoveryCodes[0] },
  };
});

/** What a passkey of theirs signs, asked at `path`. */
async function signed(one: Someone, path: string): Promise<object> {
  const { passkey } = await addPasskey(one.visitor);
  const asked = await needed(one.visitor.send<PasskeyQuestion>('POST', path, { body: {} }));
  return { challengeToken: asked.challengeToken, ...passkey.signed(asked.options.challenge) };
}

/** An app that was begun, and its first code. */
async function firstCode(one: Someone): Promise<{ code: string }> {
  const { secret } = await needed(one.visitor.send<{ secret: string }>('POST', '/v1/account/factors/totp'));
  return { code: await codeOf(secret) };
}

/** A passkey that a browser has just made. */
async function newPasskey(one: Someone): Promise<object> {
  const { challengeToken, options } = await needed(
    one.visitor.send<PasskeyQuestion>('POST', '/v1/account/factors/passkeys/challenge'),
  );
  const passkey = new Authenticator();
  return { name: 'Phone', challengeToken, transports: ['internal'], ...passkey.created(options.challenge) };
}

/** A colleague who lost their app. */
async function lostApp(world: World): Promise<Someone> {
  const one = await world.someoneNew('finance', world.victims.retailer);
  await setUpTotp(one.visitor);
  return one;
}

/** The token of a link that was mailed. */
const mailedLink = someoneNew(async (one, { context }) => {
  await needed(one.visitor.send('POST', '/v1/public/password-resets', { body: { email: one.email } }));
  const [row] = await context.peek<{ id: string }>(
    'select id from password_reset where person_id = $1 and used_at is null',
    [one.personId],
  );
  return {
    ...anyone,
    body: {
      token: context.get(Secrets).passwordResetToken(row?.id ?? ''),
      password: 'harbour thimble orbit maple',
    },
  };
});

export const factorChanges: Readonly<Record<string, Finding>> = {
  'POST /v1/public/sessions/second-step': beforeTheCode,
  'POST /v1/public/sessions/passkey-challenge': someoneNew(() => ({ ...anyone, body: {} })),
  'POST /v1/public/sessions/passkey': someoneNew(async (one) => ({
    ...anyone,
    body: await signed(one, '/v1/public/sessions/passkey-challenge'),
  })),
  'POST /v1/public/password-resets': someoneNew((one) => ({ ...anyone, body: { email: one.email } })),
  'POST /v1/public/password-resets/completion': mailedLink,
  'POST /v1/account/session/proof': someoneNew(() => ({ body: { method: 'password', secret: password } })),
  'POST /v1/account/session/passkey-challenge': someoneNew(async (one) => {
    await addPasskey(one.visitor);
    return {};
  }),
  'POST /v1/account/session/passkey-proof': someoneNew(async (one) => ({
    body: await signed(one, '/v1/account/session/passkey-challenge'),
  })),
  'POST /v1/account/factors/totp': someoneNew(),
  'POST /v1/account/factors/totp/confirmation': someoneNew(async (one) => ({ body: await firstCode(one) })),
  'DELETE /v1/account/factors/totp': someoneNew(async (one) => {
    await setUpTotp(one.visitor);
    return {};
  }),
  'POST /v1/account/factors/passkeys/challenge': someoneNew(),
  'POST /v1/account/factors/passkeys': someoneNew(async (one) => ({ body: await newPasskey(one) })),
  'DELETE /v1/account/factors/passkeys/{id}': someoneNew(async (one, { context }) => {
    await addPasskey(one.visitor);
    const [row] = await context.peek<{ id: string }>('select id from passkey where person_id = $1', [
      one.personId,
    ]);
    return { params: { id: row?.id ?? '' } };
  }),
  'POST /v1/account/factors/recovery-codes': someoneNew(async (one) => {
    await setUpTotp(one.visitor);
    return {};
  }),
  // Whoever asks for it has a second factor; taken back by the same call with false it asks nobody.
  'PUT /v1/account/organisation/second-factor': own('owner', async ({ context }, by) => {
    const [row] = await context.peek<{ version: number }>('select version from organisation where id = $1', [
      by.organisationId,
    ]);
    return { version: row?.version ?? 1, body: { required: false } };
  }),
  'DELETE /v1/account/members/{id}/factors': async (world) => ({
    by: await world.as('owner', world.victims.retailer),
    params: { id: (await lostApp(world)).personId },
  }),
  'POST /v1/admin/factor-resets': async (world) => ({
    by: await world.as('administrator', world.victims.platform),
    params: {},
    body: { email: (await lostApp(world)).email },
  }),
};

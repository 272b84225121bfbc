import { generate } from 'otplib';
import type { TestContext } from '../../support/context.js';
import { Authenticator } from './authenticator.js';
import { type Answer, password, Visitor } from './visitor.js';

/** What an authenticator app does: a code of now, or of steps of 30 seconds before or after. */
export const codeOf = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

export interface SignInRefused {
  code: string;
  signInToken: string;
  methods: string[];
}
export interface Added {
  session: { csrfToken: string };
  recoveryCodes: string[];
}

export interface PasskeyQuestion {
  challengeToken: string;
  options: { challenge: string; allowCredentials: { id: string }[]; userVerification: string };
}

/** Signs in as far as the password goes. */
export async function passwordStep(
  context: TestContext,
  email: string,
): Promise<{ visitor: Visitor; answer: Answer<SignInRefused & { csrfToken: string }> }> {
  const visitor = new Visitor(context.app);
  const answer = await visitor.send<SignInRefused & { csrfToken: string }>('POST', '/v1/public/sessions', {
    body: { email, password },
  });
  return { visitor, answer };
}

/** Sets an authenticator app up for whoever is signed in. Its step of now is used up by that. */
export async function setUpTotp(visitor: Visitor): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await visitor.send<{ secret: string; uri: string }>('POST', '/v1/account/factors/totp');
  if (begun.status !== 201) {
    throw new Error(`An authenticator app could not be begun: ${begun.text}`);
  }
  const { secret } = begun.body;
  const confirmed = await visitor.send<Added>('POST', '/v1/account/factors/totp/confirmation', {
    body: { code: await codeOf(secret) },
  });
  if (confirmed.status !== 201) {
    throw new Error(`An authenticator app could not be confirmed: ${confirmed.text}`);
  }
  visitor.keep({ ...confirmed, body: confirmed.body.session });
  return { secret, recoveryCodes: confirmed.body.recoveryCodes };
}

/** Registers a passkey for whoever is signed in. */
export async function addPasskey(
  visitor: Visitor,
  passkey = new Authenticator(),
  name = 'Phone',
): Promise<{ passkey: Authenticator; recoveryCodes: string[] }> {
  const asked = await visitor.send<PasskeyQuestion>('POST', '/v1/account/factors/passkeys/challenge');
  if (asked.status !== 201) {
    throw new Error(`A passkey could not be begun: ${asked.text}`);
  }
  const { challengeToken, options } = asked.body;
  const added = await visitor.send<Added>('POST', '/v1/account/factors/passkeys', {
    body: { name, challengeToken, transports: ['internal'], ...passkey.created(options.challenge) },
  });
  if (added.status !== 201) {
    throw new Error(`A passkey could not be added: ${added.text}`);
  }
  visitor.keep({ ...added, body: added.body.session });
  return { passkey, recoveryCodes: added.body.recoveryCodes };
}

/** As if the app had not been used for a while: its codes of now are good again. */
export async function rest(context: TestContext, personId: string): Promise<void> {
  await context.peek('alter table totp_factor disable trigger totp_factor_never_runs_back');
  await context.peek('update totp_factor set last_step = 0 where person_id = $1', [personId]);
  await context.peek('alter table totp_factor enable trigger totp_factor_never_runs_back');
  await context.peek('delete from sign_in_throttle');
}

/** As if whoever sits there had last proved who they are so many minutes ago. */
export async function lastProved(context: TestContext, personId: string, minutes: number): Promise<void> {
  await context.peek(
    `update session set proved_at = clock_timestamp() - make_interval(mins => $2),
            factor_proved_at = case when factor_proved_at is not null then clock_timestamp() - make_interval(mins => $2) end
      where person_id = $1`,
    [personId, minutes],
  );
}

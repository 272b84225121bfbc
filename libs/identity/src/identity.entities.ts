import { ApiKey } from './api-key/api-key.entity.js';
import { MemberInvitation } from './member/member-invitation.entity.js';
import { Passkey } from './factor/passkey.entity.js';
import { RecoveryCode } from './factor/recovery-code.entity.js';
import { TotpFactor } from './factor/totp-factor.entity.js';
import { Member } from './member/member.entity.js';
import { Organisation } from './organisation/organisation.entity.js';
import { PasswordReset } from './password-reset/password-reset.entity.js';
import { Credential } from './person/credential.entity.js';
import { Person } from './person/person.entity.js';
import { Session } from './session/session.entity.js';
import { SignInChallenge } from './session/sign-in-challenge.entity.js';
import { SignInThrottleEntry } from './session/sign-in-throttle.entity.js';

/** The tables of this context, as TypeORM knows them. */
export const identityEntities = [
  Organisation,
  Person,
  Credential,
  Member,
  MemberInvitation,
  Session,
  SignInThrottleEntry,
  SignInChallenge,
  TotpFactor,
  Passkey,
  RecoveryCode,
  PasswordReset,
  ApiKey,
];

import { Flag, Instant, ListOf, Nested, OneOf, Secret, Text, Texts, Uuid, WholeNumber } from '#platform';
import { passwordLength } from '../session/password.rules.js';
import { SessionOpened } from '../session/session.dto.js';

class TotpView {
  @Instant()
  createdAt!: Date;

  @Instant({ nullable: true })
  lastUsedAt!: Date | null;
}

class PasskeyView {
  @Uuid()
  id!: string;

  @Text({ max: 100 })
  name!: string;

  @Instant()
  createdAt!: Date;

  @Instant({ nullable: true })
  lastUsedAt!: Date | null;
}

/** What stands beside a person's password. */
export class FactorsView {
  @Nested(() => TotpView, { nullable: true, description: 'The authenticator app' })
  totp!: TotpView | null;

  @ListOf(() => PasskeyView, { max: 20 })
  passkeys!: PasskeyView[];

  @WholeNumber({ min: 0, max: 100 })
  recoveryCodesLeft!: number;

  @Flag({ description: 'Whether an organisation of the person’s asks for a second factor' })
  required!: boolean;
}

export class TotpSetup {
  @Text({ max: 64, description: 'Base32, to be typed where no picture can be read' })
  secret!: string;

  @Text({ max: 600, description: 'otpauth://, to be shown as a QR code' })
  uri!: string;
}

export class TotpCode {
  @Text({ max: 20, example: '492039', description: 'Six digits' })
  code!: string;
}

export class RecoveryCodesMade {
  @Texts({ max: 40, maxItems: 20, description: 'Shown this once; each is good once' })
  recoveryCodes!: string[];
}

/** The session has a new token: its cookie is set, and changes carry the new `csrfToken`. */
export class FactorAdded {
  @Nested(() => SessionOpened)
  session!: SessionOpened;

  @Texts({ max: 40, maxItems: 20, description: 'With someone’s first factor: shown this once' })
  recoveryCodes!: string[];
}

export class SecondStep {
  @Text({ max: 100, description: 'From the refusal `second_factor_needed`; good for ten minutes' })
  signInToken!: string;

  @OneOf(['totp', 'recovery_code'])
  method!: 'totp' | 'recovery_code';

  @Text({ max: 60, example: '492039' })
  code!: string;
}

export class PasskeyWanted {
  @Text({
    max: 100,
    optional: true,
    nullable: true,
    description:
      'From the refusal `second_factor_needed`; absent to sign in by a passkey alone, which then asks who holds it',
  })
  signInToken?: string | null;
}

export class SessionProof {
  @OneOf(['password', 'totp', 'recovery_code'])
  method!: 'password' | 'totp' | 'recovery_code';

  @Secret({ min: 1, max: passwordLength.max, description: 'The password, or the code' })
  secret!: string;
}

export class FactorReset {
  @Text({ max: 254, example: 'amina@kiondo.example', description: 'Whose second factors are taken away' })
  email!: string;
}

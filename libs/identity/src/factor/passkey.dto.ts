import { Flag, ListOf, Nested, OneOf, SomeOf, Text, Texts, WholeNumber } from '#platform';

export const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** What a browser's WebAuthn gives and takes, in base64url. */
class CredentialDescriptor {
  @Text({ max: 1400 })
  id!: string;

  @OneOf(['public-key'])
  type!: 'public-key';

  @SomeOf(transports, { optional: true, min: 0 })
  transports?: (typeof transports)[number][];
}

class RelyingParty {
  @Text({ max: 253 })
  id!: string;

  @Text({ max: 100 })
  name!: string;
}

class PasskeyUser {
  @Text({ max: 100 })
  id!: string;

  @Text({ max: 254 })
  name!: string;

  @Text({ max: 200 })
  displayName!: string;
}

class PasskeyAlgorithm {
  @WholeNumber({ min: -65_536, max: 0 })
  alg!: number;

  @OneOf(['public-key'])
  type!: 'public-key';
}

class AuthenticatorSelection {
  @OneOf(['required', 'preferred', 'discouraged'])
  residentKey!: string;

  @Flag()
  requireResidentKey!: boolean;

  @OneOf(['required', 'preferred', 'discouraged'])
  userVerification!: string;
}

/** For `navigator.credentials.create`. */
export class PasskeyCreation {
  @Nested(() => RelyingParty)
  rp!: RelyingParty;

  @Nested(() => PasskeyUser)
  user!: PasskeyUser;

  @Text({ max: 200 })
  challenge!: string;

  @ListOf(() => PasskeyAlgorithm, { max: 10 })
  pubKeyCredParams!: PasskeyAlgorithm[];

  @WholeNumber({ min: 0, max: 600_000 })
  timeout!: number;

  @ListOf(() => CredentialDescriptor, { max: 20 })
  excludeCredentials!: CredentialDescriptor[];

  @Nested(() => AuthenticatorSelection)
  authenticatorSelection!: AuthenticatorSelection;

  @OneOf(['none'])
  attestation!: string;
}

/** For `navigator.credentials.get`. */
export class PasskeyRequest {
  @Text({ max: 200 })
  challenge!: string;

  @WholeNumber({ min: 0, max: 600_000 })
  timeout!: number;

  @Text({ max: 253 })
  rpId!: string;

  @ListOf(() => CredentialDescriptor, { max: 20, description: 'Empty: any passkey of this portal’s' })
  allowCredentials!: CredentialDescriptor[];

  @OneOf(['required', 'preferred', 'discouraged'])
  userVerification!: string;
}

export class PasskeyCreationChallenge {
  @Text({ max: 100, description: 'Send it back with the answer; it is good for ten minutes and once' })
  challengeToken!: string;

  @Nested(() => PasskeyCreation)
  options!: PasskeyCreation;
}

export class PasskeyRequestChallenge {
  @Text({ max: 100, description: 'Send it back with the answer; it is good for ten minutes and once' })
  challengeToken!: string;

  @Nested(() => PasskeyRequest)
  options!: PasskeyRequest;
}

/** A new passkey, as `navigator.credentials.create` answered; all but the name in base64url. */
export class NewPasskey {
  @Text({ max: 100, example: 'Phone' })
  name!: string;

  @Text({ max: 100 })
  challengeToken!: string;

  @Text({ max: 1400 })
  id!: string;

  @Text({ max: 4000 })
  clientDataJson!: string;

  @Text({ max: 20_000 })
  attestationObject!: string;

  @Texts({ max: 20, maxItems: 10, optional: true })
  transports?: string[];
}

/** A passkey's signature, as `navigator.credentials.get` answered; in base64url. */
export class PasskeyAnswer {
  @Text({ max: 100 })
  challengeToken!: string;

  @Text({ max: 1400 })
  id!: string;

  @Text({ max: 4000 })
  clientDataJson!: string;

  @Text({ max: 4000 })
  authenticatorData!: string;

  @Text({ max: 4000 })
  signature!: string;
}

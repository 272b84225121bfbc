import type { Schemas } from '@/api/client';
import { Problem } from '@/api/problem';

/** Passkeys belong to a name: at a bare number, as 127.0.0.1, browsers make and use none. */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(location.hostname);
}

/** The same page at an address where passkeys work, on one's own machine. */
export function addressForPasskeys(): string | null {
  return location.hostname === '127.0.0.1' ? location.href.replace('127.0.0.1', 'localhost') : null;
}

type Signed = Omit<Schemas['PasskeyAnswer'], 'challengeToken'>;
type Created = Omit<Schemas['NewPasskey'], 'challengeToken' | 'name'>;

/** Has one of the person's passkeys sign. @throws Problem `passkey_failed` when they or their device did not */
export async function sign(options: Schemas['PasskeyRequest']): Promise<Signed> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  try {
    const { id, response } = await startAuthentication({ optionsJSON: options });
    return {
      id,
      clientDataJson: response.clientDataJSON,
      authenticatorData: response.authenticatorData,
      signature: response.signature,
    };
  } catch (error) {
    throw failed(error);
  }
}

/** Has the person's device make one. @throws Problem `passkey_failed`, `passkey_known` */
export async function create(options: Schemas['PasskeyCreation']): Promise<Created> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  try {
    const { id, response } = await startRegistration({ optionsJSON: options });
    return {
      id,
      clientDataJson: response.clientDataJSON,
      attestationObject: response.attestationObject,
      transports: response.transports ?? [],
    };
  } catch (error) {
    throw failed(error);
  }
}

/** Browsers tell little, so that a site does not learn what someone has: it was not done. */
function failed(error: unknown): Problem {
  const known = error instanceof Error && error.name === 'InvalidStateError';
  return new Problem({
    status: 400,
    code: known ? 'passkey_known' : 'passkey_failed',
    detail: error instanceof Error ? error.message : String(error),
  });
}

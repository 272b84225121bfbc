import type { FieldError } from '#platform';

export const passwordLength = { min: 12, max: 128 } as const;

/** What everyone tries first, of at least the shortest accepted length, in lower case without separators. */
const common = [
  '123456789012',
  '1234567890123',
  'passwordpassword',
  'password1234',
  'password12345',
  'qwertyuiop12',
  'qwertyuiopas',
  'qwertyuiop123',
  'abcdefghijkl',
  'letmeinletmein',
  'welcome12345',
  'iloveyouiloveyou',
  'administrator',
  'changemenow1',
  'weftwayweftway',
  'correcthorsebatterystaple',
];

/**
 * Why a password is refused, or null. By NIST SP 800-63B: length counts, composition does not; nothing common, nothing
 * that repeats, nothing made of the person's own name or address.
 */
export function passwordWeakness(
  password: string,
  about: { email: string; name: string },
): FieldError | null {
  const weak = (code: string, detail: string): FieldError => ({ pointer: '/password', code, detail });
  const plain = password.toLowerCase().replace(/[\s._-]/g, '');
  if (common.includes(plain)) {
    return weak(
      'password_common',
      'Many people use this password. Choose another, such as four unrelated words.',
    );
  }
  if (new Set(plain).size < 5) {
    return weak(
      'password_repeats',
      'This password repeats few characters. Choose another, such as four unrelated words.',
    );
  }
  const own = [about.email.split('@')[0] ?? '', ...about.name.split(/\s+/)].map((part) => part.toLowerCase());
  const rest = own
    .filter((part) => part.length >= 4)
    .reduce((text, part) => text.replaceAll(part, ''), plain);
  if (rest.length < 6) {
    return weak('password_personal', 'This password is made of your own name or address. Choose another.');
  }
  return null;
}

import type { FieldError } from '#platform';

export const passwordLength = { min: 12, max: 128 } as const;

/** So many characters put before or behind a known password leave it a known one: `password2027`, `1qaz2wsx3edc!`. */
const decoration = 4;

let known: Promise<ReadonlySet<string>> | null = null;

/** 49,000 passwords of breaches, as zxcvbn's English dictionary lists them; read once, when the first is to be set. */
function breached(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set<string>(dictionary['passwords-common']),
  );
  return known;
}

/**
 * Why a password is refused, or null. By NIST SP 800-63B: length counts, composition does not; nothing known from breaches,
 * nothing that repeats, nothing made of the person's own name or address.
 */
export async function passwordWeakness(
  password: string,
  about: { email: string; name: string },
): Promise<FieldError | null> {
  const weak = (code: string, detail: string): FieldError => ({ pointer: '/password', code, detail });
  const plain = password.toLowerCase().replace(/[\s._-]/g, '');
  if (isKnown(plain, await breached())) {
    return weak(
      'password_common',
      'Many people use this password, or one much like it. Choose another, such as four unrelated words.',
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

/** Known as it is, with a little around it, or as one known password after another. */
function isKnown(plain: string, list: ReadonlySet<string>): boolean {
  for (let before = 0; before <= decoration; before += 1) {
    for (let behind = 0; before + behind <= decoration; behind += 1) {
      if (list.has(plain.slice(before, plain.length - behind))) {
        return true;
      }
    }
  }
  const half = plain.slice(0, Math.ceil(plain.length / 2));
  return (
    ownWords.some((word) => plain.startsWith(word) && plain.length - word.length <= decoration) ||
    (plain === half + half && list.has(half)) ||
    passphrases.includes(plain)
  );
}

/** What is tried here before anywhere else. */
const ownWords = ['weftwayweftway', 'weftway'];
/** Too well known to be random any more, too long for the list. */
const passphrases = ['correcthorsebatterystaple'];

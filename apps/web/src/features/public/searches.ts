import { isLanguage, type Language } from '@/i18n/i18n';

export interface PublicSearch {
  /** For links that shall open in one language, and for search engines. */
  lang?: Language;
}

export function publicSearch(given: Record<string, unknown>): PublicSearch {
  const { lang } = given;
  return typeof lang === 'string' && isLanguage(lang) ? { lang } : {};
}

export interface ShowcaseSearch {
  show?: 'cooperatives';
  search?: string;
  craft?: string;
  country?: string;
  /** The id of its scheme. */
  certificate?: string;
  /** Products are the newest first unless it says otherwise. */
  sort?: 'name';
  /** Where the list begins, as the page before said. */
  after?: string;
}

const text = (value: unknown): string | undefined => {
  // A search for “2009” comes out of the address as a number.
  const words = typeof value === 'number' ? String(value) : value;
  const plain =
    typeof words === 'string'
      ? words
          .replaceAll(/\p{Cc}/gu, ' ')
          .trim()
          .slice(0, 100)
      : '';
  return plain === '' ? undefined : plain;
};
const matching = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** Of the address, whoever made it up: what the api would refuse is left out. */
export function showcaseSearch(given: Record<string, unknown>): ShowcaseSearch {
  // Each by name, also when it is undefined: what is not named here keeps what the address said.
  return {
    show: given.show === 'cooperatives' ? 'cooperatives' : undefined,
    search: text(given.search),
    craft: matching(given.craft, /^[a-z_]{1,60}$/),
    country: matching(given.country, /^[A-Z]{2}$/),
    certificate: matching(given.certificate, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    sort: given.sort === 'name' ? 'name' : undefined,
    after: matching(given.after, /^[\w-]{40,400}$/),
  };
}

export interface VerifySearch {
  reference?: string;
}

export function verifySearch(given: Record<string, unknown>): VerifySearch {
  return { reference: text(given.reference) };
}

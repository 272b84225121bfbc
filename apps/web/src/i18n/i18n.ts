import i18next, { type BackendModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { loaders } from 'virtual:messages';

/** In their own names, as the switch shows them. */
export const languages = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  sw: 'Kiswahili',
  hi: 'हिन्दी',
  bn: 'বাংলা',
  ar: 'العربية',
} as const;
export type Language = keyof typeof languages;

export function isLanguage(code: string | null | undefined): code is Language {
  return code !== null && code !== undefined && code in languages;
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** A Latin name, code or amount within right-to-left words, kept together by the marks that Unicode has for it. */
export function isolated(text: string): string {
  return /\p{Script=Latin}/u.test(text) ? `\u2068${text}\u2069` : text;
}

const stored = 'weftway.language';

/** What was chosen here, otherwise the first of the browser's that there is. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(stored);
  if (isLanguage(chosen)) {
    return chosen;
  }
  return navigator.languages.map((code) => code.split('-')[0]).find(isLanguage) ?? 'en';
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(stored, language);
  // For the pages that are rendered on the server.
  document.cookie = `weftway_language=${language}; path=/; max-age=31536000; samesite=lax`;
  await i18next.changeLanguage(language);
}

async function load(language: string, namespace: string): Promise<Record<string, string>> {
  const loader = loaders[`${language}/${namespace}`] ?? loaders[`en/${namespace}`];
  if (!loader) {
    throw new Error(`There are no messages ${namespace}`);
  }
  return (await loader()).default;
}

/** Its `read` answers a promise, which i18next waits for though its type names a callback alone. */
const backend = { type: 'backend', init: () => undefined, read: load } as unknown as BackendModule;

/**
 * @param language decided before the first screen is drawn, so that nothing jumps
 * @param messages on the server each language has its own, since pages of several are rendered side by side
 */
export async function startMessages(
  language: Language,
  namespaces: string[] = ['shared'],
  messages: i18n = i18next,
): Promise<i18n> {
  await messages
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      // The build fails on a missing message, so there is nothing to fall back to but the namespaces that are English alone.
      fallbackLng: false,
      ns: namespaces,
      defaultNS: 'shared',
      partialBundledLanguages: true,
      // React escapes what it shows; what is left is that a Latin name must not turn the Arabic words around it.
      interpolation: {
        escapeValue: true,
        escape: (value: unknown) =>
          directionOf(messages.language) === 'rtl' ? isolated(String(value)) : String(value),
      },
      react: { useSuspense: true },
      returnNull: false,
    });
  return messages;
}

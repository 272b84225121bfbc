import { useTranslation } from 'react-i18next';

/** Crafts, units and people's languages in the reader's language; what the catalogue does not know keeps the api's name. */
export function useNames() {
  const { t, i18n } = useTranslation('public');
  const known = (key: string, otherwise: string): string =>
    i18n.exists(key, { ns: 'public' }) ? t(key as 'unit_C62') : otherwise;
  return {
    craft: ({ code, name }: { code: string; name: string }): string => known(`craft_${code}`, name),
    unit: (code: string): string => known(`unit_${code}`, code),
    tongue: (code: string): string => {
      const name = new Intl.DisplayNames(i18n.language, { type: 'language' }).of(code) ?? code;
      return name.charAt(0).toLocaleUpperCase(i18n.language) + name.slice(1);
    },
  };
}

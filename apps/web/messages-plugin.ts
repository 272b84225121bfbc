import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Of the cooperative and public screens, from the start. */
export const languages = ['en', 'es', 'fr', 'pt', 'sw', 'hi', 'bn', 'ar'] as const;
export type Language = (typeof languages)[number];

/** What is read by cooperatives and by anyone is complete in every language; the rest of the portal is English. */
export const translatedNamespaces = ['shared', 'account', 'public', 'cooperative'];

type Plural = Record<string, string>;
type Catalogue = Record<string, Record<string, string | Plural>>;

const placeholders = (text: string): string =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}|<(\w+)>/g)]
    .map(([, value, tag]) => value ?? `<${tag}>`)
    .sort()
    .join(' ');

/** Everything that a catalogue lacks: a language, a plural form, a placeholder. */
export function lacksOf(namespace: string, catalogue: Catalogue): string[] {
  const wanted = translatedNamespaces.includes(namespace) ? languages : (['en'] as const);
  return Object.entries(catalogue).flatMap(([key, texts]) => {
    const english = texts.en;
    const at = `${namespace}.${key}`;
    return wanted.flatMap((language): string[] => {
      const text = texts[language];
      if (text === undefined || text === '') {
        return [`${at} has no ${language}`];
      }
      if (typeof english === 'object' || typeof text === 'object') {
        const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        const forms = typeof text === 'object' ? text : {};
        return categories
          .filter((category) => !forms[category])
          .map((category) => `${at} has no ${language} for “${category}”`);
      }
      return placeholders(text) === placeholders(english ?? '')
        ? []
        : [`${at}: ${language} has other placeholders than en`];
    });
  });
}

/** A catalogue in one language, as i18next takes it: plural forms as suffixes of the key. */
export function resourcesOf(catalogue: Catalogue, language: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(catalogue).flatMap(([key, texts]) => {
      const text = texts[language] ?? texts.en ?? key;
      return typeof text === 'string'
        ? [[key, text]]
        : Object.entries(text).map(([category, form]) => [`${key}_${category}`, form]);
    }),
  );
}

export function readCatalogues(folder: string): Map<string, Catalogue> {
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [
        path.basename(name, '.json'),
        JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Catalogue,
      ]),
  );
}

const prefix = 'virtual:messages';

/**
 * One catalogue holds all languages side by side; a browser loads one language of one part of it. A missing message fails the build.
 */
export function messages(folder: string): Plugin {
  return {
    name: 'messages',
    buildStart() {
      const lacks = [...readCatalogues(folder)].flatMap(([namespace, catalogue]) =>
        lacksOf(namespace, catalogue),
      );
      if (lacks.length > 0) {
        this.error(
          `The catalogue of messages is not complete:\n${lacks.map((one) => `  ${one}`).join('\n')}`,
        );
      }
    },
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : null;
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) {
        return null;
      }
      const catalogues = readCatalogues(folder);
      const [, language, namespace] = id.split('/');
      for (const name of catalogues.keys()) {
        this.addWatchFile(path.join(folder, `${name}.json`));
      }
      if (language && namespace) {
        return `export default ${JSON.stringify(resourcesOf(catalogues.get(namespace) ?? {}, language))}`;
      }
      const loaders = [...catalogues.keys()].flatMap((name) =>
        (translatedNamespaces.includes(name) ? languages : ['en']).map(
          (code) =>
            `${JSON.stringify(`${code}/${name}`)}: () => import(${JSON.stringify(`${prefix}/${code}/${name}`)})`,
        ),
      );
      return `export const loaders = {${loaders.join(',\n')}};`;
    },
  };
}

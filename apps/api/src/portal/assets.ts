import { readFile } from 'node:fs/promises';
import path from 'node:path';

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

type Manifest = Record<string, Chunk>;

/** Written in the letters that are fetched early; the others come as the page shows them. */
const westernLanguages = new Set(['en', 'es', 'fr', 'pt', 'sw']);

/** Which files of the build a page needs, by its manifest: known before the first script runs, so that nothing flashes. */
export class Assets {
  private readonly known = new Map<string, string>();

  private constructor(private readonly manifest: Manifest) {}

  static async of(clientFolder: string): Promise<Assets> {
    const text = await readFile(path.join(clientFolder, '.vite/manifest.json'), 'utf8');
    return new Assets(JSON.parse(text) as Manifest);
  }

  /** Markup for the head of a page made of these sources, in this language. */
  tags(sources: readonly string[], language: string): string {
    const key = `${language} ${sources.join(' ')}`;
    const known = this.known.get(key);
    if (known !== undefined) {
      return known;
    }
    const styles = new Set<string>();
    const scripts = new Set<string>();
    const seen = new Set<string>(this.withImports('index.html'));
    for (const source of [
      ...sources,
      this.endingWith(`messages/${language}/public`),
      this.endingWith(`messages/${language}/shared`),
    ]) {
      for (const name of this.withImports(source ?? '')) {
        const chunk = this.manifest[name];
        if (chunk && !seen.has(name)) {
          seen.add(name);
          scripts.add(chunk.file);
          chunk.css?.forEach((file) => styles.add(file));
        }
      }
    }
    const fonts = [
      'source-serif-4-latin-wght-normal.woff2',
      ...(westernLanguages.has(language) ? ['noto-sans-west-400.woff2'] : []),
    ];
    const tags = [
      ...fonts.flatMap((font) => {
        const name = this.endingWith(font);
        const file = name && this.manifest[name]?.file;
        return file ? [`<link rel="preload" href="/${file}" as="font" type="font/woff2" crossorigin />`] : [];
      }),
      ...[...styles].map((file) => `<link rel="stylesheet" crossorigin href="/${file}" />`),
      ...[...scripts].map(
        (file) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="/${file}" />`,
      ),
    ].join('\n    ');
    this.known.set(key, tags);
    return tags;
  }

  private endingWith(end: string): string | undefined {
    return Object.keys(this.manifest).find((name) => name.endsWith(end));
  }

  private withImports(source: string, found = new Set<string>()): Set<string> {
    const chunk = this.manifest[source];
    if (chunk && !found.has(source)) {
      found.add(source);
      chunk.imports?.forEach((name) => this.withImports(name, found));
    }
    return found;
  }
}

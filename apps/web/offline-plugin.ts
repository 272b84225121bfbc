import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/** Screens that are there without a line. */
const kept = /\/src\/(features\/cooperative|offline)\//;

/**
 * Builds the service worker and tells it what the cooperative's screens are made of: the first script, what their own modules import,
 * and their styles. Letters and words come along as a page uses them, so that nobody pays for a language that they do not read.
 */
export function offline(source: string): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: 'sw.js' });
    },
    generateBundle(_, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') {
        this.error('The service worker was not built');
        return;
      }
      const chunks = Object.values(bundle).filter(
        (one): one is Chunk => one.type === 'chunk' && one !== worker,
      );
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const files = new Set<string>();
      const take = (chunk: Chunk | undefined): void => {
        if (!chunk || files.has(`/${chunk.fileName}`)) {
          return;
        }
        files.add(`/${chunk.fileName}`);
        chunk.viteMetadata?.importedCss.forEach((file) => files.add(`/${file}`));
        chunk.imports.forEach((name) => take(byName.get(name)));
      };
      chunks
        .filter((chunk) => chunk.isEntry || (chunk.facadeModuleId && kept.test(chunk.facadeModuleId)))
        .forEach(take);
      const shell = [...files, '/color-scheme.js', '/icon.svg'].sort();
      const version = createHash('sha256')
        .update(shell.join(' '))
        .update(worker.code)
        .digest('hex')
        .slice(0, 12);
      worker.code = `self.weftwayShell=${JSON.stringify({ version, files: shell })};\n${worker.code}`;
    },
  };
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function find(folder: string): string {
  if (existsSync(path.join(folder, 'nest-cli.json'))) {
    return folder;
  }
  const parent = path.dirname(folder);
  if (parent === folder) {
    throw new Error('This is not inside a Weftway checkout');
  }
  return find(parent);
}

/** The folder of the checkout, from the sources as from the build. */
export const projectRoot = find(path.dirname(fileURLToPath(import.meta.url)));

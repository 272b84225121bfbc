import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const classNames = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/;
const styleSheet = /\/src\/theme\/styles\.css$/;

/**
 * Brings each component's styles along with its code: what a screen does not show, it does not load. What every screen shows is listed
 * in theme/styles.css, in Mantine's order, and comes first.
 */
export function mantineStyles(sheet: string): Plugin {
  const resolve = createRequire(import.meta.url).resolve;
  let serving = false;
  return {
    name: 'mantine-styles',
    enforce: 'pre',
    configResolved: ({ command }) => {
      serving = command === 'serve';
    },
    transform(code, id) {
      if (serving) {
        // The development server bundles packages beforehand, without plugins.
        return styleSheet.test(id) ? `@import '@mantine/core/styles.css';\n${code}` : null;
      }
      const name = classNames.exec(id)?.[1];
      const file = `@mantine/core/styles/${name}.css`;
      if (!name || readFileSync(sheet, 'utf8').includes(file) || !existsSync(resolve(file))) {
        return null;
      }
      return { code: `import '${file}';\n${code}`, map: null, moduleSideEffects: false };
    },
  };
}

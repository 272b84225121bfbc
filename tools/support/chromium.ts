import { existsSync } from 'node:fs';
import chromiumOfNpm from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Also as root, in a container, and without a graphics card. */
const args = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** A real Chromium: the one that is installed, otherwise the one from npm, which Linux alone has. */
export async function openChromium(): Promise<Browser> {
  const own = installed.find((file) => existsSync(file));
  if (own) {
    return chromium.launch({ executablePath: own, args });
  }
  if (process.platform === 'linux') {
    // Not with the arguments that its package proposes: they are for functions in a cloud, where one process does all.
    return chromium.launch({ executablePath: await chromiumOfNpm.executablePath(), args });
  }
  return chromium.launch({ channel: 'chrome' });
}

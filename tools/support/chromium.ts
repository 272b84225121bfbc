import { existsSync } from 'node:fs';
import chromiumOfNpm from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A real Chromium: the one that is installed, otherwise the one from npm, which Linux alone has. */
export async function openChromium(): Promise<Browser> {
  const own = installed.find((file) => existsSync(file));
  if (own) {
    return chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
  }
  if (process.platform === 'linux') {
    return chromium.launch({
      executablePath: await chromiumOfNpm.executablePath(),
      args: chromiumOfNpm.args,
    });
  }
  return chromium.launch({ channel: 'chrome' });
}

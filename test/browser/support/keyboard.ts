import type { Page } from 'playwright-core';

/** Presses Tab until what has this role and name is focused, as someone without a mouse gets there. */
export async function tabTo(page: Page, role: 'button' | 'link' | 'textbox', name: RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 400; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`400 presses of Tab do not lead to the ${role} ${String(name)}`);
}

/** Whether what is focused shows it. */
export function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element) {
      return false;
    }
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  });
}

import type { Locator, Page } from "playwright-core";

/** More elements than any page has between two that a reader goes to. */
const MOST_TABS = 120;

/** Presses Tab until an element has the focus: what cannot be reached so cannot be worked by the keyboard alone. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} is not reached by the Tab key`);
}

/** Types a day, from the month on as an American reader does, into the date field that has the focus. */
export async function typeDay(page: Page, day: string): Promise<void> {
  const [year, month, dayOfMonth] = day.split("-");
  await page.keyboard.type(`${month}${dayOfMonth}${year}`);
}

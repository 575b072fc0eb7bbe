import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeBrowser, openPage, settled } from "./open-page.js";

const DAY = "at=2019-04-04&known=2019-04-04";
const VIEWS = ["/", "/explore", "/dashboard", "/company", "/review", "/what-if", "/screen", "/about"];

/** Where the links to views lead that name another day, or none. The chips beside the date fields choose days. */
function elsewhen(page: Page): Promise<string[]> {
  return page.evaluate((views) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")];
    return links
      .filter((link) => link.origin === location.origin && views.includes(link.pathname))
      .filter((link) => !link.matches(".shortcuts a, .skip") && !link.getAttribute("href")?.startsWith("#"))
      .filter(({ search }) => !search.includes("at=2019-04-04") || !search.includes("known=2019-04-04"))
      .map((link) => link.href);
  }, VIEWS);
}

describeBrowser("both clocks of a page", () => {
  it("go along on every link of every page that an answer of a past day leads to", async () => {
    const page = await openPage(`/?university=university:mit&${DAY}`);
    const found = await page.evaluate(
      (views) =>
        [...document.querySelectorAll<HTMLAnchorElement>("a[href^='/']:not(.shortcuts a)")]
          .filter(({ pathname }) => views.includes(pathname))
          .map(({ pathname, search }) => pathname + search),
      VIEWS,
    );
    expect(await elsewhen(page)).toEqual([]);
    const perKind = (path: string) => found.filter((one) => one.startsWith(`${path}?`)).slice(0, 4);
    const walked = new Set(VIEWS.flatMap(perKind));
    expect(walked.size).toBeGreaterThan(VIEWS.length);
    for (const path of walked) {
      await page.goto(new URL(path, page.url()).href);
      await settled(page);
      expect(await elsewhen(page), path).toEqual([]);
    }
  });

  it("go along from the start page", async () => {
    const page = await openPage(`/?${DAY}`);
    expect(await elsewhen(page)).toEqual([]);
    await page.getByRole("link", { name: "Caltech and the Entity List" }).click();
    await page.waitForURL(/university=university:caltech/);
    expect(new URL(page.url()).search).toContain(DAY);
  });

  it("go along with a company that is chosen in the search", async () => {
    const page = await openPage(`/?university=university:mit&${DAY}`);
    await page.locator("#find").fill("Huawei Technologies");
    await page.locator("#find").press("Enter");
    await page.waitForURL((url) => url.pathname === "/company");
    expect(new URL(page.url()).search).toContain(DAY);
  });

  it("follow a change of the day, in the navigation too", async () => {
    const page = await openPage(`/?university=university:mit&${DAY}`);
    await page.locator("#day-today").click();
    await settled(page);
    await page.waitForFunction(() => !location.search.includes("at="));
    const href = page.locator("nav a").nth(2);
    expect(await href.getAttribute("href")).toBe("/dashboard?known=2019-04-04");
  });
});

import { expect, it } from "vitest";
import { tabTo } from "./keys.js";
import { axeViolations, describeBrowser, openPage, settled } from "./open-page.js";

const DAY = "at=2019-12-31&known=2026-11-24";
const MEGVII = `/what-if?strike=claim:mit-2019/mit-ownership-megvii&list=company:saudi-aramco&${DAY}`;

describeBrowser("what if", () => {
  it("tells what a struck claim removes and a listing adds, and why", async () => {
    const page = await openPage(MEGVII);
    expect(await page.locator(".differences.removed").textContent()).toContain(
      "Holding, Megvii Technology Limited",
    );
    expect(await page.locator(".differences.added").textContent()).toContain("Direct, Saudi Aramco");
    await page.locator(".differences.removed summary").click();
    expect(await page.locator(".differences.removed details").textContent()).toContain(
      "MIT was an investor in Megvii",
    );
  });

  it("shows the answer as it is beside the answer if so", async () => {
    const page = await openPage(MEGVII);
    const both = page.getByRole("table").filter({ has: page.getByRole("columnheader", { name: "If so" }) });
    const cells = both.first().locator("tbody tr").first().locator("td");
    const [asItIs, ifSo] = (await cells.allTextContents()).map(Number);
    const listed = async (kind: string) => page.locator(`.differences.${kind} > li`).count();
    expect(ifSo).toBe((asItIs ?? 0) + (await listed("added")) - (await listed("removed")));
    expect(
      await both
        .first()
        .getByRole("row", { name: /^Summary/ })
        .locator("td")
        .count(),
    ).toBe(2);
  });

  it("says so where a supposition changes nothing", async () => {
    const page = await openPage(`/what-if?list=company:zte&at=2019-12-31&known=2026-11-24`);
    await page.getByText("This changes nothing: no finding is added, removed or changed.").waitFor();
    expect(await page.locator(".differences").count()).toBe(0);
  });

  it("says which name of its address it did not understand, with ways on", async () => {
    const page = await openPage(`/what-if?stryke=claim:mit-2019/mit-ownership-megvii&${DAY}`);
    const alert = page.locator("#alerts");
    expect(await alert.textContent()).toContain(
      "The address names “stryke”, which this page does not read: it was left out.",
    );
    expect(await axeViolations(page)).toEqual([]);
    await alert.getByRole("link", { name: "Read it as “strike”" }).click();
    await page.waitForSelector(".differences.removed");
    expect(await alert.textContent()).toBe("");
  });

  it("strikes a claim and drops it again by the mouse, and a reload shows the same", async () => {
    const page = await openPage(`/what-if?${DAY}`);
    await page.getByRole("checkbox", { name: /was an investor in Megvii/ }).click();
    await page.waitForSelector(".differences.removed");
    expect(page.url()).toContain("strike=claim:mit-2019/mit-ownership-megvii");
    const before = await page.locator("main").textContent();
    await page.reload();
    await settled(page);
    expect(await page.locator("main").textContent()).toBe(before);
    await page.getByRole("button", { name: /^No longer suppose/ }).click();
    await page.getByText("Nothing is supposed yet").waitFor();
  });

  it("strikes a source and changes a share by the keyboard alone", async () => {
    const page = await openPage(`/what-if?${DAY}`);
    await tabTo(page, page.locator("summary", { hasText: "Ignore a source" }));
    await page.keyboard.press("Enter");
    await tabTo(
      page,
      page.getByRole("checkbox", { name: /^(?:The Tech|Forbes|Reuters|WBUR|Diagram|CNBC|U\.S\.)/ }).first(),
    );
    await page.keyboard.press("Space");
    await page.locator(".supposed", { hasText: "Ignored source" }).waitFor();
    await tabTo(page, page.locator("summary", { hasText: "Change a share" }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByLabel("from, in %").first());
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("30");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("40");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/shares=.*@30-40/);
    await page.getByText("Share changed to 30 to 40%").waitFor();
  });

  it("keeps two strikes that come faster than an answer", async () => {
    const page = await openPage(`/what-if?${DAY}`);
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll<HTMLInputElement>(".checks input");
      first?.click();
      second?.click();
    });
    await page.waitForFunction(() => document.querySelectorAll(".supposed li").length === 2);
  });

  it("lifts a listing", async () => {
    const page = await openPage(`/what-if?${DAY}`);
    await page.getByText("Ignore a listing").click();
    await page.getByRole("checkbox", { name: /28 parties in connection with Xinjiang/ }).click();
    await page.waitForURL(/delist=listing:bis-entity-list-2019-10-09-xinjiang/);
    expect(await page.locator(".differences.removed").textContent()).toContain("iFlytek");
  });

  it.each([
    ["shares=claim:x@90-20", "“claim:x@90-20” is not a share"],
    ["strike=claim:none/none", "claim:none/none"],
  ])("says what is wrong with %s, and a way on", async (values, message) => {
    const page = await openPage(`/what-if?${values}&${DAY}`, { faults: "expected" });
    expect(await page.locator(".notice [role=alert]").textContent()).toContain(message);
    await page.getByRole("link", { name: "Go on without it" }).click();
    await page.waitForSelector(".what-if");
  });

  it("violates no rule of axe, wide and on a phone", async () => {
    const page = await openPage(MEGVII);
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeViolations(page, ["light"])).toEqual([]);
  });
});

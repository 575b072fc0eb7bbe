import { expect, it } from "vitest";
import { tabTo } from "./keys.js";
import { axeViolations, describeBrowser, openPage, settled } from "./open-page.js";

const DAY = "at=2026-11-24&known=2026-11-24";
const HISILICON = `/review?university=university:mit&counterparty=company:hisilicon&${DAY}`;

describeBrowser("the elevated-risk review", () => {
  it("lays out policies, decisions and what is on record by criterion, replies beside allegations", async () => {
    const page = await openPage(HISILICON);
    const form = page.locator(".review");
    expect(await form.textContent()).toContain("MIT elevated-risk international engagement review");
    expect(await form.textContent()).toContain(
      "The decision covers the subsidiaries of Huawei Technologies and ZTE, and HiSilicon is one.",
    );
    const property = page.locator(".criterion", { hasText: "Intellectual property" });
    expect(await property.textContent()).toContain("denied that");
    expect(await page.locator(".criterion").count()).toBe(6);
  });

  it.each(["company:hisilicon", "company:huawei-technologies", "company:saudi-aramco"])(
    "prints %s on two pages",
    async (counterparty) => {
      const page = await openPage(`/review?university=university:mit&counterparty=${counterparty}&${DAY}`);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    },
  );

  it("says in print, too, that what came later than the day of knowing is left out", async () => {
    const page = await openPage(HISILICON.replace("known=2026-11-24", "known=2019-04-04"));
    await page.emulateMedia({ media: "print" });
    await page.locator(".review .known-note", { hasText: "Known by 4 April 2019" }).waitFor();
  });

  it("is filled in by the mouse, and says where a university has no policy", async () => {
    const page = await openPage(`/review?${DAY}`);
    await page.getByRole("link", { name: "MIT and HiSilicon" }).click();
    await page.waitForSelector(".review");
    await page.getByRole("combobox", { name: "University" }).fill("Cornell");
    await page.getByRole("option", { name: "Cornell University" }).click();
    await page.getByText("No review policy of this university is in the loaded dossiers").waitFor();
    expect(await page.getByText("Criteria come from a university’s own policies").count()).toBe(1);
    expect(await page.locator(".review").textContent()).not.toMatch(/[A-Z]_50|UNDETERMINED/);
  });

  it("is filled in by the keyboard alone, and a reload shows the same", async () => {
    const page = await openPage(`/review?${DAY}`);
    for (const [label, text, id] of [
      ["University", "MIT", "university=university:mit"],
      ["Counterparty", "hisilicon", "counterparty=company:hisilicon"],
    ] as const) {
      await tabTo(page, page.getByRole("combobox", { name: label }));
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.search.includes(id));
    }
    await page.waitForSelector(".review");
    const before = await page.locator(".review").textContent();
    await page.reload();
    await settled(page);
    expect(await page.locator(".review").textContent()).toBe(before);
  });

  it("says what is wrong with an id, and a way on", async () => {
    const page = await openPage("/review?university=university:mit&counterparty=company:none", {
      faults: "expected",
    });
    expect(await page.locator(".notice [role=alert]").textContent()).toContain(
      "Nothing has the id “company:none”",
    );
    await page.getByRole("link", { name: "Go on without it" }).click();
    await page.getByRole("combobox", { name: "University" }).waitFor();
  });

  it("violates no rule of axe, wide and on a phone", async () => {
    const page = await openPage(HISILICON);
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeViolations(page, ["light"])).toEqual([]);
  });
});

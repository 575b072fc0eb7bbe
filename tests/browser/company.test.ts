import { expect, it } from "vitest";
import { tabTo } from "./keys.js";
import { axeViolations, describeBrowser, openPage, programUrl, settled } from "./open-page.js";

const DAY = "at=2026-11-24&known=2026-11-24";
const HUAWEI = `/company?id=company:huawei-technologies&${DAY}`;

describeBrowser("the page about a company", () => {
  it("draws who owns it and what it owns, and says the same in tables", async () => {
    const page = await openPage(HUAWEI);
    const picture = page.getByRole("img", {
      name: /^Ownership of Huawei Technologies Co., Ltd.: 3 parties above it/,
    });
    expect(await picture.textContent()).toContain("Ren Zhengfei");
    const above = page.getByRole("table", { name: "Above it: 3" });
    expect(await above.locator("tbody tr").count()).toBe(3);
    expect(await above.textContent()).toContain("98.99 per cent");
    expect(await page.getByRole("img", { name: "0% for certain, 100% more may be" }).count()).toBeGreaterThan(
      0,
    );
  });

  it("says what was, and that it is only reported", async () => {
    const page = await openPage(`/company?id=company:zte&${DAY}`);
    expect(await page.getByRole("row", { name: /Shenzhen ZNV/ }).textContent()).toContain(
      "Reported: ZTE owned a share of Shenzhen ZNV",
    );
  });

  it("speaks of no share where a party is only controlled, or only an affiliate", async () => {
    const page = await openPage(`/company?id=company:zte&${DAY}`);
    const below = page.getByRole("table", { name: /^Below it/ });
    const words = (name: RegExp) => below.getByRole("row", { name }).first().textContent();
    expect(await words(/^ZTE \(USA\)|^ZTE USA/)).toContain("controlled; no share known");
    expect(await words(/^ZTE Parsian/)).toContain("affiliate; no share known");
  });

  it("gives the picture away as SVG and PNG, and all of it as CSV", async () => {
    const page = await openPage(HUAWEI);
    const take = async (button: string): Promise<Buffer> => {
      const waiting = page.waitForEvent("download");
      await page.click(`#${button}`);
      const chunks: Buffer[] = [];
      for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    };
    const svg = (await take("ownership-svg")).toString("utf8");
    expect(svg).toContain("Who owns Huawei Technologies Co., Ltd., and what it owns");
    expect(svg).toContain("24 November 2026");
    expect((await take("ownership-png")).subarray(1, 4).toString("latin1")).toBe("PNG");
    const lines = (await take("ownership-csv")).toString("utf8").trim().split("\n");
    expect(lines.length).toBeGreaterThan(150);
    expect(lines.some((line) => line.includes("Ren Zhengfei") && line.includes("0.0101"))).toBe(true);
  });

  it("opens each probe to what was answered, and lists those that only name it apart", async () => {
    const page = await openPage(HUAWEI);
    const lane = page
      .locator(".flag-timeline details", { hasText: "United States v. Huawei Technologies" })
      .first();
    await lane.locator("summary").click();
    expect(await lane.getByRole("region", { name: "What was answered" }).textContent()).toContain("denied");
    expect(await page.getByRole("heading", { name: /^Named in others without being accused/ }).count()).toBe(
      1,
    );
  });

  it("says which universities' money is counted for another too, and adds up each gift once", async () => {
    const page = await openPage(HUAWEI);
    const row = (name: string) =>
      page.locator("tr").filter({ has: page.getByRole("link", { name, exact: true }) });
    expect(await row("University of California, Berkeley").textContent()).toContain(
      "wholly or partly counted for University of California System too",
    );
    // At MIT 500,000 US dollars are counted for no other university.
    expect(await row("Massachusetts Institute of Technology").textContent()).not.toContain("counted for");
    // In US dollars 28,672,437: the sum over the rows of the Section 117 reports.
    const total = await page.locator("tr", { hasText: "in all, each gift once" }).textContent();
    expect(total).toContain("$5,593,840 during$23,078,597 before");
  });

  it("leads to a university that is exposed to it, asked about it alone", async () => {
    const page = await openPage(HUAWEI);
    await page.getByRole("link", { name: "Massachusetts Institute of Technology" }).first().click();
    await page.waitForURL(/university=university:mit&target=company:huawei-technologies/);
    await page.getByText("Asked about this party only:").waitFor();
    await page.getByRole("link", { name: "Ask about all" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".group").length > 1);
  });

  it("opens below the universities what passed with one of them, each dealing with its source's words", async () => {
    const page = await openPage(HUAWEI);
    await page.getByRole("link", { name: "Show the dealings of University of California, Berkeley" }).click();
    await page.waitForURL(/dealings=university:uc-berkeley/);
    const opened = page.locator(".opened");
    await opened.waitFor();
    expect(await opened.locator("caption").textContent()).toMatch(/^\d+ dealings, each once, by date$/);
    expect(await opened.locator("table").textContent()).toMatch(/\$\d/);
    expect(await opened.locator("tbody tr blockquote, tbody tr .source").count()).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Hide the dealings of University of California, Berkeley" }).click();
    await opened.waitFor({ state: "detached" });
  });

  it("says why a university has no finding on a party", async () => {
    const page = await openPage(`/?university=university:mit&target=company:zte&${DAY}`);
    await page.getByRole("heading", { name: "Why there is no finding on ZTE Corporation" }).waitFor();
    expect(await page.locator(".answer").textContent()).toContain("none with ZTE");
  });

  it("is worked by the keyboard alone, and a reload shows the same", async () => {
    const page = await openPage(`/company?${DAY}`);
    await tabTo(page, page.getByRole("combobox"));
    await page.keyboard.type("Huawei Marine Networks");
    await page.waitForSelector("[role=option]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/id=company:huawei-marine-networks/);
    await page.getByRole("heading", { name: "Ownership" }).waitFor();
    const summary = page.locator(".flag-timeline summary").first();
    await tabTo(page, summary);
    await page.keyboard.press("Enter");
    expect(await page.locator(".flag-timeline details").first().getAttribute("open")).not.toBeNull();
    const before = await page.locator("main").textContent();
    await page.reload();
    await settled(page);
    expect(await page.locator("main").textContent()).toBe(before);
  });

  it("tells who stands behind a program and who takes part", async () => {
    const page = await openPage(`/company?id=program:huawei-innovation-research-program&${DAY}`);
    await page.getByRole("heading", { name: "Who stands behind it" }).waitFor();
    await page.getByRole("link", { name: "Massachusetts Institute of Technology" }).first().waitFor();
  });

  it("says what is wrong with an id, and a way on", async () => {
    const page = await openPage("/company?id=company:%3Cimg%3E", { faults: "expected" });
    expect(await page.locator(".notice [role=alert]").textContent()).toContain(
      "Nothing has the id “company:<img>”",
    );
    await page.getByRole("link", { name: "Go on without it" }).click();
    await page.getByRole("combobox").waitFor();
    expect(page.url()).toBe(`${programUrl()}/company`);
  });

  it("is clean to axe with a program's long lists of names", async () => {
    const page = await openPage("/company?id=program:huawei-innovation-research-program");
    expect(await axeViolations(page, ["light"])).toEqual([]);
  });

  it("violates no rule of axe, wide and on a phone", async () => {
    const page = await openPage(`/company?id=company:huawei-marine-networks&${DAY}`);
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeViolations(page, ["light"])).toEqual([]);
  });
});

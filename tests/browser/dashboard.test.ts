import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { downloaded, openImage } from "./downloads.js";
import { tabTo } from "./keys.js";
import { axeViolations, describeBrowser, openPage, programUrl, settled } from "./open-page.js";

const CLOCKS = "at=2026-11-24&known=2026-11-24";
const PICTURES = ["universities", "years", "counterparties", "probes-and-listings"];

const heat = (page: Page) => page.locator("#picture-universities");

describeBrowser("Dashboard", () => {
  it("shows all universities at once: four pictures, each with its sources, its clocks and the same as a table", async () => {
    const page = await openPage(`/dashboard?${CLOCKS}`);
    for (const name of PICTURES) {
      const picture = page.locator(`#picture-${name}`);
      expect(await picture.locator(".drawing svg").count()).toBe(1);
      expect(await picture.locator("figcaption").textContent()).toMatch(
        /As of 24 November 2026, as known on 24 November 2026\. Exposure graph, graph version 1\./,
      );
      expect(await picture.locator("table tbody tr").count()).toBeGreaterThan(5);
    }
    expect(await heat(page).textContent()).toContain("Massachusetts Institute of Technology");
  });

  it("with a mouse: opens a cell to its findings, goes on to the proof, and sorts a table", async () => {
    const page = await openPage(`/dashboard?${CLOCKS}`);
    await page
      .getByRole("button", { name: /^University of California, Berkeley, Alibaba.*: 1 finding$/ })
      .click();
    await page.waitForSelector("#opened");
    await settled(page);
    const opened = page.locator(".opened");
    expect(await opened.textContent()).toContain("Berkeley had funding from Alibaba.");
    // What the cell counts, in view: the rows 4689 and 4801 of the Section 117 file.
    expect(await opened.locator("tbody th").allTextContents()).toEqual(["19 October 2017", "29 May 2019"]);
    expect(await opened.locator("table").textContent()).toMatch(/\$500,000.*row 4689.*\$500,000.*row 4801/);
    await page.locator("#parties-table summary").click();
    await page.locator("#parties-by-total").click();
    await settled(page);
    const first = () => page.locator("#parties tbody th").first().textContent();
    expect(await first()).toBe("Skolkovo Foundation");
    await page.locator("#parties-by-total").click();
    await page.waitForFunction(() => location.search.includes("sort=parties.total"));
    await settled(page);
    expect(await first()).toBe("Huawei Software Technologies Co., Ltd.");
    await opened
      .getByRole("link", { name: /^Show on the canvas/ })
      .first()
      .click();
    await page.waitForSelector("#canvas canvas");
    await settled(page);
    expect(new URL(page.url()).searchParams.get("steps")).toMatch(/^chain\*university:uc-berkeley\*/);
  });

  it("opens a bar to its dealings, each with day, amount and source", async () => {
    const page = await openPage(`/dashboard?${CLOCKS}`);
    await page.locator("#parties-table summary").click();
    await page.getByRole("button", { name: "Open the dealings of Alibaba Group Holding Limited" }).click();
    await page.waitForSelector("#opened-bar");
    await settled(page);
    expect(new URL(page.url()).searchParams.get("bar")).toBe("COUNTERPARTY|company:alibaba-group");
    const row = page.locator("#picture-counterparties .opened tbody tr");
    expect(await row.first().textContent()).toMatch(/Alibaba gave Berkeley \$[\d,]+ .*row \d+/);
  });

  it("says in which currency there is money, where there is none in the one that is chosen", async () => {
    const page = await openPage(`/dashboard?${CLOCKS}&country=GB&currency=USD`);
    const years = page.locator("#picture-years");
    expect(await years.textContent()).toContain("There is money in another currency:");
    await years.getByRole("button", { name: "British pounds" }).click();
    await page.waitForFunction(() => location.search.includes("currency=GBP"));
    await settled(page);
    expect(await page.locator("#picture-years .drawing svg").count()).toBe(1);
  });

  it("from the keyboard alone: filters, goes from cell to cell, opens and closes one", async () => {
    const page = await openPage(`/dashboard?${CLOCKS}&country=GB`);
    await tabTo(page, page.locator("#choose-country"));
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => location.search.includes("country=US"));
    await settled(page);
    await tabTo(page, page.locator("#choose-columns"));
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => location.search.includes("columns=TARGET"));
    await settled(page);
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => location.search.includes("columns=YEAR"));
    await settled(page);
    await tabTo(page, page.locator(".cell[tabindex='0']"));
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    const before = await focused();
    await page.keyboard.press("ArrowRight");
    expect(await focused()).not.toBe(before);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".opened ol");
    expect(await page.locator(".cell[aria-pressed='true']").getAttribute("aria-label")).toBe(await focused());
    await tabTo(page, page.locator("#close-cell"));
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !document.querySelector(".opened"));
    await settled(page);
    expect(await heat(page).textContent()).not.toContain("University of Cambridge");
  });

  it("counts by list, by payer’s country and by date", async () => {
    const page = await openPage(
      `/dashboard?${CLOCKS}&list=us-entity-list&payer=CN&from=2019-01-01&to=2019-12-31`,
    );
    expect(await page.locator("#picture-years tbody th").allTextContents()).toEqual([
      "2019",
      "year not clear",
    ]);
    const kinds = await page.locator("#flags tbody tr td:nth-of-type(1)").allTextContents();
    expect(new Set(kinds)).toEqual(new Set(["Listing, Entity List"]));
    expect(await page.locator("#picture-counterparties").textContent()).not.toContain("Futurewei");
  });

  it("shows no probe and no listing without its outcome and what was answered", async () => {
    const page = await openPage(`/dashboard?${CLOCKS}&all=flags`);
    const drawn = (await page.locator("#picture-probes-and-listings .drawing").textContent()) ?? "";
    const rows = await page.locator("#flags tbody tr").count();
    expect(rows).toBe(89);
    expect(drawn.match(/Outcome:/g)).toHaveLength(rows);
    expect(drawn.match(/Answered:/g)).toHaveLength(rows);
    for (const name of ["Outcome", "Answered"]) {
      const cells = await page.locator(`#flags td[data-label='${name}']`).allTextContents();
      expect(cells.every((text) => text !== "")).toBe(true);
    }
  });

  it("shows the same again when its address is opened anew", async () => {
    const page = await openPage(
      `/dashboard?${CLOCKS}&measure=GROSS&columns=YEAR&rows=10&cell=university:uc-berkeley|2018&flags=PROBE&sort=-years.total`,
    );
    const shown = () => page.locator("main").textContent();
    const before = await shown();
    await page.reload();
    await settled(page);
    expect(await shown()).toBe(before);
    expect(before).toContain("University of California, Berkeley, 2018");
  });

  it("violates no rule of axe, and fits a phone and a wall", async () => {
    const page = await openPage(`/dashboard?${CLOCKS}&cell=university:mit|company:huawei-investment-holding`);
    for (const table of ["heat", "years", "parties", "flags"])
      await page.locator(`#${table}-table summary`).click();
    expect(await axeViolations(page)).toEqual([]);
    for (const width of [360, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForFunction((wide) => document.documentElement.scrollWidth === wide, width);
    }
  });

  it("hands out each picture as SVG and PNG that open, and its data as CSV", async () => {
    const page = await openPage(`/dashboard?${CLOCKS}`, { theme: "dark" });
    for (const name of PICTURES) {
      const svg = await downloaded(page, `${name}-svg`);
      expect((await openImage(page, svg, "image/svg+xml")).width).toBeGreaterThan(1000);
      expect(svg.toString()).toContain("graph version 1.");
      expect(svg.toString()).toContain("From the dossiers");
      const png = await downloaded(page, `${name}-png`);
      expect((await openImage(page, png, "image/png")).height).toBeGreaterThan(300);
      expect(png.includes("iTXt")).toBe(true);
      const csv = (await downloaded(page, `${name}-csv`)).toString();
      expect(csv.startsWith("\ufeff")).toBe(true);
      expect(csv.split("\n").length).toBeGreaterThan(5);
    }
  });

  it("says what is wrong with an address and leads on", async () => {
    const page = await openPage("/dashboard?list=us-nothing");
    for (const [query, said] of [
      ["list=us-nothing", "us-nothing"],
      ["columns=SHOE_SIZE", "SHOE_SIZE"],
      ["country=ZZ", "No university of the loaded dossiers is in"],
      ["cell=university:mit|nobody", "university:mit|nobody"],
      ["from=2019-02-30", "2019-02-30"],
    ]) {
      await page.goto(`${programUrl()}/dashboard?${query}`);
      await settled(page);
      expect(await page.getByRole("alert").last().textContent()).toContain(said);
    }
    await page.getByRole("link", { name: "Go on without it" }).click();
    await page.waitForSelector("#picture-years svg");
  });
});

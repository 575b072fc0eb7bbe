import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { holdAnswers } from "./answers.js";
import { tabTo, typeDay } from "./keys.js";
import { describeBrowser, openPage, programUrl, settled } from "./open-page.js";

const LETTER = "at=2019-04-04&known=2026-11-24";
const CHAIN = "chain*university:mit*company:huawei-technologies";
const DAY = "at=2026-11-24&known=2026-11-24";

const inAddress = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** Presses elements one right after the other, as quick hands do: nothing is drawn between. */
function pressAll(page: Page, ...selectors: readonly string[]): Promise<void> {
  return page.evaluate((all) => {
    for (const selector of all) document.querySelector<HTMLElement>(selector)?.click();
  }, selectors);
}

describeBrowser("what is done before an answer comes", () => {
  describe("in a search box", () => {
    it("outlasts the answer: the text, the place in it and what is offered", async () => {
      const page = await openPage(`/?university=university:mit&${LETTER}`);
      const held = await holdAnswers(page, "AskUniversity");
      await page.locator("#day-today").click();
      await held.waiting(1);
      const field = page.locator("#find");
      await field.fill("berkeley");
      await page.getByRole("option", { name: "University of California, Berkeley" }).first().waitFor();
      await field.press("ArrowLeft");
      await held.release();
      await settled(page);
      await page.keyboard.type("e");
      expect(await field.inputValue()).toBe("berkeleey");
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Enter");
      await page.waitForURL(/university=university:uc-berkeley/);
      expect([inAddress(page, "at"), inAddress(page, "known")]).toEqual([null, "2026-11-24"]);
    });

    it("outlasts the rest of a page that has begun to show, and keeps the focus", async () => {
      const page = await openPage("/review");
      const held = await holdAnswers(page, "Start");
      await page.getByRole("link", { name: "Ask", exact: true }).first().click();
      await held.waiting(1);
      await page.locator("#find").pressSequentially("berk");
      await held.release();
      await settled(page);
      await page.keyboard.type("eley");
      expect(await page.locator("#find").inputValue()).toBe("berkeley");
    });

    it("moves and takes as if the list had been there", async () => {
      const page = await openPage("/company");
      const field = page.locator("#find");
      await field.fill("Huawei Technologies");
      await page.waitForSelector("#find-option-1");
      const second = await page.locator("#find-option-1 .name").textContent();
      await field.fill("");
      const held = await holdAnswers(page, "Find");
      await field.fill("Huawei Technologies");
      for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
      await held.waiting(1);
      await held.release();
      await page.getByRole("heading", { level: 1, name: second ?? "", exact: true }).waitFor();
    });

    it("takes what was chosen before the reader went on to a day, and leaves nothing in the field", async () => {
      const page = await openPage(`/?university=university:mit&${LETTER}`);
      const held = await holdAnswers(page, "Find");
      await page.locator("#find").fill("berkeley");
      await page.keyboard.press("Enter");
      await held.waiting(1);
      await page.locator("#known").focus();
      await typeDay(page, "2024-01-01");
      await page.getByText("as of 4 April 2019, as known on 1 January 2024").first().waitFor();
      await held.release();
      await page.waitForURL(/university=university:uc-berkeley/);
      await settled(page);
      expect([inAddress(page, "known"), await page.locator("#find").inputValue()]).toEqual([
        "2024-01-01",
        "",
      ]);
    });

    it("opens no list over the page when the reader has gone on", async () => {
      const page = await openPage("/review");
      const held = await holdAnswers(page, "Find");
      await page.locator("#find-university").fill("Stanford");
      await held.waiting(1);
      await page.locator("#find-counterparty").fill("hisilicon");
      await held.waiting(2);
      await held.release();
      await page.locator("#find-counterparty-option-0").waitFor();
      expect(await page.locator("#find-university-list").isVisible()).toBe(false);
    });
  });

  it("adds to what was asked before: a day, a channel and another university", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    const held = await holdAnswers(page, "AskUniversity");
    await pressAll(page, "#day-today", "#channel-DIRECT");
    await held.waiting(1);
    await page.locator("#compare summary").click();
    await page.locator("#find-another").fill("Stanford University");
    await page.getByRole("option", { name: "Stanford University" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/university=university:mit,university:stanford/);
    await held.release();
    await settled(page);
    expect([inAddress(page, "at"), inAddress(page, "channels")]).toEqual([null, "DIRECT"]);
    const both = await openPage("/?university=university:mit,university:stanford,university:cornell");
    await both.evaluate(() => {
      const [first, second] = document.querySelectorAll<HTMLElement>("a.chip[aria-label^='Leave out']");
      first?.click();
      second?.click();
    });
    await both.waitForURL((url) => url.searchParams.get("university") === "university:cornell");
  });

  it("asks again for a picture whose question was ended", async () => {
    const page = await openPage(`/dashboard?${DAY}`);
    const held = await holdAnswers(page, "DashboardMatrix");
    await page.locator("#choose-currency").selectOption("EUR");
    await held.waiting(3);
    await page.locator("#choose-flags").selectOption("PROBE");
    await held.release();
    await settled(page);
    expect(await page.locator(".notice, .banner").count()).toBe(0);
    expect(await page.locator("#picture-years").textContent()).toContain("euros");
  });

  it("takes back a day that was typed into the dashboard by one step", async () => {
    const page = await openPage(`/dashboard?${DAY}`);
    await tabTo(page, page.locator("#choose-from"));
    await page.keyboard.type("01012019");
    await page.waitForURL(/from=2019-01-01/);
    await page.keyboard.press("ArrowUp");
    await page.waitForURL(/from=2020-01-01/);
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get("from") === null);
  });

  it("takes every step on the canvas, and every step back", async () => {
    const page = await openPage(`/explore?steps=${CHAIN}~pin*university:mit*0*0&select=university:mit`);
    await pressAll(page, "#entity-right", "#entity-right", "#tidy", "#undo");
    await page.waitForURL((url) => url.searchParams.get("steps") === `${CHAIN}~pin*university:mit*80*0`);
    await pressAll(page, "#undo", "#undo");
    await page.waitForURL((url) => url.searchParams.get("steps") === "none");
  });

  it("leaves out every kind on the canvas that was unticked", async () => {
    const page = await openPage(`/explore?steps=${CHAIN}`);
    await pressAll(page, "#kind-FUNDING", "#kind-COMPANY");
    await page.waitForURL((url) => url.searchParams.get("without") === "FUNDING,COMPANY");
    await settled(page);
    expect(await page.locator("#kind-FUNDING").isChecked()).toBe(false);
  });

  it("leaves unfolded what was unfolded while the rest of an answer was on its way", async () => {
    const page = await openPage(`/screen?${DAY}`);
    const exposures = await holdAnswers(page, "ScreenParty");
    await page.getByLabel("Names, one on a line").fill("Huawei Tech");
    await page.getByRole("button", { name: "Screen", exact: true }).click();
    await exposures.waiting(1);
    const score = page.locator("#screened td:nth-of-type(2) > details");
    await score.locator("summary").click();
    await exposures.release();
    await settled(page);
    await page.getByRole("cell", { name: "82 universities have findings on it" }).waitFor();
    expect(await score.getAttribute("open")).not.toBeNull();
    await page.goto(`${programUrl()}/?university=university:mit&${LETTER}`);
    await settled(page);
    const proof = await holdAnswers(page, "OpenFinding");
    await page.getByRole("link", { name: /^Show the proof: Direct/ }).click();
    await proof.waiting(1);
    await page.locator("details.scope summary").click();
    await proof.release();
    await page.waitForSelector(".proof");
    expect(await page.locator("details.scope").getAttribute("open")).not.toBeNull();
  });

  it("keeps names that were not screened yet, and a share that was not applied yet", async () => {
    const page = await openPage("/screen");
    await page.getByLabel("Names, one on a line").fill("Futurewei\nZTE");
    await page.getByLabel("Situation on", { exact: true }).fill("2019-04-04");
    await page.waitForURL(/at=2019-04-04/);
    await settled(page);
    expect(await page.getByLabel("Names, one on a line").inputValue()).toBe("Futurewei\nZTE");
    const supposing = await openPage(`/what-if?at=2019-12-31&known=2026-11-24`);
    await supposing.locator("summary", { hasText: "Change a share" }).click();
    await supposing.getByLabel("from, in %").first().fill("30");
    await supposing.locator(".checks input").first().click();
    await supposing.locator(".supposed li").waitFor();
    expect(await supposing.getByLabel("from, in %").first().inputValue()).toBe("30");
  });
});

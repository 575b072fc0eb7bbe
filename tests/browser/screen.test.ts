import { expect, it } from "vitest";
import { withinOneDay } from "../within-one-day.js";
import { tabTo } from "./keys.js";
import { axeViolations, describeBrowser, openPage, settled } from "./open-page.js";

const DAY = "at=2026-11-24&known=2026-11-24";
const NAMES = `/screen?names=${encodeURIComponent("Huawei Tech\nCal Berkeley\n<b>Acme</b>")}&${DAY}`;

const csv = (text: string) => ({ name: "names.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

describeBrowser("the screening of names", () => {
  it("gives each name its candidates with the reasons of the score, and the exposure beside", async () => {
    const page = await openPage(NAMES);
    await page.getByRole("cell", { name: "82 universities have findings on it" }).waitFor();
    const row = page.getByRole("row", { name: /^Cal Berkeley/ });
    await row.getByText(/^6 findings: Huawei Investment/).waitFor();
    await row.getByText("0.91 of 1").click();
    expect(await row.textContent()).toContain("of the words asked for stand in the name");
    expect(await page.getByRole("rowheader", { name: "<b>Acme</b>" }).count()).toBe(1);
  });

  it("takes names by the keyboard alone, and a reload shows the same", async () => {
    const page = await openPage(`/screen?${DAY}`);
    await tabTo(page, page.getByLabel("Names, one on a line"));
    await page.keyboard.type("Futurewei");
    await page.keyboard.press("Enter");
    await page.keyboard.type("ZTE");
    await tabTo(page, page.getByRole("button", { name: "Screen", exact: true }));
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Futurewei Technologies, Inc." }).waitFor();
    await page.reload();
    await settled(page);
    await page.getByRole("link", { name: "ZTE Corporation" }).waitFor();
    expect(await page.getByLabel("Names, one on a line").inputValue()).toBe("Futurewei\nZTE");
  });

  it("takes the column of names from a CSV, or another that is chosen", async () => {
    const page = await openPage("/screen");
    await page
      .getByLabel("or a CSV file")
      .setInputFiles(csv('id,Company name,town\n1,"Huawei, Ltd",Shenzhen\n2,ZTE,Xi’an\n'));
    const names = page.getByLabel("Names, one on a line");
    await page.getByLabel("Column with the names").waitFor();
    expect(await names.inputValue()).toBe("Huawei, Ltd\nZTE");
    await page.getByLabel("Column with the names").selectOption("3: town");
    expect(await names.inputValue()).toBe("Shenzhen\nXi’an");
  });

  it("starts with both days as today, like every other view", () =>
    withinOneDay(async () => {
      const page = await openPage("/screen");
      const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
      expect(await page.getByLabel("Situation on", { exact: true }).inputValue()).toBe(today);
      expect(await page.getByLabel("Known by").inputValue()).toBe(today);
    }));

  it("takes a CSV that is dropped on it", async () => {
    const page = await openPage("/screen");
    const file = 'name,town\n"Huawei, Ltd",Shenzhen\nZTE,Xi’an\n';
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "names.csv", { type: "text/csv" }));
      return data;
    }, file);
    const form = page.locator("form");
    // A browser only hands over what the page said that it would take.
    const isTaken = await form.evaluate(
      (element, dataTransfer) =>
        !element.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true })),
      dropped,
    );
    expect(isTaken).toBe(true);
    await form.dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByLabel("Column with the names").waitFor();
    expect(await page.getByLabel("Names, one on a line").inputValue()).toBe("Huawei, Ltd\nZTE");
    expect(new URL(page.url()).pathname).toBe("/screen");
    await page.getByRole("button", { name: "Screen", exact: true }).click();
    await page.getByRole("link", { name: "ZTE Corporation" }).waitFor();
  });

  it("shows by the mouse alone what it does, and answers for no candidate that is far off", async () => {
    const page = await openPage(`/screen?${DAY}`);
    await page.getByRole("button", { name: "Try an example" }).click();
    const row = page.getByRole("row", { name: /^Acme Widgets/ });
    await row.getByText("no match").waitFor();
    expect(await row.textContent()).not.toMatch(/universit(y has|ies have) /);
    await page.getByRole("cell", { name: "82 universities have findings on it" }).first().waitFor();
  });

  it("says which line of a file is no CSV, and that there is no name", async () => {
    const page = await openPage("/screen");
    await page.getByLabel("or a CSV file").setInputFiles(csv("name,town\nHuawei,Shenzhen\nZTE\n"));
    await page.getByText("This is no CSV: line 3 has another number of columns").waitFor();
    await page.getByLabel("or a CSV file").setInputFiles(csv("name\n\u0000\u0001"));
    await page.getByText("line 2 holds signs that no text has").waitFor();
    await page.getByRole("button", { name: "Screen", exact: true }).click();
    await page.getByText("There is no name in it").waitFor();
  });

  it("violates no rule of axe, wide and on a phone", async () => {
    const page = await openPage(NAMES);
    await page.getByRole("cell", { name: "82 universities have findings on it" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeViolations(page, ["light"])).toEqual([]);
  });
});

import { expect, it } from "vitest";
import { describeBrowser, openPage } from "./open-page.js";

describeBrowser("the frame around the views", () => {
  it("says that there is no page at an address of nothing, and leads to the start page", async () => {
    const page = await openPage("/nowhere", { faults: "expected" });
    expect(await page.getByRole("alert").last().textContent()).toContain("There is no page at /nowhere");
    await page.getByRole("link", { name: "To the start page" }).click();
    await page.waitForURL((url) => url.pathname === "/");
  });

  it("turns dark by a button and remembers it", async () => {
    const page = await openPage("/", { theme: "light" });
    await page.getByRole("button", { name: "Show on dark ground" }).click();
    await page.reload();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  });
});

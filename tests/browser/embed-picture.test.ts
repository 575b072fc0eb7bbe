import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { axeViolations, describeBrowser, openBlank, programUrl } from "./open-page.js";

const CLOCKS = "at=2019-04-04&known=2026-11-24";

describeBrowser("a snapshot of a picture", () => {
  it.each([
    [`explore?${CLOCKS}`, "How MIT and Huawei Technologies are connected"],
    [`explore?steps=add*company:skycom~expand*company:skycom*10&at=2013-01-01`, "denied "],
    [`dashboard?picture=universities&${CLOCKS}`, "Findings by university and group"],
    [`dashboard?picture=flags&${CLOCKS}`, "denied "],
  ])("opens from disk with the network off, as %s", async (path, said) => {
    const response = await fetch(`${programUrl()}/embed/${path}`);
    expect(response.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    const html = await response.text();
    expect(html).not.toMatch(/<script|\son\w+=|javascript:|url\(http/i);
    const folder = mkdtempSync(join(tmpdir(), "snapshot-"));
    try {
      writeFileSync(join(folder, "picture.html"), html);
      const page = await openBlank({ offline: true });
      await page.goto(pathToFileURL(join(folder, "picture.html")).href);
      expect(await page.locator("main").textContent()).toContain(said);
      const box = await page.locator("svg.snapshot-drawing").boundingBox();
      expect(box?.width).toBeGreaterThan(300);
      const fill = await page
        .locator("svg.snapshot-drawing :is(polygon, circle, rect)")
        .first()
        .evaluate((element) => getComputedStyle(element).fill);
      expect(fill).toMatch(/^rgb\(/);
      expect(await axeViolations(page)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { axeViolations, describeBrowser, openBlank, openPage, programUrl } from "./open-page.js";

const FINDING =
  "university=university:mit&target=company:huawei-technologies&channel=DIRECT&at=2019-04-04&known=2026-11-24";

describeBrowser("a snapshot of a finding", () => {
  it("opens from disk with the network off, keeps replies and sources, and runs no script", async () => {
    const html = await (await fetch(`${programUrl()}/embed/finding?${FINDING}`)).text();
    expect(html).not.toMatch(/<script|\son\w+=|javascript:/i);
    const folder = mkdtempSync(join(tmpdir(), "snapshot-"));
    try {
      writeFileSync(join(folder, "finding.html"), html);
      const page = await openBlank({ offline: true });
      await page.goto(pathToFileURL(join(folder, "finding.html")).href);
      const text = (await page.locator("main").textContent()) ?? "";
      expect(text).toContain("On 29 January 2019 Huawei Technologies denied that");
      expect(text).toContain("Huawei has funded the MIT Media Lab");
      expect(text).toContain("4 April 2019");
      expect(
        await page.getByRole("link", { name: "MIT Cuts Funding And Research Ties" }).count(),
      ).toBeGreaterThan(0);
      expect(
        await page.evaluate(() => getComputedStyle(document.querySelector("h1") as Element).fontFamily),
      ).toContain("Georgia");
      expect(await axeViolations(page)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("shows of an earlier day what was published by then, and marks a later source where there is no other", async () => {
    const known = FINDING.replace("known=2026-11-24", "known=2019-04-04");
    const page = await openPage(`/embed/finding?${known}`);
    const text = (await page.locator("main").textContent()) ?? "";
    expect(text).toContain("Known by 4 April 2019: what came later is left out");
    const sources = await page.locator(".source").allTextContents();
    expect(sources.length).toBeGreaterThan(10);
    const later = sources.filter((source) =>
      /, (\d+ )?((May|June|July|August|September|October|November|December) 2019|(\w+ )?202\d)[: ]/.test(
        source,
      ),
    );
    expect(later.filter((source) => !source.includes("published after the day of knowing"))).toEqual([]);
    // A superseding indictment of 2020 is told today, and was not known then.
    expect(text).not.toContain("13 February 2020");
  });

  it("is clean to axe with several probes and listings, each named where its replies stand", async () => {
    const target = "target=company:futurewei&channel=DIRECT";
    const page = await openPage(`/embed/finding?university=university:uc-berkeley&${target}&at=2026-11-24`);
    const replies = page.getByRole("region", { name: "What was answered: House Select Committee inquiry" });
    expect(await replies.count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
  });

  it("is offered where a finding is open, with a code that lets it do nothing in another page", async () => {
    const page = await openPage("/?university=university:mit&at=2019-04-04&known=2026-11-24");
    await page.getByRole("link", { name: /^Show the proof: Direct/ }).click();
    await page.waitForSelector(".proof");
    const link = page.getByRole("link", { name: "Snapshot" });
    expect(await link.getAttribute("href")).toBe(`/embed/finding?${FINDING}`);
    await page.getByRole("button", { name: "Embed code", exact: true }).click();
    await page.waitForFunction(() =>
      document
        .querySelector(".copied code")
        ?.textContent?.includes('sandbox="allow-popups allow-popups-to-escape-sandbox"'),
    );
  });

  it("fits a card of 400 pixels, with its sentence, its clocks, a reply, its sources and the live version", async () => {
    const page = await openPage(`/embed/finding?${FINDING}&look=card`, { width: 400 });
    const text = (await page.locator("main").textContent()) ?? "";
    expect(text).toMatch(/^MIT received \$500,000 from Huawei Technologies/);
    expect(text).toContain("4 April 2019, known by 24 November 2026");
    expect(text).toMatch(/Answered: .*denied/);
    expect(text).toMatch(/\d+ sources\./);
    const live = page.getByRole("link", { name: "Live version" });
    expect(await live.getAttribute("target")).toBe("_blank");
    expect(await live.getAttribute("href")).toContain("/?university=university:mit&open=");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
    expect(await axeViolations(page)).toEqual([]);
  });

  it("says what is wrong with an address, in a page that runs no script either", async () => {
    const unknown = await fetch(`${programUrl()}/embed/finding?${FINDING.replace("mit", "%3Cb%3Enone")}`);
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain("There is no such finding to make a snapshot of");
    const bad = await fetch(`${programUrl()}/embed/finding?${FINDING.replace("DIRECT", "%3Cscript%3E")}`);
    expect(bad.status).toBe(400);
    expect(bad.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await bad.text()).not.toContain("<script");
  });

  it("may be framed by any page, while the pages themselves may not", async () => {
    const embed = await fetch(`${programUrl()}/embed/finding?${FINDING}`);
    expect(embed.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(embed.headers.get("x-frame-options")).toBeNull();
    const start = await fetch(`${programUrl()}/`);
    expect(start.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });
});

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { tabTo, typeDay } from "./keys.js";
import { axeViolations, describeBrowser, openPage, programUrl, settled } from "./open-page.js";
import { startProgram } from "./program.js";

const LETTER = "at=2019-04-04&known=2026-11-24";

const headline = (page: Page) => page.getByRole("heading", { level: 1 }).textContent();

describeBrowser("an answer", () => {
  it("tells the story of the article: the sentence, the chain, the findings", async () => {
    const page = await openPage("/?university=university:mit");
    expect(await headline(page)).toMatch(
      /^MIT received \$500,000 from Huawei.* in December 2017, 13 months before the company was charged; .* denied the charges\.$/,
    );
    const chain = page.locator(".rests .chain");
    expect(await chain.textContent()).toMatch(
      /Massachusetts Institute of Technology.*gave MIT \$500,000.*Huawei Technologies Co., Ltd\./,
    );
    expect(await page.locator(".group").count()).toBeGreaterThan(1);
  });

  it("opens at the finding that its address names", async () => {
    const page = await openPage("/?university=university:uc-berkeley");
    const key = await page.locator(".finding .button").last().getAttribute("href");
    expect(key).toContain("open=");
    await page.goto(new URL(key ?? "", page.url()).href);
    await page.waitForSelector(".proof");
    const top = await page.locator(".finding.open").evaluate((row) => row.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(60);
  });

  it("goes to the day of the letter by one switch, and a reload shows the same", async () => {
    const page = await openPage("/?university=university:mit");
    await page.getByRole("link", { name: "4 April 2019" }).click();
    await page.waitForURL(/at=2019-04-04/);
    await page.waitForFunction(() => document.querySelectorAll(".group").length === 1);
    await settled(page);
    expect(await page.getByLabel("Situation on", { exact: true }).inputValue()).toBe("2019-04-04");
    const before = await page.locator(".result").textContent();
    await page.reload();
    await settled(page);
    expect(await page.locator(".result").textContent()).toBe(before);
  });

  it("counts a gift once in the headline though several findings of the group tell of it", async () => {
    const page = await openPage(`/?university=university:uc-berkeley&${LETTER}`);
    const card = page.locator(".group").first();
    expect(await card.locator("> header").textContent()).toContain("$3,283,860 during");
    expect(await page.locator(".figures").textContent()).toContain("$3,283,860 during");
  });

  it("tells each group in one paragraph whose numbers lead to its sources", async () => {
    const page = await openPage(`/?university=university:uc-berkeley&${LETTER}`);
    const card = page.locator(".group").first();
    const told = card.locator("> .explanation");
    expect(await told.count()).toBe(1);
    expect(await told.locator("> p").textContent()).toMatch(
      /gave Berkeley \$9,534,986 in 12 gifts .*\[1–12\]/,
    );
    const sources = await told.locator(".sources li").count();
    for (const link of await told.locator(".ref-number").all()) {
      const at = await link.getAttribute("href");
      expect(Number(await link.textContent())).toBeLessThanOrEqual(sources);
      expect(await page.locator(`[id="${at?.slice(1)}"]`).count()).toBe(1);
    }
    expect(await told.locator(".sources li").first().textContent()).toMatch(
      /^U\.S\. Department of Education, .*, grade B2 \(copy at /,
    );
  });

  it("opens a finding to its chain, its dealings, its rules and what carries it", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    await page.getByRole("link", { name: "Show the proof: Direct, Huawei Technologies Co., Ltd." }).click();
    await page.waitForSelector(".proof");
    for (const title of [
      "The chain",
      "What passed between them",
      "Legal rules, side by side",
      "What carries it",
    ]) {
      expect(await page.getByRole("heading", { name: title }).count()).toBe(1);
    }
    expect(await page.locator(".proof .chain blockquote").first().textContent()).toContain(
      "Massachusetts Institute of Technology",
    );
    const rows = (name: RegExp) => page.locator(".proof").getByRole("table", { name }).locator("tbody tr");
    expect(await rows(/^For .* on /).count()).toBe(4);
    expect(await rows(/^4 dealings, each once/).count()).toBe(4);
  });

  it("shows what was answered beside every flag of an open finding", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    await page.getByRole("link", { name: /Show the proof: Direct/ }).click();
    await page.waitForSelector(".proof");
    const flags = page.locator(".proof .flag");
    expect(await flags.count()).toBeGreaterThan(0);
    for (const flag of await flags.all()) {
      expect(await flag.getByRole("region", { name: "What was answered" }).count()).toBe(1);
      expect(await flag.getByText("Outcome:").count()).toBe(1);
    }
    expect(await flags.first().textContent()).toContain("On 29 January 2019 Huawei Technologies denied");
  });

  it("marks money that came after the university's own decision", async () => {
    const page = await openPage(`/?university=university:uc-berkeley&${LETTER}`);
    const marked = page.locator(".decided");
    expect(await marked.first().textContent()).toContain("Possibly after its own decision.");
    expect(await marked.count()).toBe(2);
  });

  it("is worked by the keyboard alone: search, choose, open, change both clocks", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await tabTo(page, page.getByRole("combobox").first());
    await page.keyboard.type("berkeley");
    await page.waitForSelector("[role=option]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/university=university:uc-berkeley/);
    await page.waitForFunction(() => document.querySelector("h1")?.textContent?.startsWith("Berkeley"));
    expect(page.url()).toContain("at=2019-04-04");
    await tabTo(page, page.getByLabel("Situation on", { exact: true }));
    await typeDay(page, "2019-06-30");
    await page.waitForURL(/at=2019-06-30/);
    await tabTo(page, page.getByLabel("Known by"));
    await typeDay(page, "2025-01-01");
    await page.waitForURL(/known=2025-01-01/);
    await page.getByText("as of 30 June 2019, as known on 1 January 2025").first().waitFor();
    await tabTo(page, page.getByRole("link", { name: /Show the proof: Direct, Huawei/ }));
    await page.keyboard.press("Enter");
    await page.waitForSelector(".proof");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-expanded"))).toBe("true");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".proof") === null);
  });

  it("keeps the day that is being typed when an answer comes between two of its digits", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    await tabTo(page, page.getByLabel("Situation on", { exact: true }));
    await page.keyboard.type("063");
    await page.getByText("as of 3 June 2019, as known on 24 November 2026").first().waitFor();
    await page.keyboard.type("02019");
    await page.getByText("as of 30 June 2019, as known on 24 November 2026").first().waitFor();
    expect(page.url()).toContain("at=2019-06-30");
  });

  it("keeps the day that is being typed when it is for a moment the one that was answered", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    await tabTo(page, page.getByLabel("Situation on", { exact: true }));
    await page.keyboard.type("04302019");
    await page.getByText("as of 30 April 2019, as known on 24 November 2026").first().waitFor();
    expect(page.url()).toContain("at=2019-04-30");
  });

  it("takes back a typed day by one step, in the answer and in the field", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    const field = page.getByLabel("Situation on", { exact: true });
    await tabTo(page, field);
    await page.keyboard.type("0630");
    await page.getByText("as of 30 June 2019, as known on 24 November 2026").first().waitFor();
    await page.goBack();
    await page.getByText("as of 4 April 2019, as known on 24 November 2026").first().waitFor();
    expect(await field.inputValue()).toBe("2019-04-04");
  });

  it("finds by an alias, an identifier, a docket and a program's name", async () => {
    const page = await openPage("/");
    for (const [text, name] of [
      ["Cal Berkeley", "University of California, Berkeley"],
      ["ror 042nb2s44", "Massachusetts Institute of Technology"],
      ["18-cr-457", "United States v. Huawei Technologies Co., Ltd. et al."],
      ["Huawei Innovation Research", "Huawei Innovation Research Program"],
    ] as const) {
      await page.getByRole("combobox").first().fill(text);
      await page.getByRole("option", { name }).first().waitFor();
    }
    await page.getByRole("combobox").first().fill("<script>zzzz</script>");
    await page.getByRole("option", { name: "No match for “<script>zzzz</script>”" }).waitFor();
  });

  it("compares a university with another: what they share", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    await page.getByText("Compare with another university, or ask about one party only").click();
    await page.getByRole("combobox", { name: "University", exact: true }).fill("UC Berkeley");
    await page.getByRole("option", { name: "University of California, Berkeley" }).first().click();
    await page.waitForURL(/university=university:mit,university:uc-berkeley/);
    await page.getByRole("heading", { name: "What MIT and Berkeley have in common" }).waitFor();
    await page.getByRole("link", { name: "Massachusetts Institute of Technology: Direct" }).click();
    await page.waitForSelector(".proof");
  });

  it("tells what three universities have to do with two companies, what they decided and what was answered", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    await page.getByText("Compare with another university, or ask about one party only").click();
    const choose = async (field: string, name: string, id: string) => {
      await page.getByRole("combobox", { name: field, exact: true }).fill(name);
      await page.getByRole("option", { name }).first().click();
      await page.waitForURL((url) => url.search.includes(id));
      await settled(page);
    };
    await choose("University", "Stanford University", "university:stanford");
    await choose("University", "Cornell University", "university:cornell");
    await choose("University", "University of California, Berkeley", "university:uc-berkeley");
    await choose("Ask about one party only", "Huawei Technologies Co., Ltd.", "company:huawei-technologies");
    await choose("Ask about one party only", "ZTE Corporation", "company:zte");
    await page.getByRole("link", { name: "Leave out MIT" }).click();
    await page.waitForURL((url) => !url.search.includes("university:mit"));
    await page.waitForFunction(
      () =>
        document.querySelector("h1")?.textContent ===
        "What Stanford, Cornell and Berkeley have to do with Huawei Technologies and ZTE",
    );
    const cards = page.locator(".card");
    const huawei = cards.filter({
      has: page.getByRole("heading", { name: "Huawei Technologies Co., Ltd." }),
    });
    // Only a newspaper says so: the sentence must not stand as if it were certain.
    expect(await huawei.textContent()).toContain("Reported: Stanford had funding from Huawei");
    expect(await huawei.textContent()).toContain("On 30 January 2019 Berkeley announced a moratorium");
    const said = huawei.getByText(
      /^What governments say, and what was answered: \d+ probes and listings, \d+ replies/,
    );
    await said.click();
    const [flags, outcomes, answers] = await Promise.all(
      [".flags li", ".flags li :text('Outcome:')", ".flags li :text('Answered:')"].map((each) =>
        huawei.locator(each).count(),
      ),
    );
    expect(flags).toBeGreaterThan(1);
    expect([outcomes, answers]).toEqual([flags, flags]);
    const zte = cards.filter({ has: page.getByRole("heading", { name: "ZTE Corporation" }) });
    expect(await zte.getByText("no finding within what was searched").count()).toBe(3);
    expect(await axeViolations(page)).toEqual([]);
    const before = await page.locator(".result").textContent();
    await page.reload();
    await settled(page);
    expect(await page.locator(".result").textContent()).toBe(before);
    await page.getByRole("link", { name: "Why there is no finding for Cornell University" }).click();
    await page.getByRole("heading", { name: "Why there is no finding on ZTE Corporation" }).waitFor();
  });

  it("tells of a probe whom it concerns and which universities have a finding on it", async () => {
    const page = await openPage(`/?flag=probe:edny-18-cr-457&${LETTER}`);
    expect(await headline(page)).toBe("United States v. Huawei Technologies Co., Ltd. et al.");
    await page.getByRole("link", { name: "Massachusetts Institute of Technology" }).click();
    await page.waitForURL(/university=university:mit&flag=probe/);
    await page.getByText("Only this counts here:").waitFor();
  });

  it("copies the citation of the API with both clocks as days, as text and CSL-JSON", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    for (const [button, words] of [
      ["Copy citation", "As of 4 April 2019, by what was known on 24 November 2026"],
      ["Copy citation", "The university's own decisions:"],
      ["Copy citation", "Sources:\n[1] "],
      ["CSL-JSON", '"type": "report"'],
    ] as const) {
      await page.getByRole("button", { name: button }).click();
      await page.waitForFunction(
        (text) => document.querySelector(".copied code")?.textContent?.includes(text),
        words,
      );
      expect(await page.locator(".copied code").textContent()).toContain("at=2019-04-04");
    }
  });
});

describeBrowser("bad input on the start page", () => {
  it("says what is wrong, and a way on", async () => {
    const page = await openPage("/", { faults: "expected" });
    for (const [path, message] of [
      ["/?university=university:atlantis", "No university has the id “university:atlantis”"],
      ["/?university=company:zte", "No university has the id “company:zte”"],
      ["/?university=university:mit,university:atlantis", "No university has the id “university:"],
      [
        "/?university=university:mit,university:oxford&target=company:none",
        "Nothing has the id “company:none”",
      ],
      ["/?at=2019-02-30", "“2019-02-30” is not a day"],
      ["/?channels=DIRECT,%3Cb%3E", "“<b>” is none of"],
      ["/?flag=probe:none", "No probe and no listing has the id “probe:none”"],
      ["/?open=zzz", "a finding that this answer does not have"],
    ] as const) {
      await page.goto(`${programUrl()}${path}`);
      await page.waitForSelector(".notice");
      expect(await page.locator(".notice [role=alert]").textContent()).toContain(message);
      await page.locator(".notice a").first().click();
      await page.waitForSelector(".answer, .start");
    }
  });
});

describeBrowser("a server that is away", () => {
  it("is told by a banner that retries, and what stood on the page stays", async () => {
    const main = new URL("../../dist/main.js", import.meta.url).pathname;
    const program = await startProgram(main);
    const port = Number(new URL(program.url).port);
    const page = await openPage(`/?university=university:mit&${LETTER}`, {
      url: program.url,
      faults: "expected",
    });
    const said = await headline(page);
    await program.stop();
    await page.getByRole("link", { name: "Today" }).click();
    await page.getByRole("button", { name: "Try now" }).waitFor();
    expect(await headline(page)).toBe(said);
    const again = await startProgram(main, { port });
    // It asks again by itself, after half a minute at the latest; whoever does not want to wait presses the button.
    await page.waitForFunction(() => document.querySelector(".banner") === null, null, { timeout: 60_000 });
    expect(await page.locator(".group").count()).toBeGreaterThan(1);
    await page.context().setOffline(true);
    await page.getByRole("link", { name: "4 April 2019" }).click();
    const now = page.getByRole("button", { name: "Try now" });
    await now.waitFor();
    await page.context().setOffline(false);
    await now.click();
    await page.waitForFunction(() => document.querySelectorAll(".group").length === 1);
    await again.stop();
  }, 180_000);
});

describeBrowser("the start page, on light and dark ground", () => {
  it("violates no rule of axe as it opens, and with a finding open on a phone", async () => {
    const page = await openPage(`/?university=university:mit&${LETTER}`);
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole("link", { name: /Show the proof: Direct/ }).click();
    await page.waitForSelector(".proof");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeViolations(page, ["light"])).toEqual([]);
  });

  it.each(["university:mit", "university:uc-berkeley", "university:cornell"])(
    "never scrolls sideways on a phone with a proof of %s open",
    async (university) => {
      const page = await openPage(`/?university=${university}`, { width: 360, height: 800 });
      await page
        .getByRole("link", { name: /Show the proof/ })
        .first()
        .click();
      await page.waitForSelector(".proof .flag");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    },
  );

  it("violates no rule of axe as the page of a probe", async () => {
    const page = await openPage(`/?flag=probe:edny-18-cr-457&${LETTER}`);
    expect(await axeViolations(page)).toEqual([]);
  });
});

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { downloaded, openImage } from "./downloads.js";
import { tabTo, typeDay } from "./keys.js";
import { axeViolations, describeBrowser, openPage, programUrl, settled } from "./open-page.js";

/** The article's chain, its ends pinned, looked at from the middle at half its size: what lies where is known. */
const CHAIN =
  "chain*university:mit*company:huawei-technologies~pin*university:mit*-200*0~pin*company:huawei-technologies*200*0";
const AT = `/explore?steps=${CHAIN}&look=0,0,0.5`;
const MIT = { x: -100, y: 0 };
const HUAWEI = { x: 100, y: 0 };

/** Clicks where something lies, counted from the middle of the canvas. */
async function clickAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const box = await page.locator("#canvas").boundingBox();
  if (box === null) throw new Error("there is no canvas");
  await page.mouse.click(box.x + box.width / 2 + x, box.y + box.height / 2 + y);
}

async function selects(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector("#selected")?.textContent?.includes(wanted),
    name,
  );
  await settled(page);
}

function stepsOf(page: Page): string {
  return new URL(page.url()).searchParams.get("steps") ?? "";
}

const panel = (page: Page) => page.locator("#panel").textContent();

describeBrowser("Explore", () => {
  it("opens on the chains of the article's own story, as words too", async () => {
    const page = await openPage("/explore");
    expect(await panel(page)).toContain(
      "Reported: MIT had as a part the Media Lab, which had funding from Huawei Technologies.",
    );
    expect(await page.locator("#tables").textContent()).toContain("4 entities on the canvas");
  });

  describe("with a mouse", () => {
    it("tells counts by kind at a click, adds neighbours at the next, keeps everybody's place and takes it back", async () => {
      const page = await openPage(AT);
      await clickAt(page, MIT);
      await selects(page, "Massachusetts Institute of Technology");
      expect(await panel(page)).toMatch(/28 relations on recordMoney13 with 4 othersAdd 3/);
      await clickAt(page, MIT);
      await page.waitForFunction(() => location.search.includes("expand*university:mit*25"));
      await settled(page);
      expect(await page.locator("#tables").textContent()).toContain("Skolkovo Foundation");
      await clickAt(page, HUAWEI);
      await selects(page, "Huawei Technologies Co., Ltd.");
      await page.getByRole("button", { name: "Undo" }).click();
      await settled(page);
      expect(stepsOf(page)).toBe(CHAIN);
      expect(await page.locator("#tables").textContent()).not.toContain("Skolkovo Foundation");
    });

    it("tells at a click on a line what it says, in whose words, and why it is dashed", async () => {
      const page = await openPage(
        `/explore?steps=add*university:mit~add*program:huawei-innovation-research-program~pin*university:mit*-200*0~pin*program:huawei-innovation-research-program*200*0&look=0,0,1`,
      );
      await clickAt(page, { x: 0, y: 0 });
      await selects(page, "HIRP");
      const words = await panel(page);
      expect(words).toContain(
        "was cited in a presentation by Huawei as a collaborator in the Huawei Innovation Research Program",
      );
      expect(words).toContain("In dashes: whether it held on this day is uncertain.");
      expect(await page.locator("#panel blockquote").count()).toBeGreaterThan(0);
      expect(await page.locator("#panel .source a").count()).toBeGreaterThan(0);
    });

    it("brings into view what is chosen in a table", async () => {
      const page = await openPage(`/explore?steps=${CHAIN}&look=-3000,0,1`);
      await page.getByRole("button", { name: "Select Massachusetts Institute of Technology" }).click();
      await selects(page, "Massachusetts Institute of Technology");
      // It lies in the middle now: there it is clicked again.
      await clickAt(page, { x: 0, y: 0 });
      await page.waitForFunction(() => location.search.includes("expand*university:mit"));
    });

    it("pins what is dragged where it is put", async () => {
      const page = await openPage(AT);
      const box = await page.locator("#canvas").boundingBox();
      const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2 - 100, (box?.y ?? 0) + (box?.height ?? 0) / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 2, y + 3);
      await page.mouse.move(x - 52, y + 63, { steps: 4 });
      await page.mouse.up();
      await page.waitForFunction(() =>
        /~pin\*university:mit\*-3\d\d\*1[12]\d$/.test(
          new URLSearchParams(location.search).get("steps") ?? "",
        ),
      );
    });

    it("moves by buttons what dragging moves: the view, and what is pinned", async () => {
      const page = await openPage(`${AT}&select=university:mit`);
      await page.getByRole("button", { name: "Move MIT: left" }).click();
      await settled(page);
      await page.getByRole("button", { name: "Move MIT: down" }).click();
      await page.waitForFunction(() => location.search.includes("pin*university:mit*-240*40"));
      await settled(page);
      expect(stepsOf(page).match(/pin\*university:mit/g)).toHaveLength(2);
      await page.getByRole("button", { name: "Move the view: right" }).click();
      await page.waitForFunction(() => location.search.includes("look=240,0,0.5"));
    });

    it("hides what has ended, counts it and shows it at one click", async () => {
      const page = await openPage("/explore?steps=add*university:mit~expand*university:mit*50");
      expect(await page.locator("#hidden-note").textContent()).toMatch(
        /2 relations have ended by this day and are hidden/,
      );
      await page.getByRole("button", { name: "Show what has ended" }).click();
      await settled(page);
      expect(new URL(page.url()).searchParams.get("ended")).toBe("shown");
      expect(await page.locator("#relations").textContent()).toContain("ended");
    });

    it("leaves out a kind and says how much that hides", async () => {
      const page = await openPage("/explore");
      await page.getByRole("checkbox", { name: /^Money/ }).uncheck();
      await settled(page);
      expect(await page.locator("#hidden-note").textContent()).toContain("2 relations are hidden by kind.");
    });

    it("shows beside what is alleged what came of it and what was answered", async () => {
      const page = await openPage(
        "/explore?steps=add*company:skycom~expand*company:skycom*10&at=2013-01-01&select=company:skycom,company:huawei-technologies",
      );
      expect(await panel(page)).toContain("In dots: alleged.");
      await page.locator("#flags summary").click();
      const said = await panel(page);
      expect(said).toContain("United States v. Huawei Technologies Co., Ltd. et al.");
      expect(said).toMatch(/Outcome:/);
      expect(said).toMatch(/Answered: .*denied that it or its affiliates/);
    });
  });

  it("does all of it from the keyboard alone", async () => {
    const page = await openPage(AT);
    await tabTo(page, page.locator("#canvas"));
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("#canvas-said").textContent()).toContain(
      "Massachusetts Institute of Technology, university",
    );
    await page.keyboard.press("Enter");
    await selects(page, "Massachusetts Institute of Technology");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("expand*university:mit*25"));
    await settled(page);
    await page.keyboard.press("z");
    await page.waitForFunction(() => !location.search.includes("expand"));
    await settled(page);
    await page.keyboard.press("l");
    await selects(page, " and MIT");
    await page.keyboard.press("Escape");
    await selects(page, "Overview");
    await page.keyboard.press("p");
    await page.waitForFunction(() => location.search.includes("~unpin*university:mit"));
    await settled(page);
    await page.keyboard.press("Delete");
    await page.waitForFunction(() => location.search.includes("~remove*university:mit"));
    await settled(page);
    expect(await page.locator("#entities").textContent()).not.toContain(
      "Massachusetts Institute of Technology",
    );
  });

  it("connects two from the keyboard, by several ways and not through a hub", async () => {
    const page = await openPage("/explore?steps=none");
    expect(await panel(page)).toContain("Nothing is on the canvas yet");
    await tabTo(page, page.locator("summary", { hasText: "Connect two entities" }));
    await page.keyboard.press("Enter");
    const choose = async (field: string, text: string) => {
      await tabTo(page, page.locator(`#${field}`));
      await page.keyboard.type(text);
      await page.waitForSelector(`#${field}-list [role=option]`);
      await page.keyboard.press("Enter");
    };
    await choose("connect-from", "Massachusetts Institute of Technology");
    await choose("connect-to", "ZTE Corporation");
    await choose("avoid", "Huawei Technologies Co");
    await tabTo(page, page.locator("#find-ways"));
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("connect"));
    await settled(page);
    expect(stepsOf(page)).toBe("connect*university:mit*company:zte*3**company:huawei-technologies");
    expect(await panel(page)).toMatch(/\d connections? on the canvas/);
    expect(await page.locator("#entities").textContent()).not.toContain("Huawei Technologies Co., Ltd.");
  });

  it("moves in time by a slider, month by month, and back to today", async () => {
    const page = await openPage("/explore");
    await tabTo(page, page.getByRole("slider", { name: "Situation on, month by month" }));
    await page.keyboard.press("Home");
    await page.waitForFunction(() => location.search.includes("at="));
    await settled(page);
    expect(await page.locator("#hidden-note").textContent()).toMatch(/had not begun on this day/);
    await tabTo(page, page.locator("#at-today"));
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !location.search.includes("at="));
    await settled(page);
    await tabTo(page, page.locator("#known"));
    await typeDay(page, "2018-06-01");
    await page.waitForFunction(() => location.search.includes("known=2018-06-01"));
    await settled(page);
    // The gift of 2017 was published in 2020, the letter and the article are of 2019.
    expect(await page.locator("#tables").textContent()).not.toContain("$500,000");
  });

  it("shows the same again when its address is opened anew, and offers the same as a snapshot", async () => {
    const page = await openPage(
      `${AT}&at=2019-04-04&known=2024-01-01&ended=shown&without=LINK&select=university:mit&sort=-relations.kind`,
    );
    const shown = async () => ({
      text: await page.locator("main").textContent(),
      canvas: (await page.locator("#canvas").screenshot()).toString("base64"),
    });
    // The canvas draws itself in a frame of its own, a moment after the page.
    const still = async () => {
      let last = await shown();
      for (let now = await shown(); now.canvas !== last.canvas; now = await shown()) last = now;
      return last;
    };
    const before = await still();
    await page.reload();
    await settled(page);
    const after = await still();
    expect(after.text).toBe(before.text);
    expect(after.canvas === before.canvas).toBe(true);
    const { search } = new URL(page.url());
    const snapshot = new URL((await page.locator("#canvas-embed").getAttribute("href")) ?? "", page.url());
    expect(snapshot.pathname).toBe("/embed/explore");
    for (const name of ["steps", "at", "known", "ended", "without"])
      expect(snapshot.searchParams.get(name)).toBe(new URLSearchParams(search).get(name));
  });

  it("violates no rule of axe, and fits a phone without running out of it", async () => {
    const page = await openPage(`${AT}&select=university:mit`);
    await page.locator("summary", { hasText: "Connect two entities" }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await axeViolations(page, ["light"])).toEqual([]);
  });

  it("keeps the middle of the view when the window changes its size", async () => {
    const page = await openPage(`/explore?steps=${CHAIN}&look=-200,0,1`);
    for (const size of [
      { width: 900, height: 700 },
      { width: 1400, height: 900 },
    ]) {
      await page.setViewportSize(size);
      await page.waitForFunction(() => {
        const host = document.querySelector<HTMLElement>("#canvas");
        const drawn = document.querySelector("#canvas canvas");
        return host?.offsetWidth === drawn?.clientWidth;
      });
      await clickAt(page, { x: 0, y: 0 });
      await selects(page, "Massachusetts Institute of Technology");
      await page.keyboard.press("Escape");
      await selects(page, "Overview");
    }
  });

  it("hands out the picture as SVG and PNG that open, and the data as CSV", async () => {
    const page = await openPage(AT);
    const svg = await downloaded(page, "canvas-svg");
    const png = await downloaded(page, "canvas-png");
    const csv = await downloaded(page, "canvas-csv");
    for (const [file, type] of [
      [svg, "image/svg+xml"],
      [png, "image/png"],
    ] as const) {
      const size = await openImage(page, file, type);
      expect(size.width).toBeGreaterThan(1000);
      expect(size.height).toBeGreaterThan(300);
    }
    const text = svg.toString();
    expect(text).toContain("How MIT and Huawei Technologies are connected");
    expect(text).toMatch(
      /As of \d+ \w+ \d{4}, as known on \d+ \w+ \d{4}\. Exposure graph, graph version 1\./,
    );
    expect(text).toContain("From the dossiers");
    expect(png.includes("A graph of 4 entities and 7 relations.")).toBe(true);
    expect(csv.toString()).toContain("Huawei Technologies gave MIT $500,000 on 20 December 2017.");
  });

  it("stands as a picture where a browser has no WebGL, and buttons and tables go on", async () => {
    const page = await openPage("/review");
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function get(
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return kind.startsWith("webgl") ? null : original.apply(this, [kind, ...rest] as never);
      } as typeof original;
    });
    await page.goto(`${programUrl()}/explore`);
    await settled(page);
    expect(await page.locator("#canvas").textContent()).toContain("This browser cannot draw the canvas");
    await page.getByRole("button", { name: "Select Massachusetts Institute of Technology" }).click();
    await selects(page, "Massachusetts Institute of Technology");
    await page.locator("#bring-all").click();
    await page.waitForFunction(() => location.search.includes("expand"));
    await settled(page);
    expect(await page.locator("#canvas svg").textContent()).toContain("Skolkovo Foundation");
  });

  it("stands as a picture on paper", async () => {
    const page = await openPage("/explore");
    await page.emulateMedia({ media: "print" });
    await page.pdf();
    expect(await page.locator("#print-picture svg").isVisible()).toBe(true);
    expect(await page.locator("#canvas").isVisible()).toBe(false);
  });

  it("says what is wrong with an address and leads on", async () => {
    const page = await openPage("/explore?steps=fly*university:mit");
    for (const [query, said] of [
      ["steps=fly*university:mit", "“fly*university:mit”"],
      ["steps=add*university:nowhere", "university:nowhere"],
      ["at=2019-02-30", "2019-02-30"],
      ["without=GIFTS", "GIFTS"],
      ["look=here", "here"],
      ["select=university:oxford", "university:oxford"],
    ]) {
      await page.goto(`${programUrl()}/explore?${query}`);
      await settled(page);
      expect(await page.getByRole("alert").last().textContent()).toContain(said);
    }
    await page.getByRole("link", { name: "Go on without it" }).click();
    await page.waitForSelector("#canvas canvas");
  });
});

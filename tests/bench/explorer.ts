import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { spreadOf } from "./measure.js";
import { type Figure, ms } from "./report.js";
import { ROOT } from "./root.js";
import { startServer } from "./server.js";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ENTITIES = 1_000;
const CLICKS = 20;
const STARTS = 5;

type Add = (figure: Omit<Figure, "size">) => void;

/**
 * The pages in a real Chromium: when the start page over the seed shows its sentence, and how fast a settled canvas of a
 * thousand entities answers a click. Left out, and said so, where there is no Chromium.
 */
export async function measureExplorer(scratch: string, add: Add): Promise<void> {
  if (!existsSync(CHROMIUM)) {
    process.stderr.write(`the explorer is left out: there is no ${CHROMIUM}\n`);
    return;
  }
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    await measurePaint(browser, scratch, add);
    await measureClick(browser, scratch, add);
  } finally {
    await browser.close();
  }
}

async function measurePaint(browser: Browser, scratch: string, add: Add): Promise<void> {
  const server = await startServer({ address: `sqlite:${join(scratch, "explorer-seed.db")}` });
  try {
    const times: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      // A window of its own has an empty cache.
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(server.url);
      await page.waitForSelector("main:not([aria-busy]) h1");
      times.push(await page.evaluate("performance.now()"));
      await context.close();
    }
    const { p50, max } = spreadOf(times);
    add({
      what: "explorer: the start page shows its sentence, seed, empty cache",
      bar: "< 1.5 s",
      figure: `${ms(p50)} (most ${ms(max)})`,
      holds: p50 < 1500,
    });
  } finally {
    await server.stop();
  }
}

async function measureClick(browser: Browser, scratch: string, add: Add): Promise<void> {
  const folder = join(scratch, "thousand");
  const address = `sqlite:${join(scratch, "thousand.db")}`;
  writeThousand(folder);
  execFileSync(process.execPath, [join(ROOT, "dist/main.js"), "load", folder, "--store", address], {
    stdio: "ignore",
  });
  const server = await startServer({ address });
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(`${server.url}/explore?steps=${steps()}&look=0,0,0.5`);
    await page.waitForSelector("main:not([aria-busy]) h1", { timeout: 120_000 });
    const caption = await page.locator("#entities caption").textContent();
    if (!caption?.startsWith(`${ENTITIES.toLocaleString("en-US")} entities`))
      throw new Error(`the canvas holds ${caption}`);
    const times: number[] = [];
    for (let click = 0; click < CLICKS; click += 1)
      times.push(await answerToClick(page, click % PLACES.length));
    const { p50, p95 } = spreadOf(times);
    add({
      what: "explorer: a settled canvas of 1,000 entities answers a click",
      bar: "< 100 ms",
      figure: `${ms(p50)} (95 %: ${ms(p95)}; drawn in software)`,
      holds: p50 < 100,
    });
  } finally {
    await server.stop();
  }
}

/** Where entities are pinned inside the ring of the others, so that it is known where to click; in pixels of the layout. */
const PLACES = [
  [-120, -90],
  [120, -90],
  [-120, 90],
  [120, 90],
] as const;

function steps(): string {
  const pins = PLACES.map(([x, y], at) => `pin*university:u${at}*${x}*${y}`);
  return ["expand*company:hub*500", "expand*company:other*500", ...pins].join("~");
}

/** From the release of the button to the frame that shows who was clicked, in milliseconds. */
async function answerToClick(page: Page, at: number): Promise<number> {
  const box = await page.locator("#canvas").boundingBox();
  const [x, y] = PLACES[at] as readonly [number, number];
  await page.evaluate(`
    window.answered = new Promise((resolve) => {
      addEventListener("mouseup", ({ timeStamp }) => {
        const look = () => document.querySelector("#selected").textContent.endsWith("University ${at}")
          ? requestAnimationFrame(() => resolve(performance.now() - timeStamp))
          : setTimeout(look, 1);
        look();
      }, { capture: true, once: true });
    });0`);
  await page.mouse.click(
    (box?.x ?? 0) + (box?.width ?? 0) / 2 + x / 2,
    (box?.y ?? 0) + (box?.height ?? 0) / 2 + y / 2,
  );
  const answered = await page.evaluate<number>("window.answered");
  await page.waitForSelector("main:not([aria-busy]) h1");
  return answered;
}

/** Two payers, each of half of the others, which are tied in a ring: a thousand entities, about two thousand relations. */
function writeThousand(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, head: string, rows: readonly string[]) =>
    writeFileSync(join(folder, name), `${[head, ...rows].join("\n")}\n`);
  const universities = Array.from({ length: ENTITIES - 2 }, (_, at) => at);
  write(
    "dossier.yml",
    "slug: thousand\ntitle: A thousand entities\nlicence: CC0-1.0\nlast_checked: 2026-06-30",
    [],
  );
  write("sources.csv", "id,publisher,title,published", ["s,Made up,Rows,2026-06-30"]);
  const entities = ["company:hub,Company,Hub", "company:other,Company,Other"];
  write("entities.csv", "id,kind,name", [
    ...entities,
    ...universities.map((at) => `university:u${at},University,University ${at}`).sort(),
  ]);
  const gifts = universities.map((at) => {
    const payer = at % 2 === 0 ? "hub" : "other";
    return `gift-${at},Funding,company:${payer},university:u${at},,2019-01-01,s`;
  });
  const ties = universities.map(
    (at) =>
      `tie-${at},Collaboration,university:u${at},university:u${(at + 1) % universities.length},,2018-01-01,s`,
  );
  write("relations.csv", "id,kind,from,to,form,start,sources", [...gifts, ...ties].sort());
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject } from "vitest";
import "./global-setup.js";

/** Describes tests in a browser; skipped where there is none (see global-setup.ts). */
export const describeBrowser: typeof describe.skip = describe.skipIf(inject("pages") === null);

/** Where the program of the tests answers. */
export function programUrl(): string {
  return inject("pages")?.url ?? "";
}

export type Theme = "light" | "dark";

export interface OpenOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** Another server than the tests' own. */
  readonly url?: string;
  /** Notes on the root element, in `data-seen-at`, how many milliseconds after the request this was first there. */
  readonly watch?: string;
  /** Let the console and requests fail: for tests of a server that is away. */
  readonly faults?: "expected";
}

let browser: Browser | undefined;
const contexts: BrowserContext[] = [];
const faults: string[] = [];

beforeAll(async () => {
  const pages = inject("pages");
  if (pages !== null) browser = await chromium.connect(pages.browser);
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  expect(faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
});

/** Opens a path in a window of its own and waits until the view is drawn. Any fault in the console fails the test. */
export async function openPage(path: string, options: OpenOptions = {}): Promise<Page> {
  const { theme = "light", width = 1280, height = 900 } = options;
  if (browser === undefined) throw new Error("there is no browser here");
  const context = await browser.newContext({
    colorScheme: theme,
    reducedMotion: "reduce",
    viewport: { width, height },
  });
  contexts.push(context);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  if (options.faults !== "expected") listen(page);
  if (options.watch !== undefined) await page.addInitScript(noteWhenSeen, options.watch);
  await page.goto(`${options.url ?? programUrl()}${path}`);
  await settled(page);
  return page;
}

function noteWhenSeen(selector: string): void {
  new MutationObserver((_, observer) => {
    if (document.querySelector(selector) === null) return;
    document.documentElement.dataset.seenAt = String(performance.now());
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** Opens an empty window, for what no server serves. */
export async function openBlank({ offline }: { readonly offline: boolean }): Promise<Page> {
  if (browser === undefined) throw new Error("there is no browser here");
  const context = await browser.newContext({ offline, reducedMotion: "reduce" });
  contexts.push(context);
  const page = await context.newPage();
  listen(page);
  return page;
}

function listen(page: Page): void {
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("requestfailed", (request) => {
    // Leaving a view ends what it asked; that is no fault.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`${request.url()} failed`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`${page.url()}: ${message.text()}`);
  });
}

/** Waits until the view is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector("main:not([aria-busy]) h1");
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong on light and on dark ground (or on one of them only), one line each. */
export async function axeViolations(
  page: Page,
  themes: readonly Theme[] = ["light", "dark"],
): Promise<string[]> {
  await page.evaluate(axeSource);
  const found: string[] = [];
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, {
      runOnly: rules,
      rules: { "label-content-name-mismatch": { enabled: true } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary ?? ""}`),
    );
  }, RULES);
}

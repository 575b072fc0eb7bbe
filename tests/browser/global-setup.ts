import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { startProgram } from "./program.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser listens and where the pages are; null: there is no browser and its tests are skipped. */
    pages: { readonly browser: string; readonly url: string } | null;
  }
}

const ROOT = join(import.meta.dirname, "../..");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/**
 * Starts one Chromium and the built program over the seed for all browser tests, so that the policy that ships is
 * tested too. Without a Chromium they are skipped, loudly; with CI=true that is a failure.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!existsSync(CHROMIUM)) {
    announceSkip();
    project.provide("pages", null);
    return undefined;
  }
  if (!existsSync(join(ROOT, "dist/pages/index.html"))) {
    throw new Error("The browser tests open the built pages, and there are none: run `npm run build` first");
  }
  const program = await startProgram(join(ROOT, "dist/main.js"));
  const browser = await chromium.launchServer({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  project.provide("pages", { browser: browser.wsEndpoint(), url: program.url });
  return async () => {
    await browser.close();
    await program.stop();
  };
}

function announceSkip(): void {
  const how = "install Chromium (Debian: apt-get install chromium), or set CHROMIUM to its path";
  if (process.env.CI === "true")
    throw new Error(`The browser tests must run here, but there is no ${CHROMIUM}: ${how}`);
  const line = "=".repeat(100);
  console.warn(
    `${line}\nTHE BROWSER TESTS ARE SKIPPED: there is no ${CHROMIUM}. To run them, ${how}.\n${line}`,
  );
}

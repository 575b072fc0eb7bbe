import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, openPage, settled } from "./open-page.js";
import { type Program, startProgram } from "./program.js";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = join(ROOT, "dist/main.js");

const NAME = `<img src=x onerror="document.title='run'"><b>Huawei</b>`;

describeBrowser("names with markup", () => {
  const folder = mkdtempSync(join(tmpdir(), "hostile-names-"));
  let program: Program;

  beforeAll(async () => {
    cpSync(join(ROOT, "seed"), join(folder, "seed"), { recursive: true });
    const file = join(folder, "seed/entities/entities.csv");
    const cell = `"${NAME.replaceAll('"', '""')}"`;
    const rows = readFileSync(file, "utf8").replace(
      /^(company:huawei-technologies,Company,)("[^"]*"|[^,]*),("[^"]*"|[^,]*)/m,
      `$1${cell},${cell}`,
    );
    writeFileSync(file, rows);
    const store = `sqlite:${join(folder, "graph.db")}`;
    execFileSync(process.execPath, [MAIN, "load", join(folder, "seed"), "--store", store], {
      stdio: "ignore",
    });
    program = await startProgram(MAIN, { store });
  });
  afterAll(async () => {
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are text on every page, in pictures and in snapshots", async () => {
    const page = await openPage("/?university=university:mit&at=2019-04-04", { url: program.url });
    for (const path of [
      "/?university=university:mit&at=2019-04-04",
      "/?university=university:mit,university:uc-berkeley&target=company:huawei-technologies",
      "/company?id=company:huawei-technologies",
      "/review?university=university:mit&counterparty=company:huawei-technologies",
      "/what-if?at=2019-04-04",
      `/screen?names=${encodeURIComponent("huawei")}`,
      "/dashboard",
      "/explore",
    ]) {
      await page.goto(`${program.url}${path}`);
      await settled(page);
      if (path !== "/explore") await page.getByText(NAME).first().waitFor({ state: "attached" });
      expect(await page.locator("main img, main b").count()).toBe(0);
      expect(await page.title()).not.toBe("run");
    }
  });

  it("are text in a snapshot", async () => {
    const address =
      "/embed/finding?university=university:mit&target=company:huawei-technologies&channel=DIRECT";
    const page = await openPage(address, { url: program.url });
    await page.getByText(NAME).first().waitFor();
    expect(await page.locator("img, b").count()).toBe(0);
  });
});

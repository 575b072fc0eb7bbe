import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { handedOut } from "./downloads.js";
import { axeViolations, describeBrowser, openPage, settled } from "./open-page.js";
import { type Program, startProgram } from "./program.js";

const KEY = "k3y-of-a-reader";

describeBrowser("a server that asks for a key", () => {
  let program: Program;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "keys-"));
    const file = join(folder, "keys.txt");
    writeFileSync(file, `reader viewer ${createHash("sha256").update(KEY).digest("hex")}\n`);
    program = await startProgram(join(import.meta.dirname, "../../dist/main.js"), {
      environment: { EXPOSURE_KEYS_FILE: file },
    });
  }, 60_000);
  afterAll(async () => {
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = (path: string) => openPage(path, { url: program.url, faults: "expected" });

  it("is told the key once: kept for the tab, sent as a header, in no address, and forgotten on request", async () => {
    const page = await open("/company?id=company:huawei-technologies");
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes(KEY)) sent.push(request.url());
    });
    expect(await page.getByRole("alert").last().textContent()).toContain("answers only those who have a key");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel("Key", { exact: true }).fill("another");
    await page.keyboard.press("Enter");
    await page.getByText("It does not know the key").waitFor();
    await page.getByLabel("Key", { exact: true }).fill(KEY);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Huawei Technologies Co., Ltd." }).waitFor();
    await page.reload();
    await settled(page);
    await page.getByRole("heading", { level: 1, name: "Huawei Technologies Co., Ltd." }).waitFor();
    expect([sent, page.url().includes(KEY)]).toEqual([[], false]);
    await page.getByRole("button", { name: "Forget it" }).click();
    await page.getByText("answers only those who have a key").waitFor();
  });

  it.each(["/", "/explore", "/dashboard", "/review", "/what-if", "/screen?names=Huawei"])(
    "asks for it at %s and shows the page then",
    async (path) => {
      const page = await open(path);
      await page.getByLabel("Key", { exact: true }).fill(KEY);
      await page.keyboard.press("Enter");
      await page.getByText("This tab asks with a key.").waitFor();
      expect(await page.locator("main").textContent()).not.toContain("Authorization");
    },
  );

  it("gives a snapshot as a file, asked for with the key", async () => {
    const page = await open("/?university=university:mit&at=2019-04-04&known=2026-11-24");
    await page.getByLabel("Key", { exact: true }).fill(KEY);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /^Show the proof: Direct/ }).click();
    const file = await handedOut(page, () => page.getByRole("link", { name: "Snapshot" }).click());
    expect(file.toString()).toContain("Huawei has funded the MIT Media Lab");
  });
});

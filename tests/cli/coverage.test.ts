import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { STORY } from "../dossier/folder-of.js";
import { run, temporaryFolder } from "./run.js";
import { writeFolder } from "./write-folder.js";

const SEED = join(import.meta.dirname, "../../seed");

describe("coverage", () => {
  test("of the seed stands in seed/COVERAGE.md as it is (npm run coverage writes it anew)", async () => {
    const { code, out, err } = await run(["coverage", SEED]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(readFileSync(join(SEED, "COVERAGE.md"), "utf8"));
  });

  test("names the weakest claim with the finding that hangs on it, and is the same whatever the path", async () => {
    const folder = temporaryFolder();
    writeFolder(join(folder, "story"), STORY);
    expect(await run(["coverage", "story", "--out", "page.md"], { folder })).toEqual({
      code: 0,
      out: "",
      err: "wrote page.md\n",
    });
    const page = readFileSync(join(folder, "page.md"), "utf8");
    expect(page).toBe((await run(["coverage", join(folder, "story")])).out);
    expect(page).toMatch("All of it is as of 5 January 2026");
    expect(page).toMatch("1 claim carries one.");
    expect(page).toMatch(
      /1\. Maker gave North University \$500,000 on 20 May 2019\.\n {3}`claim:story\/gift-2019`, confirmed, 1 source, the best of grade B2: The Gazette\.\n {3}"gave half a million"\n {3}Finding: North University and Maker Limited, money or research from the target itself \(DIRECT\), concurrent\./,
    );
  });

  test("counts nothing in dossiers with errors", async () => {
    const folder = temporaryFolder();
    writeFolder(join(folder, "story"), {
      ...STORY,
      events: (STORY.events ?? "").replace("listed,2019", "lsited,2019"),
    });
    const { code, out, err } = await run(["coverage", "story"], { folder });
    expect([code, err]).toEqual([3, "1 error: nothing was counted\n"]);
    expect(out).toBe('story/events.csv:2: event: "lsited" is not known; did you mean "listed"? [DS016]\n');
  });

  test("wants a day of the dossiers themselves", async () => {
    const folder = temporaryFolder();
    const sources = (STORY.sources ?? "").replaceAll("2026-01-05", "");
    const settings = (STORY.settings ?? "").replace("last_checked: 2026-01-05\n", "");
    writeFolder(join(folder, "story"), { ...STORY, settings, sources });
    const { code, err } = await run(["coverage", "story"], { folder });
    expect(code).toBe(1);
    expect(err).toMatch(/no dossier says when it was last checked .*: give one a last_checked/);
  });
});

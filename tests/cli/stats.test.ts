import { join } from "node:path";
import { expect, test } from "vitest";
import { STORY } from "../dossier/folder-of.js";
import { run, temporaryFolder } from "./run.js";
import { writeFolder } from "./write-folder.js";

test("stats counts the entities that only carry identifiers apart from those that carry nothing", async () => {
  const folder = temporaryFolder();
  const store = ["--store", `sqlite:${join(folder, "graph.db")}`];
  const lone = ["company:known,Company,Known,,US,cik=1,", "company:lone,Company,Lone,,US,,"];
  writeFolder(join(folder, "story"), { ...STORY, entities: [STORY.entities, ...lone].join("\n") });
  await run(["load", join(folder, "story"), ...store]);
  expect(JSON.parse((await run(["stats", "--json", ...store])).out)).toMatchObject({
    entities: { Company: 4, University: 1, PublicBody: 1 },
    entitiesWithIdentifiersOnly: 1,
    entitiesWithNothing: 1,
  });
  const { out } = await run(["stats", ...store]);
  expect(out).toMatch(/entities that only carry identifiers +1\n/);
  expect(out).toMatch(/entities without claim and identifier +1\n/);
});

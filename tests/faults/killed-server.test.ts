import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../cli/run.js";
import { KEYS, keysFile, sha256 } from "../http/access-settings.js";
import { patience, REPETITIONS, randomMoments } from "./repetitions.js";
import { type Answer, ask, serving } from "./serving.js";

const LOAD = `mutation ($input: LoadDossierInput!) {
  loadDossier(input: $input) { report { graphVersion created problems { message } } }
}`;

/** A dossier with one gift. */
function gift(slug: string) {
  const files = {
    "dossier.yml": `slug: ${slug}\ntitle: ${slug}\n`,
    "sources.csv":
      "id,publisher,title,url,published,retrieved,grade\npage,Paper,Page,https://example.org,2019-06-03,2026-01-05,B2",
    "entities.csv": `id,kind,name,country,identifiers\ncompany:${slug},Company,${slug},CN,opencorporates=cn/${slug}\nuniversity:${slug},University,${slug},US,ror=${slug}`,
    "relations.csv": `id,kind,from,to,amount,currency,form,start,sources,quote\ngift,Funding,company:${slug},university:${slug},500,USD,gift,2019-05-20,page,"gave"`,
  };
  return { files: Object.entries(files).map(([name, content]) => ({ name, content })) };
}

test(
  "a server that is killed at any moment loses nothing that it acknowledged, and serves again",
  async () => {
    const folder = temporaryFolder();
    const store = `sqlite:${join(folder, "graph.db")}`;
    const environment = { EXPOSURE_KEYS_FILE: keysFile([`the-editor editor ${sha256(KEYS.editor)}`]) };
    const acknowledged: { slug: string; version: number }[] = [];
    let written = 0;
    for (const moment of randomMoments(1500)) {
      const server = await serving(["--store", store], { environment });
      const writers = [1, 2].map(async () => {
        for (;;) {
          written += 1;
          const slug = `gift-${written}`;
          const { body } = await ask(server.url, LOAD, {
            variables: { input: gift(slug) },
            key: KEYS.editor,
          });
          const report = body.data?.loadDossier?.report;
          if (report) expect(report).toMatchObject({ created: 1, problems: [] });
          // Of two writers at once one may be told to try again: nothing of its load was written.
          else expect(body.errors[0].extensions.code).toBe("CONFLICT");
          if (report) acknowledged.push({ slug, version: Number(report.graphVersion) });
        }
      });
      // However long the first write takes on a busy machine: there is something to lose.
      const before = acknowledged.length;
      await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(before);
      await Promise.race([wait(moment), ...writers.map((writer) => writer.catch(() => {}))]);
      server.kill("SIGKILL");
      await server.end;
      for (const writer of writers) await expect(writer).rejects.toThrow(/fetch failed|terminated|JSON/);
    }
    const server = await serving(["--store", store], { environment });
    const query = `{ graph { version } ${acknowledged
      .map(({ slug }, at) => `d${at}: node(id: "claim:${slug}/gift") { id }`)
      .slice(0, 28)
      .join(" ")} }`;
    const { data } = (await ask(server.url, query, { key: KEYS.editor })).body as { data: Answer };
    expect(Object.values(data)).not.toContain(null);
    expect(Number(data.graph.version)).toBeGreaterThanOrEqual(
      Math.max(...acknowledged.map(({ version }) => version)),
    );
    server.kill("SIGTERM");
    expect((await server.end).code).toBe(0);
    const stats = JSON.parse((await run(["stats", "--json", "--store", store])).out);
    const held = new Set(stats.dossiers.map(({ slug }: { slug: string }) => slug));
    expect(acknowledged.filter(({ slug }) => !held.has(slug))).toEqual([]);
    expect(stats.unfinishedLoad).toBe(0);
  },
  patience(REPETITIONS),
);

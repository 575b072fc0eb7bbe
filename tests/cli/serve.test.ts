import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { QUESTIONS_TO_TRY } from "../../src/cli/questions-to-try.js";
import { emitSchema } from "../../src/graphql/emit-schema.js";
import { STORY } from "../dossier/folder-of.js";
import { ended, run, start, temporaryFolder } from "./run.js";
import { writeFolder } from "./write-folder.js";

/** Starts the server on a free port; answers when it says where it listens. */
async function serving(parameters: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = start(["serve", "--port", "0", ...parameters], { environment });
  const end = ended(child);
  const links = await new Promise<string[]>((resolve, reject) => {
    let out = "";
    child.stdout?.on("data", (text) => {
      out += text;
      const found = [...out.matchAll(/^ {2}(http:\S+)$/gm)].map(([, link]) => link ?? "");
      if (found.length === QUESTIONS_TO_TRY.length) resolve(found);
    });
    end.then(({ err }) => reject(new Error(err)));
  });
  return { child, end, links };
}

describe("serve", () => {
  test("fills an empty store with the seed, prints three questions whose links answer, and ends with SIGTERM", async () => {
    const folder = temporaryFolder();
    const { child, end, links } = await serving(["--store", `sqlite:${join(folder, "graph.db")}`]);
    for (const link of links) {
      const answer = (await (await fetch(link)).json()) as { data?: object; errors?: object };
      expect(answer.errors).toBeUndefined();
      expect(Object.values(answer.data ?? {})).not.toContain(null);
    }
    child.kill("SIGTERM");
    const { code, err } = await end;
    expect(code).toBe(0);
    expect(err).toMatch(/^the store was empty: [\d,]+ claims of \d+ dossiers were loaded from seed\/\n/);
  });

  test.each(["start", "dev"])(
    "ends with a SIGTERM that npm gets, as `npm run %s`",
    async (script) => {
      // As it is run in a clone, but for the build; in a group of its own, so that nothing stays where this fails.
      const folder = temporaryFolder();
      const { scripts, ...rest } = JSON.parse(readFileSync("package.json", "utf8"));
      const built = { ...rest, scripts: { ...scripts, build: "node --version" } };
      writeFileSync(join(folder, "package.json"), JSON.stringify(built));
      symlinkSync(resolve("dist"), join(folder, "dist"));
      mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
      // A compiler that watches for ever.
      writeFileSync(join(folder, "node_modules/.bin/tsc"), "#!/bin/sh\nexec sleep 3600\n", { mode: 0o755 });
      const npm = spawn("npm", ["run", script], {
        cwd: folder,
        env: { ...process.env, EXPOSURE_PORT: "0", EXPOSURE_STORE: "memory:" },
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
      });
      const end = ended(npm);
      try {
        await new Promise<void>((resolve, reject) => {
          let out = "";
          npm.stdout.on("data", (text) => {
            out += text;
            if (/answers at http:\S+\/graphql/.test(out)) resolve();
          });
          end.then(({ out, err }) => reject(new Error(out + err)));
        });
        npm.kill("SIGTERM");
        await expect.poll(() => isRunning(npm.pid ?? 0), { timeout: 60_000 }).toBe(false);
        expect((await end).err).toMatch(/SIGTERM: finishing what was asked/);
      } finally {
        if (npm.pid) killGroup(npm.pid);
      }
    },
    180_000,
  );

  test("has the schema to read at /docs, without a script, unless the schema may not be asked for", async () => {
    const open = await serving(["--store", "memory:"]);
    const url = new URL("/docs", open.links[0]);
    const docs = await fetch(url);
    expect(docs.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'self'; (?!.*script)/,
    );
    expect(await docs.text()).toMatch('<h2 id="errors">');
    expect((await fetch(new URL("/docs/docs.css", url))).headers.get("content-type")).toMatch("text/css");
    open.child.kill("SIGTERM");
    const closed = await serving(["--store", "memory:"], { EXPOSURE_INTROSPECTION: "off" });
    expect((await fetch(new URL("/docs", closed.links[0]))).status).toBe(404);
    closed.child.kill("SIGTERM");
    expect([(await open.end).code, (await closed.end).code]).toEqual([0, 0]);
  });

  test("leaves a store that is not empty as it is", async () => {
    const folder = temporaryFolder();
    const store = ["--store", `sqlite:${join(folder, "graph.db")}`];
    await run(["load", writeFolder(join(folder, "story"), STORY), ...store]);
    const { child, end } = await serving(store);
    child.kill("SIGINT");
    expect((await end).code).toBe(0);
    expect(JSON.parse((await run(["stats", "--json", ...store])).out)).toMatchObject({
      version: 1,
      dossiers: [{ slug: "story" }],
    });
  });

  test("says in one sentence that its port is in use", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => {
        const address = other.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const { code, out, err } = await run(["serve", "--port", String(port), "--store", "memory:"]);
    other.close();
    expect([code, out]).toEqual([1, ""]);
    expect(err.split("\n").at(-2)).toMatch(/^exposure-graph: Port \d+ is in use/);
  });

  test.each([
    ["--port", "99999"],
    ["--refresh-every", "often"],
  ])("refuses %s %s as wrong usage", async (option, value) => {
    expect((await run(["serve", option, value])).code).toBe(2);
  });
});

/** Whether anything of a group of processes is left. */
function isRunning(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

function killGroup(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // All of it has ended.
  }
}

describe("the questions to try", () => {
  test.each(QUESTIONS_TO_TRY)("fit the schema: $asks", ({ query }) => {
    expect(validate(buildSchema(emitSchema()), parse(query))).toEqual([]);
  });
});

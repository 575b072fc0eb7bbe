import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, it } from "vitest";

const SOURCE = resolve("src");

/** Who may import whom, room by room; a room may always import from itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  projection: ["domain", "store/port"],
  exposure: ["domain", "projection", "exposure/words"],
  "exposure/words": ["domain"],
  questions: ["domain", "projection", "exposure", "exposure/words", "store/port"],
  "store/port": ["domain"],
  "store/sqlite": ["domain", "store/port", "store"],
  "store/neo4j": ["domain", "store/port", "store"],
  store: ["domain", "store/port", "store/sqlite", "store/neo4j"],
  dossier: ["domain", "exposure/words", "store/port"],
  "exchange/csv-table": [],
  exchange: [
    "exchange/csv-table",
    "domain",
    "projection",
    "exposure",
    "exposure/words",
    "questions",
    "store/port",
  ],
  graphql: ["domain", "projection", "exposure", "exposure/words", "questions", "dossier", "store/port"],
  http: [
    "domain",
    "projection",
    "exposure",
    "questions",
    "dossier",
    "exchange",
    "graphql",
    "store/port",
    "explorer/embed",
  ],
  explorer: ["domain", "exposure/words", "exchange/csv-table"],
  "explorer/embed": ["domain", "exposure/words", "explorer"],
  cli: [
    "domain",
    "projection",
    "exposure",
    "exposure/words",
    "questions",
    "dossier",
    "exchange",
    "graphql",
    "http",
    "store",
    "store/port",
    "config",
  ],
  config: ["domain"],
  main: ["cli", "config", "domain"],
};

/** The rooms of the method, each of which may import only from those before it; "" are the files that stand in none. */
const METHOD = [
  "",
  "days",
  "walk",
  "flags",
  "control",
  "rules",
  "integrated-ownership",
  "transactions",
  "proof",
  "findings",
  "backwards",
  "reasons",
  "differences",
  "review",
  "comparisons",
  "paths",
  "explain",
];

/** Packages that only some rooms may know. */
const KEPT_TO: Readonly<Record<string, readonly string[]>> = {
  "type-graphql": ["graphql"],
  graphql: ["graphql", "http"],
  "@apollo/server": ["graphql", "http"],
  "graphql-ws": ["http"],
  "graphql-markdown": ["http"],
  marked: ["http"],
  pino: ["http"],
  "prom-client": ["http"],
  "@opentelemetry": ["http"],
  "graphql-sse": ["http"],
  fastify: ["http"],
  helmet: ["http"],
  "@fastify/static": ["http"],
  "neo4j-driver": ["store/neo4j"],
  "node:sqlite": ["store/sqlite"],
  "@photostructure/sqlite": ["store/sqlite"],
  commander: ["cli", "main"],
};

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}

function roomOf(file: string): string {
  const path = relative(SOURCE, file);
  if (path === "store/graph-store.ts") return "store/port";
  if (path === "exchange/csv/csv-table.ts") return "exchange/csv-table";
  if (
    /^exposure\/explain\/(?:(?:date|number)-words|verbs|attribution|checked-text|source-text|sentence|names)\.ts$/.test(
      path,
    )
  )
    return "exposure/words";
  if (path.startsWith("explorer/embed/")) return "explorer/embed";
  const [room = "", inner] = path.split("/");
  if (room === "store" && (inner === "sqlite" || inner === "neo4j")) return `store/${inner}`;
  return room.replace(/\.ts$/, "");
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] as string);
}

function relativeImportsOf(file: string): string[] {
  return importsOf(file)
    .filter((path) => path.startsWith("."))
    .map((path) => resolve(dirname(file), path.replace(/\.js$/, ".ts")));
}

const files = sources(SOURCE);

it("lets every room import only from the rooms below it", () => {
  const broken = files.flatMap((file) =>
    relativeImportsOf(file)
      .filter((imported) => {
        const [from, to] = [roomOf(file), roomOf(imported)];
        return from !== to && !MAY_IMPORT[from]?.includes(to);
      })
      .map((imported) => `${relative(SOURCE, file)} imports ${relative(SOURCE, imported)}`),
  );
  expect(broken).toEqual([]);
});

it("lets every room of the method import only from those before it", () => {
  const method = join(SOURCE, "exposure");
  const placeOf = (file: string) => METHOD.indexOf(dirname(relative(method, file)).replace(/^\.$/, ""));
  const broken = sources(method).flatMap((file) =>
    relativeImportsOf(file)
      .filter((imported) => imported.startsWith(method) && placeOf(imported) > placeOf(file))
      .map((imported) => `${relative(method, file)} imports ${relative(method, imported)}`),
  );
  expect(broken).toEqual([]);
  expect(sources(method).filter((file) => placeOf(file) < 0)).toEqual([]);
});

it("lets the pages take of sentences only how dates, amounts and sources are written", () => {
  const taken = files
    .filter((file) => relative(SOURCE, file).startsWith("explorer/"))
    .flatMap(relativeImportsOf)
    .map((imported) => relative(SOURCE, imported))
    .filter((imported) => imported.startsWith("exposure/"));
  expect([...new Set(taken)].sort()).toEqual(
    ["checked-text", "date-words", "number-words", "source-text"].map(
      (name) => `exposure/explain/${name}.ts`,
    ),
  );
});

it("keeps every library to the rooms that may know it", () => {
  const broken = files.flatMap((file) =>
    importsOf(file)
      .filter((path) => !path.startsWith("."))
      .filter((path) => {
        const owner = Object.keys(KEPT_TO).find((name) => path === name || path.startsWith(`${name}/`));
        return owner !== undefined && !KEPT_TO[owner]?.includes(roomOf(file));
      })
      .map((path) => `${relative(SOURCE, file)} imports ${path}`),
  );
  expect(broken).toEqual([]);
});

it("has no import cycle between files", () => {
  const graph = new Map(files.map((file) => [file, relativeImportsOf(file)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, trail: readonly string[]) => {
    const at = trail.indexOf(file);
    if (at >= 0) cycles.push([...trail.slice(at), file].map((path) => relative(SOURCE, path)).join(" -> "));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

it("reads the environment in config only, to which main hands it", () => {
  const readers = files
    .filter((file) => /process\.env/.test(readFileSync(file, "utf8")))
    .map((file) => relative(SOURCE, file));
  expect(readers.filter((path) => path !== "config.ts" && path !== "main.ts")).toEqual([]);
});

it("has no file that is named for nothing", () => {
  const names = /(^|\/)(utils?|helpers?|common|misc|manager|services?|index)\.ts$/;
  expect(files.map((file) => relative(SOURCE, file)).filter((path) => names.test(path))).toEqual([]);
});

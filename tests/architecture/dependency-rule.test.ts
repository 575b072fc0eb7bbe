import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, it } from "vitest";

const SOURCE = resolve("src");

/** Who may import whom, module by module; a module may always import from itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  graph: ["domain", "store/port"],
  ownership: ["domain", "graph"],
  exposure: ["domain", "graph", "ownership"],
  explain: ["domain", "graph", "ownership", "exposure", "explain/words"],
  "explain/words": ["domain"],
  questions: ["domain", "graph", "ownership", "exposure", "explain", "explain/words", "store/port"],
  "store/port": ["domain"],
  "store/sqlite": ["domain", "store/port", "store"],
  "store/neo4j": ["domain", "store/port", "store"],
  store: ["domain", "store/port", "store/sqlite", "store/neo4j"],
  dossier: ["domain", "explain/words", "store/port"],
  "exchange/csv-table": [],
  exchange: [
    "exchange/csv-table",
    "domain",
    "graph",
    "exposure",
    "explain",
    "explain/words",
    "questions",
    "dossier",
    "store/port",
  ],
  graphql: [
    "domain",
    "graph",
    "ownership",
    "exposure",
    "explain",
    "explain/words",
    "questions",
    "dossier",
    "store/port",
  ],
  http: [
    "domain",
    "graph",
    "exposure",
    "questions",
    "dossier",
    "exchange",
    "graphql",
    "store/port",
    "explorer/embed",
  ],
  explorer: ["domain", "explain/words", "exchange/csv-table"],
  "explorer/embed": ["domain", "explain/words", "explorer"],
  cli: [
    "domain",
    "graph",
    "ownership",
    "exposure",
    "explain",
    "explain/words",
    "questions",
    "dossier",
    "exchange",
    "exchange/csv-table",
    "graphql",
    "http",
    "store",
    "store/port",
    "config",
  ],
  config: ["domain"],
  main: ["cli", "config", "domain"],
};

/** The folders of a module, each of which may import only from those before it; "" are the files beside them. */
const IN_ORDER: Readonly<Record<string, readonly string[]>> = {
  graph: ["", "days", "walk", "flags", "paths"],
  ownership: ["control", "rules", "integrated-ownership"],
  exposure: [
    "",
    "shares",
    "transactions",
    "proof",
    "findings",
    "reverse",
    "reasons",
    "differences",
    "review",
    "comparisons",
  ],
};

/** Packages that only some modules may know. */
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
  preact: ["explorer", "explorer/embed"],
  "preact-render-to-string": ["explorer", "explorer/embed"],
  yauzl: ["exchange"],
  htmlparser2: ["exchange"],
};

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function moduleOf(file: string): string {
  const path = relative(SOURCE, file);
  if (path === "store/graph-store.ts") return "store/port";
  if (path === "exchange/csv/csv-table.ts") return "exchange/csv-table";
  if (
    /^explain\/(?:(?:date|number)-words|verbs|attribution|checked-text|source-text|sentence|names)\.ts$/.test(
      path,
    )
  )
    return "explain/words";
  if (path.startsWith("explorer/embed/")) return "explorer/embed";
  const [module = "", inner] = path.split("/");
  if (module === "store" && (inner === "sqlite" || inner === "neo4j")) return `store/${inner}`;
  return module.replace(/\.ts$/, "");
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] as string);
}

function relativeImportsOf(file: string): string[] {
  return importsOf(file)
    .filter((path) => path.startsWith("."))
    .map((path) => resolve(dirname(file), path.replace(/\.js$/, ".ts")))
    .map((path) => (existsSync(path) ? path : path.replace(/\.ts$/, ".tsx")));
}

const files = sources(SOURCE);

it("lets every module import only from the modules below it", () => {
  const broken = files.flatMap((file) =>
    relativeImportsOf(file)
      .filter((imported) => {
        const [from, to] = [moduleOf(file), moduleOf(imported)];
        return from !== to && !MAY_IMPORT[from]?.includes(to);
      })
      .map((imported) => `${relative(SOURCE, file)} imports ${relative(SOURCE, imported)}`),
  );
  expect(broken).toEqual([]);
});

it.each(Object.keys(IN_ORDER))("lets every folder of %s import only from those before it", (name) => {
  const module = join(SOURCE, name);
  const placeOf = (file: string) =>
    (IN_ORDER[name] as readonly string[]).indexOf(dirname(relative(module, file)).replace(/^\.$/, ""));
  const broken = sources(module).flatMap((file) =>
    relativeImportsOf(file)
      .filter((imported) => imported.startsWith(`${module}/`) && placeOf(imported) > placeOf(file))
      .map((imported) => `${relative(module, file)} imports ${relative(module, imported)}`),
  );
  expect(broken).toEqual([]);
  expect(sources(module).filter((file) => placeOf(file) < 0)).toEqual([]);
});

it("lets the pages take of sentences only how dates, amounts and sources are written", () => {
  const taken = files
    .filter((file) => relative(SOURCE, file).startsWith("explorer/"))
    .flatMap(relativeImportsOf)
    .map((imported) => relative(SOURCE, imported))
    .filter((imported) => imported.startsWith("explain/"));
  expect([...new Set(taken)].sort()).toEqual(
    ["checked-text", "date-words", "number-words", "source-text"].map((name) => `explain/${name}.ts`),
  );
});

it("keeps every library to the modules that may know it", () => {
  const broken = files.flatMap((file) =>
    importsOf(file)
      .filter((path) => !path.startsWith("."))
      .filter((path) => {
        const owner = Object.keys(KEPT_TO).find((name) => path === name || path.startsWith(`${name}/`));
        return owner !== undefined && !KEPT_TO[owner]?.includes(moduleOf(file));
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

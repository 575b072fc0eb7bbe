import { defineConfig } from "vitest/config";

/** Files that start programs or servers: slow, and most of them need the build. */
const SERVER = [
  "tests/{cli,clients,deploy,http}/**/*.test.ts",
  "tests/store/{migrate,sqlite-file}.test.ts",
  "tests/explorer/embed/snapshot-pictures.test.ts",
  "tests/explorer/views/explore/replay.test.ts",
];
/** Properties of random graphs, and comparisons with the naive reference. */
const LAWS = ["tests/**/*{laws,differential}.test.ts"];
const NEO4J = ["tests/**/*.neo4j.test.ts"];
const BROWSER = ["tests/browser/**/*.test.ts"];
const FAULTS = ["tests/faults/**/*.test.ts"];

/**
 * Six projects. "core" is pure and needs no build: it is the inner loop (`npm run test:fast`). "laws" tries properties on
 * random graphs (few by default, many with LAWS_RUNS). "server" starts the built program and its HTTP server. "neo4j"
 * shares one database (tests/neo4j/global-setup.ts), "browser" opens the built pages in a Chromium
 * (tests/browser/global-setup.ts), "faults" kills, stops and starves real processes (tests/faults/README.md): these three
 * run one file after the other. `npm test` runs the browser beside the two others, which mostly wait.
 */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    // On a busy machine servers take a while to start.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // On a busy machine a condition may take a while to come true.
    expect: { poll: { timeout: 15_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: "core",
          include: ["tests/**/*.test.ts"],
          exclude: [...SERVER, ...LAWS, ...NEO4J, ...BROWSER, ...FAULTS],
          // By default one core is left idle: of two, half.
          maxWorkers: "100%",
          // Pure tests leave nothing behind: files share the modules that they import.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "laws",
          include: LAWS,
          maxWorkers: "100%",
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: SERVER,
          exclude: [...NEO4J],
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "neo4j",
          include: NEO4J,
          globalSetup: ["tests/neo4j/global-setup.ts"],
          hookTimeout: 120_000,
          testTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: BROWSER,
          globalSetup: ["tests/browser/global-setup.ts"],
          testTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: FAULTS,
          hookTimeout: 120_000,
          testTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});

import { defineConfig } from "vitest/config";

/**
 * Four projects: "unit" needs nothing but Node and runs in parallel; "neo4j" is every `*.neo4j.test.ts`, which share
 * one database and run one after the other (see tests/neo4j/global-setup.ts); "browser" opens the built pages in a
 * Chromium (see tests/browser/global-setup.ts); "faults" kills, stops and starves real processes, one after the other
 * (see tests/faults/README.md).
 */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    // On a busy machine servers take a while to start.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Whoever waits for a condition waits as long as a busy machine takes.
    expect: { poll: { timeout: 15_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/bench/**", "tests/browser/**", "tests/faults/**", "tests/**/*.neo4j.test.ts"],
          // By default one core is left idle: of two, half.
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "neo4j",
          include: ["tests/**/*.neo4j.test.ts"],
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
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/browser/global-setup.ts"],
          hookTimeout: 60_000,
          testTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          hookTimeout: 120_000,
          testTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});

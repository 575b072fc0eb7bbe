import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: { include: ["tests/**/*.test.ts"], exclude: ["tests/bench/**"], testTimeout: 20_000 },
});

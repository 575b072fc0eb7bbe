import { describe, expect, test } from "vitest";
import { parseDuration, parsePort, readConfig } from "../../src/config.js";

describe("the configuration", () => {
  test("is sensible without any variable", () => {
    expect(readConfig({})).toEqual({
      store: null,
      neo4j: { user: null, password: null, database: null },
      port: 4000,
      host: "127.0.0.1",
      refreshEveryMs: null,
      corsOrigins: [],
      debug: false,
    });
  });

  test("takes what the environment sets; an empty variable is not set", () => {
    const config = readConfig({
      EXPOSURE_STORE: "bolt://localhost:7687",
      NEO4J_USER: "reader",
      NEO4J_PASSWORD: "secret",
      NEO4J_DATABASE: "",
      EXPOSURE_PORT: "0",
      EXPOSURE_REFRESH_EVERY: "90s",
      EXPOSURE_CORS_ORIGINS: "https://dash.example.org, http://localhost:3000,",
      EXPOSURE_DEBUG: "1",
    });
    expect(config).toMatchObject({
      store: "bolt://localhost:7687",
      neo4j: { user: "reader", password: "secret", database: null },
      port: 0,
      refreshEveryMs: 90_000,
      corsOrigins: ["https://dash.example.org", "http://localhost:3000"],
      debug: true,
    });
  });

  test.each([
    ["EXPOSURE_PORT", "65536"],
    ["EXPOSURE_PORT", "-1"],
    ["EXPOSURE_CORS_ORIGINS", "https://dash.example.org/board"],
    ["EXPOSURE_REFRESH_EVERY", "60"],
    ["EXPOSURE_REFRESH_EVERY", "0s"],
    ["EXPOSURE_REFRESH_EVERY", "9999h"],
  ])("names %s where it cannot be read: %j", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} "${value}" is not`));
  });

  test("reads ports and durations", () => {
    expect(parsePort("8080", "--port")).toBe(8080);
    expect(["500ms", "60s", "5m", "1h"].map((text) => parseDuration(text, "x"))).toEqual([
      500, 60_000, 300_000, 3_600_000,
    ]);
  });
});

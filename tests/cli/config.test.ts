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
      publicOrigins: [],
      log: null,
      tracing: false,
      startedByNpm: false,
      debug: false,
      limits: {},
      maxBodyBytes: 256_000,
      trustedProxies: [],
      introspection: true,
      documents: { folder: null, nothingElse: false },
      access: { anonymous: null, keysFile: null, tokens: null, auditLog: null },
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
      EXPOSURE_PUBLIC_ORIGINS: "https://exposure.example.org",
      EXPOSURE_CORS_ORIGINS: "https://dash.example.org, http://localhost:3000,",
      EXPOSURE_DEBUG: "1",
      npm_lifecycle_event: "start",
    });
    expect(config).toMatchObject({
      store: "bolt://localhost:7687",
      neo4j: { user: "reader", password: "secret", database: null },
      port: 0,
      refreshEveryMs: 90_000,
      corsOrigins: ["https://dash.example.org", "http://localhost:3000"],
      publicOrigins: ["https://exposure.example.org"],
      startedByNpm: true,
      debug: true,
    });
  });

  test.each([
    ["EXPOSURE_PORT", "65536"],
    ["EXPOSURE_PORT", "-1"],
    ["EXPOSURE_CORS_ORIGINS", "https://dash.example.org/board"],
    ["EXPOSURE_PUBLIC_ORIGINS", "https://exposure.example.org/"],
    ["EXPOSURE_REFRESH_EVERY", "60"],
    ["EXPOSURE_REFRESH_EVERY", "0s"],
    ["EXPOSURE_REFRESH_EVERY", "9999h"],
  ])("names %s where it cannot be read: %j", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} "${value}" is not`));
  });

  test("takes limits and access", () => {
    const config = readConfig({
      EXPOSURE_MAX_DEPTH: "9",
      EXPOSURE_DEADLINE: "500ms",
      EXPOSURE_REQUESTS_PER_MINUTE: "off",
      EXPOSURE_TRUST_PROXY: "10.0.0.1, 10.1.0.0/16",
      EXPOSURE_INTROSPECTION: "off",
      EXPOSURE_ALLOW_ANONYMOUS: "read",
      EXPOSURE_JWKS_URL: "https://login.example.org/jwks.json",
      EXPOSURE_JWT_ISSUER: "https://login.example.org/",
      EXPOSURE_JWT_AUDIENCE: "exposure",
    });
    expect(config).toMatchObject({
      limits: { maxDepth: 9, deadlineMs: 500, requestsPerMinute: null },
      trustedProxies: ["10.0.0.1", "10.1.0.0/16"],
      introspection: false,
      access: {
        anonymous: "read",
        tokens: { issuer: "https://login.example.org/", audience: "exposure", roleClaim: "role" },
      },
    });
  });

  test.each([
    [{ EXPOSURE_MAX_COST: "0" }, 'EXPOSURE_MAX_COST "0" is not a number of one or more'],
    [{ EXPOSURE_REQUESTS_PER_MINUTE: "many" }, 'EXPOSURE_REQUESTS_PER_MINUTE "many" is not a number'],
    [{ EXPOSURE_TRUST_PROXY: "10.0.0.1 nginx" }, 'EXPOSURE_TRUST_PROXY "nginx" is not an address'],
    [{ EXPOSURE_TRUST_PROXY: "10.0.0.0/64" }, 'EXPOSURE_TRUST_PROXY "10.0.0.0/64" is not an address'],
    [{ EXPOSURE_INTROSPECTION: "perhaps" }, 'EXPOSURE_INTROSPECTION "perhaps" is not known'],
    [{ EXPOSURE_ALLOW_ANONYMOUS: "write" }, 'EXPOSURE_ALLOW_ANONYMOUS "write" is not known'],
    [{ EXPOSURE_JWKS_URL: "http://login.example.org/" }, "is not an https address"],
    [{ EXPOSURE_JWKS_URL: "https://login.example.org/" }, "EXPOSURE_JWT_ISSUER is not set"],
  ])("says what is wrong with %j", (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });

  test("reads ports and durations", () => {
    expect(parsePort("8080", "--port")).toBe(8080);
    expect(["500ms", "60s", "5m", "1h"].map((text) => parseDuration(text, "x"))).toEqual([
      500, 60_000, 300_000, 3_600_000,
    ]);
  });
});

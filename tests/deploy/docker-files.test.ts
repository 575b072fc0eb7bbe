import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../../src/config.js";

const dockerfile = readFileSync("Dockerfile", "utf8");
const compose = parse(readFileSync("docker-compose.yml", "utf8"), { merge: true });
const configSource = readFileSync("src/config.ts", "utf8");

describe("the Dockerfile", () => {
  it("copies what is there, and the builder is given nothing else", () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, files]) =>
      files?.split(" "),
    );
    expect(copied.length).toBeGreaterThan(4);
    const given = readFileSync(".dockerignore", "utf8")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    expect(new Set(copied)).toEqual(new Set(given));
    for (const file of given) expect(existsSync(file)).toBe(true);
  });

  it("runs as nobody special, with a health check, and without scripts of packages", () => {
    expect(dockerfile.slice(dockerfile.lastIndexOf("FROM"))).toMatch(/^USER 1000$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
    for (const [line] of dockerfile.matchAll(/npm (?:ci|prune)[^&\n]*/g))
      expect(line).toMatch("--ignore-scripts");
  });

  it("sets only variables that the program reads, to values that it takes", () => {
    const set = [...dockerfile.matchAll(/(EXPOSURE_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]);
    expect(set.length).toBeGreaterThan(2);
    for (const [name] of set) expect(configSource).toMatch(`"${name}"`);
    expect(readConfig(Object.fromEntries(set)).host).toBe("0.0.0.0");
  });
});

it("images of others are named by digest", () => {
  const named = [
    ...[...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image),
    compose.services.neo4j.image,
  ];
  expect(named).toHaveLength(3);
  for (const image of named) expect(image).toMatch(/^[a-z0-9]+:[\w.-]+@sha256:[0-9a-f]{64}$/);
});

describe("docker-compose.yml", () => {
  it("gives every service as much memory and as many processes as it needs, and no more", () => {
    for (const service of Object.values<object>(compose.services))
      expect(service).toMatchObject({
        mem_limit: expect.stringMatching(/^\d+[mg]$/),
        pids_limit: expect.any(Number),
      });
  });

  it("tells no password to those who list processes", () => {
    for (const { healthcheck, command } of Object.values<Record<string, object>>(compose.services)) {
      // What the shell sets before a command is its environment, not an argument.
      const words = JSON.stringify([healthcheck ?? {}, command ?? []]).replace(
        /NEO4J_PASSWORD=\\"[^"]*"/g,
        "",
      );
      expect(words).not.toMatch(/NEO4J_AUTH|PASSWORD/);
    }
  });

  it("runs this Dockerfile with a root that nobody writes to, and publishes ports for this machine only", () => {
    for (const service of [compose.services.server, compose.services.load])
      expect(service).toMatchObject({ build: ".", read_only: true, cap_drop: ["ALL"] });
    for (const { ports = [] } of Object.values<{ ports?: string[] }>(compose.services))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    for (const name of Object.keys(compose.services.server.environment))
      expect(configSource).toMatch(`"${name}"`);
  });
});

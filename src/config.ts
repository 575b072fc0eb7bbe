import { badInput } from "./domain/errors.js";

/** Everything that the environment may set, with the default of each; no other module reads the environment. */
export interface Config {
  /** EXPOSURE_STORE. Null: not set; commands then take their own default. */
  readonly store: string | null;
  /** NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE. */
  readonly neo4j: {
    readonly user: string | null;
    readonly password: string | null;
    readonly database: string | null;
  };
  /** EXPOSURE_PORT, 4000. */
  readonly port: number;
  /** EXPOSURE_HOST, 127.0.0.1. */
  readonly host: string;
  /** EXPOSURE_REFRESH_EVERY, a duration such as 60s. Null: only when the version moves by a load or `touch`. */
  readonly refreshEveryMs: number | null;
  /** EXPOSURE_CORS_ORIGINS, separated by commas: origins of pages that may ask from other sites; `*`: any. */
  readonly corsOrigins: readonly string[];
  /** EXPOSURE_DEBUG=1: show the stack of an unexpected fault. */
  readonly debug: boolean;
}

/** Where the graph is kept unless somebody says otherwise. */
export const DEFAULT_STORE = "sqlite:./data/graph.db";

/** Reads the configuration. @throws BAD_USER_INPUT that names the variable and the remedy. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const text = (name: string): string | null => environment[name]?.trim() || null;
  const refreshEvery = text("EXPOSURE_REFRESH_EVERY");
  return {
    store: text("EXPOSURE_STORE"),
    neo4j: { user: text("NEO4J_USER"), password: text("NEO4J_PASSWORD"), database: text("NEO4J_DATABASE") },
    port: parsePort(text("EXPOSURE_PORT") ?? "4000", "EXPOSURE_PORT"),
    host: text("EXPOSURE_HOST") ?? "127.0.0.1",
    refreshEveryMs: refreshEvery === null ? null : parseDuration(refreshEvery, "EXPOSURE_REFRESH_EVERY"),
    corsOrigins: (text("EXPOSURE_CORS_ORIGINS") ?? "").split(",").flatMap(parseOrigin),
    debug: text("EXPOSURE_DEBUG") === "1",
  };
}

/** Reads an origin; empty text is none. @throws BAD_USER_INPUT that says how one is written. */
function parseOrigin(text: string): string[] {
  const origin = text.trim();
  if (origin === "" || origin === "*") return origin === "" ? [] : [origin];
  if (URL.canParse(origin) && new URL(origin).origin === origin) return [origin];
  throw badInput(
    `EXPOSURE_CORS_ORIGINS "${origin}" is not an origin: write scheme and host, for example https://dash.example.org`,
  );
}

/** Reads a port; 0 lets the system choose. @throws BAD_USER_INPUT that names where it stood. */
export function parsePort(text: string, where: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw badInput(`${where} "${text}" is not a port: write a number from 0 to 65535, for example 4000`);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** A longer timer than this would fire at once. */
const LONGEST_MS = 0x7fffffff;

/** Reads a duration such as 500ms, 60s, 5m or 1h. @throws BAD_USER_INPUT that names where it stood. */
export function parseDuration(text: string, where: string): number {
  const match = /^(\d+)(ms|s|m|h)$/.exec(text);
  const ms = Number(match?.[1]) * (UNITS[match?.[2] ?? ""] ?? Number.NaN);
  if (match && ms > 0 && ms <= LONGEST_MS) return ms;
  throw badInput(`${where} "${text}" is not a duration: write a number with ms, s, m or h, for example 60s`);
}

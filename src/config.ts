import { isIP } from "node:net";
import type { AccessSettings, TokenSettings } from "./domain/access.js";
import { badInput } from "./domain/errors.js";
import type { Limits } from "./domain/limits.js";

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
  /** EXPOSURE_PUBLIC_ORIGINS, separated by commas: where readers find this server, for links in snapshots. */
  readonly publicOrigins: readonly string[];
  /** EXPOSURE_LOG: debug, info, warn, error or off. Null: info, and warn on a terminal. */
  readonly log: LogLevel | null;
  /** OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT is set: spans are sent there. */
  readonly tracing: boolean;
  /** Set by npm itself (npm_lifecycle_event): this is `npm start`, with npm's shell between. */
  readonly startedByNpm: boolean;
  /** EXPOSURE_DEBUG=1: show the stack of an unexpected fault. */
  readonly debug: boolean;
  /**
   * EXPOSURE_MAX_…, EXPOSURE_ROW_BUDGET, EXPOSURE_PATH_BUDGET, EXPOSURE_DEADLINE, EXPOSURE_REQUESTS_PER_MINUTE: those
   * that are set.
   */
  readonly limits: Partial<Limits>;
  /** EXPOSURE_MAX_BODY_BYTES, 256000: of a request; an editor may send four times as much. */
  readonly maxBodyBytes: number;
  /** EXPOSURE_TRUST_PROXY: addresses whose word on the client's address is taken. */
  readonly trustedProxies: readonly string[];
  /** EXPOSURE_INTROSPECTION, on. */
  readonly introspection: boolean;
  /** EXPOSURE_DOCUMENTS, a folder of known operations; EXPOSURE_KNOWN_DOCUMENTS_ONLY, off. */
  readonly documents: { readonly folder: string | null; readonly nothingElse: boolean };
  /**
   * EXPOSURE_ALLOW_ANONYMOUS, EXPOSURE_KEYS_FILE, EXPOSURE_AUDIT_LOG, and EXPOSURE_JWKS_URL with EXPOSURE_JWT_ISSUER,
   * EXPOSURE_JWT_AUDIENCE and EXPOSURE_JWT_ROLE_CLAIM (role).
   */
  readonly access: AccessSettings;
}

/** Where the graph is kept where no setting names a store. */
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
    corsOrigins: (text("EXPOSURE_CORS_ORIGINS") ?? "")
      .split(",")
      .flatMap((origin) => (origin.trim() === "*" ? ["*"] : parseOrigin(origin, "EXPOSURE_CORS_ORIGINS"))),
    publicOrigins: (text("EXPOSURE_PUBLIC_ORIGINS") ?? "")
      .split(",")
      .flatMap((origin) => parseOrigin(origin, "EXPOSURE_PUBLIC_ORIGINS")),
    log: readLogLevel(text("EXPOSURE_LOG")),
    tracing: [text("OTEL_EXPORTER_OTLP_ENDPOINT"), text("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")].some(Boolean),
    startedByNpm: text("npm_lifecycle_event") === "start",
    debug: text("EXPOSURE_DEBUG") === "1",
    limits: readLimits(text),
    maxBodyBytes: parseCount(text("EXPOSURE_MAX_BODY_BYTES") ?? "256000", "EXPOSURE_MAX_BODY_BYTES"),
    trustedProxies: (text("EXPOSURE_TRUST_PROXY")?.split(/[\s,]+/) ?? []).map(parseProxy),
    introspection: isOn(text("EXPOSURE_INTROSPECTION") ?? "on", "EXPOSURE_INTROSPECTION"),
    documents: {
      folder: text("EXPOSURE_DOCUMENTS"),
      nothingElse: isOn(text("EXPOSURE_KNOWN_DOCUMENTS_ONLY") ?? "off", "EXPOSURE_KNOWN_DOCUMENTS_ONLY"),
    },
    access: {
      anonymous: readAnonymous(text("EXPOSURE_ALLOW_ANONYMOUS")),
      keysFile: text("EXPOSURE_KEYS_FILE"),
      tokens: readTokens(text),
      auditLog: text("EXPOSURE_AUDIT_LOG"),
    },
  };
}

const LOG_LEVELS = ["debug", "info", "warn", "error", "off"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

function readLogLevel(text: string | null): LogLevel | null {
  if (text === null) return null;
  const level = LOG_LEVELS.find((each) => each === text.toLowerCase());
  if (level !== undefined) return level;
  throw badInput(`EXPOSURE_LOG "${text}" is not a level: write one of ${LOG_LEVELS.join(", ")}`);
}

/** Reads an origin; empty text is none. @throws BAD_USER_INPUT that says how one is written. */
function parseOrigin(text: string, variable: string): string[] {
  const origin = text.trim();
  if (origin === "") return [];
  if (URL.canParse(origin) && new URL(origin).origin === origin) return [origin];
  throw badInput(
    `${variable} "${origin}" is not an origin: write scheme and host, for example https://dash.example.org`,
  );
}

/** Reads an address, or a network with the length of its prefix. @throws BAD_USER_INPUT that says how one is written. */
function parseProxy(text: string): string {
  const [address = "", prefix = "0", ...more] = text.split("/");
  const bits = isIP(address) === 6 ? 128 : 32;
  if (isIP(address) !== 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits && more.length === 0)
    return text;
  throw badInput(
    `EXPOSURE_TRUST_PROXY "${text}" is not an address: write for example 10.0.0.1 or 10.0.0.0/8`,
  );
}

type Text = (name: string) => string | null;

const COUNTED_LIMITS = {
  maxDocumentBytes: "EXPOSURE_MAX_DOCUMENT_BYTES",
  maxTokens: "EXPOSURE_MAX_TOKENS",
  maxDepth: "EXPOSURE_MAX_DEPTH",
  maxAliases: "EXPOSURE_MAX_ALIASES",
  maxRootFields: "EXPOSURE_MAX_ROOT_FIELDS",
  maxCost: "EXPOSURE_MAX_COST",
  rowBudget: "EXPOSURE_ROW_BUDGET",
  pathBudget: "EXPOSURE_PATH_BUDGET",
} as const satisfies Partial<Record<keyof Limits, string>>;

function readLimits(text: Text): Partial<Limits> {
  const limits: { -readonly [Name in keyof Limits]?: Limits[Name] } = {};
  for (const [limit, name] of Object.entries(COUNTED_LIMITS)) {
    const given = text(name);
    if (given !== null) limits[limit as keyof typeof COUNTED_LIMITS] = parseCount(given, name);
  }
  const deadline = text("EXPOSURE_DEADLINE");
  if (deadline !== null) limits.deadlineMs = parseDuration(deadline, "EXPOSURE_DEADLINE");
  const rate = text("EXPOSURE_REQUESTS_PER_MINUTE");
  if (rate !== null)
    limits.requestsPerMinute = rate === "off" ? null : parseCount(rate, "EXPOSURE_REQUESTS_PER_MINUTE");
  return limits;
}

function readAnonymous(text: string | null): "read" | "none" | null {
  if (text === null || text === "read" || text === "none") return text;
  throw badInput(
    `EXPOSURE_ALLOW_ANONYMOUS "${text}" is not known: write read, or none to ask every client for a key`,
  );
}

function readTokens(text: Text): TokenSettings | null {
  const jwksUrl = text("EXPOSURE_JWKS_URL");
  if (jwksUrl === null) return null;
  const need = (name: string): string => {
    const given = text(name);
    if (given !== null) return given;
    throw badInput(
      `${name} is not set: beside EXPOSURE_JWKS_URL it says whose tokens are meant, so that no other is believed`,
    );
  };
  return {
    jwksUrl: parseJwksUrl(jwksUrl),
    issuer: need("EXPOSURE_JWT_ISSUER"),
    audience: need("EXPOSURE_JWT_AUDIENCE"),
    roleClaim: text("EXPOSURE_JWT_ROLE_CLAIM") ?? "role",
  };
}

/** Keys that come over plain HTTP can be read on the way, unless they come from this machine. */
function parseJwksUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(url?.hostname ?? "");
  if (url?.protocol === "https:" || (url?.protocol === "http:" && isLocal)) return url.href;
  throw badInput(`EXPOSURE_JWKS_URL "${text}" is not an https address: write https://…/jwks.json`);
}

function isOn(text: string, where: string): boolean {
  if (["on", "1", "true"].includes(text)) return true;
  if (["off", "0", "false"].includes(text)) return false;
  throw badInput(`${where} "${text}" is not known: write on or off`);
}

/** Reads a whole number of one or more. @throws BAD_USER_INPUT that names where it stood. */
export function parseCount(text: string, where: string): number {
  const count = Number(text);
  if (/^\d{1,10}$/.test(text) && count >= 1 && count <= GREATEST) return count;
  throw badInput(`${where} "${text}" is not a number of one or more: write for example 1000`);
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
const GREATEST = 0x7fffffff;

/** Reads a duration such as 500ms, 60s, 5m or 1h. @throws BAD_USER_INPUT that names where it stood. */
export function parseDuration(text: string, where: string): number {
  const match = /^(\d+)(ms|s|m|h)$/.exec(text);
  const ms = Number(match?.[1]) * (UNITS[match?.[2] ?? ""] ?? Number.NaN);
  if (match && ms > 0 && ms <= LONGEST_MS) return ms;
  throw badInput(`${where} "${text}" is not a duration: write a number with ms, s, m or h, for example 60s`);
}

import { isIPv4 } from "node:net";
import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  type AccessSettings,
  ANONYMOUS_VIEWER,
  aRole,
  type Caller,
  mayActAs,
  type Role,
  requireRole,
} from "../../domain/access.js";
import { badInput, ExposureError } from "../../domain/errors.js";
import { callerOfKey, type Key, type OnUnreadable, Tokens, WatchedKeys } from "./keys.js";

/** Without any setting: reading is open on this machine, writing is not. */
export const OPEN_FOR_READING: AccessSettings = {
  anonymous: null,
  keysFile: null,
  tokens: null,
  auditLog: null,
};

const ANONYMOUS_WITHOUT_ROLE: Caller = { ...ANONYMOUS_VIEWER, role: null };

/** Knows callers by their keys or tokens, and what each may do. Every transport asks it. */
export class Access {
  /** The caller without a key. */
  readonly anonymous: Caller;
  /** Whether any key or token could write when the server started. */
  readonly hasWriters: boolean;
  /** Whether there was any key or token then that this server believed. */
  readonly knowsCallers: boolean;
  /** Whether reading is open only because no other machine can ask. */
  readonly isOpenHereOnly: boolean;
  private readonly watchedKeys: WatchedKeys | null;
  private readonly tokens: Tokens | null;

  /**
   * @throws BAD_USER_INPUT for a file of keys that cannot be read, and where other machines would be served without
   * a setting that says who may read.
   */
  constructor(settings: AccessSettings, host: string, onUnreadable: OnUnreadable = () => {}) {
    this.watchedKeys = settings.keysFile === null ? null : new WatchedKeys(settings.keysFile, onUnreadable);
    this.tokens = settings.tokens === null ? null : new Tokens(settings.tokens, onUnreadable);
    this.knowsCallers = this.keys.length > 0 || this.tokens !== null;
    const isOpen = settings.anonymous === "read" || (settings.anonymous === null && !this.knowsCallers);
    this.isOpenHereOnly = isOpen && settings.anonymous === null;
    if (this.isOpenHereOnly && !isLoopback(host)) throw exposed(host);
    if (settings.anonymous === "none" && !this.knowsCallers) {
      throw badInput(
        "EXPOSURE_ALLOW_ANONYMOUS is none and no key is known, so no client could read: name a file in EXPOSURE_KEYS_FILE",
      );
    }
    this.anonymous = isOpen ? ANONYMOUS_VIEWER : ANONYMOUS_WITHOUT_ROLE;
    this.hasWriters = this.tokens !== null || this.keys.some(({ caller }) => mayActAs(caller.role, "editor"));
  }

  private get keys(): readonly Key[] {
    return this.watchedKeys?.keys ?? [];
  }

  /**
   * Who sent this Authorization header, or this text in its place where a transport has no headers. Another scheme than
   * Bearer is meant for another, for example a proxy.
   * @throws UNAUTHENTICATED for a key or token that is not believed; FORBIDDEN for a token without a role.
   */
  async identify(authorization: string | undefined): Promise<Caller> {
    const [, key] = /^Bearer +(\S+) *$/i.exec(authorization ?? "") ?? [];
    if (key === undefined) return this.anonymous;
    const known = callerOfKey(this.keys, key);
    if (known) return known;
    if (this.tokens && key.split(".").length === 3) return this.tokens.callerOf(key);
    throw new ExposureError(
      "UNAUTHENTICATED",
      this.knowsCallers
        ? "the key is not known here: ask the server's operator for one"
        : "this server knows no keys: leave the Authorization header out",
    );
  }

  /** @throws UNAUTHENTICATED for a caller whose key was taken out of the file since, or whose token has expired. */
  confirm(caller: Caller): void {
    const { known, expiresAtMs } = caller;
    if (!known) return;
    const holds =
      expiresAtMs === undefined ? this.keys.some((key) => key.caller === caller) : Date.now() < expiresAtMs;
    if (holds) return;
    throw new ExposureError(
      "UNAUTHENTICATED",
      "the key or token that this began with holds no longer: begin again with one that does",
    );
  }

  /** @throws UNAUTHENTICATED, FORBIDDEN where a caller's role does not allow what another one does. */
  require(needed: Role, caller: Caller): void {
    if (mayActAs(caller.role, needed)) return;
    if (caller.known) requireRole(needed, caller);
    if (this.knowsCallers) {
      throw new ExposureError(
        "UNAUTHENTICATED",
        `this needs the key of ${aRole(needed)}: send it as "Authorization: Bearer KEY"`,
      );
    }
    throw new ExposureError(
      "FORBIDDEN",
      `this needs ${aRole(needed)} and this server knows no keys: its operator names a file of them in EXPOSURE_KEYS_FILE`,
    );
  }
}

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}

function exposed(host: string): ExposureError {
  return badInput(
    `listening on "${host}" would let other machines read without a key: name a file in EXPOSURE_KEYS_FILE, or set EXPOSURE_ALLOW_ANONYMOUS=read if every client may`,
  );
}

/** What a route asks of its caller: a role, or nothing. */
export type Need = Role | "nothing";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; known before a route's own handlers run. */
    caller: Caller;
  }
  interface FastifyContextConfig {
    /** What the route asks of its caller; a route that does not say asks for a viewer. */
    needs?: Need | ((request: FastifyRequest) => Need);
  }
}

export interface AccessParts {
  readonly access: Access;
  readonly countRequest: CountRequest;
}

/**
 * Stands before every route, those that are added later too: finds out who asks, counts the request, and refuses
 * callers without the role. A request with a wrong key counts for its address. What needs nothing is not counted.
 */
export function addAccess(app: FastifyInstance, { access, countRequest }: AccessParts): void {
  app.decorateRequest("caller");
  app.addHook("onRequest", async (request) => {
    request.caller = access.anonymous;
    const needs = needOf(request);
    if (needs === "nothing") return;
    const [caller, fault] = await access.identify(request.headers.authorization).then(
      (known) => [known, null] as const,
      (refusal: unknown) => [access.anonymous, refusal] as const,
    );
    request.caller = caller;
    await countRequest(request, caller);
    if (fault !== null) throw fault;
    access.require(needs, caller);
  });
}

/** A browser asks beforehand with OPTIONS whether it may send its key at all; no route of ours answers that. */
function needOf(request: FastifyRequest): Need {
  if (request.is404 || request.method === "OPTIONS") return "nothing";
  const { needs } = request.routeOptions.config;
  return (typeof needs === "function" ? needs(request) : needs) ?? "viewer";
}

/** Marks every route that is added to an app from here on as one that needs no key: files of a page, without any facts. */
export function openToAll(app: FastifyInstance): void {
  app.addHook("onRoute", (route) => {
    route.config = { ...route.config, needs: "nothing" };
  });
}

/**
 * Refuses requests that came by another name than this machine's own, where reading is open on this machine and only
 * there. A page of another site can have its name point at this machine and would then read as its own what is open here
 * (DNS rebinding); the browser still sends that name.
 */
export function addHostAllowList(app: FastifyInstance): void {
  // Nearly all requests come by the same one.
  let lastOwn: string | undefined;
  app.addHook("onRequest", ({ headers: { host } }, _, done) => {
    if (host === lastOwn || host === undefined || isOwnName(host)) {
      lastOwn = host;
      done();
    } else done(foreign(host));
  });
}

function foreign(host: string): ExposureError {
  return new ExposureError(
    "FORBIDDEN",
    `${JSON.stringify(host.slice(0, 200))} is no name of this machine's own, and reading is open on this machine only: ask http://127.0.0.1 instead, or set EXPOSURE_ALLOW_ANONYMOUS=read if every client may read`,
  );
}

/** Whether a Host header names this machine to itself; the port does not matter. */
export function isOwnName(host: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  const name = hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  return isLoopback(name) || name.endsWith(".localhost");
}

/** Counts a request of a caller. @throws RATE_LIMITED with the seconds to wait. */
export type CountRequest = (request: FastifyRequest, caller: Caller) => Promise<void>;

const MINUTE_MS = 60_000;

/**
 * Counts requests in minutes, each key by its name and callers without one by their address (an IPv6 network counts as
 * one). A key may have a limit of its own; `usual` is that of the others, null: none.
 */
export async function addRateLimit(app: FastifyInstance, usual: number | null): Promise<CountRequest> {
  const callers = new WeakMap<FastifyRequest, Caller>();
  const allowed = (caller: Caller | undefined) => requestsPerMinuteOf(caller, usual);
  await app.register(rateLimit, { global: false });
  const count = app.createRateLimit({
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => partyOf(request, callers.get(request)),
    max: (request) => allowed(callers.get(request)) ?? Number.POSITIVE_INFINITY,
  });
  return async (request, caller) => {
    if (allowed(caller) === null) return;
    callers.set(request, caller);
    const limit = await count(request);
    if (limit.isAllowed || !limit.isExceeded) return;
    throw new ExposureError(
      "RATE_LIMITED",
      `requestsPerMinute: ${limit.max} requests in a minute are allowed and more came from ${caller.known ? `"${caller.name}"` : "this address"}: wait ${limit.ttlInSeconds} seconds`,
      {
        details: { limit: "requestsPerMinute", allowed: limit.max, retryAfterSeconds: limit.ttlInSeconds },
      },
    );
  };
}

/** How many requests a caller may send in a minute; null: as many as it likes. */
export function requestsPerMinuteOf(caller: Caller | undefined, usual: number | null): number | null {
  return caller?.requestsPerMinute === undefined ? usual : caller.requestsPerMinute;
}

/** For whom a request counts: a key, or the address of callers without one (an IPv6 network counts as one). */
export function partyOf({ ip }: { readonly ip: string | undefined }, caller: Caller | undefined): string {
  if (caller?.known) return `key ${caller.name}`;
  // A connection that has gone meanwhile has no address any more.
  return ip === undefined ? "" : normalizeIP(ip, 64);
}

import { isIPv4 } from "node:net";
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
import { callerOfKey, type Key, type OnUnreadable, WatchedKeys } from "./keys.js";
import { Tokens } from "./tokens.js";

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
        "EXPOSURE_ALLOW_ANONYMOUS is none and no key is known, so nobody could read: name a file in EXPOSURE_KEYS_FILE",
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
    `listening on "${host}" would let other machines read without a key: name a file in EXPOSURE_KEYS_FILE, or set EXPOSURE_ALLOW_ANONYMOUS=read if everybody may`,
  );
}

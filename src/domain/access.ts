import { ExposureError } from "./errors.js";

/** What a key or token allows. Each may do what those before it may. */
export const ROLES = ["viewer", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who sends a request. */
export interface Caller {
  /** The name of the key, or the subject of the token; "anonymous" without either. It stands in logs. */
  readonly name: string;
  /** Null: nothing is allowed. An anonymous caller may at most view. */
  readonly role: Role | null;
  /** Whether a key or token says so. */
  readonly known: boolean;
  /** The key's own limit; undefined: the limit of all callers. Null: none. */
  readonly requestsPerMinute?: number | null | undefined;
  /** Until when a token holds, in milliseconds since 1970; undefined: it is none. */
  readonly expiresAtMs?: number | undefined;
}

/** A caller without a key, where that suffices for reading. */
export const ANONYMOUS_VIEWER: Caller = { name: "anonymous", role: "viewer", known: false };

/** Whether a role allows what another one does. */
export function mayActAs(role: Role | null, needed: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** @throws FORBIDDEN where a caller's role does not allow what another one does. */
export function requireRole(needed: Role, { role, name }: Caller): void {
  if (mayActAs(role, needed)) return;
  throw new ExposureError(
    "FORBIDDEN",
    `${JSON.stringify(name)} ${role === null ? "has no role" : `is ${aRole(role)}`} and this needs ${aRole(needed)}: ask the server's operator for such a key`,
  );
}

/** "an editor". */
export function aRole(role: Role): string {
  return role === "viewer" ? `a ${role}` : `an ${role}`;
}

/** How a server knows its callers, as its operator sets it. */
export interface AccessSettings {
  /** Whether a caller without a key may read. Null: only where no key is known and no other machine is served. */
  readonly anonymous: "read" | "none" | null;
  /** Path of a file of keys: a line each of name, role, SHA-256 of the key, and maybe requests per minute. */
  readonly keysFile: string | null;
  readonly tokens: TokenSettings | null;
  /** Path of the log of writes. Null: beside a SQLite store, else data/audit.jsonl. */
  readonly auditLog: string | null;
}

/** Whose JSON Web Tokens are believed, and which claim in them holds the role. */
export interface TokenSettings {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
  readonly roleClaim: string;
}

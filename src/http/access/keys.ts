import { createHash, timingSafeEqual } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Caller, ROLES, type Role, type TokenSettings } from "../../domain/access.js";
import { badInput, ExposureError } from "../../domain/errors.js";

/** A key as its file has it: never the key itself. */
export interface Key {
  readonly caller: Caller;
  /** SHA-256 of the key. */
  readonly digest: Buffer;
}

/**
 * Reads a file of keys. A line is a name, a role, the SHA-256 of the key in hexadecimal digits and, if this key has a
 * limit of its own, its requests per minute or `off`; empty lines and lines that begin with # are passed over.
 * @throws BAD_USER_INPUT with the line and the remedy; for a file without any key, unless that may be so.
 */
function readKeys(
  path: string,
  { mayBeEmpty = false }: { readonly mayBeEmpty?: boolean } = {},
): readonly Key[] {
  const keys = linesOf(path).flatMap((line, at) => readLine(line, `${path}:${at + 1}`) ?? []);
  if (keys.length === 0 && !mayBeEmpty)
    throw badInput(`${path} holds no key: write a line with name, role and SHA-256 of a key`);
  const names = keys.map(({ caller }) => caller.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw badInput(`${path}: "${twice}" stands twice: give each key a name of its own`);
  return keys;
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8").split(/\r?\n/);
  } catch (cause) {
    throw badInput(
      `EXPOSURE_KEYS_FILE "${path}" cannot be read (${(cause as NodeJS.ErrnoException).code}): name a file that this account may read`,
    );
  }
}

function readLine(line: string, place: string): Key | null {
  if (/^\s*(#|$)/.test(line)) return null;
  const [name = "", role = "", digest = "", rate, ...more] = line.trim().split(/\s+/);
  const isRole = (ROLES as readonly string[]).includes(role);
  if (!isRole) throw badInput(`${place}: "${role}" is no role: write ${ROLES.join(", ")} after the name`);
  if (!/^[0-9a-f]{64}$/i.test(digest)) {
    throw badInput(`${place}: the third word is not the SHA-256 of a key: write 64 hexadecimal digits`);
  }
  if (more.length > 0 || (rate !== undefined && !/^(off|[1-9]\d{0,8})$/.test(rate))) {
    throw badInput(`${place}: after the SHA-256 stands at most a number of requests per minute, or off`);
  }
  return {
    digest: Buffer.from(digest, "hex"),
    caller: {
      name,
      role: role as Role,
      known: true,
      ...(rate !== undefined && { requestsPerMinute: rate === "off" ? null : Number(rate) }),
    },
  };
}

/** The caller of a key; null: it is not known. Every key is looked at, in a time that tells nothing of them. */
export function callerOfKey(keys: readonly Key[], key: string): Caller | null {
  const digest = createHash("sha256").update(key).digest();
  let found: Caller | null = null;
  for (const each of keys) {
    if (timingSafeEqual(each.digest, digest)) found = each.caller;
  }
  return found;
}

/** How often the file is looked at while requests come. */
const LOOK_EVERY_MS = 1000;

/** Told why a changed file of keys cannot be followed. */
export type OnUnreadable = (fault: unknown) => void;

/**
 * The keys of a file, read again when it changes: within a second a new key is known and one that was taken out is not.
 * What cannot be read, or not be followed to the last line, changes nothing and is told once: half a file would lock
 * people out by mistake. Keys whose line stayed as it was stay the same objects.
 */
export class WatchedKeys {
  private readonly path: string;
  private readonly onUnreadable: OnUnreadable;
  private known: readonly Key[];
  private stamp: string;
  private lookedAt = performance.now();

  /** @throws BAD_USER_INPUT for a file that cannot be read or holds no key. */
  constructor(path: string, onUnreadable: OnUnreadable) {
    this.path = path;
    this.onUnreadable = onUnreadable;
    this.stamp = stampOf(path);
    this.known = readKeys(path);
  }

  get keys(): readonly Key[] {
    if (performance.now() - this.lookedAt >= LOOK_EVERY_MS) this.look();
    return this.known;
  }

  private look(): void {
    this.lookedAt = performance.now();
    const stamp = stampOf(this.path);
    if (stamp === this.stamp) return;
    this.stamp = stamp;
    try {
      const read = readKeys(this.path, { mayBeEmpty: true });
      this.known = read.map((key) => this.known.find((each) => isSame(each, key)) ?? key);
    } catch (fault) {
      this.onUnreadable(fault);
    }
  }
}

/** What tells two states of a file apart; "" where there is none. */
function stampOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? "" : [found.ino, found.size, found.mtimeNs].join(" ");
}

function isSame(one: Key, other: Key): boolean {
  return one.digest.equals(other.digest) && JSON.stringify(one.caller) === JSON.stringify(other.caller);
}

/** Signatures by a key pair only: a shared secret would let every checker of tokens make one. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];
const CLOCKS_DIFFER_BY = "30s";

/** Checks JSON Web Tokens against the keys that their issuer publishes. */
export class Tokens {
  private readonly settings: TokenSettings;
  private readonly keys: JWTVerifyGetKey;
  private readonly onUnreachable: (fault: ExposureError) => void;

  /** `onUnreachable`: told while the issuer's keys cannot be fetched. */
  constructor(settings: TokenSettings, onUnreachable: (fault: ExposureError) => void) {
    this.settings = settings;
    this.onUnreachable = onUnreachable;
    this.keys = createRemoteJWKSet(new URL(settings.jwksUrl), { timeoutDuration: 5000 });
  }

  /**
   * Whose token this is.
   * @throws UNAUTHENTICATED where it is not the issuer's, not for this audience, or has expired; FORBIDDEN where it
   * gives no role.
   */
  async callerOf(token: string): Promise<Caller> {
    const { issuer, audience, roleClaim } = this.settings;
    const { payload } = await jwtVerify(token, this.keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ["exp", "sub"],
      clockTolerance: CLOCKS_DIFFER_BY,
    }).catch((fault: unknown) => {
      if (isUnreachable(fault)) this.tell(fault);
      throw notBelieved(fault);
    });
    const role = roleIn(payload, roleClaim);
    if (role !== null) {
      return { name: `token:${payload.sub}`, role, known: true, expiresAtMs: (payload.exp ?? 0) * 1000 };
    }
    throw new ExposureError(
      "FORBIDDEN",
      `the token holds no role: have its issuer write ${ROLES.join(", ")} into its claim "${roleClaim}"`,
    );
  }

  private tell(fault: unknown): void {
    const { jwksUrl } = this.settings;
    this.onUnreachable(
      badInput(
        `EXPOSURE_JWKS_URL "${jwksUrl}" cannot be fetched (${reasonOf(fault)}), so that no token is believed: look whether the issuer answers there`,
      ),
    );
  }
}

/** The strongest role that a claim names, as a text or a list; null where it names none. */
function roleIn(payload: JWTPayload, claim: string): Role | null {
  const named = [payload[claim]].flat();
  return ROLES.findLast((role) => named.includes(role)) ?? null;
}

function notBelieved(fault: unknown): ExposureError {
  const message =
    fault instanceof errors.JWTExpired
      ? "the token has expired: ask its issuer for a new one"
      : fault instanceof errors.JWTClaimValidationFailed
        ? `the token is not for this server (its claim "${fault.claim}"): ask its issuer for one that is`
        : !isUnreachable(fault)
          ? "the token is not signed by the issuer that this server believes: ask that issuer for one"
          : "the token cannot be checked, because its issuer's keys cannot be fetched: try again later";
  return new ExposureError("UNAUTHENTICATED", message, { cause: fault });
}

function reasonOf(fault: unknown): string {
  const { cause, message } = fault as Error;
  if (!(cause instanceof Error)) return message;
  return "code" in cause ? String(cause.code) : cause.message;
}

/** Whether the issuer's keys could not be fetched: any fault that is not the library's own, and two that are. */
function isUnreachable(fault: unknown): boolean {
  if (!(fault instanceof errors.JOSEError)) return true;
  return fault instanceof errors.JWKSTimeout || fault.message.startsWith("Expected 200 OK");
}

import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Caller, ROLES, type Role, type TokenSettings } from "../../domain/access.js";
import { badInput, ExposureError } from "../../domain/errors.js";

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

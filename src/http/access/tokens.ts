import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Caller, ROLES, type Role, type TokenSettings } from "../../domain/access.js";
import { ExposureError } from "../../domain/errors.js";

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

  constructor(settings: TokenSettings) {
    this.settings = settings;
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
        : fault instanceof errors.JOSEError && !isUnreachable(fault)
          ? "the token is not signed by the issuer that this server believes: ask that issuer for one"
          : "the token cannot be checked, because its issuer's keys cannot be fetched: try again later";
  return new ExposureError("UNAUTHENTICATED", message, { cause: fault });
}

function isUnreachable(fault: Error): boolean {
  return fault instanceof errors.JWKSTimeout || fault.message.startsWith("Expected 200 OK");
}

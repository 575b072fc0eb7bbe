import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccessSettings } from "../../src/domain/access.js";
import { KEYS, keysFile, sha256, threeKeys, withKey } from "./access-settings.js";
import { post, serve } from "./running.js";
import { smallStore } from "./small-store.js";

/* Long because keys, tokens, roles and counting are one question: who may come in. */

const VERSION = "{ graph { version } }";

async function codeOf(url: string, headers: Record<string, string> = {}): Promise<string | null> {
  const { body } = await post(url, VERSION, headers);
  return body.errors?.[0].extensions.code ?? null;
}

describe("reading", () => {
  it("is open on this machine where nothing is set", async () => {
    const { url } = await serve(await smallStore());
    expect(await codeOf(url)).toBeNull();
  });

  it("needs a key as soon as keys are known", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys() });
    expect(await codeOf(url)).toBe("UNAUTHENTICATED");
    for (const key of Object.values(KEYS)) expect(await codeOf(url, withKey(key))).toBeNull();
  });

  it("is open to everybody where the operator says so", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys({ anonymous: "read" }) });
    expect(await codeOf(url)).toBeNull();
  });

  it("says with 401 how to send a key, and never repeats one", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys({ anonymous: "read" }) });
    const { status, body } = await post(url, VERSION, withKey("not-a-key-4711"));
    expect([status, body.errors[0].extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
    expect(JSON.stringify(body)).not.toMatch("4711");
    const bare = await fetch(
      `${(await serve(await smallStore(), { access: threeKeys() })).url}/graphql?query=${VERSION}`,
    );
    expect([bare.status, bare.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(JSON.stringify(await bare.json())).toMatch("Authorization: Bearer KEY");
  });

  it("is not opened by a request that only says it would become a WebSocket", async () => {
    const { url } = await serve(await smallStore(), { access: threeKeys() });
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { upgrade: "websocket", connection: "keep-alive" };
      request(`${url}/graphql?query=${encodeURIComponent(VERSION)}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(401);
  });

  it("takes another scheme for somebody else's", async () => {
    const { url } = await serve(await smallStore());
    expect(await codeOf(url, { authorization: "Basic dXNlcjpwYXNz" })).toBeNull();
    expect(await codeOf(url, withKey("some-key"))).toBe("UNAUTHENTICATED");
  });
});

describe("a server that other machines reach", () => {
  const listening = async (access?: AccessSettings) =>
    serve(await smallStore(), { host: "0.0.0.0", ...(access && { access }) });

  it("refuses to start without anybody having said who may read", async () => {
    await expect(listening()).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringMatching(/"0\.0\.0\.0".*EXPOSURE_KEYS_FILE.*EXPOSURE_ALLOW_ANONYMOUS=read/),
    });
  });

  it("starts with keys, or where everybody may read", async () => {
    await listening(threeKeys());
    await listening({ anonymous: "read", keysFile: null, tokens: null, auditLog: null });
  });
});

describe("a file of keys", () => {
  it.each([
    [[`dashboard reader ${sha256("a")}`], /keys\.txt:3: "reader" is no role: write viewer, editor, admin/],
    [["dashboard viewer secret"], /keys\.txt:3: the third word is not the SHA-256 of a key/],
    [[`dashboard viewer ${sha256("a")} 0`], /keys\.txt:3: after the SHA-256 stands at most a number/],
    [[`a viewer ${sha256("a")}`, `a editor ${sha256("b")}`], /"a" stands twice/],
    [[], /holds no key/],
  ])("names what is wrong in %j", async (lines, message) => {
    const access = threeKeys({ keysFile: keysFile(lines) });
    await expect(serve(await smallStore(), { access })).rejects.toThrow(message);
  });

  it("must be there", async () => {
    const access = threeKeys({ keysFile: "nowhere/keys.txt" });
    await expect(serve(await smallStore(), { access })).rejects.toThrow(
      'EXPOSURE_KEYS_FILE "nowhere/keys.txt" cannot be read (ENOENT)',
    );
  });
});

describe("requests in a minute", () => {
  const many = async (url: string, count: number, headers: Record<string, string> = {}) => {
    const codes: (string | null)[] = [];
    for (let at = 0; at < count; at += 1) codes.push(await codeOf(url, headers));
    return codes;
  };

  it("are counted for each key, one with its own limit, and for the address of those without", async () => {
    const access = threeKeys({
      anonymous: "read",
      keysFile: keysFile([
        `a viewer ${sha256("a")}`,
        `b viewer ${sha256("b")} 3`,
        `c viewer ${sha256("c")} off`,
      ]),
    });
    const { url } = await serve(await smallStore(), { access, limits: { requestsPerMinute: 2 } });
    const limited = "RATE_LIMITED";
    expect(await many(url, 3)).toEqual([null, null, limited]);
    expect(await many(url, 3, withKey("a"))).toEqual([null, null, limited]);
    expect(await many(url, 4, withKey("b"))).toEqual([null, null, null, limited]);
    expect(await many(url, 5, withKey("c"))).toEqual([null, null, null, null, null]);
    const { body } = await post(url, "{ graph { limits { requestsPerMinute } } }", withKey("c"));
    expect(body.data.graph.limits.requestsPerMinute).toBeNull();
  });

  it("are counted for wrong keys too, and refused with the time to wait", async () => {
    const { url } = await serve(await smallStore(), {
      access: threeKeys(),
      limits: { requestsPerMinute: 2 },
    });
    expect(await many(url, 3, withKey("guess"))).toEqual([
      "UNAUTHENTICATED",
      "UNAUTHENTICATED",
      "RATE_LIMITED",
    ]);
    const { status, body } = await post(url, VERSION, withKey("guess"));
    expect([status, body.errors[0]]).toEqual([
      429,
      {
        message: expect.stringMatching(/^requestsPerMinute: 2 requests in a minute .* wait \d+ seconds$/),
        extensions: {
          code: "RATE_LIMITED",
          limit: "requestsPerMinute",
          allowed: 2,
          retryAfterSeconds: expect.any(Number),
        },
      },
    ]);
    const response = await fetch(`${url}/graphql?query=${VERSION}`, { headers: withKey("guess") });
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it("are told apart behind a proxy that is trusted, and only there", async () => {
    const from = (address: string) => ({ "x-forwarded-for": address });
    const limits = { requestsPerMinute: 1 };
    const behind = await serve(await smallStore(), { limits, trustedProxies: ["127.0.0.1"] });
    expect(await codeOf(behind.url, from("192.0.2.1"))).toBeNull();
    expect(await codeOf(behind.url, from("192.0.2.2"))).toBeNull();
    expect(await codeOf(behind.url, from("192.0.2.1"))).toBe("RATE_LIMITED");
    const bare = await serve(await smallStore(), { limits });
    expect(await codeOf(bare.url, from("192.0.2.1"))).toBeNull();
    expect(await codeOf(bare.url, from("192.0.2.2"))).toBe("RATE_LIMITED");
  });
});

describe("a JSON Web Token", () => {
  const issuer = "https://login.example.org/";
  const audience = "exposure";
  let jwksUrl = "";
  let close = () => {};
  let sign: (
    claims: Record<string, unknown>,
    options?: { readonly issuer?: string; readonly audience?: string; readonly expires?: string },
  ) => Promise<string>;
  let strangersToken = "";

  beforeAll(async () => {
    const [ours, strangers] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256")]);
    const jwks = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: "one", alg: "ES256" }] };
    const server = createServer((_, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(jwks));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    close = () => server.close();
    jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
    const token = (claims: Record<string, unknown>, given: Parameters<typeof sign>[1] = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "ES256", kid: "one" })
        .setSubject("ada")
        .setIssuer(given.issuer ?? issuer)
        .setAudience(given.audience ?? audience)
        .setExpirationTime(given.expires ?? "5m");
    sign = (claims, given) => token(claims, given).sign(ours.privateKey);
    strangersToken = await token({ role: "admin" }).sign(strangers.privateKey);
  });
  afterAll(() => close());

  const served = async (roleClaim = "role", url = jwksUrl) =>
    (
      await serve(await smallStore(), {
        access: threeKeys({ tokens: { jwksUrl: url, issuer, audience, roleClaim } }),
      })
    ).url;

  it("of the issuer lets its bearer in, beside keys", async () => {
    const url = await served();
    expect(await codeOf(url, withKey(await sign({ role: "viewer" })))).toBeNull();
    expect(await codeOf(url, withKey(KEYS.viewer))).toBeNull();
  });

  it("may name several roles in a claim of its own", async () => {
    const url = await served("roles");
    expect(await codeOf(url, withKey(await sign({ roles: ["staff", "viewer"] })))).toBeNull();
  });

  it("is refused with the reason", async () => {
    const url = await served();
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${(await sign({})).split(".")[1]}.`;
    const reason = async (token: string) => {
      const { status, body } = await post(url, VERSION, withKey(token));
      return [status, body.errors[0].message];
    };
    expect(await reason(await sign({ role: "viewer" }, { expires: "1m ago" }))).toEqual([
      401,
      expect.stringMatching("has expired"),
    ]);
    expect(await reason(await sign({ role: "viewer" }, { audience: "another" }))).toEqual([
      401,
      expect.stringMatching('not for this server \\(its claim "aud"\\)'),
    ]);
    expect(await reason(await sign({ role: "viewer" }, { issuer: "https://elsewhere.org/" }))).toEqual([
      401,
      expect.stringMatching('its claim "iss"'),
    ]);
    for (const token of [strangersToken, unsigned, "a.b.c"]) {
      expect(await reason(token)).toEqual([401, expect.stringMatching("not signed by the issuer")]);
    }
    expect(await reason(await sign({ role: "owner" }))).toEqual([
      403,
      expect.stringMatching('holds no role: .* claim "role"'),
    ]);
  });

  it("is refused while the issuer's keys cannot be fetched; the operator is told once in a minute, the callers no address", async () => {
    const faults: unknown[] = [];
    const { url } = await serve(await smallStore(), {
      access: threeKeys({
        tokens: { jwksUrl: "http://127.0.0.1:9/jwks.json", issuer, audience, roleClaim: "role" },
      }),
      onFault: (_, fault) => faults.push(fault),
    });
    for (let asked = 0; asked < 3; asked += 1) {
      const { status, body } = await post(url, VERSION, withKey(await sign({ role: "viewer" })));
      expect([status, body.errors[0].message]).toEqual([
        401,
        "the token cannot be checked, because its issuer's keys cannot be fetched: try again later",
      ]);
    }
    expect(faults.map((fault) => (fault as Error).message)).toEqual([
      'EXPOSURE_JWKS_URL "http://127.0.0.1:9/jwks.json" cannot be fetched (bad port), so that no token is believed: look whether the issuer answers there',
    ]);
  });
});

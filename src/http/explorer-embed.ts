import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { printDay, today } from "../domain/day.js";
import { askerBy, embedPage, FROZEN_PAGES, frozenStyles, type Sent } from "../explorer/embed/embed-page.js";
import { isOwnName } from "./access/access-hooks.js";

/**
 * `/embed/finding`, `/embed/explore`, `/embed/dashboard`: a finding or a picture as a page that needs nothing beside it and
 * may stand in other pages.
 */
export function addEmbeds(app: FastifyInstance, assets: string, publicOrigins: readonly string[]): void {
  const styles = frozenStyles(stylesIn(assets));
  const hash = createHash("sha256").update(styles).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  for (const [name, kind] of Object.entries(FROZEN_PAGES)) {
    add(app, `/embed/${name}`, policy, (request) =>
      embedPage(kind, {
        ask: askerBy((question) => answerTo(app, request, question)),
        address: new URL(request.url, "http://localhost"),
        origin: originOf(request, publicOrigins),
        styles,
        policy,
        today: printDay(today()),
      }),
    );
  }
}

function add(
  app: FastifyInstance,
  path: string,
  policy: string,
  make: (request: FastifyRequest) => Promise<{ readonly status: number; readonly html: string }>,
): void {
  // Other pages may frame it: there is nothing on it to be clicked by mistake.
  app.get(path, { config: { framedElsewhere: true } }, async (request, reply) => {
    const { status, html } = await make(request);
    return reply
      .code(status)
      .header("content-security-policy", `${policy}; frame-ancestors *`)
      .header("cross-origin-resource-policy", "cross-origin")
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(html);
  });
}

/**
 * Where a snapshot says that it is from: an origin that the operator named, or a name of this machine's own. Any other
 * name in a request may be made up, and would stand in a page that is passed on: without a known one, "".
 */
export function originOf(
  { protocol, host }: Pick<FastifyRequest, "protocol" | "host">,
  named: readonly string[],
): string {
  const asked = named.find((origin) => new URL(origin).host === host.toLowerCase());
  return asked ?? named[0] ?? (isOwnName(host) ? `${protocol}://${host}` : "");
}

/** Asks the server's own API as the caller would, so that the same access and limits hold. */
async function answerTo(
  app: FastifyInstance,
  { ip, headers: { authorization } }: FastifyRequest,
  question: object,
): Promise<Sent> {
  const response = await app.inject({
    method: "POST",
    url: "/graphql",
    remoteAddress: ip,
    headers: {
      "content-type": "application/json",
      ...(authorization === undefined ? {} : { authorization }),
    },
    payload: question,
  });
  return { status: response.statusCode, body: response.json() };
}

/** The styles that every view shares, as the build wrote them. */
function stylesIn(assets: string): string {
  const name = readdirSync(assets).find((file) => /^index-.*\.css$/.test(file));
  return name === undefined ? "" : readFileSync(join(assets, name), "utf8").trim();
}

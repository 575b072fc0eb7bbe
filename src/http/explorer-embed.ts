import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import "@fastify/helmet";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { printDay, today } from "../domain/day.js";
import { embedFinding, type FindingAddress, findingQuestion } from "../explorer/embed/embed-finding.js";
import {
  askerBy,
  embedPicture,
  FROZEN_PICTURES,
  frozenStyles,
  type Sent,
} from "../explorer/embed/embed-picture.js";

/**
 * `/embed/finding`, `/embed/explore`, `/embed/dashboard`: a finding or a picture as a page that needs nothing beside it and
 * may stand in other pages.
 */
export function addEmbeds(app: FastifyInstance, assets: string): void {
  const styles = frozenStyles(stylesIn(assets));
  const hash = createHash("sha256").update(styles).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = () => ({ styles, policy, today: printDay(today()) });
  add(app, "/embed/finding", policy, async (request) => {
    const asked = request.query as FindingAddress;
    const { status, body } = await answerTo(app, request, findingQuestion(asked));
    return embedFinding({ status, ...body }, { asked, origin: originOf(request), ...page() });
  });
  for (const [name, make] of Object.entries(FROZEN_PICTURES)) {
    add(app, `/embed/${name}`, policy, (request) =>
      embedPicture(make, {
        ask: askerBy((question) => answerTo(app, request, question)),
        address: new URL(request.url, "http://localhost"),
        origin: originOf(request),
        ...page(),
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
  app.get(path, { helmet: { frameguard: false } }, async (request, reply) => {
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

function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
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

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import "@fastify/helmet";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { printDay, today } from "../domain/day.js";
import {
  embedFinding,
  type FindingAddress,
  type FindingAnswer,
  findingQuestion,
} from "../explorer/embed/embed-finding.js";

/** `/embed/finding`: one finding as a page that needs nothing beside it and may stand in other pages. */
export function addEmbeds(app: FastifyInstance, assets: string): void {
  const styles = stylesIn(assets);
  const hash = createHash("sha256").update(styles).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  // Other pages may frame it: there is nothing on it to be clicked by mistake.
  const options = { helmet: { frameguard: false } };
  app.get<{ Querystring: FindingAddress }>("/embed/finding", options, async (request, reply) => {
    const { status, html } = embedFinding(await answerTo(app, request), {
      asked: request.query,
      origin: `${request.protocol}://${request.host}`,
      today: printDay(today()),
      styles,
      policy,
    });
    return reply
      .code(status)
      .header("content-security-policy", `${policy}; frame-ancestors *`)
      .header("cross-origin-resource-policy", "cross-origin")
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(html);
  });
}

/** Asks the server's own API as the caller would, so that the same access and limits hold. */
async function answerTo(
  app: FastifyInstance,
  { ip, query, headers: { authorization } }: FastifyRequest<{ Querystring: FindingAddress }>,
): Promise<FindingAnswer> {
  const response = await app.inject({
    method: "POST",
    url: "/graphql",
    remoteAddress: ip,
    headers: {
      "content-type": "application/json",
      ...(authorization === undefined ? {} : { authorization }),
    },
    payload: findingQuestion(query),
  });
  return { ...response.json<Omit<FindingAnswer, "status">>(), status: response.statusCode };
}

/** The styles that every view shares, as the build wrote them. */
function stylesIn(assets: string): string {
  const name = readdirSync(assets).find((file) => /^index-.*\.css$/.test(file));
  return name === undefined ? "" : readFileSync(join(assets, name), "utf8").trim();
}

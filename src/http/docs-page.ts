import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { openToAll } from "./access/open-to-all.js";

/** Where the build puts the page of the schema. */
export const DOCS_FOLDER = join(import.meta.dirname, "docs-page");

/** A page without a script, from this server only. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * `/docs`: the schema, readable, with the error codes and the changelog. Not there without a build, and not where the
 * schema may not be asked for either.
 */
export async function addDocsPage(app: FastifyInstance, introspection: boolean): Promise<void> {
  if (!introspection || !existsSync(join(DOCS_FOLDER, "index.html"))) return;
  const [page, style] = ["index.html", "docs.css"].map((name) =>
    readFileSync(join(DOCS_FOLDER, name), "utf8"),
  );
  const send = (reply: FastifyReply, type: string, text: string | undefined) =>
    reply
      .headers({ "content-security-policy": POLICY, "cache-control": "no-cache" })
      .type(`${type}; charset=utf-8`)
      .send(text);
  await app.register(async (docs) => {
    openToAll(docs);
    docs.get("/docs", (_, reply) => send(reply, "text/html", page));
    docs.get("/docs/docs.css", (_, reply) => send(reply, "text/css", style));
  });
}

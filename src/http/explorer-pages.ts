import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { openToAll } from "./access/open-to-all.js";
import { addEmbeds } from "./explorer-embed.js";

/** Where the build puts the explorer. */
const PAGES_FOLDER = join(import.meta.dirname, "..", "pages");

/** The paths of the explorer's views: the same page, which reads its address itself. */
const VIEW_PATHS = ["/", "/explore", "/dashboard", "/company", "/review", "/what-if", "/screen"];

/** Nothing inline, nothing from elsewhere, no markup made from text. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

/**
 * Serves the explorer: its page at each view's path, its built files under /assets/, and the same page with 404 for a
 * browser that opens an address of nothing, so that it can say so. Without a build (in tests of the sources) `/` leads to
 * the query page.
 */
export async function addExplorerPages(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(PAGES_FOLDER, "index.html"))) {
    app.get("/", { config: { needs: "nothing" } }, (_, reply) => reply.redirect("/graphql"));
    return;
  }
  await app.register(async (pages) => {
    openToAll(pages);
    // On every file: a worker obeys the policy of its own script. A reply's header wins over the server's own.
    pages.addHook("onRequest", async (_, reply) => {
      reply.header("content-security-policy", POLICY);
    });
    await pages.register(fastifyStatic, {
      root: join(PAGES_FOLDER, "assets"),
      prefix: "/assets/",
      index: false,
      immutable: true,
      maxAge: "1y",
    });
    addEmbeds(pages, join(PAGES_FOLDER, "assets"));
    const page = readFileSync(join(PAGES_FOLDER, "index.html"), "utf8");
    const send = (reply: FastifyReply) =>
      reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(page);
    for (const path of VIEW_PATHS) pages.get(path, (_, reply) => send(reply));
    pages.get("/*", (request, reply) => (wantsPage(request) ? send(reply.code(404)) : reply.callNotFound()));
  });
}

function wantsPage(request: FastifyRequest): boolean {
  return request.headers.accept?.includes("text/html") ?? false;
}

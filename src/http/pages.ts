import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { printDay, today } from "../domain/day.js";
import {
  askerBy,
  embedPage,
  type Sent,
  SNAPSHOT_PAGES,
  snapshotStyles,
} from "../explorer/embed/embed-page.js";
import { isOwnName, openToAll } from "./access/access.js";

/** Where the build puts the explorer. */
const PAGES_FOLDER = join(import.meta.dirname, "..", "pages");

/** The paths of the explorer's views: the same page, which reads its address itself. */
const VIEW_PATHS = ["/", "/explore", "/dashboard", "/company", "/review", "/what-if", "/screen", "/about"];

/** Nothing inline, nothing from elsewhere, no markup made from text. */
const EXPLORER_POLICY = [
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
export async function addExplorerPages(
  app: FastifyInstance,
  publicOrigins: readonly string[],
): Promise<void> {
  if (!existsSync(join(PAGES_FOLDER, "index.html"))) {
    app.get("/", { config: { needs: "nothing" } }, (_, reply) => reply.redirect("/graphql"));
    return;
  }
  await app.register(async (pages) => {
    openToAll(pages);
    // On every file: a worker obeys the policy of its own script. A reply's header wins over the server's own.
    pages.addHook("onRequest", async (_, reply) => {
      reply.header("content-security-policy", EXPLORER_POLICY);
    });
    await pages.register(fastifyStatic, {
      root: join(PAGES_FOLDER, "assets"),
      prefix: "/assets/",
      index: false,
      immutable: true,
      maxAge: "1y",
    });
    addEmbeds(pages, join(PAGES_FOLDER, "assets"), publicOrigins);
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

/** Where the build puts the page and the files of GraphiQL. */
export const QUERY_PAGE_FOLDER = join(import.meta.dirname, "query-page");

const ASSETS = "/graphql/page/";

/** GraphiQL draws icons as data addresses; nothing inline, nothing from elsewhere. */
const QUERY_PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Serves the files of the query page. Without a build (in tests of the sources) there are none. */
export async function addQueryPage(app: FastifyInstance): Promise<void> {
  if (!existsSync(QUERY_PAGE_FOLDER)) return;
  await app.register(async (page) => {
    openToAll(page);
    await page.register(fastifyStatic, { root: QUERY_PAGE_FOLDER, prefix: ASSETS, index: false });
  });
}

/** The page itself. */
export function sendQueryPage(reply: FastifyReply): FastifyReply {
  page ??= readFileSync(join(QUERY_PAGE_FOLDER, "page.html"), "utf8");
  return reply
    .header("content-security-policy", QUERY_PAGE_POLICY)
    .type("text/html; charset=utf-8")
    .send(page);
}

let page: string | null = null;

/** Where the build puts the page of the schema. */
export const DOCS_FOLDER = join(import.meta.dirname, "docs-page");

/** A page without a script, from this server only. */
const DOCS_POLICY = [
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
      .headers({ "content-security-policy": DOCS_POLICY, "cache-control": "no-cache" })
      .type(`${type}; charset=utf-8`)
      .send(text);
  await app.register(async (docs) => {
    openToAll(docs);
    docs.get("/docs", (_, reply) => send(reply, "text/html", page));
    docs.get("/docs/docs.css", (_, reply) => send(reply, "text/css", style));
  });
}

/**
 * `/embed/finding`, `/embed/explore`, `/embed/dashboard`: a finding or a picture as a page that needs nothing beside it and
 * may stand in other pages.
 */
export function addEmbeds(app: FastifyInstance, assets: string, publicOrigins: readonly string[]): void {
  const styles = snapshotStyles(stylesIn(assets));
  const hash = createHash("sha256").update(styles).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  for (const [name, kind] of Object.entries(SNAPSHOT_PAGES)) {
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

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { openToAll } from "./access/open-to-all.js";

/** Where the build puts the page and the files of GraphiQL. */
export const QUERY_PAGE_FOLDER = join(import.meta.dirname, "query-page");

const ASSETS = "/graphql/page/";

/** GraphiQL draws icons as data addresses; nothing inline, nothing from elsewhere. */
const POLICY = [
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
  return reply.header("content-security-policy", POLICY).type("text/html; charset=utf-8").send(page);
}

let page: string | null = null;

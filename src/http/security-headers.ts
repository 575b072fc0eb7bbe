import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/**
 * The headers of every answer: nothing may be loaded, framed or guessed. A page of this server says for itself what it
 * needs beside (see query-page.ts). Each answer also names its request, for whoever reads the log.
 */
export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    // Only a proxy knows whether the world sees HTTPS here.
    strictTransportSecurity: false,
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
}

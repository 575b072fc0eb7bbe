import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether pages of other sites may show the route in a frame; default: none may. */
    framedElsewhere?: boolean;
  }
}

/**
 * The headers of every answer: nothing may be loaded, framed or guessed. A page of this server says for itself what it
 * needs beside (see query-page.ts). Each answer also names its request, for whoever reads the log.
 */
export function addSecurityHeaders(app: FastifyInstance): void {
  const usual = headersBy(helmet(STRICT));
  const framed = headersBy(helmet({ ...STRICT, frameguard: false }));
  app.addHook("onRequest", (request, reply, done) => {
    const headers = request.routeOptions.config.framedElsewhere ? framed : usual;
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    reply.header("x-request-id", request.id);
    done();
  });
}

const STRICT = {
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
} as const;

/** What Helmet says, once for all answers: it would put the same together for each. */
function headersBy(say: ReturnType<typeof helmet>): readonly (readonly [name: string, value: string])[] {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  say(answer.req, answer, () => {});
  return Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)] as const);
}

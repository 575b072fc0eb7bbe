import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
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
 * needs beside (see pages.ts). Each answer also names its request, for readers of the log.
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

/** Lets pages of these origins ask; without any, no page of another site may. Cookies are never sent: there are none. */
export async function addCors(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins.includes("*") ? "*" : [...origins],
    methods: ["GET", "POST", "OPTIONS"],
    exposedHeaders: ["etag", "x-request-id", "retry-after", "content-disposition"],
    maxAge: 86_400,
    strictPreflight: false,
  });
}

/** Smaller answers fit into one packet anyway. */
const SMALLEST_BYTES = 1400;
/** The highest quality takes a hundred times as long for a tenth less. */
const BROTLI_QUALITY = 4;

/** Compresses answers for those who accept it. Bodies that come in are never unpacked: a small one may hold gigabytes. */
export async function addCompression(app: FastifyInstance): Promise<void> {
  // The plugin looks whether an answer is one of these, which Node loads when first asked for: for the first client's answer.
  void globalThis.Response;
  await app.register(compress, {
    threshold: SMALLEST_BYTES,
    encodings: ["br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    // An event is sent when it happens, not when enough have come together to be packed.
    customTypes: /^(text\/(?!event-stream)|application\/(?!octet-stream|zip|gzip)|image\/svg)/,
    globalDecompression: false,
  });
}

import { constants } from "node:zlib";
import compress from "@fastify/compress";
import type { FastifyInstance } from "fastify";

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

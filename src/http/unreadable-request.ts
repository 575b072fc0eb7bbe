import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";

const HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};

/** Answers an address that leads nowhere because it cannot be read: no route and none of their hooks has seen it. */
export function answerUnreadableAddress(
  { statusCode = 400 }: FastifyError,
  _: FastifyRequest,
  reply: FastifyReply,
): void {
  const message =
    statusCode === 414
      ? "A part of the address is longer than anything that is here: shorten it"
      : "The address cannot be read: write % and what else has a meaning in addresses as %25 and so on";
  reply.code(statusCode).headers(HEADERS).serializer(String).send(bodyOf(message));
}

/** What is wrong with bytes that are no HTTP request, by the code of Node's parser. */
const FAULTS: Readonly<Record<string, { readonly status: number; readonly message: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    message: "The request came too slowly: send all of it within 15 seconds",
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    message: "Address and headers are too long together: send long documents and variables by POST",
  },
};
const NO_HTTP = { status: 400, message: "The request is no HTTP: send one that is" };

/** Answers bytes that are no HTTP request, or one that does not end, and closes the connection. */
export function answerUnreadableBytes(fault: Error & { readonly code?: string }, socket: Socket): void {
  if (fault.code === "ECONNRESET" || socket.destroyed) return;
  const { status, message } = FAULTS[fault.code ?? ""] ?? NO_HTTP;
  const body = bodyOf(message);
  const headers = { ...HEADERS, "content-length": Buffer.byteLength(body), connection: "close" };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (socket.writable) {
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join("\r\n")}\r\n\r\n${body}`);
  }
  socket.destroy(fault);
}

function bodyOf(message: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code: "BAD_USER_INPUT" } }] });
}

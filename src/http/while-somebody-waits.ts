import type { EventEmitter } from "node:events";
import type { FastifyReply } from "fastify";

/** A signal that is aborted when the connection closes before the answer is written. */
export function whileSomebodyWaits(reply: FastifyReply): AbortSignal {
  const ending = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) ending.abort();
  });
  return ending.signal;
}

/** A signal that is aborted when a connection closes that several operations share. */
export function whileOpen(connection: EventEmitter): AbortSignal {
  const known = SIGNALS.get(connection);
  if (known) return known;
  const ending = new AbortController();
  connection.once("close", () => ending.abort());
  SIGNALS.set(connection, ending.signal);
  return ending.signal;
}

const SIGNALS = new WeakMap<EventEmitter, AbortSignal>();

import type { FastifyInstance } from "fastify";
import { ExposureError } from "../../domain/errors.js";
import { isLoopback } from "./access.js";

/**
 * Refuses requests that came by another name than this machine's own, where everybody on this machine may read and nobody
 * else. A page of another site can have its name point at this machine and would then read as its own what is open here
 * (DNS rebinding); the browser still sends that name.
 */
export function onlyByOwnNames(app: FastifyInstance): void {
  // Nearly all requests come by the same one.
  let lastOwn: string | undefined;
  app.addHook("onRequest", ({ headers: { host } }, _, done) => {
    if (host === lastOwn || host === undefined || isOwnName(host)) {
      lastOwn = host;
      done();
    } else done(foreign(host));
  });
}

function foreign(host: string): ExposureError {
  return new ExposureError(
    "FORBIDDEN",
    `${JSON.stringify(host.slice(0, 200))} is no name of this machine's own, and reading is open on this machine only: ask http://127.0.0.1 instead, or set EXPOSURE_ALLOW_ANONYMOUS=read if everybody may read`,
  );
}

/** Whether a Host header names this machine to itself; the port does not matter. */
function isOwnName(host: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  const name = hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  return isLoopback(name) || name.endsWith(".localhost");
}

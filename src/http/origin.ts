import type { FastifyRequest } from "fastify";
import { ExposureError } from "../domain/errors.js";

/**
 * Refuses a WebSocket that a page of another site opens: browsers let any page do so, whatever CORS says, and would thus
 * show it what only this machine may read. Programs send no Origin and may pass.
 * @throws FORBIDDEN.
 */
export function refuseForeignPages(request: FastifyRequest, allowed: readonly string[]): void {
  const { origin, host } = request.headers;
  if (origin === undefined || allowed.includes(origin) || allowed.includes("*")) return;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw new ExposureError(
    "FORBIDDEN",
    `Pages of ${JSON.stringify(origin).slice(0, 200)} may not connect here: the operator names those that may in EXPOSURE_CORS_ORIGINS`,
  );
}

import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

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

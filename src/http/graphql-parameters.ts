import type { FastifyReply, FastifyRequest } from "fastify";
import type { Admitted } from "../graphql/admission/admission.js";
import type { GraphqlRequest } from "../graphql/admission/documents.js";
import { checkJson } from "./bodies.js";

/**
 * What a request to /graphql asks, unchecked: by GET in its address, by POST in its body.
 * @throws DEPTH_LIMIT_EXCEEDED, COST_LIMIT_EXCEEDED where the JSON in an address holds too much.
 */
export function graphqlParameters(request: FastifyRequest): GraphqlRequest {
  if (request.method === "POST") return isRecord(request.body) ? request.body : {};
  const search = new URLSearchParams(searchOf(request));
  const text = (name: string) => search.get(name) ?? undefined;
  return {
    query: text("query"),
    operationName: text("operationName"),
    variables: parsed(text("variables")),
    extensions: parsed(text("extensions")),
    documentId: text("documentId"),
  };
}

/** Whether every part of a request that is there has the form that it must have: what has another is the engine's to refuse. */
export function isWellFormed(request: FastifyRequest, asked: GraphqlRequest): boolean {
  const { operationName = null, variables = null, extensions = null } = asked;
  const search = request.method === "POST" ? null : new URLSearchParams(searchOf(request));
  const isUnread = (name: "variables" | "extensions") =>
    search?.has(name) === true && asked[name] === undefined;
  return (
    (operationName === null || typeof operationName === "string") &&
    (variables === null || isRecord(variables)) &&
    (extensions === null || isRecord(extensions)) &&
    !isUnread("variables") &&
    !isUnread("extensions")
  );
}

/** The part of an address from the question mark on. */
export function searchOf(request: FastifyRequest): string {
  const question = request.url.indexOf("?");
  return question < 0 ? "" : request.url.slice(question);
}

/** A GET changes nothing, whichever page makes a browser open its address. @throws an error with the status 405. */
export function refuseChange(
  { method }: FastifyRequest,
  reply: FastifyReply,
  admitted: Admitted | null,
): void {
  if (method === "POST" || admitted?.operation.operation !== "mutation") return;
  reply.header("allow", "POST");
  throw Object.assign(new Error("A GET changes nothing: send a mutation by POST"), { statusCode: 405 });
}

/**
 * Body and address of a request for an engine that knows no hashes and takes an empty name for a name: the document is
 * written out where a hash stood in its place, and an empty name of an operation is left out.
 */
export function asEngineReads(
  request: FastifyRequest,
  { documentId, extensions, operationName }: GraphqlRequest,
  text: string | null,
): { readonly body: unknown; readonly search: string } {
  const search = searchOf(request);
  const isHashed =
    text !== null && (documentId !== undefined || (isRecord(extensions) && "persistedQuery" in extensions));
  const leftOut = [
    ...(isHashed ? ["documentId", "extensions"] : []),
    ...(operationName === "" ? ["operationName"] : []),
  ];
  if (leftOut.length === 0) return { body: request.body, search };
  if (request.method === "POST" && isRecord(request.body)) {
    const kept = Object.entries(request.body).filter(([name]) => !leftOut.includes(name));
    return { body: { ...Object.fromEntries(kept), ...(isHashed && { query: text }) }, search };
  }
  const written = new URLSearchParams(search);
  for (const name of leftOut) written.delete(name);
  if (isHashed) written.set("query", text);
  return { body: request.body, search: `?${written}` };
}

/** What cannot be read is left out here; the engine, which reads it again, says so. */
function parsed(text: string | undefined): unknown {
  if (text !== undefined) checkJson(text);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { setTimeout } from "node:timers/promises";
import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { mayActAs } from "../domain/access.js";
import { type ErrorCode, ExposureError } from "../domain/errors.js";
import type { Admitted } from "../graphql/admission/admission.js";
import type { GraphqlRequest } from "../graphql/admission/documents.js";
import { partyOf } from "./access/access.js";

/*
 * What bodies may hold, and how many bytes of them may be in progress at once. A body is looked at before it is parsed:
 * later steps go into nested values by recursion and copy them, so a few kilobytes of brackets would cost far more than
 * they weigh.
 */

/** Arrays and objects in one another. A question needs about six. */
const MOST_NESTED = 32;
/** Items of an array or an object. The longest list that a question takes has 500. */
const MOST_ITEMS = 5_000;
const MOST_VALUES = 20_000;

/** An editor's body holds the files of a dossier: so many times what others may send. */
const OF_EDITORS = 4;

/** Bytes in progress for one key, or for one address without a key. */
const BYTES_OF_PARTY = 8_000_000;
/** Bytes in progress for all keys together, and again for all who have none: the ones cannot shut out the others. */
const BYTES_OF_ALL = 32_000_000;

/** How long a body that is too large waits for its refusal: the next one of the same sender is read no sooner. */
const REFUSAL_MS = 200;

/** The most that any body may have. */
export function largestBody(maxBodyBytes: number): number {
  return OF_EDITORS * maxBodyBytes;
}

/**
 * Refuses bodies that are too large or of which too many are in progress, before they are read, and those that hold too
 * much, before they are parsed. After access: what is allowed depends on who asks.
 */
export function addBodyLimits(app: FastifyInstance, maxBodyBytes: number): void {
  const inProgress = new Map<string, number>();
  const add = (key: string, bytes: number) => {
    const sum = (inProgress.get(key) ?? 0) + bytes;
    if (sum > 0) inProgress.set(key, sum);
    else inProgress.delete(key);
  };
  app.addHook("onRequest", async (request, reply) => {
    const allowed = bytesAllowed(request, maxBodyBytes);
    const bytes = announcedBytes(request, largestBody(maxBodyBytes));
    if (bytes === 0) return;
    if (bytes > allowed && request.headers["content-length"] !== undefined) {
      // What a client still sends is read and dropped, so that it gets to read why; not without end, and not at any rate.
      if (bytes > BYTES_OF_PARTY) reply.header("connection", "close");
      await setTimeout(REFUSAL_MS);
      throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    }
    const sums = [
      [`party ${partyOf(request, request.caller)}`, BYTES_OF_PARTY],
      [request.caller.known ? "all with a key" : "all without a key", BYTES_OF_ALL],
    ] as const;
    for (const [key, most] of sums) {
      if ((inProgress.get(key) ?? 0) + bytes <= most) continue;
      throw new ExposureError(
        "RATE_LIMITED",
        "Too many bytes of requests are in progress: wait until some of them are answered",
        { details: { retryAfterSeconds: 1 } },
      );
    }
    for (const [key] of sums) add(key, bytes);
    reply.raw.once("close", () => {
      for (const [key] of sums) add(key, -bytes);
    });
  });
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, body, done) => {
    try {
      if (Buffer.byteLength(body) > bytesAllowed(request, maxBodyBytes)) {
        throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
      }
      checkJson(body);
    } catch (fault) {
      done(fault as Error);
      return;
    }
    parse(request, body, done);
  });
}

function bytesAllowed({ caller }: FastifyRequest, maxBodyBytes: number): number {
  return mayActAs(caller.role, "editor") ? largestBody(maxBodyBytes) : maxBodyBytes;
}

/** How long the body will be; the most that is possible where it comes in chunks. */
function announcedBytes({ headers }: FastifyRequest, most: number): number {
  if (headers["transfer-encoding"] !== undefined) return most;
  return Number(headers["content-length"] ?? 0);
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [BRACKET, BRACKET_END, BRACE, BRACE_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Looks in one pass at how deep and how much a JSON text holds, before it is parsed. A text that is no JSON is left to
 * the parser.
 * @throws DEPTH_LIMIT_EXCEEDED, COST_LIMIT_EXCEEDED.
 */
export function checkJson(text: string): void {
  /** Of each array and object that is open, how many items it holds so far. */
  const open: number[] = [];
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(text, at);
    else if (sign === BRACKET || sign === BRACE) {
      values += 1;
      if (open.push(1) > MOST_NESTED) throw tooDeep();
    } else if (sign === BRACKET_END || sign === BRACE_END) open.pop();
    else if (sign === COMMA) {
      values += 1;
      const items = (open.pop() ?? 0) + 1;
      if (items > MOST_ITEMS) throw tooMany("maxItems", "items of one list", MOST_ITEMS);
      open.push(items);
    }
    if (values > MOST_VALUES) throw tooMany("maxValues", "values", MOST_VALUES);
  }
}

/** Where the string that begins at a quote ends; the text's length where it does not end. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

function tooDeep(): ExposureError {
  return tooLarge("DEPTH_LIMIT_EXCEEDED", "maxNested", {
    allowed: MOST_NESTED,
    message: `the request's JSON has more than ${MOST_NESTED} arrays and objects in one another: nest less deeply`,
  });
}

function tooMany(limit: string, unit: string, allowed: number): ExposureError {
  return tooLarge("COST_LIMIT_EXCEEDED", limit, {
    allowed,
    message: `the request's JSON has more than ${allowed} ${unit}: ask in several requests`,
  });
}

function tooLarge(
  code: ErrorCode,
  limit: string,
  { allowed, message }: { readonly allowed: number; readonly message: string },
): ExposureError {
  return new ExposureError(code, `${limit}: ${message}`, { details: { limit, allowed } });
}

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

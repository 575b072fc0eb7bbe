import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { Day } from "../domain/day.js";
import type { Limits } from "../domain/limits.js";
import type { Projection } from "../graph/projection.js";
import type { Admitted } from "../graphql/admission/admission.js";
import { canonicalOperation } from "../graphql/admission/canonical-operation.js";
import { graphSchema } from "../graphql/schema.js";

/** An answer as it was sent, and what those who watch are told of it. */
export interface CachedAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The root field that was asked for. */
  readonly field: string;
}

/** So many characters of answers are kept at most, and of one answer. */
const ROOM = 32_000_000;
const LONGEST = ROOM / 16;

/**
 * Answers to questions of the version that is resident, so that a dashboard that asks the same again, from however many
 * screens, costs no work. They are kept by all that an answer depends on (`keyOf`) and let go with their version; those
 * that were asked for longest ago make room. Every reader sees the same graph, so an answer to one is an answer to all.
 */
export class ResponseCache {
  /** A weak reference: an older version may be freed. */
  private projection: WeakRef<Projection> | null = null;
  private readonly answers = new LRUCache<string, CachedAnswer>({
    maxSize: ROOM,
    maxEntrySize: LONGEST,
    sizeCalculation: ({ body }, key) => body.length + key.length,
  });

  /** The answer to this question; null where it is not kept. Answers of any other version are let go. */
  find(projection: Projection, key: string): CachedAnswer | null {
    if (!this.isOf(projection)) {
      this.answers.clear();
      this.projection = new WeakRef(projection);
    }
    return this.answers.get(key) ?? null;
  }

  /** Keeps an answer, unless another version was asked for meanwhile. */
  keep(projection: Projection, key: string, answer: CachedAnswer): void {
    if (this.isOf(projection)) this.answers.set(key, answer);
  }

  private isOf(projection: Projection): boolean {
    return this.projection?.deref() === projection;
  }
}

/** What an answer over one version depends on beside the operation that was let in. */
export interface AskedHow {
  readonly today: Day;
  /** The form that is wanted. */
  readonly accept: string;
  /** The caller's own limit, which `graph { limits }` tells. */
  readonly requestsPerMinute: number | null;
}

/** What an answer over one version depends on; null for what is no question. */
export function keyOf(
  admitted: Admitted | null,
  { today, accept, requestsPerMinute }: AskedHow,
): string | null {
  if (admitted?.operation.operation !== "query") return null;
  return JSON.stringify([admitted.text, admitted.name, admitted.variables, today, accept, requestsPerMinute]);
}

const PROGRAM = join(import.meta.dirname, "..", "..", "package.json");

export interface TagOptions {
  /** Whether two readings of one version may differ, because other tools edit the graph. */
  readonly versionsMayDiffer: boolean;
  readonly limits: Limits;
}

/** Names answers without working them out. */
export class EntityTags {
  private readonly options: TagOptions;
  private readonly readings = new WeakMap<Projection, string>();

  constructor(options: TagOptions) {
    this.options = options;
  }

  /**
   * The tag of an answer: of the version of program and graph, the day of asking (a text may say what is so today), the
   * operation with its variables and clocks resolved, and the kind of answer that is wanted. Servers over one store give
   * the same. Weak, because the same answer may be compressed in several ways.
   */
  of(
    projection: Projection,
    admitted: Admitted,
    { today, accept }: { readonly today: Day; readonly accept: string },
  ): string {
    const parts = [
      [programVersion(), projection.version, projection.changedAt, this.readingOf(projection)],
      [this.options.limits, today, accept],
      canonicalOperation(graphSchema(), admitted, today),
    ];
    return `W/"${createHash("sha256").update(JSON.stringify(parts)).digest("base64url")}"`;
  }

  private readingOf(projection: Projection): string {
    if (!this.options.versionsMayDiffer) return "";
    const reading = this.readings.get(projection) ?? randomUUID();
    this.readings.set(projection, reading);
    return reading;
  }
}

/** Whether the client has this answer already. */
export function hasAnswer(request: FastifyRequest, tag: string): boolean {
  const held = request.headers["if-none-match"] ?? "";
  return held
    .split(",")
    .map((each) => each.trim().replace(/^W\//, ""))
    .some((each) => each === "*" || each === tag.replace(/^W\//, ""));
}

/**
 * An answer that carries a tag may be kept, and is asked for again each time. What was answered to a key is not for
 * others to keep.
 */
export function tagAnswer(request: FastifyRequest, reply: FastifyReply, tag: string): void {
  reply.headers({
    etag: tag,
    vary: "Accept, Authorization",
    "cache-control": request.caller.known ? "private, no-cache" : "no-cache",
  });
}

function programVersion(): string {
  version ??= (JSON.parse(readFileSync(PROGRAM, "utf8")) as { version: string }).version;
  return version;
}

let version: string | null = null;

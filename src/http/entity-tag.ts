import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Day } from "../domain/day.js";
import type { Limits } from "../domain/limits.js";
import type { Admitted } from "../graphql/admission/admission.js";
import { canonicalOperation } from "../graphql/admission/canonical-operation.js";
import { graphSchema } from "../graphql/schema.js";
import type { Projection } from "../projection/projection.js";

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

/** Whether somebody who asks has this answer already. */
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

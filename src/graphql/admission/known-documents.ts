import { createHash } from "node:crypto";
import { badInput, ExposureError } from "../../domain/errors.js";
import type { GraphqlRequest } from "./graphql-request.js";

/** Documents that are known by the SHA-256 of their text. */
export class KnownDocuments {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly nothingElse: boolean;

  /** `nothingElse`: a document that is not among them is refused. */
  constructor(texts: readonly string[], options: { readonly nothingElse: boolean }) {
    this.texts = new Map(texts.map((text) => [sha256(text), text]));
    this.nothingElse = options.nothingElse;
  }

  /**
   * The document of a request: as it was sent, or the one whose hash was sent in its place, as `documentId`
   * ("sha256:HASH") or as `extensions.persistedQuery.sha256Hash`. Null where neither is a text.
   * @throws NOT_FOUND for an unknown hash, FORBIDDEN for a document that is not known where nothing else is allowed,
   * BAD_USER_INPUT where a document came with the hash of another.
   */
  textOf(request: GraphqlRequest): string | null {
    const hash = hashIn(request);
    const sent = typeof request.query === "string" ? request.query : null;
    if (hash === null) return sent === null ? null : this.allow(sent);
    if (sent !== null && sha256(sent) !== hash) {
      throw badInput(`"${hash}" is not the SHA-256 of the document beside it: send one of them`);
    }
    const known = this.texts.get(hash) ?? (sent === null ? null : this.allow(sent));
    if (known !== null) return known;
    throw new ExposureError(
      "NOT_FOUND",
      `no document is known by the SHA-256 "${hash}": send the document itself, or have it added to the server's folder`,
    );
  }

  private allow(text: string): string {
    if (!this.nothingElse || this.texts.has(sha256(text))) return text;
    throw new ExposureError(
      "FORBIDDEN",
      `the document with the SHA-256 "${sha256(text)}" is none of those that this server answers: have it added to the server's folder`,
    );
  }
}

/** Nothing is known, everything is allowed. */
export const ANY_DOCUMENT = new KnownDocuments([], { nothingElse: false });

function hashIn({ documentId, extensions }: GraphqlRequest): string | null {
  if (typeof documentId === "string") return documentId.replace(/^sha256:/, "").toLowerCase();
  const persisted = isRecord(extensions) ? extensions.persistedQuery : null;
  const hash = isRecord(persisted) ? persisted.sha256Hash : null;
  return typeof hash === "string" ? hash.toLowerCase() : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

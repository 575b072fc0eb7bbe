import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { LRUCache } from "lru-cache";
import { badInput, ExposureError } from "../../domain/errors.js";
import type { Limits } from "../../domain/limits.js";
import { checkDocumentSize } from "./limits.js";

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

/** A document with the operation of it that is asked for. */
export interface ReadOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** A document that was parsed; its mistakes are null until it is validated. */
interface Parsed {
  readonly document: DocumentNode;
  mistakes: readonly GraphQLError[] | null;
}

/** So many mistakes of a document are told; looking for more would cost more than most answers. */
export const MOST_MISTAKES = 5;

/** As many documents as a busy server's clients use; each holds up to `maxDocumentBytes` of text. */
const KEPT = 300;

/**
 * The documents that were parsed last, by the SHA-256 of their text. Each is parsed once: admission reads it here, and
 * Apollo takes it from here as its document store.
 */
export class ParsedDocuments {
  private readonly schema: GraphQLSchema;
  private readonly limits: Limits;
  private readonly kept = new LRUCache<string, Parsed>({ max: KEPT });

  constructor(schema: GraphQLSchema, limits: Limits) {
    this.schema = schema;
    this.limits = limits;
  }

  /**
   * The operation that a text holds under a name, or its only one. Null where the text is no GraphQL: Apollo says so in
   * its own words.
   * @throws COST_LIMIT_EXCEEDED, DEPTH_LIMIT_EXCEEDED for a document that is too large to be parsed; BAD_USER_INPUT where it
   * holds no such operation.
   */
  read(text: string, operationName: string | null): ReadOperation | null {
    const hash = sha256(text);
    const document = this.kept.get(hash)?.document ?? this.parse(text);
    if (document === null) return null;
    if (!this.kept.has(hash)) this.kept.set(hash, { document, mistakes: null });
    const operation = getOperationAST(document, operationName);
    if (operation) return { document, operation };
    throw noSuchOperation(document, operationName);
  }

  /**
   * Apollo's document store: what it finds here it neither parses nor validates. So a document is validated when Apollo
   * first asks for it; `mistakesIn` tells of what is wrong. `key` ends in the hash of the text.
   */
  readonly store = {
    get: async (key: string): Promise<DocumentNode | undefined> => {
      const parsed = this.kept.get(hashOf(key));
      if (parsed === undefined) return undefined;
      parsed.mistakes ??= this.validate(parsed.document);
      return parsed.document;
    },
    /** Told of valid documents only. */
    set: async (key: string, document: DocumentNode): Promise<void> => {
      this.kept.set(hashOf(key), { document, mistakes: [] });
    },
    delete: async (key: string): Promise<boolean> => this.kept.delete(hashOf(key)),
  };

  /** The first mistakes of the document whose text has this hash. */
  mistakesIn(hash: string | undefined): readonly GraphQLError[] {
    return (hash === undefined ? null : this.kept.get(hash)?.mistakes) ?? [];
  }

  /** By the rules that Apollo applies; its rule against introspection too is covered, by admission. */
  private validate(document: DocumentNode): readonly GraphQLError[] {
    return validate(this.schema, document, specifiedRules, { maxErrors: MOST_MISTAKES });
  }

  private parse(text: string): DocumentNode | null {
    checkDocumentSize(text, this.limits);
    try {
      return parse(text);
    } catch {
      return null;
    }
  }
}

function noSuchOperation({ definitions }: DocumentNode, name: string | null): ExposureError {
  const operations = definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each] : []));
  const names = operations.flatMap((each) => (each.name ? [each.name.value] : [])).slice(0, MOST_MISTAKES);
  const remedy =
    operations.length === 0
      ? "write for example query { graph { version } }"
      : names.length === 0
        ? "leave operationName out"
        : `write the name of one: ${names.join(", ")}`;
  const problem =
    operations.length === 0
      ? "the document holds no operation"
      : name === null
        ? "the document holds several operations and none of them is named"
        : "is the name of no operation of the document";
  return badInput(problem, {
    argument: "operationName",
    ...(name !== null && operations.length > 0 && { value: name }),
    remedy,
  });
}

/** Apollo writes a hash of the schema and a colon before that of the text. */
function hashOf(key: string): string {
  return key.slice(key.lastIndexOf(":") + 1);
}

/** What a client sends, on any transport; nothing of it is checked yet. */
export interface GraphqlRequest {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
  /** The hash of a known document, in place of `query`. */
  readonly documentId?: unknown;
}

/** Where known operations stand, and whether nothing else is answered. */
export interface DocumentsFolder {
  /** A folder of `.graphql` files, folders in it too; null: none is known. */
  readonly folder: string | null;
  readonly nothingElse: boolean;
}

/**
 * Reads the documents that clients may name by the SHA-256 of their file.
 * @throws BAD_USER_INPUT where the folder cannot be read, or holds none although nothing else is to be answered.
 */
export function readKnownDocuments({ folder, nothingElse }: DocumentsFolder): KnownDocuments {
  const texts = folder === null ? [] : textsIn(folder);
  if (nothingElse && texts.length === 0) {
    throw badInput(
      "EXPOSURE_KNOWN_DOCUMENTS_ONLY is on and no document is known: name a folder of .graphql files in EXPOSURE_DOCUMENTS",
    );
  }
  return new KnownDocuments(texts, { nothingElse });
}

function textsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".graphql"))
      .map((name) => readFileSync(join(folder, name), "utf8"));
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code;
    throw badInput(
      `EXPOSURE_DOCUMENTS "${folder}" cannot be read (${reason}): name a folder of .graphql files`,
    );
  }
}

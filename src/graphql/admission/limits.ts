import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
} from "graphql";
import { type ErrorCode, ExposureError } from "../../domain/errors.js";
import type { Limits } from "../../domain/limits.js";

/** What the shape of an operation asks for, fragments written out. */
export interface SelectionMeasures {
  /** Fields in fields, without those that ask about the schema itself. */
  readonly depth: number;
  /** Fields under another name, and fields that stand again beside themselves. */
  readonly aliases: number;
  readonly rootFields: number;
  /** All fields: what the operation costs at least. */
  readonly fields: number;
  /** Fragments of the document, named ones and those written in place, each once. */
  readonly fragments: number;
}

/** What one set of fields holds, itself included. */
interface Part {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  /** Fields at its top. */
  readonly own: number;
}

const NOTHING: Part = { depth: 0, aliases: 0, fields: 0, own: 0 };

/**
 * Measures an operation before it is validated: a fragment is measured once however often it is used, so that this
 * takes time in proportion to the document even where the operation is boundless. A fragment that uses itself counts
 * for nothing here; validation refuses it.
 */
export function measureSelections(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): SelectionMeasures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, Part>();
  const partOf = (fragment: string): Part => {
    const measured = known.get(fragment);
    if (measured) return measured;
    known.set(fragment, NOTHING);
    const definition = fragments.get(fragment);
    const part = definition ? measureSet(definition.selectionSet, partOf) : NOTHING;
    known.set(fragment, part);
    return part;
  };
  const { own, ...rest } = measureSet(operation.selectionSet, partOf);
  return { ...rest, rootFields: own, fragments: countFragments(document) };
}

function countFragments({ definitions }: DocumentNode): number {
  return definitions.reduce((count, definition) => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return count + 1 + fragmentsIn(definition.selectionSet);
    return definition.kind === Kind.OPERATION_DEFINITION
      ? count + fragmentsIn(definition.selectionSet)
      : count;
  }, 0);
}

function fragmentsIn(set: SelectionSetNode | undefined): number {
  let count = 0;
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
    if (selection.kind === Kind.INLINE_FRAGMENT) count += 1;
    count += fragmentsIn(selection.selectionSet);
  }
  return count;
}

function measureSet({ selections }: SelectionSetNode, partOf: (fragment: string) => Part): Part {
  const names = new Set<string>();
  let [depth, aliases, fields, own] = [0, 0, 0, 0];
  for (const selection of selections) {
    const part = measureSelection(selection, partOf);
    if (selection.kind === Kind.FIELD) {
      if (selection.alias || names.has(selection.name.value)) aliases += 1;
      names.add(selection.name.value);
    }
    depth = Math.max(depth, part.depth);
    aliases += part.aliases;
    fields += part.fields;
    own += part.own;
  }
  return { depth, aliases, fields, own };
}

function measureSelection(selection: SelectionNode, partOf: (fragment: string) => Part): Part {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return partOf(selection.name.value);
  if (selection.kind === Kind.INLINE_FRAGMENT) return measureSet(selection.selectionSet, partOf);
  const below = selection.selectionSet ? measureSet(selection.selectionSet, partOf) : NOTHING;
  // Validation bounds questions about the schema by a rule of their own: the usual one is deep.
  const depth = selection.name.value.startsWith("__") ? 0 : below.depth + 1;
  return { depth, aliases: below.aliases, fields: below.fields + 1, own: 1 };
}

/** @throws DEPTH_LIMIT_EXCEEDED, COST_LIMIT_EXCEEDED that name limit, value and remedy. */
export function checkSelections(measures: SelectionMeasures, limits: Limits): void {
  if (measures.depth > limits.maxDepth) {
    throw refusal("DEPTH_LIMIT_EXCEEDED", {
      limit: "maxDepth",
      value: measures.depth,
      allowed: limits.maxDepth,
      unit: "levels of fields",
      remedy: "ask for the deeper part by its id in a request of its own",
    });
  }
  const counted = [
    ["maxAliases", measures.aliases, "aliases and repeated fields", "ask for several ids with nodes(ids: …)"],
    ["maxAliases", measures.fragments, "fragments", "write the fields where they are asked for"],
    ["maxRootFields", measures.rootFields, "root fields", "ask in several requests"],
    ["maxCost", measures.fields, "fields", "write fewer fragments into one another"],
  ] as const;
  for (const [limit, value, unit, remedy] of counted) {
    if (value <= limits[limit]) continue;
    throw refusal("COST_LIMIT_EXCEEDED", { limit, value, allowed: limits[limit], unit, remedy });
  }
}

const OPENING: readonly string[] = [TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L];
const CLOSING: readonly string[] = [TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R];

/** Brackets that may be open at once beside those of nested fields: those of arguments, lists and objects. */
const BRACKETS_OF_VALUES = 20;

const SMALLER = "ask in several requests, or give long lists as variables";

/**
 * Reads a document once, before it is parsed, and refuses one that is too large. The parser calls itself for every
 * open bracket, so these are counted too. A text that is no GraphQL is left to the parser, which says where.
 * @throws COST_LIMIT_EXCEEDED, DEPTH_LIMIT_EXCEEDED.
 */
export function checkDocumentSize(text: string, limits: Limits): void {
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.maxDocumentBytes) {
    throw refusal("COST_LIMIT_EXCEEDED", {
      limit: "maxDocumentBytes",
      value: bytes,
      allowed: limits.maxDocumentBytes,
      unit: "bytes of document",
      remedy: SMALLER,
    });
  }
  const { tokens, brackets } = measure(text);
  if (tokens > limits.maxTokens) {
    throw refusal("COST_LIMIT_EXCEEDED", {
      limit: "maxTokens",
      value: tokens,
      allowed: limits.maxTokens,
      unit: "words and signs",
      remedy: SMALLER,
    });
  }
  if (brackets > limits.maxDepth + BRACKETS_OF_VALUES) {
    throw new ExposureError(
      "DEPTH_LIMIT_EXCEEDED",
      `maxDepth: ${brackets} brackets stand in one another, ${limits.maxDepth} fields may: nest less deeply`,
      { details: { limit: "maxDepth", value: brackets, allowed: limits.maxDepth } },
    );
  }
}

function measure(text: string): { readonly tokens: number; readonly brackets: number } {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let open = 0;
  let brackets = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      tokens += 1;
      if (OPENING.includes(token.kind)) open += 1;
      else if (CLOSING.includes(token.kind)) open -= 1;
      brackets = Math.max(brackets, open);
    }
  } catch {
    // The parser stops at the same place.
  }
  return { tokens, brackets };
}

/** What is refused: which limit, what was asked, what is allowed, and what to do instead. */
interface Refusal {
  readonly limit: keyof Limits;
  readonly value: number;
  readonly allowed: number;
  /** What the value counts, e.g. "tokens". */
  readonly unit: string;
  readonly remedy: string;
}

/** An error that names limit, value and remedy; a program reads the first three beside the code. */
export function refusal(code: ErrorCode, { limit, value, allowed, unit, remedy }: Refusal): ExposureError {
  const message = `${limit}: ${value} ${unit} are asked for, ${allowed} are allowed: ${remedy}`;
  return new ExposureError(code, message, { details: { limit, value, allowed } });
}

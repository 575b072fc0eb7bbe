import { Lexer, Source, TokenKind } from "graphql";
import { ExposureError } from "../../domain/errors.js";
import type { Limits } from "../../domain/limits.js";
import { refusal } from "./refusal.js";

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

import { type Answered, answerIn, type ask as askServer } from "../../src/explorer/api/ask.js";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { ask } from "../graphql/serving.js";

type Errors = NonNullable<Answered<unknown>["errors"]>;

/** The API over a graph as the pages ask it, without a network. */
export function askerOf(graph: ResidentGraph, today = "2026-11-24"): typeof askServer {
  return async <Answer, Variables>(document: { readonly text: string }, variables: Variables) => {
    const { data, errors } = await ask(graph, document.text, variables as Record<string, unknown>, today);
    return answerIn<Answer>(
      { data: (data ?? null) as Answer | null, ...(errors && { errors: errors as Errors }) },
      200,
    );
  };
}

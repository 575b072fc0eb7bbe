import { graphql } from "graphql";
import type { Day } from "../domain/day.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { causeOf } from "./apollo.js";
import { GraphContext } from "./context.js";
import { fieldOfPart } from "./end-in-time.js";
import { graphSchema } from "./schema.js";

/** A document and what it is asked with. */
export interface InProcess {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The day of asking. */
  readonly today: Day;
}

/**
 * Answers a document as the server does, without a server and its limits: the `data` of its answer.
 * @throws the first fault behind its errors.
 */
export async function answerInProcess(
  graph: ResidentGraph,
  { text, variables, today }: InProcess,
): Promise<unknown> {
  const contextValue = new GraphContext(graph, await graph.current(), { today, requestId: "in process" });
  const { data, errors } = await graphql({
    schema: graphSchema(),
    fieldResolver: fieldOfPart,
    source: text,
    variableValues: variables,
    contextValue,
  });
  if (errors?.[0] !== undefined) throw causeOf(errors[0]);
  return data;
}

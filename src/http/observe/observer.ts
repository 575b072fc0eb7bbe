import type { ErrorCode } from "../../domain/errors.js";
import type { AnsweredOperation } from "../../graphql/watch-operations.js";

/** A verb of the store that serving uses. */
export type StoreVerb =
  | "version"
  | "records"
  | "relations"
  | "changes"
  | "nouns"
  | "entities"
  | "claims"
  | "write";

/** A request of any route, when it has ended. */
export interface EndedRequest {
  readonly requestId: string;
  readonly method: string;
  /** The pattern of the route, such as /export/:format; null: there is none. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
  readonly caller: string;
  readonly role: string | null;
  /** Of a refusal before the request was worked on, or a fault; null: it was answered. */
  readonly code: ErrorCode | null;
  /** Whether the client had gone before its answer was written to the end; `status` is 499 where nothing of it was. */
  readonly left: boolean;
}

/** Who watches a server: counts, logs, traces. Every method may be called often and must be quick. */
export interface Observer {
  operation?(requestId: string): (answered: AnsweredOperation) => void;
  /** An operation that was refused before the engine saw it, through whichever door. */
  refused?(refusal: { readonly requestId: string; readonly code: ErrorCode }): void;
  request?(ended: EndedRequest): void;
  statement?(verb: StoreVerb): (outcome: "done" | "failed") => void;
  /** Something that nobody foresaw. */
  fault?(requestId: string, fault: unknown): void;
}

/** Tells several as if they were one. */
export function observers(all: readonly Observer[]): Required<Observer> {
  return {
    operation: (requestId) => {
      const told = all.map((each) => each.operation?.(requestId));
      return (answered) => {
        for (const tell of told) tell?.(answered);
      };
    },
    refused: (refusal) => {
      for (const each of all) each.refused?.(refusal);
    },
    request: (ended) => {
      for (const each of all) each.request?.(ended);
    },
    statement: (verb) => {
      const told = all.map((each) => each.statement?.(verb));
      return (outcome) => {
        for (const tell of told) tell?.(outcome);
      };
    },
    fault: (requestId, fault) => {
      for (const each of all) each.fault?.(requestId, fault);
    },
  };
}

import type { TypedDocument } from "./typed-document.js";

/** The closed list of codes under which the API refuses or fails; a code is permanent. */
export type ErrorCode =
  | "BAD_USER_INPUT"
  | "NOT_FOUND"
  | "WRONG_KIND"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "COST_LIMIT_EXCEEDED"
  | "DEPTH_LIMIT_EXCEEDED"
  | "RATE_LIMITED"
  | "DEADLINE_EXCEEDED"
  | "SERVER_STOPPING"
  | "STORE_UNAVAILABLE"
  | "STORE_DAMAGED"
  | "CONFLICT"
  | "DATA_INVALID"
  | "INTERNAL";

/** An answer that is an error; one of its parts may have failed while others were answered. */
export class ExposureApiError extends Error {
  override readonly name = "ExposureApiError";
  readonly code: ErrorCode;
  /** Where in the answer: the path of the field; null where nothing was answered. */
  readonly path: readonly (string | number)[] | null;
  /** Of INTERNAL: what the operator finds it by. */
  readonly requestId: string | null;

  constructor(error: AnsweredError) {
    super(error.message);
    this.code = error.extensions.code;
    this.path = error.path ?? null;
    this.requestId = error.extensions.requestId ?? null;
  }
}

interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: ErrorCode; readonly requestId?: string };
}

export interface ClientOptions {
  /** Of the server, for example http://127.0.0.1:4000. */
  readonly url: string;
  /** Where the server asks for one. */
  readonly key?: string;
}

/** Asks a server questions whose variables and answers are typed (see questions.generated.ts). */
export class ExposureClient {
  private readonly options: ClientOptions;

  constructor(options: ClientOptions) {
    this.options = options;
  }

  /**
   * The answer to a question; null stands for what is not in the graph.
   * @throws ExposureApiError with the code of the first other error.
   */
  async ask<Answer, Variables>(
    question: TypedDocument<Answer, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const { url, key } = this.options;
    const response = await fetch(new URL("/graphql", url), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json",
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query: question.text, variables }),
      ...(signal !== undefined && { signal }),
    });
    const body = (await response.json()) as { data?: Answer; errors?: readonly AnsweredError[] };
    // What is not there is null in the answer, and its error only says which id was meant.
    const error = body.errors?.find(({ extensions }) => !body.data || extensions.code !== "NOT_FOUND");
    if (error !== undefined) throw new ExposureApiError(error);
    if (body.data == null) throw new Error(`the server answered ${response.status} without an answer`);
    return body.data;
  }
}

import type { TypedDocument } from "./typed-document.js";

/** The server did not answer, or cannot reach its store. Asking again later may help. */
export class Away extends Error {
  override readonly name = "Away";
}

/** The server answered that the question cannot be answered so; `code` is one of the API's closed list. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** The server answers no request without a key, or does not know the one that was sent. */
export class KeyNeeded extends Error {
  override readonly name = "KeyNeeded";
}

/** What the API sends. */
export interface Answered<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const AWAY_CODES = new Set(["STORE_UNAVAILABLE", "SERVER_STOPPING"]);
const AWAY_STATUS = new Set([502, 503, 504]);

/**
 * Asks the API one question of `documents.generated.ts`.
 * @throws Away, Refusal, KeyNeeded; an AbortError where `signal` ended it.
 */
export async function ask<Answer, Variables>(
  document: TypedDocument<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await send(JSON.stringify({ query: document.text, variables }), signal);
  return answerIn(await bodyOf<Answer>(response, signal), response.status);
}

/** The answer in what the API sent. @throws Away, Refusal, KeyNeeded */
export function answerIn<Answer>(body: Answered<Answer>, status: number): Answer {
  // What is not there is null beside its error: the page says so in its own words.
  const error = body.errors?.find(({ extensions }) => !body.data || extensions?.code !== "NOT_FOUND");
  const code = error?.extensions?.code ?? "INTERNAL";
  if (error !== undefined && AWAY_CODES.has(code)) throw new Away(error.message);
  if (error !== undefined && code === "UNAUTHENTICATED") throw new KeyNeeded(error.message);
  if (error !== undefined) throw new Refusal(error.message, code);
  if (!body.data) throw new Away(`The server answered ${status} without an answer`);
  return body.data;
}

let more: () => Readonly<Record<string, string>> = () => ({});

/** Sends these headers with every question from now on: where a browser keeps a key, no server that shares this file knows. */
export function alsoSend(headers: typeof more): void {
  more = headers;
}

async function send(body: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json",
        ...more(),
      },
      body,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw new Away("The server does not answer", { cause: fault });
  }
}

async function bodyOf<Answer>(
  response: Response,
  signal: AbortSignal | undefined,
): Promise<Answered<Answer>> {
  if (AWAY_STATUS.has(response.status)) throw new Away(`The server answered ${response.status}`);
  try {
    return (await response.json()) as Answered<Answer>;
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw new Away(`The server answered ${response.status} with something that is no answer`, {
      cause: fault,
    });
  }
}

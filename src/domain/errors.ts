/** The closed list of error codes, with what each tells its reader. A code is permanent: programs rely on it. */
export const ERRORS = {
  BAD_USER_INPUT: {
    status: 400,
    meaning:
      "The request, the document or a value in it cannot be read or is out of range: mend what is named.",
  },
  NOT_FOUND: { status: 404, meaning: "There is nothing at this address, or under this id." },
  WRONG_KIND: { status: 400, meaning: "The id is known, but names something of another kind." },
  UNAUTHENTICATED: {
    status: 401,
    meaning: "No key or token came with the request, or one that is not known here or has expired.",
  },
  FORBIDDEN: { status: 403, meaning: "The key's role does not allow this, or it is switched off." },
  COST_LIMIT_EXCEEDED: {
    status: 400,
    meaning: "The question is larger than a limit allows: ask for less at a time. Nothing was worked out.",
  },
  DEPTH_LIMIT_EXCEEDED: { status: 400, meaning: "The question is nested deeper than the limit allows." },
  RATE_LIMITED: {
    status: 429,
    meaning: "Too many requests came from this key or address: wait for as long as Retry-After says.",
  },
  DEADLINE_EXCEEDED: { status: 503, meaning: "The answer took longer than the deadline and was cut short." },
  SERVER_STOPPING: {
    status: 503,
    meaning: "The server is stopping: ask again after as long as Retry-After says.",
  },
  STORE_UNAVAILABLE: { status: 503, meaning: "The store does not answer: try again later." },
  STORE_DAMAGED: {
    status: 503,
    meaning:
      "The store is damaged: its operator must restore a backup. What is resident is answered until then.",
  },
  CONFLICT: {
    status: 409,
    meaning: "Another writer changed the graph first: nothing was written; ask again.",
  },
  DATA_INVALID: {
    status: 500,
    meaning: "What the store holds contradicts itself: its operator must mend it.",
  },
  INTERNAL: {
    status: 500,
    meaning: "A fault of this program; its operator finds it in the log by requestId.",
  },
} as const;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

/** What a program can read of an error beside its code and fields: the limit that was passed, what is allowed. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** What a reader may look up to find a value that fits. */
export type LookUp = "entity" | "entityOrListing" | "flag" | "dossier";

/** How a channel (the API, the command line) names what a message speaks of. */
export interface Wording {
  /** An argument by its name in the API, such as `flags.lists`; null: the reader gave it without a name. */
  argument(name: string): string | null;
  /** How a value that fits is found. */
  lookUp(what: LookUp): string;
}

export const API_WORDING: Wording = {
  argument: (name) => name,
  lookUp: (what) => API_LOOK_UPS[what],
};

const API_LOOK_UPS: Readonly<Record<LookUp, string>> = {
  entity: "find its id with search(text: …)",
  entityOrListing: "find its id with search(text: …) or listings",
  flag: "find its id with flags(filter: {text: …})",
  dossier: "graph { dossiers { slug } } lists them",
};

/** A part of a message; a function where it names arguments, or how to look something up. */
export type Phrase = string | ((wording: Wording) => string);

/** What a reader may have meant. */
export interface Alike {
  readonly id: string;
  /** Null: it has none beside its id. */
  readonly name: string | null;
}

/** What an error is about. The message is made of these and of the problem, in the words of the reader's channel. */
export interface ErrorFields {
  /** By its name in the API. */
  readonly argument?: string | undefined;
  /** What was given. */
  readonly value?: string | number | undefined;
  /** What the reader can do, as an imperative clause. */
  readonly remedy?: Phrase | undefined;
  /** What may have been meant, the nearest first; where there is any, it takes the remedy's place in the message. */
  readonly nearest?: readonly Alike[] | undefined;
  readonly details?: ErrorDetails | undefined;
  /** What callers of a server are told in place of the message, where that names what only its operator needs to know. */
  readonly outside?: string | undefined;
}

/**
 * A mistake or fault that its reader can act upon: the message is one sentence that names the value and the
 * remedy. Anything else that is thrown is a fault of this program.
 */
export class ExposureError extends Error {
  readonly code: ErrorCode;
  readonly problem: Phrase;
  readonly fields: ErrorFields;

  /** `problem` is a whole message, or what is told of `fields.value`: "is not in the graph". */
  constructor(code: ErrorCode, problem: Phrase, options: ErrorOptions & ErrorFields = {}) {
    const { cause, ...fields } = options;
    super(wordedMessage(problem, fields, API_WORDING), cause === undefined ? undefined : { cause });
    this.name = "ExposureError";
    this.code = code;
    this.problem = problem;
    this.fields = fields;
  }

  /** The message in a channel's words. */
  worded(wording: Wording): string {
    return wordedMessage(this.problem, this.fields, wording);
  }

  /** The message as callers of a server are told it. */
  get told(): string {
    return this.fields.outside ?? this.message;
  }

  /** Whether the message itself is for the operator, who finds it in the log. */
  get isOperators(): boolean {
    return this.fields.outside !== undefined;
  }

  /** The fields that are there, as a program reads them. */
  get extensions(): Readonly<Record<string, string | number | readonly string[]>> {
    const { argument, value, nearest = [], details } = this.fields;
    const remedy = remedyIn(this.fields, API_WORDING);
    return {
      ...(argument !== undefined && { argument }),
      ...(value !== undefined && { value }),
      ...(remedy !== null && { remedy }),
      ...(nearest.length > 0 && { nearest: nearest.map(({ id }) => id) }),
      ...details,
    };
  }
}

/** The commonest one: a value that the user gave cannot be read. */
export function badInput(problem: Phrase, fields?: ErrorFields): ExposureError {
  return new ExposureError("BAD_USER_INPUT", problem, fields);
}

/** A number that is none of those an argument takes. */
export function outOfRange(argument: string, value: number, remedy: string): ExposureError {
  return badInput("is out of range", { argument, value, remedy });
}

/** An argument's name within a phrase: as the reader typed it, else as the API has it. */
export function called(wording: Wording, argument: string): string {
  return wording.argument(argument) ?? argument;
}

/** Reads the value of an argument: what `read` refuses names the argument. */
export function inArgument<T>(argument: string, read: () => T): T {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof ExposureError)) throw fault;
    throw new ExposureError(fault.code, fault.problem, { cause: fault, argument, ...fault.fields });
  }
}

/** `; did you mean company:zte (ZTE Corporation)?`, or nothing where nothing is alike. */
export function didYouMean(alike: readonly Alike[]): string {
  const told = alike.map(({ id, name }) => (name === null ? `"${id}"` : `${id} (${name})`));
  const last = told.pop();
  if (last === undefined) return "";
  return `; did you mean ${told.length === 0 ? last : `${told.join(", ")} or ${last}`}?`;
}

function wordedMessage(problem: Phrase, fields: ErrorFields, wording: Wording): string {
  const { argument, value, nearest = [] } = fields;
  const name = argument === undefined ? null : wording.argument(argument);
  const remedy = nearest.length > 0 ? null : remedyIn(fields, wording);
  return [
    name === null ? "" : `${name}: `,
    value === undefined ? "" : `${quoted(value)} `,
    said(problem, wording),
    remedy === null ? didYouMean(nearest) : `: ${remedy}`,
  ].join("");
}

function remedyIn({ remedy, nearest = [] }: ErrorFields, wording: Wording): string | null {
  if (nearest.length > 0) return didYouMean(nearest).slice(2);
  return remedy === undefined ? null : said(remedy, wording);
}

function said(phrase: Phrase, wording: Wording): string {
  return typeof phrase === "string" ? phrase : phrase(wording);
}

/** More of a value is not repeated. */
const MOST_LETTERS = 200;

function quoted(value: string | number): string {
  if (typeof value === "number") return String(value);
  return JSON.stringify(value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)}…` : value);
}

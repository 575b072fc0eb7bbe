import { Neo4jError } from "neo4j-driver";
import { ExposureError } from "../../domain/errors.js";
import { storeDamaged } from "../refusals.js";

/** What a message needs to name, so that its reader can act. */
export interface Where {
  readonly uri: string;
  readonly user: string | null;
  readonly database: string | null;
}

const UNREACHABLE = ["ServiceUnavailable", "SessionExpired"];
/** The driver has no code for a server that accepts a connection and says nothing. */
const NO_CONNECTION = /^Connection acquisition timed out/;
const REFUSED = ["Unauthorized", "CredentialsExpired", "AuthenticationRateLimit", "TokenExpired"];
const FORBIDDEN = ["Forbidden", "AuthorizationExpired", "AccessMode"];
const NO_DATABASE = ["DatabaseNotFound", "DatabaseUnavailable", "IllegalDatabaseName"];
const OUT_OF_MEMORY = ["MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError", "OutOfMemoryError"];
const TOO_LATE = ["TransactionTimedOut", "TransactionTimedOutClientConfiguration"];
const SAME_KEY = ["ConstraintValidationFailed", "ConstraintCreationFailed"];
const DAMAGED = ["StorageDamageDetected", "SchemaCorruptionDetected", "IndexCorruptionDetected"];
const CROSSED = ["DeadlockDetected", "LockClientStopped", "LockAcquisitionTimeout", "Outdated"];

/** What callers of a server are told: where the store is, is for its operator to know. */
const AWAY = "the store cannot be used now: try again later, or tell the server's operator";
const CROSSED_OUTSIDE = "another program is writing to the store: try again";

/**
 * Says in one sentence what an error of the driver means for the person who runs the program. What is none of
 * the database's comes back as it is.
 */
export function neo4jError(error: unknown, { uri, user, database }: Where): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const unavailable = (message: string) =>
    new ExposureError("STORE_UNAVAILABLE", message, { cause: error, outside: AWAY });
  const code = lastPart(error.code);
  if (REFUSED.includes(code)) {
    const who = user === null ? "an anonymous user" : `the user "${user}" with this password`;
    return unavailable(`${uri} refuses ${who}: correct NEO4J_USER and NEO4J_PASSWORD`);
  }
  if (FORBIDDEN.includes(code)) {
    return new ExposureError(
      "FORBIDDEN",
      `${uri} does not allow the user "${user}" to do this: ${said(error)}`,
      {
        cause: error,
        outside: "the store does not allow the server to do this: tell the server's operator",
      },
    );
  }
  if (NO_DATABASE.includes(code)) {
    const name = database === null ? "its default database" : `a database "${database}"`;
    return unavailable(`${uri} does not offer ${name} now: correct NEO4J_DATABASE, or start the database`);
  }
  if (NO_CONNECTION.test(error.message)) return silent({ uri, user, database });
  if (UNREACHABLE.includes(code)) {
    return unavailable(`${uri} cannot be reached: start Neo4j there, or correct the address`);
  }
  if (OUT_OF_MEMORY.includes(code)) {
    return unavailable(`${uri} has too little memory for this: raise server.memory.heap.max_size there`);
  }
  if (TOO_LATE.includes(code)) {
    return new ExposureError("DEADLINE_EXCEEDED", `${uri} did not answer in time`, {
      cause: error,
      outside: "the store did not answer in time: try again later",
    });
  }
  if (DAMAGED.includes(code)) return storeDamaged(uri, error);
  if (SAME_KEY.includes(code)) {
    const message = `${uri} holds a record of this load already (${said(error)}): run the load again`;
    return new ExposureError("CONFLICT", message, { cause: error, outside: CROSSED_OUTSIDE });
  }
  if (CROSSED.includes(code)) {
    return new ExposureError("CONFLICT", `${uri} is being written by another program: try again`, {
      cause: error,
      outside: CROSSED_OUTSIDE,
    });
  }
  return unavailable(`${uri} failed (${error.code}): ${said(error)}`);
}

/** What is said of a server that accepts connections and answers nothing. */
export function silent({ uri }: Where): ExposureError {
  return new ExposureError(
    "STORE_UNAVAILABLE",
    `${uri} does not answer: look whether Neo4j hangs there, or restart it`,
    { outside: AWAY },
  );
}

/** `Neo.ClientError.Security.Unauthorized` is `Unauthorized`. */
function lastPart(code: string): string {
  return code.slice(code.lastIndexOf(".") + 1);
}

function said(error: Neo4jError): string {
  return error.message.split("\n", 1)[0] ?? "";
}

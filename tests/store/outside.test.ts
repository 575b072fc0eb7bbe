import { Neo4jError } from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { ExposureError } from "../../src/domain/errors.js";
import { neo4jError, silent } from "../../src/store/neo4j/neo4j-error.js";
import { sqliteError } from "../../src/store/sqlite/sqlite-error.js";

const PATH = "/srv/secret/graph.db";
const WHERE = { uri: "bolt://db.internal:7687", user: "keeper", database: "ledger" };

/** Every primary code of SQLite's errors. */
const SQLITE = Array.from({ length: 27 }, (_, code) =>
  Object.assign(new Error("failed"), { code: "ERR_SQLITE_ERROR", errcode: code }),
).map((fault) => sqliteError(fault, PATH));

const NEO4J = [
  ..."Unauthorized Forbidden AccessMode DatabaseNotFound MemoryPoolOutOfMemoryError".split(" "),
  ..."TransactionTimedOut ConstraintValidationFailed DeadlockDetected Unforeseen".split(" "),
]
  .map((code) => `Neo.ClientError.Any.${code}`)
  .concat("ServiceUnavailable", "SessionExpired")
  .map((code) => neo4jError(new Neo4jError(`failed at ${WHERE.uri}`, code, "", ""), WHERE));

describe("a fault of a store", () => {
  it.each([...SQLITE, ...NEO4J, silent(WHERE)].filter((fault) => fault instanceof ExposureError))(
    "tells its operator where the store is, and callers of a server not: %s",
    (fault) => {
      expect(fault.message).toMatch(/secret|internal/);
      expect(fault.told).not.toMatch(/secret|internal|keeper|ledger/);
      expect(JSON.stringify(fault.extensions)).not.toMatch(/secret|internal|keeper|ledger/);
    },
  );
});

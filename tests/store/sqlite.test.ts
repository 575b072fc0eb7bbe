import { describe } from "vitest";
import { openStore } from "../../src/store/open-store.js";
import { storeContract } from "./contract.js";
import { temporaryPath } from "./temporary-path.js";

describe("a store in memory", () => {
  storeContract({ open: () => openStore({ engine: "memory" }), roundTrips: 60 });
});

describe("a store in a SQLite file", () => {
  storeContract({ open: () => openStore({ engine: "sqlite", path: temporaryPath() }), roundTrips: 60 });
});

import { expect, it } from "vitest";
import { parseStoreAddress, printStoreAddress } from "../../src/store/store-address.js";

it.each([
  ["memory:", { engine: "memory" }],
  ["sqlite:./data/graph.db", { engine: "sqlite", path: "./data/graph.db" }],
  ["sqlite:C:\\data\\graph.db", { engine: "sqlite", path: "C:\\data\\graph.db" }],
  ["neo4j://graph.example.org:7687", { engine: "neo4j", uri: "neo4j://graph.example.org:7687" }],
  ["neo4j+s://abc.databases.neo4j.io", { engine: "neo4j", uri: "neo4j+s://abc.databases.neo4j.io" }],
  ["neo4j+ssc://[::1]:7687", { engine: "neo4j", uri: "neo4j+ssc://[::1]:7687" }],
  ["bolt://localhost", { engine: "neo4j", uri: "bolt://localhost" }],
  ["bolt+s://localhost", { engine: "neo4j", uri: "bolt+s://localhost" }],
])("reads %s and writes it back", (text, address) => {
  expect(parseStoreAddress(text)).toEqual(address);
  expect(printStoreAddress(parseStoreAddress(text))).toBe(text);
});

it.each(["", "sqlite:", "graph.db", "postgres://localhost", "neo4j://", "http://localhost:7474"])(
  "refuses %j and names the forms",
  (text) => {
    expect(() => parseStoreAddress(text)).toThrow(
      expect.objectContaining({
        code: "BAD_USER_INPUT",
        message: expect.stringMatching(/is not the address of a store: write sqlite:PATH, memory:, or/),
      }),
    );
  },
);

it("refuses a password in the address without repeating it", () => {
  expect(() => parseStoreAddress("neo4j://neo4j:secret@host:7687")).toThrow(
    expect.objectContaining({
      code: "BAD_USER_INPUT",
      message: expect.not.stringContaining("secret"),
    }),
  );
});

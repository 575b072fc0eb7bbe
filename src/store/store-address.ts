import { badInput } from "../domain/errors.js";

/** Where a store is. User, password and database of a Neo4j are given when it is opened: they belong to no text. */
export type StoreAddress =
  | { readonly engine: "memory" }
  | { readonly engine: "sqlite"; readonly path: string }
  | { readonly engine: "neo4j"; readonly uri: string };

const NEO4J_PATTERN = /^(?:neo4j|neo4j\+s|neo4j\+ssc|bolt|bolt\+s|bolt\+ssc):\/\/[^/?#@\s]+\/?$/;
const FORMS =
  "write sqlite:PATH, memory:, or the address of a Neo4j such as neo4j://host:7687 (also neo4j+s, neo4j+ssc, bolt, bolt+s)";

/** Reads the address of a store. @throws BAD_USER_INPUT with the text and the accepted forms. */
export function parseStoreAddress(text: string): StoreAddress {
  if (text === "memory:") return { engine: "memory" };
  if (text.startsWith("sqlite:") && text.length > "sqlite:".length) {
    return { engine: "sqlite", path: text.slice("sqlite:".length) };
  }
  if (/^[a-z0-9+]+:\/\/[^/]*@/.test(text)) {
    throw badInput(
      "the address of a store holds no user and no password: set NEO4J_USER and NEO4J_PASSWORD, and write the address as neo4j://host:7687",
    );
  }
  if (NEO4J_PATTERN.test(text)) return { engine: "neo4j", uri: text.replace(/\/$/, "") };
  throw badInput(`"${text}" is not the address of a store: ${FORMS}`);
}

/** Writes an address as `parseStoreAddress` reads it. */
export function printStoreAddress(address: StoreAddress): string {
  if (address.engine === "memory") return "memory:";
  return address.engine === "sqlite" ? `sqlite:${address.path}` : address.uri;
}

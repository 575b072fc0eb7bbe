import type { Claim } from "../../../domain/record.js";
import type { StoredClaim } from "../../graph-store.js";
import type { Cells } from "../connection.js";

/** A property of a node or a relationship. A JavaScript number is a float to Neo4j unless it is said otherwise. */
export interface Property {
  readonly name: string;
  readonly integer: boolean;
}

export const plain = (name: string): Property => ({ name, integer: false });
export const integral = (name: string): Property => ({ name, integer: true });

/** How one kind of record lies in Neo4j, and the way there and back, which are inverse. */
export interface Shape<T, C extends Cells> {
  /** What stands before the properties in its cells: ends, label, relationship type. */
  readonly leading: number;
  readonly properties: readonly Property[];
  encode(value: T): C;
  decode(cells: C): T;
}

/** A claim of one kind with the versions that brought it and took it away. */
export interface Stored<T extends Claim> extends StoredClaim {
  readonly claim: T;
}

/**
 * `{id: row[2], revision: toInteger(row[3])}`: the properties of a record from the row that carries its cells,
 * without those that it never has.
 */
export function written(
  { leading, properties }: Pick<Shape<never, Cells>, "leading" | "properties">,
  never: readonly string[] = [],
): string {
  const pairs = properties.map(({ name, integer }, index) => {
    const cell = `row[${leading + index}]`;
    return never.includes(name) ? null : `${name}: ${integer ? `toInteger(${cell})` : cell}`;
  });
  return `{${pairs.filter((pair) => pair !== null).join(", ")}}`;
}

/** `r {.id, .revision}`: reads all properties in one pass, which costs half of naming them one by one. */
export function projected(variable: string, properties: readonly Property[]): string {
  return `${variable} {${properties.map(({ name }) => `.${name}`).join(", ")}}`;
}

/** `p.id, p.revision`: the cells out of such a projection. */
export function cellsOf(projection: string, properties: readonly Property[]): string {
  return properties.map(({ name }) => `${projection}.${name}`).join(", ");
}

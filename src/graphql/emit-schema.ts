import { lexicographicSortSchema, printSchema } from "graphql";
import { graphSchema } from "./schema.js";

/** The schema as text, sorted, with its descriptions: what stands in schema/schema.graphql. */
export function emitSchema(): string {
  return `${printSchema(lexicographicSortSchema(graphSchema()))}\n`;
}

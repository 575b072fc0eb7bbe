import { registerEnumType } from "type-graphql";
import { enumName } from "../domain/enum-name.js";

/**
 * A GraphQL enum made from constants of the domain: `no_comment` becomes NO_COMMENT, `PartOf` PART_OF. `values` gives
 * each constant its description, so that a new constant without one does not compile.
 */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Readonly<Record<string, Value>> {
  const entries = Object.entries<string>(values);
  const keys = Object.fromEntries(entries.map(([value]) => [enumName(value), value as Value]));
  const valuesConfig = Object.fromEntries(
    entries.map(([value, words]) => [enumName(value), { description: words }]),
  );
  registerEnumType(keys, { name, description, valuesConfig });
  return keys;
}

/** The description of each row of a table of the domain. */
export function described<Key extends string>(
  table: Readonly<Record<Key, { readonly description: string }>>,
) {
  const rows = Object.entries<{ readonly description: string }>(table);
  return Object.fromEntries(rows.map(([key, row]) => [key, row.description])) as Record<Key, string>;
}

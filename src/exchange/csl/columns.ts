import type { Layout } from "../import/headed-table.js";

const FIELDS = {
  id: /^id$/,
  source: /^source$/,
  number: /^entity number$/,
  type: /^type$/,
  programs: /^programs$/,
  name: /^name$/,
  title: /^title$/,
  addresses: /^addresses$/,
  notice: /^federal register notice$/,
  start: /^start date$/,
  end: /^end date$/,
  requirement: /^license requirement$/,
  policy: /^license policy$/,
  remarks: /^remarks$/,
  aliases: /^alt names$/,
  ids: /^ids$/,
} as const satisfies Record<string, RegExp>;

export type Field = keyof typeof FIELDS;

/** What of a record is read. */
export const LAYOUT: Layout<Field> = {
  fileOf: "Consolidated Screening List",
  fields: FIELDS,
  needed: ["source", "number", "type", "name", "addresses", "start", "aliases"],
  called: { number: "entity_number", start: "start_date", aliases: "alt_names" },
};

import type { Layout } from "../import/headed-table.js";

/** By the names that the two generations of the file, and others like them, give their columns. */
const FIELDS = {
  id: /^id$/,
  opeid: /^ope ?id$/,
  institution: /^(institution|school) name$/,
  city: /^city$/,
  state: /^state$/,
  type: /^(gift|transaction) type$/,
  date: /^(foreign gift received|receipt|received) date$/,
  amount: /^(foreign gift )?amount$/,
  country: /^(country of (giftor|attribution)|attribution country|country)$/,
  giver: /^(giftor|donor) name$/,
  contractStart: /^contract start date$/,
  contractEnd: /^contract end date$/,
  isGovernment: /^foreign government( source)?$/,
  governmentName: /government.*name|name.*government/,
  sourceName: /^(?!.*owne).*(source|entity|giver).*name|name of.*source/,
  sourceDescription: /^(?!.*owne).*description/,
} as const satisfies Record<string, RegExp>;

export type Field = keyof typeof FIELDS;

/** What of a row is read. */
export const LAYOUT: Layout<Field> = {
  fileOf: "file of Section 117",
  fields: FIELDS,
  needed: ["opeid", "institution", "amount", "country", "date", "type"],
  called: {
    opeid: "OPEID",
    institution: "Institution Name or School Name",
    amount: "Foreign Gift Amount or Amount",
    country: "Country of Giftor or Attribution Country",
    date: "Foreign Gift Received Date or Receipt Date",
    type: "Gift Type or Transaction Type",
  },
};

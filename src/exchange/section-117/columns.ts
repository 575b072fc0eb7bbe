/** What of a row is read, by the names that the two generations of the file, and others like them, give their columns. */
export const FIELDS = {
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

/** Without these a file is none of Section 117. */
const NEEDED: readonly Field[] = ["opeid", "institution", "amount", "country", "date", "type"];

/** Where the fields stand in a file's rows. */
export interface Columns {
  readonly width: number;
  readonly at: Readonly<Partial<Record<Field, number>>>;
  /** Names of columns that no field is read from. */
  readonly others: readonly string[];
}

/** Reads a row as a header; the answer names what it lacks where it is none. */
export function readHeader(cells: readonly string[]): Columns | { readonly lacks: readonly Field[] } {
  const at: Partial<Record<Field, number>> = {};
  const others: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const name = plainName(cell);
    const field = (Object.keys(FIELDS) as Field[]).find(
      (each) => at[each] === undefined && FIELDS[each].test(name),
    );
    if (field !== undefined) at[field] = index;
    else if (name !== "") others.push(cell.trim());
  }
  const lacks = NEEDED.filter((field) => at[field] === undefined);
  return lacks.length > 0 ? { lacks } : { width: cells.length, at, others };
}

function plainName(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** How a message calls a field. */
export const CALLED: Readonly<Partial<Record<Field, string>>> = {
  opeid: "OPEID",
  institution: "Institution Name or School Name",
  amount: "Foreign Gift Amount or Amount",
  country: "Country of Giftor or Attribution Country",
  date: "Foreign Gift Received Date or Receipt Date",
  type: "Gift Type or Transaction Type",
};

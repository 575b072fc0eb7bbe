import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { enumName } from "../../src/domain/enum-name.js";
import { FLAG_EVENT_KINDS, FLAG_EVENTS, type FlagEventRow } from "../../src/domain/flag.js";
import { LISTS } from "../../src/domain/lists.js";
import {
  RELATION_KIND_NAMES,
  RELATION_KINDS,
  type RelationKindRow,
} from "../../src/domain/relation-kinds.js";
import { listWordsOf } from "../../src/explain/verbs.js";
import { FAMILY_OF, KIND_ORDER } from "../../src/explorer/api/relation-kinds.js";
import { isFromAbove, isOwnStep, isTie, isTransaction } from "../../src/graph/relation-table.js";
import { REGIME_TABLE, REGIMES } from "../../src/ownership/rules/regimes.js";

/** The recipes of CONTRIBUTING.md, held to the files that they name. */

/** Every file of `src` that is written by hand, with its text. */
const FILES: readonly (readonly [name: string, text: string])[] = readdirSync("src", {
  recursive: true,
  encoding: "utf8",
})
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".generated.ts"))
  .sort()
  .map((file) => [file, readFileSync(join("src", file), "utf8")]);

/** Files that write at least so many of the names in quotes or, without quotes, as the key of a table. */
function filesNaming(names: readonly string[], least: number): readonly string[] {
  const named = names.map((name) => {
    const key = /^\w+$/.test(name) ? `|(?:^|[{,])\\s*\\[?${name}\\]?:` : "";
    return new RegExp(`["'\`]${name}["'\`]${key}`, "m");
  });
  return FILES.filter(([, text]) => named.filter((name) => name.test(text)).length >= least).map(
    ([file]) => file,
  );
}

// ---- a relation kind: 2 files, where it has no cells of its own; 6 where it has

/** So many names make a list of kinds; four is a noun with fields of its own for some of them. */
const A_LIST_OF_KINDS = 5;

it("lists the kinds of relations in the files of the recipe, and where the method numbers those that it walks", () => {
  const lists = [RELATION_KIND_NAMES, RELATION_KIND_NAMES.map(enumName)].flatMap((names) =>
    filesNaming(names, A_LIST_OF_KINDS),
  );
  expect([...new Set(lists)].sort()).toEqual([
    "domain/relation-kinds.ts",
    "dossier/read/relation-row.ts",
    "explain/relation-clause.ts",
    "graph/relation-table.ts",
    "graphql/nouns/relation.ts",
  ]);
});

/** Fields that belong to some kinds only, but for those that are also names of other things. */
const OWN_FIELDS = [
  "right",
  "basis",
  "amountQualifier",
  "amountPer",
  "payment",
  "role",
  "probability",
  "decidedBy",
];

it("lists the fields of some kinds only where they are declared, stored, read and packed", () => {
  const isListed = (text: string) =>
    OWN_FIELDS.every((field) => new RegExp(`^ +(?:readonly )?${field}:`, "m").test(text));
  expect(FILES.filter(([, text]) => isListed(text)).map(([file]) => file)).toEqual([
    "domain/relation-kinds.ts",
    "dossier/read/packed-relations.ts",
    "dossier/read/relation-row.ts",
    "store/records.ts",
  ]);
});

it("gives ownership chains, the ties of a university and its money by the table, to walks by number", () => {
  const having = (is: (kind: number) => boolean) => RELATION_KIND_NAMES.filter((_, kind) => is(kind));
  expect(having(isOwnStep)).toEqual(["Ownership", "Control", "Affiliation", "PartOf"]);
  expect(having(isFromAbove)).toEqual(["Ownership", "Control"]);
  expect(having(isTie)).toEqual(["Funding", "Collaboration", "Participation", "Backing"]);
  expect(having(isTransaction)).toEqual(["Funding", "Collaboration"]);
  expect(RELATION_KIND_NAMES.filter((kind) => RELATION_KINDS[kind].carriesMoney)).toEqual(["Funding"]);
});

it("says of every kind the same in each column", () => {
  for (const kind of RELATION_KIND_NAMES) {
    const { transmits, carriesMoney, isTie: tie, inProof }: RelationKindRow = RELATION_KINDS[kind];
    expect(transmits !== "none", kind).toBe(inProof === "chain");
    expect(tie, kind).toBe(inProof === "transaction" || inProof === "program");
    if (carriesMoney) expect(inProof, kind).toBe("transaction");
  }
});

it("gives the pages every kind once, in the order of the table and with a family", () => {
  const orders = RELATION_KIND_NAMES.map((kind) => RELATION_KINDS[kind].order);
  expect([...orders].sort((a, b) => a - b)).toEqual(RELATION_KIND_NAMES.map((_, at) => at + 1));
  expect([...KIND_ORDER].sort()).toEqual(RELATION_KIND_NAMES.map(enumName).sort());
  expect(KIND_ORDER.slice(0, 3)).toEqual(["FUNDING", "COLLABORATION", "OWNERSHIP"]);
  expect(KIND_ORDER.map((kind) => FAMILY_OF[kind])).toEqual(
    "money research ownership ownership ownership ownership research research other other ownership other".split(
      " ",
    ),
  );
});

// ---- a list: 1 file

it("says all of a list in its one row; beside it only regimes name the lists that they go by", () => {
  expect(filesNaming(Object.keys(LISTS), 1)).toEqual(["domain/lists.ts", "ownership/rules/regimes.ts"]);
});

it("has words for every list within a sentence", () => {
  for (const [list, { called }] of Object.entries(LISTS)) {
    expect(called, list).toMatch(/^(?:the|an?|Section|[A-Z]\S+'s) \S/);
    expect(listWordsOf(list)).toBe(called);
  }
});

// ---- a regime: 2 files

/** Rows of findings show the four that their document asks for. */
it("says all of a regime in its one row, and its name on the pages", () => {
  expect(filesNaming(REGIMES, 2)).toEqual([
    "explorer/components/finding-row.tsx",
    "explorer/texts/english.ts",
    "ownership/rules/regimes.ts",
  ]);
});

it("lets a regime go by lists that there are", () => {
  for (const regime of REGIMES) {
    const { lists, beside } = REGIME_TABLE[regime];
    for (const list of lists) expect(Object.keys(LISTS), regime).toContain(list);
    expect(beside, regime).not.toEqual([]);
  }
});

// ---- events of a flag and roles in it: one table each

it("lists the events of flags in their table, in the words for them, on the pages, and where descriptions of flags rank them", () => {
  const lists = [FLAG_EVENT_KINDS, FLAG_EVENT_KINDS.map(enumName)].flatMap((names) => filesNaming(names, 5));
  expect([...new Set(lists)].sort()).toEqual([
    "domain/flag.ts",
    "explain/claim-text.ts",
    "explain/flag-description.ts",
    "explain/verbs.ts",
    "explorer/texts/dashboard.ts",
  ]);
});

it("opens a flag with an event that makes it open, and ends or establishes it with an outcome", () => {
  for (const event of FLAG_EVENT_KINDS) {
    const { makes, isOpening, isOutcome }: FlagEventRow = FLAG_EVENTS[event];
    if (isOpening) expect(makes, event).toMatch(/^open/);
    expect(isOutcome, event).toBe(["established", "over", "ended"].includes(makes));
  }
});

import { DECISION_KINDS } from "../../domain/act.js";
import { parseCountry } from "../../domain/countries.js";
import { printDay, today } from "../../domain/day.js";
import { ENTITY_KIND_NAMES } from "../../domain/entity.js";
import { enumName } from "../../domain/enum-name.js";
import { FLAG_KINDS, FLAG_STATES } from "../../domain/flag.js";
import { FUNDING_FORMS } from "../../domain/relation-kinds.js";
import { FUNDING_DIMENSIONS } from "../../exposure/comparisons/funding-totals.js";
import { day, manyValues, oneValue, wholeNumber } from "../options.js";
import { print } from "../output.js";
import type { Column } from "../table.js";
import { amountText, counted, currencyText, lowerWords, wrapped } from "../words.js";
import { printClaims, printTable, wordsOf } from "./print.js";
import { answered, type Question } from "./question.js";
import {
  type AskDecisionsQuery,
  type AskFlagsQuery,
  type AskFundingQuery,
  type AskSearchQuery,
  askDecisionsQuestion,
  askFlagsQuestion,
  askFundingQuestion,
  askSearchQuestion,
  type SumFragment,
} from "./questions.generated.js";

/** A row of a list, with the number by which its words are told below the table. */
type Numbered<Row> = Row & { readonly number: number };

const numbered = <Row extends object>(rows: readonly Row[]): readonly Numbered<Row>[] =>
  rows.map((row, at) => ({ ...row, number: at + 1 }));

const NUMBER = {
  title: "no",
  cell: ({ number }: { readonly number: number }) => String(number),
  right: true,
} as const;

type Decision = NonNullable<AskDecisionsQuery["decisions"]>["nodes"][number];

const DECISION_COLUMNS: readonly Column<Numbered<Decision>>[] = [
  NUMBER,
  { title: "date", cell: ({ start }) => start ?? "not known" },
  { title: "end", cell: ({ end }) => end ?? "" },
  { title: "by", cell: ({ by }) => by.name, atMost: 40 },
  { title: "what", cell: ({ kind }) => lowerWords(kind) },
  {
    title: "about",
    cell: ({ counterparties }) => counterparties.map(({ name }) => name).join(", ") || "(not named)",
    atMost: 50,
  },
  {
    title: "subsidiaries",
    cell: ({ coversSubsidiaries: covers }) =>
      covers === null ? "not said" : covers ? "covered" : "not covered",
  },
  { title: "status", cell: ({ status }) => lowerWords(status) },
];

export const decisions: Question<AskDecisionsQuery> = {
  usage: "decisions",
  summary: "who decided what about whom, when",
  description:
    "Who decided what about whom, in order of date, each with its words, its source and what was answered.",
  examples: [
    "exposure-graph ask decisions --counterparties company:huawei-technologies --kinds cut_ties,moratorium",
  ],
  options: [
    manyValues(["--by <ids>", "filter.by"], "decisions of these universities or bodies"),
    manyValues(["--counterparties <ids>", "filter.counterparties"], "decisions that name one of these"),
    manyValues(["--kinds <kinds>", "filter.kinds"], "only these kinds", DECISION_KINDS),
  ],
  document: askDecisionsQuestion,
  list: ["decisions"],
  print: ([answer], { knownAt }) => {
    const rows = numbered(answered(answer?.decisions ?? null).nodes);
    printTable(rows, DECISION_COLUMNS);
    for (const decision of rows) {
      const { quote, where } = wordsOf(decision);
      const words = [quote, where].filter((part) => part).join(" ");
      print("");
      print(`${decision.number}. ${wrapped(decision.text, "   ")}`);
      if (words !== "") print(`   ${wrapped(words, "   ")}`);
      for (const { text, quote: reply } of decision.responses)
        print(`   ${wrapped(`${text}${reply === null ? "" : ` "${reply}"`}`, "   ")}`);
    }
    print(
      `\n${counted(rows.length, "decision", "decisions")}, as known on ${knownAt}, graph version ${answer?.graph?.version}.`,
    );
  },
};

type Flag = NonNullable<AskFlagsQuery["flags"]>["nodes"][number];

const FLAG_COLUMNS: readonly Column<Numbered<Flag>>[] = [
  NUMBER,
  {
    title: "date",
    cell: ({ events, subjects }) => events[0]?.start ?? subjects.nodes[0]?.start ?? "not known",
  },
  { title: "what", cell: (flag) => ("list" in flag ? flag.list : lowerWords(flag.type)) },
  { title: "title", cell: ({ title }) => title, atMost: 60 },
  { title: "state", cell: ({ state }) => (state === null ? "none" : lowerWords(state)) },
  { title: "whom", cell: ({ subjects }) => whom(subjects.nodes), atMost: 60 },
];

/** `ZTE Corporation (respondent), University of Kansas (victim)`; an allegation or a denial is called so. */
function whom(subjects: Flag["subjects"]["nodes"]): string {
  const told = subjects.map(({ entity, role, status }) => {
    const word = status === "ALLEGED" || status === "DENIED" ? `, ${lowerWords(status)}` : "";
    return `${entity.name} (${lowerWords(role)}${word})`;
  });
  return [...new Set(told)].join(", ");
}

/** Of whom a flag concerns the party that was asked about, unless it is told of by another id. */
function aboutParty(flag: Flag, party: unknown): Flag {
  const own = flag.subjects.nodes.filter(({ entity }) => entity.id === party);
  return own.length === 0 ? flag : { ...flag, subjects: { nodes: own } };
}

export const flags: Question<AskFlagsQuery> = {
  usage: "flags [party]",
  summary: "probes and listings, of one party or all",
  description:
    "Probes and listings in order of date: whom each concerns and in which role, its life as its sources tell it,\n" +
    "how it came out, and what was answered to it.",
  examples: ["exposure-graph ask flags company:zte --kinds Listing"],
  arguments: { party: "only those that concern this entity, e.g. company:huawei-technologies" },
  options: [
    manyValues(["--kinds <kinds>", "filter.kinds"], "only these kinds", Object.keys(FLAG_KINDS)),
    manyValues(["--states <states>", "filter.states"], "only those in these states", FLAG_STATES),
    manyValues(["--lists <names>", "filter.lists"], "only listings on these lists, e.g. us-entity-list"),
    oneValue(["--text <words>", "filter.text"], "only those with these words in title, docket or reference"),
  ],
  // An outcome is told with its day.
  more: ({ party, filter, ...given }) => ({
    validAt: printDay(today()),
    ...given,
    filter: { ...(filter as object | undefined), ...(party !== undefined && { subjects: [party] }) },
  }),
  document: askFlagsQuestion,
  list: ["flags"],
  print: ([answer], { filter, knownAt }) => {
    const [party] = (filter as { readonly subjects?: readonly string[] }).subjects ?? [];
    const { nodes, warnings } = answered(answer?.flags ?? null);
    const rows = numbered(nodes.map((flag) => aboutParty(flag, party)));
    printTable(rows, FLAG_COLUMNS);
    for (const flag of rows) {
      const register = "list" in flag ? flag.reference : flag.docket;
      const authorities = flag.authorities.map(({ name }) => name).join(", ");
      const details = [flag.id, authorities, register].filter((part) => part);
      print("");
      print(`${flag.number}. ${wrapped(`${flag.title} (${details.join("; ")})`, "   ")}`);
      printClaims(flag.events);
      if (flag.outcome === null) print(`   ${wrapped(flag.outcomeText, "   ")}`);
      printClaims(flag.responses);
    }
    print(
      `${rows.length > 0 ? "\n" : ""}${counted(rows.length, "probe or listing", "probes and listings")}, as known on ${knownAt}, graph version ${answer?.graph?.version}.`,
    );
    for (const warning of warnings) print(wrapped(`Warning: ${warning}`));
  },
};

const count = (title: string, of: (total: SumFragment) => number): Column<SumFragment> => ({
  title,
  cell: (total) => (of(total) === 0 ? "" : String(of(total))),
  right: true,
  optional: true,
});

/** The columns of sums by some keys: one a key, then the money. */
function sumColumns(keys: SumFragment["keys"]): readonly Column<SumFragment>[] {
  return [
    ...keys.map(({ dimension }, at) => ({
      title: lowerWords(dimension),
      cell: (sum: SumFragment) =>
        dimension === "CURRENCY"
          ? currencyText({ ...sum, currency: sum.total.currency })
          : (sum.keys[at]?.label ?? ""),
      atMost: 44,
    })),
    { title: "sum", cell: ({ total }) => amountText(total), right: true },
    {
      title: "promised, payment not shown",
      cell: ({ committed }) => amountText(committed),
      right: true,
      optional: true,
    },
    { title: "fundings", cell: ({ transactions }) => String(transactions), right: true },
    count("not known", ({ unknownAmounts }) => unknownAmounts),
    count("about", ({ approximate }) => approximate),
    { title: "first", cell: ({ earliest }) => earliest ?? "" },
    { title: "last", cell: ({ latest }) => latest ?? "" },
  ];
}

export const funding: Question<AskFundingQuery> = {
  usage: "funding",
  summary: "sums of money by recipient, payer, group, year, country, form or dossier",
  description:
    "Sums of confirmed and reported fundings by some keys and always by currency; nothing is converted.\n" +
    "Of a payer's group (that of the day asked about) it says who belongs to it, by which claims, and what others\n" +
    "of the same family paid that is not counted.",
  examples: [
    "exposure-graph ask funding --by payer_group,year --countries CN",
    "exposure-graph ask funding --by payer --payer-group company:huawei-technologies",
  ],
  options: [
    manyValues(["--by <keys>", "groupBy"], "the keys", FUNDING_DIMENSIONS).default(
      ["RECIPIENT"],
      "recipient",
    ),
    manyValues(["--recipients <ids>", "filter.recipients"], "made to one of these"),
    manyValues(["--payers <ids>", "filter.payers"], "made by one of these"),
    oneValue(
      ["--payer-group <id>", "filter.payerGroup"],
      "made by the group of this party: all that the same topmost company controls or that is affiliated to it",
    ),
    manyValues(["--countries <codes>", "filter.countries"], "the payer's country", parseCountry),
    manyValues(["--forms <forms>", "filter.forms"], "in one of these forms", FUNDING_FORMS),
    manyValues(["--dossiers <slugs>", "filter.dossiers"], "held by one of these dossiers"),
    oneValue(["--from <day>", "filter.from"], "may have begun on this day or later", day),
    oneValue(["--to <day>", "filter.to"], "may have begun by this day", day),
  ],
  more: (given) => {
    const byGroup = (given.groupBy as readonly string[]).includes("PAYER_GROUP");
    return { ...given, payerGroups: byGroup || payerGroupIn(given.filter) };
  },
  document: askFundingQuestion,
  list: ["fundingTotals"],
  print: ([answer], { filter }) => {
    const { nodes, payerGroups = [] } = answered(answer?.fundingTotals ?? null);
    if (nodes.length === 0) print("No funding was found.");
    printTable(nodes, sumColumns(nodes[0]?.keys ?? []));
    for (const group of payerGroups) printGroup(group, payerGroupIn(filter));
  },
};

function payerGroupIn(filter: unknown): boolean {
  return (filter as { readonly payerGroup?: string } | undefined)?.payerGroup !== undefined;
}

type PayerGroup = NonNullable<NonNullable<AskFundingQuery["fundingTotals"]>["payerGroups"]>[number];

/** Who is counted in a group and what is not; of one that was asked for also the claims that say so. */
function printGroup({ text, payers, outside }: PayerGroup, withClaims: boolean): void {
  if (!withClaims && payers.length < 2 && outside.length === 0) return;
  print(`\n${wrapped(text)}`);
  for (const left of outside) print(wrapped(left.text));
  for (const { payer, rule: membership, proof } of withClaims ? payers : []) {
    if (membership === "ITSELF") continue;
    print(`\n${payer.name}, ${lowerWords(membership)}:`);
    printClaims(proof.map(({ relation }) => relation));
  }
}

type Hit = NonNullable<AskSearchQuery["search"]>["nodes"][number];

const HIT_COLUMNS: readonly Column<Hit>[] = [
  { title: "id", cell: ({ entity }) => entity.id },
  {
    title: "kind",
    cell: ({ entity }) => ENTITY_KIND_NAMES.find((kind) => enumName(kind) === entity.kind) ?? entity.kind,
  },
  { title: "name", cell: ({ entity }) => entity.name, atMost: 50 },
  {
    title: "found as",
    cell: ({ entity, matchedName }) => (matchedName === entity.name ? "" : matchedName),
    atMost: 40,
    optional: true,
  },
];

/** A command of its own, without `ask`. */
export const search: Question<AskSearchQuery> = {
  usage: "search <text...>",
  summary: "ids by name, alias or identifier",
  description:
    "Entities by name, alias, identifier or id, the best first. Case, accents and punctuation do not matter;\n" +
    "words may be given by their beginnings, and a long word may have a typing error.",
  examples: ["exposure-graph search Huwaei --kinds company"],
  arguments: { text: 'a name or a part of one, or an identifier such as "ror 042nb2s44"' },
  options: [
    manyValues(["--kinds <kinds>", "kinds"], "only these kinds", ENTITY_KIND_NAMES),
    oneValue(["--limit <number>", "first"], "so many at most (default: 20)", wholeNumber),
  ],
  clocks: false,
  more: ({ text, ...given }) => ({ ...given, text: (text as readonly string[]).join(" ") }),
  document: askSearchQuestion,
  print: ([answer]) => {
    const { nodes, totalCount } = answered(answer?.search ?? null);
    printTable(nodes, HIT_COLUMNS);
    const left = totalCount - nodes.length;
    const unprinted = left > 0 ? `, ${left} of them not printed: raise --limit` : "";
    print(`${nodes.length > 0 ? "\n" : ""}${counted(totalCount, "entity", "entities")} found${unprinted}.`);
  },
};

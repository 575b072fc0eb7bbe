import { enumName } from "../../domain/enum-name.js";
import { OWN_STEP_KINDS, OWNERSHIP_RIGHTS, RELATION_KIND_NAMES } from "../../domain/relation-kinds.js";
import { percent } from "../../domain/share.js";
import { sentence } from "../../explain/sentence.js";
import { REGIME_TABLE, REGIMES } from "../../ownership/rules/regimes.js";
import { ArgumentOption, fraction, manyValues, oneOf, oneValue, wholeNumber } from "../options.js";
import { print } from "../output.js";
import type { Column } from "../table.js";
import { lowerWords, wrapped } from "../words.js";
import { printClaims, printScope, printTable, shareCell } from "./print.js";
import { answered, type Question } from "./question.js";
import {
  type AskControlQuery,
  type AskIntegratedQuery,
  type AskOwnershipQuery,
  type AskPathsQuery,
  type AskRuleQuery,
  askControlQuestion,
  askIntegratedQuestion,
  askOwnershipQuestion,
  askPathsQuestion,
  askRuleQuestion,
  type StakedFragment,
} from "./questions.generated.js";

export const paths: Question<AskPathsQuery> = {
  usage: "paths <from> <to>",
  summary: "how two entities are connected",
  description: "How two entities are connected: the shortest paths of claims, each with its sources.",
  examples: ["exposure-graph ask paths university:mit company:zte --limit 2"],
  arguments: { from: "an entity's id", to: "another entity's id" },
  options: [
    oneValue(["--limit <number>", "limit"], "paths at most (default: 3)", wholeNumber),
    oneValue(["--max-hops <number>", "maxHops"], "claims in a path at most (default: 8)", wholeNumber),
    manyValues(
      ["--avoid <ids>", "avoid"],
      "paths that do not pass through these (the two ends are not meant)",
    ),
    manyValues(["--kinds <kinds>", "kinds"], "only relations of these kinds", RELATION_KIND_NAMES),
    new ArgumentOption("--directed", "follow claims only the way they point", "directed"),
  ],
  document: askPathsQuestion,
  print: ([answer], { from, to }) => {
    const { paths: found, scope } = answered(answer?.paths ?? null);
    if (found.length === 0) print(`No path from ${from} to ${to} was found.`);
    for (const [at, { text, steps }] of found.entries()) {
      print(wrapped(`${at + 1}. ${text}`, "   "));
      // Distinct paths differ in their entities: what else joins the same two is told with the step.
      printClaims(steps.flatMap(({ relation, parallel }) => [relation, ...parallel]));
      print("");
    }
    printScope(scope);
  },
};

const STAKE_COLUMNS: readonly Column<StakedFragment>[] = [
  { title: "party", cell: ({ party }) => party.name, atMost: 60 },
  { title: "direct %", cell: ({ direct }) => shareCell(direct), right: true, optional: true },
  { title: "integrated %", cell: integratedCell, right: true },
  { title: "control", cell: ({ control: verdict }) => lowerWords(verdict) },
  { title: "claims", cell: ({ path }) => String(path.hops), right: true },
];

function integratedCell({ integrated: share, closedLoop, converged }: StakedFragment): string {
  if (closedLoop) return "closed loop";
  return `${shareCell(share)}${converged ? "" : " (not narrowed further)"}`;
}

const PRECISION = oneValue(
  ["--precision <fraction>", "precision"],
  "how near the bounds of an integrated share must come where more than 500 companies hold each other in circles (default: 0.0001)",
  fraction,
);

export const ownership: Question<AskOwnershipQuery> = {
  usage: "ownership <of>",
  summary: "who owns an entity and what it owns",
  description:
    "Who owns an entity and what it owns, at any depth: shares held directly and through everything between,\n" +
    "and who controls. A share that no source gives is not known: neither nothing nor all.",
  examples: ["exposure-graph ask ownership company:huawei-marine-systems --valid-at 2019-05-30"],
  arguments: { of: "an entity's id, e.g. company:huawei-technologies" },
  options: [
    oneValue(
      ["--right <right>", "right"],
      `of which right: ${OWNERSHIP_RIGHTS.join(", ")}`,
      oneOf(OWNERSHIP_RIGHTS),
    ),
    PRECISION,
  ],
  document: askOwnershipQuestion,
  print: ([answer]) => {
    const { company, right, known, holders, holdings, problems, scope } = answered(answer?.ownership ?? null);
    const ofRight = right === "UNSPECIFIED" ? "" : ` (${lowerWords(right)})`;
    print(`${company.name} (${company.id}): known ${percent(known)} of 100${ofRight}`);
    for (const problem of problems) print(`Data problem: ${sentence(problem)}`);
    for (const [title, stakes] of [
      ["Above it", holders],
      ["Below it", holdings],
    ] as const) {
      print(`\n${title}: ${stakes.length === 0 ? "no party is known" : stakes.length}`);
      printTable(stakes, STAKE_COLUMNS);
    }
    print("");
    printScope(scope);
  },
};

export const integrated: Question<AskIntegratedQuery> = {
  usage: "integrated <owner> <company>",
  summary: "what an owner owns of a company, through everything between",
  description:
    "What an owner owns of a company, directly and through everything between: a share, as an interval.",
  examples: [
    "exposure-graph ask integrated company:huawei-tech-investment-hong-kong company:huawei-marine-networks",
  ],
  arguments: { owner: "an entity's id", company: "another entity's id" },
  options: [PRECISION],
  document: askIntegratedQuestion,
  print: ([answer]) => print(wrapped(answered(answer?.integratedOwnership ?? null).explanation)),
};

export const control: Question<AskControlQuery> = {
  usage: "control <controller> <company>",
  summary: "whether one party controls another",
  description:
    "Whether one party controls another: by more than half of the votes, held alone and through what it controls,\n" +
    "or because a source says so. Yes, no or undetermined, with the claims that prove it, on what kind of word\n" +
    "they rest, and what is only alleged or denied between the two and does not count.",
  examples: ["exposure-graph ask control company:huawei-technologies company:futurewei"],
  arguments: {
    controller: "an entity's id, e.g. company:huawei-technologies",
    company: "another entity's id, e.g. company:futurewei",
  },
  more: (given) => ({ ...given, kinds: OWN_STEP_KINDS.map(enumName) }),
  document: askControlQuestion,
  print: ([answer]) => {
    const { explanation, restsOn, proof } = answered(answer?.control ?? null);
    print(wrapped(`${explanation} ${restsOn}`.trimEnd()));
    if (proof.length > 0) print("\nClaims:");
    printClaims(proof.map(({ relation }) => relation));
    const notCounted = (answer?.between?.relations.nodes ?? [])
      .filter(({ status }) => status === "ALLEGED" || status === "DENIED")
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (notCounted.length > 0) print("\nNot counted, because it is only alleged or denied:");
    printClaims(notCounted);
  },
};

type RuleAnswer = NonNullable<AskRuleQuery["ownershipRule"]>;

const RULE_COLUMNS: readonly Column<RuleAnswer>[] = [
  { title: "rule", cell: ({ regime }) => regime },
  { title: "verdict", cell: ({ verdict }) => lowerWords(verdict) },
  {
    title: "would be",
    cell: ({ wouldBe }) => (wouldBe === null ? "" : lowerWords(wouldBe)),
    optional: true,
  },
  { title: "held by the flagged %", cell: ({ aggregateShare }) => shareCell(aggregateShare), right: true },
  { title: "known %", cell: ({ known }) => percent(known), right: true },
  { title: "threshold %", cell: ({ threshold }) => percent(threshold), right: true },
  { title: "parties", cell: ({ flagged }) => String(flagged.length), right: true },
  { title: "lists missing", cell: ({ listsMissing }) => listsMissing.join(", "), optional: true },
];

export const rule: Question<AskRuleQuery> = {
  usage: "rule <company>",
  summary: "what legal ownership rules say of a company",
  description:
    "What legal ownership rules say of a company on a day, side by side: whether it is treated like its listed\n" +
    "owners, by which claims, and which unknown share or missing list leaves it open. No legal advice.",
  examples: ["exposure-graph ask rule company:hisilicon --regimes OFAC_50,BIS_50 --valid-at 2025-10-01"],
  arguments: { company: "an entity's id, e.g. company:hisilicon" },
  options: [
    manyValues(["--regimes <regimes>", "regime"], "only these rules (default: all)", REGIMES),
    manyValues(
      ["--flagged <ids>", "flagged"],
      "start from these parties (default: those on the rule's lists)",
    ),
  ],
  more: (given) => ({ regime: REGIMES, ...given }),
  each: "regime",
  document: askRuleQuestion,
  print: (answers) => {
    const told = answers.map(({ ownershipRule }) => answered(ownershipRule));
    printTable(told, RULE_COLUMNS);
    for (const { regime, explanation, proof, citation, checkedOn } of told) {
      print(`\n${regime}: ${REGIME_TABLE[regime].name}`);
      print(`   ${wrapped(explanation, "   ")}`);
      printClaims(proof.map(({ relation }) => relation));
      print(`   ${wrapped(`${citation}; as read on ${checkedOn}.`, "   ")}`);
    }
  },
};

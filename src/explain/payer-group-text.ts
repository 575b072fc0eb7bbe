import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { CHANNELS, type ChannelId } from "../exposure/channels.js";
import type { AxisValue } from "../exposure/comparisons/axis-value.js";
import type { GroupRule, OutsideReason } from "../exposure/comparisons/payer-groups.js";
import type { SummedFundings } from "../exposure/comparisons/sum-fundings.js";
import type { Timing } from "../exposure/finding.js";
import { dayWords } from "./date-words.js";
import { Namer, type Names } from "./names.js";
import { counted, moneyWords, numeral } from "./number-words.js";
import { listWords, sentence, within } from "./sentence.js";

/** Who of some payers is of one group, to be told. */
export interface PayerGroupToTell {
  readonly group: EntityId;
  readonly day: Day;
  readonly payers: readonly { readonly payer: EntityId; readonly rule: GroupRule }[];
}

/** Which payers are counted as one group, and by which rule. Never empty. */
export function payerGroupText({ group, day, payers }: PayerGroupToTell, names: Names): string {
  const namer = new Namer(names);
  const whose = namer.full(group);
  const others = payers.filter(({ rule }) => rule !== "ITSELF");
  if (others.length === 0)
    return sentence(`as of ${dayWords(day)} no payer but ${whose} itself is counted in its group`);
  const payer = payers.length > others.length ? "other payer" : "payer";
  const parts = [
    `as of ${dayWords(day)} ${counted(others.length, payer)} ${others.length === 1 ? "is" : "are"} counted in the group of ${whose}`,
    ...BY_RULE.flatMap(([rule, by]) => {
      const some = others.filter((each) => each.rule === rule).map(({ payer }) => payer);
      return some.length === 0 ? [] : [`${by}: ${fewWords(some, namer)}`];
    }),
  ];
  return parts.map(sentence).join(" ");
}

const BY_RULE = [
  ["CONTROL", "by control, directly or through others"],
  ["AFFILIATION", "by affiliation, which does not say control"],
  ["CONTROL_AND_AFFILIATION", "by control and affiliation in a row, which does not say control"],
] as const satisfies readonly (readonly [GroupRule, string])[];

/** What some payers of the same family paid that is not counted in a group, to be told. */
export interface OutsideToTell {
  readonly group: EntityId;
  readonly day: Day;
  readonly reason: OutsideReason;
  readonly payers: readonly EntityId[];
  readonly totals: readonly SummedFundings[];
}

/**
 * "$5,480,908 more came from two companies of the same family, A and B." and why that is not counted. Where some only
 * promised, or an amount is not known, what they gave is told of all together.
 */
export function outsideText({ group, day, reason, payers, totals }: OutsideToTell, names: Names): string {
  const namer = new Namer(names);
  const areCompanies = payers.every((payer) => names.about(payer)?.kind === "Company");
  const who = areCompanies ? counted(payers.length, "company", "companies") : counted(payers.length, "payer");
  const family = `${who} of the same family`;
  const called = fewWords(payers, namer);
  const [they, are] = payers.length === 1 ? ["it", "is"] : ["they", "are"];
  const { paid, promised, undisclosed } = moneyOf(totals);
  const gave = [
    ...(paid.length > 0 ? [`paid ${listWords(paid)}`] : []),
    ...(promised.length > 0 ? [`promised ${listWords(promised)}, payment not shown`] : []),
    ...(undisclosed === null ? [] : [`paid or promised ${undisclosed}`]),
  ];
  const together = payers.length === 1 ? they : `together ${they}`;
  const all = within(`${together} ${gave.join(" and ")}`, () =>
    gave.map((each) => sentence(`${together} ${each}`)).join(" "),
  );
  const [sums, whose, when] = [listWords(paid), namer.short(group), dayWords(day)];
  return [
    ...(promised.length === 0 && undisclosed === null
      ? [
          within(`${sums} more came from ${family}, ${called}`, () =>
            [`${sums} more came from ${family}`, `${they} ${are} ${called}`].map(sentence).join(" "),
          ),
        ]
      : [`${family}, ${called}, ${are} not counted`, all]),
    reason === "POSSIBLY"
      ? `the claims in this collection leave open whether ${they} belonged to the same group as ${whose} on ${when}`
      : `at the time ${they} belonged to the same group as ${whose}; the claims in this collection do not show it for ${when}`,
  ]
    .map(sentence)
    .join(" ");
}

/** Every digit of what was paid and of what was promised; what has no known amount. */
function moneyOf(totals: OutsideToTell["totals"]) {
  const words = (money: SummedFundings["total"], about: boolean) =>
    money.max === 0
      ? []
      : [`${about && money.max !== null ? "about " : ""}${moneyWords(money, { inFull: true })}`];
  const unknown = totals.reduce((all, { unknownAmounts }) => all + unknownAmounts, 0);
  return {
    paid: totals.flatMap(({ total, approximate }) => words(total, approximate > 0)),
    promised: totals.flatMap(({ committed, approximate }) => words(committed, approximate > 0)),
    undisclosed: unknown === 0 ? null : counted(unknown, "undisclosed sum"),
  };
}

const MOST_NAMED = 4;

function fewWords(payers: readonly EntityId[], namer: Namer): string {
  const named = payers.slice(0, MOST_NAMED).map((payer) => namer.short(payer));
  return listWords(
    payers.length > named.length ? [...named, `${numeral(payers.length - named.length)} more`] : named,
  );
}

const REGIONS = new Intl.DisplayNames("en-US", { type: "region", fallback: "code" });

/** A value of a dimension in words: a name, a country, what a channel or a timing means, or the key itself. */
export function axisLabel({ dimension, key, entity }: AxisValue, names: Names): string {
  if (entity !== null) return names.entity(entity) ?? entity;
  if (key === "unclear") return "year not clear";
  if (key === "unknown") return "country not known";
  if (dimension === "COUNTRY") return REGIONS.of(key) ?? key;
  if (dimension === "CHANNEL") return CHANNELS[key as ChannelId].label;
  if (dimension === "TIMING") return TIMING_WORDS[key as Timing];
  return key;
}

/** A timing as a column's heading in a table. */
const TIMING_WORDS: Record<Timing, string> = {
  CONCURRENT: "while a probe or listing that counts was open",
  POSSIBLY_CONCURRENT: "possibly while one was open",
  AFTER: "after",
  BEFORE: "before",
  UNDATED: "without a date",
  NO_FLAG: "with no listing or probe that counts on record",
};

import type { AskUniversityQuery, FindingRowFragment, MoneyFragment } from "../../api/documents.generated.js";
import { moneyText } from "../../looks/sums.js";
import { toldPath } from "../../looks/told-path.js";
import { texts } from "../../texts/english.js";

type University = NonNullable<AskUniversityQuery["university"]>;
type Report = NonNullable<AskUniversityQuery["exposure"]>;

const STRONGEST_FIRST = ["CONCURRENT", "POSSIBLY_CONCURRENT", "AFTER", "BEFORE", "UNDATED", "NO_FLAG"];

type Dealing = Report["transactions"]["nodes"][number];
type Flag = NonNullable<Dealing["flag"]>;

/** What a page opens with: a sentence, and the claims that it rests on, in the order of a chain. */
export interface Lead {
  readonly sentence: string;
  readonly steps: readonly LeadStep[];
  /** The probe or listing that the sentence names; null: it names none. */
  readonly flag: Flag | null;
}

/** A claim of the chain, and whether it is read from its `from` on. */
export interface LeadStep {
  readonly claim: string;
  readonly forward: boolean;
}

/**
 * The answer as one sentence for a newspaper: the gift of a known amount that stands closest to a probe or listing, the
 * larger first; without one the first finding's chain; without any that nothing was found.
 */
export function leadOf(university: University, report: Report): Lead {
  const gift = report.transactions.nodes
    .map(giftOf)
    .filter((one) => one !== null)
    .sort(before)[0];
  const findings = report.groups.nodes.flatMap((group) => group.findings);
  if (gift !== undefined)
    return { sentence: giftSentence(gift), steps: stepsOf(gift, university, findings), flag: gift.flag };
  const finding = findings[0];
  return finding === undefined
    ? { sentence: texts.headline.none(university.shortName), steps: [], flag: null }
    : {
        sentence: toldPath(finding.path),
        steps: pathSteps(finding),
        flag: null,
      };
}

/** The gift itself, then what leads from its giver to the target; the finding's own chain where a part got the gift. */
function stepsOf(
  gift: Gift,
  university: University,
  findings: readonly FindingRowFragment[],
): readonly LeadStep[] {
  const { id, from, to } = gift.relation;
  const finding = findings.find(({ counterparties }) =>
    counterparties.some(({ counterparty }) => counterparty.id === from.id),
  );
  if (finding === undefined) return [];
  if (to.id !== university.id) return pathSteps(finding);
  const onwards = finding.path.steps.findIndex((step) => step.from.id === from.id);
  const rest = onwards < 0 ? [] : pathSteps(finding).slice(onwards);
  return [{ claim: id, forward: false }, ...rest];
}

function pathSteps({ path }: FindingRowFragment): readonly LeadStep[] {
  return path.steps.map(({ relation, forward }) => ({ claim: relation.id, forward }));
}

interface Gift extends Dealing {
  readonly amount: MoneyFragment;
}

function giftOf(dealt: Dealing): Gift | null {
  const { relation } = dealt;
  const amount = "amount" in relation ? relation.amount : null;
  return amount === null ? null : { ...dealt, amount };
}

function before(a: Gift, b: Gift): number {
  const timing = STRONGEST_FIRST.indexOf(a.timing) - STRONGEST_FIRST.indexOf(b.timing);
  return timing || b.amount.min - a.amount.min;
}

function giftSentence({ amount, relation, timing, days, flag }: Gift): string {
  const said = texts.headline.received(
    relation.to.shortName,
    moneyText(amount),
    relation.from.shortName,
    relation.start === null ? "" : texts.on(relation.start),
    relation.status === "CONFIRMED",
  );
  const sentence = `${said}${flag === null ? "" : inTime(timing, days, flag)}`;
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}

function inTime(timing: Dealing["timing"], days: number | null, flag: Flag): string {
  const say = texts.headline;
  if (timing === "CONCURRENT") return say.during(running(flag));
  if (timing === "POSSIBLY_CONCURRENT") return say.possiblyDuring(running(flag));
  if (days === null) return "";
  return timing === "BEFORE"
    ? say.before(texts.span(days), beginning(flag))
    : say.after(texts.span(days), running(flag));
}

function beginning(flag: Flag): string {
  if (flag.kind === "LISTING") return texts.headline.listing(flag.title);
  return isProsecution(flag) ? texts.headline.charges(flag.title) : texts.headline.probe(flag.title);
}

function running(flag: Flag): string {
  if (flag.kind === "LISTING") return texts.headline.listing(flag.title);
  return isProsecution(flag) ? texts.headline.case(flag.title) : texts.headline.probe(flag.title);
}

function isProsecution(flag: Flag): boolean {
  return "type" in flag && flag.type === "PROSECUTION";
}

import type { FindingRowFragment, FlagState, RuleVerdict } from "../api/documents.generated.js";
import type { linkTo } from "../state/place.js";
import { texts } from "../texts/english.js";
import { dayText } from "./day.js";
import { facts } from "./facts.js";
import { type Child, h, type Markup } from "./markup.js";
import { sumList } from "./sum-list.js";
import { timingText } from "./timing-mark.js";
import { toldPath } from "./told-path.js";

export interface RowState {
  /** Where the finding opens or closes. */
  readonly link: ReturnType<typeof linkTo>;
  readonly isOpen: boolean;
  /** What stands under it while it is open. */
  readonly proof: Child;
}

/** A finding in a few lines: how it reaches the university, in time, with what money, share, control, rules and flags. */
export function findingRow(finding: FindingRowFragment, { link, isOpen, proof }: RowState): Markup {
  const { channel, target } = finding;
  const id = anchorOf(finding.key);
  return h(
    "article",
    { class: `finding ${isOpen ? "open" : ""}`, id },
    h(
      "header",
      {},
      h(
        "h4",
        {},
        h("span", { class: "channel" }, texts.channels[channel]),
        " ",
        h("span", {}, texts.channelSays[channel](target.shortName)),
      ),
      h(
        "a",
        {
          id: `${id}-open`,
          class: "button quiet small screen-only",
          ...link,
          "data-stay": true,
          "aria-expanded": isOpen ? "true" : "false",
          "aria-label": `${isOpen ? texts.ask.hideProof : texts.ask.showProof}: ${texts.channels[channel]}, ${target.name}`,
        },
        isOpen ? texts.ask.hideProof : texts.ask.showProof,
      ),
    ),
    channel !== "DIRECT" && h("p", { class: "path" }, toldPath(finding.path)),
    facts({
      [texts.ask.inTime]: timingText(finding.timing),
      [texts.ask.amount]: sumList(finding.totals) ?? texts.ask.noMoney,
      [texts.ask.share]: shareText(finding),
      [texts.ask.control]: controlText(finding),
      [texts.ask.rules]: rulesText(finding),
      [texts.ask.flags]: flagsText(finding),
    }),
    isOpen && h("div", { id: `${id}-proof` }, proof),
  );
}

/** The anchor of a finding in the page. */
export function anchorOf(key: string): string {
  return `finding-${key.replace(/[^a-zA-Z0-9]+/g, "-")}`;
}

function isSame({ counterparties, target }: FindingRowFragment): boolean {
  return counterparties.every(({ counterparty }) => counterparty.id === target.id);
}

function controlText(finding: FindingRowFragment): string {
  if (isSame(finding)) return texts.ask.sameParty;
  const { channel, counterparties, target, control } = finding;
  const [only] = counterparties;
  if (only !== undefined && counterparties.length === 1) {
    const names = [target.shortName, only.counterparty.shortName] as const;
    const [upper, lower] = channel === "PARENT" ? [names[1], names[0]] : names;
    return texts.ask.controls[only.control](upper, lower);
  }
  const yes = counterparties.filter((one) => one.control === "YES").length;
  return yes === 0 ? texts.verdict[control] : texts.ask.controlsMany(yes, counterparties.length);
}

function shareText(finding: FindingRowFragment): Child {
  if (isSame(finding)) return texts.ask.sameParty;
  const { counterparties } = finding;
  const [only] = counterparties;
  if (only !== undefined && counterparties.length === 1) return heldText(only);
  return h(
    "ul",
    { class: "plain" },
    counterparties.map((one) => h("li", {}, one.counterparty.shortName, ": ", heldText(one))),
  );
}

function heldText({ economicShare, closedLoop }: FindingRowFragment["counterparties"][number]): string {
  if (closedLoop) return texts.ask.closedLoop;
  return economicShare?.isKnown ? economicShare.text : texts.ask.noShare;
}

/** Shares and rules are judged on the last day on which a chain to the counterparty held. */
function rulesText({ ofac, eu, uk, bis, counterparties }: FindingRowFragment): Child {
  const days = [...new Set(counterparties.map(({ asOf }) => asOf))].sort().map(dayText);
  const byVerdict = new Map<RuleVerdict, string[]>();
  for (const [name, verdict] of Object.entries({ OFAC_50: ofac, EU_50: eu, UK_50: uk, BIS_50: bis })) {
    const short = texts.regimeShort[name as keyof typeof texts.regimeShort];
    byVerdict.set(verdict, [...(byVerdict.get(verdict) ?? []), short]);
  }
  const verdicts = [...byVerdict].map(([verdict, names]) =>
    h(
      "li",
      {},
      names.join(", "),
      ": ",
      verdict === "YES" ? h("strong", {}, texts.rule.YES) : texts.rule[verdict],
    ),
  );
  const judged = days.length === 0 ? null : texts.ask.judged(days[0] as string, days.at(-1) as string);
  return h("ul", { class: "plain" }, verdicts, judged && h("li", { class: "small soft" }, judged));
}

function flagsText({ flags }: FindingRowFragment): Child {
  if (flags.length === 0) return null;
  const states = new Map<FlagState, number>();
  for (const { state } of flags) states.set(state, (states.get(state) ?? 0) + 1);
  return [...states].map(([state, n]) => `${n} ${texts.flagState[state]}`).join(", ");
}

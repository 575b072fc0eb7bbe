import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { FindingRowFragment, FlagState, RuleVerdict } from "../api/documents.generated.js";
import type { linkTo } from "../state/place.js";
import { texts } from "../texts/english.js";
import { dayText } from "./day.js";
import { Facts } from "./facts.js";
import { Link } from "./link.js";
import { sumList } from "./sum-list.js";
import { TimingText } from "./timing-mark.js";
import { toldPath } from "./told-path.js";

export interface RowState {
  /** Where the finding opens or closes. */
  readonly link: ReturnType<typeof linkTo>;
  readonly isOpen: boolean;
  /** What stands under it while it is open. */
  readonly proof: ComponentChildren;
}

/** A finding in a few lines: how it reaches the university, in time, with what money, share, control, rules and flags. */
export function FindingRow({
  finding,
  link,
  isOpen,
  proof,
}: RowState & { readonly finding: FindingRowFragment }): JSX.Element {
  const { channel, target } = finding;
  const id = anchorOf(finding.key);
  const row = useRef<HTMLElement>(null);
  // A link that opens a finding leads to it; who opens it by hand is there already.
  useLayoutEffect(() => {
    if (isOpen) row.current?.scrollIntoView();
  }, []);
  return (
    <article ref={row} class={`finding ${isOpen ? "open" : ""}`} id={id}>
      <header>
        <h4>
          <span class="channel">{texts.channels[channel]}</span>{" "}
          <span>{texts.channelSays[channel](target.shortName)}</span>
        </h4>
        <Link
          id={`${id}-open`}
          class="button quiet small screen-only"
          {...link}
          data-stay
          aria-expanded={isOpen ? "true" : "false"}
          aria-label={`${isOpen ? texts.ask.hideProof : texts.ask.showProof}: ${texts.channels[channel]}, ${target.name}`}
        >
          {isOpen ? texts.ask.hideProof : texts.ask.showProof}
        </Link>
      </header>
      {channel !== "DIRECT" && <p class="path">{toldPath(finding.path)}</p>}
      <Facts
        values={{
          [texts.ask.inTime]: <TimingText timing={finding.timing} />,
          [texts.ask.amount]: sumList(finding.totals) ?? texts.ask.noMoney,
          ...(!isSame(finding) && {
            [texts.ask.share]: <ShareText finding={finding} />,
            [texts.ask.control]: controlText(finding),
          }),
          [texts.ask.rules]: <RulesText findingRow={finding} />,
          [texts.ask.flags]: <FlagsText findingRow={finding} />,
        }}
      />
      {isOpen && <div id={`${id}-proof`}>{proof}</div>}
    </article>
  );
}

/** The anchor of a finding in the page. */
export function anchorOf(key: string): string {
  return `finding-${key.replace(/[^a-zA-Z0-9]+/g, "-")}`;
}

/** Whether the dealings are with the target itself: then there is no share and no control to tell of. */
function isSame({ counterparties, target }: FindingRowFragment): boolean {
  return counterparties.every(({ counterparty }) => counterparty.id === target.id);
}

function controlText(finding: FindingRowFragment): string {
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

function ShareText({ finding }: { readonly finding: FindingRowFragment }): ComponentChildren {
  const { counterparties } = finding;
  const [only] = counterparties;
  if (only !== undefined && counterparties.length === 1) return heldText(only);
  return (
    <ul class="plain">
      {counterparties.map((one) => (
        <li key={one.counterparty.id}>
          {one.counterparty.shortName}: {heldText(one)}
        </li>
      ))}
    </ul>
  );
}

function heldText({ economicShare, closedLoop }: FindingRowFragment["counterparties"][number]): string {
  if (closedLoop) return texts.ask.closedLoop;
  return economicShare?.isKnown ? economicShare.text : texts.ask.noShare;
}

/** Shares and rules are judged on the last day on which a chain to the counterparty held. */
function RulesText({
  findingRow: { ofac, eu, uk, bis, counterparties },
}: {
  readonly findingRow: FindingRowFragment;
}): ComponentChildren {
  const days = [...new Set(counterparties.map(({ asOf }) => asOf))].sort().map(dayText);
  const byVerdict = new Map<RuleVerdict, string[]>();
  for (const [name, verdict] of Object.entries({ OFAC_50: ofac, EU_50: eu, UK_50: uk, BIS_50: bis })) {
    const short = texts.regimeShort[name as keyof typeof texts.regimeShort];
    byVerdict.set(verdict, [...(byVerdict.get(verdict) ?? []), short]);
  }
  const verdicts = [...byVerdict].map(([verdict, names]) => (
    <li>
      {names.join(", ")}: {verdict === "YES" ? <strong>{texts.rule.YES}</strong> : texts.rule[verdict]}
    </li>
  ));
  const judged = days.length === 0 ? null : texts.ask.judged(days[0] as string, days.at(-1) as string);
  return (
    <ul class="plain">
      {verdicts}
      {judged && <li class="small soft">{judged}</li>}
    </ul>
  );
}

function FlagsText({
  findingRow: { flags },
}: {
  readonly findingRow: FindingRowFragment;
}): ComponentChildren {
  if (flags.length === 0) return null;
  const states = new Map<FlagState, number>();
  for (const { state } of flags) states.set(state, (states.get(state) ?? 0) + 1);
  return [...states].map(([state, n]) => `${n} ${texts.flagState[state]}`).join(", ");
}

import type { Day } from "../../domain/day.js";
import type { WeighedClaim } from "../../dossier/count/weakest-claims.js";
import { claimText } from "../../explain/claim-text.js";
import { dayWords } from "../../explain/date-words.js";
import type { Names } from "../../explain/names.js";
import { CHANNELS } from "../../exposure/channels.js";
import type { Finding } from "../../exposure/finding.js";
import { lowerWords } from "../words.js";
import { markdownText } from "./markdown-table.js";

/** A weak claim with the findings that hang on it, by university. */
export interface CarryingClaim extends WeighedClaim {
  readonly findings: readonly Finding[];
}

/** The section of the coverage page on the weakest claims that carry a finding. */
export function weakestSection(
  carrying: readonly CarryingClaim[],
  carriers: number,
  day: Day,
  names: Names,
): readonly string[] {
  return [
    "## The weakest claims that carry a finding",
    "",
    "A claim carries a finding if the finding would vanish without it, alone among all claims. What is asked is the",
    `default question of every university here: all channels, confirmed and reported claims, valid and known on`,
    `${dayWords(day)}. ${carriers === 1 ? "1 claim carries" : `${carriers} claims carry`} one. The weakest come first: an allegation before a report, a report before`,
    "what is confirmed; then the worse grade of the best source; then the fewer sources. Among equals the one on which",
    "more findings hang, then the id. This is where a better source is worth most.",
    "",
    ...(carrying.length === 0 ? ["None."] : carrying.flatMap((each, at) => told(each, at + 1, names))),
  ];
}

function told({ claim, sources, grade, findings }: CarryingClaim, number: number, names: Names): string[] {
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))].join("; ");
  const [first, ...others] = findings;
  return [
    `${number}. ${markdownText(claimText(claim, names))}`,
    `   \`${claim.id}\`, ${claim.status}, ${sources.length} ${sources.length === 1 ? "source" : "sources"}, ` +
      `the best of grade ${grade ?? "none"}: ${markdownText(publishers)}.`,
    ...(claim.quote === null ? [] : [`   "${markdownText(claim.quote)}"`]),
    ...(first === undefined
      ? []
      : [
          `   Finding: ${findingWords(first, names)}${others.length === 0 ? "" : `; and ${others.length} more`}.`,
        ]),
  ];
}

function findingWords(
  { university, target, channel, timing, restsOnUnstatedEnd }: Finding,
  names: Names,
): string {
  const name = (id: string) => markdownText(names.entity(id) ?? id);
  const when = restsOnUnstatedEnd ? `${lowerWords(timing)}, on an unstated end` : lowerWords(timing);
  return `${name(university)} and ${name(target)}, ${CHANNELS[channel].label} (${channel}), ${when}`;
}

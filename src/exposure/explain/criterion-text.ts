import type { RiskTopic } from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import { isAbout } from "../review/review-criteria.js";
import { claimText, quotedText } from "./claim-text.js";
import { type FlagToTell, flagText } from "./flag-text.js";
import type { Names } from "./names.js";
import { moneyWords } from "./number-words.js";
import { listWords, sentence } from "./sentence.js";

/** What is on record under one criterion. */
export interface CriterionToTell {
  readonly criterion: RiskTopic;
  readonly flags: readonly FlagToTell[];
  readonly stateOwnership: readonly Claim[];
  readonly funding: readonly Claim[];
  readonly research: readonly Claim[];
  readonly counterparty: string;
  readonly university: string;
  readonly names: Names;
}

const CLAIMS_TOLD = 3;

/** The flags and claims under a criterion, or the plain statement that there is none. */
export function criterionText(told: CriterionToTell): string {
  const { criterion, counterparty, university, names } = told;
  const topic = criterion.replaceAll("_", " ");
  const flags = told.flags.map((flag) => flagText(flag, names, null));
  const parts = [
    flags.length === 0
      ? `No counted flag about ${topic} concerns ${counterparty} or anyone who is known to own or control it.`
      : `About ${topic}: ${flags.join(" ")}`,
  ];
  if (isAbout(criterion, "stateOwnership"))
    parts.push(
      claimsText(told.stateOwnership, names) ??
        sentence(`No claim says that a public body owns or controls ${counterparty}`),
    );
  if (isAbout(criterion, "funding"))
    parts.push(
      fundingText(told) ??
        sentence(`No claim says that ${counterparty} funded ${university} or a part of it`),
    );
  if (isAbout(criterion, "research"))
    parts.push(
      claimsText(told.research, names) ??
        `No claim says that ${university} and ${counterparty} did research together or share a program.`,
    );
  return parts.join(" ");
}

function claimsText(claims: readonly Claim[], names: Names): string | null {
  if (claims.length === 0) return null;
  const more = claims.length - CLAIMS_TOLD;
  const told = claims
    .slice(0, CLAIMS_TOLD)
    .map((claim) => (claim.status === "denied" ? quotedText(claim, names) : claimText(claim, names)));
  return [...told, ...(more > 0 ? [`${more} more such ${more === 1 ? "claim" : "claims"}.`] : [])].join(" ");
}

/** Sums of what is confirmed or reported; what is alleged or denied is told by itself. */
function fundingText({ funding, names, counterparty, university }: CriterionToTell): string | null {
  if (funding.length === 0) return null;
  const counted = funding.filter(({ status }) => status === "confirmed" || status === "reported");
  const others = funding.filter((claim) => !counted.includes(claim));
  const sums = fundingSums(counted);
  const lead =
    counted.length <= CLAIMS_TOLD
      ? claimsText(counted, names)
      : `${counted.length} fundings of ${university} or a part of it by ${counterparty}: ${sums}.`;
  return [lead, claimsText(others, names)].filter((text) => text !== null).join(" ");
}

function fundingSums(fundings: readonly Claim[]): string {
  const sums = new Map<string, { min: number; max: number | null; currency: string }>();
  let unknown = 0;
  for (const funding of fundings) {
    if (funding.record !== "relation" || funding.amount === null) {
      unknown += 1;
      continue;
    }
    const { min, max, currency } = funding.amount;
    const sum = sums.get(currency) ?? { min: 0, max: 0, currency };
    sums.set(currency, {
      min: sum.min + min,
      max: sum.max === null || max === null ? null : sum.max + max,
      currency,
    });
  }
  const words = [...sums.keys()].sort().map((currency) => moneyWords(sums.get(currency) ?? NOTHING));
  const open = unknown === 0 ? [] : [`${unknown} of an amount that is not known`];
  return listWords([...words, ...open]);
}

const NOTHING = { min: 0, max: 0, currency: "" };

import type { ClaimBase } from "../domain/claim.js";
import type { Flag } from "../domain/flag.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { onDate } from "./date-words.js";
import { inProse, type NamedSource, type Names } from "./names.js";
import { listWords } from "./sentence.js";
import { highestGradeFirst, isUnnamedSite, UNNAMED_SITE } from "./source-text.js";

/**
 * Who says so. What is confirmed is told plainly; what is reported is told with its sources; of an allegation the accuser
 * is the subject, of a denial the speaker.
 */

type Sourced = Pick<ClaimBase, "sources">;

const SOURCES_NAMED = 2;
const AUTHORITIES_NAMED = 2;

/** Registers in which universities themselves report money: named as what they are, not by who copied them. */
const FILINGS: readonly { readonly title: RegExp; readonly publisher: RegExp; readonly words: string }[] = [
  {
    title: /\bSection 117\b/,
    publisher: /\bDepartment of Education\b/,
    words: "university filings with the Education Department",
  },
];

/** The sources of a claim that are published, the strongest by grade first, then the earliest. */
export function bySourceStrength({ sources }: Sourced, names: Names): readonly NamedSource[] {
  const published = sources.flatMap((id) => names.source(id) ?? []);
  return highestGradeFirst(
    published.sort((a, b) => firstDay(a) - firstDay(b)),
    (source) => source,
  );
}

function firstDay({ published }: NamedSource): number {
  return published === null ? Number.POSITIVE_INFINITY : parseUncertainDate(published).earliest;
}

/** Whose word a source is: the original's where it is a copy; of a site that has no name that it has none. */
export function publisherOf({ publisher, copyOf }: NamedSource): string {
  const whose = copyOf ?? publisher;
  if (isUnnamedSite(whose)) return UNNAMED_SITE;
  if (/^The /.test(whose)) return whose;
  return MASTHEAD.test(whose) ? `the ${whose}` : inProse(whose);
}

/** Papers that a sentence calls with an article, also where they print none: "the Financial Times". */
const MASTHEAD =
  / (?:Chronicle|Gazette|Guardian|Herald|Independent|Journal|News-Gazette|Post|Star|Sun|Telegraph|Times|Tribune)$/;

/** The register in which the university itself reported what a claim says; null where it is none. */
export function filingOf(claim: Sourced, names: Names): string | null {
  const [strongest] = bySourceStrength(claim, names);
  if (!strongest) return null;
  const whose = strongest.copyOf ?? strongest.publisher;
  const filing = FILINGS.find(({ title, publisher }) => title.test(strongest.title) && publisher.test(whose));
  return filing?.words ?? null;
}

/** The publishers of claims, the strongest first, at most two: "CNBC and Bloomberg". Null where none is known. */
export function publishersOf(
  claims: readonly Sourced[],
  names: Names,
  most: number = SOURCES_NAMED,
): string | null {
  const publishers = claims.flatMap((claim) => bySourceStrength(claim, names).map(publisherOf));
  const distinct = [...new Set(publishers)].slice(0, most);
  return distinct.length === 0 ? null : listWords(distinct);
}

/** "according to CNBC"; null where no source is published. */
export function accordingTo(claims: readonly Sourced[], names: Names, most?: number): string | null {
  const publishers = publishersOf(claims, names, most);
  return publishers === null ? null : `according to ${publishers}`;
}

/** Who accuses: of a flag its authority ("prosecutors", "members of Congress"), else the source of the claim. */
export function accuserOf(
  claim: Sourced,
  names: Names,
  flag: Pick<Flag, "type" | "authorities" | "country"> | null = null,
): string {
  if (flag !== null) return authorityOf(flag, names);
  return publishersOf([claim], names) ?? "a source";
}

/** Who stands behind a flag, as the subject of a sentence: "U.S. prosecutors", "the Education Department". */
export function authorityOf(
  { type, authorities, country }: Pick<Flag, "type" | "authorities" | "country">,
  names: Names,
): string {
  if (type === "prosecution") return country === "US" ? "U.S. prosecutors" : "prosecutors";
  if (authorities.length > AUTHORITIES_NAMED)
    return country === "US" ? "U.S. authorities" : "several authorities";
  const called = authorities.map((id) => inProse(names.short(id) ?? names.entity(id) ?? id));
  if (called.length === 0) return "authorities";
  return listWords(called.map((name) => (/\bCongress\b/.test(name) ? "members of Congress" : name)));
}

/** A clause with the word on which it stands; nothing is added to what is confirmed. */
export function attributed(
  claim: Sourced & Pick<ClaimBase, "status">,
  clause: string,
  { names, accuser, most }: { readonly names: Names; readonly accuser?: string; readonly most?: number },
): string {
  if (claim.status === "reported") {
    const whose = accordingTo([claim], names, most);
    return whose === null ? `${clause}, as reported` : `${clause}, ${whose}`;
  }
  if (claim.status === "alleged") return `${accuser ?? accuserOf(claim, names)} alleged that ${clause}`;
  return clause;
}

/** What a speaker said, with its day: "MIT said in April 2019 that it had no engagements with ZTE". */
export function saidThat(speaker: string, start: string | null, clause: string): string {
  return `${speaker} said${start === null ? "" : ` ${onDate(start)}`} that ${clause}`;
}

/** Whether an editor's words say by themselves that they are an allegation: then no accuser is put before them. */
export function namesItsAccuser(text: string): boolean {
  return NAMES_ACCUSER.test(text);
}

const NAMES_ACCUSER =
  /\b(?:accused|alleged|allegations?|claimed|described|suspected)\b|^was (?:named|reported|said) (?:by|in|to)\b/;

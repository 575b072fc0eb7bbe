import { count } from "./count.js";

/* Company. */

export const company = {
  title: "A company: who owns it, what it owns, who is exposed to it",
  find: "Find a company, program or other party",
  countedIn: (others: readonly { readonly name: string }[]) =>
    `wholly or partly counted for ${others.map(({ name }) => name).join(", ")} too`,
  allUniversities: (n: number) => `${count(n, "university", "universities")} in all, each gift once`,
  none: "Choose a company, program or other party above.",
  flaggedCompanies: (shown: number, all: number) =>
    shown < all
      ? `Companies with most probes and listings: ${shown} of ${all}`
      : `Companies with a probe or listing: ${all}`,
  flagsOf: (n: number) => count(n, "probe or listing", "probes and listings"),
  askUniversity: "Ask what it is exposed to",
  aliases: "Also called",
  identifiers: "Identifiers",
  founded: "Founded",
  dissolved: "Until",
  website: "Website",
  ownership: "Ownership",
  treeOf: (name: string, above: number, below: number) =>
    `Ownership of ${name}: ${count(above, "party", "parties")} above it, ${count(below, "party", "parties")} below it. The tables say the same.`,
  attributed: (percent: string) => `${percent} of its shares are attributed to holders.`,
  attributedNone: "None of its shares are attributed to a holder.",
  above: (n: number) => `Above it: ${n}`,
  below: (n: number) => `Below it: ${n}`,
  party: "Party",
  direct: "Direct",
  integrated: "Integrated",
  bar: "Known and unknown",
  control: "Control",
  chain: "Shortest chain",
  barSays: (known: number, unknown: number) => `${known}% for certain, ${unknown}% more may be`,
  more: (n: number) => `${count(n, "more", "more")}`,
  pictureTitle: (name: string) => `Who owns ${name}, and what it owns`,
  side: "side",
  sideAbove: "above",
  sideBelow: "below",
  id: "id",
  least: "integrated, at least (fraction)",
  most: "integrated, at most (fraction)",
  onCanvas: "See it on the canvas",
  moreNode: (n: number) => `and ${n} more, in the table`,
  noOwnership: "No claim of ownership, control or affiliation names it on that day.",
  legend:
    "Solid: held for certain. Hatched: may be held, no source says so. Dashed line: the share is not known.",
  flagged: (n: number) => `Probes and listings of it: ${n}`,
  flaggedNone: "No probe or listing of it is on record in the loaded dossiers.",
  named: (n: number) => `Named in others without being accused: ${n}`,
  exposed: (n: number) => `Universities with a finding on it: ${n}`,
  exposedNone: "No university of the loaded dossiers has a finding on it, within what was searched.",
  university: "University",
  how: "How",
  decisions: (n: number) => `Decisions about it or by it: ${n}`,
  rules: "Legal rules, side by side",
  backers: "Who stands behind it",
  participants: (n: number) => `Who takes part: ${n}`,
  showMore: "Show more",
  showDealings: "Show the dealings",
  hideDealings: "Hide the dealings",
  dealingsOf: (what: string, university: string) => `${what} of ${university}`,
  dealingsWith: (university: string, party: string) =>
    `What passed between ${university} and ${party} or its group`,
  lastStep: {
    CONTROL: "controls",
    AFFILIATION: "affiliate",
    PART_OF: "part",
    IDENTITY: "the same",
  } as Record<string, string>,
  shareUnknown: "share unknown",
  noShareKnown: "no share known",
  /** Of a party that is joined by such a claim alone. */
  withoutShare: {
    CONTROL: "controlled; no share known",
    AFFILIATION: "affiliate; no share known",
  } as Record<string, string>,
  to: (date: string) => `to ${date}`,
  replies: (n: number) => (n === 0 ? "no reply on record" : count(n, "reply", "replies")),
} as const;

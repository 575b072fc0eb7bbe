import { count } from "./count.js";

/* What if. */

export const whatIf = {
  title: "What if",
  lead: (university: string) =>
    `What would ${university} be exposed to if some of this were otherwise? Nothing is written.`,
  university: "University",
  suppose: "Suppose that…",
  supposed: "Supposed",
  nothing: "Nothing is supposed yet: ignore a claim, a source or a listing, change a share, or list a party.",
  reset: "Reset",
  claims: (n: number) => `Ignore a claim: ${n} to choose from`,
  sources: (n: number) => `Ignore a source: ${n} to choose from`,
  shares: (n: number) => `Change a share: ${n} to choose from`,
  noShares: "No finding of this university rests on a claim of ownership.",
  from: "from, in %",
  to: "to, in %",
  apply: "Suppose it",
  delist: (n: number) => `Ignore a listing: ${n} to choose from`,
  list: "List a party",
  findParty: "Find a party to list",
  result: "What would change",
  counts: (before: number, after: number) =>
    `${count(before, "finding", "findings")} as it is, ${after} if so.`,
  none: "Nothing would change.",
  added: (n: number) => `Added: ${n}`,
  removed: (n: number) => `Removed: ${n}`,
  changed: (n: number) => `Changed: ${n}`,
  because: "Because of",
  inWords: "The answer if so",
  asItIs: "as it is",
  ifSo: "if so",
  drop: (what: string) => `No longer suppose: ${what}`,
  struck: (text: string) => `Ignored claim: ${text}`,
  distrusted: (text: string) => `Ignored source: ${text}`,
  share: (text: string, range: string) => `Share changed to ${range}: ${text}`,
  lifted: (text: string) => `Ignored listing: ${text}`,
  listed: (text: string) => `Listed: ${text}`,
  badShare: (text: string) =>
    `“${text}” is not a share. Write CLAIM@FROM-TO in %, for example claim:huawei-ownership/x@20-60.`,
  what: {
    TIMING: "timing",
    CONTROL: "control",
    RULE: "rules",
    SHARE: "share",
    AMOUNT: "money",
    FLAG_STATE: "probes and listings",
  },
} as const;

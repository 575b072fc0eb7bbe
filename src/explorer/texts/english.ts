import { onDate, sinceDate, untilDate } from "../../explain/date-words.js";
import { ask, flag, open, scope, several } from "./ask.js";
import { count, LIST } from "./count.js";
import { dashboard } from "./dashboard.js";
import { dealings } from "./dealings.js";
import { cite, pictures } from "./pictures.js";

/*
 * Every English text of the pages: what several views say stands here, what one view says in a file of its name beside, which only that view loads.
 * Sentences about facts come from the API; these are the labels and the words between. A translation has files of the same
 * shape, and TypeScript refuses one that lacks a text.
 */

export const texts = {
  /** "A", "A and B", "A, B and C". */
  list: (items: readonly string[]) => LIST.format(items),
  product: "Exposure graph",
  views: {
    ask: "Ask",
    explore: "Explore",
    dashboard: "Dashboard",
    company: "Company",
    review: "Review",
    whatIf: "What if",
    screen: "Screen",
    about: "About",
  },
  shell: {
    tagline: "Sourced ties of universities to sanctioned or accused companies, as of any day",
    printed: (day: string, address: string) => `Printed on ${day} from ${address}`,
    skip: "Skip to the content",
    navigation: "Views",
    loading: "Asking…",
    dark: "Dark",
    light: "Light",
    toDark: "Dark: show on dark ground",
    toLight: "Light: show on light ground",
    footer:
      "Exposure is a relation in documents, not wrongdoing. An answer holds what the loaded dossiers hold; absence proves nothing.",
    api: "Ask by GraphQL",
  },
  trouble: {
    away: "The server does not answer.",
    retrying: (seconds: number) => `Trying again in ${count(seconds, "second", "seconds")}.`,
    retry: "Try now",
    badDay: (text: string) => `“${text}” is not a day. Write it as YYYY-MM-DD, for example 2019-04-04.`,
    noView: (path: string) => `There is no page at ${path}.`,
    noUniversity: (id: string) =>
      `No university has the id “${id}”. Look it up by its name in the search box of the start page.`,
    noEntity: (id: string) => `Nothing has the id “${id}”. Look it up by its name in the search box.`,
    noFinding: "The address opens a finding that this answer does not have: other dates, or another graph.",
    notOneOf: (text: string, choices: readonly string[]) =>
      `“${text}” is none of ${choices.join(", ")}. Choose one of these or leave it out.`,
    unknownName: (name: string, reads: readonly string[]) =>
      `The address names “${name}”, which this page does not read: it reads ${LIST.format(reads)}.`,
    leftOut: (name: string) => `The address names “${name}”, which this page does not read: it was left out.`,
    meant: (name: string) => `Read it as “${name}”`,
    damaged: (name: string) =>
      `The address is damaged at “${name}”: it holds signs that cannot be read. Copy the whole link again, or go on without it.`,
    refused: "This cannot be answered",
    goOn: "Go on without it",
    start: "To the start page",
    broken: "This page met a fault of its own",
  },
  key: {
    title: "This server asks for a key",
    needed: "It answers only those who have a key. Ask its operator for one.",
    unknown:
      "It does not know the key that this tab has sent, or no longer. Ask its operator for another one.",
    label: "Key",
    use: "Use it",
    form: "A key is one word of letters, digits and signs.",
    help: "It is kept for this tab until it is closed, sent to this server only, and never written into an address.",
    kept: "This tab asks with a key.",
    forget: "Forget it",
  },
  search: {
    label: "Find a university, company, program or probe",
    hint: "By name, alias or identifier",
    none: (text: string) => `No match for “${text}” in the loaded dossiers.`,
    found: (n: number) => `${count(n, "result", "results")}; choose with the arrow keys and Enter.`,
    alias: (name: string) => `also “${name}”`,
  },
  clocks: {
    legend: "As of when",
    at: "Situation on",
    atHelp: "What begins after this day is left out; history stays.",
    known: "Known by",
    knownHelp: "Only what the public could know on this day counts.",
    laterLeftOut: (known: string) =>
      `Known by ${known}: what came later is left out; where what was public then has only a later source, that is marked.`,
    today: "Today",
    atTime: (at: string, known: string) => `As of ${at}, as known on ${known}`,
    letter: "the day of the letter",
    decided: "the day of its decision",
  },
  kinds: {
    UNIVERSITY: "university",
    COMPANY: "company",
    ORGANIZATION: "organization",
    PUBLIC_BODY: "public body",
    PROGRAM: "program",
    PERSON: "person",
    ARRANGEMENT: "trust or fund",
    UNKNOWN_PARTY: "unnamed party",
    PROBE: "probe",
    LISTING: "listing",
  },
  channels: {
    DIRECT: "Direct",
    SUBSIDIARY: "Subsidiary",
    PARENT: "Parent",
    PROGRAM: "Program",
    HOLDING: "Holding",
  },
  channelSays: {
    DIRECT: (target: string) => `money or research from ${target} itself`,
    SUBSIDIARY: (target: string) => `money or research from something that ${target} owns or controls`,
    PARENT: (target: string) => `money or research from something that owns or controls ${target}`,
    PROGRAM: (target: string) =>
      `through a program that ${target} or its group stands behind or takes part in`,
    HOLDING: (target: string) =>
      `the university owns or owned a share of ${target}, or of a company that ${target} owns a part of`,
  },
  timing: {
    CONCURRENT: "while a probe or listing was open",
    POSSIBLY_CONCURRENT: "possibly while a probe or listing was open",
    AFTER: "after a probe or listing was open",
    BEFORE: "before any probe or listing",
    UNDATED: "on days that no source gives",
    NO_FLAG: "no listing or probe on record",
  },
  timingShort: {
    CONCURRENT: "during",
    POSSIBLY_CONCURRENT: "possibly during",
    AFTER: "after",
    BEFORE: "before",
    UNDATED: "undated",
    NO_FLAG: "no listing or probe on record",
  },
  verdict: { YES: "yes", NO: "no", UNDETERMINED: "undetermined" },
  rule: { YES: "caught", NO: "not caught", UNDETERMINED: "undetermined", NOT_IN_FORCE: "not in force" },
  regimes: {
    OFAC_50: "OFAC 50 Percent Rule",
    EU_50: "EU ownership criterion",
    UK_50: "UK ownership test",
    BIS_50: "BIS Affiliates Rule",
  },
  regimeShort: { OFAC_50: "OFAC", EU_50: "EU", UK_50: "UK", BIS_50: "BIS" },
  flagState: { OPEN: "open", ESTABLISHED: "established", ENDED: "ended", SUSPENDED: "suspended" },
  flagKind: { PROBE: "Probe", LISTING: "Listing" },
  /** Of a probe or listing in short. */
  briefs: { outcome: "Outcome", answered: "Answered", noAnswer: "no reply on record" },
  role: {
    RESPONDENT: "respondent",
    LISTED: "listed by name",
    COVERED_AFFILIATE: "covered affiliate",
    RECORDS_REQUESTED: "asked for records",
    VICTIM: "named as victim",
    WITNESS: "named as witness",
    MENTIONED: "mentioned",
  },
  status: {
    CONFIRMED: "confirmed",
    REPORTED: "reported",
    ALLEGED: "alleged",
    DENIED: "denied by a source",
  },
  /** A sentence of the API behind the kind of word on which it rests: "Reported: MIT had a tie to …". */
  restingOn: (status: string, sentence: string) =>
    `${status.charAt(0).toUpperCase()}${status.slice(1)}: ${sentence}`,
  table: {
    all: (n: number) => `Show all ${n.toLocaleString("en-US")} rows`,
  },
  on: (date: string) => onDate(date),
  from: (date: string) => sinceDate(date, "from"),
  until: (date: string) => untilDate(date),
  publishedLater: "published after the day of knowing",
  published: (date: string) => onDate(date).replace(/^(on|in) (?!or )/, ""),
  ask,
  several,
  flag,
  open,
  scope,
  dashboard,
  dealings,
  pictures,
  cite,
} as const;

import type { DecisionKind } from "../domain/act.js";
import {
  type Flag,
  type FlagEventKind,
  type ProbeType,
  type ResponseKind,
  SUBJECT_ROLE_TABLE,
  type SubjectRole,
  type SubjectRoleRow,
} from "../domain/flag.js";
import { LISTS } from "../domain/lists.js";
import type { Relation } from "../domain/relation.js";

/**
 * The one table of verbs: what an event of a flag, a role in it, a response and a decision say where no editor wrote the
 * clause. By kind of flag (a probe by its type, a listing by its list) and event. An event or a role that has no sentence
 * here cannot be told, and `check` refuses it (`tellsEvent`, `tellsRole`).
 */

type Kind = Pick<Flag, "kind" | "type" | "list">;

/** What a verb needs of its flag: who stands behind it. */
export interface ToldOf {
  readonly authority: string;
}

/** A clause without its date: of the party concerned (its name goes before), or of the matter as a whole. */
export type Verb =
  | { readonly of: "party"; readonly words: (told: ToldOf) => string }
  | { readonly of: "matter"; readonly words: (told: ToldOf) => string };

type Events = Partial<Record<FlagEventKind, Verb>>;

const party = (words: string | ((told: ToldOf) => string)): Verb => ({
  of: "party",
  words: typeof words === "string" ? () => words : words,
});
const matter = (words: string): Verb => ({ of: "matter", words: () => words });

// ---- probes

const PROSECUTION: Events = {
  opened: party(({ authority }) => `came under criminal investigation by ${authority}`),
  charged: party(({ authority }) => `was charged by ${authority}`),
  amended: party("was named in a new version of the charges"),
  settled: party("settled the case"),
  pleaded_guilty: party("pleaded guilty"),
  convicted: party("was convicted"),
  judgment: matter("the court gave its decision"),
  dismissed: matter("the charges were dismissed"),
  acquitted: party("was acquitted"),
  closed: matter("the case was closed"),
  suspended: matter("the case was suspended"),
};

const inquiry = (opened: (told: ToldOf) => string, noun: string): Events => ({
  opened: party(opened),
  amended: matter(`the ${noun} was widened or changed`),
  settled: party(({ authority }) => `settled with ${authority}`),
  judgment: party(({ authority }) => `was the subject of a final decision by ${authority}`),
  dismissed: matter(`the ${noun} was dropped`),
  closed: matter(`the ${noun} was closed`),
  suspended: matter(`the ${noun} was suspended`),
});

const PROBES: Readonly<Record<ProbeType, Events>> = {
  prosecution: PROSECUTION,
  investigation: inquiry(({ authority }) => `came under investigation by ${authority}`, "investigation"),
  congressional_inquiry: inquiry(({ authority }) => `came under inquiry by ${authority}`, "inquiry"),
  regulatory_review: inquiry(({ authority }) => `came under review by ${authority}`, "review"),
  audit: inquiry(({ authority }) => `was audited by ${authority}`, "audit"),
  enforcement: {
    ...inquiry(({ authority }) => `came under investigation by ${authority}`, "case"),
    charged: PROSECUTION.charged as Verb,
    pleaded_guilty: PROSECUTION.pleaded_guilty as Verb,
    convicted: PROSECUTION.convicted as Verb,
    acquitted: PROSECUTION.acquitted as Verb,
  },
};

/** An allegation is told with its accuser ("prosecutors alleged that …"); where no editor wrote what, that there was one. */
const ALLEGED = party(({ authority }) => `was the subject of allegations by ${authority}`);

/** What a probe of a type is called. */
const PROBE_NOUNS: Readonly<Record<ProbeType, string>> = {
  prosecution: "case",
  investigation: "investigation",
  congressional_inquiry: "inquiry",
  regulatory_review: "review",
  audit: "audit",
  enforcement: "case",
};

// ---- listings

function listingEvents(list: string | null): Events {
  const called = listWordsOf(list);
  const row = LISTS[list ?? ""];
  return {
    listed: party(row?.listed ?? `was added to ${called}`),
    amended: party(`had its entry on ${called} changed`),
    settled: party(({ authority }) => `settled with ${authority}`),
    suspended: matter("the restrictions were suspended"),
    delisted: party(row?.removed ?? `was removed from ${called}`),
    expired: matter("the listing expired"),
  };
}

/** A list as it stands within a sentence: "the Entity List". */
export function listWordsOf(list: string | null): string {
  return list === null ? "a list" : (LISTS[list]?.called ?? `the ${list}`);
}

// ---- the table

/** The verb of an event of a flag; null where the table has none. */
export function verbOf(flag: Kind, event: FlagEventKind): Verb | null {
  if (flag.kind === "Listing") return listingEvents(flag.list)[event] ?? null;
  if (event === "alleged") return ALLEGED;
  return PROBES[flag.type ?? "investigation"][event] ?? null;
}

/** The same, or that something happened, for what a check would have refused. */
export function anyVerbOf(flag: Kind, event: FlagEventKind): Verb {
  return verbOf(flag, event) ?? party(`was a subject of the ${nounOf(flag)} (${event.replaceAll("_", " ")})`);
}

/** "case", "investigation", "listing". */
export function nounOf(flag: Kind): string {
  return flag.kind === "Listing" ? "listing" : PROBE_NOUNS[flag.type ?? "investigation"];
}

/** How a party stands in a probe that is open: "was under investigation by the Education Department". */
export function underWords({ type }: Pick<Flag, "type">, { authority }: ToldOf): string {
  const state: Readonly<Record<ProbeType, string>> = {
    prosecution: `under criminal investigation by ${authority}`,
    investigation: `under investigation by ${authority}`,
    congressional_inquiry: `under inquiry by ${authority}`,
    regulatory_review: `under review by ${authority}`,
    audit: `under audit by ${authority}`,
    enforcement: `under investigation by ${authority}`,
  };
  return state[type ?? "investigation"];
}

/** Whether an event of a flag can be told. */
export function tellsEvent(flag: Kind, event: FlagEventKind): boolean {
  return verbOf(flag, event) !== null;
}

/** Whether a role in a flag can be told. */
export function tellsRole(flag: Kind, role: SubjectRole): boolean {
  const { toldIn }: SubjectRoleRow = SUBJECT_ROLE_TABLE[role];
  return toldIn.includes(flag.kind);
}

/** Whether the words of its kind and form tell a relation well; for others an editor writes the clause. */
export function tellsRelation({ kind, form, payment }: Pick<Relation, "kind" | "form" | "payment">): boolean {
  if (kind === "Collaboration") return form !== "unspecified";
  return kind !== "Link" && payment !== "committed";
}

// ---- responses

/** What a response says where no editor wrote it; the speaker's name goes before. A statement is not called a denial. */
export function responseVerb(kind: ResponseKind, flag: Kind | null): string {
  if (kind !== "denied") return RESPONSES[kind];
  if (flag?.kind === "Listing") return "disputed the listing";
  return flag?.type === "prosecution" ? "denied the charges" : "issued a denial";
}

const RESPONSES: Readonly<Record<Exclude<ResponseKind, "denied">, string>> = {
  admitted: "admitted facts in the matter",
  no_comment: "declined to comment",
  no_reply: "did not reply when asked for comment",
  statement: "made a statement",
};

// ---- decisions

/**
 * What a decision says where no editor wrote it: before the date and after it, and as a noun ("Berkeley's moratorium").
 * Where a source tells of a state and not of who decided it, so do the words.
 */
export const DECISION_WORDS: Readonly<
  Record<DecisionKind, { readonly verb: string; readonly act: string; readonly noun: string }>
> = {
  no_new_engagements: {
    verb: "decided",
    act: "to accept no new engagements with",
    noun: "decision against new engagements",
  },
  moratorium: { verb: "had", act: "a moratorium on new engagements with", noun: "moratorium" },
  cut_ties: {
    verb: "decided",
    act: "to cut or reduce its ties with",
    noun: "decision to cut or reduce ties",
  },
  ended_agreement: {
    verb: "decided",
    act: "to end an agreement with",
    noun: "decision to end the agreement",
  },
  review: { verb: "was", act: "reviewing or considering its engagements with", noun: "review" },
  continued: { verb: "went on", act: "with its engagements with", noun: "decision to go on" },
  declined: { verb: "decided", act: "to decline an engagement with", noun: "refusal" },
  removed_equipment: { verb: "decided", act: "to remove or bar equipment of", noun: "removal of equipment" },
};

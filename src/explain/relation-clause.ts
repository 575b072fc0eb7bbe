import type { Relation } from "../domain/relation.js";
import type { CollaborationForm, FundingForm, RelationKind } from "../domain/relation-kinds.js";
import { WHOLE_SHARE } from "../domain/share.js";
import { moneyWords, shareWords } from "./number-words.js";
import type { Tense } from "./period-words.js";

/** The two parties of a relation, as they stand within a sentence. */
interface Ends {
  readonly from: string;
  readonly to: string;
}

/** What a relation says where no editor wrote it, without its dates and without whose word it is. */
export function relationClause(relation: Relation, ends: Ends, tense: Tense): string {
  return CLAUSES[relation.kind](relation, ends, (...forms) => forms[TENSES.indexOf(tense)] as string);
}

const TENSES: readonly Tense[] = ["present", "perfect", "past"];

type Verb = (present: string, perfect: string, past: string) => string;
type Clause = (relation: Relation, ends: Ends, verb: Verb) => string;

const CLAUSES: Record<RelationKind, Clause> = {
  Ownership: (relation, { from, to }, verb) =>
    relation.right === "unspecified" || relation.right === null
      ? `${from} ${verb("owns", "has owned", "owned")} ${sharePhrase(relation)} ${to}`
      : `${from} ${verb("holds", "has held", "held")} ${sharePhrase(relation)} the ${relation.right === "votes" ? "votes" : "economic interest"} in ${to}`,
  Control: (relation, { from, to }, verb) =>
    `${from} ${verb("controls", "has controlled", "controlled")} ${to}${CONTROL_WORDS[relation.basis ?? "stated"]}`,
  Affiliation: (_, { from, to }, verb) => `${from} ${verb("is", "has been", "was")} an affiliate of ${to}`,
  PartOf: (_, { from, to }, verb) => `${from} ${verb("is", "has been", "was")} part of ${to}`,
  Funding: (relation, { from, to }) => fundingClause(relation, from, to),
  Collaboration: ({ form }, { from, to }, verb) =>
    `${from} ${verb("has", "has had", "had")} ${COLLABORATIONS[(form ?? "unspecified") as CollaborationForm]} ${to}`,
  Participation: ({ role }, { from, to }, verb) => {
    if (role === "host") return `${from} ${verb("hosts", "has hosted", "hosted")} the program ${to}`;
    if (role === "partner") return `${from} ${verb("is", "has been", "was")} a partner in the program ${to}`;
    return `${from} ${verb("is", "has been", "was")} a participant in the program ${to}`;
  },
  Backing: ({ role }, { from, to }, verb) =>
    role === "funds"
      ? `${from} ${verb("funds", "has funded", "funded")} the program ${to}`
      : `${from} ${verb("runs", "has run", "ran")} the program ${to}`,
  Post: ({ role }, { from, to }, verb) =>
    role === null
      ? `${from} ${verb("holds", "has held", "held")} a post at ${to}`
      : `${from} ${verb("is", "has been", "was")} ${role} at ${to}`,
  Succession: (_, { from, to }, verb) => `${from} ${verb("is", "has been", "was")} the successor of ${to}`,
  Identity: ({ probability, decidedBy }, { from, to }) => {
    if (probability === 1 && decidedBy !== null) return `${from} is ${to}, as decided by ${decidedBy}`;
    return `${from} may be ${to}${probability === null ? "" : ` (probability ${probability})`}`;
  },
  Link: (_, { from, to }, verb) => `${from} ${verb("is", "has been", "was")} connected with ${to}`,
};

const CONTROL_WORDS = {
  consolidation: " and consolidates it in its accounts",
  board: " through its board",
  contract: " by contract",
  law: " by law",
  stated: "",
} as const;

const COLLABORATIONS: Record<CollaborationForm, string> = {
  research_agreement: "a research agreement with",
  joint_laboratory: "a joint laboratory with",
  membership: "a tie of membership with",
  unspecified: "joint work with",
};

function sharePhrase({ share }: Relation): string {
  if (share !== null && share.min === WHOLE_SHARE.min && share.max === WHOLE_SHARE.max) return "all of";
  const words = share === null ? "a share of unknown size" : shareWords(share);
  return words.endsWith("size") ? `${words} in` : `${words} of`;
}

function fundingClause(relation: Relation, payer: string, recipient: string): string {
  const form = (relation.form ?? "unspecified") as FundingForm;
  const { amount, amountQualifier, amountPer } = relation;
  const sum = moneyWords(amount, { amountQualifier, amountPer });
  if (relation.payment === "committed") return `${payer} promised ${recipient} ${sum}${PROMISED[form]}`;
  const isKnown = amount !== null && (amount.min > 0 || amount.max !== null);
  return `${payer} ${isKnown ? KNOWN_FUNDING[form](recipient, sum) : UNKNOWN_FUNDING[form](recipient)}`;
}

/** For what: only where the form says it. */
const PROMISED: Record<FundingForm, string> = {
  gift: " as a gift",
  contract: " under a contract",
  grant: " as a grant",
  sponsorship: " as a sponsor",
  fellowship: " for fellowships",
  equipment: " in equipment",
  unspecified: "",
};

const UNKNOWN_FUNDING: Record<FundingForm, (recipient: string) => string> = {
  gift: (recipient) => `made ${recipient} a gift of undisclosed size`,
  contract: (recipient) => `gave ${recipient} a contract of undisclosed worth`,
  grant: (recipient) => `made ${recipient} a grant of undisclosed size`,
  sponsorship: (recipient) => `sponsored ${recipient} for an undisclosed sum`,
  fellowship: (recipient) => `gave an undisclosed sum for fellowships at ${recipient}`,
  equipment: (recipient) => `gave ${recipient} equipment of undisclosed value`,
  unspecified: (recipient) => `gave ${recipient} an undisclosed sum`,
};

const KNOWN_FUNDING: Record<FundingForm, (recipient: string, amount: string) => string> = {
  gift: (recipient, amount) => `gave ${recipient} ${amount}`,
  contract: (recipient, amount) => `gave ${recipient} a contract worth ${amount}`,
  grant: (recipient, amount) => `made ${recipient} a grant of ${amount}`,
  sponsorship: (recipient, amount) => `sponsored ${recipient} with ${amount}`,
  fellowship: (recipient, amount) => `gave ${amount} for fellowships at ${recipient}`,
  equipment: (recipient, amount) => `gave ${recipient} equipment worth ${amount}`,
  unspecified: (recipient, amount) => `gave ${recipient} ${amount}`,
};

/** What a relation says not to be so: "MIT had no joint work with ZTE". */
export function relationDenied(
  relation: Pick<Relation, "kind" | "form" | "role">,
  { from, to }: Ends,
): string {
  const { kind, form, role } = relation;
  if (kind === "Collaboration")
    return `${from} had no ${NOT_HAD[(form ?? "unspecified") as CollaborationForm]} with ${to}`;
  if (kind === "Post") return `${from} was not ${role ?? "in a post"} at ${to}`;
  return DENIALS[kind](from, to);
}

const NOT_HAD: Record<CollaborationForm, string> = {
  research_agreement: "research agreement",
  joint_laboratory: "joint laboratory",
  membership: "tie of membership",
  unspecified: "joint work",
};

const DENIALS: Record<
  Exclude<RelationKind, "Collaboration" | "Post">,
  (from: string, to: string) => string
> = {
  Ownership: (from, to) => `${from} owned no share of ${to}`,
  Control: (from, to) => `${from} did not control ${to}`,
  Affiliation: (from, to) => `${from} was no affiliate of ${to}`,
  PartOf: (from, to) => `${from} was not part of ${to}`,
  Funding: (from, to) => `${from} gave ${to} no money`,
  Participation: (from, to) => `${from} did not take part in the program ${to}`,
  Backing: (from, to) => `${from} did not run or fund the program ${to}`,
  Succession: (from, to) => `${from} was not the successor of ${to}`,
  Identity: (from, to) => `${from} was not ${to}`,
  Link: (from, to) => `${from} had no connection with ${to}`,
};

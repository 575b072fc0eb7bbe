import type { FundingForm, Relation } from "../../domain/relation.js";
import type { RelationKind } from "../../domain/relation-kinds.js";
import { WHOLE_SHARE } from "../../domain/share.js";
import { moneyWords, shareWords } from "./number-words.js";

/** Whether the claim still holds as far as its sources tell, or is told as past. */
export type Tense = "present" | "past";

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** What a relation says, without its dates and without whose word it is: "Huawei Technologies controls Futurewei". */
export function relationClause(relation: Relation, ends: Ends, tense: Tense): string {
  return CLAUSES[relation.kind](relation, ends, (present, past) => (tense === "present" ? present : past));
}

type Verb = (present: string, past: string) => string;
type Clause = (relation: Relation, ends: Ends, verb: Verb) => string;

const CLAUSES: Record<RelationKind, Clause> = {
  Ownership: (relation, { from, to }, verb) =>
    relation.right === "unspecified" || relation.right === null
      ? `${from} ${verb("owns", "owned")} ${sharePhrase(relation)} ${to}`
      : `${from} ${verb("holds", "held")} ${sharePhrase(relation)} the ${relation.right === "votes" ? "votes" : "economic interest"} in ${to}`,
  Control: (relation, { from, to }, verb) =>
    `${from} ${verb("controls", "controlled")} ${to}${CONTROL_WORDS[relation.basis ?? "stated"]}`,
  Affiliation: (_, { from, to }, verb) => `${from} ${verb("is", "was")} an affiliate of ${to}`,
  PartOf: (_, { from, to }, verb) => `${from} ${verb("is", "was")} part of ${to}`,
  Funding: (relation, { from, to }) => fundingClause(relation, from, to),
  Collaboration: (relation, { from, to }, verb) => {
    if (relation.form === "research_agreement")
      return `${from} and ${to} ${verb("have", "had")} a research agreement`;
    if (relation.form === "joint_laboratory")
      return `${from} and ${to} ${verb("run", "ran")} a joint laboratory`;
    if (relation.form === "membership")
      return `${from} and ${to} ${verb("are", "were")} joined by a membership`;
    return `${from} and ${to} ${verb("work", "worked")} together`;
  },
  Participation: (relation, { from, to }, verb) => {
    if (relation.role === "host") return `${from} ${verb("hosts", "hosted")} the program ${to}`;
    if (relation.role === "partner") return `${from} ${verb("is", "was")} a partner in the program ${to}`;
    return `${from} ${verb("takes", "took")} part in the program ${to}`;
  },
  Backing: (relation, { from, to }, verb) =>
    relation.role === "funds"
      ? `${from} ${verb("funds", "funded")} the program ${to}`
      : `${from} ${verb("runs", "ran")} the program ${to}`,
  Post: (relation, { from, to }, verb) =>
    relation.role === null
      ? `${from} ${verb("holds", "held")} a post at ${to}`
      : `${from} ${verb("is", "was")} ${relation.role} at ${to}`,
  Succession: (_, { from, to }) => `${from} is the successor of ${to}`,
  Identity: ({ probability, decidedBy }, { from, to }) => {
    if (probability === 1 && decidedBy !== null) return `${from} is ${to}, as decided by ${decidedBy}`;
    return `${from} may be ${to}${probability === null ? "" : ` (probability ${probability})`}`;
  },
  Link: (relation, { from, to }, verb) => {
    const saidElsewhere = relation.status === "alleged" || relation.status === "denied";
    return `${from} ${verb("has", "had")} a ${saidElsewhere ? "" : "reported "}connection with ${to}`;
  },
};

const CONTROL_WORDS = {
  consolidation: " and consolidates it in its accounts",
  board: " through its board",
  contract: " by contract",
  law: " by law",
  stated: "",
} as const;

function sharePhrase({ share }: Relation): string {
  if (share !== null && share.min === WHOLE_SHARE.min && share.max === WHOLE_SHARE.max) return "all of";
  const words = share === null ? "a share of unknown size" : shareWords(share);
  return words.endsWith("size") ? `${words} in` : `${words} of`;
}

function fundingClause(relation: Relation, payer: string, recipient: string): string {
  const form = (relation.form ?? "unspecified") as FundingForm;
  if (relation.amount === null)
    return `${payer} ${UNKNOWN_FUNDING[form](recipient)} of an amount that is not known`;
  return `${payer} ${KNOWN_FUNDING[form](recipient, moneyWords(relation.amount))}`;
}

const UNKNOWN_FUNDING: Record<FundingForm, (recipient: string) => string> = {
  gift: (recipient) => `made ${recipient} a gift`,
  contract: (recipient) => `funded ${recipient} by a contract`,
  grant: (recipient) => `made ${recipient} a grant`,
  sponsorship: (recipient) => `gave ${recipient} a sponsorship`,
  fellowship: (recipient) => `gave ${recipient} money for fellowships`,
  equipment: (recipient) => `gave ${recipient} equipment`,
  unspecified: (recipient) => `gave ${recipient} money`,
};

const KNOWN_FUNDING: Record<FundingForm, (recipient: string, amount: string) => string> = {
  gift: (recipient, amount) => `made a gift of ${amount} to ${recipient}`,
  contract: (recipient, amount) => `funded ${recipient} by a contract of ${amount}`,
  grant: (recipient, amount) => `made a grant of ${amount} to ${recipient}`,
  sponsorship: (recipient, amount) => `sponsored ${recipient} with ${amount}`,
  fellowship: (recipient, amount) => `gave ${amount} for fellowships at ${recipient}`,
  equipment: (recipient, amount) => `gave equipment worth ${amount} to ${recipient}`,
  unspecified: (recipient, amount) => `gave ${amount} to ${recipient}`,
};

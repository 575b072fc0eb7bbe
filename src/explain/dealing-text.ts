import type { EntityId } from "../domain/entity.js";
import type { Relation } from "../domain/relation.js";
import type { FundingForm } from "../domain/relation-kinds.js";
import { accordingTo, attributed, filingOf, namesItsAccuser } from "./attribution.js";
import { pastRelationWords } from "./claim-text.js";
import { monthsBetween, onDate } from "./date-words.js";
import { type Dealing, daysOf, groupedBy, isSummable, otherSide, sumOf } from "./dealings.js";
import type { GroupToTell, Payers } from "./group-story.js";
import { counted, isShort, moneyWords } from "./number-words.js";
import { joined, listWords, within } from "./sentence.js";
import type { Teller } from "./teller.js";

/** Dealings in sentences: one by its own words, several gifts by their count and sum. */

/** One dealing as a clause: who did what, for how much, when, on whose word; what limits it comes behind. */
export function dealingClause({ claim }: Pick<Dealing, "claim">, { names, isBrief }: Teller): string {
  const clause = pastRelationWords(claim, names);
  if (claim.status === "alleged" && namesItsAccuser(claim.text ?? "")) return clause;
  return attributed(claim, clause, isBrief ? { names, most: 1 } : { names });
}

/** What a limiting note adds behind a clause. */
export function caveatOf({ caveat }: Pick<Relation, "caveat">): string {
  return caveat === null ? "" : `; ${caveat}`;
}

/**
 * Who stands behind a program that a dealing names without them: the claim that one of the group's targets runs or funds it.
 * Null where the words of the dealing name them by their first name, or there is no such claim.
 */
export function backingOf(
  { claim }: Dealing,
  { claims, findings }: Pick<GroupToTell, "claims" | "findings">,
  teller: Teller,
): Relation | null {
  if (claim.kind !== "Participation") return null;
  const words = pastRelationWords(claim, teller.names);
  const targets = findings.map(({ target }) => target);
  if (targets.some((id) => words.includes(teller.names.short(id)?.split(" ")[0] ?? id))) return null;
  const backing = [...claims.values()].find(
    (each): each is Relation =>
      each.record === "relation" &&
      each.kind === "Backing" &&
      each.to === claim.to &&
      targets.includes(each.from) &&
      each.status !== "alleged",
  );
  return backing ?? null;
}

// ---- several gifts as one sentence

const NOUNS: Readonly<Record<FundingForm, readonly [one: string, several: string]>> = {
  gift: ["gift", "gifts"],
  contract: ["contract", "contracts"],
  grant: ["grant", "grants"],
  sponsorship: ["sponsorship", "sponsorships"],
  fellowship: ["payment for fellowships", "payments for fellowships"],
  equipment: ["gift of equipment", "gifts of equipment"],
  unspecified: ["payment", "payments"],
};

/** "12 gifts", "two contracts", "three payments" where they are of several forms. */
export function nounsOf(dealings: readonly Dealing[]): string {
  const forms = new Set(dealings.map(({ claim }) => claim.form ?? "unspecified"));
  const [only] = forms;
  const [one, several] = NOUNS[forms.size === 1 ? (only as FundingForm) : "unspecified"];
  return counted(dealings.length, one, several);
}

/** Sums of dealings, one a currency: "$9,534,986", "$1.7 million and €20,000". */
export function sumsWords(dealings: readonly Dealing[], inFull = false): string {
  const sums = groupedBy(dealings, ({ claim }) => claim.amount?.currency ?? "");
  return listWords(
    sums.map(([, its]) => {
      const { isAbout, ...sum } = sumOf(its);
      return moneyWords(sum, { amountQualifier: isAbout ? "about" : null, inFull });
    }),
  );
}

/** When dealings were: "between December 2014 and March 2019", "in 2017". */
export function whenWords(dealings: readonly Dealing[]): string | null {
  const starts = dealings.map(({ claim }) => claim.start);
  const [only] = new Set(starts);
  if (new Set(starts).size === 1) return only ? onDate(only) : null;
  const days = daysOf(dealings);
  if (days === null) return null;
  const isFine = starts.every((start) => start !== null && /^\d{4}-\d{2}(?:-\d{2})?$/.test(start));
  if (isFine) return monthsBetween(days.first, days.last);
  const [first, last] = [days.first, days.last].map((day) => new Date(day * 86_400_000).getUTCFullYear());
  return first === last ? `in ${first}` : `between ${first} and ${last}`;
}

/** Who received money: the university itself, or the parts of it that did: "Berkeley and UCLA". */
export function recipientsOf(money: readonly Dealing[], university: EntityId): readonly EntityId[] {
  const recipients = [...new Set(money.map(({ claim }) => claim.to))].sort();
  return recipients.includes(university) || recipients.length > RECIPIENTS_NAMED ? [university] : recipients;
}

const RECIPIENTS_NAMED = 3;

/** "Huawei Technologies and its U.S. affiliate Futurewei gave Berkeley $9.5 million in 12 gifts …, according to …: … each." */
export function sumClause(
  dealings: readonly Dealing[],
  recipient: string,
  { payers, teller }: { readonly payers: Payers; readonly teller: Teller },
): string {
  const { names } = teller;
  const ids = payers.order.filter((id) => dealings.some((each) => otherSide(each) === id));
  const parts = ids.flatMap((payer) =>
    groupedBy(
      dealings.filter((each) => otherSide(each) === payer),
      ({ claim }) => claim.form,
    ).map(([, its]) => ({ payer, its })),
  );
  const forms = new Set(dealings.map(({ claim }) => claim.form)).size;
  const inFull = parts.length > 1 && ![dealings, ...parts.map(({ its }) => its)].every(isShortSum);
  const isPromised = dealings.every(({ claim }) => claim.payment === "committed");
  const gave = `${isPromised ? "promised" : "gave"} ${recipient} ${sumsWords(dealings, inFull)} in ${nounsOf(dealings)}`;
  const when = whenWords(dealings);
  const filing = filingOfAll(dealings, teller);
  const whose =
    filing === null
      ? dealings.every(({ claim }) => claim.status === "confirmed")
        ? null
        : accordingTo(
            dealings.map(({ claim }) => claim),
            names,
          )
      : `according to ${filing}`;
  const told = () =>
    `${joined(payersWords(ids.map((id) => payers.called(id, teller))), gave, when)}${whose === null ? "" : `, ${whose}`}`;
  // Names that are introduced by now are short ones.
  const lead = within(told(), told);
  if (parts.length < 2) return lead;
  const figures = parts.map(({ payer, its }) => ({
    sum: sumsWords(its, inFull),
    of: `${forms > 1 ? ` in ${nounsOf(its)}` : ""}${ids.length > 1 ? ` from ${teller.short(payer)}` : ""}`,
  }));
  const each = figures.map(({ sum, of }) => `${sum}${of}`);
  const apart = figures.map(({ sum, of }, at) => `${sum}${at === 0 ? " came" : ""}${of}`);
  return within(`${lead}: ${listWords(each)}`, () => `${lead}; of that, ${listWords(apart)}`);
}

/** Payers as a list; several affiliates together: "its U.S. affiliates Futurewei and Huawei Technologies USA". */
export function payersWords(payers: readonly string[]): string {
  const kinds = new Set(payers.slice(1).map((payer) => AFFILIATE.exec(payer)?.[1]));
  const [kind] = kinds;
  const [lead = "", ...others] = payers;
  if (others.length < 2 || kinds.size > 1 || kind === undefined) return listWords(payers);
  return `${lead} and ${kind}affiliates ${listWords(others.map((payer) => payer.replace(AFFILIATE, "")))}`;
}

const AFFILIATE = /^(its (?:[\w. ]+ )?)affiliate /;

function isShortSum(dealings: readonly Dealing[]): boolean {
  const { min, max } = sumOf(dealings);
  return isShort(min) && isShort(max ?? min);
}

/** The register in which the university itself reported all of them. */
function filingOfAll(dealings: readonly Dealing[], { names }: Teller): string | null {
  const filings = new Set(dealings.map(({ claim }) => filingOf(claim, names)));
  const [only = null] = filings;
  return filings.size === 1 ? only : null;
}

/** Whether dealings are told by their count and sum: more than three, or several that no editor wrote words for. */
export function areSummed(dealings: readonly Dealing[]): boolean {
  if (dealings.length < 2 || !dealings.every(isSummable)) return false;
  return dealings.length > 3 || dealings.every(({ claim }) => claim.text === null);
}

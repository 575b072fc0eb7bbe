import type { Claim } from "../../domain/record.js";
import { tellsEvent, tellsRelation, tellsRole } from "../../explain/verbs.js";
import type { Problems } from "../read/problem.js";
import { type ClaimRow, claimRows, type ReadDossier } from "../read/read-dossier.js";
import { flagOf, type KnownNouns } from "./known-nouns.js";
import { flagIdOf, monthsIn, numbersIn, numeralsIn, rowWords } from "./row-words.js";

/**
 * What an editor wrote says no more than its row, and what no editor wrote can be told: no number or month that the row
 * does not have, and a verb for every event and role.
 */
export function checkTexts(dossiers: readonly ReadDossier[], known: KnownNouns, problems: Problems): void {
  const parties = partiesByFlag(dossiers);
  for (const row of writtenRows(dossiers)) {
    const { claim, file, line } = row;
    const words = rowWords(claim, known, parties.get(flagIdOf(claim) ?? "") ?? []);
    for (const column of ["text", "caveat"] as const) {
      const text = claim[column] ?? "";
      const number = numbersIn(text).find((forms) => !forms.some(words.hasNumber));
      if (number !== undefined)
        problems.add("textNumber", file, line, unsaid(column, `the number ${number[0]}`));
      if (monthsIn(text).some((month) => !words.hasMonth(month)))
        problems.add("textNumber", file, line, unsaid(column, "a month"));
    }
  }
  for (const { events, subjects } of dossiers) {
    for (const [at, { flag: id, event, text }] of events.records.entries()) {
      const flag = flagOf(known, id);
      if (text !== null || flag === null || tellsEvent(flag, event)) continue;
      const of = `a ${flag.type ?? flag.kind}`;
      problems.add("verb", events.file, events.lines[at] ?? 1, untold("event", event, of));
    }
    for (const [at, { flag: id, role, text }] of subjects.records.entries()) {
      const flag = flagOf(known, id);
      if (text !== null || flag === null || tellsRole(flag, role)) continue;
      const of = `a ${flag.type ?? flag.kind}`;
      problems.add("verb", subjects.file, subjects.lines[at] ?? 1, untold("role", role, of));
    }
  }
}

function unsaid(column: "text" | "caveat", what: string): string {
  return `${column}: has ${what}, which its row does not have: quote the words that carry it, or leave it out`;
}

function untold(column: "event" | "role", value: string, of: string): string {
  return `${column}: there is no sentence for "${value}" of ${of}: write a text for it, or correct it`;
}

/** The claims for which an editor wrote something. */
function* writtenRows(dossiers: readonly ReadDossier[]): Generator<ClaimRow> {
  for (const dossier of dossiers)
    for (const row of claimRows(dossier, (relations, at) => relations.isWritten(at)))
      if (row.claim.text !== null || row.claim.caveat !== null) yield row;
}

function partiesByFlag(dossiers: readonly ReadDossier[]): ReadonlyMap<string, readonly string[]> {
  const parties = new Map<string, string[]>();
  for (const { subjects } of dossiers)
    for (const { flag, entity } of subjects.records) {
      const met = parties.get(flag);
      if (met) met.push(entity);
      else parties.set(flag, [entity]);
    }
  return parties;
}

/** Language in which the numerals of a quote are looked for. */
const ENGLISH = /\b(?:the|and|of|to|with|its|has|was|for)\b/i;

/** Warnings: numbers in words that a row does not have, and rows that a template tells badly. */
export function checkWording(dossiers: readonly ReadDossier[], known: KnownNouns, problems: Problems): void {
  const parties = partiesByFlag(dossiers);
  const answered = decisionsById(dossiers);
  for (const dossier of dossiers) {
    const rows = [...claimRows(dossier)];
    const isWritten = rows.some(({ claim }) => claim.text !== null);
    for (const { claim, file, line } of rows) {
      if (isWritten && claim.text === null && !isToldByTemplate(claim))
        problems.add(
          "ownWords",
          file,
          line,
          `${wordless(claim)}: write a text for it, in the words of its quote`,
        );
      if (claim.text === null || (claim.quote !== null && !ENGLISH.test(claim.quote))) continue;
      const of = claim.record === "response" ? answered.get(claim.to) : undefined;
      const words = [claim, ...(of ? [of] : [])].map((each) =>
        rowWords(each, known, parties.get(flagIdOf(each) ?? "") ?? []),
      );
      const unsaidWord = numeralsIn(claim.text).find(
        ([word, number]) => !words.some((each) => each.hasNumber(number) || each.hasWord(word)),
      );
      if (unsaidWord !== undefined)
        problems.add("textNumberInWords", file, line, unsaid("text", `"${unsaidWord[0]}"`));
    }
  }
}

function decisionsById(dossiers: readonly ReadDossier[]): ReadonlyMap<string, Claim> {
  return new Map(
    dossiers.flatMap(({ decisions }) => decisions.records.map((claim) => [claim.id, claim] as const)),
  );
}

function isToldByTemplate(claim: Claim): boolean {
  if (claim.record === "relation") return tellsRelation(claim);
  return claim.record === "subject" || claim.record === "policy";
}

function wordless(claim: Claim): string {
  switch (claim.record) {
    case "relation":
      return `a ${claim.kind}${claim.payment === "committed" ? " that was only promised" : ""} has no text`;
    case "event":
      return `the event "${claim.event}" has no text`;
    default:
      return `a ${claim.record} has no text`;
  }
}

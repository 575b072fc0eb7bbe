import { type Day, NEVER, parseDay } from "../../domain/day.js";
import type { Claim } from "../../domain/record.js";
import type { Source } from "../../domain/source.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import type { Problems } from "../read/problem.js";
import { type ClaimRow, claimRows, type ReadDossier } from "../read/read-dossier.js";
import { partiesOf } from "./parties.js";
import { flagIdOf } from "./row-words.js";

/** Warnings: on whose word rows stand, who speaks in them, and how long ago that was. */
export function checkStanding(dossiers: readonly ReadDossier[], problems: Problems): void {
  const sources = new Map(
    dossiers.flatMap(({ sources: { records } }) => records.map((source) => [source.id, source] as const)),
  );
  checkPublishers(dossiers, problems);
  checkSpeakers(dossiers, problems);
  checkPresent(dossiers, sources, problems);
  for (const dossier of dossiers)
    for (const { claim, file, line } of claimRows(dossier)) {
      if (claim.status !== "confirmed") continue;
      const grades = claim.sources.flatMap((id) => sources.get(id)?.grade ?? []);
      if (grades.length === 0 || grades.some((grade) => grade < "C")) continue;
      const best = [...grades].sort()[0];
      const message = `status: is confirmed, and the best of its sources is of grade ${best}: write reported, or cite a source of grade A or B`;
      problems.add("confirmedGrade", file, line, message);
    }
}

const COPY = /\bre-?post(?:ed)?\b|\bmirror(?:ed)?\b|\breprint(?:ed)?\b|\bvia\b|\bcopy (?:of|at)\b/i;
const MACHINE = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/;

function checkPublishers(dossiers: readonly ReadDossier[], problems: Problems): void {
  for (const { sources } of dossiers)
    for (const [at, { publisher, copyOf }] of sources.records.entries()) {
      const wrong = (message: string) =>
        problems.add("publisher", sources.file, sources.lines[at] ?? 1, message);
      if (COPY.test(publisher))
        wrong(
          `publisher: "${publisher}" says whose copy it is: name who put the page there, and the original in copy_of`,
        );
      if (MACHINE.test(publisher))
        wrong(`publisher: "${publisher}" is a number of a machine: write "an unnamed site"`);
      if (copyOf === publisher) wrong(`copy_of: is "${copyOf}" as the publisher is: leave it empty`);
    }
}

/** A reply comes from a subject of the flag, a counterparty of the decision or its author; one party is one speaker. */
function checkSpeakers(dossiers: readonly ReadDossier[], problems: Problems): void {
  const party = partiesOf(dossiers.flatMap(({ relations }) => [...relations.ofKind("Identity")]));
  const concerned = new Map<string, Set<string>>();
  const add = (what: string, entity: string) => {
    const met = concerned.get(what) ?? new Set();
    concerned.set(what, met.add(party(entity)));
  };
  for (const { subjects, decisions } of dossiers) {
    for (const { flag, entity } of subjects.records) add(flag, entity);
    for (const { id, by, counterparties } of decisions.records)
      for (const entity of [by, ...counterparties]) add(id, entity);
  }
  for (const { responses } of dossiers)
    for (const [at, { to, by }] of responses.records.entries()) {
      const those = concerned.get(to);
      if (those === undefined || those.has(party(by))) continue;
      const message = `by: "${by}" is not concerned by what it answers: correct by or to, or add the subject`;
      problems.add("speaker", responses.file, responses.lines[at] ?? 1, message);
    }
}

/** Two years, in days. */
const STALE = 730;
/** A text begins with its verb; of those that begin so only "was" is past. */
const PRESENT = /^(?!was\b)(?:is|are|have|do|remain|face|\p{Ll}+[^s\W]s)\b|\bstill\b/u;

function checkPresent(
  dossiers: readonly ReadDossier[],
  sources: ReadonlyMap<string, Source>,
  problems: Problems,
): void {
  const days = dossiers.flatMap(({ dossier }) => dossier.lastChecked ?? []).map(parseDay);
  if (days.length === 0) return;
  const checked = Math.max(...days);
  const byFlag = new Map<string, ClaimRow[]>();
  for (const dossier of dossiers)
    for (const row of claimRows(dossier, () => false)) {
      const flag = flagIdOf(row.claim);
      if (flag === null) continue;
      const met = byFlag.get(flag);
      if (met) met.push(row);
      else byFlag.set(flag, [row]);
    }
  for (const [flag, rows] of byFlag) {
    const last = Math.max(...rows.flatMap(({ claim }) => publishedDays(claim, sources)));
    if (!Number.isFinite(last) || checked - last <= STALE) continue;
    for (const { claim, file, line } of rows) {
      if (claim.text === null || !PRESENT.test(claim.text)) continue;
      const message = `text: tells in the present of "${flag}", of which no source has told for two years: tell it in the past`;
      problems.add("stalePresent", file, line, message);
    }
  }
}

function publishedDays({ sources: cited }: Claim, sources: ReadonlyMap<string, Source>): readonly Day[] {
  return cited.flatMap((id) => {
    const published = sources.get(id)?.published ?? null;
    if (published === null) return [];
    const { earliest, latest } = parseUncertainDate(published);
    return [latest >= NEVER ? earliest : latest];
  });
}

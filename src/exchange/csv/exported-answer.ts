import type { Response } from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import { claimText, eventWords } from "../../exposure/explain/claim-text.js";
import type { Finding } from "../../exposure/finding.js";
import type { Projection } from "../../projection/projection.js";
import { isKnownOn } from "../../projection/view.js";
import { responsesTo } from "../../questions/act-lists.js";
import type { FindingDetails, LoadClaims, SearchScope } from "../../questions/exposure-report.js";
import { graphNames } from "../../questions/graph-names.js";

/** The findings of one university. */
export interface ExportedUniversity {
  readonly university: string;
  readonly findings: readonly Finding[];
  details(finding: Finding): FindingDetails;
}

/** An answer to be written: one university's report, or all universities that are exposed to a target. */
export interface ExportedAnswer {
  readonly projection: Projection;
  readonly scope: SearchScope;
  readonly universities: readonly ExportedUniversity[];
  readonly loadClaims: LoadClaims;
}

/** An entity's name; its id where the graph has it not. */
export function entityName({ projection }: ExportedAnswer, id: string): string {
  return graphNames(projection, 0).entity(id) ?? id;
}

/** The last event of a flag that is known, in words: "was dismissed on 2 December 2022". */
export function flagOutcome({ projection, scope }: ExportedAnswer, flag: string): string {
  const events = projection.flags.get(flag)?.events ?? [];
  const last = events
    .filter((event) => isKnownOn(event, scope.knownAt) && event.status !== "denied")
    .sort((a, b) => a.clock.startLatest - b.clock.startLatest)
    .at(-1);
  return last === undefined ? "" : eventWords(last);
}

/** Everything that was answered to flags and decisions, each with its words and where they stand. */
export function responsesText(answer: ExportedAnswer, ids: readonly (string | null)[]): string {
  const { projection, scope } = answer;
  const responses = ids.flatMap((id) => (id === null ? [] : responsesTo(projection, id, scope.knownAt)));
  return responses.map((response) => responseText(answer, response)).join(" | ");
}

function responseText({ projection, scope }: ExportedAnswer, response: Response): string {
  const quote = response.quote === null ? "" : ` "${response.quote}"`;
  const address = projection.sources.get(response.sources[0] ?? "")?.url;
  return `${claimText(response, graphNames(projection, scope.knownAt))}${quote}${address ? ` (${address})` : ""}`;
}

/** The licences of the dossiers that claims stand in. */
export function licencesOf({ projection }: ExportedAnswer, slugs: Iterable<string>): string {
  const wanted = new Set(slugs);
  const licences = projection.dossiers.filter(({ slug }) => wanted.has(slug)).map(({ licence }) => licence);
  return [...new Set(licences.filter((licence) => licence !== null))].sort().join("; ");
}

/** Where the search stopped short; empty where it did not. */
export function truncationsText({ truncated }: SearchScope): string {
  return truncated.map(({ at, reason }) => (at === null ? reason : `${reason} at ${at}`)).join("; ");
}

/** Claims by id. */
export async function claimsById(
  answer: ExportedAnswer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Claim>> {
  const claims = await answer.loadClaims([...new Set(ids)]);
  return new Map(claims.map((claim) => [claim.id, claim]));
}

import type { Entity, EntityId } from "../domain/entity.js";
import type { Response } from "../domain/flag.js";
import type { Claim } from "../domain/record.js";
import { claimText, eventWords } from "../explain/claim-text.js";
import { isKnownOn } from "../graph/view.js";
import { responsesTo } from "../questions/lists/act-lists.js";
import type { Subgraph } from "../questions/report/closed-subgraph.js";
import type { LoadClaims, SearchScope } from "../questions/report/exposure-report.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { claimsAsKnown } from "../questions/resident/resident-records.js";
import type { GraphReader } from "../store/graph-store.js";

/** A part of the graph to be written, with what only the store holds of it. */
export interface Exported extends Subgraph {
  readonly loadClaims: LoadClaims;
  loadEntities(ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, Entity>>;
}

/** A part of the graph with the store that it came from. */
export function exported(subgraph: Subgraph, store: GraphReader): Exported {
  return {
    ...subgraph,
    loadClaims: async (ids) => {
      const claims = await claimsAsKnown(store, ids, subgraph.scope.knownAt);
      return ids.flatMap((id) => claims.get(id) ?? []);
    },
    loadEntities: async (ids) => new Map((await store.entities(ids)).map((entity) => [entity.id, entity])),
  };
}

/** An entity's name; its id where the graph has it not. */
export function entityName({ projection }: Exported, id: string): string {
  return graphNames(projection, 0).entity(id) ?? id;
}

/** The last event of a flag that is known, in words: "was dismissed on 2 December 2022". */
export function flagOutcome({ projection, scope }: Exported, flag: string): string {
  const events = projection.flags.get(flag)?.events ?? [];
  const last = events
    .filter((event) => isKnownOn(event, scope.knownAt) && event.status !== "denied")
    .sort((a, b) => a.clock.startLatest - b.clock.startLatest)
    .at(-1);
  return last === undefined ? "" : eventWords(last);
}

/** Everything that was answered to flags and decisions, each with its words and where they stand. */
export function responsesText(answer: Exported, ids: readonly (string | null)[]): string {
  const { projection, scope } = answer;
  const responses = ids.flatMap((id) => (id === null ? [] : responsesTo(projection, id, scope.knownAt)));
  return responses.map((response) => responseText(answer, response)).join(" | ");
}

function responseText({ projection, scope }: Exported, response: Response): string {
  const quote = response.quote === null ? "" : ` "${response.quote}"`;
  const address = projection.sources.get(response.sources[0] ?? "")?.url;
  return `${claimText(response, graphNames(projection, scope.knownAt))}${quote}${address ? ` (${address})` : ""}`;
}

/** The licences of the dossiers that claims stand in. */
export function licencesOf({ projection }: Exported, slugs: Iterable<string>): string {
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
  answer: Exported,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Claim>> {
  const claims = await answer.loadClaims([...new Set(ids)]);
  return new Map(claims.map((claim) => [claim.id, claim]));
}

import { type ExploreAllegationsQuery, exploreAllegationsQuestion } from "../../api/documents.generated.js";
import { texts } from "../../texts/english.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import type { Asker } from "./graph-reader.js";
import type { SceneRelation } from "./scene.js";

type Node = Extract<ExploreAllegationsQuery["nodes"][number], { flags: unknown }>;

/** A probe or listing of one of the two ends, with what came of it and what was answered. */
export type AllegedIn = Node["flags"]["nodes"][number];

export interface AllegationTerms {
  readonly knownAt: string | null;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Where what is alleged was alleged: for each alleged relation the probes and listings that concern both its ends or rest
 * on a source of it; where there are none, all probes of its ends. Each once, in order of date. What came of them is told
 * as it stands today, whatever day is looked at.
 */
export async function allegedIn(
  ask: Asker,
  relations: readonly SceneRelation[],
  { knownAt, signal }: AllegationTerms,
): Promise<readonly AllegedIn[]> {
  const alleged = relations.filter(({ status }) => status === "ALLEGED");
  const ids = [...new Set(alleged.flatMap(({ from, to }) => [from, to]))];
  if (ids.length === 0) return [];
  const { nodes } = await ask(exploreAllegationsQuestion, { ids, validAt: null, knownAt }, signal);
  const flagsOf = new Map(
    nodes.flatMap((node) => (node && "flags" in node ? [[node.id, node.flags.nodes] as const] : [])),
  );
  const met = new Set(alleged.flatMap((relation) => flagsAbout(relation, flagsOf).map(({ id }) => id)));
  const all = new Map([...flagsOf.values()].flat().map((flag) => [flag.id, flag]));
  return [...all.values()].filter(({ id }) => met.has(id));
}

function flagsAbout(
  { from, to, sources }: SceneRelation,
  flagsOf: ReadonlyMap<string, readonly AllegedIn[]>,
): readonly AllegedIn[] {
  const [ofFrom, ofTo] = [flagsOf.get(from) ?? [], flagsOf.get(to) ?? []];
  const ofBoth = new Set(ofTo.map(({ id }) => id));
  const either = [...ofFrom, ...ofTo];
  const close = either.filter(
    ({ id, events }) =>
      (ofBoth.has(id) && ofFrom.some((flag) => flag.id === id)) ||
      events.some(({ citations }) => citations.some(({ source }) => sources.includes(source.id))),
  );
  return close.length > 0 ? close : either.filter(({ kind }) => kind === "PROBE");
}

/** Sentences beside a picture: what is alleged, then in which probes, what came of them and what was answered. */
export function allegationNotes(
  relations: readonly SceneRelation[],
  flags: readonly AllegedIn[],
): readonly string[] {
  const say = exploreTexts.picture;
  return [
    ...relations.filter(({ status }) => status === "ALLEGED").map(({ text }) => say.alleged(text)),
    ...flags.map(({ title, outcomeText, responses }) =>
      say.answered(
        title,
        outcomeText,
        responses.length === 0 ? texts.open.noReply : responses.map(({ text }) => text).join(" "),
      ),
    ),
  ];
}

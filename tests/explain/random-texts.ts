/** The texts of random graphs: of every group of a random question the headline and the paragraph, and what they rest on. */
import fc from "fast-check";
import { claimClock, clockCells } from "../../src/domain/claim-clock.js";
import { parseDay, printDay } from "../../src/domain/day.js";
import { RESPONSE_KINDS, type Response } from "../../src/domain/flag.js";
import type { Claim } from "../../src/domain/record.js";
import type { Source } from "../../src/domain/source.js";
import { GroupStory, type GroupToTell } from "../../src/explain/group-story.js";
import { groupText } from "../../src/explain/group-text.js";
import { groupHeadline } from "../../src/explain/headline.js";
import type { Names } from "../../src/explain/names.js";
import { exposureGroups } from "../../src/exposure/findings/exposure-groups.js";
import { findExposures } from "../../src/exposure/findings/find-exposures.js";
import type { ExposureTermsOf } from "../../src/exposure/question.js";
import { runToCompletion } from "../../src/graph/run-to-completion.js";
import { View } from "../../src/graph/view.js";
import { groupToTell } from "../../src/questions/report/descriptions.js";
import type { LoadClaims } from "../../src/questions/report/exposure-report.js";
import { projectionOf } from "../exposure/naive/projection-of.js";
import { subjectRow } from "../exposure/naive/rows.js";
import { type RandomCase, randomCase } from "../exposure/random-graph.js";

export interface TextCase {
  readonly world: RandomCase["world"];
  readonly terms: ExposureTermsOf;
}

export interface ToldGroup {
  readonly told: GroupToTell;
  readonly headline: string;
  /** Without numbers of citations. */
  readonly paragraph: string;
}

const FIRST = parseDay("2020-01-01");
/** The days of a random graph lie within weeks: drawn apart they lie within weeks, months or years. */
const APART = [1, 1, 20, 90] as const;

/** Who replied to which of the graph's flags, and when. */
const replies = fc.array(
  fc.record({
    to: fc.nat({ max: 4 }),
    by: fc.constantFrom("company:a", "company:b", "company:c", "company:d"),
    kind: fc.constantFrom("denied" as const, "denied" as const, ...RESPONSE_KINDS),
    start: fc.nat({ max: 15 }).map((day) => printDay(FIRST + day)),
  }),
  { maxLength: 6 },
);

/** A graph with replies, the days of which lie near or far. */
export const textCase: fc.Arbitrary<TextCase> = fc
  .tuple(randomCase, replies, fc.constantFrom(...APART))
  .map(([{ world, terms }, drawn, factor]) => {
    const responses = drawn.flatMap(({ to, ...cells }, at): readonly Response[] => {
      const flag = world.flags[to % Math.max(1, world.flags.length)];
      if (flag === undefined) return [];
      const { start, by, kind } = cells;
      const row = subjectRow({
        id: `claim:rows/reply-${at}`,
        flag: flag.id,
        entity: by,
        role: "mentioned",
        start,
      });
      const { flag: _, entity: __, role: ___, ...base } = { ...row, published: start };
      return [{ ...base, record: "response", to: flag.id, by, kind }];
    });
    return drawnApart({ world: { ...world, claims: [...world.claims, ...responses] }, terms }, factor);
  });

function drawnApart({ world, terms }: TextCase, factor: number): TextCase {
  const far = (day: number) => FIRST + (day - FIRST) * factor;
  const text = <T extends string | null>(date: T) =>
    date === null
      ? date
      : (date.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => printDay(far(parseDay(day)))) as T);
  const sources = world.sources.map((source): Source => ({ ...source, published: text(source.published) }));
  const published = new Map(sources.map((source) => [source.id, source.published]));
  const claims = world.claims.map((claim): Claim => {
    const { start, end, recorded, retracted } = claim;
    const moved = {
      ...claim,
      start: text(start),
      end: text(end),
      recorded: text(recorded),
      retracted: text(retracted),
    };
    const cited = claim.sources.map((id) => ({ published: published.get(id) ?? null, retrieved: null }));
    return { ...moved, clock: claimClock(clockCells(moved), cited) };
  });
  const entities = world.entities.map((entity) => ({
    ...entity,
    founded: text(entity.founded),
    dissolved: text(entity.dissolved),
  }));
  const knownAt = terms.knownAt > FIRST + 100 ? terms.knownAt : far(terms.knownAt);
  return {
    world: { ...world, entities, claims, sources },
    terms: { ...terms, validAt: far(terms.validAt), knownAt },
  };
}

/** The texts of all groups of an answer. */
export async function toldGroups({ world, terms }: TextCase): Promise<readonly ToldGroup[]> {
  const view = View.of(await projectionOf(world), terms);
  const { findings, university } = findExposures(view, terms);
  const load: LoadClaims = (ids) =>
    Promise.resolve(
      world.claims.filter(
        ({ id, clock }) =>
          ids.includes(id) && clock.recorded <= terms.knownAt && terms.knownAt < clock.retracted,
      ),
    );
  return Promise.all(
    runToCompletion(exposureGroups(view, findings)).map(async (group): Promise<ToldGroup> => {
      const told = await groupToTell(view, terms, { ...group, university }, load);
      const named = { ...told, names: namedLike(told.names, world.sources) };
      return {
        told: named,
        headline: groupHeadline(new GroupStory(named)),
        paragraph: groupText(named).text.replaceAll(/ ?\[[\d–, ]+\]/g, ""),
      };
    }),
  );
}

// ---- names

const SHORT: Readonly<Record<string, string>> = {
  "company:a": "Alpha",
  "company:b": "Bravo",
  "company:c": "Charlie",
  "company:d": "Delta",
  "company:e": "Echo",
  "organization:o": "Oscar",
  "public-body:g": "Golf",
  "person:h": "Hotel",
  "arrangement:r": "Romeo",
  "unknown-party:n": "November",
  "program:p": "Papa",
  "program:q": "Quebec",
  "program:r": "Rialto",
  "organization:lab": "Lima",
  "organization:lab2": "Mike",
  "university:campus": "Kilo",
  "university:s": "Sierra",
  "university:u": "Uniform",
  "university:w": "Whiskey",
};

export const NAMES: readonly string[] = Object.values(SHORT);

export function shortNameOf(id: string): string {
  return SHORT[id] ?? id;
}

/** Names as long as they are in life, and sources with their dates. */
function namedLike(names: Names, sources: readonly Source[]): Names {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    ...names,
    entity: (id) =>
      id.startsWith("company:")
        ? `${shortNameOf(id)} Industrial Communication Technologies Co., Ltd.`
        : shortNameOf(id),
    short: (id) => shortNameOf(id),
    source: (id) => byId.get(id) ?? null,
  };
}

import { ask } from "../../api/ask.js";
import {
  type AskUniversityQuery,
  askSeveralQuestion,
  type Channel,
  citeAnswerQuestion,
  citeFindingQuestion,
  type DealingsFragment,
  type FlaggedPartyFragment,
  flagTitleQuestion,
  leadingProofQuestion,
  openFindingQuestion,
  type WalkFragment,
  type WholeFindingFragment,
  type WhyNotQuery,
  whyNotQuestion,
} from "../../api/documents.generated.js";
import type { CiteOptions } from "../../components/cite-bar.js";
import { BadPlace } from "../../state/bad-place.js";
import { clocksOf } from "../../state/clocks.js";
import { explained } from "../../state/explained.js";
import { idsOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { MOST_GROUPS } from "./groups.js";
import type { Compared } from "./several.js";
import { STORY } from "./story.js";

type Report = NonNullable<AskUniversityQuery["exposure"]>;

const FIRST_GROUPS = 25;

/** The question that an address asks about a university; that of the story where it names none. @throws BadPlace */
export function questionOf(place: Place) {
  const { university = STORY.university, flag, target } = place.values;
  const targets = idsOf(target);
  return {
    university,
    ...clocksOf(place),
    channels: channelsOf(place),
    flags: flag === undefined ? null : { ids: [flag] },
    targets: targets.length === 0 ? null : targets,
    groups: groupsOf(place),
  };
}

function channelsOf(place: Place): readonly Channel[] | null {
  const text = place.values.channels;
  if (text === undefined) return null;
  const asked = text.split(",");
  const known = Object.keys(texts.channels);
  const unknown = asked.find((channel) => !known.includes(channel));
  if (unknown !== undefined) throw new BadPlace(texts.trouble.notOneOf(unknown, known), { channels: null });
  return asked as Channel[];
}

function groupsOf(place: Place): number {
  const asked = Number(place.values.groups ?? FIRST_GROUPS);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, MOST_GROUPS) : FIRST_GROUPS;
}

const MOST_COMPARED = 20;

/** Several universities and what they share, or have to do with the parties named. @throws BadPlace where one of the ids is none, or they are too many. */
export async function askedSeveral(ids: readonly string[], place: Place, signal: AbortSignal) {
  if (ids.length > MOST_COMPARED) throw new BadPlace(texts.several.tooMany, { university: null });
  const bad = (id: string) => new BadPlace(texts.trouble.noUniversity(id), { university: null });
  const targets = idsOf(place.values.target);
  const variables = {
    universities: ids,
    named: targets,
    targets: targets.length === 0 ? null : targets,
    ...clocksOf(place),
  };
  const unknown = bad(ids.join(", "));
  const noTarget = new BadPlace(texts.trouble.noEntity(targets.join(", ")), { target: null });
  const { nodes, named, sharedExposures } = await explained(ask(askSeveralQuestion, variables, signal), {
    WRONG_KIND: unknown,
    BAD_USER_INPUT: targets.length === 0 ? unknown : noTarget,
  });
  const universities = nodes.filter((node): node is Compared => node !== null && "exposure" in node);
  const missing = ids.find((id) => !universities.some((one) => one.id === id));
  if (missing !== undefined || sharedExposures === null) throw bad(missing ?? ids.join(", "));
  const parties = named.filter((node): node is FlaggedPartyFragment => node !== null && "flags" in node);
  if (parties.length < targets.length) throw noTarget;
  return { universities, named: parties, shared: sharedExposures };
}

/** What comes after the answer itself. */
export interface Rest {
  /** The strongest proof of the group that the answer opens with; null: there is none. */
  readonly path: WalkFragment | null;
  /** Each dealing once, in order of date. */
  readonly dealings: DealingsFragment | null;
}

/** On what an answer rests, and what passed. */
export async function restOf(place: Place, signal: AbortSignal): Promise<Rest> {
  const { groups: _, ...question } = questionOf(place);
  const { exposure } = await ask(leadingProofQuestion, question, signal);
  return { path: exposure?.groups.nodes[0]?.proof ?? null, dealings: exposure?.transactions ?? null };
}

/** What the probe or listing is called that alone counts; null: all count that do by default. @throws BadPlace */
export async function flagTitle(place: Place, signal: AbortSignal): Promise<string | null> {
  const { flag } = place.values;
  if (flag === undefined) return null;
  const { node } = await ask(flagTitleQuestion, { flag }, signal);
  if (node === null || !("title" in node)) throw badFlag(flag);
  return node.title;
}

/** Whom alone the address asks about, each with why there is no finding on it; empty: it asks about all. @throws BadPlace */
export function askedTargets(place: Place, signal: AbortSignal): Promise<readonly WhyNotQuery[]> {
  const { targets, university, validAt, knownAt, flags, channels } = questionOf(place);
  const askedTarget = async (target: string) => {
    const bad = new BadPlace(texts.trouble.noEntity(target), { target: null });
    const asked = ask(whyNotQuestion, { university, target, validAt, knownAt, flags, channels }, signal);
    const answer = await explained(asked, { NOT_FOUND: bad, BAD_USER_INPUT: bad });
    if (answer.entity === null) throw bad;
    return answer;
  };
  return Promise.all((targets ?? []).map(askedTarget));
}

/** That an address names a probe or listing that is not there. */
export function badFlag(flag: string): BadPlace {
  return new BadPlace(texts.flag.noFlag(flag), { flag: null });
}

export interface OpenedFinding {
  readonly finding: WholeFindingFragment;
  /** The answer to a question about it alone, in a sentence. */
  readonly headline: string;
}

/** The finding that the address opens, with all that it stands on, and its headline. @throws BadPlace where the answer has none such. */
export async function openedFinding(
  key: string,
  place: Place,
  report: Report,
  signal: AbortSignal,
): Promise<OpenedFinding> {
  const all = report.groups.nodes.flatMap(({ findings, repeats }) => [...findings, ...repeats]);
  const row = all.find((finding) => finding.key === key);
  const gone = new BadPlace(texts.trouble.noFinding, { open: null });
  if (row === undefined) throw gone;
  const { university, validAt, knownAt, flags } = questionOf(place);
  const variables = { university, target: row.target.id, channel: row.channel, validAt, knownAt, flags };
  const { exposure } = await explained(ask(openFindingQuestion, variables, signal), { NOT_FOUND: gone });
  const finding = exposure?.findings.nodes[0];
  if (exposure === null || finding === undefined) throw gone;
  return { finding, headline: exposure.headline };
}

type Cite = NonNullable<CiteOptions["citation"]>;

/** Asks for the citation of the answer to what an address asks. */
export function citationOfAnswer(place: Place): Cite {
  return async (format, address) => {
    const { groups: _, ...question } = questionOf(place);
    return (await ask(citeAnswerQuestion, { ...question, format, address })).exposure?.citation;
  };
}

/** Asks for the citation of a finding of it. */
export function citationOfFinding({ target, channel }: WholeFindingFragment, place: Place): Cite {
  return async (format, address) => {
    const { university, validAt, knownAt, flags } = questionOf(place);
    const finding = { university, target: target.id, channel, validAt, knownAt, flags };
    const { exposure } = await ask(citeFindingQuestion, { ...finding, format, address });
    return exposure?.groups.nodes[0]?.citation;
  };
}

import type { ClaimId } from "../domain/claim.js";
import type { EntityId } from "../domain/entity.js";
import type { Timing } from "../exposure/finding.js";
import { attributed } from "./attribution.js";
import { Citations, type NumberedCitation } from "./citations.js";
import { onDate } from "./date-words.js";
import { areSummed, backingOf, caveatOf, dealingClause, recipientsOf, sumClause } from "./dealing-text.js";
import { type Dealing, groupedBy, lastDay, sayingMore, thenNewest } from "./dealings.js";
import { type FlagToTell, type Opening, openingsOf, relevance } from "./flag-description.js";
import { earlierTexts, flagSentences, limitsOf, outcomesOf, outcomeTexts, stoodOpen } from "./flag-text.js";
import { GroupStory, type GroupToTell } from "./group-story.js";
import { possessive } from "./names.js";
import { counted } from "./number-words.js";
import { replyTexts } from "./reply-text.js";
import { dated, joined, listWords, MOST_WORDS, opening, standsAlone, wordCount } from "./sentence.js";
import { type Fitted, paragraph, ROOMS, Teller, type Unit } from "./teller.js";
import { keyOf, laterWords, longAfter, timeApart, timeBehind, timesOf } from "./time-words.js";
import { DECISION_WORDS, listWordsOf } from "./verbs.js";

/** A group's paragraph has so many words at most, and a sentence for each further flag. */
const MOST_OF_A_GROUP = 150;
/** So many dealings that are no sum are told one by one. */
const OTHERS_TOLD = 3;
const DECISIONS_TOLD = 2;
/** What the strongest dealing beside a sum weighs. */
const WEIGHTY = 7;
/** What weighs so much has room before an editor's words of charges and denials. */
const MISSED = 6;
/** So many flags are told beside those that a dealing is timed by; others stand in the table. */
const FURTHER_TOLD = 4;
/** A flag that opened later than so many days after the last dealing stands in the table only. */
const SOON_AFTER = 366;

/**
 * A group as one paragraph with numbered citations: the money and how it stands in time, other dealings, the flags with
 * outcome and replies, the university's own decision, what is not known.
 */
export function groupText(told: GroupToTell): {
  readonly text: string;
  readonly citations: readonly NumberedCitation[];
} {
  const citations = new Citations(told.names);
  const story = new GroupStory(told);
  const fitted = ROOMS.map((room) =>
    paragraph(groupUnits(story, new Teller(told.names, citations, room)), MOST_OF_A_GROUP),
  );
  // The fullest words that leave nothing weighty out for which others have room.
  const least = Math.min(...fitted.map(({ leftOut }) => leftOut));
  const { text } = fitted.find(({ leftOut }) => leftOut < MISSED || leftOut === least) as Fitted;
  return citations.numbered(text);
}

/** The parts of a group's paragraph, in their order; of a finding alone only its dealings and what is not known of them. */
export function groupUnits(
  story: GroupStory,
  teller: Teller,
  parts: "ALL" | "DEALINGS" = "ALL",
): readonly Unit[] {
  const money = moneyUnits(story, teller);
  const others = otherUnits(story, teller, money.length > 0);
  const beside =
    parts === "DEALINGS"
      ? []
      : [...flagUnits(story, teller), ...decisionUnits(story, teller), ...repeatUnits(story, teller)];
  return [
    ...money,
    ...others,
    ...beside,
    ...laterUnits(story, teller),
    ...uncertainUnits(story, teller),
  ].filter(({ sentences }) => sentences.length > 0);
}

// ---- dealings

/** Sums by who vouches for them and whether they were paid; then how they stand in time. */
export function moneyUnits(story: GroupStory, teller: Teller): readonly Unit[] {
  const { money, told } = story;
  const lots = groupedBy(money, ({ claim }) => `${claim.status} ${claim.payment}`).map(([, its]) => its);
  const summed = lots.filter(areSummed);
  const single = lots.filter((lot) => !areSummed(lot)).flat();
  const sums: Unit[] = summed.map((lot, at) => ({
    sentences: [
      teller.sentence(
        sumClause(lot, teller.namer.shorts(recipientsOf(lot, told.university)), {
          payers: story.payers,
          teller,
        }),
        ...lot.map(({ claim }) => claim),
      ),
      ...caveatsOf(lot, teller),
    ],
    weight: at === 0 ? null : 9,
  }));
  const times = timesOf(summed.flat(), story, teller).map(
    (sentence): Unit => ({ sentences: [sentence], weight: null }),
  );
  const singles = single.map(
    (dealing, at): Unit => ({
      sentences: [dealingSentence(dealing, story, { teller, isTimed: summed.length === 0 })],
      weight: at === 0 && summed.length === 0 ? null : 8,
    }),
  );
  return [...sums, ...times, ...singles];
}

/** Limits that dealings of a sum share are told once. */
function caveatsOf(dealings: readonly Dealing[], teller: Teller): readonly string[] {
  const caveats = groupedBy(dealings, ({ claim }) => claim.caveat).filter(([caveat]) => caveat !== null);
  return caveats.map(([caveat, its]) =>
    its.length === dealings.length
      ? teller.sentence(opening(caveat as string).replace(/^./, (letter) => letter.toUpperCase()))
      : teller.sentence(`of ${counted(its.length, "of them")}, ${caveat}`),
  );
}

/** One dealing as a sentence; `isTimed`: with how it stands in time. */
export function dealingSentence(
  dealing: Dealing,
  story: GroupStory,
  { teller, isTimed }: { readonly teller: Teller; readonly isTimed: boolean },
): string {
  const clause = dealingClause(dealing, teller);
  const marks = teller.marks.of(dealing.claim);
  const time = isTimed ? timeBehind(dealing, story, teller) : "";
  // Behind "according to CNBC" the time would seem to be CNBC's word too.
  const isApart =
    dealing.claim.status === "reported" || wordCount(`${clause}${time.split("; ")[0]}`) > MOST_WORDS;
  return teller.sentence(`${clause}${marks}${isApart ? timeApart(time) : time}${caveatOf(dealing.claim)}`);
}

/** What is no sum: work together, programs, holdings, sums that are not known; the strongest, then the newest few. */
function otherUnits(story: GroupStory, teller: Teller, hasMoney: boolean): readonly Unit[] {
  const { others } = story;
  const told = thenNewest(sayingMore(others))
    .slice(0, OTHERS_TOLD)
    .map(
      (dealing, at): Unit => ({
        sentences: [
          ...backingSentences(dealing, story, teller),
          dealingSentence(dealing, story, { teller, isTimed: at === 0 && !hasMoney }),
        ],
        weight: at === 0 && !hasMoney ? null : WEIGHTY - at,
      }),
    );
  const more = others.length - told.length;
  return more < 1
    ? told
    : [
        ...told,
        {
          sentences: [opening(`${counted(more, "further tie")} stand${more === 1 ? "s" : ""} in the table.`)],
          weight: 1,
        },
      ];
}

/** Who stood behind a program, before what the university had to do with it. */
export function backingSentences(dealing: Dealing, { told }: GroupStory, teller: Teller): readonly string[] {
  const backing = backingOf(dealing, told, teller);
  if (backing === null || !teller.isFirst(backing.id)) return [];
  return [
    teller.sentence(
      `${dealingClause({ claim: backing }, teller)}${teller.marks.of(backing)}${caveatOf(backing)}`,
    ),
  ];
}

// ---- flags

/**
 * First what was named above: how it came out and who replied. Then what else was open at a dealing, then the first flag
 * that opened after the last one.
 */
function flagUnits(story: GroupStory, teller: Teller): readonly Unit[] {
  const { names } = story.told;
  const named = story.told.flags.filter((flag) => isNamed(flag, teller));
  const further = furtherFlags(story, teller);
  const lists = further.filter(isPlainListing);
  const others = further.filter((flag) => !isPlainListing(flag));
  return [
    ...groupedBy(lists, ({ target }) => target).map(([target, its]) => listingsUnit(target, its, teller)),
    ...others.map((flag): Unit => {
      for (const opened of openingsOf(flag, names)) teller.isFirst(keyOf(flag, opened));
      return {
        sentences: [
          ...flagSentences(flag, names, teller.marks, teller.short(flag.target)),
          ...replyTexts(flag, names, teller.marks),
        ],
        weight: 4,
        isExtra: true,
      };
    }),
    ...named.map((flag): Unit => ({ sentences: afterwards(flag, teller), weight: null })),
  ];
}

function isNamed(flag: FlagToTell, teller: Teller): boolean {
  return openingsOf(flag, teller.names).some((opened) => teller.hasSaid(keyOf(flag, opened)));
}

/** A listing of which there is nothing to tell but its day. */
function isPlainListing(flag: FlagToTell): boolean {
  const events = flag.counted.filter(({ event }) => event !== "amended");
  return (
    flag.record.flag.kind === "Listing" &&
    flag.state === "open" &&
    flag.responses.length === 0 &&
    events.every(({ event }) => event === "listed")
  );
}

/**
 * Flags that were or may have been open on a day on which a dealing is stated to have been, the weightiest first; and the
 * first that opened soon after the last of them.
 */
function furtherFlags(story: GroupStory, teller: Teller): readonly FlagToTell[] {
  const { told, dealings } = story;
  const open = new Set<FlagToTell>();
  for (const dealing of dealings) {
    for (const { flag: id, timing } of dealing.timing?.byFlag ?? []) {
      const flag = story.flag(dealing.timing?.target ?? "", id);
      if (flag && isOpenAt(flag, timing, dealing, told)) open.add(flag);
    }
  }
  const untold = [...open].filter((flag) => !isNamed(flag, teller));
  const next = untold.length === 0 ? nextAfter(story) : undefined;
  return [...untold, ...(next === undefined || isNamed(next, teller) ? [] : [next])]
    .sort((a, b) => relevance(a) - relevance(b) || openedOn(a, told) - openedOn(b, told))
    .slice(0, FURTHER_TOLD);
}

function isOpenAt(flag: FlagToTell, timing: Timing, dealing: Dealing, { names }: GroupToTell): boolean {
  if (timing === "CONCURRENT") return true;
  const opened = openingsOf(flag, names)[0];
  return timing === "POSSIBLY_CONCURRENT" && opened !== undefined && opened.earliest <= lastDay(dealing);
}

/** The first flag of the group's targets that opened soon after the last dealing. */
function nextAfter({ told, dealings, targets }: GroupStory): FlagToTell | undefined {
  const last = Math.max(...dealings.map(lastDay));
  return told.flags
    .filter(({ target }) => targets.includes(target))
    .flatMap((flag) =>
      openingsOf(flag, told.names)
        .slice(-1)
        .map((opened) => ({ flag, opened })),
    )
    .filter(({ opened }) => opened.earliest > last && opened.earliest - last <= SOON_AFTER)
    .sort((a, b) => a.opened.earliest - b.opened.earliest || relevance(a.flag) - relevance(b.flag))[0]?.flag;
}

function openedOn(flag: FlagToTell, { names }: Pick<GroupToTell, "names">): number {
  return openingsOf(flag, names).at(-1)?.latest ?? 0;
}

/** "Huawei Technologies was added to the Entity List on 16 May 2019 and to … on 24 June 2020". */
function listingsUnit(target: EntityId, flags: readonly FlagToTell[], teller: Teller): Unit {
  const ADDED = /^was added to /;
  const inTime = [...flags].sort((a, b) => openedOn(a, teller) - openedOn(b, teller));
  const opened = inTime.map((flag) => openingsOf(flag, teller.names).at(-1) as Opening);
  const isOne = opened.length === 1;
  const words = opened.map(
    ({ words: full, brief, claims }) => `${isOne ? full : brief}${teller.marks.of(...claims)}`,
  );
  const added = words.filter((each) => ADDED.test(each)).map((each) => each.replace(ADDED, "to "));
  const others = words.filter((each) => !ADDED.test(each));
  const subject = teller.short(target);
  const sentences = [
    ...(added.length === 0 ? [] : splitList(subject, added)),
    ...others.map((each) => teller.sentence(`${subject} ${each}`)),
  ];
  for (const [at, flag] of inTime.entries()) if (opened[at]) teller.isFirst(keyOf(flag, opened[at]));
  return { sentences, weight: 4, isExtra: true };
}

/** Lists in as many sentences as they need. */
function splitList(subject: string, added: readonly string[]): readonly string[] {
  const whole = `${opening(subject)} was added ${listWords(added)}.`;
  if (wordCount(whole) <= MOST_WORDS || added.length < 2) return [whole];
  const half = Math.ceil(added.length / 2);
  return [...splitList(subject, added.slice(0, half)), ...splitList(subject, added.slice(half))];
}

/** Of a flag that was named: how it came out or stood, and who replied. */
function afterwards(flag: FlagToTell, teller: Teller): readonly string[] {
  const { names, marks } = teller;
  const name = teller.short(flag.target);
  const outcomes = outcomesOf(flag, names, teller.endedBy.get(flag));
  const [first, ...others] = outcomes;
  const lead =
    first === undefined
      ? ""
      : opening(`${first.isOwn ? `${name} ` : ""}${first.words}${marks.of(...first.claims)}`);
  const came = first === undefined ? [] : outcomeTexts(others, { lead, subject: name, marks });
  const replies = replyTexts(flag, names, marks, { isBrief: teller.hasBriefReplies });
  const stood = stoodOpen(flag, names);
  const told = openingsOf(flag, names).filter((opened) => teller.hasSaid(keyOf(flag, opened)));
  const limits = limitsOf(told.flatMap(({ claims }) => claims))
    .filter(standsAlone)
    .map((limit) => teller.sentence(limit));
  return [...limits, ...earlierTexts(flag, names, marks, name), ...came, ...withStanding(replies, stood)];
}

function withStanding(replies: readonly string[], stood: string | null): readonly string[] {
  const last = replies.at(-1);
  if (stood === null) return replies;
  const together = last === undefined ? null : `${last.replace(/\.$/, "")}; ${stood}.`;
  if (together === null || wordCount(together) > MOST_WORDS) return [...replies, `${opening(stood)}.`];
  return [...replies.slice(0, -1), together];
}

/** Where no flag is told yet: the one that opened long after, as later; else how the strongest other dealing stands to one. */
function laterUnits(story: GroupStory, teller: Teller): readonly Unit[] {
  if (story.told.flags.some((flag) => isNamed(flag, teller))) return [];
  const [later] = story.dealings
    .flatMap((each) => longAfter(each, story.standing(each), teller.names) ?? [])
    .sort((a, b) => b.from - a.from);
  if (later !== undefined) {
    const said = teller.sentence(laterWords(later, teller));
    return [{ sentences: [said, ...afterwards(later.flag, teller)], weight: null }];
  }
  const next = story.dealings.map((each) => story.standing(each)).find((each) => "opening" in each);
  if (next === undefined || !("opening" in next)) return [];
  const { names, marks } = teller;
  const replies = replyTexts(next.flag, names, marks, { isBrief: teller.hasBriefReplies });
  return [{ sentences: [...flagSentences(next.flag, names, marks), ...replies], weight: null }];
}

// ---- decisions, repeats, what is not known

/** The university's own decisions on the group that no sum was told by, with what was said of them. */
function decisionUnits(story: GroupStory, teller: Teller): readonly Unit[] {
  const { told } = story;
  const decisions = told.covered.flatMap(({ decision }) => told.decisions.get(decision) ?? []);
  // What was decided on equipment says nothing of dealings.
  const untold = decisions.filter(({ id, kind }) => kind !== "removed_equipment" && !teller.hasSaid(id));
  return untold.slice(0, DECISIONS_TOLD).map((decision, at) => ({
    sentences: [decisionSentence(decision.id, told, teller)],
    weight: 7.5 - at,
  }));
}

/** A decision as a sentence, in the words of an editor where there are any. */
export function decisionSentence(
  id: ClaimId,
  told: Pick<GroupToTell, "decisions" | "names">,
  teller: Teller,
): string {
  const decision = told.decisions.get(id);
  if (decision === undefined) return "";
  const { verb, act } = DECISION_WORDS[decision.kind];
  const parties =
    decision.counterparties.length === 0
      ? "parties that the source does not name"
      : teller.namer.shorts(decision.counterparties);
  const words = decision.text ?? `${verb} ${act} ${parties}`;
  const when = decision.start === null ? null : onDate(decision.start);
  const clause = attributed(decision, dated(joined(teller.short(decision.by), words), when), told);
  return teller.sentence(
    `${clause}${teller.marks.of(decision)}${decision.caveat === null ? "" : `; ${decision.caveat}`}`,
  );
}

/** The same dealings read for a party above: told where its control is certain and a flag of its own was open at them. */
function repeatUnits(story: GroupStory, teller: Teller): readonly Unit[] {
  const { repeats, flags } = story.told;
  const [main] = story.targets;
  const above = repeats.find(
    ({ channel, control, timing, target }) =>
      channel === "SUBSIDIARY" &&
      control === "YES" &&
      timing === "CONCURRENT" &&
      !story.targets.includes(target),
  );
  const [flag] = flags
    .filter(({ target, record }) =>
      above?.flags.some(
        (its) => its.flag === record.flag.id && its.timing === "CONCURRENT" && target === above.target,
      ),
    )
    .sort((a, b) => relevance(a) - relevance(b));
  const opened = flag && openingsOf(flag, teller.names).at(-1);
  if (above === undefined || flag === undefined || opened === undefined || main === undefined) return [];
  const owner = `${possessive(teller.short(main))} owner, ${teller.short(above.target)},`;
  const isTogether = flags.some(
    (other) => other.target === main && other.record === flag.record && isNamed(other, teller),
  );
  const words = isTogether ? `was put on ${listWordsOf(flag.record.flag.list)} as well` : opened.words;
  return [{ sentences: [teller.sentence(`${owner} ${words}`, ...opened.claims)], weight: 2 }];
}

/** What is not known, once, at the end. */
function uncertainUnits(story: GroupStory, teller: Teller): readonly Unit[] {
  const { findings } = story.told;
  const without = withoutFlagTexts(story, teller);
  const pairs = findings.flatMap(({ channel, target, counterparties }) =>
    channel === "DIRECT" || channel === "HOLDING"
      ? []
      : counterparties.flatMap(({ counterparty, control }) =>
          control !== "UNDETERMINED" || counterparty === target
            ? []
            : [channel === "PARENT" ? ([counterparty, target] as const) : ([target, counterparty] as const)],
        ),
  );
  const [pair] = pairs;
  return [
    ...without.map((sentence): Unit => ({ sentences: [sentence], weight: null })),
    ...(pair === undefined
      ? []
      : [
          {
            sentences: [
              `Whether ${teller.short(pair[0])} controlled ${teller.short(pair[1])} then is not certain.`,
            ],
            weight: 5,
          },
        ]),
  ];
}

/** That no listing or probe gives dealings a place in time, for each target of which it is so. */
export function withoutFlagTexts({ told, targets }: GroupStory, teller: Teller): readonly string[] {
  return targets.flatMap((target) => {
    const why = told.withoutFlag(target);
    return why === null ? [] : [teller.sentence(WITHOUT_FLAG[why](teller.short(target)))];
  });
}

const WITHOUT_FLAG = {
  NONE: (target: string) => `this collection holds no listing or probe of ${target}`,
  NOT_ASKED_FOR: (target: string) => `none of the listings and probes that were asked for concerns ${target}`,
  NOT_COUNTED: (target: string) => `no listing or probe of ${target} counts here`,
} as const;

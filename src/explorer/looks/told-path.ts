import { DAWN, type Day } from "../../domain/day.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import type { ClaimStatus, RelationKind } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";

interface Told {
  readonly text: string;
  readonly steps: readonly { readonly relation: ToldRelation }[];
}

interface ToldRelation {
  readonly kind: RelationKind;
  readonly status: ClaimStatus;
  readonly end: string | null;
}

const WEAKEST_FIRST: readonly ClaimStatus[] = ["DENIED", "ALLEGED", "REPORTED"];

/** What a path tells in the present tense; the words for the others say that they may be past ("takes or took part"). */
const PRESENT = new Set<RelationKind>(["OWNERSHIP", "CONTROL", "AFFILIATION", "PART_OF", "BACKING"]);

/**
 * A path in words that say on what they rest and of when they are told: "It is reported that, as last stated in 2019, …"
 * where one of its claims is reported only and no source says that it held after 2019.
 */
export function toldPath({ text, steps }: Told): string {
  const status = WEAKEST_FIRST.find((one) => steps.some(({ relation }) => relation.status === one));
  return texts.headline.resting(text, status ?? "CONFIRMED", ofWhen(steps));
}

/** Of when a path is told whose claims do not all go on: as of the first of them to end, or to be left unsaid. */
function ofWhen(steps: Told["steps"]): string | null {
  const ends = steps.flatMap(({ relation: { kind, end } }) =>
    PRESENT.has(kind) && end !== null ? [end] : [],
  );
  const [first] = ends.sort((a, b) => dayOf(a) - dayOf(b));
  if (first === undefined) return null;
  const [stated = "", open] = first.split("/");
  const ofAll = steps.length === 1;
  if (open === ".." && stated !== "..") return texts.headline.lastStated(stated, ofAll);
  const until = texts.until(first);
  return until === null ? null : texts.headline.stoodUntil(until, ofAll);
}

/** The first day that a date may mean; of one that is open to the past the last. */
function dayOf(date: string): Day {
  const { earliest, latest } = parseUncertainDate(date);
  return earliest > DAWN ? earliest : latest;
}

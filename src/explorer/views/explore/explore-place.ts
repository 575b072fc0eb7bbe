import { parseDay, printDay, today } from "../../../domain/day.js";
import type { EntityKind, RelationKind } from "../../api/documents.generated.js";
import { FAMILY_OF } from "../../api/relation-kinds.js";
import { SHAPE_OF } from "../../charts/shape.js";
import { BadPlace } from "../../state/bad-place.js";
import { clocksOf } from "../../state/clocks.js";
import type { Place } from "../../state/place.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import type { Look } from "./canvas-terms.js";
import { type Step, stepsOf } from "./steps.js";

/** What stands on the canvas where an address says nothing: the chains of the article's own story. */
const STORY: readonly Step[] = [
  {
    act: "chain",
    university: "university:mit",
    target: "company:huawei-technologies",
    channel: null,
    day: null,
  },
];

/** The value of an address that wants an empty canvas. */
export const NO_STEPS = "none";

/** Everything that an address says of a canvas. */
export interface ExplorePlace {
  /** The address itself. */
  readonly place: Place;
  readonly steps: readonly Step[];
  /** The day looked at; where the address names none, today. */
  readonly day: number;
  readonly isToday: boolean;
  readonly knownAt: string | null;
  readonly without: ReadonlySet<RelationKind | EntityKind>;
  readonly withEnded: boolean;
  /** Nothing, one entity, or the two ends of relations. */
  readonly selected: readonly string[];
  readonly look: Look | null;
}

/** Reads the address. @throws BadPlace that says which value cannot be read, and offers to go on without it. */
export function explorePlaceOf(place: Place): ExplorePlace {
  const { values } = place;
  const { validAt, knownAt } = clocksOf(place);
  return {
    place,
    steps: values.steps === undefined ? STORY : values.steps === NO_STEPS ? [] : stepsOf(values.steps),
    day: validAt === null ? today() : parseDay(validAt),
    isToday: validAt === null,
    knownAt: knownAt === printDay(today()) ? null : knownAt,
    without: kindsOf(values.without),
    withEnded: values.ended === "shown",
    selected: (values.select ?? "").split(",").filter(Boolean).slice(0, 2),
    look: lookOf(values.look),
  };
}

function kindsOf(text: string | undefined): ReadonlySet<RelationKind | EntityKind> {
  const kinds = (text ?? "").split(",").filter(Boolean);
  const unknown = kinds.find((kind) => !(kind in FAMILY_OF) && !(kind in SHAPE_OF));
  if (unknown !== undefined) throw new BadPlace(exploreTexts.badKind(unknown), { without: null });
  return new Set(kinds as (RelationKind | EntityKind)[]);
}

function lookOf(text: string | undefined): Look | null {
  if (text === undefined) return null;
  const [x = Number.NaN, y = Number.NaN, zoom = Number.NaN, more] = text.split(",").map(Number);
  const isLook = [x, y, zoom].every(Number.isFinite) && zoom > 0 && more === undefined;
  if (!isLook) throw new BadPlace(exploreTexts.badLook(text), { look: null });
  return { x, y, zoom };
}

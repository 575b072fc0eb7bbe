import { parseDay } from "../../../domain/day.js";
import type { Channel, RelationKind } from "../../api/documents.generated.js";
import { FAMILY_OF } from "../../api/relation-kinds.js";
import { BadPlace } from "../../state/bad-place.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import type { Point } from "./point.js";

/**
 * What a reader did, in order. The canvas is what these steps make of the graph, so a link that holds them gives the
 * same canvas, and undoing is leaving out the last.
 */
export type Step =
  /** The chains of a university's findings on a target, as they stand on a day (null: today). */
  | {
      readonly act: "chain";
      readonly university: string;
      readonly target: string;
      readonly channel: Channel | null;
      readonly day: string | null;
    }
  | { readonly act: "add"; readonly id: string }
  /** Neighbours of an entity, at most `limit`; through relations of these kinds only (empty: all). */
  | {
      readonly act: "expand";
      readonly id: string;
      readonly limit: number;
      readonly kinds: readonly RelationKind[];
    }
  /** The shortest ways between two entities on a day, none through an entity to avoid. */
  | {
      readonly act: "connect";
      readonly from: string;
      readonly to: string;
      readonly limit: number;
      readonly day: string | null;
      readonly avoid: readonly string[];
    }
  | { readonly act: "remove"; readonly id: string }
  | { readonly act: "pin"; readonly id: string; readonly x: number; readonly y: number }
  | { readonly act: "unpin"; readonly id: string }
  /** Lays out anew everything that is not pinned. */
  | { readonly act: "tidy" };

export const LARGEST_LIMIT = 500;
const MOST_STEPS = 500;
const CHANNELS: readonly Channel[] = ["DIRECT", "SUBSIDIARY", "PARENT", "PROGRAM", "HOLDING"];
const ID = /^[a-z][a-z-]*:[^\s*~,]+$/;

/** Steps and one more; moving what was just moved takes the place of that move. */
export function withStep(steps: readonly Step[], step: Step): readonly Step[] {
  const last = steps.at(-1);
  const isSameMove = step.act === "pin" && last?.act === "pin" && last.id === step.id;
  return [...(isSameMove ? steps.slice(0, -1) : steps), step];
}

/** Where steps leave an entity pinned; null: it is not pinned. */
export function pinnedAt(steps: readonly Step[], id: string): Point | null {
  const last = steps.findLast(
    (step) => (step.act === "pin" || step.act === "unpin" || step.act === "remove") && step.id === id,
  );
  return last?.act === "pin" ? { x: last.x, y: last.y } : null;
}

/** Reads the steps of an address. @throws BadPlace that names the step and offers to go on without any. */
export function stepsOf(text: string): readonly Step[] {
  const parts = text.split("~");
  if (parts.length > MOST_STEPS) throw bad(exploreTexts.tooManySteps(MOST_STEPS));
  return parts.map((part) => {
    const step = stepOf(part.split("*"));
    if (step === null) throw bad(exploreTexts.badStep(part));
    return step;
  });
}

function bad(message: string): BadPlace {
  return new BadPlace(message, { steps: null, select: null });
}

/** Writes steps as `stepsOf` reads them; empty: no steps. */
export function stepsText(steps: readonly Step[]): string {
  return steps.map((step) => partsOf(step).join("*").replace(/\*+$/, "")).join("~");
}

function partsOf(step: Step): readonly (string | number)[] {
  switch (step.act) {
    case "chain":
      return [step.act, step.university, step.target, step.day ?? "", step.channel ?? ""];
    case "expand":
      return [step.act, step.id, step.limit, step.kinds.join(",")];
    case "connect":
      return [step.act, step.from, step.to, step.limit, step.day ?? "", step.avoid.join(",")];
    case "pin":
      return [step.act, step.id, step.x, step.y];
    case "tidy":
      return [step.act];
    default:
      return [step.act, step.id];
  }
}

function stepOf([act, ...parts]: readonly string[]): Step | null {
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = parts;
  if (act === "tidy") return parts.length === 0 ? { act } : null;
  if (!ID.test(first)) return null;
  if (act === "add" || act === "remove" || act === "unpin")
    return parts.length === 1 ? { act, id: first } : null;
  if (act === "pin") {
    const [x, y] = [Number(second), Number(third)];
    return second !== "" && third !== "" && Number.isFinite(x) && Number.isFinite(y)
      ? { act, id: first, x, y }
      : null;
  }
  if (act === "expand") {
    const [limit, kinds] = [limitOf(second), kindsOf(third)];
    return limit !== null && kinds !== null ? { act, id: first, limit, kinds } : null;
  }
  if (act === "chain") {
    const channel = CHANNELS.find((one) => one === fourth) ?? null;
    if (!ID.test(second) || !isDayOrEmpty(third) || (fourth !== "" && channel === null)) return null;
    return { act, university: first, target: second, day: third === "" ? null : third, channel };
  }
  if (act === "connect") {
    const limit = limitOf(third);
    const avoid = fifth === "" ? [] : fifth.split(",");
    if (!ID.test(second) || limit === null || !isDayOrEmpty(fourth) || !avoid.every((id) => ID.test(id)))
      return null;
    return { act, from: first, to: second, limit, day: fourth === "" ? null : fourth, avoid };
  }
  return null;
}

function limitOf(text: string): number | null {
  const limit = Number(text);
  return Number.isInteger(limit) && limit >= 1 && limit <= LARGEST_LIMIT ? limit : null;
}

function kindsOf(text: string): readonly RelationKind[] | null {
  const kinds = text === "" ? [] : text.split(",");
  return kinds.every((kind) => kind in FAMILY_OF) ? (kinds as RelationKind[]) : null;
}

function isDayOrEmpty(text: string): boolean {
  if (text === "") return true;
  try {
    parseDay(text);
    return true;
  } catch {
    return false;
  }
}

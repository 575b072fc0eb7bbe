import { badInput, type ExposureError } from "./errors.js";

/**
 * A part of a whole as an interval of fractions in [0, 1]; a bound may be exclusive. An unknown share is [0, 1]:
 * neither nothing nor all.
 */
export interface Share {
  readonly min: number;
  readonly max: number;
  readonly minExclusive: boolean;
  readonly maxExclusive: boolean;
}

export const UNKNOWN_SHARE: Share = { min: 0, max: 1, minExclusive: false, maxExclusive: false };
export const WHOLE_SHARE: Share = { min: 1, max: 1, minExclusive: false, maxExclusive: false };

/** Shares are counted in billionths, so that sums of decimal percentages are exact. */
export const BILLION = 1_000_000_000;

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,7})?`;
const POINT_PATTERN = new RegExp(`^${NUMBER}$`);
const INTERVAL_PATTERN = new RegExp(String.raw`^([[(])\s*(${NUMBER})\s*,\s*(${NUMBER})\s*([\])])$`);
const FORMS =
  "write a percentage such as 60, or bounds such as [25,50] or (50,75), or leave it empty for unknown";

/** Reads percent: `60`, `[25,50]`, `(50,75)`; empty is unknown. @throws BAD_USER_INPUT with the text and the forms. */
export function parseShare(text: string): Share {
  if (text === "") return UNKNOWN_SHARE;
  if (text.includes("%")) throw notAShare(text, `leave out the percent sign; ${FORMS}`);
  const interval = INTERVAL_PATTERN.exec(text);
  if (!interval && !POINT_PATTERN.test(text)) throw notAShare(text, FORMS);
  const share = {
    min: fraction(interval?.[2] ?? text),
    max: fraction(interval?.[3] ?? text),
    minExclusive: interval?.[1] === "(",
    maxExclusive: interval?.[4] === ")",
  };
  if (share.max > 1) throw notAShare(text, `it is above 100 per cent; ${FORMS}`);
  const empty =
    share.min > share.max || (share.min === share.max && (share.minExclusive || share.maxExclusive));
  if (empty) throw notAShare(text, `no number lies between its bounds; ${FORMS}`);
  return share;
}

function notAShare(text: string, remedy: string): ExposureError {
  return badInput("is not a share", { value: text, remedy });
}

function fraction(percent: string): number {
  return Math.round(Number(percent) * 10_000_000) / BILLION;
}

/** Writes a share as `parseShare` reads it; unknown is empty. */
export function printShare(share: Share): string {
  if (!isKnown(share)) return "";
  if (share.min === share.max) return percent(share.min);
  return `${share.minExclusive ? "(" : "["}${percent(share.min)},${percent(share.max)}${share.maxExclusive ? ")" : "]"}`;
}

/** A fraction as a percentage without noise and without an exponent: 0.333 is `33.3`. */
export function percent(share: number): string {
  const digits = (Math.round(share * BILLION) / 10_000_000).toFixed(7);
  return digits.replace(/\.?0+$/, "");
}

/** Whether anything at all is known of it. */
export function isKnown(share: Share): boolean {
  return share.min > 0 || share.max < 1 || share.minExclusive || share.maxExclusive;
}

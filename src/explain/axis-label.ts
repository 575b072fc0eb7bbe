import { CHANNELS, type ChannelId } from "../exposure/channels.js";
import type { AxisValue } from "../exposure/comparisons/axis-value.js";
import type { Timing } from "../exposure/finding.js";
import type { Names } from "./names.js";

const REGIONS = new Intl.DisplayNames("en-US", { type: "region", fallback: "code" });

/** A value of a dimension in words: a name, a country, what a channel or a timing means, or the key itself. */
export function axisLabel({ dimension, key, entity }: AxisValue, names: Names): string {
  if (entity !== null) return names.entity(entity) ?? entity;
  if (key === "unclear") return "year not clear";
  if (key === "unknown") return "country not known";
  if (dimension === "COUNTRY") return REGIONS.of(key) ?? key;
  if (dimension === "CHANNEL") return CHANNELS[key as ChannelId].label;
  if (dimension === "TIMING") return TIMING_WORDS[key as Timing];
  return key;
}

/** A timing as a column's heading in a table. */
const TIMING_WORDS: Record<Timing, string> = {
  CONCURRENT: "while a probe or listing that counts was open",
  POSSIBLY_CONCURRENT: "possibly while one was open",
  AFTER: "after",
  BEFORE: "before",
  UNDATED: "without a date",
  NO_FLAG: "with no listing or probe that counts on record",
};

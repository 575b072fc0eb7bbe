import { CHANNELS, type ChannelId } from "../channels.js";
import type { AxisValue } from "../comparisons/axis-value.js";
import type { Timing } from "../finding.js";
import type { Names } from "./names.js";
import { TIMING_WORDS } from "./timing-text.js";

const REGIONS = new Intl.DisplayNames("en-US", { type: "region", fallback: "code" });

/** A value of a dimension in words: a name, a country, what a channel or a timing means, or the key itself. */
export function axisLabel({ dimension, key, entity }: AxisValue, names: Names): string {
  if (entity !== null) return names.entity(entity) ?? entity;
  if (key === "unclear")
    return dimension === "YEAR" ? "year not clear" : "not clear on the day of the payment";
  if (key === "unknown") return "country not known";
  if (dimension === "COUNTRY") return REGIONS.of(key) ?? key;
  if (dimension === "CHANNEL") return CHANNELS[key as ChannelId].label;
  if (dimension === "TIMING") return TIMING_WORDS[key as Timing];
  return key;
}

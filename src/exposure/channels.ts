/**
 * The grammar of exposure: the patterns through which something reaches a university, and nothing else does.
 * S is the university (or a part of it), X a counterparty, T a target, P a program; `own+` is one or more of
 * Ownership, Control and Affiliation read group to affiliate, and PartOf read whole to unit.
 */
export const CHANNELS = {
  DIRECT: {
    label: "money or research from the target itself",
    pattern: "S <-Funding T | S -Collaboration- T",
  },
  SUBSIDIARY: {
    label: "money or research from something that the target owns or controls",
    pattern: "S <-Funding X <-own+ T | S -Collaboration- X <-own+ T",
  },
  PARENT: {
    label: "money or research from something that owns or controls the target",
    pattern: "S <-Funding X own+-> T | S -Collaboration- X own+-> T",
  },
  PROGRAM: {
    label: "one side runs or pays for a program that the other takes part in",
    pattern: "S Participation P <-Backing X (<-own+ T)? | S Backing P <-Participation X (<-own+ T)?",
  },
  HOLDING: {
    label: "the university owns something that is the target, or that the target owns a part of",
    pattern: "S own+-> X, X = T | X <-own+ T",
  },
} as const;

export type ChannelId = keyof typeof CHANNELS;
/** In the order in which findings of equal rank are listed. */
export const CHANNEL_IDS = Object.keys(CHANNELS) as readonly ChannelId[];

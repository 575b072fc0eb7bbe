import { count } from "./count.js";

/* The start page. */

export const start = {
  title: "Start",
  what: "Which universities are tied to sanctioned or accused companies: sourced claims, as of any day",
  whatNot:
    "A tie that documents show is not wrongdoing, and an accusation is not a finding. What no dossier holds is not shown: this does not mean there is none.",
  holds: (universities: number, sources: number, flags: number) =>
    `${count(universities, "university", "universities")}, ${count(sources, "source", "sources")}, ${count(flags, "probe or listing", "probes and listings")}.`,
  checked: (earliest: string, latest: string) =>
    earliest === latest
      ? `The dossiers were last checked on ${latest}.`
      : `The dossiers were last checked between ${earliest} and ${latest}.`,
  stories: "Three answers to begin with",
  mit: (day: string) => `MIT on ${day}, the day of its letter`,
  berkeley: "Berkeley and its own moratorium",
  caltech: "Caltech and the Entity List",
  newest: "The newest probes and listings",
  newestHelp: "By the day of their first event; each with what came of it and what was answered.",
  read: "How to read an answer",
  readings: [
    "Every sentence leads to the claims that it rests on, each with its source and its words.",
    "Two days govern an answer: what was so on the one, as far as the public could know it on the other.",
    "What is alleged stands beside what came of it and what was answered.",
    "Where sources leave a date or a share open, the answer says “possibly” or “undetermined”, and gives no score.",
  ],
  more: "How answers are made, and what they cannot tell",
} as const;

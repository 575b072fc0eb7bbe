import { count, LIST } from "./count.js";

/* Pictures and snapshots: their notes, their files, how they are cited. */

export const pictures = {
  /** Exactly, with the thousands apart. */
  number: (n: number) => n.toLocaleString("en-US", { maximumFractionDigits: 20 }),
  take: "Download",
  svg: "SVG",
  png: "PNG",
  csv: "Data (CSV)",
  svgOf: (title: string) => `Picture as SVG: ${title}`,
  pngOf: (title: string) => `Picture as PNG: ${title}`,
  csvOf: (title: string) => `Data as CSV: ${title}`,
  embed: "Snapshot",
  embedOf: (title: string) => `Snapshot: ${title}`,
  alt: "Copy alt text",
  altOf: (title: string) => `Copy alt text, the description for those who do not see it: ${title}`,
  altCopied: "The description is on the clipboard.",
  dossiers: (names: readonly string[]) =>
    names.length === 0
      ? "Sources: none."
      : `From the ${names.length === 1 ? "dossier" : "dossiers"} ${names.join("; ")}.`,
  publishers: (names: readonly string[]) => `Sources: ${names.join("; ")}.`,
  more: (n: number) => `and ${count(n, "other", "others")}`,
  clocks: (at: string, known: string) => `As of ${at}, as known on ${known}.`,
  version: (product: string, version: string) => `${product}, graph version ${version}.`,
  table: "Table view",
  tableBy: (what: string) => `The bars as rows, by ${what.toLowerCase()}`,
  sources: "Sources of this picture",
  noSnapshot: "There is no such picture to make a snapshot of",
  noPicture: (names: readonly string[]) =>
    `The address of a snapshot of a picture names which one in “picture”: ${names.join(", ")}.`,
} as const;

export const cite = {
  title: "Cite and share",
  text: "Copy citation",
  csl: "CSL-JSON",
  link: "Copy link",
  embed: "Snapshot",
  code: "Embed code",
  card: "Embed code of a card",
  bothDays: (at: string, known: string) => `${at}, known by ${known}`,
  moreFlags: (n: number) =>
    `${count(n, "more probe or listing", "more probes and listings")} in the live version.`,
  live: "Live version",
  snapshotOf: (day: string) => `Snapshot of ${day}.`,
  snapshotAndLive: (day: string) => `Snapshot of ${day}. Live version:`,
  noSnapshot: "There is no such finding to make a snapshot of",
  noFinding:
    "This university has no such finding on these days: another channel, other dates, or nothing on record.",
  missing: (needed: readonly string[], missing: readonly string[]) =>
    `The address of a snapshot of a finding names ${LIST.format(needed)}; this one lacks ${LIST.format(missing)}.`,
  forExample: "For example:",
  copied: "Copied.",
  notCopied: "The browser did not allow it: select the text below and copy it.",
} as const;

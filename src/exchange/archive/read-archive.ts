import { createHash } from "node:crypto";
import { ExposureError } from "../../domain/errors.js";
import type { Claim, Noun } from "../../domain/record.js";
import type { Change, Restored } from "../../store/graph-store.js";
import { ARCHIVE_FORMATS, type ArchiveEnd, type ArchiveHeader, type ArchiveLine } from "./archive-lines.js";

/** No record is longer than this; a file that is no archive may be. */
const LONGEST_LINE = 16_000_000;

const NOUNS: readonly Noun["record"][] = ["dossier", "source", "flag", "entity"];
const CLAIMS: readonly Claim["record"][] = ["relation", "subject", "event", "response", "decision", "policy"];

/** An archive that is being read: what it says of itself, and what a store has to write. */
export interface ArchiveReading {
  readonly header: ArchiveHeader;
  /** Ends in an error unless all of the archive was there: a store then keeps nothing of it. */
  readonly changes: AsyncGenerator<Change | Restored>;
}

/**
 * Reads an archive from its unpacked bytes, piece by piece.
 * @throws DATA_INVALID, naming the line, for what is no archive of this program, is damaged, or is cut short.
 */
export async function readArchive(bytes: AsyncIterable<Uint8Array>): Promise<ArchiveReading> {
  const lines = numberedLines(bytes);
  const first = await lines.next();
  if (first.done) throw notAnArchive();
  const header = headerOf(first.value.text);
  return { header, changes: changesOf(lines, first.value.text) };
}

function headerOf(text: string): ArchiveHeader {
  const content = parse(text);
  const header = content !== null && "header" in content ? content.header : null;
  if (header?.format !== "exposure-graph archive") throw notAnArchive();
  if (!ARCHIVE_FORMATS.includes(header.formatVersion)) {
    throw new ExposureError(
      "DATA_INVALID",
      `the archive is of format ${JSON.stringify(header.formatVersion)}, which this program does not know: restore it with a newer one`,
    );
  }
  const { n } = header.graphVersion ?? {};
  if (!Number.isSafeInteger(n)) throw notAnArchive();
  return header;
}

function notAnArchive(): ExposureError {
  return new ExposureError(
    "DATA_INVALID",
    'this is no archive of exposure-graph: give a file that "exposure-graph backup" wrote',
  );
}

interface Line {
  readonly number: number;
  /** Without its end. */
  readonly text: string;
}

async function* changesOf(lines: AsyncIterable<Line>, first: string): AsyncGenerator<Change | Restored> {
  const hash = createHash("sha256").update(`${first}\n`);
  const found = { nouns: 0, claims: 0 };
  let end: ArchiveEnd | null = null;
  for await (const { number, text } of lines) {
    if (end !== null) throw damaged(number, "it stands after the end");
    const content = parse(text);
    if (content !== null && "end" in content) {
      end = content.end;
      continue;
    }
    hash.update(`${text}\n`);
    const change = changeOf(content, number);
    if (change.change === "put") found.nouns += 1;
    else found.claims += 1;
    yield change;
  }
  if (end === null) throw cutShort();
  const whole = end.nouns === found.nouns && end.claims === found.claims && end.sha256 === hash.digest("hex");
  if (!whole)
    throw new ExposureError(
      "DATA_INVALID",
      "the archive is damaged: its lines are not those that its end counts",
    );
}

function changeOf(
  content: ArchiveLine | null,
  number: number,
): { readonly change: "put"; readonly noun: Noun } | Restored {
  if (content === null) throw damaged(number, "it is not JSON");
  if ("noun" in content && NOUNS.includes(content.noun?.record))
    return { change: "put", noun: wholeNoun(content.noun) };
  if ("claim" in content && CLAIMS.includes(content.claim?.claim?.record))
    return { change: "restore", stored: { ...content.claim, claim: wholeClaim(content.claim.claim) } };
  throw damaged(number, "it is no record that this program knows");
}

/** A noun with what an archive of format 1 does not have. */
function wholeNoun(noun: Noun): Noun {
  if (noun.record === "entity") return { ...noun, value: { ...noun.value, short: noun.value.short ?? null } };
  if (noun.record === "source")
    return { ...noun, value: { ...noun.value, copyOf: noun.value.copyOf ?? null } };
  return noun;
}

/** A claim with what an archive of format 1 does not have. */
function wholeClaim(claim: Claim): Claim {
  const whole = { ...claim, text: claim.text ?? null, caveat: claim.caveat ?? null };
  if (whole.record !== "relation") return whole;
  const { amountQualifier, amountPer, payment, kind } = whole;
  return {
    ...whole,
    amountQualifier: amountQualifier ?? null,
    amountPer: amountPer ?? null,
    payment: payment ?? (kind === "Funding" ? "paid" : null),
  };
}

function parse(text: string): ArchiveLine | null {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === "object" && content !== null ? (content as ArchiveLine) : null;
  } catch {
    return null;
  }
}

function damaged(line: number, why: string): ExposureError {
  return new ExposureError(
    "DATA_INVALID",
    `line ${line} of the archive cannot be read: ${why}; take another backup`,
  );
}

function cutShort(): ExposureError {
  return new ExposureError("DATA_INVALID", "the archive is cut short: it has no end; take another backup");
}

/** The lines of a text that comes in pieces; the last one counts only with its end. */
async function* numberedLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const piece of bytes) {
    rest = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
    let from = 0;
    for (let at = rest.indexOf(10, from); at >= 0; at = rest.indexOf(10, from)) {
      number += 1;
      yield { number, text: rest.toString("utf8", from, at) };
      from = at + 1;
    }
    rest = rest.subarray(from);
    if (rest.length > LONGEST_LINE)
      throw number === 0 ? notAnArchive() : damaged(number + 1, "it is too long");
  }
  if (rest.length > 0) throw number === 0 ? notAnArchive() : cutShort();
}

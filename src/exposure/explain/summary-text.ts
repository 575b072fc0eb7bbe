import type { Claim } from "../../domain/record.js";
import type { ExposureTotal } from "../finding.js";
import { quotedText } from "./claim-text.js";
import { dayWords } from "./date-words.js";
import { type FlagToTell, flagText } from "./flag-text.js";
import type { Names } from "./names.js";
import { listWords } from "./sentence.js";
import { totalsText } from "./totals-text.js";

export interface SummaryToTell {
  readonly university: string;
  readonly findings: number;
  readonly targets: readonly string[];
  readonly totals: readonly ExposureTotal[];
  readonly ownFlags: readonly FlagToTell[];
  readonly denied: readonly Claim[];
  readonly validAt: number;
  readonly knownAt: number;
  readonly searched: {
    readonly dossiers: number;
    readonly channels: readonly string[];
    readonly truncated: boolean;
  };
  readonly names: Names;
}

const TARGETS_NAMED = 5;

/** The report as one paragraph: findings and targets, sums, own flags, what sources deny, what was searched. */
export function summaryText(told: SummaryToTell): string {
  const { names, searched } = told;
  const university = names.entity(told.university) ?? told.university;
  const clocks = `as of ${dayWords(told.validAt)}, as known on ${dayWords(told.knownAt)}`;
  const sums = totalsText(told.totals);
  return [
    told.findings === 0
      ? `${university}: no finding within what was searched, ${clocks}.`
      : `${university}: ${counted(told.findings, "finding")} on ${counted(told.targets.length, "party", "parties")} (${targetWords(told)}), ${clocks}.`,
    ...(sums === "" ? [] : [`Each transaction counted once: ${sums}.`]),
    ...told.ownFlags.map((flag) => flagText(flag, names, null)),
    ...told.denied.map((claim) => quotedText(claim, names)),
    `Searched: ${counted(searched.dossiers, "dossier")}, ${channelWords(searched.channels)}${searched.truncated ? "; the search stopped short where the scope says so" : ""}. What no dossier holds was not searched.`,
  ].join(" ");
}

function targetWords({ targets, names }: SummaryToTell): string {
  const shown = targets.slice(0, TARGETS_NAMED).map((target) => names.entity(target) ?? target);
  const more = targets.length - shown.length;
  return listWords(more > 0 ? [...shown, `${more} more`] : shown);
}

function counted(count: number, noun: string, several = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : several}`;
}

function channelWords(channels: readonly string[]): string {
  return channels.length === 0
    ? "no channel"
    : `channels ${listWords(channels.map((channel) => channel.toLowerCase()))}`;
}

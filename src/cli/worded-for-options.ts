import type { Command } from "commander";
import { ExposureError } from "../domain/errors.js";

/** Options that are not called as the argument of the API is. */
const OPTIONS: Readonly<Record<string, string>> = {
  "flags.ids": "--flags",
  "flags.kinds": "--flag-kinds",
  "flags.states": "--flag-states",
  groupBy: "--by",
  "scenario.rejectClaims": "--reject",
  "scenario.shares": "--share",
  "scenario.thresholds": "--threshold",
};

/** What the API advises, and what somebody at a terminal can do. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/: find its id with search\(text: …\)( or listings)?$/, ", and no name in the graph is like it"],
  [/: find its id with flags\(filter: \{text: …\}\)$/, ", and no title in the graph is like it"],
  [/: graph \{ dossiers \{ slug \} \} lists them$/, ': "exposure-graph stats" lists them'],
  [/: ask node\(id: "[^"]*"\), or give /, ": give "],
];

/**
 * A fault in the words of the command line: what the API calls an argument is called by its option, where the command has
 * one for it.
 */
export function wordedForOptions(fault: unknown, command: Command | null): unknown {
  if (!(fault instanceof ExposureError) || command === null) return fault;
  const [whole, argument = ""] = /^([a-z][A-Za-z.]*)((?:\[\d+\])*): /.exec(fault.message) ?? [];
  const option = OPTIONS[argument] ?? `--${kebab(argument.slice(argument.lastIndexOf(".") + 1))}`;
  const isOption = whole !== undefined && command.options.some(({ long }) => long === option);
  const worded = isOption ? fault.message.replace(whole, () => `${option}: `) : fault.message;
  const message = REMEDIES.reduce((text, [advice, remedy]) => text.replace(advice, remedy), worded);
  return message === fault.message ? fault : new ExposureError(fault.code, message, { cause: fault });
}

/** `maxHops` as `max-hops`. */
function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

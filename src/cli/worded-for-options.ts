import type { Command } from "commander";
import { ExposureError, type LookUp, type Wording } from "../domain/errors.js";

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
  [/: find its id with search\(text: …\)( or listings)?$/, ", and nothing that fits has a name like that"],
];

const LOOK_UPS: Readonly<Record<LookUp, string>> = {
  entity: 'ids look like "university:mit", and "exposure-graph stats" says what is loaded',
  flag: 'ids look like "listing:bis-entity-list-2019-05-16-huawei", and none has a title like that',
  dossier: '"exposure-graph stats" lists them',
};

/** The words of a command: its options, and where it has none for an argument, nothing before the value. */
function wordingOf(options: readonly (string | undefined)[]): Wording {
  return {
    argument: (name) => {
      const option = optionOf(name.replace(/\[.*/, ""));
      return options.includes(option) ? option : null;
    },
    lookUp: (what) => LOOK_UPS[what],
  };
}

/**
 * A fault in the words of the command line: what the API calls an argument is called by its option, where the command has
 * one for it.
 */
export function wordedForOptions(fault: unknown, command: Command | null): unknown {
  if (!(fault instanceof ExposureError) || command === null) return fault;
  const options = command.options.map(({ long }) => long);
  const worded = fault.worded(wordingOf(options));
  const advised = REMEDIES.reduce((text, [advice, remedy]) => text.replace(advice, remedy), worded);
  // The argument that opens a message, and those in it that are no words of English. What stands in quotes is the user's.
  const message = advised.replaceAll(
    /"[^"]*"|^[a-z][A-Za-z.]*(?:\[\d+\])*(?=: )|\b[a-z]+[A-Z.][A-Za-z]+\b/g,
    (name) => {
      const option = optionOf(name.replace(/\[.*/, ""));
      return !name.startsWith('"') && options.includes(option) ? option : name;
    },
  );
  return message === fault.message ? fault : new ExposureError(fault.code, message, { cause: fault });
}

/** `maxHops` as `--max-hops`, `filter.to` as `--to`. */
function optionOf(argument: string): string {
  const name = argument.slice(argument.lastIndexOf(".") + 1);
  return OPTIONS[argument] ?? `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

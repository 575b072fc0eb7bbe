import { type Command, Option } from "commander";
import { CLAIM_STATUSES } from "../domain/claim.js";
import { parseDay } from "../domain/day.js";
import { enumName } from "../domain/enum-name.js";
import { badInput } from "../domain/errors.js";
import { FLAG_KINDS, FLAG_STATES } from "../domain/flag.js";
import { suggestion } from "../domain/nearest.js";
import { CHANNEL_IDS } from "../exposure/channels.js";
import { optionValue } from "./option-value.js";
import { withStore } from "./store-option.js";

/** An option that gives the API an argument; its value is as the API takes it. */
export class ArgumentOption extends Option {
  /** By its name in the API: `maxHops`, `flags.lists`. */
  readonly argument: string;

  constructor(flags: string, description: string, argument: string) {
    super(flags, description);
    this.argument = argument;
  }
}

/** An option with one value. */
export function oneValue(
  [flags, argument]: readonly [flags: string, argument: string],
  description: string,
  read: (text: string) => unknown = (text) => text,
): ArgumentOption {
  return new ArgumentOption(flags, description, argument).argParser(optionValue(read));
}

/** An option with several values, separated by commas: of a closed list where one is given, or as `read` reads them. */
export function manyValues(
  [flags, argument]: readonly [flags: string, argument: string],
  description: string,
  values?: readonly string[] | ((text: string) => string),
): ArgumentOption {
  const known = Array.isArray(values) ? `: ${values.join(", ")}` : "";
  const read = typeof values === "function" ? values : oneOf(values as readonly string[] | undefined);
  return oneValue([flags, argument], `${description}${known}`, (text) =>
    text.split(",").map((item) => {
      if (item.trim() === "")
        throw badInput("a value is empty: separate values by commas, or leave the option out");
      return read(item.trim());
    }),
  );
}

/** An option that may be given several times. */
export function repeated(
  [flags, argument]: readonly [flags: string, argument: string],
  description: string,
  read: (text: string) => unknown,
): ArgumentOption {
  const one = optionValue(read);
  return new ArgumentOption(flags, description, argument).argParser(
    (text, before: readonly unknown[] | undefined) => [...(before ?? []), one(text)],
  );
}

/** Reads a value of a closed list, whatever its case, as the API writes it; any text where there is no list. */
export function oneOf(values: readonly string[] | undefined): (text: string) => string {
  return (text) => {
    if (values === undefined) return text;
    const found = values.find((value) => value.toLowerCase() === text.toLowerCase());
    if (found !== undefined) return enumName(found);
    const near = suggestion(text, values);
    throw badInput(`"${text}" is not known${near || `: write some of ${values.join(", ")}`}`);
  };
}

/** Reads a day and leaves it as text. */
export function day(text: string): string {
  parseDay(text);
  return text;
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw badInput("is not a whole number", { value: text });
  return Number(text);
}

export function fraction(text: string): number {
  if (/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(text)) return Number(text);
  throw badInput("is not a fraction from 0 to 1", { value: text, remedy: "write for example 0.25" });
}

/** The two clocks of a question. */
export function clockOptions(): readonly ArgumentOption[] {
  return [
    oneValue(["--valid-at <day>", "validAt"], "what held and had happened by this day (default: today)", day),
    oneValue(["--known-at <day>", "knownAt"], "what the public could know on this day (default: today)", day),
  ];
}

/** Everything by which exposure may be narrowed. */
export function exposureOptions(): readonly ArgumentOption[] {
  return [
    manyValues(["--flags <ids>", "flags.ids"], "only these flags count"),
    manyValues(["--flag-kinds <kinds>", "flags.kinds"], "only these kinds of flags", Object.keys(FLAG_KINDS)),
    manyValues(
      ["--flag-states <states>", "flags.states"],
      "flags in these states (default: open,established,suspended)",
      FLAG_STATES,
    ),
    manyValues(
      ["--lists <names>", "flags.lists"],
      "only listings on these lists, e.g. us-entity-list (default: all but bans of networks and of a state's purchases)",
    ),
    manyValues(
      ["--statuses <statuses>", "statuses"],
      "claims that may carry (default: confirmed,reported)",
      CLAIM_STATUSES,
    ),
    manyValues(["--channels <channels>", "channels"], "only these channels", CHANNEL_IDS),
    oneValue(["--max-hops <number>", "maxHops"], "claims in a path at most (default: 8)", wholeNumber),
    oneValue(
      ["--hub-limit <number>", "hubLimit"],
      "do not pass through what has more holdings (default: 5000)",
      wholeNumber,
    ),
    oneValue(
      ["--min-share <fraction>", "minShare"],
      "leave out counterparties of which the target certainly owns less, e.g. 0.25",
      fraction,
    ),
    new ArgumentOption("--no-parts", "the university alone, without its parts", "includeParts"),
  ];
}

/** The options of a command in the order of its help. */
export function withOptions(command: Command, options: readonly Option[]): Command {
  for (const option of options) command.addOption(option);
  return command;
}

/** Gives a question the store, its clocks and everything by which exposure may be narrowed. */
export function withExposureOptions(command: Command): Command {
  return withOptions(withStore(command), [...clockOptions(), ...exposureOptions()]);
}

/** Gives a question the choice between tables and JSON. */
export function withJson(command: Command): Command {
  return command.option("--json", "print one JSON object");
}

/** What was given, by the API's names of the arguments. */
export function argumentsOf(command: Command): readonly (readonly [argument: string, value: unknown])[] {
  const given: Readonly<Record<string, unknown>> = command.opts();
  return command.options.flatMap((option) => {
    const value = given[option.attributeName()];
    return option instanceof ArgumentOption && value !== undefined ? [[option.argument, value] as const] : [];
  });
}

/** The option of a command that gives an argument; of an item of a list the list's. */
export function optionFor(command: Command, argument: string): string | null {
  const name = argument.replace(/\[.*/, "");
  const named = command.options.find(
    (option) => option instanceof ArgumentOption && option.argument === name,
  );
  return (named ?? command.options.find((option) => option.attributeName() === name))?.long ?? null;
}

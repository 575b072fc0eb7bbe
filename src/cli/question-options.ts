import { type Command, Option } from "commander";
import { CLAIM_STATUSES, type ClaimStatus } from "../domain/claim.js";
import { type Day, parseDay } from "../domain/day.js";
import { badInput } from "../domain/errors.js";
import { FLAG_KINDS, FLAG_STATES, type FlagKind, type FlagState } from "../domain/flag.js";
import { suggestion } from "../domain/nearest.js";
import { CHANNEL_IDS, type ChannelId } from "../exposure/channels.js";
import type { ExposureOptions } from "../questions/arguments/exposure-terms.js";
import { optionValue } from "./option-value.js";
import { type StoreOptions, withStore } from "./store-option.js";

/** The two clocks of a question, and how its answer is printed. */
export interface AskOptions extends StoreOptions {
  readonly validAt?: Day;
  readonly knownAt?: Day;
  readonly json?: boolean;
}

/** What exposure questions have beside the clocks. */
export interface ExposureAskOptions extends AskOptions {
  readonly flags?: readonly string[];
  readonly flagKinds?: readonly FlagKind[];
  readonly flagStates?: readonly FlagState[];
  readonly lists?: readonly string[];
  readonly statuses?: readonly ClaimStatus[];
  readonly channels?: readonly ChannelId[];
  readonly maxHops?: number;
  readonly hubLimit?: number;
  readonly minShare?: number;
  readonly parts: boolean;
}

/** Of the questions that print an answer with paragraphs. */
export interface ExposurePrintOptions extends ExposureAskOptions {
  readonly verbose?: boolean;
}

/** Gives a question its store and its two clocks. */
export function withClocks(command: Command): Command {
  const day = optionValue(parseDay);
  return withStore(command)
    .addOption(
      new Option("--valid-at <day>", "what held and had happened by this day (default: today)").argParser(
        day,
      ),
    )
    .addOption(
      new Option("--known-at <day>", "what the public could know on this day (default: today)").argParser(
        day,
      ),
    );
}

/** Gives a question the choice between tables and JSON. */
export function withJson(command: Command): Command {
  return command.option("--json", "print one JSON object");
}

/** Gives an exposure question the choice of how much is printed. */
export function withExposureOutput(command: Command): Command {
  return withJson(command).option(
    "--verbose",
    "also what each finding says of itself, with the words relied on",
  );
}

/** Gives a question everything by which exposure may be narrowed. */
export function withExposureOptions(command: Command): Command {
  return withClocks(command)
    .addOption(listOption("--flags <ids>", "only these flags count"))
    .addOption(listOption("--flag-kinds <kinds>", "only these kinds of flags", Object.keys(FLAG_KINDS)))
    .addOption(
      listOption(
        "--flag-states <states>",
        "flags in these states (default: open,established,suspended)",
        FLAG_STATES,
      ),
    )
    .addOption(
      listOption(
        "--lists <names>",
        "only listings on these lists, e.g. us-entity-list (default: all but bans of networks and of a state's purchases)",
      ),
    )
    .addOption(
      listOption(
        "--statuses <statuses>",
        "claims that may carry (default: confirmed,reported)",
        CLAIM_STATUSES,
      ),
    )
    .addOption(listOption("--channels <channels>", "only these channels", CHANNEL_IDS))
    .addOption(
      new Option("--max-hops <number>", "claims in a path at most (default: 8)").argParser(wholeNumber),
    )
    .addOption(
      new Option(
        "--hub-limit <number>",
        "do not pass through what has more holdings (default: 5000)",
      ).argParser(wholeNumber),
    )
    .addOption(
      new Option(
        "--min-share <fraction>",
        "leave out counterparties of which the target certainly owns less, e.g. 0.25",
      ).argParser(fraction),
    )
    .option("--no-parts", "the university alone, without its parts");
}

/** Reads a whole number. */
export const wholeNumber = optionValue((text) => {
  if (!/^\d{1,9}$/.test(text)) throw badInput(`"${text}" is not a whole number`);
  return Number(text);
});

/** Reads a fraction. */
export const fraction = optionValue((text) => {
  if (!/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(text))
    throw badInput(`"${text}" is not a fraction from 0 to 1: write for example 0.25`);
  return Number(text);
});

/** An option that takes several values, separated by commas; of a closed list where one is given, or as `read` reads them. */
export function listOption(
  flags: string,
  description: string,
  values?: readonly string[] | ((text: string) => string),
): Option {
  const known = Array.isArray(values) ? `: ${values.join(", ")}` : "";
  return new Option(flags, `${description}${known}`).argParser(
    optionValue((text) =>
      text.split(",").map((item) => {
        if (item.trim() === "")
          throw badInput("a value is empty: separate values by commas, or leave the option out");
        return typeof values === "function" ? values(item.trim()) : oneOf(item.trim(), values);
      }),
    ),
  );
}

/** A value of a closed list, whatever its case; any where there is no list. */
export function oneOf(item: string, values: readonly string[] | undefined): string {
  if (values === undefined) return item;
  const found = values.find((value) => value.toLowerCase() === item.toLowerCase());
  if (found !== undefined) return found;
  throw badInput(
    `"${item}" is not known${suggestion(item, values) || `: write some of ${values.join(", ")}`}`,
  );
}

/** The options as the question takes them. */
export function exposureOptions(options: ExposureAskOptions): ExposureOptions {
  const { flags, flagKinds, flagStates, lists } = options;
  return {
    validAt: options.validAt,
    knownAt: options.knownAt,
    flags: { ids: flags, kinds: flagKinds, states: flagStates, lists },
    channels: options.channels,
    maxHops: options.maxHops,
    statuses: options.statuses,
    includeParts: options.parts,
    hubLimit: options.hubLimit,
    minShare: options.minShare,
  };
}

import { type Command, Option } from "commander";
import { badInput } from "../domain/errors.js";
import { parseShare } from "../domain/share.js";
import { REGIMES, type Regime } from "../ownership/rules/regimes.js";
import type { ScenarioShare, ScenarioThreshold } from "../questions/arguments/scenario.js";
import { answerWhatIf } from "../questions/what-if.js";
import { tellDifference } from "./ask-difference.js";
import { withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { optionValue } from "./option-value.js";
import {
  type ExposureAskOptions,
  exposureOptions,
  listOption,
  withExposureOptions,
  withJson,
} from "./question-options.js";

interface Options extends ExposureAskOptions {
  readonly targets?: readonly string[];
  readonly reject?: readonly string[];
  readonly rejectSources?: readonly string[];
  readonly share?: readonly ScenarioShare[];
  readonly list?: readonly string[];
  readonly delist?: readonly string[];
  readonly same?: readonly (readonly string[])[];
  readonly threshold?: readonly ScenarioThreshold[];
}

/** `ask what-if UNIVERSITY`: the answer if something were otherwise. */
export function addAskWhatIf(ask: Command, context: CommandContext): void {
  withJson(
    withExposureOptions(
      ask
        .command("what-if")
        .summary("what a university would be exposed to if something were otherwise")
        .description(
          "What a university would be exposed to if something were otherwise, against the answer as it is. Nothing is written.",
        )
        .argument("<university>", "its id, e.g. university:mit")
        .addOption(listOption("--reject <claims>", "claims that do not exist"))
        .addOption(listOption("--reject-sources <sources>", "sources that nobody believes"))
        .addOption(
          new Option(
            "--share <claim=percent>",
            "another share in an Ownership, e.g. claim:x/y=60 or claim:x/y=[25,50]; may be repeated",
          ).argParser(several(shareOf)),
        )
        .addOption(listOption("--list <ids>", "entities that are listed from --valid-at on"))
        .addOption(listOption("--delist <ids>", "entities of which no listing counts, or listings"))
        .addOption(
          new Option(
            "--same <ids>",
            "entities that are one party, separated by commas; may be repeated",
          ).argParser(several((text) => text.split(",").map((id) => id.trim()))),
        )
        .addOption(
          new Option(
            "--threshold <rule>",
            "another threshold of a rule, e.g. OFAC_50>=25 or UK_50>25; may be repeated",
          ).argParser(several(thresholdOf)),
        )
        .addOption(listOption("--targets <ids>", "only these targets"))
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask what-if university:mit --reject claim:mit-2019/mit-ownership-megvii",
        ),
    ),
  ).action((university: string, options: Options) =>
    withGraph(options, context.config, async (asked) => {
      const { reject, rejectSources, share, list, delist, same, threshold, targets } = options;
      const scenario = {
        rejectClaims: reject,
        rejectSources,
        shares: share,
        list,
        delist,
        same,
        thresholds: threshold,
      };
      const question = { ...exposureOptions(options), university, targets, scenario };
      const difference = await answerWhatIf(asked.graph, question);
      await tellDifference(asked, difference, options);
    }),
  );
}

/** An option that may be given several times. */
function several<Value>(parse: (text: string) => Value) {
  const one = optionValue(parse);
  return (text: string, before: readonly Value[] | undefined): readonly Value[] => [
    ...(before ?? []),
    one(text),
  ];
}

function shareOf(text: string): ScenarioShare {
  const equals = text.lastIndexOf("=");
  if (equals <= 0) throw badInput(`"${text}" is not a share: write it as claim:x/y=60 or claim:x/y=[25,50]`);
  return { claim: text.slice(0, equals), ...parseShare(text.slice(equals + 1)) };
}

function thresholdOf(text: string): ScenarioThreshold {
  const [, name = "", sign = "", percent = ""] = /^(\w+)(>=?)(\d{1,3}(?:\.\d+)?)$/.exec(text) ?? [];
  const regime = REGIMES.find((each): each is Regime => each === name.toUpperCase());
  if (!regime)
    throw badInput(
      `"${text}" is not a threshold: write one of ${REGIMES.join(", ")} with >= or >, e.g. OFAC_50>=25`,
    );
  return { regime, threshold: Number(percent) / 100, inclusive: sign === ">=" };
}

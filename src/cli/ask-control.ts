import type { Command } from "commander";
import type { ClaimId } from "../domain/claim.js";
import { type Day, today } from "../domain/day.js";
import type { Claim } from "../domain/record.js";
import { OWN_STEP_KINDS } from "../domain/relation-kinds.js";
import { restsOnText } from "../explain/rule-text.js";
import { answerControl, type ControlAnswer } from "../questions/control.js";
import { ListScope } from "../questions/lists/list-scope.js";
import { relationsOf } from "../questions/lists/relation-list.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { claimJson } from "./answer-json.js";
import { type AskedGraph, claimsKnownOn, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { printClaims } from "./print-claims.js";
import { type AskOptions, withClocks, withJson } from "./question-options.js";
import { named, wrapped } from "./words.js";

interface Parties {
  readonly controller: string;
  readonly company: string;
}

/** `ask control CONTROLLER COMPANY`: whether one controls the other. */
export function addAskControl(ask: Command, context: CommandContext): void {
  withJson(
    withClocks(
      ask
        .command("control")
        .summary("whether one party controls another")
        .description(
          "Whether one party controls another: by more than half of the votes, held alone and through what it controls,\n" +
            "or because a source says so. Yes, no or undetermined, with the claims that prove it, on what kind of word\n" +
            "they rest, and what is only alleged or denied between the two and does not count.",
        )
        .argument("<controller>", "an entity's id, e.g. company:huawei-technologies")
        .argument("<company>", "another entity's id, e.g. company:futurewei")
        .addHelpText(
          "after",
          "\nExample:\n  exposure-graph ask control company:huawei-technologies company:futurewei",
        ),
    ),
  ).action((controller: string, company: string, options: AskOptions) =>
    withGraph(options, context.config, async (asked) => {
      const { validAt, knownAt } = options;
      const answer = await answerControl(asked.graph, { controller, company, validAt, knownAt });
      await tellControl(asked, answer, {
        controller,
        company,
        validAt: validAt ?? today(),
        json: options.json ?? false,
      });
    }),
  );
}

interface TellOptions extends Parties {
  readonly validAt: Day;
  readonly json: boolean;
}

async function tellControl(
  asked: AskedGraph,
  answer: ControlAnswer,
  { controller, company, validAt, json }: TellOptions,
): Promise<void> {
  const { projection, store } = asked;
  const steps = answer.proof();
  const ids = steps.map(({ relation }) => relation);
  const load = claimsKnownOn(store, answer.knownAt);
  const claims = await load(ids);
  const aside = await load(notCounted(asked, { controller, company }, { validAt, knownAt: answer.knownAt }));
  const written = (claim: Claim) => claimJson(projection, claim, answer.knownAt);
  const told = {
    controller: named(projection, controller),
    company: named(projection, company),
    verdict: answer.verdict,
    votes: answer.votes,
    explanation: answer.explanation(),
    restsOn: restsOnText(claims, validAt, graphNames(projection, answer.knownAt)),
    problems: answer.problems(),
    proof: steps,
    claims: claims.map(written),
    notCounted: aside.map(written),
  };
  if (json) return print(JSON.stringify(told, null, 2));
  print(wrapped(`${answer.explanation()} ${told.restsOn}`.trimEnd()));
  if (ids.length > 0) print("\nClaims:");
  printClaims(projection, ids, byId(claims), answer.knownAt);
  if (aside.length > 0) print("\nNot counted, because it is only alleged or denied:");
  printClaims(
    projection,
    aside.map(({ id }) => id),
    byId(aside),
    answer.knownAt,
  );
}

/** What is alleged or denied between the two and might say that one controls the other: it decides nothing. */
function notCounted(
  { graph, projection }: AskedGraph,
  { controller, company }: Parties,
  clocks: { readonly validAt: Day; readonly knownAt: Day },
): readonly ClaimId[] {
  const { relations } = projection;
  const scope = new ListScope(graph, projection, clocks, clocks.validAt);
  return relationsOf(scope, company, { kinds: OWN_STEP_KINDS, direction: "both", others: [controller] })
    .filter((relation) => ["alleged", "denied"].includes(relations.statusOf(relation)))
    .map((relation) => relations.id(relation))
    .sort();
}

function byId(claims: readonly Claim[]): ReadonlyMap<ClaimId, Claim> {
  return new Map(claims.map((claim) => [claim.id, claim]));
}

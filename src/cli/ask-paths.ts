import { type Command, Option } from "commander";
import type { Claim } from "../domain/record.js";
import { RELATION_KIND_NAMES, type RelationKind } from "../domain/relation-kinds.js";
import { pathText } from "../explain/path-text.js";
import type { Path, PathStep } from "../graph/paths/path.js";
import type { Projection } from "../graph/projection.js";
import { answerPaths } from "../questions/paths.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { claimJson, scopeJson } from "./answer-json.js";
import { type AskedGraph, claimsKnownOn, withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { printClaims } from "./print-claims.js";
import { printScope } from "./print-scope.js";
import { type AskOptions, listOption, wholeNumber, withClocks, withJson } from "./question-options.js";
import { wrapped } from "./words.js";

interface Options extends AskOptions {
  readonly limit?: number;
  readonly maxHops?: number;
  readonly avoid?: readonly string[];
  readonly kinds?: readonly RelationKind[];
  readonly directed?: boolean;
}

/** `ask paths FROM TO`: how two entities are connected. */
export function addAskPaths(ask: Command, context: CommandContext): void {
  withJson(
    withClocks(
      ask
        .command("paths")
        .summary("how two entities are connected")
        .description("How two entities are connected: the shortest paths of claims, each with its sources.")
        .argument("<from>", "an entity's id")
        .argument("<to>", "another entity's id")
        .addOption(new Option("--limit <number>", "paths at most (default: 3)").argParser(wholeNumber))
        .addOption(
          new Option("--max-hops <number>", "claims in a path at most (default: 8)").argParser(wholeNumber),
        )
        .addOption(
          listOption("--avoid <ids>", "paths that do not pass through these (the two ends are not meant)"),
        )
        .addOption(listOption("--kinds <kinds>", "only relations of these kinds", RELATION_KIND_NAMES))
        .option("--directed", "follow claims only the way they point")
        .addHelpText("after", "\nExample:\n  exposure-graph ask paths university:mit company:zte --limit 2"),
    ),
  ).action((from: string, to: string, options: Options) =>
    withGraph(options, context.config, (asked) => askPaths(asked, from, to, options)),
  );
}

async function askPaths(
  { graph, store, projection }: AskedGraph,
  from: string,
  to: string,
  options: Options,
): Promise<void> {
  const { limit, maxHops, avoid, kinds, directed, validAt, knownAt } = options;
  const question = { from, to, limit, maxHops, avoid, kinds, directed, validAt, knownAt };
  const answer = await answerPaths(graph, question);
  const { scope, paths } = answer;
  const ids = paths.flatMap(({ steps }) => steps.flatMap(claimsOfStep));
  const claims = await claimsKnownOn(store, scope.knownAt)(ids);
  if (options.json) {
    const stated = claims.map((claim) => claimJson(projection, claim, scope.knownAt));
    print(JSON.stringify({ scope: scopeJson(scope), paths, claims: stated }, null, 2));
    return;
  }
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  if (paths.length === 0) print(`No path from ${from} to ${to} was found.`);
  for (const [at, path] of paths.entries()) printPath(projection, at + 1, path, known, scope.knownAt);
  printScope(scope);
}

/** Distinct paths differ in their entities: what else joins the same two is told with the step. */
function claimsOfStep({ relation, parallel = [] }: PathStep): readonly string[] {
  return [relation, ...parallel];
}

function printPath(
  projection: Projection,
  number: number,
  path: Path,
  claims: ReadonlyMap<string, Claim>,
  knownAt: number,
): void {
  const steps = path.steps.flatMap((step) => {
    const claim = claims.get(step.relation);
    return claim?.record === "relation" ? [{ ...step, kind: claim.kind }] : [];
  });
  print(wrapped(`${number}. ${pathText(steps, graphNames(projection, knownAt))}`, "   "));
  printClaims(projection, path.steps.flatMap(claimsOfStep), claims, knownAt);
  print("");
}

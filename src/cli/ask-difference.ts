import { claimText } from "../explain/claim-text.js";
import { cameText, changedText, wentText } from "../explain/difference-text.js";
import type { Finding } from "../exposure/finding.js";
import type { ExposureReport } from "../questions/report/exposure-report.js";
import { graphNames } from "../questions/resident/graph-names.js";
import type { ExposureDifference } from "../questions/what-if.js";
import { claimJson, findingJson, scopeJson } from "./answer-json.js";
import { type AskedGraph, claimsKnownOn } from "./ask-graph.js";
import { print } from "./output.js";
import { printScope } from "./print-scope.js";
import { counted, wrapped } from "./words.js";

/** Prints two answers' difference, as JSON or in words. */
export async function tellDifference(
  asked: AskedGraph,
  difference: ExposureDifference,
  options: { readonly json?: boolean },
): Promise<void> {
  if (options.json) print(JSON.stringify(await differenceJson(asked, difference), null, 2));
  else await printDifference(asked, difference);
}

async function differenceJson({ store, projection }: AskedGraph, difference: ExposureDifference) {
  const { knownAt } = difference.after.scope;
  const told = (report: ExposureReport, finding: Finding) => {
    const loadClaims = claimsKnownOn(store, report.scope.knownAt);
    return findingJson(projection, finding, report.details(finding), loadClaims, report.scope.knownAt);
  };
  const because = async (ids: readonly string[]) =>
    (await claimsKnownOn(store, knownAt)(ids)).map((claim) => claimJson(projection, claim, knownAt));
  const [added, removed, changed] = [[] as object[], [] as object[], [] as object[]];
  for (const each of difference.added)
    added.push({ finding: await told(difference.after, each.finding), because: await because(each.because) });
  for (const each of difference.removed)
    removed.push({
      finding: await told(difference.before, each.finding),
      because: await because(each.because),
    });
  for (const each of difference.changed)
    changed.push({
      what: each.what,
      before: await told(difference.before, each.before),
      after: await told(difference.after, each.after),
      because: await because(each.because),
    });
  const side = async (report: ExposureReport) => ({
    scope: scopeJson(report.scope),
    summary: await report.summary(claimsKnownOn(store, report.scope.knownAt)),
  });
  return {
    before: await side(difference.before),
    after: await side(difference.after),
    added,
    removed,
    changed,
  };
}

async function printDifference(asked: AskedGraph, difference: ExposureDifference): Promise<void> {
  const { store, projection } = asked;
  const { before, after, added, removed, changed } = difference;
  const names = graphNames(projection, after.scope.knownAt);
  const loadClaims = claimsKnownOn(store, after.scope.knownAt);
  print(wrapped(await after.summary(loadClaims)));
  print(
    `\n${counted(before.findings.length, "finding", "findings")} before, ${after.findings.length} after.`,
  );
  const lines = [
    ...added.map(({ finding, because }) => ({ text: cameText(finding, names), because })),
    ...removed.map(({ finding, because }) => ({ text: wentText(finding, names), because })),
    ...changed.map((each) => ({
      text: changedText(each.before, each.after, each.what, names),
      because: each.because,
    })),
  ];
  for (const { text, because } of lines) {
    print(`\n${wrapped(text, "  ")}`);
    for (const claim of await loadClaims(because))
      print(`  ${wrapped(`because of ${claim.id}: ${claimText(claim, names)}`, "    ")}`);
  }
  if (lines.length === 0) print("\nNothing differs.");
  print("");
  printScope(after.scope);
}

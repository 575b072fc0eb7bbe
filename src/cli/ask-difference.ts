import { claimText } from "../exposure/explain/claim-text.js";
import type { Finding } from "../exposure/finding.js";
import type { Projection } from "../projection/projection.js";
import type { ExposureReport } from "../questions/report/exposure-report.js";
import { graphNames } from "../questions/resident/graph-names.js";
import type { ExposureDifference } from "../questions/what-if.js";
import { claimJson, findingJson, scopeJson } from "./answer-json.js";
import { type AskedGraph, claimsKnownOn } from "./ask-graph.js";
import { print } from "./output.js";
import { timingWords } from "./print-finding.js";
import { printScope } from "./print-scope.js";
import { counted, lowerWords, nameOf, wrapped } from "./words.js";

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
  print(wrapped(await after.summary(claimsKnownOn(store, after.scope.knownAt))));
  print(
    `\n${counted(before.findings.length, "finding", "findings")} before, ${after.findings.length} after.`,
  );
  for (const { finding, because } of added)
    await printOne(asked, difference, `Added: ${words(projection, finding)}`, because);
  for (const { finding, because } of removed)
    await printOne(asked, difference, `Removed: ${words(projection, finding)}`, because);
  for (const { before: was, after: is, what, because } of changed) {
    const how = what.map(lowerWords).join(", ");
    const from = was.timing === is.timing ? "" : ` (was ${timingWords(was)})`;
    await printOne(asked, difference, `Changed (${how}): ${words(projection, is)}${from}`, because);
  }
  if (added.length + removed.length + changed.length === 0) print("\nNothing differs.");
  print("");
  printScope(after.scope);
}

async function printOne(
  { store, projection }: AskedGraph,
  { after }: ExposureDifference,
  line: string,
  because: readonly string[],
): Promise<void> {
  print(`\n${wrapped(line, "  ")}`);
  const names = graphNames(projection, after.scope.knownAt);
  for (const claim of await claimsKnownOn(store, after.scope.knownAt)(because))
    print(`  ${wrapped(`because of ${claim.id}: ${claimText(claim, names)}`, "    ")}`);
}

function words(projection: Projection, finding: Finding): string {
  return `${nameOf(projection, finding.target)}, ${finding.channel.toLowerCase()}, ${timingWords(finding)}`;
}

import type { Claim } from "../domain/record.js";
import { claimText } from "../explain/claim-text.js";
import type { Finding, TransactionTiming } from "../exposure/finding.js";
import type { Path } from "../graph/paths/path.js";
import type { Projection } from "../graph/projection.js";
import type {
  Explanation,
  FindingDetails,
  LoadClaims,
  SearchScope,
} from "../questions/report/exposure-report.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { dayText, named } from "./words.js";

/** What was searched. */
export function scopeJson(scope: SearchScope) {
  return {
    ...scope,
    validAt: dayText(scope.validAt),
    knownAt: dayText(scope.knownAt),
    dossiers: scope.dossiers.map(({ slug }) => slug),
    checked: scope.checked && {
      earliest: dayText(scope.checked.earliest),
      latest: dayText(scope.checked.latest),
    },
  };
}

/** A claim in one sentence, with its words and where they stand. */
export function claimJson(projection: Projection, claim: Claim, knownAt: number) {
  const { id, status, start, end, quote, locator, note, caveat } = claim;
  const text = claimText(claim, graphNames(projection, knownAt));
  return {
    id,
    text,
    status,
    start,
    end,
    quote,
    locator,
    note,
    caveat,
    sources: sourcesJson(projection, claim.sources),
  };
}

function sourcesJson({ sources }: Projection, ids: readonly string[]) {
  return ids.map((id) => sources.get(id) ?? { id });
}

/** One finding with its proof, its explanation and what was answered to it. */
export async function findingJson(
  projection: Projection,
  finding: Finding,
  details: FindingDetails,
  loadClaims: LoadClaims,
  knownAt: number,
) {
  const responses = await loadClaims(details.responses());
  return {
    key: finding.key,
    channel: finding.channel,
    university: named(projection, finding.university),
    target: named(projection, finding.target),
    targetGroup: named(projection, details.targetGroup()),
    timing: finding.timing,
    restsOnUnstatedEnd: finding.restsOnUnstatedEnd,
    restsOn: details.restsOn(),
    control: finding.control,
    hops: finding.hops,
    path: pathJson(finding.path),
    flags: finding.flags.map((flag) => ({
      ...flag,
      title: projection.flags.get(flag.flag)?.flag.title ?? null,
    })),
    counterparties: finding.counterparties.map((each) => ({
      counterparty: named(projection, each.counterparty),
      asOf: dayText(each.asOf),
      control: each.control,
      path: pathJson(each.path),
      transactions: each.transactions.map(transactionJson),
    })),
    totals: finding.totals,
    criticalClaims: details.criticalClaims(),
    decisions: details.decisions(),
    ...explanationJson(projection, await details.explanation(loadClaims)),
    responses: responses.map((response) => claimJson(projection, response, knownAt)),
  };
}

/** A transaction with its timing. */
export function transactionJson(transaction: TransactionTiming) {
  const { undated, startEarliest, startLatest, lastStated, ...rest } = transaction;
  return {
    ...rest,
    startEarliest: undated ? null : dayText(startEarliest),
    startLatest: undated ? null : dayText(startLatest),
    ...(lastStated === undefined ? {} : { lastStated: lastStated === null ? null : dayText(lastStated) }),
  };
}

/** The claims of a path from its beginning on. */
export function pathJson({ hops, steps }: Path) {
  return { hops, steps };
}

/** A paragraph with what its numbers cite. */
export function explanationJson({ sources }: Projection, { text, citations }: Explanation) {
  return {
    explanation: text,
    citations: citations.map(({ source, quote, locator }, at) => ({
      number: at + 1,
      source: sources.get(source) ?? { id: source },
      quote,
      locator,
    })),
  };
}

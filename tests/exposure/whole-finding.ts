import type { CounterpartyFinding, Exposures, Finding } from "../../src/exposure/finding.js";
import type { Path } from "../../src/graph/paths/path.js";

/** An answer with everything that its findings make when they are asked. */
export function wholeAnswer(exposures: Exposures): Exposures {
  return { ...exposures, findings: exposures.findings.map(wholeFinding) };
}

/** A finding with everything that it makes when it is asked, as plain values: to compare it with another. */
export function wholeFinding(finding: Finding): Finding {
  return {
    key: finding.key,
    channel: finding.channel,
    university: finding.university,
    target: finding.target,
    counterparties: finding.counterparties.map(wholeCounterparty),
    flags: finding.flags,
    timing: finding.timing,
    restsOnUnstatedEnd: finding.restsOnUnstatedEnd,
    totals: finding.totals,
    control: finding.control,
    path: wholePath(finding.path),
    hops: finding.hops,
    transactionCount: finding.transactionCount,
  };
}

function wholeCounterparty(each: CounterpartyFinding): CounterpartyFinding {
  return {
    counterparty: each.counterparty,
    asOf: each.asOf,
    transactions: each.transactions,
    control: each.control,
    path: wholePath(each.path),
  };
}

function wholePath({ hops, steps }: Path): Path {
  return { hops, steps };
}

import type { CounterpartyFinding, Finding } from "../../src/exposure/finding.js";

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
    path: finding.path,
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
    path: each.path,
  };
}

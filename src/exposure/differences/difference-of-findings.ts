import type { ClaimId } from "../../domain/claim.js";
import { type InSteps, lazyInSteps } from "../../graph/lazy.js";
import type { Finding } from "../finding.js";
import { type Causes, causesOf } from "./causes-of-change.js";
import { type Differences, differencesOf } from "./differs.js";
import { type FindingChange, findingChanges } from "./finding-changes.js";
import type { Side } from "./side.js";

/** A finding that only one side has, with the claims that make the difference. */
export interface FindingCause {
  readonly finding: Finding;
  readonly because: InSteps<readonly ClaimId[]>;
}

export interface ChangedFinding {
  readonly before: Finding;
  readonly after: Finding;
  readonly what: readonly FindingChange[];
  readonly because: InSteps<readonly ClaimId[]>;
}

/** Each list in the order of its side's findings; `changed` in the order of the later side. */
export interface DifferenceOfFindings {
  readonly added: readonly FindingCause[];
  readonly removed: readonly FindingCause[];
  readonly changed: InSteps<readonly ChangedFinding[]>;
}

/**
 * What differs between two answers: the same function for a scenario and for two moments. Findings are the same by
 * channel and target; where two targets became one party, the one that names it goes on and the other is removed.
 * `because`: the claims on which the finding rests that exist, hold or read otherwise on one side than on the other. It
 * and `changed` are worked out when they are asked for, in steps.
 */
export function differenceOfFindings(before: Side, after: Side): DifferenceOfFindings {
  const pairs = pairedFindings(before, after);
  const goneOn = new Set(pairs.values());
  const differences = differencesOf(before.view, after.view);
  const causes = causesOf(before, after, differences);
  return {
    added: after.findings
      .filter((finding) => !pairs.has(finding))
      .map((finding) => ({ finding, because: lazyInSteps(() => causes(null, finding)) })),
    removed: before.findings
      .filter((finding) => !goneOn.has(finding))
      .map((finding) => ({ finding, because: lazyInSteps(() => causes(finding, null)) })),
    changed: lazyInSteps(() => changedFindings(pairs, differences, causes)),
  };
}

function* changedFindings(
  pairs: ReadonlyMap<Finding, Finding>,
  differences: Differences,
  causes: Causes,
): Generator<void, readonly ChangedFinding[]> {
  const changed: ChangedFinding[] = [];
  for (const [after, before] of pairs) {
    yield;
    const what = yield* findingChanges(before, after, differences);
    if (what.length === 0) continue;
    const [rule, share] = [what.includes("RULE"), what.includes("SHARE")];
    const because = lazyInSteps(() => causes(before, after, { rule, share }));
    changed.push({ before, after, what, because });
  }
  return changed;
}

/** For each later finding the earlier one that it is, in the order of the later ones. */
function pairedFindings(before: Side, after: Side): ReadonlyMap<Finding, Finding> {
  const earlier = new Map(before.findings.map((finding) => [keyOf(finding), finding]));
  const pairs = new Map<Finding, Finding>();
  const unpaired: Finding[] = [];
  for (const finding of after.findings) {
    const same = earlier.get(keyOf(finding));
    if (same) pairs.set(finding, same);
    else unpaired.push(finding);
  }
  const taken = new Set(pairs.values());
  for (const finding of unpaired) {
    const renamed = before.findings.find(
      (each) =>
        !taken.has(each) && each.channel === finding.channel && isOneParty(each, finding, [before, after]),
    );
    if (!renamed) continue;
    pairs.set(finding, renamed);
    taken.add(renamed);
  }
  return new Map(
    after.findings.flatMap((finding) => {
      const same = pairs.get(finding);
      return same ? [[finding, same] as const] : [];
    }),
  );
}

function keyOf({ channel, target }: Finding): string {
  return `${channel} ${target}`;
}

function isOneParty(a: Finding, b: Finding, sides: readonly Side[]): boolean {
  return sides.some(({ view }) => {
    const { entities } = view.projection;
    return view.partyOf(entities.indexOf(a.target)) === view.partyOf(entities.indexOf(b.target));
  });
}

/** A proof as it is shown: claims in a row, with the Identities that join neighbours. */
import type { EntityId } from "../../../src/domain/entity.js";
import type { Relation } from "../../../src/domain/relation.js";
import type { Path, PathStep } from "../../../src/graph/paths/path.js";
import { possibleOn } from "./days.js";
import type { Proof } from "./grammar.js";
import type { Seen } from "./world.js";

/** "path = fewest hops among those valid on a day of some transaction, then the sequence of claim ids." */
export function bestPath(seen: Seen, university: EntityId, proofs: readonly Proof[]): Path {
  const [best] = [...proofs].sort(
    (a, b) => a.steps.length - b.steps.length || compareIds(idsOf(a), idsOf(b)),
  );
  if (best === undefined) throw new Error("a finding has a proof");
  return shown(seen, university, best);
}

/** Whether "every claim … may hold together" on some day not after validAt (HOLDING: on validAt). */
export function isValid(seen: Seen, proof: Proof): boolean {
  const { validAt } = seen.terms;
  const days = proof.channel === "HOLDING" ? [validAt] : seen.days.filter((day) => day <= validAt);
  return days.some((day) => proof.steps.every(({ claim }) => possibleOn(claim.clock, day)));
}

function idsOf(proof: Proof): readonly string[] {
  return proof.steps.map(({ claim }) => claim.relation.id);
}

export function compareIds(a: readonly string[], b: readonly string[]): number {
  for (const [at, id] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (id !== other) return id < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** "A decided Identity …: ids stay, the path shows the step (it counts no hop)." */
function shown(seen: Seen, university: EntityId, proof: Proof): Path {
  const steps: PathStep[] = [];
  let at = university;
  for (const { claim, forward } of proof.steps) {
    const { from, to, id } = claim.relation;
    const [near, far] = forward ? [from, to] : [to, from];
    steps.push(...identitySteps(seen, at, near), { from: near, to: far, relation: id, forward });
    at = far;
  }
  steps.push(...identitySteps(seen, at, proof.target));
  return { hops: proof.steps.length, steps };
}

/** The fewest decided Identities from one entity to another of its party, then the smallest sequence of ids. */
function identitySteps(seen: Seen, from: EntityId, to: EntityId): readonly PathStep[] {
  let routes: readonly (readonly PathStep[])[] = [[]];
  for (let length = 0; length <= seen.identities.length; length += 1) {
    const arrived = routes.filter((route) => (route.at(-1)?.to ?? from) === to);
    const [best] = [...arrived].sort((a, b) => compareIds(a.map(relationOf), b.map(relationOf)));
    if (best !== undefined) return best;
    routes = routes.flatMap((route) =>
      seen.identities.flatMap((same) => onwards(route, same, route.at(-1)?.to ?? from)),
    );
  }
  throw new Error(`no Identity joins ${from} and ${to}`);
}

function onwards(route: readonly PathStep[], same: Relation, at: EntityId): readonly (readonly PathStep[])[] {
  if (same.from === same.to || route.some((step) => step.relation === same.id)) return [];
  if (same.from === at) return [[...route, { from: at, to: same.to, relation: same.id, forward: true }]];
  if (same.to === at) return [[...route, { from: at, to: same.from, relation: same.id, forward: false }]];
  return [];
}

function relationOf(step: PathStep): string {
  return step.relation;
}

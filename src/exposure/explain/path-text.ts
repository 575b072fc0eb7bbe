import type { EntityId } from "../../domain/entity.js";
import type { RelationKind } from "../../domain/relation-kinds.js";
import type { Names } from "./names.js";
import { sentence } from "./sentence.js";

/** One claim of a path, read from `from` to `to`; `forward`: the claim points the same way. */
export interface StepToTell {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly kind: RelationKind;
  readonly forward: boolean;
}

/** What a claim of each kind says, read with it and against it. */
const VERBS: Record<RelationKind, readonly [forward: string, backward: string]> = {
  Ownership: ["owns a share of", "is owned, in part or in whole, by"],
  Control: ["controls", "is controlled by"],
  Affiliation: ["is an affiliate of", "has the affiliate"],
  PartOf: ["is part of", "has the part"],
  Funding: ["gave money to", "got money from"],
  Collaboration: ["works or worked with", "works or worked with"],
  Participation: ["takes or took part in", "has or had the participant"],
  Backing: ["runs or funds", "is run or funded by"],
  Post: ["holds or held a post at", "has or had in a post"],
  Succession: ["is the successor of", "is the predecessor of"],
  Identity: ["is the same as", "is the same as"],
  Link: ["has a reported connection with", "has a reported connection with"],
};

/** A path as one sentence: "MIT takes or took part in HIRP, which is run or funded by Huawei Technologies." */
export function pathText(steps: readonly StepToTell[], names: Names): string {
  const called = (id: EntityId) => names.entity(id) ?? id;
  const first = steps[0];
  if (first === undefined) return "";
  const clauses = steps.map((step) => `${VERBS[step.kind][step.forward ? 0 : 1]} ${called(step.to)}`);
  return sentence(`${called(first.from)} ${clauses.join(", which ")}`);
}

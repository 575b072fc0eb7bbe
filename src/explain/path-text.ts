import type { EntityId } from "../domain/entity.js";
import { RELATION_KINDS, type RelationKind } from "../domain/relation-kinds.js";
import { calledIn } from "./claim-text.js";
import type { Names } from "./names.js";
import { sentence, wordCount } from "./sentence.js";

/** One claim of a path, read from `from` to `to`; `forward`: the claim points the same way. */
export interface StepToTell {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly kind: RelationKind;
  readonly forward: boolean;
}

/** So long may a sentence get before the path goes on in another one. */
const MOST_WORDS = 30;

/** A path in a sentence or two: "MIT had a tie to the HIRP program, which was run or funded by Huawei Technologies." */
export function pathText(steps: readonly StepToTell[], names: Names): string {
  const called = calledIn(names);
  const sentences: string[] = [];
  let clause = "";
  for (const step of steps) {
    const told = `${RELATION_KINDS[step.kind].words[step.forward ? 0 : 1]} ${called(step.to)}`;
    const longer = clause === "" ? `${called(step.from)} ${told}` : `${clause}, which ${told}`;
    if (clause !== "" && wordCount(longer) > MOST_WORDS) {
      sentences.push(sentence(clause));
      clause = `${called(step.from)} ${told}`;
    } else clause = longer;
  }
  return clause === "" ? "" : [...sentences, sentence(clause)].join(" ");
}

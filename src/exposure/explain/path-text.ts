import type { EntityId } from "../../domain/entity.js";
import type { RelationKind } from "../../domain/relation-kinds.js";
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

/** What a claim of each kind says, read with it and against it: of no day, so in the past tense. */
const VERBS: Record<RelationKind, readonly [forward: string, backward: string]> = {
  Ownership: ["owned a share of", "was owned, in part or in whole, by"],
  Control: ["controlled", "was controlled by"],
  Affiliation: ["was an affiliate of", "had the affiliate"],
  PartOf: ["was part of", "had as a part"],
  Funding: ["funded", "had funding from"],
  Collaboration: ["had research or other ties with", "had research or other ties with"],
  Participation: ["had a tie to", "had a tie to"],
  Backing: ["ran or funded", "was run or funded by"],
  Post: ["held a post at", "had in a post"],
  Succession: ["was the successor of", "was the predecessor of"],
  Identity: ["is the same as", "is the same as"],
  Link: ["was said to be connected with", "was said to be connected with"],
};

/** So long may a sentence get before the path goes on in another one. */
const MOST_WORDS = 30;

/** A path in a sentence or two: "MIT had a tie to the HIRP program, which was run or funded by Huawei Technologies." */
export function pathText(steps: readonly StepToTell[], names: Names): string {
  const called = calledIn(names);
  const sentences: string[] = [];
  let clause = "";
  for (const step of steps) {
    const told = `${VERBS[step.kind][step.forward ? 0 : 1]} ${called(step.to)}`;
    const longer = clause === "" ? `${called(step.from)} ${told}` : `${clause}, which ${told}`;
    if (clause !== "" && wordCount(longer) > MOST_WORDS) {
      sentences.push(sentence(clause));
      clause = `${called(step.from)} ${told}`;
    } else clause = longer;
  }
  return clause === "" ? "" : [...sentences, sentence(clause)].join(" ");
}

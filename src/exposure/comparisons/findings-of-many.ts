import type { EntityId } from "../../domain/entity.js";
import type { Truncation } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";
import type { Exposures, Finding } from "../finding.js";
import { exposuresInSteps } from "../findings/find-exposures.js";
import { inOrder } from "../findings/finding-order.js";
import type { ExposureTermsOf } from "../question.js";

/** The findings of several universities in one order, and what was searched for all of them. */
export interface FindingsOfMany {
  readonly findings: readonly Finding[];
  readonly exploredEntities: number;
  readonly exploredRelations: number;
  readonly truncated: readonly Truncation[];
}

/**
 * Asks one question of several universities, one after the other, in steps as `exposuresInSteps`; a party that is named
 * twice is asked once.
 */
export function* exposuresOfEach(
  view: View,
  terms: Omit<ExposureTermsOf, "university">,
  universities: readonly EntityId[],
): Generator<void, readonly Exposures[]> {
  const { entities } = view.projection;
  const parties = new Set(universities.map((id) => view.partyOf(entities.indexOf(id))));
  const answers: Exposures[] = [];
  for (const party of [...parties].sort((a, b) => a - b)) {
    answers.push(yield* exposuresInSteps(view, { ...terms, university: entities.id(party) }));
    yield;
  }
  return answers;
}

/** Puts the answers for several universities together. */
export function findingsOfMany(answers: readonly Exposures[]): FindingsOfMany {
  const sum = (of: (answer: Exposures) => number) => answers.reduce((total, answer) => total + of(answer), 0);
  const truncated = new Map(
    answers
      .flatMap((answer) => answer.truncated)
      .map((truncation) => [`${truncation.reason} ${truncation.at}`, truncation]),
  );
  return {
    findings: inOrder(answers.flatMap((answer) => answer.findings)),
    exploredEntities: sum((answer) => answer.exploredEntities),
    exploredRelations: sum((answer) => answer.exploredRelations),
    truncated: [...truncated.values()],
  };
}

import type { EntityId } from "../../domain/entity.js";
import type { Finding } from "../finding.js";

/** A target on which several universities have findings. */
export interface SharedExposure {
  readonly target: EntityId;
  /** In the order of their ids. */
  readonly universities: readonly EntityId[];
  /** In the order of findings. */
  readonly findings: readonly Finding[];
}

/**
 * The targets on which at least two universities have findings: those of most universities first, then in the order of
 * their first finding. Findings come in order.
 */
export function sharedExposures(findings: readonly Finding[]): readonly SharedExposure[] {
  const byTarget = new Map<EntityId, Finding[]>();
  for (const finding of findings) {
    const group = byTarget.get(finding.target);
    if (group) group.push(finding);
    else byTarget.set(finding.target, [finding]);
  }
  return [...byTarget]
    .map(([target, group]) => ({
      target,
      universities: [...new Set(group.map((finding) => finding.university))].sort(),
      findings: group,
    }))
    .filter(({ universities }) => universities.length > 1)
    .sort((a, b) => b.universities.length - a.universities.length);
}

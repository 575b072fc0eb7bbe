import type { ClaimId } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import { ENTITY_KIND_NAMES } from "../domain/entity.js";
import type { Finding } from "../exposure/finding.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { answerExposure } from "./exposure.js";

/**
 * Which findings hang on a claim: those of every university under the default question that would vanish without it.
 * By claim; the findings by university, in the order of its report. A claim that carries none is not there.
 */
export async function carriedFindings(
  graph: ResidentGraph,
  clocks: { readonly validAt: Day; readonly knownAt: Day },
): Promise<ReadonlyMap<ClaimId, readonly Finding[]>> {
  const { entities } = await graph.current();
  const carried = new Map<ClaimId, Finding[]>();
  for (let entity = 0; entity < entities.count; entity += 1) {
    if (entities.kind[entity] !== UNIVERSITY) continue;
    const report = await answerExposure(graph, { university: entities.id(entity), ...clocks });
    for (const finding of report?.findings ?? []) {
      for (const claim of (await report?.details(finding).criticalClaims()) ?? []) {
        const findings = carried.get(claim);
        if (findings === undefined) carried.set(claim, [finding]);
        else findings.push(finding);
      }
    }
  }
  return carried;
}

const UNIVERSITY = ENTITY_KIND_NAMES.indexOf("University");

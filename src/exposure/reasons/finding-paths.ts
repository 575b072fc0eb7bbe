import { compareSequences } from "../../graph/claim-order.js";
import { type Path, pathOf } from "../../graph/paths/path.js";
import { Pace } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import type { Finding } from "../finding.js";
import { type FoundDraft, findDraft } from "../findings/find-exposures.js";
import { holdingPaths } from "../findings/find-holdings.js";
import { proofsOf } from "../proof/proofs.js";
import type { ExposureTermsOf } from "../question.js";
import { partyOfId, searchFor } from "../transactions/search.js";

/**
 * The paths of a finding, distinct by their claims, in the order by which `path` is chosen: fewest hops among those
 * that may hold on a day of some transaction, then the sequence of claim ids. Two gifts of one payer are two paths.
 * Paths are proofs, not summands. A graph so dense that the budget's claims do not lead to `limit` paths gives fewer.
 */
export function* findingPaths(
  view: View,
  terms: ExposureTermsOf,
  finding: Finding,
  limit: number,
): Generator<void, readonly Path[]> {
  if (finding.channel === "HOLDING") {
    const target = partyOfId(view, finding.target, "target");
    return yield* holdingPaths(searchFor(view, { ...terms, channels: ["HOLDING"] }), target, limit);
  }
  const found = yield* findDraft(view, terms, finding);
  if (!found) return [];
  const { university } = found.search.institution;
  const paths: Path[] = [];
  const budget = { left: view.budget.pathSteps };
  for (let hops = finding.hops; hops <= terms.maxHops && paths.length < limit && budget.left > 0; hops += 1) {
    for (const relations of yield* pathsOfLength(found, hops, limit, budget)) {
      if (paths.length < limit) paths.push(pathOf(view, university, relations, found.draft.target));
    }
  }
  return paths;
}

/** Paths of so many claims together are read, at least, between two steps. */
const CLAIMS_A_STEP = 512;

/** The first paths of exactly so many claims, by the sequence of their ids. */
function* pathsOfLength(
  { search, draft }: FoundDraft,
  hops: number,
  limit: number,
  budget: { left: number },
): Generator<void, readonly (readonly number[])[]> {
  const { view, institution, terms } = search;
  const { relations } = view.projection;
  const found = new Map<string, { readonly relations: readonly number[]; readonly ids: readonly string[] }>();
  const pace = new Pace(CLAIMS_A_STEP);
  for (const { contact } of draft.counterparties.flatMap((each) => each.transactions)) {
    yield;
    const options = { hops: null, maxHops: hops, hubLimit: terms.hubLimit, budget };
    for (const proof of proofsOf(view, institution, contact, draft.end, options)) {
      if (pace.isStep(hops)) yield;
      if (proof.relations.length !== hops) continue;
      const ids = proof.relations.map((relation) => relations.id(relation));
      found.set(ids.join(" "), { relations: proof.relations, ids });
    }
  }
  return [...found.values()]
    .sort((a, b) => compareSequences(a.ids, b.ids))
    .slice(0, limit)
    .map((each) => each.relations);
}

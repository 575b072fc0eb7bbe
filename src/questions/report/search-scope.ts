import { checkedDays } from "../../domain/dossier.js";
import type { Exposures } from "../../exposure/finding.js";
import type { ExposureTerms } from "../../exposure/question.js";
import { isSelected } from "../../graph/flags/counted-flags.js";
import type { Projection } from "../../graph/projection.js";
import type { View } from "../../graph/view.js";
import type { ExposureOptions } from "../arguments/exposure-terms.js";
import { listWarnings } from "../lists/list-warnings.js";
import type { SearchScope } from "./exposure-report.js";

/** What an exposure question searched. `options` tells what was asked, `terms` what it came to. */
export function exposureScope(
  projection: Projection,
  options: ExposureOptions & { readonly targets?: readonly string[] | undefined },
  terms: ExposureTerms,
  explored: Pick<Exposures, "exploredEntities" | "exploredRelations" | "truncated">,
): SearchScope {
  return {
    validAt: terms.validAt,
    knownAt: terms.knownAt,
    statuses: terms.statuses,
    targets: options.targets ?? null,
    flags: hasSelection(terms) ? selectedFlags(projection, terms) : null,
    channels: terms.channels,
    includeParts: terms.includeParts,
    maxHops: terms.maxHops,
    hubLimit: terms.hubLimit,
    minShare: terms.minShare ?? null,
    ...collectionOf(projection),
    exploredEntities: explored.exploredEntities,
    exploredRelations: explored.exploredRelations,
    truncated: explored.truncated,
    warnings: listWarnings(projection, options.flags?.lists ?? []),
  };
}

/** The scope of a question that is no search for exposure. */
export function scopeOfView(
  { projection, terms }: Pick<View, "projection" | "terms">,
  explored: Pick<SearchScope, "exploredEntities" | "exploredRelations" | "truncated">,
): SearchScope {
  return {
    validAt: terms.validAt,
    knownAt: terms.knownAt,
    statuses: terms.statuses,
    targets: null,
    flags: null,
    channels: null,
    includeParts: null,
    maxHops: null,
    hubLimit: null,
    minShare: null,
    ...collectionOf(projection),
    ...explored,
    warnings: [],
  };
}

/** Which collection an answer is of: the part of a scope that every question shares. */
function collectionOf({
  dossiers,
  version,
}: Projection): Pick<SearchScope, "dossiers" | "checked" | "graphVersion"> {
  return { dossiers, checked: checkedDays(dossiers), graphVersion: version };
}

function hasSelection(terms: ExposureTerms): boolean {
  return Object.values(terms.flags).some((part) => part !== undefined);
}

function selectedFlags(projection: Projection, terms: ExposureTerms): string[] {
  return [...projection.flags.values()]
    .filter((record) => isSelected(record, terms.flags))
    .map((record) => record.flag.id);
}

import { printDay } from "../domain/day.js";
import { checkedText } from "../explain/checked-text.js";
import type { Exported } from "./exported.js";
import { truncationsText } from "./exported.js";

/** What every export says of itself. */
export interface ExportHeader {
  readonly graphVersion: string;
  readonly validAt: string;
  readonly knownAt: string;
  readonly statuses: readonly string[];
  /** The days on which its dossiers were last checked; null: none of them says. */
  readonly checked: { readonly earliest: string; readonly latest: string } | null;
  /** Where the search stopped short; empty: nowhere. */
  readonly truncated: readonly { readonly at: string | null; readonly reason: string }[];
  /** What to know before an empty export is believed, a sentence each. */
  readonly warnings: readonly string[];
  /** The dossiers that it drew on, by slug; licence null: the dossier names none. */
  readonly dossiers: readonly {
    readonly slug: string;
    readonly title: string;
    readonly licence: string | null;
  }[];
}

export function headerOf(exported: Exported): ExportHeader {
  const { scope, projection } = exported;
  const drawnOn = slugsOf(exported);
  return {
    graphVersion: scope.graphVersion,
    validAt: printDay(scope.validAt),
    knownAt: printDay(scope.knownAt),
    statuses: scope.statuses,
    checked: scope.checked && {
      earliest: printDay(scope.checked.earliest),
      latest: printDay(scope.checked.latest),
    },
    truncated: scope.truncated.map(({ at, reason }) => ({ at, reason })),
    warnings: scope.warnings,
    dossiers: projection.dossiers
      .filter(({ slug }) => drawnOn.has(slug))
      .map(({ slug, title, licence }) => ({ slug, title, licence })),
  };
}

/** The header as one paragraph, for formats that have room for a description. */
export function headerText(exported: Exported): string {
  const { graphVersion, validAt, knownAt, dossiers } = headerOf(exported);
  const stopped = truncationsText(exported.scope);
  const checked = checkedText(exported.scope.checked);
  return [
    `Version ${graphVersion} of the graph, as of ${validAt}, as known on ${knownAt}.`,
    stopped === "" ? "Nothing was left out." : `The search stopped short: ${stopped}.`,
    ...exported.scope.warnings,
    `Drawn from ${dossiers.map(({ slug, licence }) => `${slug} (${licence ?? "no licence named"})`).join("; ") || "no dossier"}.`,
    ...(checked === null ? [] : [checked]),
    "Every relation is a claim of its sources; a flag is told with its outcome and with what was answered.",
  ].join(" ");
}

function slugsOf({ projection, relations, flags, decisions }: Exported): ReadonlySet<string> {
  const slugs = new Set(relations.map((relation) => projection.relations.slug(relation)));
  for (const { subjects, events, responses } of flags)
    for (const { dossier } of [...subjects, ...events, ...responses]) slugs.add(dossier);
  for (const { dossier } of decisions) slugs.add(dossier);
  return slugs;
}

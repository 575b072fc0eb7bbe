/** Small ownership graphs written as edges, and the view that the engine has of them. */
import type { Dossier } from "../../src/domain/dossier.js";
import type { Claim } from "../../src/domain/record.js";
import type { Projection } from "../../src/graph/projection.js";
import { View } from "../../src/graph/view.js";
import { projectionOf } from "./naive/projection-of.js";
import { DOSSIER, entityRow, flagRow, type RelationCells, relationRow, termsOf } from "./naive/rows.js";

export const ASKED_ON = "2025-10-01";

/** `from→to share`, or `from controls to`, `from is affiliated with to`, `from is part of to`. */
export type Edge = readonly [
  from: string,
  to: string,
  share: string | "controls" | "affiliated" | "part of",
  cells?: Partial<RelationCells>,
];

const KINDS = { controls: "Control", affiliated: "Affiliation", "part of": "PartOf" } as const;

export function companyId(name: string): string {
  return `company:${name.toLowerCase()}`;
}

/** The claims of a graph, in the order of the edges. */
export function claimsOf(edges: readonly Edge[]): readonly Claim[] {
  return edges.map(([from, to, what, cells], at) => {
    const kind = what in KINDS ? KINDS[what as keyof typeof KINDS] : "Ownership";
    return relationRow({
      id: `claim:${DOSSIER}/e${at}`,
      kind,
      from: companyId(from),
      to: companyId(to),
      start: "2000-01-01",
      ...(kind === "Ownership" && { share: what }),
      ...cells,
    });
  });
}

export interface GraphOptions {
  readonly on?: string;
  readonly others?: readonly Claim[];
  readonly dossier?: Partial<Dossier>;
  readonly lists?: Readonly<Record<string, string>>;
  /** Companies that no edge names. */
  readonly also?: readonly string[];
}

export async function viewOfEdges(edges: readonly Edge[], options: GraphOptions = {}): Promise<View> {
  const claims = [...claimsOf(edges), ...(options.others ?? [])];
  const names = new Set([
    ...edges.flatMap(([from, to]) => [companyId(from), companyId(to)]),
    ...(options.also ?? []).map(companyId),
    ...claims.flatMap((claim) => (claim.record === "subject" ? [claim.entity] : [])),
  ]);
  const entities = [...names].map((id) => entityRow(id));
  const flags = Object.entries(options.lists ?? {}).map(([id, list]) => flagRow(id, { list }));
  const plain = await projectionOf({ entities, flags, claims });
  const projection: Projection = { ...plain, dossiers: [{ ...EMPTY_DOSSIER, ...options.dossier }] };
  return View.of(projection, termsOf("university:s", options.on ?? ASKED_ON));
}

const EMPTY_DOSSIER: Dossier = {
  slug: DOSSIER,
  title: "Rows",
  publisher: null,
  description: null,
  coverage: null,
  licence: null,
  lastChecked: null,
  lists: {},
};

export function party(view: View, name: string): number {
  return view.partyOf(view.projection.entities.indexOf(companyId(name)));
}

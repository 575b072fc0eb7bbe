/** A resident graph over a store in memory that holds exactly these records. */
import type { Dossier } from "../../src/domain/dossier.js";
import type { Source } from "../../src/domain/source.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import type { Change } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { DOSSIER, sourceRow } from "../exposure/naive/rows.js";
import type { World } from "../exposure/naive/world.js";

export interface GraphOptions {
  readonly dossier?: Partial<Dossier>;
  /** Default: the source of claims without a publication. */
  readonly sources?: readonly Source[];
}

export async function graphOf(world: World, options: GraphOptions = {}): Promise<ResidentGraph> {
  const store = await openStore({ engine: "memory" });
  await store.prepare({ intoExisting: false });
  const dossier: Dossier = {
    slug: DOSSIER,
    title: "Rows",
    publisher: null,
    description: null,
    coverage: null,
    licence: null,
    lastChecked: null,
    lists: {},
    ...options.dossier,
  };
  const changes: Change[] = [
    { change: "put", noun: { record: "dossier", value: dossier } },
    ...(options.sources ?? [sourceRow(null)]).map(
      (value): Change => ({ change: "put", noun: { record: "source", value } }),
    ),
    ...world.entities.map((value): Change => ({ change: "put", noun: { record: "entity", value } })),
    ...world.flags.map((value): Change => ({ change: "put", noun: { record: "flag", value } })),
    ...world.claims.map((claim): Change => ({ change: "add", claim })),
  ];
  await store.write(changes, { expectedVersion: 0 });
  return new ResidentGraph(store);
}

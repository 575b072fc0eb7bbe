import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Relation } from "../../../src/domain/relation.js";
import { buildProjection } from "../../../src/graph/build-projection.js";
import type { Projection } from "../../../src/graph/projection.js";
import { refreshedProjection } from "../../../src/graph/refresh-projection.js";
import type { Change, GraphStore } from "../../../src/store/graph-store.js";
import { entity, put } from "../../store/small-records.js";
import { timed } from "../measure.js";
import { randomFrom } from "../random.js";
import { type StoreAt, withStore } from "./open.js";

export interface Refreshed {
  readonly claims: number;
  /** After a write of so many corrections. */
  readonly corrected: Followed;
  /** After a write of so many companies with a claim each, so that the numbers of entities move. */
  readonly added: Followed;
}

export interface Followed {
  /** The least processor time of the rounds. */
  readonly processorMs: number;
  /** The longest that others waited for their turn, in the round in which they waited least. */
  readonly waitedMs: number;
  /** Too much had changed: it was built anew. */
  readonly isBuilt: boolean;
}

export interface RefreshResult {
  readonly relations: number;
  /** The least processor time of building it from nothing. */
  readonly builtMs: number;
  readonly refreshed: readonly Refreshed[];
}

const RECORDED = "2026-07-01";
const RECORDED_DAY = 20_635;

/** Writes loads of growing size into a store, which changes it, and follows each. */
export function refreshProjections(input: {
  store: StoreAt;
  sizes: readonly number[];
  rounds: number;
}): Promise<RefreshResult> {
  return withStore(input.store, false, async (store) => {
    await store.prepare({ intoExisting: false });
    const built = await timed(() => buildProjection(store));
    const again = await timed(() => buildProjection(store));
    const random = randomFrom(1);
    let projection = built.value;
    const follow = async (changes: readonly Change[]): Promise<Followed> => {
      await store.write(changes, { expectedVersion: Number(projection.version) });
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const took = await timed(() => refreshedProjection(projection, store));
      delay.disable();
      const isBuilt = took.value === null;
      const anew = isBuilt ? await timed(() => buildProjection(store)) : null;
      projection = anew?.value ?? took.value ?? projection;
      const processorMs = took.processorMs + (anew?.processorMs ?? 0);
      return { processorMs, waitedMs: delay.max / 1e6, isBuilt };
    };
    const refreshed: Refreshed[] = [];
    for (const claims of input.sizes) {
      const corrected: Followed[] = [];
      const added: Followed[] = [];
      for (let round = 0; round < input.rounds; round += 1) {
        const some = await pickedRelations(store, projection, claims, () =>
          random.between(0, projection.relations.count),
        );
        corrected.push(await follow(some.flatMap(correction)));
        const names = `refresh-${claims}-${round}`;
        added.push(await follow(some.flatMap((relation, n) => newHolding(relation, `${names}-${n}`))));
      }
      refreshed.push({ claims, corrected: least(corrected), added: least(added) });
    }
    const { count } = built.value.relations;
    return { relations: count, builtMs: Math.min(built.processorMs, again.processorMs), refreshed };
  });
}

function least(rounds: readonly Followed[]): Followed {
  return {
    processorMs: Math.min(...rounds.map(({ processorMs }) => processorMs)),
    waitedMs: Math.min(...rounds.map(({ waitedMs }) => waitedMs)),
    isBuilt: rounds.some(({ isBuilt }) => isBuilt),
  };
}

/** Claims that stand, none twice. */
async function pickedRelations(
  store: GraphStore,
  { relations }: Projection,
  claims: number,
  draw: () => number,
): Promise<readonly Relation[]> {
  const picked = new Map<string, Relation>();
  while (picked.size < claims) {
    const ids = new Set<string>();
    while (ids.size + picked.size < claims && ids.size < 1_000) ids.add(relations.id(draw()));
    for (const { claim, until } of await store.claims([...ids]))
      if (until === null && claim.record === "relation") picked.set(claim.id, claim);
  }
  return [...picked.values()];
}

/** What a load writes that corrects a claim: from then on it is reported. */
export function correction(claim: Relation): Change[] {
  const { record, id, revision } = claim;
  return [
    { change: "retract", record, id, revision, retracted: RECORDED, retractedDay: RECORDED_DAY },
    { change: "add", claim: { ...claim, revision: revision + 1, recorded: RECORDED, status: "reported" } },
  ];
}

/** Another company that the holder of a claim holds. */
function newHolding(claim: Relation, name: string): Change[] {
  const company = `company:${name}`;
  const id = `claim:${claim.dossier}/${name}`;
  return [put(entity(company)), { change: "add", claim: { ...claim, id, revision: 0, to: company } }];
}

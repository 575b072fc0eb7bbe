import { buildProjection } from "../../../src/graph/build-projection.js";
import { memoryInUse, timed, watchProcessor } from "../measure.js";
import { type StoreAt, withStore } from "./open.js";

export interface BuildResult {
  readonly relations: number;
  readonly entities: number;
  readonly ms: readonly number[];
  readonly processorShare: number;
  /** Sizes of the tables as they say themselves. */
  readonly relationBytes: number;
  readonly entityBytes: number;
  /** What the process holds more once the projection is built and garbage collected. */
  readonly memoryBytes: number;
}

/** Builds the projection of a store several times, one after the other. */
export function buildProjections({
  store,
  rounds,
}: {
  store: StoreAt;
  rounds: number;
}): Promise<BuildResult> {
  return withStore(store, true, async (opened) => {
    const before = memoryInUse();
    const processorShare = watchProcessor();
    const first = await timed(() => buildProjection(opened));
    const ms = [first.ms];
    const memoryBytes = memoryInUse() - before;
    while (ms.length < rounds) ms.push((await timed(() => buildProjection(opened))).ms);
    const { relations, entities } = first.value;
    return {
      relations: relations.count,
      entities: entities.count,
      ms,
      processorShare: processorShare(),
      relationBytes: relations.byteLength,
      entityBytes: entities.byteLength,
      memoryBytes,
    };
  });
}

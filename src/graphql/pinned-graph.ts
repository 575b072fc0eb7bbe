import type { Budget } from "../graph/budget.js";
import type { Projection } from "../graph/projection.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { GraphReader } from "../store/graph-store.js";

/** The same graph, held at one projection: an operation never mixes two versions, whatever is loaded meanwhile. */
export function pinnedTo(graph: ResidentGraph, projection: Projection): ResidentGraph {
  return Object.create(graph, { current: { value: async () => projection } }) as ResidentGraph;
}

/**
 * The same, within an operation's budget: each question waits for its turn before it begins (it asks for the projection
 * then), and a look-up in the store ends with the operation.
 */
export function pinnedWithin(budget: Budget, graph: ResidentGraph, projection: Projection): ResidentGraph {
  const current = async () => {
    await budget.turn();
    return projection;
  };
  const store = boundedBy(budget, graph.store);
  return Object.create(graph, { current: { value: current }, store: { value: store } }) as ResidentGraph;
}

/**
 * A store whose look-ups end with an operation: its statement is cancelled when the time is over or the client has gone. Where a
 * store looks up no more than so many ids at a time, others have their turn in between.
 */
function boundedBy(budget: Budget, store: GraphReader): GraphReader {
  const inParts = async <Id, Found>(
    ids: readonly Id[],
    lookUp: (part: readonly Id[]) => Promise<readonly Found[]>,
  ): Promise<readonly Found[]> => {
    if (ids.length <= store.idsAtOnce) return lookUp(ids);
    // What is found comes in the order of ids.
    const inOrder = [...ids].sort();
    const found: Found[] = [];
    for (let from = 0; from < inOrder.length; from += store.idsAtOnce) {
      await budget.rest();
      found.push(...(await lookUp(inOrder.slice(from, from + store.idsAtOnce))));
    }
    return found;
  };
  return {
    engine: store.engine,
    idsAtOnce: store.idsAtOnce,
    version: () => store.version(),
    changesSince: (version, options) => store.changesSince(version, options),
    nouns: (keys, options) => store.nouns(keys, options),
    entities: (ids) => inParts(ids, (part) => budget.wait((signal) => store.entities(part, { signal }))),
    claims: (ids) => inParts(ids, (part) => budget.wait((signal) => store.claims(part, { signal }))),
    readRecords: (options) => store.readRecords(options),
    readRelations: (options) => store.readRelations(options),
    readDossier: (slug, options) => store.readDossier(slug, options),
    unfinishedLoad: () => store.unfinishedLoad(),
    close: () => store.close(),
  };
}

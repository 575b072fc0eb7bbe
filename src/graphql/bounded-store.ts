import type { Budget } from "../projection/budget.js";
import type { GraphReader } from "../store/graph-store.js";

/** A store whose look-ups end with an operation: its statement is cancelled when the time is over or nobody waits. */
export function boundedBy(budget: Budget, store: GraphReader): GraphReader {
  return {
    engine: store.engine,
    version: () => store.version(),
    changesSince: (version, options) => store.changesSince(version, options),
    nouns: (keys, options) => store.nouns(keys, options),
    entities: (ids) => budget.wait((signal) => store.entities(ids, { signal })),
    claims: (ids) => budget.wait((signal) => store.claims(ids, { signal })),
    readRecords: (options) => store.readRecords(options),
    readRelations: (options) => store.readRelations(options),
    readDossier: (slug, options) => store.readDossier(slug, options),
    unfinishedLoad: () => store.unfinishedLoad(),
    close: () => store.close(),
  };
}

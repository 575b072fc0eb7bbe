import type { GraphStore } from "../../store/graph-store.js";
import type { Observer, StoreVerb } from "./observer.js";

/** The same store, each of its statements told of: how long it took, and whether it failed. */
export function instrumentedStore(
  store: GraphStore,
  { statement }: Required<Pick<Observer, "statement">>,
): GraphStore {
  const once =
    <Parameters extends readonly unknown[], Value>(
      verb: StoreVerb,
      call: (...parameters: Parameters) => Promise<Value>,
    ) =>
    async (...parameters: Parameters): Promise<Value> => {
      const ended = statement(verb);
      try {
        const value = await call(...parameters);
        ended("done");
        return value;
      } catch (fault) {
        ended("failed", fault);
        throw fault;
      }
    };
  const pages = <Parameters extends readonly unknown[], Page>(
    verb: StoreVerb,
    call: (...parameters: Parameters) => AsyncIterable<Page>,
  ) =>
    async function* (...parameters: Parameters): AsyncGenerator<Page> {
      const ended = statement(verb);
      let outcome: "done" | "failed" = "failed";
      let failure: unknown;
      try {
        yield* call(...parameters);
        outcome = "done";
      } catch (fault) {
        failure = fault;
        throw fault;
      } finally {
        ended(outcome, failure);
      }
    };
  // Written out, verb by verb: a store keeps its own to itself, so that nothing can stand in for it by inheriting from it.
  return {
    engine: store.engine,
    idsAtOnce: store.idsAtOnce,
    version: once("version", () => store.version()),
    readRecords: pages("records", (options) => store.readRecords(options)),
    readRelations: pages("relations", (options) => store.readRelations(options)),
    readDossier: pages("records", (slug, options) => store.readDossier(slug, options)),
    changesSince: once("changes", (version, options) => store.changesSince(version, options)),
    nouns: once("nouns", (keys, options) => store.nouns(keys, options)),
    entities: once("entities", (ids, options) => store.entities(ids, options)),
    claims: once("claims", (ids, options) => store.claims(ids, options)),
    write: once("write", (changes, options) => store.write(changes, options)),
    unfinishedLoad: () => store.unfinishedLoad(),
    prepare: (options) => store.prepare(options),
    touch: () => store.touch(),
    close: () => store.close(),
  };
}

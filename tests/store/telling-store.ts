import type { GraphStore } from "../../src/store/graph-store.js";

/** The same store, which adds to a list what it is asked. */
export function telling(of: GraphStore, told: string[]): GraphStore {
  const noting = <Call extends (...parameters: never[]) => unknown>(verb: keyof GraphStore, call: Call) =>
    ((...parameters) => {
      told.push(verb);
      return call(...parameters);
    }) as Call;
  return {
    engine: of.engine,
    idsAtOnce: of.idsAtOnce,
    version: noting("version", () => of.version()),
    readRecords: noting("readRecords", (options) => of.readRecords(options)),
    readRelations: noting("readRelations", (options) => of.readRelations(options)),
    readDossier: noting("readDossier", (slug, options) => of.readDossier(slug, options)),
    changesSince: noting("changesSince", (version, options) => of.changesSince(version, options)),
    nouns: noting("nouns", (keys, options) => of.nouns(keys, options)),
    entities: noting("entities", (ids, options) => of.entities(ids, options)),
    claims: noting("claims", (ids, options) => of.claims(ids, options)),
    unfinishedLoad: noting("unfinishedLoad", () => of.unfinishedLoad()),
    prepare: noting("prepare", (options) => of.prepare(options)),
    write: noting("write", (changes, options) => of.write(changes, options)),
    touch: noting("touch", () => of.touch()),
    close: noting("close", () => of.close()),
  };
}

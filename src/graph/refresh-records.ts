import type { Dossier } from "../domain/dossier.js";
import type { EntityId } from "../domain/entity.js";
import type { Flag, FlagSubject } from "../domain/flag.js";
import type { Claim, Noun } from "../domain/record.js";
import type { Source } from "../domain/source.js";
import type { NounKey } from "../store/graph-store.js";
import type { EntityTable } from "./entity-table.js";
import type { FlagRecord, Projection } from "./projection.js";
import { byIdAndRevision } from "./record-order.js";
import type { Renumbering } from "./renumbering.js";

type Records = Pick<
  Projection,
  "dossiers" | "sources" | "flags" | "subjectsOf" | "decisions" | "policies" | "responses"
>;

export interface ChangedRecords {
  readonly nouns: readonly Noun[];
  readonly gone: readonly NounKey[];
  /** All revisions of every claim of which one is new or has other days. */
  readonly claims: readonly Claim[];
  readonly entities: EntityTable;
  readonly numbers: Renumbering;
}

/** What is kept as objects, of a later version: lists and maps in which nothing changed are shared. */
export function refreshedRecords(earlier: Projection, changed: ChangedRecords): Records {
  const changes = new Changes(changed);
  return {
    dossiers: changes.dossiers(earlier.dossiers),
    sources: changes.sources(earlier.sources),
    flags: changes.flags(earlier.flags),
    subjectsOf: changes.subjectsOf(earlier.subjectsOf),
    decisions: changes.claims(earlier.decisions, "decision"),
    policies: changes.claims(earlier.policies, "policy"),
    responses: changes.claims(earlier.responses, "response"),
  };
}

class Changes {
  private readonly changed: ChangedRecords;
  private readonly ids: ReadonlySet<string>;

  constructor(changed: ChangedRecords) {
    this.changed = changed;
    this.ids = new Set(changed.claims.map(({ id }) => id));
  }

  /** A list of claims with all revisions of the changed ones in the place of theirs. */
  claims<Item extends Claim>(
    earlier: readonly Item[],
    record: Item["record"],
    where?: (claim: Item) => boolean,
  ) {
    const coming = this.changed.claims.filter((claim): claim is Item => claim.record === record);
    const mine = where ? coming.filter(where) : coming;
    if (mine.length === 0) return earlier;
    return [...earlier.filter(({ id }) => !this.ids.has(id)), ...mine].sort(byIdAndRevision);
  }

  dossiers(earlier: readonly Dossier[]): readonly Dossier[] {
    const put = this.put("dossier");
    const gone = this.gone("dossier");
    if (put.length + gone.length === 0) return earlier;
    const all = new Map([...earlier, ...put].map((dossier) => [dossier.slug, dossier]));
    for (const slug of gone) all.delete(slug);
    return [...all.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  }

  sources(earlier: ReadonlyMap<string, Source>): ReadonlyMap<string, Source> {
    const put = this.put("source");
    const gone = this.gone("source");
    if (put.length + gone.length === 0) return earlier;
    const all = new Map(earlier);
    for (const source of put) all.set(source.id, source);
    for (const id of gone) all.delete(id);
    return all;
  }

  flags(earlier: ReadonlyMap<string, FlagRecord>): ReadonlyMap<string, FlagRecord> {
    const put = new Map(this.put("flag").map((flag) => [flag.id, flag]));
    const gone = this.gone("flag");
    const spokenOf = this.changed.claims.flatMap(flagOf);
    const touched = new Set([...put.keys(), ...spokenOf]);
    if (touched.size + gone.length === 0) return earlier;
    const all = new Map(earlier);
    for (const id of touched) {
      const flag = put.get(id) ?? earlier.get(id)?.flag;
      if (flag) all.set(id, this.flagRecord(flag, earlier.get(id)));
    }
    for (const id of gone) all.delete(id);
    const isLonger = [...put.keys()].some((id) => !earlier.has(id));
    return isLonger ? new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1))) : all;
  }

  private flagRecord(flag: Flag, earlier: FlagRecord | undefined): FlagRecord {
    return {
      flag,
      subjects: this.claims(earlier?.subjects ?? [], "subject", (subject) => subject.flag === flag.id),
      events: this.claims(earlier?.events ?? [], "event", (event) => event.flag === flag.id),
      responses: this.claims(earlier?.responses ?? [], "response", (response) => response.to === flag.id),
    };
  }

  /** In the order of each entity's first subject row, as when it is built. */
  subjectsOf(
    earlier: ReadonlyMap<number, readonly FlagSubject[]>,
  ): ReadonlyMap<number, readonly FlagSubject[]> {
    const { entities, numbers, claims } = this.changed;
    const spokenOf = claims.flatMap((claim): EntityId[] =>
      claim.record === "subject" ? [claim.entity] : [],
    );
    if (spokenOf.length === 0 && numbers.isSame) return earlier;
    const all = new Map(
      [...earlier].map(([entity, subjects]) => [entity < 0 ? entity : numbers.forward(entity), subjects]),
    );
    for (const id of new Set(spokenOf)) {
      const entity = entities.indexOf(id);
      const subjects = this.claims(all.get(entity) ?? [], "subject", (subject) => subject.entity === id);
      all.set(entity, subjects);
    }
    const first = (subjects: readonly FlagSubject[]) => subjects[0] as FlagSubject;
    return new Map([...all].sort(([, a], [, b]) => byIdAndRevision(first(a), first(b))));
  }

  private put<Kind extends Noun["record"]>(record: Kind): Extract<Noun, { record: Kind }>["value"][] {
    return this.changed.nouns.flatMap((noun) => (noun.record === record ? [noun.value as never] : []));
  }

  private gone(record: Noun["record"]): readonly string[] {
    return this.changed.gone.flatMap((key) => (key.record === record ? [key.id] : []));
  }
}

function flagOf(claim: Claim): readonly string[] {
  if (claim.record === "subject" || claim.record === "event") return [claim.flag];
  return claim.record === "response" ? [claim.to] : [];
}

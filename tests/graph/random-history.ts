import fc from "fast-check";
import { NEVER, parseDay } from "../../src/domain/day.js";
import type { Claim, Noun } from "../../src/domain/record.js";
import type { Change } from "../../src/store/graph-store.js";

/** What a history is told of: nouns, and claims that speak of them, revisions of one claim with one id. */
export interface Material {
  readonly nouns: readonly Noun[];
  readonly claims: readonly Claim[];
}

/** Decides what happens; each load is some throws. */
export const THROWS = fc.array(
  fc.array(fc.tuple(fc.nat({ max: 13 }), fc.nat({ max: 10_000 })), {
    minLength: 1,
    maxLength: 8,
    size: "max",
  }),
  { minLength: 2, maxLength: 6, size: "max" },
);

const RETRACTED = "2020-01-05";

/**
 * A history of loads: claims come with the nouns that they need, are corrected, retracted and reclocked; entities get
 * other names and other days, nouns are dropped, come back, and come without a claim. No load is empty.
 */
export function historyOf(
  { nouns, claims }: Material,
  throws: readonly (readonly (readonly [number, number])[])[],
): readonly (readonly Change[])[] {
  const told = new History(nouns, claims);
  return throws
    .map((load) => load.flatMap(([die, pick]) => told.happens(die, pick)))
    .filter((load) => load.length > 0);
}

class History {
  private readonly nouns: readonly Noun[];
  private readonly coming: Claim[][];
  /** The last revision of each claim that is there. */
  private readonly standing = new Map<string, Claim>();
  private readonly later = new Map<string, Claim[]>();

  constructor(nouns: readonly Noun[], claims: readonly Claim[]) {
    this.nouns = nouns;
    const ids = [...new Set(claims.map(({ id }) => id))];
    this.coming = ids.map((id) =>
      claims.filter((claim) => claim.id === id).sort((a, b) => a.revision - b.revision),
    );
  }

  happens(die: number, pick: number): readonly Change[] {
    if (die <= 5) return this.comes(pick);
    if (die <= 7) return this.isCorrected(pick);
    if (die === 8) return this.isRetracted(pick);
    if (die === 9) return this.isReclocked(pick);
    if (die === 10) return this.isPut(pick, false);
    if (die === 11) return this.isPut(pick, true);
    return this.isDropped(pick);
  }

  private comes(pick: number): readonly Change[] {
    const [revisions] = this.coming.splice(pick % Math.max(1, this.coming.length), 1);
    const [first, ...later] = revisions ?? [];
    if (first === undefined) return [];
    this.later.set(first.id, later);
    const claim = later.length > 0 ? asStanding(first) : first;
    this.standing.set(claim.id, claim);
    const named = JSON.stringify(claim);
    const decision = this.coming.findIndex(([other]) => named.includes(`"${other?.id}"`));
    const before = decision < 0 ? [] : this.comes(decision);
    return [...before, ...this.named(claim), { change: "add", claim }];
  }

  private named(claim: Claim): readonly Change[] {
    const text = JSON.stringify(claim);
    const flags = this.nouns.filter((noun) => noun.record === "flag" && text.includes(`"${noun.value.id}"`));
    const all = text + JSON.stringify(flags);
    return this.nouns
      .filter((noun) => all.includes(`"${noun.record === "dossier" ? noun.value.slug : noun.value.id}"`))
      .map((noun) => ({ change: "put", noun }));
  }

  private isCorrected(pick: number): readonly Change[] {
    const last = this.picked(pick);
    if (last === undefined || isTaken(last)) return [];
    const next = this.later.get(last.id)?.shift() ?? { ...asStanding(last), status: "reported" as const };
    const claim = { ...next, revision: last.revision + 1 };
    this.standing.set(last.id, claim);
    return [retracts(last), { change: "add", claim }];
  }

  private isRetracted(pick: number): readonly Change[] {
    const last = this.picked(pick);
    if (last === undefined || isTaken(last)) return [];
    this.standing.set(last.id, { ...last, retracted: RETRACTED });
    return [retracts(last)];
  }

  private isReclocked(pick: number): readonly Change[] {
    const last = this.picked(pick);
    if (last === undefined || isTaken(last)) return [];
    const clock = { ...last.clock, recorded: parseDay("2020-01-01") + (pick % 7) };
    const claim = { ...last, clock };
    this.standing.set(last.id, claim);
    return [{ change: "reclock", claim }];
  }

  /** A noun is written, perhaps for the first time, as it was or otherwise. */
  private isPut(pick: number, otherwise: boolean): readonly Change[] {
    const noun = this.nouns[pick % this.nouns.length];
    if (noun === undefined) return [];
    return [{ change: "put", noun: otherwise ? changed(noun, pick) : noun }];
  }

  private isDropped(pick: number): readonly Change[] {
    const noun = this.nouns[pick % this.nouns.length];
    if (noun === undefined) return [];
    const id = noun.record === "dossier" ? noun.value.slug : noun.value.id;
    return [{ change: "drop", record: noun.record, id }];
  }

  private picked(pick: number): Claim | undefined {
    return [...this.standing.values()][pick % Math.max(1, this.standing.size)];
  }
}

function asStanding<Item extends Claim>(claim: Item): Item {
  return { ...claim, retracted: null, clock: { ...claim.clock, retracted: NEVER } };
}

function isTaken(claim: Claim): boolean {
  return claim.retracted !== null || claim.clock.retracted < NEVER;
}

function retracts({ record, id, revision }: Claim): Change {
  const retractedDay = parseDay(RETRACTED);
  return { change: "retract", record, id, revision, retracted: RETRACTED, retractedDay };
}

function changed(noun: Noun, pick: number): Noun {
  if (noun.record === "dossier") return { ...noun, value: { ...noun.value, title: `Title ${pick}` } };
  if (noun.record === "source") return { ...noun, value: { ...noun.value, title: `Title ${pick}` } };
  if (noun.record === "flag") return { ...noun, value: { ...noun.value, title: `Title ${pick}` } };
  const day = `2020-01-0${1 + (pick % 9)}`;
  if (pick % 3 === 0) return { ...noun, value: { ...noun.value, name: `Name ${pick}` } };
  if (pick % 3 === 1) return { ...noun, value: { ...noun.value, founded: day } };
  return { ...noun, value: { ...noun.value, dissolved: day, kind: noun.value.kind } };
}

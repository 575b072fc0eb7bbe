import type { Claim, Noun } from "../../domain/record.js";
import type { Change, GraphReader } from "../../store/graph-store.js";
import { nounId } from "./nouns-difference.js";

/** What a prune may drop, and what it is measured against beside the store's other records. */
export interface NeedQuestion {
  readonly candidates: readonly Noun[];
  /** The claims that the store has of the dossiers at hand: only these cite their sources. */
  readonly ownClaims: readonly Claim[];
  /** What the load writes. */
  readonly changes: Iterable<Change>;
}

/**
 * Which of some nouns a record needs: any claim of the store, of any revision, because what was known before keeps
 * its meaning; a flag that names an authority; or one that the load adds. Reads the store's relations: asked only
 * where a prune has something to drop.
 */
export async function neededNouns(question: NeedQuestion, store: GraphReader): Promise<ReadonlySet<string>> {
  const wanted = new Set(question.candidates.map(nounId));
  const needed = new Set<string>();
  if (wanted.size === 0) return needed;
  const note = (id: string) => {
    if (wanted.has(id)) needed.add(id);
  };
  const noteNoun = (noun: Noun) => {
    if (noun.record === "flag" && !wanted.has(noun.value.id)) noun.value.authorities.forEach(note);
  };
  for (const claim of question.ownClaims) namesOf(claim).forEach(note);
  for (const change of question.changes) {
    if (change.change === "add") namesOf(change.claim).forEach(note);
    else if (change.change === "put") noteNoun(change.noun);
  }
  for await (const page of store.readRecords()) {
    if (page.kind === "nouns") page.nouns.forEach(noteNoun);
    else for (const { claim } of page.claims) namesOf(claim).forEach(note);
  }
  for await (const { ends, from, to } of store.readRelations()) {
    for (const end of [...from, ...to]) note(ends[end] as string);
  }
  return needed;
}

/** Every noun that a claim speaks of or rests on. */
function namesOf(claim: Claim): readonly string[] {
  switch (claim.record) {
    case "relation":
      return [claim.from, claim.to, ...claim.sources];
    case "subject":
      return [claim.flag, claim.entity, ...claim.sources];
    case "event":
      return [claim.flag, ...claim.sources];
    case "response":
      return [claim.to, claim.by, ...claim.sources];
    case "decision":
      return [claim.by, ...claim.counterparties, ...claim.sources];
    case "policy":
      return [claim.university, ...claim.sources];
  }
}

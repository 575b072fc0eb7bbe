import type { View } from "../projection/view.js";
import type { Draft } from "./assemble-finding.js";
import { flagsFor } from "./counted-flags.js";
import { draftsTo } from "./find-exposures.js";
import type { Finding } from "./finding.js";
import type { WalkDirection } from "./hubs.js";
import { chainsTo } from "./own-chains.js";
import { parentsByDefault } from "./parents-by-default.js";
import type { ExposureTermsOf } from "./question.js";
import { reachFrom } from "./reach.js";
import { partyOfId, type Search, searchFrom } from "./search.js";

/** A finding's transactions and chains before they are made into an answer, with the search that found them. */
export interface FoundDraft {
  readonly search: Search;
  readonly draft: Draft;
}

/**
 * Finds one finding of a question again: its channel, walked backwards from its target. For what is asked of a finding
 * later. Null for HOLDING, which has no transactions, and where there is no such finding.
 */
export function findDraft(
  view: View,
  terms: ExposureTermsOf,
  finding: Pick<Finding, "channel" | "target">,
): FoundDraft | null {
  const search = searchFor(view, { ...terms, channels: [finding.channel] });
  const target = partyOfId(view, finding.target, "target");
  const { own } = search.institution;
  if (own.has(target)) return null;
  const walk = (direction: WalkDirection) =>
    chainsTo(view, target, {
      direction,
      maxHops: terms.maxHops - 1,
      hubLimit: terms.hubLimit,
      mayStand: (party) => !own.has(party),
    });
  const chains = {
    up: finding.channel === "SUBSIDIARY" || finding.channel === "PROGRAM" ? walk("up") : new Map(),
    down: finding.channel === "PARENT" ? walk("down") : new Map(),
  };
  const [draft] = draftsTo(search, target, chains, { up: () => chains.up, down: () => chains.down });
  if (!draft) return null;
  const byDefault = finding.channel === "PARENT" && terms.targets === null;
  const kept = byDefault
    ? parentsByDefault(search, draft, reachFrom(search, "down", [search.contacts.money]))
    : draft;
  return kept && { search, draft: kept };
}

/** The search of a question, before anything is walked. */
export function searchFor(view: View, terms: ExposureTermsOf): Search {
  const university = partyOfId(view, terms.university, "university");
  return searchFrom(view, university, terms, flagsFor(view, terms.flags));
}

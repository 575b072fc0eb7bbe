import type { Day } from "../domain/day.js";
import type { View } from "../projection/view.js";
import { assembleFinding } from "./assemble-finding.js";
import { countTransactions } from "./count-transactions.js";
import { flagsFor } from "./counted-flags.js";
import type { DaysReached } from "./days-reached.js";
import { draftsTo, EVERY_PARENT } from "./draft-findings.js";
import { chainsOf, findExposures } from "./find-exposures.js";
import type { Finding, Truncation } from "./finding.js";
import { inOrder } from "./finding-order.js";
import type { WalkDirection } from "./hubs.js";
import { once } from "./once.js";
import type { ExposedTermsOf } from "./question.js";
import { type ReachOptions, reachFrom } from "./reach.js";
import { isReached, type Reached, reachedFrom } from "./reached-target.js";
import { partyOfId, searchFrom } from "./search.js";
import { hubsMet } from "./truncations.js";
import { universitiesToAsk } from "./universities-to-ask.js";

/** A university with findings to the target, worked out when they are asked for. */
export interface ExposedParty {
  readonly university: string;
  /** Distinct transactions of its findings. */
  readonly transactions: number;
  readonly findings: readonly Finding[];
}

/** The universities exposed to a target: most transactions first, then by id. */
export interface Exposed {
  readonly target: string;
  readonly universities: readonly ExposedParty[];
  readonly exploredEntities: number;
  readonly exploredRelations: number;
  readonly truncated: readonly Truncation[];
}

/**
 * Which universities are exposed to a target: the grammar walked backwards from it, once. Their findings are those of
 * asking each university with the target named; a system repeats the money of its campuses.
 *
 * Where a university stands alone (no parts, no programs, no holdings, on no chain) one look at each transaction tells
 * whether it is exposed, and by how many; the others are asked in full.
 *
 * @throws BAD_USER_INPUT for an id that is not in the graph.
 */
export function findExposed(view: View, terms: ExposedTermsOf): Exposed {
  const { entities } = view.projection;
  const target = partyOfId(view, terms.to, "to");
  const reached = reachedFrom(view, target, terms);
  const counts = countTransactions(view, target, reached, terms);
  const asked = universitiesToAsk(view, target, reached, { terms, recipients: counts.recipients });
  const universities: (ExposedParty & { party: number })[] = [];
  for (const party of counts.recipients) {
    if (asked.has(party) || party === target || entities.kindOf(party) !== "University") continue;
    const findings = once(() => findingsAlone(view, party, { target, terms, reached }));
    universities.push(exposedParty(view, party, counts.of[party] as number, findings));
  }
  for (const party of asked) {
    const asking = { ...terms, university: entities.id(party), targets: [terms.to] };
    const { findings } = findExposures(view, asking);
    if (findings.length > 0)
      universities.push(exposedParty(view, party, distinctOf(findings), () => findings));
  }
  const walks = [reached.up, reached.down].flatMap((walk) => walk ?? []);
  return {
    target: entities.id(target),
    universities: universities.sort((a, b) => b.transactions - a.transactions || a.party - b.party),
    exploredEntities: 1 + walks.reduce((sum, walk) => sum + walk.parties.length, 0),
    exploredRelations: counts.looked + walks.reduce((sum, walk) => sum + walk.exploredRelations, 0),
    truncated: walks.flatMap(({ hubs }) => hubsMet(view, hubs)),
  };
}

function exposedParty(view: View, party: number, transactions: number, findings: () => readonly Finding[]) {
  return {
    party,
    transactions,
    get university() {
      return view.projection.entities.id(party);
    },
    get findings() {
      return findings();
    },
  };
}

function distinctOf(findings: readonly Finding[]): number {
  const transactions = findings.flatMap((finding) =>
    finding.counterparties.flatMap((each) => each.transactions),
  );
  return new Set(transactions.map((transaction) => transaction.relation)).size;
}

/** The findings of a university that stands alone: walked forwards, on the chains that the walk back has met. */
function findingsAlone(
  view: View,
  university: number,
  { target, terms, reached }: { target: number; terms: ExposedTermsOf; reached: Reached },
): Finding[] {
  const matters = (party: number) => party === target || isReached(reached, party);
  const search = searchFrom(view, university, terms, flagsFor(view, terms.flags), matters);
  const isEnd = (party: number) => party === target;
  const walked = (direction: WalkDirection) => {
    const kinds = reached[direction] === null ? [] : [search.contacts.money];
    const mayLead = towards(target, reached[direction]);
    return reachFrom(search, kinds, { direction, isEnd, until: target, mayLead });
  };
  const chains = chainsOf({ up: walked("up"), down: walked("down") }, target);
  return inOrder(
    draftsTo(search, target, chains, EVERY_PARENT).map((draft) => assembleFinding(search, draft)),
  );
}

/** Through which parties a chain may lead to the target: from which one may on these days, in no more claims. */
function towards(target: number, walk: DaysReached | null): ReachOptions["mayLead"] {
  if (walk === null) return () => () => false;
  const { fewest, days: reached } = walk;
  return (days, maxHops) => {
    const from = days[0] as Day;
    const until = days[days.length - 1] as Day;
    return (party, hops) =>
      party === target ||
      (fewest[party] !== 0 &&
        hops + (fewest[party] as number) <= maxHops &&
        reached.overlaps(party, from, until));
  };
}

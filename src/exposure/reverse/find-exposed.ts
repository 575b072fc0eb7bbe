import type { Day } from "../../domain/day.js";
import { untilDay } from "../../graph/days/clock.js";
import type { Truncation } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";
import type { WalkDirection } from "../../graph/walk/hubs.js";
import { WalkScratch } from "../../graph/walk/walk-scratch.js";
import type { ChannelId } from "../channels.js";
import type { Finding } from "../finding.js";
import { exposuresInSteps } from "../findings/find-exposures.js";
import { inOrder } from "../findings/finding-order.js";
import { hubsMet } from "../findings/truncations.js";
import type { ExposedTermsOf } from "../question.js";
import { partyOfId, searchFor } from "../transactions/search.js";
import { countTransactions } from "./count-transactions.js";
import { type ChainsFrom, findingOfLone } from "./lone-university.js";
import { type Reached, reachedFrom } from "./reached-target.js";
import { universitiesToAsk } from "./universities-to-ask.js";

/** A university with findings to the target. */
export interface ExposedParty {
  readonly university: string;
  /** Distinct transactions of its findings. */
  readonly transactions: number;
  /** It has no part and is none, and no other university's findings share a transaction with its own. */
  readonly standsAlone: boolean;
  /** Worked out each time that they are asked for. */
  findings(): readonly Finding[];
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
 * Which universities are exposed to a target: the patterns walked in reverse from it, once. Their findings are those of
 * asking each university with the target named; a system repeats the money of its campuses.
 *
 * Where a university stands alone (no parts, no programs, no holdings, on no chain) one look at each transaction tells
 * whether it is exposed, and by how many; the others are asked in full.
 *
 * In steps: the walks, the looks at transactions, and the search of each university that is asked in full.
 *
 * @throws BAD_USER_INPUT for an id that is not in the graph.
 */
export function* findExposed(view: View, terms: ExposedTermsOf): Generator<void, Exposed> {
  const { entities } = view.projection;
  const target = partyOfId(view, terms.to, "to");
  const reached = yield* reachedFrom(view, target, terms);
  const counts = yield* countTransactions(view, target, reached, terms);
  const asked = universitiesToAsk(view, target, reached, { terms, recipients: counts.recipients });
  const scratch = new WalkScratch(entities.count);
  const asking = { target, terms, reached, scratch };
  const alone = (party: number) => findingsAlone(view, party, asking);
  const universities: Exposures[] = [];
  for (const party of counts.recipients) {
    if (asked.has(party) || party === target || entities.kindOf(party) !== "University") continue;
    universities.push(
      new Exposures(view, party, counts.of[party] as number, { find: alone, standsAlone: true }),
    );
  }
  for (const party of asked) {
    const question = { ...terms, university: entities.id(party), targets: [terms.to] };
    const { findings } = yield* exposuresInSteps(view, question);
    if (findings.length > 0)
      universities.push(
        new Exposures(view, party, distinctOf(findings), { find: () => findings, standsAlone: false }),
      );
  }
  const walks = [reached.up, reached.down].flatMap((walk) => walk?.possible ?? []);
  return {
    target: entities.id(target),
    universities: universities.sort((a, b) => b.transactions - a.transactions || a.party - b.party),
    exploredEntities: 1 + walks.reduce((sum, walk) => sum + walk.count, 0),
    exploredRelations: counts.looked + walks.reduce((sum, walk) => sum + walk.exploredRelations, 0),
    truncated: walks.flatMap(({ hubs }) => hubsMet(view, hubs)),
  };
}

/** What one of many universities is exposed to: little is kept of each, most is never asked for. */
class Exposures implements ExposedParty {
  readonly party: number;
  readonly transactions: number;
  readonly standsAlone: boolean;
  private readonly view: View;
  private readonly find: (party: number) => readonly Finding[];

  constructor(
    view: View,
    party: number,
    transactions: number,
    how: { readonly find: (party: number) => readonly Finding[]; readonly standsAlone: boolean },
  ) {
    this.view = view;
    this.party = party;
    this.transactions = transactions;
    this.find = how.find;
    this.standsAlone = how.standsAlone;
  }

  get university(): string {
    return this.view.projection.entities.id(this.party);
  }

  findings(): readonly Finding[] {
    return this.find(this.party);
  }
}

function distinctOf(findings: readonly Finding[]): number {
  const transactions = findings.flatMap((finding) =>
    finding.counterparties.flatMap((each) => each.transactions),
  );
  return new Set(transactions.map((transaction) => transaction.relation)).size;
}

/** A target with the chains to it, as a question asks for them. */
interface Asking {
  readonly target: number;
  readonly terms: ExposedTermsOf;
  readonly reached: Reached;
  /** What their searches walk with, one after the other. */
  readonly scratch: WalkScratch;
}

/** The findings of a university that stands alone: made of the days on which the walks back have found chains. */
function findingsAlone(
  view: View,
  university: number,
  { target, terms, reached, scratch }: Asking,
): Finding[] {
  const question = { ...terms, university: view.projection.entities.id(university), targets: [terms.to] };
  const search = searchFor(view, question, scratch);
  const { channels } = terms;
  const found = (channel: ChannelId, chains: ChainsFrom | null, direction: WalkDirection | null) =>
    channels.includes(channel) && chains !== null
      ? findingOfLone(search, { channel, target, chains, direction })
      : null;
  const findings = [
    found("DIRECT", noChains(target, terms.validAt), null),
    found("SUBSIDIARY", reached.up, "up"),
    found("PARENT", reached.down, "down"),
  ];
  return inOrder(findings.flatMap((finding) => finding ?? []));
}

/** The target itself pays: a chain of no claim. */
function noChains(target: number, validAt: Day): ChainsFrom {
  const holding = untilDay(validAt);
  return {
    holdingFrom: () => holding,
    daysWithin: () => ({ overlaps: (party) => party === target }),
    fewestHops: (party) => (party === target ? 0 : null),
  };
}

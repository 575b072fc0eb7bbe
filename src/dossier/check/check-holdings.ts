import { DEFAULT_STATUSES } from "../../domain/claim.js";
import { type Day, NEVER, printDay } from "../../domain/day.js";
import type { Relation } from "../../domain/relation.js";
import { BILLION, isKnown, percent, UNKNOWN_SHARE } from "../../domain/share.js";
import type { PackedRelations } from "../read/packed-relations.js";
import type { Problems } from "../read/problem.js";
import type { ReadDossier } from "../read/read-dossier.js";
import { partiesOf } from "./parties.js";

/** A holding with the place of its row. */
interface Held {
  readonly relation: Relation;
  readonly file: string;
  readonly line: number;
}

/** Where a holding stands; read when its company's turn comes. */
interface Row {
  readonly relations: PackedRelations;
  readonly at: number;
}

type Right = "economic" | "votes";

/**
 * Data problems of holdings. They are shown and block nothing: sources disagree, and the engine reads what cannot
 * be true as unknown. Known shares of one company above 100 on a day, its own among them; shares of one pair that
 * contradict each other; an Ownership between two names of one party.
 */
export function checkHoldings(dossiers: readonly ReadDossier[], problems: Problems): void {
  const party = partiesOf(dossiers.flatMap(({ relations }) => [...relations.ofKind("Identity")]));
  const byCompany = new Map<string, Row[]>();
  for (const { relations } of dossiers) {
    for (let at = 0; at < relations.length; at += 1) {
      if (relations.kind(at) !== "Ownership" || !DEFAULT_STATUSES.includes(relations.cell(at, "status")))
        continue;
      const from = relations.cell(at, "from");
      const to = relations.cell(at, "to");
      const company = party(to);
      const share = relations.share(at);
      if (from !== to && party(from) === company) {
        const message = `an Ownership within one party ("${from}"): it says nothing`;
        problems.add("withinOneParty", relations.file, relations.line(at), message);
      } else if (share !== null && isKnown(share)) {
        const rows = byCompany.get(company);
        if (rows) rows.push({ relations, at });
        else byCompany.set(company, [{ relations, at }]);
      }
    }
  }
  for (const rows of byCompany.values()) {
    if (rows.length < 2) continue;
    const holdings = rows.map(heldAt);
    for (const right of ["economic", "votes"] as const) checkCompany(holdings, right, party, problems);
  }
}

function heldAt({ relations, at }: Row): Held {
  return { relation: relations.at(at), file: relations.file, line: relations.line(at) };
}

/** The holdings of one right are read on each day on which one of them begins to hold for certain. */
function checkCompany(
  holdings: readonly Held[],
  right: Right,
  party: (entity: string) => string,
  problems: Problems,
): void {
  const ofRight = holdings
    .filter(({ relation }) => relation.right === right || relation.right === "unspecified")
    .filter(({ relation: { clock } }) => clock.startLatest < clock.endEarliest && clock.retracted >= NEVER)
    .sort(
      (a, b) =>
        a.relation.clock.startLatest - b.relation.clock.startLatest ||
        (a.relation.id < b.relation.id ? -1 : 1),
    );
  for (const [at, begins] of ofRight.entries()) {
    const day = begins.relation.clock.startLatest;
    const holding = ofRight.slice(0, at + 1).filter(({ relation }) => day < relation.clock.endEarliest);
    if (contradicts(begins, holding, party, right, problems)) continue;
    const total = knownBillionths(holding, party);
    if (total <= BILLION) continue;
    problems.add(
      "sumOfShares",
      begins.file,
      begins.line,
      `known shares of "${begins.relation.to}" (${right}) come to ${percent(total / BILLION)} on ${dayText(day)}: more than 100; correct a share or an end`,
    );
    return;
  }
}

/** Whether a holding cannot be true beside another of the same pair that holds on its first day. */
function contradicts(
  begins: Held,
  holding: readonly Held[],
  party: (entity: string) => string,
  right: Right,
  problems: Problems,
): boolean {
  const share = begins.relation.share ?? UNKNOWN_SHARE;
  const other = holding.find(({ relation }) => {
    const their = relation.share ?? UNKNOWN_SHARE;
    const apart = their.min > share.max || their.max < share.min;
    return apart && party(relation.from) === party(begins.relation.from);
  });
  if (other === undefined) return false;
  if (right === "votes" && begins.relation.right === "unspecified" && other.relation.right === "unspecified")
    return true;
  problems.add(
    "contradictingShares",
    begins.file,
    begins.line,
    `share: contradicts ${other.file}:${other.line}, a holding of the same pair on ${dayText(begins.relation.clock.startLatest)}: correct one or close it with an end`,
  );
  return true;
}

/** Claims of one pair describe the same holding: of several lower bounds the highest counts. */
function knownBillionths(holding: readonly Held[], party: (entity: string) => string): number {
  const lower = new Map<string, number>();
  for (const { relation } of holding) {
    const holder = party(relation.from);
    const min = Math.round((relation.share?.min ?? 0) * BILLION);
    lower.set(holder, Math.max(lower.get(holder) ?? 0, min));
  }
  return [...lower.values()].reduce((sum, min) => sum + min, 0);
}

function dayText(day: Day): string {
  return day <= -1_000_000 ? "every day" : printDay(day);
}

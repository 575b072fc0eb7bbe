/** Every path of the five channels, listed one by one: all simple chains, before any day is looked at. */
import type { EntityId } from "../../../src/domain/entity.js";
import type { RelationKind } from "../../../src/domain/relation-kinds.js";
import type { ChannelId } from "../../../src/exposure/channels.js";
import { mayEverHold, placedIn, type Seen, type SeenRelation } from "./world.js";

/** A claim walked from one party to the next; `forward`: it points the way it is walked. */
export interface Step {
  readonly claim: SeenRelation;
  readonly forward: boolean;
}

/** One proof that something reaches the university. */
export interface Proof {
  readonly channel: ChannelId;
  readonly counterparty: EntityId;
  readonly target: EntityId;
  /** From the university onwards, the transaction included. */
  readonly steps: readonly Step[];
  /** Null in HOLDING. */
  readonly transaction: SeenRelation | null;
}

/** Steps walked so far and the parties met, the first of them the start. */
interface Walk {
  readonly steps: readonly Step[];
  readonly met: readonly EntityId[];
}

type Direction = "upwards" | "downwards";

/** Every proof for every party as a target; channels, targets and days are chosen elsewhere. */
export function proofs(seen: Seen, university: EntityId): readonly Proof[] {
  const own = placedIn(seen, university);
  const sides = partsOf(seen, university);
  return [
    ...sides.flatMap((side) => byTransaction(seen, own, side)),
    ...sides.flatMap((side) => byProgram(seen, own, side)),
    ...sides.flatMap((side) => byHolding(seen, own, side)),
  ].filter((proof) => proof.steps.length <= seen.terms.maxHops);
}

/** "S stands for its parts too (PartOf, any depth …; the path shows the step)." */
function partsOf(seen: Seen, university: EntityId): readonly Walk[] {
  const start: Walk = { steps: [], met: [university] };
  if (!seen.terms.includeParts) return [start];
  return everyWalk(start, (at) => steps(seen, at, "to", ["PartOf"]));
}

/**
 * DIRECT "S ←Funding T or S –Collaboration– T"; SUBSIDIARY "S ←Funding X ←own+ T …"; PARENT "S ←Funding X own+→ T …".
 */
function byTransaction(seen: Seen, own: ReadonlySet<EntityId>, side: Walk): readonly Proof[] {
  return moneyAndResearch(seen, side).flatMap((walk) => {
    const counterparty = last(walk);
    if (own.has(counterparty)) return [];
    const transaction = walk.steps.at(-1)?.claim ?? null;
    const proof = (channel: ChannelId) => (chain: Walk) => ({
      channel,
      counterparty,
      target: last(chain),
      steps: chain.steps,
      transaction,
    });
    return [
      proof("DIRECT")(walk),
      ...ownChains(seen, own, walk, "upwards").map(proof("SUBSIDIARY")),
      ...ownChains(seen, own, walk, "downwards").map(proof("PARENT")),
    ];
  });
}

/** Funding to, or Collaboration with, the last party of a walk. */
function moneyAndResearch(seen: Seen, side: Walk): readonly Walk[] {
  return [
    ...steps(seen, last(side), "to", ["Funding"]),
    ...steps(seen, last(side), "to", ["Collaboration"]),
    ...steps(seen, last(side), "from", ["Collaboration"]),
  ].flatMap((step) => onwards(side, step));
}

/**
 * PROGRAM "S Participation P ←Backing X (←own+ T)? or S Backing P ←Participation X (←own+ T)?; the participant's program
 * is the backer's or a sub-program of it, never the other way round; Funding from P or Collaboration with P ties S to P
 * as well. P = T when the program itself is flagged (S takes part in T or a sub-program, or backs T)."
 */
function byProgram(seen: Seen, own: ReadonlySet<EntityId>, side: Walk): readonly Proof[] {
  const isProgram = (walk: Walk) => seen.kindOf(last(walk)) === "Program";
  const takesPart = steps(seen, last(side), "from", ["Participation"]).flatMap((step) => onwards(side, step));
  const paidByOrWith = moneyAndResearch(seen, side).filter(isProgram);
  const backs = steps(seen, last(side), "from", ["Backing"]).flatMap((step) => onwards(side, step));

  const upToProgram = (walk: Walk) => everyWalk(walk, (at) => steps(seen, at, "from", ["PartOf"]));
  const downToSubProgram = (walk: Walk) => everyWalk(walk, (at) => steps(seen, at, "to", ["PartOf"]));
  const backer = (walk: Walk) =>
    steps(seen, last(walk), "to", ["Backing"]).flatMap((step) => onwards(walk, step));
  const participant = (walk: Walk) =>
    steps(seen, last(walk), "to", ["Participation"]).flatMap((step) => onwards(walk, step));

  return [...takesPart, ...paidByOrWith, ...backs].flatMap((tie) => {
    const transaction = tie.steps.at(-1)?.claim ?? null;
    const asBacker = backs.includes(tie);
    const flaggedPrograms = paidByOrWith.includes(tie) ? [] : asBacker ? [tie] : upToProgram(tie);
    const counterparties = asBacker
      ? downToSubProgram(tie).flatMap(participant)
      : upToProgram(tie).flatMap(backer);
    return [
      ...flaggedPrograms.map((walk) => ({ counterparty: last(walk), walk })),
      ...counterparties
        .filter((walk) => !own.has(last(walk)))
        .flatMap((walk) =>
          [walk, ...ownChains(seen, own, walk, "upwards")].map((chain) => ({
            counterparty: last(walk),
            walk: chain,
          })),
        ),
    ].map(({ counterparty, walk }) => ({
      channel: "PROGRAM" as const,
      counterparty,
      target: last(walk),
      steps: walk.steps,
      transaction,
    }));
  });
}

/** HOLDING "S own+→ X, X = T or X ←own+ T …; the two chains meet only in X." */
function byHolding(seen: Seen, own: ReadonlySet<EntityId>, side: Walk): readonly Proof[] {
  return ownChains(seen, own, side, "downwards").flatMap((held) =>
    [held, ...ownChains(seen, own, held, "upwards")].map((chain) => ({
      channel: "HOLDING" as const,
      counterparty: last(held),
      target: last(chain),
      steps: chain.steps,
      transaction: null,
    })),
  );
}

/**
 * own+ "one or more of Ownership, Control, Affiliation read group → affiliate, and PartOf read whole → unit", from the
 * last party of a walk, never into S or its parts. "hubLimit: a node from which the walk would follow more own+ claims
 * than that is not passed through (it may still be X or T)": nodes strictly between the ends.
 */
export function ownChains(
  seen: Seen,
  own: ReadonlySet<EntityId>,
  start: Walk,
  direction: Direction,
): readonly Walk[] {
  const walks = everyWalk(start, (at) => {
    const next = ownSteps(seen, at, direction);
    const passed = at === last(start) || next.length <= seen.terms.hubLimit;
    return passed ? next.filter((step) => !own.has(end(step))) : [];
  });
  return walks.filter((walk) => walk.steps.length > start.steps.length);
}

/** The own+ claims of a party: those in which it is held (upwards), or holds (downwards). */
export function ownSteps(seen: Seen, party: EntityId, direction: Direction): readonly Step[] {
  const held = direction === "upwards" ? "to" : "from";
  const holds = direction === "upwards" ? "from" : "to";
  return [
    ...steps(seen, party, held, ["Ownership", "Control"]),
    ...steps(seen, party, holds, ["Affiliation", "PartOf"]),
  ].filter(({ claim }) => mayEverHold(claim.clock));
}

/** Claims of some kinds that have the party at the given side, walked to the other side. */
function steps(
  seen: Seen,
  party: EntityId,
  side: "from" | "to",
  kinds: readonly RelationKind[],
): readonly Step[] {
  return seen.relations
    .filter(
      (claim) => kinds.includes(claim.relation.kind) && claim[side] === party && claim.from !== claim.to,
    )
    .map((claim) => ({ claim, forward: side === "from" }));
}

function end({ claim, forward }: Step): EntityId {
  return forward ? claim.to : claim.from;
}

function last(walk: Walk): EntityId {
  return walk.met[walk.met.length - 1] ?? "";
}

/** The walk and all its loopless continuations, of any length. */
function everyWalk(walk: Walk, next: (party: EntityId) => readonly Step[]): readonly Walk[] {
  return [
    walk,
    ...next(last(walk))
      .flatMap((step) => onwards(walk, step))
      .flatMap((on) => everyWalk(on, next)),
  ];
}

/** One step further, or nothing where it would meet a party again. */
function onwards(walk: Walk, step: Step): readonly Walk[] {
  const to = end(step);
  return walk.met.includes(to) ? [] : [{ steps: [...walk.steps, step], met: [...walk.met, to] }];
}

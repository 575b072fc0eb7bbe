import type { ClaimId, ClaimStatus } from "../../domain/claim.js";
import { type Day, NEVER } from "../../domain/day.js";
import type { Dossier } from "../../domain/dossier.js";
import type { EntityId, EntityKind, Identifier } from "../../domain/entity.js";
import type { Flag } from "../../domain/flag.js";
import type { AmountQualifier, MoneyRange } from "../../domain/money.js";
import type { Claim } from "../../domain/record.js";
import type { Relation } from "../../domain/relation.js";
import type { AmountPeriod, OwnershipRight, Payment, RelationKind } from "../../domain/relation-kinds.js";
import { BILLION, type Share } from "../../domain/share.js";
import type { Source } from "../../domain/source.js";
import type { EntityTable, ResidentEntity } from "../../graph/entity-table.js";
import type { Projection } from "../../graph/projection.js";
import { MARK } from "../../graph/relation-table.js";
import { isKnownOn } from "../../graph/view.js";
import type { GraphReader } from "../../store/graph-store.js";
import { RelationIndex } from "./relation-index.js";

/** Anything with an id. */
export type GraphNode = ResidentEntity | Flag | ResidentClaim | Source;

/** Whatever has this id, as known on a day; null where nothing has. */
export function nodeById(projection: Projection, id: string, knownAt: Day): GraphNode | null {
  if (id.startsWith("claim:")) return claimEverKnownBy(projection, id, knownAt);
  if (id.startsWith("source:")) return projection.sources.get(id) ?? null;
  return projection.flags.get(id)?.flag ?? entityById(projection, id);
}

export function entityById(projection: Projection, id: EntityId): ResidentEntity | null {
  const index = projection.entities.indexOf(id);
  return index < 0 ? null : residentEntity(projection.entities, index, id);
}

export function dossierBySlug(projection: Projection, slug: string): Dossier | null {
  return projection.dossiers.find((dossier) => dossier.slug === slug) ?? null;
}

const CLAIM_KINDS = {
  subject: "FlagSubject",
  event: "FlagEvent",
  response: "Response",
  decision: "Decision",
  policy: "ReviewPolicy",
} as const;

/** What a node is, in the model's words: "University", "Funding", "Probe", "FlagEvent", "Source". */
export function kindOfNode(node: GraphNode): string {
  if ("record" in node) return node.record === "relation" ? node.kind : CLAIM_KINDS[node.record];
  return "kind" in node ? node.kind : "Source";
}

/** One entity of the projection; each part is read out when it is asked for. */
export function residentEntity(entities: EntityTable, number: number, id: EntityId): ResidentEntity {
  return new EntityView(entities, number, id);
}

/** A class, because an answer holds hundreds of these and getters of a class cost nothing until they are read. */
class EntityView implements ResidentEntity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly #entities: EntityTable;
  readonly #number: number;
  #whole: ResidentEntity | null = null;

  constructor(entities: EntityTable, number: number, id: EntityId) {
    this.id = id;
    this.kind = entities.kindOf(number);
    this.#entities = entities;
    this.#number = number;
  }

  get name(): string {
    return this.#whole?.name ?? this.#entities.name(this.#number);
  }

  get short(): string | null {
    return this.whole.short;
  }

  get aliases(): readonly string[] {
    return this.whole.aliases;
  }

  get country(): string | null {
    return this.whole.country;
  }

  get identifiers(): readonly Identifier[] {
    return this.whole.identifiers;
  }

  get dossiers(): readonly string[] {
    return this.whole.dossiers;
  }

  private get whole(): ResidentEntity {
    this.#whole ??= this.#entities.at(this.#number);
    return this.#whole;
  }
}

/** What of a relation is resident; texts (dates as written, citations, form, role, note) stay in the store. */
export interface ResidentRelation {
  readonly record: "relation";
  /** Its number in the projection: one revision of the claim. */
  readonly number: number;
  readonly id: ClaimId;
  readonly kind: RelationKind;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly status: ClaimStatus;
  readonly dossier: string;
  readonly recorded: Day;
  readonly retracted: Day;
  /** Of an Ownership; null otherwise. */
  readonly share: Share | null;
  readonly right: OwnershipRight | null;
  /** Of a Funding; null otherwise and where no amount is known. */
  readonly amount: MoneyRange | null;
  readonly amountQualifier: AmountQualifier | null;
  readonly amountPer: AmountPeriod | null;
  readonly payment: Payment | null;
}

/** One relation of the projection's columns; each part is read out when it is asked for, the id unless it is known. */
export function residentRelation(
  projection: Projection,
  number: number,
  id: ClaimId = projection.relations.id(number),
): ResidentRelation {
  return new RelationView(projection, number, id);
}

/** A class, because an answer holds hundreds of these and getters of a class cost nothing until they are read. */
class RelationView implements ResidentRelation {
  readonly record = "relation";
  readonly number: number;
  readonly id: ClaimId;
  readonly kind: RelationKind;
  readonly #projection: Projection;

  constructor(projection: Projection, number: number, id: ClaimId) {
    this.#projection = projection;
    this.number = number;
    this.id = id;
    this.kind = projection.relations.kindOf(number);
  }

  get from(): EntityId {
    return this.#projection.entities.id(this.#projection.relations.from[this.number] as number);
  }

  get to(): EntityId {
    return this.#projection.entities.id(this.#projection.relations.to[this.number] as number);
  }

  get status(): ClaimStatus {
    return this.#projection.relations.statusOf(this.number);
  }

  get dossier(): string {
    return this.#projection.relations.slug(this.number);
  }

  get recorded(): Day {
    return this.#projection.relations.recorded[this.number] as number;
  }

  get retracted(): Day {
    return this.#projection.relations.retracted[this.number] as number;
  }

  get share(): Share | null {
    return this.kind === "Ownership" ? residentShare(this.#projection, this.number) : null;
  }

  get right(): OwnershipRight | null {
    return this.kind === "Ownership" ? this.#projection.relations.rightOf(this.number) : null;
  }

  get amount(): MoneyRange | null {
    return this.#projection.relations.amount(this.number);
  }

  get amountQualifier(): AmountQualifier | null {
    return this.#projection.relations.amountQualifier(this.number);
  }

  get amountPer(): AmountPeriod | null {
    return this.#projection.relations.amountPer(this.number);
  }

  get payment(): Payment | null {
    return this.#projection.relations.payment(this.number);
  }
}

function residentShare({ relations }: Projection, number: number): Share {
  const marks = relations.marks[number] as number;
  return {
    min: (relations.shareMin[number] as number) / BILLION,
    max: (relations.shareMax[number] as number) / BILLION,
    minExclusive: (marks & MARK.minExclusive) !== 0,
    maxExclusive: (marks & MARK.maxExclusive) !== 0,
  };
}

/** Every claim but a relation: few, and resident as a whole. */
export type ActOrFlagClaim = Exclude<Claim, Relation>;
export type ResidentClaim = ResidentRelation | ActOrFlagClaim;

/** The revision of a claim that is known on a day; null where there is none. */
export function claimKnownOn(projection: Projection, id: ClaimId, knownAt: Day): ResidentClaim | null {
  const relation = RelationIndex.of(projection).knownOn(id, knownAt);
  if (relation >= 0) return residentRelation(projection, relation);
  return (
    otherClaims(projection)
      .get(id)
      ?.find((claim) => isKnownOn(claim, knownAt)) ?? null
  );
}

/** The revision known on a day, else (a claim that was retracted by then) the one that was known last. */
export function claimEverKnownBy(projection: Projection, id: ClaimId, knownAt: Day): ResidentClaim | null {
  const known = claimKnownOn(projection, id, knownAt);
  if (known) return known;
  const relations = RelationIndex.of(projection)
    .revisions(id)
    .map((number) => residentRelation(projection, number));
  const revisions = [...relations, ...(otherClaims(projection).get(id) ?? [])];
  const past = revisions.filter((claim) => retractedDay(claim) <= knownAt);
  return past.sort((a, b) => retractedDay(b) - retractedDay(a))[0] ?? null;
}

/** The day on which a claim was taken back; NEVER where it was not. */
export function retractedDay(claim: ResidentClaim): Day {
  return claim.record === "relation" ? claim.retracted : Math.min(NEVER, claim.clock.retracted);
}

/** The day from which a claim is known. */
export function recordedDay(claim: ResidentClaim): Day {
  return claim.record === "relation" ? claim.recorded : claim.clock.recorded;
}

/** Every revision of a claim that is no relation; empty for other ids. */
export function revisionsOfClaim(projection: Projection, id: ClaimId): readonly ActOrFlagClaim[] {
  return otherClaims(projection).get(id) ?? [];
}

/** The claims other than relations, every revision. */
export function actsAndFlagClaims(projection: Projection): readonly ActOrFlagClaim[] {
  const flagClaims = [...projection.flags.values()].flatMap(({ subjects, events }) => [
    ...subjects,
    ...events,
  ]);
  return [...flagClaims, ...projection.responses, ...projection.decisions, ...projection.policies];
}

/** The same by id. */
function otherClaims(projection: Projection): ReadonlyMap<ClaimId, readonly ActOrFlagClaim[]> {
  const known = OTHER_CLAIMS.get(projection);
  if (known) return known;
  const byId = new Map<ClaimId, ActOrFlagClaim[]>();
  for (const claim of actsAndFlagClaims(projection)) {
    const revisions = byId.get(claim.id);
    if (revisions) revisions.push(claim);
    else byId.set(claim.id, [claim]);
  }
  OTHER_CLAIMS.set(projection, byId);
  return byId;
}

const OTHER_CLAIMS = new WeakMap<Projection, ReadonlyMap<ClaimId, readonly ActOrFlagClaim[]>>();

/**
 * Claims by id with everything that the store holds of them, in one statement: the revision known on a day, else the
 * last one. Ids that are not there are left out.
 */
export async function claimsAsKnown(
  store: GraphReader,
  ids: readonly ClaimId[],
  knownAt: Day,
): Promise<ReadonlyMap<ClaimId, Claim>> {
  const claims = new Map<ClaimId, Claim>();
  if (ids.length === 0) return claims;
  for (const { claim } of await store.claims([...new Set(ids)])) {
    const before = claims.get(claim.id);
    if (before === undefined || !isKnownOn(before, knownAt)) claims.set(claim.id, claim);
  }
  return claims;
}

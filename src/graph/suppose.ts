import type { Decision, ReviewPolicy } from "../domain/act.js";
import type { ClaimId } from "../domain/claim.js";
import { DAWN, type Day, NEVER, printDay } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import type { Flag, FlagEvent, FlagSubject, Response } from "../domain/flag.js";
import type { FlagRecord, Projection } from "./projection.js";
import type { ShareBounds } from "./relation-table.js";

/** What is supposed of the records themselves; relations that do not exist are the View's. Nothing is written. */
export interface SupposedRecords {
  /** Claims other than relations, every revision, that do not exist. */
  readonly rejected: readonly (FlagSubject | FlagEvent | Response | Decision | ReviewPolicy)[];
  /** Shares of Ownerships, by relation number. */
  readonly shares: ReadonlyMap<number, ShareBounds>;
  /** Entities (numbers) of which each is supposed to be listed from this day on. */
  readonly listed: readonly number[];
  readonly listedOn: Day;
}

/** The list of a supposed listing: none of the law's. Whatever lists a question selects, it counts. */
export const SUPPOSED_LIST = "supposed";
const FLAG_PREFIX = "listing:supposed/";

/**
 * A projection as it would be without some claims, with other shares and with supposed listings. What does not change
 * is shared with the projection itself, so that cost follows the change.
 */
export function supposedProjection(projection: Projection, supposed: SupposedRecords): Projection {
  const { rejected, shares, listed, listedOn } = supposed;
  const isSameRecords = rejected.length === 0 && listed.length === 0;
  if (isSameRecords && shares.size === 0) return projection;
  if (isSameRecords) return { ...projection, relations: projection.relations.withShares(shares) };
  const gone = new Set<object>(rejected);
  const without = <Item extends object>(items: readonly Item[]): readonly Item[] =>
    items.some((item) => gone.has(item)) ? items.filter((item) => !gone.has(item)) : items;
  const flags = new Map(projection.flags);
  const subjectsOf = new Map(projection.subjectsOf);
  for (const claim of rejected) {
    const flag = flagOf(claim);
    const record = flag === null ? undefined : projection.flags.get(flag);
    if (record) flags.set(record.flag.id, recordWithout(record, without));
    if (claim.record !== "subject") continue;
    const entity = projection.entities.indexOf(claim.entity);
    subjectsOf.set(entity, without(subjectsOf.get(entity) ?? []));
  }
  for (const entity of listed) {
    const record = supposedListing(projection, entity, listedOn);
    flags.set(record.flag.id, record);
    subjectsOf.set(entity, [...(subjectsOf.get(entity) ?? []), ...record.subjects]);
  }
  return {
    ...projection,
    flags,
    subjectsOf,
    relations: shares.size === 0 ? projection.relations : projection.relations.withShares(shares),
    decisions: without(projection.decisions),
    policies: without(projection.policies),
    responses: without(projection.responses),
  };
}

function flagOf(claim: SupposedRecords["rejected"][number]): string | null {
  if (claim.record === "subject" || claim.record === "event") return claim.flag;
  return claim.record === "response" ? claim.to : null;
}

function recordWithout(
  record: FlagRecord,
  without: <Item extends object>(items: readonly Item[]) => readonly Item[],
): FlagRecord {
  return {
    flag: record.flag,
    subjects: without(record.subjects),
    events: without(record.events),
    responses: without(record.responses),
  };
}

/** The flag of a supposed listing, made from its id; null for any other id. */
export function supposedFlag(projection: Pick<Projection, "entities">, id: string): Flag | null {
  if (!id.startsWith(FLAG_PREFIX)) return null;
  const entity = projection.entities.indexOf(id.slice(FLAG_PREFIX.length));
  return entity < 0 ? null : flagFor(projection.entities.id(entity), projection.entities.name(entity));
}

/** Whether an id is that of a supposed listing or of a claim of one: no source carries it. */
export function isSupposedId(id: string): boolean {
  return id.startsWith(FLAG_PREFIX) || id.startsWith(CLAIM_PREFIX);
}

const CLAIM_PREFIX = "claim:supposed/";

function flagFor(entity: EntityId, name: string): Flag {
  return {
    id: `${FLAG_PREFIX}${entity}`,
    kind: "Listing",
    title: `Supposed listing of ${name}`,
    type: null,
    list: SUPPOSED_LIST,
    authorities: [],
    docket: null,
    reference: null,
    country: null,
    topics: [],
    note: "Supposed by the question: no government and no source says so.",
    dossiers: [],
  };
}

function supposedListing(projection: Projection, entity: number, day: Day): FlagRecord {
  const id = projection.entities.id(entity);
  const flag = flagFor(id, projection.entities.name(entity));
  const text = printDay(day);
  const clock = { startEarliest: day, startLatest: day, recorded: DAWN, retracted: NEVER, undated: false };
  const base = {
    revision: 0,
    dossier: "",
    status: "confirmed" as const,
    sources: [],
    quote: null,
    locator: null,
    note: null,
    text: null,
    caveat: null,
    start: text,
    end: null,
    recorded: null,
    retracted: null,
    flag: flag.id,
  };
  const subject: FlagSubject = {
    ...base,
    record: "subject",
    id: `${CLAIM_PREFIX}subject/${id}` as ClaimId,
    entity: id,
    role: "listed",
    clock: { ...clock, endEarliest: NEVER, endLatest: NEVER },
  };
  const event: FlagEvent = {
    ...base,
    record: "event",
    id: `${CLAIM_PREFIX}listed/${id}` as ClaimId,
    event: "listed",
    clock: { ...clock, endEarliest: day + 1, endLatest: day + 1 },
  };
  return { flag, subjects: [subject], events: [event], responses: [] };
}

import { CLAIM_STATUSES, type ClaimBase } from "../../domain/claim.js";
import { type ClockCells, claimClock } from "../../domain/claim-clock.js";
import { day, oneOf, text } from "./cells.js";
import { type Cited, claimId } from "./citations.js";
import { localId } from "./ids.js";
import type { Row } from "./row.js";

/** What the rows of one dossier share while they are read. */
export interface ClaimContext {
  readonly slug: string;
  cite(row: Row): Cited;
  /** The one text that stands for all equal ones: entities are named over and over. */
  share(id: string): string;
}

/** When a claim held, and what it is a claim of: with the citation's dates this makes its clock. */
export type ValidTime = Pick<ClockCells, "record" | "kind" | "start" | "end">;

/**
 * Reads the cells that every claim has, its clock included. A row without a usable id goes by its line: like every
 * faulty row it is never written, but read on, so that all that is wrong with it is named at once.
 */
export function claimCells(row: Row, context: ClaimContext, valid: ValidTime): ClaimBase {
  const id = localId(row);
  const { ids, dates } = context.cite(row);
  const recorded = day(row, "recorded");
  const retracted = day(row, "retracted");
  const status = oneOf(row, "status", CLAIM_STATUSES) ?? "confirmed";
  const clock = claimClock({ recorded, retracted, ...valid }, dates);
  checkOrder(row, valid, clock, recorded !== null && retracted !== null);
  return {
    id: claimId(context.slug, id ?? `:${row.line}`),
    revision: 0,
    dossier: context.slug,
    status,
    sources: ids,
    quote: text(row, "quote"),
    locator: text(row, "locator"),
    note: text(row, "note"),
    text: clause(row, "text"),
    caveat: clause(row, "caveat"),
    start: valid.start,
    end: valid.end,
    recorded,
    retracted,
    clock,
  };
}

/** A clause that a sentence takes in as it stands: texts end their sentences themselves. */
function clause(row: Row, column: "text" | "caveat"): string | null {
  const cell = text(row, column);
  if (cell?.endsWith("."))
    row.error("clause", `${column}: ends with a full stop: leave it out, the sentence goes on after it`);
  if (column === "text" && cell !== null && /^\p{Lu}/u.test(cell))
    row.error(
      "clause",
      `text: begins with a capital: leave out the subject and begin with the verb, such as "was listed"`,
    );
  return cell;
}

function checkOrder(row: Row, valid: ValidTime, clock: ClaimBase["clock"], bothKnown: boolean): void {
  if (valid.start !== null && valid.end !== null && clock.startEarliest >= clock.endLatest) {
    row.error(
      "order",
      `end: "${valid.end}" leaves no day after start "${valid.start}": end is the first day on which it no longer holds`,
    );
  }
  if (bothKnown && clock.recorded >= clock.retracted) {
    row.error(
      "order",
      "retracted is not after recorded: retracted is the first day on which it no longer counted",
    );
  }
}

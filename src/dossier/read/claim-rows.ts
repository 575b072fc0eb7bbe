import { DECISION_KINDS, type Decision, type ReviewPolicy } from "../../domain/act.js";
import { isCountry } from "../../domain/countries.js";
import {
  FLAG_EVENT_KINDS,
  type FlagEvent,
  type FlagSubject,
  RESPONSE_KINDS,
  type Response,
  RISK_TOPICS,
  SUBJECT_ROLES,
} from "../../domain/flag.js";
import { date, list, listOf, required, requiredOneOf, text, unknownCountry } from "./cells.js";
import { claimId } from "./citations.js";
import { type ClaimContext, claimCells } from "./claim-cells.js";
import type { Row } from "./row.js";

/*
 * A value that is not known is named, and another stands in for it: a faulty row is never written, but what else is
 * wrong with it, and whom it names, is looked at all the same.
 */

/** Reads a row of subjects.csv. */
export function subjectRow(row: Row, context: ClaimContext): FlagSubject {
  const role = requiredOneOf(row, "role", SUBJECT_ROLES) ?? "mentioned";
  const cells = { flag: required(row, "flag"), entity: required(row, "entity") };
  const base = claimCells(row, context, {
    record: "subject",
    kind: null,
    start: date(row, "start"),
    end: date(row, "end"),
  });
  return { record: "subject", ...cells, role, ...base };
}

/** Reads a row of events.csv. */
export function eventRow(row: Row, context: ClaimContext): FlagEvent {
  const event = requiredOneOf(row, "event", FLAG_EVENT_KINDS) ?? "amended";
  const flag = required(row, "flag");
  const base = claimCells(row, context, { record: "event", kind: null, start: date(row, "date"), end: null });
  return { record: "event", flag, event, ...base };
}

/** Reads a row of responses.csv; `to` is a flag's id or the row id of a decision. */
export function responseRow(row: Row, context: ClaimContext): Response {
  const kind = requiredOneOf(row, "kind", RESPONSE_KINDS) ?? "statement";
  const addressee = required(row, "to");
  const by = required(row, "by");
  const base = claimCells(row, context, {
    record: "response",
    kind: null,
    start: date(row, "date"),
    end: null,
  });
  const to = isFlagId(addressee) ? addressee : claimId(context.slug, addressee);
  return { record: "response", to, by, kind, ...base };
}

function isFlagId(id: string): boolean {
  return id.startsWith("probe:") || id.startsWith("listing:");
}

/** Reads a row of decisions.csv. */
export function decisionRow(row: Row, context: ClaimContext): Decision {
  const kind = requiredOneOf(row, "kind", DECISION_KINDS) ?? "review";
  const by = required(row, "by");
  const cells = {
    counterparties: list(row, "counterparties"),
    coversSubsidiaries: trueOrFalse(row, "covers_subsidiaries"),
    scope: text(row, "scope"),
    reason: text(row, "reason"),
  };
  const base = claimCells(row, context, {
    record: "decision",
    kind: null,
    start: date(row, "start"),
    end: date(row, "end"),
  });
  return { record: "decision", by, kind, ...cells, ...base };
}

function trueOrFalse(row: Row, column: string): boolean | null {
  const cell = row.cell(column);
  if (cell === "" || cell === "true" || cell === "false") return cell === "" ? null : cell === "true";
  row.error(
    "value",
    `${column}: "${cell}" is not known: write true or false, or leave it empty where the words do not say`,
  );
  return null;
}

/** Reads a row of policies.csv. */
export function policyRow(row: Row, context: ClaimContext): ReviewPolicy {
  const countries = list(row, "countries");
  for (const code of countries) {
    if (!isCountry(code)) row.error("code", unknownCountry("countries", code));
  }
  const cells = {
    university: required(row, "university"),
    name: required(row, "name"),
    countries,
    criteria: listOf(row, "criteria", RISK_TOPICS),
  };
  const base = claimCells(row, context, {
    record: "policy",
    kind: null,
    start: date(row, "start"),
    end: date(row, "end"),
  });
  return { record: "policy", ...cells, ...base };
}

import type { Claim, ClaimRecordKind, Noun } from "../../../domain/record.js";
import type { Cells } from "../connection.js";
import { DECISION_SHAPE } from "./decisions.js";
import { DOSSIER_SHAPE } from "./dossiers.js";
import { ENTITY_SHAPE } from "./entities.js";
import { EVENT_SHAPE } from "./events.js";
import { FLAG_SHAPE } from "./flags.js";
import { POLICY_SHAPE } from "./policies.js";
import { RELATION_SHAPE } from "./relations.js";
import { RESPONSE_SHAPE } from "./responses.js";
import type { Shape, Stored } from "./shape.js";
import { SOURCE_SHAPE } from "./sources.js";
import { SUBJECT_SHAPE } from "./subjects.js";

/** The shape of each noun, in the order in which a reader gets them. */
export const NOUN_SHAPES: Readonly<Record<Noun["record"], Shape<Noun["value"], Cells>>> = {
  dossier: DOSSIER_SHAPE,
  source: SOURCE_SHAPE,
  flag: FLAG_SHAPE,
  entity: ENTITY_SHAPE,
};

/** The shape of each kind of claim, in the order in which a reader gets them. */
export const CLAIM_SHAPES: Readonly<Record<ClaimRecordKind, Shape<Stored<Claim>, Cells>>> = {
  relation: RELATION_SHAPE,
  subject: SUBJECT_SHAPE,
  event: EVENT_SHAPE,
  response: RESPONSE_SHAPE,
  decision: DECISION_SHAPE,
  policy: POLICY_SHAPE,
};

/** The key of a noun: a dossier's slug, the id of all others. */
export function keyOf(noun: Noun): string {
  return noun.record === "dossier" ? noun.value.slug : noun.value.id;
}

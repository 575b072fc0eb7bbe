import type { Claim, ClaimRecordKind, Noun } from "../../../domain/record.js";
import { DECISIONS } from "./decisions.js";
import { DOSSIERS } from "./dossiers.js";
import { ENTITIES } from "./entities.js";
import { EVENTS } from "./events.js";
import { FLAGS } from "./flags.js";
import { POLICIES } from "./policies.js";
import { RELATIONS } from "./relations.js";
import { RESPONSES } from "./responses.js";
import { SOURCES } from "./sources.js";
import { SUBJECTS } from "./subjects.js";
import type { ClaimTable, Row, Table } from "./table.js";

/** The table of each noun, in the order in which a reader gets them. */
export const NOUN_TABLES: Readonly<Record<Noun["record"], Table<Noun["value"], Row>>> = {
  dossier: DOSSIERS,
  source: SOURCES,
  flag: FLAGS,
  entity: ENTITIES,
};

/** The table of each kind of claim, in the order in which a reader gets them. */
export const CLAIM_TABLES: Readonly<Record<ClaimRecordKind, ClaimTable<Claim, Row>>> = {
  relation: RELATIONS,
  subject: SUBJECTS,
  event: EVENTS,
  response: RESPONSES,
  decision: DECISIONS,
  policy: POLICIES,
};

import { printDay } from "../../domain/day.js";
import { type Exported, entityName, truncationsText } from "../exported.js";
import type { CsvColumns } from "./csv-table.js";

/** What every row of an export begins with: of which graph, on which days. */
export const ANSWER_COLUMNS: CsvColumns<{ readonly answer: Exported }> = {
  graph_version: ({ answer }) => answer.scope.graphVersion,
  valid_at: ({ answer }) => printDay(answer.scope.validAt),
  known_at: ({ answer }) => printDay(answer.scope.knownAt),
  truncated: ({ answer }) => truncationsText(answer.scope),
};

/** The same of an answer, and for whom. */
export const SCOPE_COLUMNS: CsvColumns<{ readonly answer: Exported; readonly university: string }> = {
  ...ANSWER_COLUMNS,
  university: ({ university }) => university,
  university_name: ({ answer, university }) => entityName(answer, university),
};

import { printDay } from "../../domain/day.js";
import type { CsvColumns } from "./csv-table.js";
import { type ExportedAnswer, entityName, truncationsText } from "./exported-answer.js";

/** What every row of an export begins with: of which graph, on which days, for whom. */
export const SCOPE_COLUMNS: CsvColumns<{ readonly answer: ExportedAnswer; readonly university: string }> = {
  graph_version: ({ answer }) => answer.scope.graphVersion,
  valid_at: ({ answer }) => printDay(answer.scope.validAt),
  known_at: ({ answer }) => printDay(answer.scope.knownAt),
  truncated: ({ answer }) => truncationsText(answer.scope),
  university: ({ university }) => university,
  university_name: ({ answer, university }) => entityName(answer, university),
};

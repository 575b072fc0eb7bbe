import { BILLION } from "../../domain/share.js";
import type { Names } from "../../explain/names.js";
import { overfullText } from "../../explain/share-problem-text.js";
import type { View } from "../../graph/view.js";
import type { RuleField } from "../../ownership/control/rule-field.js";
import { overfullIn } from "../../ownership/rules/data-problems.js";

/** The contradictions among the shares of a field, each as a clause. */
export function problemsIn(view: View, field: RuleField, names: Names): readonly string[] {
  return overfullIn(field).map(([company, known]) =>
    overfullText(view.projection.entities.id(company), known / BILLION, names),
  );
}

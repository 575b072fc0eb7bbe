import { BILLION } from "../../domain/share.js";
import type { RuleField } from "../../exposure/control/rule-field.js";
import type { Names } from "../../exposure/explain/names.js";
import { overfullText } from "../../exposure/explain/share-problem-text.js";
import { overfullIn } from "../../exposure/rules/data-problems.js";
import type { View } from "../../projection/view.js";

/** The contradictions among the shares of a field, each as a clause. */
export function problemsIn(view: View, field: RuleField, names: Names): readonly string[] {
  return overfullIn(field).map(([company, known]) =>
    overfullText(view.projection.entities.id(company), known / BILLION, names),
  );
}

import { type Problem, printProblem } from "../dossier/read/problem.js";
import { print } from "./output.js";

/** Prints problems, one a line, and says how many there are. */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of problems) print(printProblem(problem));
}

/** `3 errors, 1 warning`; `no problems`. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const parts = [
    errors > 0 ? `${errors} ${errors === 1 ? "error" : "errors"}` : "",
    warnings > 0 ? `${warnings} ${warnings === 1 ? "warning" : "warnings"}` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "no problems" : parts.join(", ");
}

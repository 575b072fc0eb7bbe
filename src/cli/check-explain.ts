import { ExposureError } from "../domain/errors.js";
import { suggestion } from "../domain/nearest.js";
import { ALL_RULES, type Rule } from "../dossier/rules.js";
import { print } from "./output.js";
import { wrapped } from "./words.js";

/** `check --explain`: all rules, a line each; `check --explain DS014`: what one of them wants, and why. */
export function explainRules(asked: string | true): void {
  if (asked === true) {
    for (const { id, severity, title } of ALL_RULES) print(`${id}  ${severity.padEnd(7)}  ${title}`);
    return;
  }
  print(textOf(ruleOf(asked)));
}

/** @throws NOT_FOUND where there is no such rule. */
function ruleOf(asked: string): Rule {
  const rule = ALL_RULES.find(({ id }) => id === asked.toUpperCase());
  if (rule) return rule;
  const near = suggestion(
    asked.toUpperCase(),
    ALL_RULES.map(({ id }) => id),
  );
  throw new ExposureError(
    "NOT_FOUND",
    `there is no rule "${asked}"${near === "" ? ": check --explain lists them" : near}`,
  );
}

const SEVERITIES = {
  error: "An error: nothing is loaded until it is mended.",
  warning: "A warning: it is shown and blocks nothing; an editor may have a good reason.",
} as const;

function textOf({ id, severity, title, wants, example }: Rule): string {
  return [
    `${id}: ${title}.`,
    wrapped(SEVERITIES[severity]),
    wrapped(wants),
    `For example:\n${indented(example)}`,
  ].join("\n\n");
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}

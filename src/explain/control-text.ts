import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import type { Share } from "../domain/share.js";
import type { Verdict } from "../domain/verdict.js";
import { calledIn } from "./claim-text.js";
import { dayWords } from "./date-words.js";
import type { Names } from "./names.js";
import { numeral, shareWords } from "./number-words.js";
import { listWords, sentence } from "./sentence.js";

/** A verdict on control, to be told. */
export interface ControlToTell {
  readonly controller: EntityId;
  readonly company: EntityId;
  readonly day: Day;
  readonly verdict: Verdict;
  readonly votes: Share;
  readonly stated: readonly EntityId[];
  readonly voters: readonly { readonly party: EntityId; readonly votes: Share }[];
  /** Contradictions among the votes, each as a clause. */
  readonly problems: readonly string[];
}

/** Why one party controls another, or does not, or why that is undetermined. Never empty. */
export function controlText(told: ControlToTell, names: Names): string {
  const called = calledIn(names);
  const { controller, company, day, verdict } = told;
  if (controller === company) return sentence(`${called(company)} is the same party`);
  const clause = VERDICTS[verdict](called(controller), called(company));
  return [
    sentence(`as of ${dayWords(day)} ${clause}`),
    ...grounds(told, called),
    ...told.problems.map(sentence),
  ].join(" ");
}

const VERDICTS: Readonly<Record<Verdict, (controller: string, company: string) => string>> = {
  YES: (controller, company) => `the claims in this collection show that ${controller} controls ${company}`,
  NO: (controller, company) => `the claims in this collection show no control of ${company} by ${controller}`,
  UNDETERMINED: (controller, company) =>
    `the claims in this collection leave open whether ${controller} controls ${company}`,
};

function grounds(told: ControlToTell, called: (id: EntityId) => string): readonly string[] {
  const { controller, company, verdict, stated, voters, votes } = told;
  const through = (party: EntityId) => {
    if (party === controller) return called(party);
    return `${called(party)}, which it ${verdict === "YES" ? "controls" : "may control"},`;
  };
  if (stated.length > 0) {
    const parties = listWords(stated.map(through)).replace(/,$/, "");
    return [
      verdict === "YES"
        ? sentence(`a source says that ${called(company)} is controlled by, or is part of, ${parties}`)
        : sentence(`a source points to control of ${called(company)} by ${parties}, and leaves it open`),
    ];
  }
  if (voters.length === 0)
    return [
      sentence(
        `no votes in ${called(company)} are known to lie with it or with anything that it may control`,
      ),
    ];
  const first = voters.slice(0, VOTERS_TOLD);
  const held = listWords([
    ...first.map(({ party, votes: some }) => `${through(party)} with ${shareWords(some)}`),
    ...(voters.length > first.length ? [`${numeral(voters.length - first.length)} more`] : []),
  ]);
  return [
    sentence(`votes in ${called(company)} lie with ${held}`),
    sentence(`together they come to ${shareWords(votes)}, and control takes more than 50 per cent`),
  ];
}

const VOTERS_TOLD = 3;

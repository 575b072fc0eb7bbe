import type { ComponentChildren, JSX } from "preact";
import type { WholeFindingFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { Chain } from "./chain.js";
import { ClaimText } from "./claim.js";
import { dayText } from "./day.js";
import { DealingsTable } from "./dealings-table.js";
import { DecisionList } from "./decisions.js";
import { Details } from "./details.js";
import { Explanation } from "./explanation.js";
import { FlagsAndReplies } from "./flags-and-replies.js";
import { Heading } from "./heading.js";
import { RulesTable } from "./rules-table.js";
import { moneyText } from "./sums.js";
import { TimingText } from "./timing-mark.js";
import { toldPath } from "./told-path.js";

export interface ProofOptions {
  /** The day asked about. */
  readonly validAt: string;
  /** The level of its headings, one below what stands above. */
  readonly level: 2 | 5;
}

/**
 * A finding with all that it stands on, in the order in which a reader doubts: the chain, what passed, what governments
 * say beside what was answered, the university's own decision, the rules, what carries it, all of it in one paragraph.
 */
export function FindingProof({
  finding,
  validAt,
  level,
}: ProofOptions & { readonly finding: WholeFindingFragment }): JSX.Element {
  const part = (title: string, ...children: readonly ComponentChildren[]) => (
    <section class="part">
      <Heading level={level} class="part-title">
        {title}
      </Heading>
      {children}
    </section>
  );
  const say = texts.open;
  const [first, ...others] = finding.paths;
  const dealt = finding.counterparties.flatMap(({ transactions }) => transactions);
  return (
    <div class="proof stack">
      {part(
        say.chain,
        first !== undefined && [<p class="prose">{toldPath(first)}</p>, <Chain path={first} />],
        others.length > 0 && (
          <Details>
            <summary>{say.others(others.length)}</summary>
            <div class="stack">
              {others.map((path) => (
                <div>
                  <p class="prose">{toldPath(path)}</p>
                  <Chain path={path} />
                </div>
              ))}
            </div>
          </Details>
        ),
      )}
      {part(
        say.dealings,
        <DealingsTable dealings={{ totalCount: dealt.length, nodes: dealt }} />,
        finding.lookThrough.map((amount) => <p class="small">{say.lookThrough(moneyText(amount))}</p>),
      )}
      {finding.flags.length > 0 &&
        part(
          say.allegations,
          <FlagsAndReplies
            flags={finding.flags.map(({ flag, state, timing, role }) => ({
              flag,
              state,
              phrases: [texts.role[role], <TimingText timing={timing} />],
            }))}
            options={{ validAt, level: level + 1 }}
          />,
        )}
      {finding.decisions.length > 0 && part(say.decisions, <DecisionList decisions={finding.decisions} />)}
      {part(
        say.rules,
        finding.counterparties.map(({ counterparty, asOf, ofac, eu, uk, bis }) => (
          <RulesTable
            key={counterparty.id}
            caption={say.rulesOf(counterparty.name, dayText(asOf))}
            rules={[ofac, eu, uk, bis]}
          />
        )),
      )}
      {part(
        say.carries,
        finding.criticalClaims.length === 0 ? (
          <p>{say.carriesNone}</p>
        ) : (
          [
            <p>
              {say.carriesHelp} {say.restsOn(texts.status[finding.restsOn])}
            </p>,
            <ol class="plain stack tight">
              {finding.criticalClaims.map((claim) => (
                <li key={claim.id}>
                  <ClaimText claim={claim} />
                </li>
              ))}
            </ol>,
          ]
        ),
      )}
      {part(
        say.paragraph,
        <Explanation text={finding.explanation} citations={finding.citations} prefix="source" />,
      )}
    </div>
  );
}

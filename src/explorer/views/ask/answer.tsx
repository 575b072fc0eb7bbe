import type { ComponentChildren, JSX } from "preact";
import type { AskUniversityQuery, WalkFragment, WhyNotQuery } from "../../api/documents.generated.js";
import { Card } from "../../components/card.js";
import { Chain, EntityLink } from "../../components/chain.js";
import { ClaimText } from "../../components/claim.js";
import { dayText } from "../../components/day.js";
import { DealingsTable } from "../../components/dealings-table.js";
import { Details } from "../../components/details.js";
import { Facts } from "../../components/facts.js";
import { Link } from "../../components/link.js";
import { ScopeNote } from "../../components/scope-note.js";
import { sumList } from "../../components/sum-list.js";
import { afterDecision } from "../../components/sums.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import type { Rest } from "./asked.js";
import { Groups } from "./groups.js";
import { OnlyNote, WhyNotCard } from "./narrowed.js";
import { decidedBy, OwnDecisions } from "./own-decisions.js";
import { OwnFlags } from "./own-flags.js";

type University = NonNullable<AskUniversityQuery["university"]>;
type Report = NonNullable<AskUniversityQuery["exposure"]>;

export interface AnswerOptions extends Rest {
  readonly place: Place;
  /** What stands under the finding that the address opens; null: none is open, or it is being asked. */
  readonly proof: ComponentChildren;
  /** The title of the only probe or listing that counts; null: all that count by default do. */
  readonly onlyFlag: string | null;
  /** The parties that alone were asked about, each with why there is no finding on it; empty: all were. */
  readonly onlyTargets: readonly WhyNotQuery[];
  /** How to cite the whole answer. */
  readonly cite: ComponentChildren;
}

/** On what the headline rests, as a chain; null: it is being asked. */
function RestsOn({ path }: { readonly path: WalkFragment | null }): ComponentChildren {
  return (
    <>
      <h2 class="label">{texts.ask.restsOn}</h2>
      {path === null ? <p class="soft">{texts.shell.loading}</p> : <Chain path={path} />}
    </>
  );
}

/** The answer of a university: its sentence, its figures, its groups with their findings, what is denied, what was searched. */
export function Answer({
  university,
  report,
  path,
  dealings,
  place,
  proof,
  onlyFlag,
  onlyTargets,
  cite,
}: AnswerOptions & { readonly university: University; readonly report: Report }): JSX.Element {
  const { scope } = report;
  const decisions = decidedBy(university.decisions.nodes, scope.validAt);
  return (
    <div class="stack answer">
      <header class="lead">
        <p class="eyebrow">
          {university.name}
          {university.region !== null && `, ${university.region}`}
        </p>
        <h1 tabIndex={-1}>{report.headline}</h1>
      </header>
      {onlyTargets.length > 0 && (
        <OnlyNote
          words={texts.ask.onlyTarget(onlyTargets.length)}
          what={onlyTargets.map(({ entity }) => entity && <EntityLink entity={entity} />)}
          all={texts.ask.allTargets}
          place={place}
          without="target"
        />
      )}
      {onlyFlag !== null && (
        <OnlyNote
          words={texts.ask.onlyFlag}
          what={<Link href={hrefOf("/", { flag: place.values.flag })}>{onlyFlag}</Link>}
          all={texts.ask.allFlags}
          place={place}
          without="flag"
        />
      )}
      {decisions.length > 0 && (
        <section class="stack tight">
          <h2 class="label">{texts.ask.decisions}</h2>
          <OwnDecisions decisions={decisions} />
        </section>
      )}
      <div class="opening">
        {report.groups.totalCount > 0 && (
          <section class="rests">
            <RestsOn path={path} />
          </section>
        )}
        <section>
          <h2 class="label">{texts.ask.inOne}</h2>
          <p class="prose">{report.summary}</p>
          <p class="small soft">{texts.scope.asked(dayText(scope.validAt), dayText(scope.knownAt))}</p>
        </section>
      </div>
      <Figures report={report} />
      {dealings !== null && dealings.totalCount > 0 && (
        <Details id="dealings">
          <summary>{texts.dealings.title(dealings.totalCount)}</summary>
          <DealingsTable dealings={dealings} />
        </Details>
      )}
      {onlyTargets.map((asked) => (
        <WhyNotCard key={asked.entity?.id} asked={asked} />
      ))}
      {report.groups.nodes.length > 0 && <Groups report={report} place={place} proof={proof} />}
      {report.afterDecision.nodes.length > 0 && (
        <Card title={texts.open.afterDecision}>
          <DealingsTable dealings={report.afterDecision} />
        </Card>
      )}
      {report.ownFlags.length > 0 && (
        <Card title={texts.ask.ownFlags}>
          <OwnFlags flags={report.ownFlags} />
        </Card>
      )}
      {report.denied.length > 0 && (
        <Card title={texts.ask.denied}>
          <ul class="plain stack tight">
            {report.denied.map((claim) => (
              <li key={claim.id}>
                <ClaimText claim={claim} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <section class="card">
        {report.groups.nodes.length === 0 && <p>{texts.ask.searchedNone}</p>}
        <ScopeNote scope={scope} />
        {cite}
      </section>
    </div>
  );
}

function Figures({ report }: { readonly report: Report }): JSX.Element {
  const after = afterDecision(report.totals);
  return (
    <Facts
      values={{
        [texts.ask.findings]: texts.ask.findingsOf(report.findings.totalCount, report.groups.totalCount),
        [texts.ask.money]: sumList(report.totals) ?? texts.ask.noMoney,
        [texts.ask.after]:
          report.afterDecision.totalCount === 0
            ? texts.ask.afterNone
            : [
                texts.ask.afterOf(report.afterDecision.totalCount),
                after.length > 0 && `: ${after.join(", ")}`,
              ],
        [texts.ask.own]:
          report.ownFlags.length === 0
            ? texts.ask.ownNone
            : report.ownFlags.map(({ title }) => title).join("; "),
      }}
      kind="facts figures"
    />
  );
}

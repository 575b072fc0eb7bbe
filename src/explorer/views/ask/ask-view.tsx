import type { ComponentChildren, JSX } from "preact";
import { ask } from "../../api/ask.js";
import {
  type AskUniversityQuery,
  askFlagQuestion,
  askUniversityQuestion,
  type StartQuery,
  type WholeFindingFragment,
} from "../../api/documents.generated.js";
import { CiteBar } from "../../components/cite-bar.js";
import { FindingProof } from "../../components/finding-proof.js";
import { Link } from "../../components/link.js";
import { BadPlace } from "../../state/bad-place.js";
import { clocksOf } from "../../state/clocks.js";
import { explained } from "../../state/explained.js";
import { hrefOf, idsOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { start as startTexts } from "../../texts/start.js";
import { chainHref } from "../explore/explore-href.js";
import type { OpenView, Stage } from "../view.js";
import { Answer } from "./answer.js";
import {
  askedSeveral,
  askedTargets,
  badFlag,
  citationOfAnswer,
  citationOfFinding,
  flagTitle,
  type OpenedFinding,
  openedFinding,
  questionOf,
  type Rest,
  restOf,
} from "./asked.js";
import { Controls } from "./controls.js";
import { FlagPage } from "./flag-page.js";
import { Several, severalTitle } from "./several.js";
import { asksNothing, StartPage, startOf } from "./start-page.js";

type Report = NonNullable<AskUniversityQuery["exposure"]>;

/** The start page, or what an address asks: one university's exposure, several universities, one probe or listing. */
export function open(): OpenView {
  /** The last answer is kept, so that opening a finding does not ask for all of it again. */
  let last: { readonly key: string; readonly answer: AskUniversityQuery } | null = null;

  const answerTo = async (place: Place, signal: AbortSignal): Promise<AskUniversityQuery> => {
    const question = questionOf(place);
    const key = JSON.stringify(question);
    if (last?.key === key) return last.answer;
    const noUniversity = badUniversity(question.university);
    const answer = await explained(ask(askUniversityQuestion, question, signal), {
      WRONG_KIND: noUniversity,
      ...(place.values.flag === undefined ? {} : { BAD_USER_INPUT: badFlag(place.values.flag) }),
    });
    if (answer.university === null) throw noUniversity;
    last = { key, answer };
    return answer;
  };

  return {
    async show(place, stage) {
      if (asksNothing(place)) return showStart(place, stage);
      const { flag, university: named } = place.values;
      if (flag !== undefined && named === undefined) return showFlag(flag, place, stage);
      const ids = idsOf(named);
      if (ids.length > 1) return showSeveral(ids, place, stage);
      const [{ university, exposure }, onlyFlag, onlyTargets] = await Promise.all([
        answerTo(place, stage.signal),
        flagTitle(place, stage.signal),
        askedTargets(place, stage.signal),
      ]);
      if (stage.signal.aborted || university === null || exposure === null) return;
      stage.title(exposure.headline);
      const cite = (
        <CiteBar
          title={exposure.headline}
          scope={exposure.scope}
          place={place}
          citation={citationOfAnswer(place)}
          embed={null}
        />
      );
      const shown: Rest & { proof: ComponentChildren } = { path: null, dealings: null, proof: null };
      const draw = (more: Partial<typeof shown>) => {
        Object.assign(shown, more);
        stage.draw(
          <AskPage university={university} scope={exposure.scope} place={place} stage={stage}>
            <Answer
              university={university}
              report={exposure}
              {...shown}
              place={place}
              onlyFlag={onlyFlag}
              onlyTargets={onlyTargets}
              cite={cite}
            />
          </AskPage>,
        );
      };
      const opened = place.values.open;
      draw({ proof: opened === undefined ? null : <p class="soft">{texts.shell.loading}</p> });
      await Promise.all([
        exposure.groups.totalCount > 0 && restOf(place, stage.signal).then(draw),
        opened !== undefined &&
          openedFinding(opened, place, exposure, stage.signal).then((one) =>
            draw({
              proof: [
                <FindingProof finding={one.finding} validAt={exposure.scope.validAt} level={5} />,
                <CanvasLink wholeFinding={one.finding} place={place} />,
                <CiteFinding openedFinding={one} report={exposure} place={place} />,
              ],
            }),
          ),
      ]);
    },
  };
}

interface AskPageProps {
  readonly university: AskUniversityQuery["university"];
  /** The days that were asked about; absent: nothing was asked. */
  readonly scope?: Report["scope"];
  readonly place: Place;
  readonly stage: Stage;
  readonly children: ComponentChildren;
}

/** What is asked, and the answer under it. */
function AskPage({ university, scope, place, stage, children }: AskPageProps): JSX.Element {
  return (
    <>
      <div class="controls screen-only">
        <Controls university={university} {...(scope && { scope })} place={place} stage={stage} />
      </div>
      <div class="result">{children}</div>
    </>
  );
}

function badUniversity(id: string): BadPlace {
  return new BadPlace(texts.trouble.noUniversity(id), { university: null, open: null });
}

/** The page of an address that asks nothing yet. */
async function showStart(place: Place, stage: Stage): Promise<void> {
  stage.title(startTexts.title);
  const draw = (start: StartQuery | null) =>
    stage.draw(
      <AskPage university={null} place={place} stage={stage}>
        <StartPage place={place} start={start} />
      </AskPage>,
    );
  const asked = startOf(place, stage.signal);
  draw(null);
  draw(await asked);
}

/** The page about several universities. */
async function showSeveral(ids: readonly string[], place: Place, stage: Stage): Promise<void> {
  const answer = await askedSeveral(ids, place, stage.signal);
  if (stage.signal.aborted) return;
  const { scope } = answer.shared;
  const title = severalTitle(answer);
  stage.title(title);
  const cite = <CiteBar title={title} scope={scope} place={place} citation={null} embed={null} />;
  stage.draw(
    <AskPage university={null} scope={scope} place={place} stage={stage}>
      <Several answer={{ ...answer, cite }} place={place} />
    </AskPage>,
  );
}

/** The page about a probe or a listing. */
async function showFlag(flag: string, place: Place, stage: Stage): Promise<void> {
  const asked = ask(askFlagQuestion, { flag, ids: [flag], ...clocksOf(place) }, stage.signal);
  const { node, exposureMatrix } = await explained(asked, { BAD_USER_INPUT: badFlag(flag) });
  if (stage.signal.aborted) return;
  if (node === null || !("title" in node) || exposureMatrix === null) throw badFlag(flag);
  stage.title(node.title);
  stage.draw(
    <AskPage university={null} scope={exposureMatrix.scope} place={place} stage={stage}>
      <FlagPage flag={node} matrix={exposureMatrix} place={place} />
    </AskPage>,
  );
}

function CanvasLink({
  wholeFinding: { university, target, channel },
  place: { values },
}: {
  readonly wholeFinding: WholeFindingFragment;
  readonly place: Place;
}): JSX.Element {
  const href = chainHref({ university: university.id, target: target.id, channel }, values);
  return (
    <p class="screen-only">
      <Link class="button quiet small" href={href}>
        {texts.open.onCanvas}
      </Link>
    </p>
  );
}

function CiteFinding({
  openedFinding: { finding, headline },
  report: { scope },
  place,
}: {
  readonly openedFinding: OpenedFinding;
  readonly report: Report;
  readonly place: Place;
}): JSX.Element {
  const named = {
    university: finding.university.id,
    target: finding.target.id,
    channel: finding.channel,
    at: scope.validAt,
    known: scope.knownAt,
  };
  return (
    <CiteBar
      title={headline}
      scope={scope}
      place={place}
      citation={citationOfFinding(finding, place)}
      embed={hrefOf("/embed/finding", named)}
      card={hrefOf("/embed/finding", { ...named, look: "card" })}
    />
  );
}

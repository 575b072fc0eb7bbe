import { ask } from "../../api/ask.js";
import {
  type AskUniversityQuery,
  askFlagQuestion,
  askUniversityQuestion,
  type WalkFragment,
  type WholeFindingFragment,
} from "../../api/documents.generated.js";
import { citeBar } from "../../looks/cite-bar.js";
import { findingProof } from "../../looks/finding-proof.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { mount } from "../../looks/mount.js";
import { BadPlace } from "../../state/bad-place.js";
import { clocksOf } from "../../state/clocks.js";
import { explained } from "../../state/explained.js";
import { hrefOf, idsOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { chainHref } from "../explore/explore-href.js";
import type { OpenView, Stage } from "../view.js";
import { answer, restsOn } from "./answer.js";
import {
  askedSeveral,
  askedTargets,
  badFlag,
  citationOfAnswer,
  citationOfFinding,
  flagTitle,
  leadingProof,
  type OpenedFinding,
  openedFinding,
  questionOf,
} from "./asked.js";
import { controls } from "./controls.js";
import { flagPage } from "./flag-page.js";
import { several, severalTitle } from "./several.js";
import "./ask.css";

type Report = NonNullable<AskUniversityQuery["exposure"]>;

interface Parts {
  readonly controls: HTMLElement;
  readonly result: HTMLElement;
}

/** The start page: one university's exposure, the story of the article where the address names none; or one probe. */
export function open(): OpenView {
  let parts: Parts | null = null;
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
      parts ??= partsOf(stage);
      const { flag, university: named } = place.values;
      if (flag !== undefined && named === undefined) return showFlag(flag, place, stage, parts);
      const ids = idsOf(named);
      if (ids.length > 1) return showSeveral(ids, place, stage, parts);
      const [{ university, exposure }, onlyFlag, onlyTargets] = await Promise.all([
        answerTo(place, stage.signal),
        flagTitle(place, stage.signal),
        askedTargets(place, stage.signal),
      ]);
      if (stage.signal.aborted || university === null || exposure === null) return;
      stage.title(university.name);
      mount(parts.controls, controls(university, exposure.scope, place, stage));
      const { result } = parts;
      const cite = citeBar({
        title: exposure.headline,
        scope: exposure.scope,
        place,
        citation: citationOfAnswer(place),
        embed: null,
      });
      const shown: { path: WalkFragment | null; proof: Child } = { path: null, proof: null };
      const draw = (more: Partial<typeof shown>) => {
        if (stage.signal.aborted) return;
        Object.assign(shown, more);
        mount(result, answer(university, exposure, { ...shown, place, onlyFlag, onlyTargets, cite }));
      };
      const opened = place.values.open;
      draw({ proof: opened === undefined ? null : h("p", { class: "soft" }, texts.shell.loading) });
      await Promise.all([
        exposure.groups.totalCount > 0 &&
          leadingProof(place, stage.signal).then((path) => {
            shown.path = path;
            // The rest of the page stands already.
            const rests = result.querySelector(".rests");
            if (!stage.signal.aborted && rests !== null) mount(rests, restsOn(path));
          }),
        opened !== undefined &&
          openedFinding(opened, place, exposure, stage.signal).then((one) =>
            draw({
              proof: [
                findingProof(one.finding, { validAt: exposure.scope.validAt, level: 5 }),
                canvasLink(one.finding, place),
                citeFinding(one, exposure, place),
              ],
            }),
          ),
      ]);
    },
  };
}

function partsOf({ host }: Stage): Parts {
  mount(host, h("div", { class: "controls screen-only" }), h("div", { class: "result" }));
  const [above, result] = [...host.children] as [HTMLElement, HTMLElement];
  return { controls: above, result };
}

function badUniversity(id: string): BadPlace {
  return new BadPlace(texts.trouble.noUniversity(id), { university: null, open: null });
}

/** The page about several universities. */
async function showSeveral(ids: readonly string[], place: Place, stage: Stage, parts: Parts): Promise<void> {
  const answer = await askedSeveral(ids, place, stage.signal);
  if (stage.signal.aborted) return;
  const { scope } = answer.shared;
  const title = severalTitle(answer);
  stage.title(title);
  mount(parts.controls, controls(null, scope, place, stage));
  mount(
    parts.result,
    several({ ...answer, cite: citeBar({ title, scope, place, citation: null, embed: null }) }, place),
  );
}

/** The page about a probe or a listing. */
async function showFlag(flag: string, place: Place, stage: Stage, parts: Parts): Promise<void> {
  const asked = ask(askFlagQuestion, { flag, ids: [flag], ...clocksOf(place) }, stage.signal);
  const { node, exposureMatrix } = await explained(asked, { BAD_USER_INPUT: badFlag(flag) });
  if (stage.signal.aborted) return;
  if (node === null || !("title" in node) || exposureMatrix === null) throw badFlag(flag);
  stage.title(node.title);
  mount(parts.controls, controls(null, exposureMatrix.scope, place, stage));
  mount(parts.result, flagPage(node, exposureMatrix, place));
}

function canvasLink({ university, target, channel }: WholeFindingFragment, { values }: Place): Markup {
  const href = chainHref({ university: university.id, target: target.id, channel }, values);
  return h("p", { class: "screen-only" }, h("a", { class: "button quiet small", href }, texts.open.onCanvas));
}

function citeFinding({ finding, headline }: OpenedFinding, { scope }: Report, place: Place): Markup {
  return citeBar({
    title: headline,
    scope,
    place,
    citation: citationOfFinding(finding, place),
    embed: hrefOf("/embed/finding", {
      university: finding.university.id,
      target: finding.target.id,
      channel: finding.channel,
      at: scope.validAt,
      known: scope.knownAt,
    }),
  });
}

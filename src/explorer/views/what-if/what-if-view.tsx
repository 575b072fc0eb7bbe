import type { JSX } from "preact";
import { ask } from "../../api/ask.js";
import {
  citeWhatIfQuestion,
  type SupposedNamesQuery,
  supposedNamesQuestion,
  whatIfMaterialQuestion,
  whatIfQuestion,
} from "../../api/documents.generated.js";
import { CiteBar, type CiteOptions } from "../../components/cite-bar.js";
import { ClockFields } from "../../components/clock-fields.js";
import { SearchBox } from "../../components/search-box.js";
import { BadPlace } from "../../state/bad-place.js";
import { clocksOf } from "../../state/clocks.js";
import { explained } from "../../state/explained.js";
import type { Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { whatIf as whatIfTexts } from "../../texts/what-if.js";
import type { OpenView, Stage } from "../view.js";
import { DifferenceList } from "./difference.js";
import { materialOf } from "./material.js";
import { type Suppose, type Supposed, scenarioOf, sizeOf, supposedOf, valuesOf } from "./scenario.js";
import { SupposeForm } from "./suppose-form.js";
import { SupposedList } from "./supposed-list.js";
import "./what-if.css";

const FIRST_UNIVERSITY = "university:mit";

const say = whatIfTexts;

/** What a university would be exposed to if claims, sources, shares or lists were otherwise. */
export function open(): OpenView {
  return {
    async show(place, stage) {
      const { university: id = FIRST_UNIVERSITY } = place.values;
      const supposed = supposedOf(place);
      const [asItIs, otherwise, names] = await Promise.all([
        material(id, place, stage.signal),
        sizeOf(supposed) === 0 ? null : whatIf(id, supposed, place, stage.signal),
        namesOf(supposed, stage.signal),
      ]);
      if (stage.signal.aborted) return;
      const { university, exposure } = asItIs;
      stage.title(`${say.title}: ${university.name}`);
      const suppose: Suppose = (change) => stage.go(valuesOf(change(supposedOf(stage.now()))));
      stage.draw(
        <>
          <Controls name={university.name} place={place} asked={exposure.scope} stage={stage} />
          <div class="stack">
            <header class="lead">
              <p class="eyebrow">{university.name}</p>
              <h1 tabIndex={-1}>{say.title}</h1>
              <p class="prose">{say.lead(university.name)}</p>
            </header>
            <div class="what-if">
              <SupposeForm material={materialOf(exposure)} supposed={supposed} suppose={suppose} />
              <div class="stack">
                <SupposedList supposed={supposed} names={names} suppose={suppose} />
                {otherwise !== null && <DifferenceList difference={otherwise} />}
                {otherwise !== null && (
                  <div class="card">
                    <CiteBar
                      title={say.title}
                      scope={exposure.scope}
                      place={place}
                      citation={citationOf(university.id, supposed, place)}
                      embed={null}
                    />
                  </div>
                )}
              </div>
            </div>
          </div>
        </>,
      );
    },
  };
}

async function material(id: string, place: Place, signal: AbortSignal) {
  const bad = new BadPlace(texts.trouble.noUniversity(id), { university: null });
  const asked = ask(whatIfMaterialQuestion, { university: id, ...clocksOf(place) }, signal);
  const { university, exposure } = await explained(asked, { WRONG_KIND: bad });
  if (university === null || exposure === null) throw bad;
  return { university, exposure };
}

async function whatIf(university: string, supposed: Supposed, place: Place, signal: AbortSignal) {
  const variables = { university, scenario: scenarioOf(supposed), ...clocksOf(place) };
  try {
    return (await ask(whatIfQuestion, variables, signal)).whatIf;
  } catch (fault) {
    // The API says which of the suppositions cannot be; the way on is to suppose nothing.
    if (fault instanceof Error && fault.name === "Refusal") throw new BadPlace(fault.message, ALL_DROPPED);
    throw fault;
  }
}

/** Asks for the citation of what the answer would be. */
function citationOf(university: string, supposed: Supposed, place: Place): CiteOptions["citation"] {
  return async (format, address) => {
    const variables = { university, scenario: scenarioOf(supposed), ...clocksOf(place), format, address };
    return (await ask(citeWhatIfQuestion, variables)).whatIf?.after.citation;
  };
}

const ALL_DROPPED = { strike: null, distrust: null, shares: null, list: null, delist: null } as const;

type SupposedNode = NonNullable<SupposedNamesQuery["nodes"][number]>;

function nameOf(node: SupposedNode): string | null {
  if ("text" in node) return node.text;
  if ("publisher" in node) return `${node.publisher}: ${node.title}`;
  if ("title" in node) return node.title;
  return "name" in node ? node.name : null;
}

/** What the supposed ids are called; an id that nothing has stays an id. */
async function namesOf(supposed: Supposed, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...supposed.strike,
    ...supposed.distrust,
    ...supposed.list,
    ...supposed.delist,
    ...supposed.shares.map(({ claim }) => claim),
  ];
  if (ids.length === 0) return new Map();
  const { nodes } = await ask(supposedNamesQuestion, { ids }, signal);
  return new Map(
    nodes.flatMap((node) => {
      if (node === null) return [];
      return [[node.id, nameOf(node) ?? node.id]];
    }),
  );
}

function Controls({
  name,
  place,
  asked,
  stage,
}: {
  readonly name: string;
  readonly place: Place;
  readonly asked: { readonly validAt: string; readonly knownAt: string };
  readonly stage: Stage;
}): JSX.Element {
  return (
    <div class="controls screen-only">
      <SearchBox
        id="find-university"
        label={say.university}
        kinds={["UNIVERSITY"]}
        value={name}
        choose={({ id }) => stage.go({ ...ALL_DROPPED, university: id })}
      />
      <ClockFields clocks={clocksOf(place)} asked={asked} go={stage.go} />
    </div>
  );
}

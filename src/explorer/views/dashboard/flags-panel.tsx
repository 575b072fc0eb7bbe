import type { JSX } from "preact";
import { printDay } from "../../../domain/day.js";
import { Figure } from "../../charts/figure.js";
import { Link } from "../../components/link.js";
import { hrefOf } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { Choice } from "./controls.js";
import {
  answeredWords,
  concernsWords,
  daysOf,
  flagsPicture,
  kindWords,
  outcomeWords,
  shownFlags,
  stateWords,
  untilOf,
} from "./flags-picture.js";
import { embedOf, PanelTable, type PanelTerms } from "./panel-terms.js";
import type { Flags } from "./questions.js";

const say = texts.dashboard;

/** Probes and listings in time. */
export function FlagsPanel({
  terms,
  answer,
}: {
  readonly terms: PanelTerms;
  readonly answer: Flags;
}): JSX.Element {
  const { asked, set } = terms;
  const shown = shownFlags(asked, answer);
  const all = shownFlags({ ...asked, allFlags: true }, answer).length;
  return (
    <Figure
      picture={flagsPicture(asked, answer)}
      minWidth={300}
      empty={say.empty}
      embed={embedOf(terms, "flags")}
      controls={
        <div class="row screen-only">
          <Choice
            name="flags"
            label={say.flags.kind}
            value={asked.flagKind}
            none={say.flags.all}
            options={[
              { value: "PROBE", name: say.flags.probes },
              { value: "LISTING", name: say.flags.listings },
            ]}
            go={terms.go}
          />
          {shown.length > 0 && <span class="small soft">{say.flags.shown(shown.length, all)}</span>}
          {(asked.allFlags || shown.length < all) && (
            <button
              type="button"
              id="all-flags"
              class="quiet small"
              onClick={() => set({ all: asked.allFlags ? null : "flags" })}
            >
              {asked.allFlags ? say.flags.showFew : say.flags.showAll(all)}
            </button>
          )}
        </div>
      }
      below={<FlagsTable terms={terms} shown={shown} />}
    />
  );
}

function FlagsTable({
  terms,
  shown,
}: {
  readonly terms: PanelTerms;
  readonly shown: ReturnType<typeof shownFlags>;
}): JSX.Element {
  const until = untilOf(terms.asked);
  const { at, known } = terms.place.values;
  return (
    <PanelTable
      {...terms}
      options={{
        id: "flags",
        caption: say.flags.title,
        columns: [
          { key: "flag", title: say.flags.flag },
          { key: "kind", title: say.flags.kind },
          { key: "concerns", title: say.flags.concerns },
          { key: "begun", title: say.flags.begun },
          { key: "latest", title: say.flags.latest },
          { key: "state", title: say.flags.state },
          { key: "outcome", title: say.flags.outcome },
          { key: "answered", title: say.flags.answered },
        ],
        rows: shown.map((flag) => {
          const days = daysOf(flag, until);
          const word = (text: string) => ({ show: text, value: text });
          const date = (day: number) => ({ show: printDay(day), value: day });
          return {
            cells: [
              {
                show: <Link href={hrefOf("/", { flag: flag.id, at, known })}>{flag.title}</Link>,
                value: flag.title,
              },
              word(kindWords(flag)),
              word(concernsWords(flag)),
              date(Math.min(...days)),
              date(Math.max(...days)),
              word(stateWords(flag, until)),
              word(outcomeWords(flag, until)),
              word(answeredWords(flag)),
            ],
          };
        }),
      }}
    />
  );
}

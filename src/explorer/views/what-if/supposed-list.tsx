import type { ComponentChildren, JSX } from "preact";
import { whatIf as whatIfTexts } from "../../texts/what-if.js";
import type { Suppose, Supposed } from "./scenario.js";

const NOTHING: Supposed = { strike: [], distrust: [], shares: [], list: [], delist: [] };

const say = whatIfTexts;

interface Line {
  readonly words: string;
  /** What is left when it is no longer supposed. */
  readonly without: (now: Supposed) => Supposed;
}

/** What is supposed now, each with a button that drops it. */
export function SupposedList({
  supposed,
  names,
  suppose,
}: {
  readonly supposed: Supposed;
  readonly names: ReadonlyMap<string, string>;
  readonly suppose: Suppose;
}): JSX.Element {
  const name = (id: string) => names.get(id) ?? id;
  const dropping =
    (list: "strike" | "distrust" | "list" | "delist", words: (text: string) => string) =>
    (id: string): Line => ({
      words: words(name(id)),
      without: (now) => ({ ...now, [list]: now[list].filter((one) => one !== id) }),
    });
  const lines: readonly Line[] = [
    ...supposed.strike.map(dropping("strike", say.struck)),
    ...supposed.distrust.map(dropping("distrust", say.distrusted)),
    ...supposed.shares.map(({ claim, from, to }) => ({
      words: say.share(name(claim), from === to ? `${to}%` : `${from} to ${to}%`),
      without: (now: Supposed) => ({ ...now, shares: now.shares.filter((one) => one.claim !== claim) }),
    })),
    ...supposed.delist.map(dropping("delist", say.lifted)),
    ...supposed.list.map(dropping("list", say.listed)),
  ];
  return (
    <section class="card stack tight">
      <h2>{say.supposed}</h2>
      {lines.length === 0 ? (
        <p class="soft">{say.nothing}</p>
      ) : (
        <>
          <ul class="plain supposed">
            {lines.map((line) => (
              <SupposedLine key={line.words} line={line} suppose={suppose} />
            ))}
          </ul>
          <p>
            <button type="button" class="quiet small" onClick={() => suppose(() => NOTHING)}>
              {say.reset}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function SupposedLine({
  line: { words, without },
  suppose,
}: {
  readonly line: Line;
  readonly suppose: Suppose;
}): ComponentChildren {
  return (
    <li>
      <span>{words}</span>
      <button
        type="button"
        class="quiet small drop"
        aria-label={say.drop(words)}
        onClick={() => suppose(without)}
      >
        ×
      </button>
    </li>
  );
}

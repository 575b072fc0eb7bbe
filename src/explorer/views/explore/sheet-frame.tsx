import type { ComponentChildren, JSX, Ref } from "preact";
import { Details } from "../../components/details.js";
import { texts } from "../../texts/english.js";
import { explore as exploreTexts } from "../../texts/explore.js";

/** What stands in each place of the page. */
export interface SheetParts {
  readonly seek: ComponentChildren;
  readonly tools: ComponentChildren;
  /** On paper, in the place of the canvas. */
  readonly print: ComponentChildren;
  /** What is told to those who do not see the canvas. */
  readonly said: string;
  readonly hidden: ComponentChildren;
  readonly panel: ComponentChildren;
  readonly clocks: ComponentChildren;
  readonly filters: ComponentChildren;
  readonly take: ComponentChildren;
  readonly tables: ComponentChildren;
}

export interface SheetFrameProps {
  readonly parts: SheetParts;
  /** An empty canvas has nothing to move in time, to filter, to take away or to tell. */
  readonly isEmpty: boolean;
  /** Where the canvas is drawn: nothing else draws into it. */
  readonly canvas: Ref<HTMLDivElement>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** The places of the page of the canvas. */
export function SheetFrame({ parts, isEmpty, canvas, ...events }: SheetFrameProps): JSX.Element {
  const say = exploreTexts;
  return (
    <div class="explore">
      <div class="head">
        <h1 tabIndex={-1}>{texts.views.explore}</h1>
        <p class="soft">{say.lead}</p>
      </div>
      <div id="seek" class="seek screen-only">
        {parts.seek}
      </div>
      <div class="bench">
        <section class="board" aria-label={say.canvas.name}>
          <div id="tools" class="screen-only">
            {parts.tools}
          </div>
          <div
            ref={canvas}
            id="canvas"
            class="screen-only"
            tabIndex={0}
            role="application"
            aria-roledescription={say.canvas.name}
            aria-label={say.canvas.name}
            aria-describedby="canvas-keys"
            {...events}
          />
          <div id="print-picture" class="print-only">
            {parts.print}
          </div>
          <p id="canvas-said" class="hidden" role="status">
            {parts.said}
          </p>
          <div id="hidden-note">{parts.hidden}</div>
          <Details class="small screen-only">
            <summary>{say.tools.keys}</summary>
            <p id="canvas-keys" class="soft">
              {say.canvas.keys}
            </p>
          </Details>
        </section>
        <aside id="panel" class="panel stack" aria-label={say.panel.label}>
          {parts.panel}
        </aside>
        <div id="clocks" class="clocks-wide screen-only" hidden={isEmpty}>
          {parts.clocks}
        </div>
      </div>
      <div id="filters" class="screen-only" hidden={isEmpty}>
        {parts.filters}
      </div>
      <div id="take" class="stack tight screen-only" hidden={isEmpty}>
        {parts.take}
      </div>
      <div id="tables" hidden={isEmpty}>
        {parts.tables}
      </div>
    </div>
  );
}

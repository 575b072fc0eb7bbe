import type { ComponentChildren, JSX } from "preact";
import { ask, Refusal } from "../../api/ask.js";
import { graphVersionQuestion } from "../../api/documents.generated.js";
import { remembered } from "../../api/remembered.js";
import { givePageColours } from "../../charts/page-colours.js";
import type { Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import type { OpenView, Stage } from "../view.js";
import { PartiesPanel, YearsPanel } from "./bar-panels.js";
import { Controls } from "./controls.js";
import { type DashboardPlace, dashboardPlaceOf } from "./dashboard-place.js";
import { FlagsPanel } from "./flags-panel.js";
import { HeatKeys } from "./heat-keys.js";
import { HeatPanel, openedCell } from "./heat-panel.js";
import type { PanelTerms } from "./panel-terms.js";
import {
  type BarGifts,
  type Cell,
  type Choices,
  DashboardQuestions,
  type Flags,
  type Matrix,
} from "./questions.js";

/** How often a page that is kept open looks whether the graph has changed. */
const LOOK_EVERY_MS = 60_000;

type Part = "controls" | "said" | "heat" | "years" | "parties" | "flags";

/** The dashboard: every picture is asked for and drawn by itself, and again when the graph changes. */
export class DashboardView implements OpenView {
  private readonly questions = new DashboardQuestions(ask);
  private readonly keys = new HeatKeys();
  private readonly choices = new Map<string, Promise<Choices>>();
  private readonly matrices = new Map<string, Promise<Matrix>>();
  private readonly cells = new Map<string, Promise<Cell>>();
  private readonly bars = new Map<string, Promise<BarGifts>>();
  private readonly flags = new Map<string, Promise<Flags>>();
  /** What was drawn last, by the name of its part. */
  private readonly parts = new Map<Part, ComponentChildren>();
  private draw: () => void = () => {};
  private again: () => void = () => {};
  private graphVersion: string | null = null;
  private readonly timer = setInterval(() => void this.look(), LOOK_EVERY_MS);

  async show(place: Place, stage: Stage): Promise<void> {
    const asked = dashboardPlaceOf(place);
    stage.title(texts.views.dashboard);
    givePageColours();
    this.draw = () => stage.draw(<DashboardPage parts={this.parts} />);
    this.draw();
    this.again = () => stage.go({}, { replace: true });
    const { signal } = stage;
    const choices = await remembered({ met: this.choices, signal }, {}, () => this.questions.choices(signal));
    if (signal.aborted) return;
    const terms: PanelTerms = {
      asked,
      place,
      now: stage.now,
      go: stage.go,
      set: (values) => stage.go(values, { replace: true }),
    };
    this.parts.set("controls", <Controls asked={asked} choices={choices} go={terms.go} />);
    this.draw();
    await Promise.all([
      this.showHeat(terms, choices, signal),
      this.showBars("years", terms, choices, signal),
      this.showBars("parties", terms, choices, signal),
      this.panel("flags", signal, async () => {
        const { lists, flagKind, validAt, knownAt, payer } = asked;
        const key = { lists, flagKind, validAt, knownAt, payer };
        return (
          <FlagsPanel
            terms={terms}
            answer={
              await remembered({ met: this.flags, signal }, key, () => this.questions.flags(asked, signal))
            }
          />
        );
      }),
    ]);
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** The heat map, then what its opened cell holds. */
  private async showHeat(terms: PanelTerms, choices: Choices, signal: AbortSignal): Promise<void> {
    const { asked } = terms;
    await this.panel("heat", signal, async () => {
      const matrix = await this.matrix("heat", asked, choices, signal);
      this.graphVersion ??= matrix.scope.graphVersion;
      return this.heat(terms, matrix, null);
    });
    const { cell } = asked;
    if (cell === null || signal.aborted) return;
    await this.panel("heat", signal, async () => {
      const [matrix, answer] = await Promise.all([
        this.matrix("heat", asked, choices, signal),
        remembered(
          { met: this.cells, signal },
          { ...counted(asked), columns: asked.columns, row: cell.row },
          () => this.questions.cell(asked, cell.row, signal),
        ),
      ]);
      return this.heat(terms, matrix, answer);
    });
  }

  /** Bars of years or of counterparties, then the dealings behind the one that is open. */
  private async showBars(
    part: "years" | "parties",
    terms: PanelTerms,
    choices: Choices,
    signal: AbortSignal,
  ): Promise<void> {
    const { asked } = terms;
    const { country, currency, bar } = asked;
    const Panel = part === "years" ? YearsPanel : PartiesPanel;
    await this.panel(part, signal, async () => {
      const matrix = await this.matrix(part, asked, choices, signal);
      const currencies =
        matrix.cells.length === 0 ? await this.questions.currencies(asked, choices, signal) : [];
      return <Panel terms={terms} matrix={matrix} gifts={null} currencies={currencies} />;
    });
    const rows = part === "years" ? "YEAR" : "COUNTERPARTY";
    if (bar?.rows !== rows || signal.aborted) return;
    await this.panel(part, signal, async () => {
      const matrix = await this.matrix(part, asked, choices, signal);
      const gifts = await remembered(
        { met: this.bars, signal },
        { rows, ...counted(asked), country, currency },
        () => this.questions.bars(rows, asked, choices, signal),
      );
      return <Panel terms={terms} matrix={matrix} gifts={gifts} currencies={[]} />;
    });
  }

  /** @throws BadPlace where the address opens a cell that the answer does not have. */
  private heat(terms: PanelTerms, matrix: Matrix, opened: Cell | null): JSX.Element {
    const at = openedCell(terms.asked, matrix);
    return <HeatPanel terms={terms} matrix={matrix} at={at} opened={opened} keys={this.keys} />;
  }

  private matrix(
    which: "heat" | "years" | "parties",
    asked: DashboardPlace,
    choices: Choices,
    signal: AbortSignal,
  ): Promise<Matrix> {
    const { columns, measure, rows, country, currency } = asked;
    const laid = which === "heat" ? { columns, measure, rows } : {};
    return remembered(
      { met: this.matrices, signal },
      { which, ...counted(asked), country, currency, ...laid },
      () => this.questions[which](asked, choices, signal),
    );
  }

  /** Draws one part; what only it could not be asked stands in its place, and the others stand. */
  private async panel(id: Part, signal: AbortSignal, make: () => Promise<ComponentChildren>): Promise<void> {
    const put = (part: ComponentChildren) => {
      if (signal.aborted) return;
      this.parts.set(id, part);
      this.draw();
    };
    if (!this.parts.has(id)) put(<p class="card soft">{texts.shell.loading}</p>);
    try {
      put(await make());
    } catch (fault) {
      if (signal.aborted || !(fault instanceof Refusal)) throw fault;
      put(
        <div class="card">
          <h2>{texts.dashboard.failed}</h2>
          <p role="alert">{fault.message}</p>
        </div>,
      );
    }
  }

  /** Draws anew when the graph has changed; a server that is away for a moment is asked again the next time. */
  private async look(): Promise<void> {
    if (document.visibilityState !== "visible" || this.graphVersion === null) return;
    const { graph } = await ask(graphVersionQuestion, {}).catch(() => ({ graph: null }));
    if (graph === null || graph.version === this.graphVersion) return;
    this.graphVersion = graph.version;
    for (const met of [this.choices, this.matrices, this.cells, this.bars, this.flags]) met.clear();
    this.parts.set("said", texts.dashboard.changed(graph.version));
    this.draw();
    this.again();
  }
}

function counted({ payer, from, to, lists, validAt, knownAt }: DashboardPlace) {
  return { payer, from, to, lists, validAt, knownAt };
}

function DashboardPage({ parts }: { readonly parts: ReadonlyMap<Part, ComponentChildren> }): JSX.Element {
  return (
    <div class="dashboard">
      <div class="head">
        <h1 tabIndex={-1}>{texts.views.dashboard}</h1>
        <p class="soft">{texts.dashboard.lead}</p>
      </div>
      <div id="controls" class="screen-only">
        {parts.get("controls")}
      </div>
      <p id="dashboard-said" role="status" class="small">
        {parts.get("said")}
      </p>
      <div id="part-years">{parts.get("years")}</div>
      <div id="part-parties">{parts.get("parties")}</div>
      <div id="part-heat" class="wide">
        {parts.get("heat")}
      </div>
      <div id="part-flags" class="wide">
        {parts.get("flags")}
      </div>
    </div>
  );
}

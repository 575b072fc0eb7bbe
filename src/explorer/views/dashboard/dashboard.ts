import { ask, Refusal } from "../../api/ask.js";
import { graphVersionQuestion } from "../../api/documents.generated.js";
import { remembered } from "../../api/remembered.js";
import { type Child, h } from "../../looks/markup.js";
import { mount } from "../../looks/mount.js";
import { givePageColours } from "../../pictures/page-colours.js";
import type { Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import type { OpenView, Stage } from "../view.js";
import { partiesPanel, yearsPanel } from "./bar-panels.js";
import { controls } from "./controls.js";
import { type DashboardPlace, dashboardPlaceOf } from "./dashboard-place.js";
import { flagsPanel } from "./flags-panel.js";
import { HeatKeys } from "./heat-keys.js";
import { heatPanel } from "./heat-panel.js";
import type { PanelTerms } from "./panel-terms.js";
import { type Cell, type Choices, DashboardQuestions, type Flags, type Matrix } from "./questions.js";

/** How often a page that is kept open looks whether the graph has changed. */
const LOOK_EVERY_MS = 60_000;

/** The dashboard: every picture is asked for and drawn by itself, and again when the graph changes. */
export class DashboardView implements OpenView {
  private readonly questions = new DashboardQuestions(ask);
  private readonly keys = new HeatKeys();
  private readonly choices = new Map<string, Promise<Choices>>();
  private readonly matrices = new Map<string, Promise<Matrix>>();
  private readonly cells = new Map<string, Promise<Cell>>();
  private readonly flags = new Map<string, Promise<Flags>>();
  private host: HTMLElement | null = null;
  private again: () => void = () => {};
  private graphVersion: string | null = null;
  private readonly timer = setInterval(() => void this.look(), LOOK_EVERY_MS);

  async show(place: Place, stage: Stage): Promise<void> {
    const asked = dashboardPlaceOf(place);
    stage.title(texts.views.dashboard);
    this.host ??= frameIn(stage.host);
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
    mount(this.part("controls"), controls({ asked, choices, go: terms.go }));
    await Promise.all([
      this.showHeat(terms, choices, signal),
      this.panel("years", signal, async () =>
        yearsPanel(terms, await this.matrix("years", asked, choices, signal)),
      ),
      this.panel("parties", signal, async () =>
        partiesPanel(terms, await this.matrix("parties", asked, choices, signal)),
      ),
      this.panel("flags", signal, async () => {
        const { lists, flagKind, validAt, knownAt, payer } = asked;
        const key = { lists, flagKind, validAt, knownAt, payer };
        return flagsPanel(
          terms,
          await remembered({ met: this.flags, signal }, key, () => this.questions.flags(asked, signal)),
        );
      }),
    ]);
  }

  close(): void {
    clearInterval(this.timer);
  }

  private part(id: string): HTMLElement {
    return this.host?.querySelector(`#${id}`) as HTMLElement;
  }

  /** The heat map, then what its opened cell holds. */
  private async showHeat(terms: PanelTerms, choices: Choices, signal: AbortSignal): Promise<void> {
    const { asked } = terms;
    await this.panel("heat", signal, async () => {
      const matrix = await this.matrix("heat", asked, choices, signal);
      this.graphVersion ??= matrix.scope.graphVersion;
      return heatPanel(terms, { matrix, opened: null, keys: this.keys });
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
      return heatPanel(terms, { matrix, opened: answer, keys: this.keys });
    });
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
  private async panel(id: string, signal: AbortSignal, make: () => Promise<Child>): Promise<void> {
    const part = this.part(`part-${id}`);
    if (part.childElementCount === 0) mount(part, h("p", { class: "card soft" }, texts.shell.loading));
    try {
      const made = await make();
      if (!signal.aborted) mountKeepingFocus(part, made);
    } catch (fault) {
      if (signal.aborted || !(fault instanceof Refusal)) throw fault;
      mount(
        part,
        h(
          "div",
          { class: "card" },
          h("h2", {}, texts.dashboard.failed),
          h("p", { role: "alert" }, fault.message),
        ),
      );
    }
  }

  /** Draws anew when the graph has changed; a server that is away for a moment is asked again the next time. */
  private async look(): Promise<void> {
    if (document.visibilityState !== "visible" || this.graphVersion === null) return;
    const { graph } = await ask(graphVersionQuestion, {}).catch(() => ({ graph: null }));
    if (graph === null || graph.version === this.graphVersion) return;
    this.graphVersion = graph.version;
    for (const met of [this.choices, this.matrices, this.cells, this.flags]) met.clear();
    mount(this.part("dashboard-said"), texts.dashboard.changed(graph.version));
    this.again();
  }
}

/** A drawing comes after the page that holds it, so its parts are looked for once more. */
function mountKeepingFocus(part: HTMLElement, made: Child): void {
  const focused = document.activeElement;
  const id = focused !== null && part.contains(focused) ? focused.id : "";
  mount(part, made);
  if (id !== "" && document.activeElement?.id !== id)
    document.getElementById(id)?.focus({ preventScroll: true });
}

function counted({ payer, from, to, lists, validAt, knownAt }: DashboardPlace) {
  return { payer, from, to, lists, validAt, knownAt };
}

function frameIn(host: HTMLElement): HTMLElement {
  givePageColours();
  mount(
    host,
    h(
      "div",
      { class: "dashboard" },
      h(
        "div",
        { class: "head" },
        h("h1", { tabindex: "-1" }, texts.views.dashboard),
        h("p", { class: "soft" }, texts.dashboard.lead),
      ),
      h("div", { id: "controls", class: "screen-only" }),
      h("p", { id: "dashboard-said", role: "status", class: "small" }),
      h("div", { id: "part-heat", class: "wide" }),
      h("div", { id: "part-years" }),
      h("div", { id: "part-parties" }),
      h("div", { id: "part-flags", class: "wide" }),
    ),
  );
  return host;
}

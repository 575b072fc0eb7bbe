import { printDay } from "../../../domain/day.js";
import { knownNote } from "../../looks/known-note.js";
import { mount } from "../../looks/mount.js";
import { givePageColours } from "../../pictures/page-colours.js";
import { LIGHT } from "../../pictures/palette.js";
import { svgOf } from "../../pictures/picture.js";
import { texts } from "../../texts/english.js";
import { CanvasDesk, type Desk } from "./canvas-desk.js";
import { clockSlider, firstYear } from "./clock-sliders.js";
import { type AskedEntity, entityPanel } from "./entity-panel.js";
import { NO_STEPS } from "./explore-place.js";
import { filters, hiddenNote } from "./filters.js";
import { type Connecting, connectForm, finder } from "./find-and-connect.js";
import { overviewPanel } from "./overview-panel.js";
import { type AskedPair, pairPanel } from "./pair-panel.js";
import { PictureDesk } from "./picture-desk.js";
import { sheetFrame } from "./sheet-frame.js";
import type { Shown } from "./shown.js";
import { tables } from "./tables.js";
import { pictureOf, takeAway } from "./take-away.js";
import { toolbar } from "./toolbar.js";

const PRINT_WIDTH = 1000;

/** The page of the canvas: its frame is drawn once, its parts are changed in place. */
export class Sheet {
  private readonly host: HTMLElement;
  private readonly desk: Desk;
  private readonly unfolded = new Set<string>();
  private readonly connecting: Connecting = { from: null, to: null, limit: 3, avoid: [], isOpen: false };
  private readonly toPrint = () => this.mountPrint();
  private shown: Shown | null = null;
  private entity: AskedEntity = null;
  private pair: AskedPair | null = null;
  /** The panel takes the focus when it next shows a selection. */
  private goesToPanel = false;

  constructor(host: HTMLElement) {
    this.host = host;
    givePageColours();
    mount(
      host,
      sheetFrame({
        onkeydown: (event) => this.desk.key(event),
        onfocus: () => this.desk.focused(true),
        onblur: () => this.desk.focused(false),
      }),
    );
    this.desk = this.makeDesk();
    addEventListener("beforeprint", this.toPrint);
  }

  /** Shows what the address asks for. */
  show(shown: Shown): void {
    const before = this.shown;
    this.shown = shown;
    const isOtherSelection = before?.asked.selected.join() !== shown.asked.selected.join();
    if (isOtherSelection || before?.asked.day !== shown.asked.day) [this.entity, this.pair] = [null, null];
    this.desk.show(shown);
    const isOtherScene = before?.scene !== shown.scene;
    const isOtherDrawing = isOtherScene || before?.drawing !== shown.drawing;
    if (isOtherScene) this.mountSeek();
    this.mountPanel();
    // A click and a move of the view change none of this, and are answered the sooner.
    if (isOtherDrawing || before === null || stateOf(before) !== stateOf(shown)) this.mountState();
    if (isOtherDrawing || before?.asked.place.values.sort !== shown.asked.place.values.sort)
      this.mountTables();
    if (isOtherDrawing) mount(this.part("take"), takeAway(shown));
  }

  private mountState(): void {
    this.mountTools();
    this.mountClocks();
    mount(this.part("hidden-note"), hiddenNote(this.now));
    mount(this.part("filters"), filters(this.now));
    // An empty canvas has nothing to move in time, to filter, to take away or to tell.
    for (const id of ["clocks", "filters", "take", "tables"])
      this.part(id).hidden = this.now.scene.entities.size === 0;
  }

  /** Tells what was asked about the selected entity. */
  tellEntity(entity: AskedEntity): void {
    this.entity = entity;
    this.mountPanel();
  }

  /** Tells what was asked about the selected two. */
  tellPair(pair: AskedPair): void {
    this.pair = pair;
    this.mountPanel();
  }

  close(): void {
    removeEventListener("beforeprint", this.toPrint);
    this.desk.close();
  }

  private makeDesk(): Desk {
    const canvas = this.part("canvas");
    try {
      return new CanvasDesk({ canvas, said: this.part("canvas-said") });
    } catch {
      // No WebGL: an old browser, or a machine that has it switched off.
      return new PictureDesk(canvas);
    }
  }

  private get now(): Shown {
    if (this.shown === null) throw new Error("nothing is shown yet");
    return this.shown;
  }

  private part(id: string): HTMLElement {
    return this.host.querySelector(`#${id}`) as HTMLElement;
  }

  private mountSeek(): void {
    const now = () => this.now;
    mount(this.part("seek"), finder(now), connectForm(now, this.connecting));
  }

  private mountTools(): void {
    const { undo, act, go, asked } = this.now;
    mount(
      this.part("tools"),
      toolbar({
        canUndo: asked.steps.length > 0,
        undo: () => undo(),
        fit: () => this.desk.fit(),
        zoom: (factor) => this.desk.zoom(factor),
        pan: (dx, dy) => this.desk.pan(dx, dy),
        tidy: () => act({ act: "tidy" }),
        anew: () => go({ steps: NO_STEPS, select: null, look: null, without: null }),
      }),
    );
  }

  private mountPanel(): void {
    const { asked, scene } = this.now;
    const panel = this.part("panel");
    const hadFocus = panel.contains(document.activeElement);
    const [first, second] = asked.selected;
    const entity = first === undefined ? undefined : scene.entities.get(first);
    if (first !== undefined && second !== undefined)
      mount(panel, pairPanel(this.now, [first, second], this.pair));
    else if (entity !== undefined)
      mount(
        panel,
        entityPanel(this.now, {
          entity,
          asked: this.entity,
          limit: this.desk.limit,
          setLimit: (limit) => {
            this.desk.limit = limit;
            this.mountPanel();
          },
          connectFrom: (party) => {
            this.connecting.from = party;
            this.connecting.isOpen = true;
            this.mountSeek();
            this.part("connect-to").focus();
          },
        }),
      );
    else mount(panel, overviewPanel(this.now));
    const isLost = hadFocus && !panel.contains(document.activeElement);
    if (isLost || this.goesToPanel) panel.querySelector<HTMLElement>("#selected")?.focus();
    this.goesToPanel = false;
  }

  private mountClocks(): void {
    const { scene, set, asked } = this.now;
    const known = asked.place.values.known ?? null;
    const fromYear = firstYear(scene);
    const say = texts.explore.time;
    const preview = (day: number) => mount(this.part("hidden-note"), hiddenNote(this.desk.preview(day)));
    mount(
      this.part("clocks"),
      clockSlider({
        name: "at",
        label: say.at,
        help: say.atHelp,
        day: asked.isToday ? null : printDay(asked.day),
        fromYear,
        preview,
        set: (day) => set({ at: day }),
      }),
      clockSlider({
        name: "known",
        label: say.known,
        help: say.knownHelp,
        day: known,
        fromYear,
        set: (day) => set({ known: day }),
      }),
      knownNote(known),
    );
  }

  private mountTables(): void {
    const shown: Shown = {
      ...this.now,
      select: (...ids) => {
        this.goesToPanel = true;
        this.now.select(...ids);
      },
    };
    mount(this.part("tables"), tables(shown, { all: this.unfolded, again: () => this.mountTables() }));
  }

  /** A canvas of WebGL prints as nothing: on paper stands the picture. What was answered stands in the panel and the tables. */
  private mountPrint(): void {
    mount(this.part("print-picture"), svgOf(pictureOf(this.now), PRINT_WIDTH, LIGHT));
  }
}

/** What of the address says how the canvas is drawn: all but who is selected and where the reader looks. */
function stateOf({ asked }: Shown): string {
  return JSON.stringify({ ...asked.place.values, select: null, look: null });
}

import type { ComponentChildren, JSX } from "preact";
import { printDay } from "../../../domain/day.js";
import { givePageColours } from "../../charts/page-colours.js";
import { LIGHT } from "../../charts/palette.js";
import { StandalonePicture } from "../../charts/picture.js";
import { KnownNote } from "../../components/known-note.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import { CanvasDesk, type Desk } from "./canvas-desk.js";
import { ClockSlider, firstYear } from "./clock-sliders.js";
import { type AskedEntity, EntityPanel } from "./entity-panel.js";
import { NO_STEPS } from "./explore-place.js";
import { Filters, HiddenNote } from "./filters.js";
import { ConnectForm, type Connecting, Finder } from "./find-and-connect.js";
import { OverviewPanel } from "./overview-panel.js";
import { type AskedPair, PairPanel } from "./pair-panel.js";
import { PictureDesk } from "./picture-desk.js";
import { SheetFrame, type SheetParts } from "./sheet-frame.js";
import type { Shown } from "./shown.js";
import { Tables } from "./tables.js";
import { pictureOf, TakeAway } from "./take-away.js";
import { Toolbar } from "./toolbar.js";

const PRINT_WIDTH = 1000;

/**
 * The page of the canvas. Each part is made again only when what it shows is another, so that a click and a move of the
 * view are answered the sooner: an element that was drawn before is not looked at again.
 */
export class Sheet {
  private readonly draw: (page: ComponentChildren) => void;
  private readonly desk: Desk;
  private readonly connecting: Connecting = { from: null, to: null, limit: 3, avoid: [], isOpen: false };
  private readonly toPrint = () =>
    this.put({
      print: <StandalonePicture picture={pictureOf(this.now)} width={PRINT_WIDTH} palette={LIGHT} />,
    });
  private parts: SheetParts = {
    seek: null,
    tools: null,
    print: null,
    said: "",
    hidden: null,
    panel: null,
    clocks: null,
    filters: null,
    take: null,
    tables: null,
  };
  private canvas: HTMLDivElement | null = null;
  private shown: Shown | null = null;
  private entity: AskedEntity = null;
  private pair: AskedPair | null = null;
  /** The panel takes the focus when it next shows a selection. */
  private goesToPanel = false;

  /** `draw` draws the whole page, at once. */
  constructor(draw: (page: ComponentChildren) => void) {
    this.draw = draw;
    givePageColours();
    this.put({});
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
    const isOtherDrawing = before?.scene !== shown.scene || before.drawing !== shown.drawing;
    const isOtherState = isOtherDrawing || stateOf(before) !== stateOf(shown);
    const isOtherOrder = before?.asked.place.values.sort !== shown.asked.place.values.sort;
    this.put({
      ...(before?.scene !== shown.scene && { seek: this.seek() }),
      ...(isOtherState && this.state()),
      ...((isOtherDrawing || isOtherOrder) && { tables: this.tables() }),
      ...(isOtherDrawing && { take: <TakeAway shown={shown} /> }),
    });
    this.tellPanel();
  }

  /** Tells what was asked about the selected entity. */
  tellEntity(entity: AskedEntity): void {
    this.entity = entity;
    this.tellPanel();
  }

  /** Tells what was asked about the selected two. */
  tellPair(pair: AskedPair): void {
    this.pair = pair;
    this.tellPanel();
  }

  close(): void {
    removeEventListener("beforeprint", this.toPrint);
    this.desk.close();
  }

  private put(parts: Partial<SheetParts>): void {
    this.parts = { ...this.parts, ...parts };
    this.draw(
      <SheetFrame
        parts={this.parts}
        isEmpty={this.shown?.scene.entities.size === 0}
        canvas={this.keepCanvas}
        onKeyDown={this.onKeyDown}
        onFocus={this.onFocus}
        onBlur={this.onBlur}
      />,
    );
  }

  private readonly keepCanvas = (element: HTMLDivElement | null) => {
    this.canvas = element;
  };
  private readonly onKeyDown = (event: KeyboardEvent) => this.desk.key(event);
  private readonly onFocus = () => this.desk.focused(true);
  private readonly onBlur = () => this.desk.focused(false);

  private makeDesk(): Desk {
    const { canvas } = this;
    if (canvas === null) throw new Error("the page has no canvas");
    try {
      return new CanvasDesk({ canvas, say: (said) => this.put({ said }) });
    } catch {
      // No WebGL: an old browser, or a machine that has it switched off.
      return new PictureDesk(canvas);
    }
  }

  private get now(): Shown {
    if (this.shown === null) throw new Error("nothing is shown yet");
    return this.shown;
  }

  private seek(): JSX.Element {
    const now = () => this.now;
    return (
      <>
        <Finder shown={now} />
        <ConnectForm shown={now} state={this.connecting} />
      </>
    );
  }

  private state(): Partial<SheetParts> {
    return {
      tools: this.tools(),
      clocks: this.clocks(),
      hidden: <HiddenNote shown={this.now} />,
      filters: <Filters shown={this.now} />,
    };
  }

  private tools(): JSX.Element {
    const { undo, act, go, asked } = this.now;
    return (
      <Toolbar
        canUndo={asked.steps.length > 0}
        undo={() => undo()}
        fit={() => this.desk.fit()}
        zoom={(factor) => this.desk.zoom(factor)}
        pan={(dx, dy) => this.desk.pan(dx, dy)}
        tidy={() => act({ act: "tidy" })}
        fullScreen={() => this.fullScreen()}
        anew={() => go({ steps: NO_STEPS, select: null, look: null, without: null })}
      />
    );
  }

  private fullScreen(): void {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else void this.canvas?.closest(".bench")?.requestFullscreen();
  }

  private tellPanel(): void {
    const hadFocus = document.activeElement?.closest("#panel") != null;
    this.put({ panel: this.panel() });
    const isLost = hadFocus && document.activeElement?.closest("#panel") == null;
    if (isLost || this.goesToPanel) document.getElementById("selected")?.focus();
    this.goesToPanel = false;
  }

  private panel(): JSX.Element {
    const { asked, scene } = this.now;
    const [first, second] = asked.selected;
    const entity = first === undefined ? undefined : scene.entities.get(first);
    if (first !== undefined && second !== undefined)
      return <PairPanel shown={this.now} pair={[first, second]} asked={this.pair} />;
    if (entity === undefined) return <OverviewPanel shown={this.now} />;
    return (
      <EntityPanel
        shown={this.now}
        options={{
          entity,
          asked: this.entity,
          limit: this.desk.limit,
          setLimit: (limit) => {
            this.desk.limit = limit;
            this.tellPanel();
          },
          connectFrom: (party) => {
            this.connecting.from = party;
            this.connecting.isOpen = true;
            this.put({ seek: this.seek() });
            document.getElementById("connect-to")?.focus();
          },
        }}
      />
    );
  }

  private clocks(): JSX.Element {
    const { scene, set, asked } = this.now;
    const known = asked.place.values.known ?? null;
    const fromYear = firstYear(scene);
    const say = exploreTexts.time;
    return (
      <>
        <ClockSlider
          name="at"
          label={say.at}
          help={say.atHelp}
          day={asked.isToday ? null : printDay(asked.day)}
          fromYear={fromYear}
          preview={(day) => this.put({ hidden: <HiddenNote shown={this.desk.preview(day)} /> })}
          set={(day) => set({ at: day })}
        />
        <ClockSlider
          name="known"
          label={say.known}
          help={say.knownHelp}
          day={known}
          fromYear={fromYear}
          set={(day) => set({ known: day })}
        />
        <KnownNote knownAt={known} />
      </>
    );
  }

  private tables(): JSX.Element {
    const select = (...ids: readonly string[]) => {
      this.goesToPanel = true;
      this.now.select(...ids);
    };
    return <Tables shown={{ ...this.now, select }} />;
  }
}

/** What of the address says how the canvas is drawn: all but who is selected and where the reader looks. */
function stateOf({ asked }: Shown): string {
  return JSON.stringify({ ...asked.place.values, select: null, look: null });
}

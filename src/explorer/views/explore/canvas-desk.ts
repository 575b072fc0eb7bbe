import { texts } from "../../texts/english.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import { Canvas } from "./canvas.js";
import { type KeyActions, pressed } from "./canvas-keys.js";
import { drawnEntities, drawnLines, lineLabel } from "./drawn.js";
import { drawingOf } from "./lines.js";
import { nameOf, type Shown, togglePin } from "./shown.js";

/** Milliseconds after the reader looked elsewhere until the address says so. */
const LOOK_DELAY_MS = 400;

export const DEFAULT_LIMIT = 25;

export interface DeskParts {
  readonly canvas: HTMLElement;
  /** Tells a sentence to those who do not see the canvas. */
  readonly say: (sentence: string) => void;
}

/** Where a scene is shown and handled. */
export interface Desk {
  /** How many neighbours come at a click. */
  limit: number;
  show(shown: Shown): void;
  /** What would be shown on another day, while a slider moves. */
  preview(day: number): Shown;
  /** Shows everything. */
  fit(): void;
  zoom(factor: number): void;
  /** Moves the view by pixels. */
  pan(dx: number, dy: number): void;
  /** The keyboard came to it, or left it. */
  focused(has: boolean): void;
  key(event: KeyboardEvent): void;
  close(): void;
}

/** The canvas under the reader's hands: mouse, keyboard and what the address says of the view. */
export class CanvasDesk implements Desk {
  private readonly parts: DeskParts;
  private readonly canvas: Canvas;
  private shown: Shown | null = null;
  /** Where the keyboard is. */
  private at: string | null = null;
  private lookTimer: ReturnType<typeof setTimeout> | undefined;
  private isMovedByUs = false;
  /** What is selected next was clicked on the canvas, so it is in view. */
  private isFromCanvas = false;
  limit = DEFAULT_LIMIT;

  constructor(parts: DeskParts) {
    this.parts = parts;
    this.canvas = new Canvas(parts.canvas, {
      entity: (id) => {
        this.isFromCanvas = true;
        this.open(id);
      },
      line: (from, to) => {
        this.isFromCanvas = true;
        this.now.select(from, to);
      },
      ground: () => {
        if (this.now.now().selected.length > 0) this.now.select();
      },
      moved: (id, place) => this.now.act({ act: "pin", id, ...place }),
      looked: () => this.looked(),
      // Who looked at everything does so in a window of another size.
      resized: () => {
        if (this.shown?.now().look === null) this.quietly(() => this.canvas.fit());
      },
    });
  }

  show(shown: Shown): void {
    const before = this.shown;
    this.shown = shown;
    const { selected } = shown.asked;
    if (before?.asked.selected.join() !== selected.join()) this.at = selected.at(-1) ?? this.at;
    const isOtherScene = before?.scene !== shown.scene;
    if (isOtherScene || before?.drawing !== shown.drawing)
      this.canvas.draw(drawnEntities(shown), drawnLines(shown.drawing));
    this.canvas.mark({ ids: selected, at: document.activeElement === this.parts.canvas ? this.at : null });
    this.place(before, isOtherScene);
    this.reveal(before, selected);
    if (before !== null && isOtherScene)
      this.say(exploreTexts.canvas.summary(shown.drawing.entities.length, shown.drawing.lines.length));
  }

  preview(day: number): Shown {
    const { scene, asked } = this.now;
    const shown = { ...this.now, drawing: drawingOf(scene, { ...asked, day }) };
    this.canvas.draw(drawnEntities(shown), drawnLines(shown.drawing));
    return shown;
  }

  fit(): void {
    this.quietly(() => this.canvas.fit());
    if (this.now.now().look !== null) this.now.set({ look: null });
  }

  zoom(factor: number): void {
    this.canvas.zoom(factor);
  }

  pan(dx: number, dy: number): void {
    this.canvas.pan(dx, dy);
  }

  focused(has: boolean): void {
    if (this.shown === null) return;
    this.canvas.mark({ ids: this.now.asked.selected, at: has ? this.at : null });
    if (has && this.at !== null) this.say(this.sentenceAt(this.at));
  }

  key(event: KeyboardEvent): void {
    if (this.shown === null || event.target !== this.parts.canvas) return;
    if (pressed(event, this.canvas, this.keyActions())) event.preventDefault();
  }

  close(): void {
    clearTimeout(this.lookTimer);
    this.canvas.close();
  }

  private get now(): Shown {
    if (this.shown === null) throw new Error("nothing is shown yet");
    return this.shown;
  }

  /** What was chosen in a table or found by its name comes into view; what was clicked is in it. */
  private reveal(before: Shown | null, selected: readonly string[]): void {
    const isInView = this.isFromCanvas;
    this.isFromCanvas = false;
    if (isInView || before === null || before.asked.selected.join() === selected.join()) return;
    this.quietly(() => {
      for (const id of selected) this.canvas.reveal(id);
    });
  }

  /** Where the reader looks: as the address says, else at everything, and again when something comes to lie outside. */
  private place(before: Shown | null, isOtherScene: boolean): void {
    const { look } = this.now.asked;
    if (before === null && look !== null) this.quietly(() => this.canvas.lookAt(look));
    else if (before === null || (isOtherScene && this.canvas.isCut())) this.fit();
  }

  /** Moves the view without the address saying so. */
  private quietly(move: () => void | Promise<void>): void {
    this.isMovedByUs = true;
    clearTimeout(this.lookTimer);
    void Promise.resolve(move()).then(() => {
      this.isMovedByUs = false;
    });
  }

  private looked(): void {
    if (this.isMovedByUs || this.shown === null) return;
    clearTimeout(this.lookTimer);
    this.lookTimer = setTimeout(() => {
      const { x, y, zoom } = this.canvas.look();
      this.now.set({ look: `${x},${y},${zoom}` });
    }, LOOK_DELAY_MS);
  }

  /** Selects an entity; where it is selected, adds its neighbours. */
  private open(id: string): void {
    const { now, select, act, reader, scene } = this.now;
    const asked = now();
    this.at = id;
    if (asked.selected.length !== 1 || asked.selected[0] !== id) {
      select(id);
      return;
    }
    const isAbsent = (other: string) => !scene.entities.has(other);
    const hasMore = reader
      .entity(id, asked.knownAt)
      ?.relations.some(
        ({ from, to, status }) => status !== "DENIED" && (isAbsent(from.id) || isAbsent(to.id)),
      );
    if (hasMore) act({ act: "expand", id, limit: this.limit, kinds: [] });
  }

  private keyActions(): KeyActions {
    const { now, act, undo, select, drawing } = this.now;
    return {
      at: () => this.at,
      ids: () => drawing.entities,
      go: (id) => this.goTo(id),
      open: (id) => this.open(id),
      nextLine: (id) => this.nextLine(id),
      pin: (id) => togglePin(this.now, id),
      remove: (id) => act({ act: "remove", id }),
      undo: () => {
        if (now().steps.length > 0) undo();
        this.say(exploreTexts.tools.undone);
      },
      fit: () => this.fit(),
      letGo: () => select(),
    };
  }

  private goTo(id: string | null): void {
    this.at = id;
    this.canvas.mark({ ids: this.now.asked.selected, at: id });
    if (id === null) return;
    this.canvas.reveal(id);
    this.say(this.sentenceAt(id));
  }

  /** Selects the line after the one that is selected, among those of an entity. */
  private nextLine(id: string): void {
    const { drawing, asked, select } = this.now;
    const own = drawing.lines.filter(({ from, to }) => from === id || to === id);
    const others = [...new Set(own.map(({ from, to }) => (from === id ? to : from)))];
    const here = others.indexOf(asked.selected.find((one) => one !== id) ?? "");
    const other = others[(here + 1) % others.length];
    const line = own.find(({ from, to }) => from === other || to === other);
    if (other === undefined || line === undefined) return;
    const name = (end: string) => nameOf(this.now, end);
    this.say(exploreTexts.canvas.atLine(name(line.from), lineLabel(line), name(line.to)));
    select(other, id);
  }

  private say(sentence: string): void {
    this.parts.say(sentence);
  }

  private sentenceAt(id: string): string {
    const entity = this.now.scene.entities.get(id);
    if (entity === undefined) return "";
    const drawn = this.now.drawing.lines.filter(({ from, to }) => from === id || to === id).length;
    return exploreTexts.canvas.at(entity.name, texts.kinds[entity.kind], drawn, entity.onRecord);
  }
}

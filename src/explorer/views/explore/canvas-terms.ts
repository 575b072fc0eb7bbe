import type { EntityKind } from "../../api/documents.generated.js";
import type { RelationFamily } from "../../api/relation-kinds.js";
import type { LineMark } from "../../charts/network-terms.js";
import type { Point } from "./point.js";

/** An entity as the canvas draws it. */
export interface DrawnEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly place: Point;
  /** Pixels. */
  readonly radius: number;
  readonly isPinned: boolean;
}

/** A line as the canvas draws it. */
export interface DrawnLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly family: RelationFamily;
  readonly mark: LineMark;
  readonly hasDirection: boolean;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
}

/** What is marked: one entity, whose neighbours are lit, or the two ends of lines; the rest is dimmed. */
export interface Marked {
  readonly ids: readonly string[];
  /** Where the keyboard is. */
  readonly at: string | null;
}

/** A view of the canvas: its middle in pixels of the layout, and how near it is (1: natural size). */
export interface Look {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface CanvasEvents {
  /** An entity was clicked. */
  entity(id: string): void;
  /** A line was clicked. */
  line(from: string, to: string): void;
  /** Nothing was clicked. */
  ground(): void;
  /** An entity was dragged to a place. */
  moved(id: string, place: Point): void;
  /** The view moved. */
  looked(): void;
  /** The canvas has another size, with what was in its middle there still. */
  resized(): void;
}

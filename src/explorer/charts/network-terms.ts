import type { EntityKind } from "../api/documents.generated.js";
import type { RelationFamily } from "../api/relation-kinds.js";
import type { Palette } from "./palette.js";

/** How a line is drawn: full; in dashes where a day or a share is uncertain; in dots where it is alleged; pale where over. */
export type LineMark = "certain" | "uncertain" | "alleged" | "ended";

export interface NetworkEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Pixels at natural size. */
  readonly radius: number;
}

export interface NetworkLine {
  readonly from: string;
  readonly to: string;
  readonly family: RelationFamily;
  readonly mark: LineMark;
  readonly hasDirection: boolean;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
}

/** Pixels of dash and of gap; null: a full line. */
export const DASH_OF: Readonly<Record<LineMark, string | null>> = {
  certain: null,
  ended: null,
  uncertain: "9 6",
  alleged: "2.5 5",
};

/** The colour of a line; what is over is grey. */
export function lineColour({ family, mark }: Pick<NetworkLine, "family" | "mark">, palette: Palette): string {
  return mark === "ended" ? palette.soft : palette.family[family];
}

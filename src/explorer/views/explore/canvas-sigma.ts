import type { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { extremityArrow, layerDashed, layerPlain, pathCurved, pathLine, pathLoop } from "sigma/rendering";
import type { EntityKind } from "../../api/documents.generated.js";
import type { RelationFamily } from "../../api/relation-kinds.js";
import type { LineMark } from "../../charts/network-terms.js";
import { DARK, LIGHT, type Palette } from "../../charts/palette.js";
import { SHAPE_OF } from "../../charts/shape.js";
import { theme } from "../../state/theme.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import { SHAPES } from "./canvas-shapes.js";

export interface NodeAttributes {
  x: number;
  y: number;
  kind: EntityKind;
  label: string;
  size: number;
  isPinned: boolean;
}
export interface EdgeAttributes {
  family: RelationFamily;
  mark: LineMark;
  hasDirection: boolean;
  label: string;
  size: number;
}

interface NodeState {
  /** Whether its name has room. */
  hasName: boolean;
  isLit: boolean;
  isMarked: boolean;
  isAt: boolean;
}
interface EdgeState {
  isLit: boolean;
}
interface GraphState {
  hasMarks: boolean;
}

export type CanvasSigma = Sigma<
  NodeAttributes,
  EdgeAttributes,
  Record<string, unknown>,
  NodeState,
  EdgeState,
  GraphState,
  typeof PRIMITIVES
>;

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** Pixels of an entity's name, at any zoom. */
export const NAME_SIZE = 12;

const PRIMITIVES = {
  nodes: { shapes: SHAPES, label: { margin: 4, font: { family: FONT, size: NAME_SIZE } } },
  edges: {
    paths: [pathLine(), pathCurved(), pathLoop()],
    extremities: [extremityArrow({ lengthRatio: 4.5, widthRatio: 3.6 })],
    variables: {
      full: { type: "color", default: "transparent" },
      dash: { type: "number", default: 1 },
      gap: { type: "number", default: 0 },
    },
    layers: [
      layerPlain({ color: { attribute: "full" } }),
      layerDashed({
        dashSize: { attribute: "dash", mode: "pixels" },
        gapSize: { attribute: "gap", mode: "pixels" },
        dashColor: { attribute: "color" },
      }),
    ],
  },
} as const;

/** Pixels of a dash and of a gap. A full line has no gap: its colour lies under the dashes as well. */
const DASHES: Readonly<Record<LineMark, readonly [number, number]>> = {
  certain: [1, 0],
  ended: [1, 0],
  uncertain: [9, 6],
  alleged: [2.5, 5],
};
const DIM = 0.25;

/** The library, told how this graph looks on the reader's ground; `refresh` takes up another ground. */
export function canvasSigma(
  graph: MultiDirectedGraph<NodeAttributes, EdgeAttributes>,
  host: HTMLElement,
): CanvasSigma {
  const palette = (): Palette => (theme() === "dark" ? DARK : LIGHT);
  const colourOf = ({ family, mark }: EdgeAttributes) =>
    mark === "ended" ? palette().soft : palette().family[family];
  const isFull = (mark: LineMark) => DASHES[mark][1] === 0;
  return new Sigma<
    NodeAttributes,
    EdgeAttributes,
    Record<string, unknown>,
    NodeState,
    EdgeState,
    GraphState,
    typeof PRIMITIVES
  >(graph, host, {
    primitives: PRIMITIVES,
    customNodeState: { hasName: false, isLit: false, isMarked: false, isAt: false },
    customEdgeState: { isLit: false },
    customGraphState: { hasMarks: false },
    styles: {
      nodes: {
        x: { attribute: "x" },
        y: { attribute: "y" },
        size: { attribute: "size" },
        shape: ({ kind }) => SHAPE_OF[kind],
        color: ({ kind }) => palette().kind[kind],
        opacity: (_, { isLit }, { hasMarks }) => (hasMarks && !isLit ? DIM : 1),
        label: { attribute: "label" },
        labelColor: () => palette().ink,
        labelSize: NAME_SIZE,
        labelFont: FONT,
        labelPosition: "below",
        labelBackgroundColor: () => palette().paper,
        labelBackgroundPadding: 1,
        labelVisibility: (_, { hasName, isMarked, isAt, isHovered, isLit }, { hasMarks }) =>
          isMarked || isAt || isHovered || (hasName && (isLit || !hasMarks)) ? "visible" : "hidden",
        backdropVisibility: ({ isPinned }, { isMarked, isAt, isHovered }) =>
          isMarked || isAt || isHovered || isPinned ? "visible" : "hidden",
        backdropArea: "node",
        backdropColor: () => palette().paper,
        backdropShadowColor: "transparent",
        backdropShadowBlur: 0,
        backdropBorderColor: (_, { isAt, isMarked }) =>
          isAt ? palette().ink : isMarked ? palette().accent : palette().soft,
        backdropBorderWidth: (_, { isAt, isMarked }) => (isAt || isMarked ? 3 : 1.5),
        backdropPadding: 4,
        depth: (_, { isMarked, isAt, isHovered }) => (isMarked || isAt || isHovered ? "topNodes" : "nodes"),
        cursor: "pointer",
      },
      edges: {
        path: "straight",
        parallelPath: "curved",
        selfLoopPath: "loop",
        size: { attribute: "size" },
        color: (edge) => colourOf(edge),
        full: (edge) => (isFull(edge.mark) ? colourOf(edge) : "transparent"),
        dash: ({ mark }) => DASHES[mark][0],
        gap: ({ mark }) => DASHES[mark][1],
        opacity: (_, { isLit }, { hasMarks }) => (hasMarks && !isLit ? DIM : 1),
        head: ({ hasDirection }) => (hasDirection ? "arrow" : "none"),
        label: { attribute: "label" },
        labelColor: () => palette().soft,
        labelSize: 11,
        labelFont: FONT,
        labelBackgroundColor: () => palette().paper,
        labelBackgroundPadding: 2,
        labelVisibility: (_, { isLit }, { hasMarks }) => (hasMarks && !isLit ? "hidden" : "auto"),
        depth: (_, { isLit, isHovered }) => (isLit || isHovered ? "topEdges" : "edges"),
        cursor: "pointer",
      },
      stage: { background: () => palette().paper },
    },
    settings: {
      autoRescale: false,
      // On paper it has no size.
      allowInvalidContainer: true,
      itemSizesReference: "screen",
      zoomToSizeRatioFunction: (ratio) => ratio ** 0.4,
      enableEdgeEvents: true,
      edgePickingPadding: 5,
      nodePickingPadding: 4,
      enableNodeDrag: true,
      enableCameraRotation: false,
      enableCameraMouseRotation: false,
      labelRenderedSizeThreshold: 0,
      gestureTarget: "shared",
      sharedGestureWheelMessage: exploreTexts.gestures.wheel,
      sharedGestureAppleWheelMessage: exploreTexts.gestures.appleWheel,
      sharedGestureTouchMessage: exploreTexts.gestures.touch,
      minCameraRatio: 0.2,
      maxCameraRatio: 20,
      doubleClickZoomingRatio: 1,
    },
  });
}

import type { JSX } from "preact";
import type { EntityKind } from "../api/documents.generated.js";

/** The shapes by which canvas and pictures say what an entity is. */
export type Shape =
  | "circle"
  | "square"
  | "diamond"
  | "rectangle"
  | "triangle"
  | "hexagon"
  | "wedge"
  | "cross";

export const SHAPE_OF: Readonly<Record<EntityKind, Shape>> = {
  UNIVERSITY: "circle",
  COMPANY: "square",
  ORGANIZATION: "diamond",
  PUBLIC_BODY: "rectangle",
  PROGRAM: "triangle",
  PERSON: "hexagon",
  ARRANGEMENT: "wedge",
  UNKNOWN_PARTY: "cross",
};

/** Corners of each shape about (0, 0) within a circle of radius 1; y grows downwards. */
const CORNERS: Readonly<Record<Exclude<Shape, "circle">, readonly (readonly [number, number])[]>> = {
  square: [
    [-0.8, -0.8],
    [0.8, -0.8],
    [0.8, 0.8],
    [-0.8, 0.8],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  rectangle: [
    [-1, -0.6],
    [1, -0.6],
    [1, 0.6],
    [-1, 0.6],
  ],
  triangle: [
    [0, -1],
    [0.94, 0.7],
    [-0.94, 0.7],
  ],
  wedge: [
    [0, 1],
    [0.94, -0.7],
    [-0.94, -0.7],
  ],
  hexagon: [
    [-1, 0],
    [-0.5, -0.87],
    [0.5, -0.87],
    [1, 0],
    [0.5, 0.87],
    [-0.5, 0.87],
  ],
  cross: [
    [-0.33, -1],
    [0.33, -1],
    [0.33, -0.33],
    [1, -0.33],
    [1, 0.33],
    [0.33, 0.33],
    [0.33, 1],
    [-0.33, 1],
    [-0.33, 0.33],
    [-1, 0.33],
    [-1, -0.33],
    [-0.33, -0.33],
  ],
};

export interface ShapePlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
}

/** The shape of a kind of entity at a place, as SVG. */
export function EntityShape({
  kind,
  x,
  y,
  radius,
  fill,
}: ShapePlace & { readonly kind: EntityKind }): JSX.Element {
  const shape = SHAPE_OF[kind];
  if (shape === "circle") return <circle cx={x} cy={y} r={radius} fill={fill} />;
  const points = CORNERS[shape].map(([dx, dy]) => `${round(x + dx * radius)},${round(y + dy * radius)}`);
  return <polygon points={points.join(" ")} fill={fill} />;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

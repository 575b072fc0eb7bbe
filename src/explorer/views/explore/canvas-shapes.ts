import { sdfCircle, sdfDiamond, sdfRectangle, sdfSquare, sdfTriangle } from "sigma/rendering";

/** Distances to the edge of each shape: negative inside. Those that the library does not have are written here. */
export const SHAPES = [
  sdfCircle(),
  sdfSquare(),
  sdfDiamond(),
  sdfTriangle(),
  sdfRectangle({ aspectRatio: 1.7 }),
  {
    name: "hexagon",
    inradiusFactor: 0.866,
    glsl: `
float sdf_hexagon(vec2 uv, float size) {
  vec2 p = abs(uv);
  return max(p.x * 0.866 + p.y * 0.5, p.y) - size * 0.866;
}
`,
  },
  {
    name: "wedge",
    inradiusFactor: 0.5,
    glsl: `
float sdf_wedge(vec2 uv, float size) {
  return max(abs(uv.x) * 0.866 - uv.y * 0.5, uv.y) - size * 0.5;
}
`,
  },
  {
    name: "cross",
    inradiusFactor: 0.35,
    glsl: `
float sdf_cross(vec2 uv, float size) {
  vec2 p = abs(uv);
  float arm = size * 0.35;
  return min(max(p.x - size * 0.95, p.y - arm), max(p.y - size * 0.95, p.x - arm));
}
`,
  },
] as const;

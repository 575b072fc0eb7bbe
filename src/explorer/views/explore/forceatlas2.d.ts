declare module "graphology-layout-forceatlas2/iterate.js" {
  /** One round of forces over the matrices of nodes (ten numbers each) and edges (three each), in place. */
  export default function iterate(
    settings: Readonly<Record<string, number | boolean>>,
    nodes: Float32Array,
    edges: Float32Array,
  ): unknown;
}

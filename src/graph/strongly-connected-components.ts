import { Pace } from "./run-to-completion.js";

/** So many nodes and edges are visited, at least, between two steps. */
const VISITED_A_STEP = 2048;

/**
 * Strongly connected components of a directed graph, each after all the components that its edges lead to. Nodes are
 * 0 to `size - 1`. Linear in nodes and edges, without recursion, in steps.
 *
 * Source: R. E. Tarjan (1972), Depth-First Search and Linear Graph Algorithms, SIAM Journal on Computing 1.
 */
export function* componentsOf(
  size: number,
  edgesOf: (node: number) => readonly number[],
): Generator<void, readonly number[][]> {
  const search = new ComponentSearch(size, edgesOf);
  for (let node = 0; node < size; node += 1) yield* search.from(node);
  return search.components;
}

const UNSEEN = -1;

class ComponentSearch {
  readonly components: number[][] = [];
  private readonly edgesOf: (node: number) => readonly number[];
  /** The order of visit, and the earliest node of the stack that is reached. */
  private readonly index: Int32Array;
  private readonly low: Int32Array;
  private readonly onStack: Uint8Array;
  private readonly stack: number[] = [];
  private readonly pace = new Pace(VISITED_A_STEP);
  private visited = 0;

  constructor(size: number, edgesOf: (node: number) => readonly number[]) {
    this.edgesOf = edgesOf;
    this.index = new Int32Array(size).fill(UNSEEN);
    this.low = new Int32Array(size);
    this.onStack = new Uint8Array(size);
  }

  *from(start: number): Generator<void, void> {
    if (this.index[start] !== UNSEEN) return;
    const open = [{ node: start, next: 0, edges: this.edgesOf(start) }];
    this.enter(start);
    for (let frame = open.at(-1); frame; frame = open.at(-1)) {
      const edge = frame.edges[frame.next];
      frame.next += 1;
      if (this.pace.isStep()) yield;
      if (edge === undefined) {
        open.pop();
        this.leave(frame.node);
        const parent = open.at(-1);
        if (parent) this.lower(parent.node, this.low[frame.node] as number);
      } else if (this.index[edge] === UNSEEN) {
        this.enter(edge);
        open.push({ node: edge, next: 0, edges: this.edgesOf(edge) });
      } else if (this.onStack[edge] === 1) this.lower(frame.node, this.index[edge] as number);
    }
  }

  private enter(node: number): void {
    this.index[node] = this.visited;
    this.low[node] = this.visited;
    this.visited += 1;
    this.stack.push(node);
    this.onStack[node] = 1;
  }

  private lower(node: number, to: number): void {
    if (to < (this.low[node] as number)) this.low[node] = to;
  }

  /** The first node of a component takes it from the stack. */
  private leave(node: number): void {
    if (this.low[node] !== this.index[node]) return;
    const component = this.stack.splice(this.stack.lastIndexOf(node));
    for (const member of component) this.onStack[member] = 0;
    this.components.push(component);
  }
}

import { MultiDirectedGraph } from "graphology";
import { NAME_HEIGHT, namesShown } from "../../charts/names.js";
import { widthOf } from "../../charts/svg-text.js";
import { onTheme } from "../../state/theme.js";
import {
  type CanvasSigma,
  canvasSigma,
  type EdgeAttributes,
  NAME_SIZE,
  type NodeAttributes,
} from "./canvas-sigma.js";
import type { CanvasEvents, DrawnEntity, DrawnLine, Look, Marked } from "./canvas-terms.js";
import type { Point } from "./point.js";

/** Where there are more, lines have no names of their own. */
const ALL_LINE_NAMES = 30;
/** Farther away than this, lines are too short for names. */
const LINE_NAMES_FROM = 0.7;
const MARGIN_X = 92;
const MARGIN_Y = 36;
const NEAR_EDGE = 30;
const NEAREST_WHOLE = 1.15;

/**
 * The canvas, drawn by WebGL with a library that knows nothing of exposure. How something looks follows from its kind,
 * the theme and what is marked; nothing of it is written into the graph.
 */
export class Canvas {
  private readonly graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  private readonly sigma: CanvasSigma;
  private readonly endTheme: () => void;
  private readonly observer: ResizeObserver;
  /** Where the reader looked last: another size keeps the middle. */
  private last: Look;
  private isResizing = false;
  private marked: Marked = { ids: [], at: null };
  /** Who has a name at which zoom; null: no entity has been looked at. */
  private named: { readonly zoom: number; readonly shown: ReadonlySet<string> } | null = null;
  private lit: { readonly nodes: readonly string[]; readonly edges: readonly string[] } = {
    nodes: [],
    edges: [],
  };

  constructor(host: HTMLElement, events: CanvasEvents) {
    this.sigma = canvasSigma(this.graph, host);
    this.endTheme = onTheme(() => this.sigma.refresh());
    this.listen(events);
    this.observer = new ResizeObserver(() => {
      if (this.resized()) events.resized();
    });
    this.observer.observe(host);
    this.last = this.look();
  }

  /** Draws these entities and lines; those that were drawn keep their places on the screen. */
  draw(entities: readonly DrawnEntity[], lines: readonly DrawnLine[]): void {
    const { graph } = this;
    const [ids, lineIds] = [new Set(entities.map(({ id }) => id)), new Set(lines.map(({ id }) => id))];
    for (const id of graph.edges()) if (!lineIds.has(id)) graph.dropEdge(id);
    for (const id of graph.nodes()) if (!ids.has(id)) graph.dropNode(id);
    for (const { id, place, kind, name, radius, isPinned } of entities) {
      const attributes = { x: place.x, y: -place.y, kind, label: name, size: radius, isPinned };
      if (!graph.hasNode(id) || differs(graph.getNodeAttributes(id), attributes))
        graph.mergeNode(id, attributes);
    }
    for (const { id, from, to, family, mark, hasDirection, label, width } of lines) {
      const attributes = { family, mark, hasDirection, label, size: width };
      if (!graph.hasEdge(id)) graph.addEdgeWithKey(id, from, to, attributes);
      else if (differs(graph.getEdgeAttributes(id), attributes)) graph.mergeEdgeAttributes(id, attributes);
    }
    this.lit = { nodes: [], edges: [] };
    this.named = null;
    this.mark(this.marked);
    this.nameThem();
  }

  /** Marks entities and lights what is about them; none: everything is lit. */
  mark(marked: Marked): void {
    const { graph, sigma } = this;
    const ids = marked.ids.filter((id) => graph.hasNode(id));
    const [first, second] = ids;
    const edges =
      first === undefined
        ? []
        : second === undefined
          ? graph.edges(first)
          : [...graph.edges(first, second), ...graph.edges(second, first)];
    const nodes = second === undefined ? [...ids, ...ids.flatMap((id) => graph.neighbors(id))] : ids;
    const were = [...this.marked.ids, ...(this.marked.at === null ? [] : [this.marked.at])];
    sigma.setNodesState(
      [...this.lit.nodes, ...were].filter((id) => graph.hasNode(id)),
      { isLit: false, isMarked: false, isAt: false },
    );
    sigma.setEdgesState(
      this.lit.edges.filter((id) => graph.hasEdge(id)),
      { isLit: false },
    );
    sigma.setNodesState(nodes, { isLit: true });
    sigma.setNodesState(ids, { isMarked: true });
    sigma.setEdgesState(edges, { isLit: true });
    if (marked.at !== null && graph.hasNode(marked.at)) sigma.setNodeState(marked.at, { isAt: true });
    sigma.setGraphState({ hasMarks: ids.length > 0 });
    this.marked = marked;
    this.lit = { nodes, edges };
  }

  /** Zooms by a factor; above 1 nearer. */
  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, { duration: motion(150) });
  }

  /** Shows everything, not nearer than its natural size. */
  async fit(): Promise<void> {
    const state = this.wholeView();
    if (state !== null) await this.sigma.getCamera().animate(state, { duration: motion(250) });
  }

  /** Whether something lies outside of the view. */
  isCut(): boolean {
    const { width, height } = this.sigma.getDimensions();
    return this.graph.nodes().some((id) => {
      const { x, y } = this.placeOnScreen(id);
      return x < 0 || y < 0 || x > width || y > height;
    });
  }

  /** Moves the view by pixels. */
  pan(dx: number, dy: number): void {
    const camera = this.sigma.getCamera();
    const from = this.sigma.viewportToFramedGraph({ x: 0, y: 0 });
    const to = this.sigma.viewportToFramedGraph({ x: dx, y: dy });
    camera.setState({ x: camera.x + to.x - from.x, y: camera.y + to.y - from.y });
  }

  /** The middle of the view and how near it is. */
  look(): Look {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    const middle = this.sigma.framedGraphToGraph({ x, y });
    return { x: Math.round(middle.x), y: Math.round(-middle.y), zoom: Number((1 / ratio).toFixed(3)) };
  }

  lookAt({ x, y, zoom }: Look): void {
    this.sigma.getCamera().setState({ ...this.sigma.graphToFramedGraph({ x, y: -y }), ratio: 1 / zoom });
  }

  /** Brings an entity into view if it is outside. */
  reveal(id: string): void {
    if (!this.graph.hasNode(id)) return;
    const { width, height } = this.sigma.getDimensions();
    const { x, y } = this.placeOnScreen(id);
    const isInside = x >= NEAR_EDGE && y >= NEAR_EDGE && x <= width - NEAR_EDGE && y <= height - NEAR_EDGE;
    if (!isInside) this.pan(x - width / 2, y - height / 2);
  }

  /** Where an entity lies within the canvas, in pixels. */
  placeOnScreen(id: string): Point {
    const { x, y } = this.graph.getNodeAttributes(id);
    return this.sigma.graphToViewport({ x, y });
  }

  close(): void {
    this.observer.disconnect();
    this.endTheme();
    this.sigma.kill();
  }

  /** The library counts places from the middle of the canvas, in parts of its size: both change. */
  private resized(): boolean {
    const { width } = this.sigma.getDimensions();
    if (this.sigma.getContainer().clientWidth === 0 || width === 0) return false;
    const { last } = this;
    this.isResizing = true;
    this.sigma.resize();
    this.sigma.refresh();
    this.lookAt(last);
    this.isResizing = false;
    return true;
  }

  /** Gives names to those whose names have room at this zoom, larger ones first. */
  private nameThem(): void {
    const { graph, sigma } = this;
    const zoom = 1 / sigma.getCamera().getState().ratio;
    if (this.named?.zoom === zoom) return;
    const hasRoom = graph.size <= ALL_LINE_NAMES && zoom >= LINE_NAMES_FROM;
    if (sigma.getSetting("renderEdgeLabels") !== hasRoom) sigma.setSetting("renderEdgeLabels", hasRoom);
    const items = graph
      .mapNodes((id, { x, y, size, label }) => ({
        id,
        x: x * zoom,
        y: -y * zoom,
        radius: sigma.scaleSize(size),
        width: widthOf(label, NAME_SIZE),
      }))
      .sort((a, b) => b.radius - a.radius);
    const shown = namesShown(items);
    const before = this.named?.shown ?? new Set(graph.nodes());
    sigma.setNodesState(
      [...before].filter((id) => !shown.has(id) && graph.hasNode(id)),
      { hasName: false },
    );
    sigma.setNodesState([...shown], { hasName: true });
    this.named = { zoom, shown };
  }

  private wholeView() {
    const places = this.graph.mapNodes((_, { x, y }) => ({ x, y }));
    if (places.length === 0) return null;
    const { width, height } = this.sigma.getDimensions();
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const ratio = Math.max(
      1 / NEAREST_WHOLE,
      (right - left) / Math.max(1, width - 2 * MARGIN_X),
      (high - low) / Math.max(1, height - 2 * MARGIN_Y),
    );
    // Names hang below.
    const middle = { x: (left + right) / 2, y: (low + high) / 2 - (ratio * NAME_HEIGHT) / 2 };
    return { ...this.sigma.graphToFramedGraph(middle), ratio };
  }

  private listen(events: CanvasEvents): void {
    const { sigma } = this;
    sigma.on("clickNode", ({ node }) => events.entity(node));
    // The second of two quick clicks comes under another name.
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      events.entity(node);
    });
    sigma.on("clickEdge", ({ edge }) => events.line(this.graph.source(edge), this.graph.target(edge)));
    sigma.on("clickStage", () => events.ground());
    sigma.on("nodeDragEnd", ({ node }) => {
      const { x, y } = this.graph.getNodeAttributes(node);
      events.moved(node, { x: Math.round(x), y: Math.round(-y) });
    });
    sigma.getCamera().on("updated", () => {
      if (this.isResizing) return;
      this.last = this.look();
      this.nameThem();
      events.looked();
    });
  }
}

function differs(now: object, next: object): boolean {
  return Object.entries(next).some(([name, value]) => (now as Record<string, unknown>)[name] !== value);
}

/** Milliseconds of a movement; none for a reader who wants none. */
function motion(milliseconds: number): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : milliseconds;
}

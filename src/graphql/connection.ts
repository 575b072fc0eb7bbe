import { cursorOf, type List, type PageRequest, pageBounds } from "../questions/keyset.js";

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page as Relay's connections describe it. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/**
 * Cuts a page out of a list; only its items are made into nodes, and cursors only where they are read.
 * @throws BAD_USER_INPUT for a size out of range or a cursor that is none of this list.
 */
export function connection<Item, Node>(
  list: List<Item>,
  request: PageRequest,
  nodeOf: (item: Item) => Node,
): Connection<Node> {
  return new Page(list, request, nodeOf);
}

class Page<Item, Node> implements Connection<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number;
  private readonly order: List<Item>["order"];
  private readonly items: readonly Item[];
  private readonly start: number;

  constructor(list: List<Item>, request: PageRequest, nodeOf: (item: Item) => Node) {
    const { start, end } = pageBounds(list, request);
    this.items = list.items.slice(start, end);
    this.nodes = this.items.map(nodeOf);
    this.totalCount = list.items.length;
    this.order = list.order;
    this.start = start;
  }

  get edges(): readonly Edge<Node>[] {
    return this.nodes.map((node, at) => ({ node, cursor: cursorOf(this.items[at] as Item, this.order) }));
  }

  get pageInfo(): PageInfo {
    return {
      hasNextPage: this.start + this.items.length < this.totalCount,
      hasPreviousPage: this.start > 0,
      startCursor: this.cursorAt(0),
      endCursor: this.cursorAt(-1),
    };
  }

  private cursorAt(at: number): string | null {
    const item = this.items.at(at);
    return item === undefined ? null : cursorOf(item, this.order);
  }
}

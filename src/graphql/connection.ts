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
  const { start, end } = pageBounds(list, request);
  const page = list.items.slice(start, end);
  const nodes = page.map(nodeOf);
  const cursorAt = (at: number) => {
    const item = page.at(at);
    return item === undefined ? null : cursorOf(item, list.order);
  };
  return {
    nodes,
    totalCount: list.items.length,
    get edges() {
      return nodes.map((node, at) => ({ node, cursor: cursorOf(page[at] as Item, list.order) }));
    },
    get pageInfo() {
      return {
        hasNextPage: end < list.items.length,
        hasPreviousPage: start > 0,
        startCursor: cursorAt(0),
        endCursor: cursorAt(-1),
      };
    },
  };
}

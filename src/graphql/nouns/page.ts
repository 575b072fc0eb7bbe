import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import type { ListClocks } from "../../questions/lists/list-scope.js";
import {
  cursorOf,
  DEFAULT_PAGE_SIZE,
  type List,
  MAX_PAGE_SIZE,
  type PageRequest,
  pageBounds,
} from "../../questions/pagination.js";
import { DateScalar } from "./scalars.js";

@ObjectType("PageInfo", { description: "Where a page stands in its list.", simpleResolvers: true })
export class PageInfoType implements PageInfo {
  @Field(() => Boolean, { description: "Whether something follows the page." })
  declare hasNextPage: boolean;

  @Field(() => Boolean, { description: "Whether something precedes the page." })
  declare hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The first place of the page; null for an empty page.",
  })
  declare startCursor: string | null;

  @Field(() => String, { nullable: true, description: "The last place of the page; null for an empty page." })
  declare endCursor: string | null;
}

/** What the four arguments of every connection say. */
export const PAGE = {
  first: `How many from the front, 0 to ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} where neither first nor last is given.`,
  after: "Only what comes after this cursor.",
  last: `How many from the back, 0 to ${MAX_PAGE_SIZE}, in the list's order; not together with first.`,
  before: "Only what comes before this cursor.",
};

@ArgsType()
export class PageArgs implements PageRequest {
  @Field(() => Int, { nullable: true, description: PAGE.first })
  declare first?: number | null;

  @Field(() => String, { nullable: true, description: PAGE.after })
  declare after?: string | null;

  @Field(() => Int, { nullable: true, description: PAGE.last })
  declare last?: number | null;

  @Field(() => String, { nullable: true, description: PAGE.before })
  declare before?: string | null;
}

/** With these words the description of a clock says that it is the day of asking where it is left open. */
export const NULL_IS_TODAY = "Null: today.";

const CUT_OFF = "Leaves out what begins after this day; what has ended stays. Null: everything known.";

const KNOWN = "Only what was known on this day. Null: today.";

/** Clocks and page of a list that cuts off the future. */
@ArgsType()
export class ListArgs extends PageArgs implements ListClocks {
  @Field(() => DateScalar, { nullable: true, description: CUT_OFF })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN })
  declare knownAt?: number | null;
}

/** Clocks of a whole list that cuts off the future. */
@ArgsType()
export class HistoryArgs implements ListClocks {
  @Field(() => DateScalar, { nullable: true, description: CUT_OFF })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN })
  declare knownAt?: number | null;
}

/** Clocks of a list of what may hold on a day. */
@ArgsType()
export class HoldingArgs implements ListClocks {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which the claim may hold. Null: whenever it held.",
  })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN })
  declare knownAt?: number | null;
}

/** Clocks of a state on a day. */
@ArgsType()
export class DayArgs implements ListClocks {
  @Field(() => DateScalar, { nullable: true, description: "The day asked about. Null: today." })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN })
  declare knownAt?: number | null;
}

/** The clock of a list of what was known. */
@ArgsType()
export class KnownArgs {
  @Field(() => DateScalar, { nullable: true, description: KNOWN })
  declare knownAt?: number | null;
}

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

/**
 * The Relay connection of a type: edges with cursors, the nodes alone, where the page stands, and how many there are in
 * all. Called once for each type, at module level. `name` may differ from the node's ("Search" for SearchHit).
 */
export function connectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
  of: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, {
    description: `One of ${of}, with its place in the list.`,
    simpleResolvers: true,
  })
  class EdgeType implements Edge<Node> {
    @Field(node, { description: "What stands at this place." })
    declare node: Node;

    @Field(() => String, {
      description: "Its place: give it to `after` or `before`. Opaque; stays valid when others come or go.",
    })
    declare cursor: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${of}.`, simpleResolvers: true })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: "The page with a cursor for each place." })
    declare edges: readonly Edge<Node>[];

    @Field(() => [node()], { description: "The page without cursors." })
    declare nodes: readonly Node[];

    @Field(() => PageInfoType, { description: "Where the page stands in the list." })
    declare pageInfo: PageInfoType;

    @Field(() => Int, { description: "How many there are in the whole list, not on this page." })
    declare totalCount: number;
  }
  return ConnectionType;
}

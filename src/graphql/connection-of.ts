import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import type { Connection, Edge } from "./connection.js";
import { PageInfoType } from "./types/page.type.js";

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

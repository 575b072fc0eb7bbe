import { Field, ID, InterfaceType } from "type-graphql";
import { kindOfNode } from "../../questions/resident/look-up.js";

@InterfaceType("Node", {
  description:
    "Anything with an id of its own: entities, flags, claims and sources. `node(id)` finds it again.",
  resolveType: (node) => kindOfNode(node),
})
export abstract class NodeType {
  @Field(() => ID, {
    description:
      "Readable, permanent and never used again for something else; its first word says what it is.",
  })
  declare id: string;
}

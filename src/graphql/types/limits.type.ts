import { Field, Int, ObjectType } from "type-graphql";
import type { Limits } from "../../domain/limits.js";

@ObjectType("Limits", {
  description:
    "How much one request may ask for. A refusal names the limit, the value and what to do instead.",
  simpleResolvers: true,
})
export class LimitsType implements Limits {
  @Field(() => Int, { description: "Bytes of a document." })
  declare maxDocumentBytes: number;

  @Field(() => Int, { description: "Words and signs of a document." })
  declare maxTokens: number;

  @Field(() => Int, { description: "How deep fields may stand in fields." })
  declare maxDepth: number;

  @Field(() => Int, {
    description:
      "Fields under another name, and fields asked for again beside themselves, fragments written out. A document may hold as many fragments.",
  })
  declare maxAliases: number;

  @Field(() => Int, { description: "Fields at the top of an operation." })
  declare maxRootFields: number;

  @Field(() => Int, {
    description:
      "How many fields an answer may hold, counted before it is worked out: a page counts what `first` or `last` asks for, another list five, and a search some thousands.",
  })
  declare maxCost: number;

  @Field(() => Int, { description: "Items on a page of a list." })
  declare maxPageSize: number;

  @Field(() => Int, { description: "Claims in a chain or path: the greatest `maxHops`." })
  declare maxHops: number;

  @Field(() => Int, { description: "How many claims the searches of one operation may look at." })
  declare rowBudget: number;

  @Field(() => Int, {
    description: "How many claims may be tried for one list of paths, which then ends early.",
  })
  declare pathBudget: number;

  @Field(() => Int, { description: "Milliseconds after which an operation is cut short." })
  declare deadlineMs: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Requests in any minute for the key that asks, or for the address where there is none; null: as many as they like.",
  })
  declare requestsPerMinute: number | null;
}

import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { MOST_PATHS } from "../../questions/paths.js";
import { type AnsweredFinding, pathIn } from "../answer.js";
import type { GraphContext } from "../context.js";
import { FindingType } from "../types/finding.type.js";
import { PathType } from "../types/path.type.js";

@Resolver(() => FindingType)
export class FindingPathsResolver {
  @FieldResolver(() => [PathType], {
    description:
      "Its proofs, distinct by their claims, the strongest of the shortest first: confirmed before reported, money before other dealings, the higher source grade, then the newest. Proofs, not summands: shares are never computed along a path.",
  })
  async paths(
    @Root() finding: AnsweredFinding,
    @Arg("limit", () => Int, {
      nullable: true,
      defaultValue: 3,
      description: `How many paths, 1 to ${MOST_PATHS}.`,
    })
    limit: number | null,
    @Ctx() context: GraphContext,
  ) {
    const paths = await finding.details().paths(limit ?? 3, context.claimsKnownIn(finding.answer));
    return paths.map((path) => pathIn(finding.answer, path));
  }
}

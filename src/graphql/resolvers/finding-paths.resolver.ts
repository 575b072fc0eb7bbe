import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { MOST_PATHS } from "../../questions/paths.js";
import { type AnsweredFinding, pathIn } from "../answer.js";
import { FindingType } from "../types/finding.type.js";
import { PathType } from "../types/path.type.js";

@Resolver(() => FindingType)
export class FindingPathsResolver {
  @FieldResolver(() => [PathType], {
    description:
      "Its proofs, distinct by their claims, in the order by which `path` is chosen. Proofs, not summands: shares are never computed along a path.",
  })
  paths(
    @Root() finding: AnsweredFinding,
    @Arg("limit", () => Int, {
      nullable: true,
      defaultValue: 3,
      description: `How many paths, 1 to ${MOST_PATHS}.`,
    })
    limit: number | null,
  ) {
    const paths = finding.details().paths(limit ?? 3);
    return paths.map((path) => pathIn(finding.answer, path));
  }
}

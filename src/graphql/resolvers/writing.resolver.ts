import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { ClaimId } from "../../domain/claim.js";
import type { LoadReport } from "../../dossier/load/load-dossiers.js";
import { loadDossierFiles, retractClaim } from "../../dossier/load/write-audited.js";
import type { Problem } from "../../dossier/read/problem.js";
import { RULES } from "../../dossier/rules.js";
import type { GraphContext } from "../context.js";
import {
  LoadDossierInput,
  LoadDossierPayloadType,
  LoadProblemType,
  LoadReportType,
  RetractClaimInput,
  RetractClaimPayloadType,
} from "../types/writing.type.js";

/** A dossier may be wrong in every row. */
const TOLD_PROBLEMS = 500;

@Resolver()
export class WritingResolver {
  @Authorized("editor")
  @Mutation(() => LoadDossierPayloadType, {
    nullable: true,
    description:
      "Brings the graph to hold what a dossier's files say; needs an editor. New and changed rows are written, rows that are gone are left. Null where it failed: CONFLICT where another writer was first.",
  })
  async loadDossier(
    @Arg("input", () => LoadDossierInput, { description: "The dossier." }) {
      files,
      dryRun,
    }: LoadDossierInput,
    @Ctx() context: GraphContext,
  ) {
    const report = await context.write((writing) =>
      loadDossierFiles(writing, files, { dryRun: dryRun ?? false }),
    );
    await context.written(report.graphVersion);
    return { report };
  }

  @Authorized("editor")
  @Mutation(() => RetractClaimPayloadType, {
    nullable: true,
    description:
      "Ends a claim today: it is not known from now on, and stays readable at an earlier knownAt; needs an editor. It stays so when its dossier is loaded again, until its row changes. Null where it failed: NOT_FOUND, or CONFLICT where it is retracted already.",
  })
  async retractClaim(
    @Arg("input", () => RetractClaimInput, { description: "The claim, and why it falls." })
    input: RetractClaimInput,
    @Ctx() context: GraphContext,
  ) {
    const { graphVersion } = await context.write((writing) => retractClaim(writing, input));
    await context.written(graphVersion);
    const claim = context.claimEverKnown(input.id, { knownAt: context.today });
    return { claim, graphVersion: String(graphVersion) };
  }
}

@Resolver(() => LoadReportType)
export class LoadReportResolver {
  @FieldResolver(() => String, { description: "The version of the graph afterwards." })
  graphVersion(@Root() { graphVersion }: LoadReport) {
    return String(graphVersion);
  }

  @FieldResolver(() => [ID], {
    description:
      "Those of the unchanged claims that an editor has retracted: they stay retracted until their row changes.",
  })
  leftRetracted(@Root() { leftRetracted }: LoadReport): readonly ClaimId[] {
    return leftRetracted.map(({ id }) => id as ClaimId);
  }

  @FieldResolver(() => [LoadProblemType], {
    description: `What is wrong with the files, by file and line. With an ERROR among them nothing was written. The first ${TOLD_PROBLEMS}; the last then says how many there are.`,
  })
  problems(@Root() { problems }: LoadReport): readonly Problem[] {
    if (problems.length <= TOLD_PROBLEMS) return problems;
    const errors = problems.filter(({ severity }) => severity === "error");
    const told = [...errors, ...problems.filter(({ severity }) => severity === "warning")].slice(
      0,
      TOLD_PROBLEMS,
    );
    const message = `${problems.length} problems were found, of which the first ${TOLD_PROBLEMS} are told: mend these and try again`;
    const severity = errors.length > 0 ? "error" : "warning";
    return [...told, { file: "dossier.yml", line: null, severity, rule: RULES.tooMany.id, message }];
  }
}

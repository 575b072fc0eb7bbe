import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { ClaimId } from "../../domain/claim.js";
import type { LoadReport } from "../../dossier/load/load-dossiers.js";
import { loadDossierFiles, retractClaim } from "../../dossier/load/write-audited.js";
import type { NamedContent } from "../../dossier/read/dossier-folder.js";
import type { Problem } from "../../dossier/read/problem.js";
import { RULES, type Rule, type Severity } from "../../dossier/rules.js";
import type { ResidentClaim } from "../../questions/resident/resident-records.js";
import type { GraphContext } from "../context.js";
import { ClaimType } from "./claim.js";
import { SeverityEnum } from "./enums.js";

@InputType("DossierFile", { description: "A file of a dossier." })
export class DossierFileInput implements NamedContent {
  @Field(() => String, {
    description: "Its name in the dossier's folder: dossier.yml, relations.csv and so on.",
  })
  declare name: string;

  @Field(() => String, { description: "All that stands in it." })
  declare content: string;
}

@InputType("LoadDossierInput", { description: "A dossier, and whether it is only to be tried." })
export class LoadDossierInput {
  @Field(() => [DossierFileInput], {
    description: "The dossier's files, each once; dossier.yml among them, which says which dossier they are.",
  })
  declare files: DossierFileInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    nullable: true,
    description: "Check and compare only: the report says what would happen, and nothing is written.",
  })
  declare dryRun: boolean | null;
}

@ObjectType("LoadProblem", {
  description: "Something wrong in a dossier: where, what, and how to mend it.",
  simpleResolvers: true,
})
export class LoadProblemType implements Problem {
  @Field(() => String, { description: "The file." })
  declare file: string;

  @Field(() => Int, { nullable: true, description: "The line; null where the whole file is meant." })
  declare line: number | null;

  @Field(() => SeverityEnum, { description: "Whether it keeps the dossier from being loaded." })
  declare severity: Severity;

  @Field(() => String, {
    description:
      "The rule that it breaks, for example DS014; `exposure-graph check --explain DS014` tells of it.",
  })
  declare rule: Rule["id"];

  @Field(() => String, { description: "What is wrong and how to mend it, in one sentence." })
  declare message: string;
}

@ObjectType("LoadReport", { description: "What a load did, or would do.", simpleResolvers: true })
export class LoadReportType implements Pick<LoadReport, "created" | "corrected" | "unchanged"> {
  @Field(() => Int, { description: "Claims that are new." })
  declare created: number;

  @Field(() => Int, {
    description: "Claims whose row changed: the version before stays readable at its knownAt.",
  })
  declare corrected: number;

  @Field(() => Int, {
    description:
      "Claims that stand already as the files have them, or that an editor retracted and whose row is as it was.",
  })
  declare unchanged: number;
}

/** A dossier may be wrong in every row. */
const TOLD_PROBLEMS = 500;

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

@ObjectType("LoadDossierPayload", { description: "What became of a dossier.", simpleResolvers: true })
export class LoadDossierPayloadType {
  @Field(() => LoadReportType, { description: "What the load did." })
  declare report: LoadReport;
}

@InputType("RetractClaimInput", { description: "A claim that falls, and why." })
export class RetractClaimInput {
  @Field(() => ID, { description: "The claim." })
  declare id: ClaimId;

  @Field(() => String, { description: "Why it falls, for the log of writes; 1 to 2000 letters." })
  declare reason: string;
}

@ObjectType("RetractClaimPayload", { description: "What became of a claim.", simpleResolvers: true })
export class RetractClaimPayloadType {
  @Field(() => ClaimType, { description: "The claim as it was last, with the day of its retraction." })
  declare claim: ResidentClaim;

  @Field(() => String, { description: "The version of the graph from which on it is retracted." })
  declare graphVersion: string;
}

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

import {
  Arg,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { ClaimBase } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import type { Dossier } from "../../domain/dossier.js";
import { mayBePublishedBy, type Source } from "../../domain/source.js";
import { type AnswerToCite, citationCsl, citationText } from "../../explain/copy-citation.js";
import type { Projection } from "../../graph/projection.js";
import { requireDossier } from "../../questions/arguments/known-ids.js";
import type { Explanation } from "../../questions/report/exposure-report.js";
import type { Moment } from "../answer.js";
import type { GraphContext } from "../context.js";
import { enumOf } from "./enums.js";
import { NodeType } from "./node.js";
import { DateScalar, UncertainDateScalar } from "./scalars.js";

@ObjectType("Source", {
  implements: NodeType,
  description: "A publication that claims rest on.",
  simpleResolvers: true,
})
export class SourceType extends NodeType implements Omit<Source, "dossier"> {
  @Field(() => String, { description: "Who put it at its address." })
  declare publisher: string;

  @Field(() => String, {
    nullable: true,
    description: "Who published the original, where this is a copy; null where it is none.",
  })
  declare copyOf: string | null;

  @Field(() => String, { description: "Its title." })
  declare title: string;

  @Field(() => String, { nullable: true, description: "Where it was read; null for what is not on the web." })
  declare url: string | null;

  @Field(() => String, { nullable: true, description: "Where a copy is kept; null where none is known." })
  declare archivedUrl: string | null;

  @Field(() => UncertainDateScalar, {
    nullable: true,
    description: "When it was published; null where it does not say.",
  })
  declare published: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which it was read; null where that was not noted.",
  })
  declare retrieved: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Admiralty code: reliability of the source A to F, credibility of the information 1 to 6; null where not graded.",
  })
  declare grade: string | null;
}

@ObjectType("Citation", { description: "Whose words a claim relies on.", simpleResolvers: true })
export class CitationType {
  @Field(() => SourceType, { description: "The publication." })
  declare source: Source;

  @Field(() => String, {
    nullable: true,
    description:
      "The words relied on, in the source's language; null where the row gives none for this source.",
  })
  declare quote: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where in the source: page, row, paragraph; null where the row gives none.",
  })
  declare locator: string | null;

  @Field(() => Boolean, {
    description:
      "Whether it was published only after the day of knowing asked for: a public act is known on its day, whatever copy of it is cited.",
  })
  declare isLater: boolean;
}

/** As of when a claim's citations are asked for. */
@ArgsType()
export class CitationArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Leaves out what was published only after this day, unless nothing that the claim cites was published by then. Null: today.",
  })
  declare knownAt?: number | null;
}

@ObjectType("ListCoverage", {
  description: "Whether absence from a list means anything.",
  simpleResolvers: true,
})
export class ListCoverageType {
  @Field(() => String, { description: "The list, for example us-entity-list." })
  declare list: string;

  @Field(() => Boolean, {
    description:
      "True: every entry of the list up to the dossier's lastChecked is loaded. False: absence proves nothing.",
  })
  declare complete: boolean;
}

@ObjectType("Dossier", {
  description: "A folder of claims about one story, with what it says about itself.",
  simpleResolvers: true,
})
export class DossierType implements Pick<Dossier, "slug" | "title" | "lastChecked" | "licence"> {
  @Field(() => String, { description: "Its short name, permanent." })
  declare slug: string;

  @Field(() => String, { description: "Its title." })
  declare title: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day up to which its facts were checked; null where it does not say.",
  })
  declare lastChecked: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Under which licence it may be used; null where it does not say.",
  })
  declare licence: string | null;
}

@Resolver(() => DossierType)
export class DossierResolver {
  @FieldResolver(() => String, { description: "Who publishes the dossier; empty where it does not say." })
  publisher(@Root() dossier: Dossier) {
    return dossier.publisher ?? "";
  }

  @FieldResolver(() => Int, { description: "How many claims of every sort it holds that are known today." })
  claims(@Root() dossier: Dossier, @Ctx() context: GraphContext) {
    return context.claimsByDossier().get(dossier.slug) ?? 0;
  }

  @FieldResolver(() => [ListCoverageType], { description: "The lists of which it holds entries, by name." })
  lists(@Root() { lists }: Dossier) {
    return Object.keys(lists)
      .sort()
      .map((list) => ({ list, complete: lists[list] === "complete" }));
  }
}

/** Whose words a claim relies on. */
export interface Citation {
  readonly source: Source;
  readonly quote: string | null;
  readonly locator: string | null;
  /** Whether it was published only after the day as of which it was asked for. */
  readonly isLater: boolean;
}

/**
 * A claim's citations in the order of its row; the quote and the locator belong to the first. As known on a day: those
 * that may have been published by then, or all of them where none was (a public act is known on its day, whatever copy
 * of it is cited).
 */
export function citationsOf(
  projection: Projection,
  claim: Pick<ClaimBase, "sources" | "quote" | "locator">,
  knownAt: Day,
): readonly Citation[] {
  const all = claim.sources.flatMap((id, at) => {
    const source = projection.sources.get(id);
    if (!source) return [];
    const words = at === 0 ? { quote: claim.quote, locator: claim.locator } : { quote: null, locator: null };
    return [{ source, ...words, isLater: !mayBePublishedBy(source, knownAt) }];
  });
  const published = all.filter(({ isLater }) => !isLater);
  return published.length > 0 ? published : all;
}

export type CitationFormat = "TEXT" | "CSL_JSON";

export const CitationFormatEnum = enumOf<CitationFormat>(
  "CitationFormat",
  "How a citation to copy is written.",
  {
    TEXT: "As text: headline, paragraph, the university's own decisions, clocks, sources with their grades.",
    CSL_JSON: "As a list of CSL-JSON, which reference managers import: the answer first, then its sources.",
  },
);

@ArgsType()
export class CopyCitationArgs {
  @Field(() => CitationFormatEnum, { defaultValue: "TEXT", description: "How it is written." })
  declare format: CitationFormat;

  @Field(() => String, {
    nullable: true,
    description: "The address of the page on which it is read, to be cited with it. Null: none.",
  })
  declare address?: string | null;
}

/** A citation in the form that is asked for. */
export function written(told: AnswerToCite, { format, address = null }: CopyCitationArgs) {
  const cited = { ...told, address };
  return format === "TEXT" ? citationText(cited) : JSON.stringify(citationCsl(cited), null, 2);
}

/** What a number in a text of an answer cites. */
export function citationIn(
  { knownAt }: Moment,
  citation: Explanation["citations"][number],
  context: GraphContext,
): Citation {
  const source = context.sourceById(citation.source);
  return { ...citation, source, isLater: !mayBePublishedBy(source, knownAt) };
}

@Resolver()
export class DossierQueries {
  @Query(() => DossierType, { nullable: true, description: "A dossier; null where there is none." })
  dossier(
    @Arg("slug", () => String, { description: "Its short name, for example mit-2019." }) slug: string,
    @Ctx() context: GraphContext,
  ) {
    return requireDossier(context.projection, "slug", slug);
  }
}

import { ArgsType, Field, ObjectType } from "type-graphql";
import type { Dossier } from "../../domain/dossier.js";
import type { Source } from "../../domain/source.js";
import { NodeType } from "./node.type.js";
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

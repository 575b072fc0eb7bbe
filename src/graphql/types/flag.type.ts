import { Field, InterfaceType, ObjectType } from "type-graphql";
import type { Flag, FlagKind, ProbeType as ProbeSort, RiskTopic } from "../../domain/flag.js";
import { kindOfNode } from "../../questions/resident/look-up.js";
import { connectionOf } from "../connection-of.js";
import { FlagKindEnum, ProbeTypeEnum, RiskTopicEnum } from "./enums.js";
import { NodeType } from "./node.type.js";
import { CountryCodeScalar } from "./scalars.js";

@InterfaceType("Flag", {
  implements: NodeType,
  description: "What a government did: a probe or a listing. Show it with its outcome and its responses.",
  resolveType: kindOfNode,
})
export abstract class FlagType
  extends NodeType
  implements Pick<Flag, "id" | "kind" | "title" | "country" | "note" | "topics">
{
  @Field(() => FlagKindEnum, { description: "A probe or a listing." })
  declare kind: FlagKind;

  @Field(() => String, { description: "What it is called." })
  declare title: string;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "The country whose authority it is; null where that is no country.",
  })
  declare country: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What a reader should know beside it; null where nothing.",
  })
  declare note: string | null;

  @Field(() => [RiskTopicEnum], { description: "What it is about." })
  declare topics: readonly RiskTopic[];
}

@ObjectType("Probe", {
  implements: FlagType,
  description: "A government looks into a party.",
  simpleResolvers: true,
})
export class ProbeType extends FlagType implements Pick<Flag, "type" | "docket"> {
  @Field(() => ProbeTypeEnum, { description: "What sort of probe." })
  declare type: ProbeSort;

  @Field(() => String, { nullable: true, description: "The case's number; null where there is none." })
  declare docket: string | null;
}

@ObjectType("Listing", {
  implements: FlagType,
  description: "A government puts a party on a list.",
  simpleResolvers: true,
})
export class ListingType extends FlagType implements Pick<Flag, "list" | "reference"> {
  @Field(() => String, { description: "The list, for example us-entity-list." })
  declare list: string;

  @Field(() => String, {
    nullable: true,
    description: "Where it was published, for example 84 FR 22961; null where not noted.",
  })
  declare reference: string | null;
}

@ObjectType("TimelineEntry", {
  description: "A dated claim of an entity, of its flags or of its decisions.",
  simpleResolvers: true,
})
export class TimelineEntryType {}

export const FlagConnection = connectionOf("Flag", () => FlagType as never, "flags");
export const ProbeConnection = connectionOf("Probe", () => ProbeType, "probes");
export const ListingConnection = connectionOf("Listing", () => ListingType, "listings");
export const TimelineConnection = connectionOf("Timeline", () => TimelineEntryType, "entries of a timeline");

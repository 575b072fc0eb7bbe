import { Field, ID, InputType } from "type-graphql";
import type { DecisionKind } from "../../domain/act.js";
import type { FlagKind, FlagState, RiskTopic, SubjectRole } from "../../domain/flag.js";
import type { DecisionFilter } from "../../questions/lists/act-lists.js";
import type { EntityFilter, EntityOrder } from "../../questions/lists/entity-list.js";
import type { FlagFilter } from "../../questions/lists/flag-list.js";
import {
  DecisionKindEnum,
  EntityOrderByEnum,
  FlagKindEnum,
  FlagStateEnum,
  OrderDirectionEnum,
  RiskTopicEnum,
  SubjectRoleEnum,
} from "./enums.js";
import { CountryCodeScalar } from "./scalars.js";

@InputType("IdentifierFilter", { description: "A registry's number." })
export class IdentifierFilterInput {
  @Field(() => String, { description: "The registry, for example ror." })
  declare scheme: string;

  @Field(() => String, { description: "The number as the graph writes it." })
  declare value: string;
}

@InputType("EntityFilter", {
  description: "Which entities: all conditions must hold, absent and null ones hold.",
})
export class EntityFilterInput implements EntityFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Every word stands in one of its names, as a word or its beginning; case and accents do not matter.",
  })
  declare text?: string | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: "It is established in one of these." })
  declare countries?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether some flag names it as respondent, listed or covered affiliate.",
  })
  declare flagged?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether some confirmed or reported claim says that it is owned or controlled.",
  })
  declare isSubsidiary?: boolean | null;

  @Field(() => [String], { nullable: true, description: "One of these dossiers holds its row." })
  declare dossiers?: readonly string[] | null;

  @Field(() => IdentifierFilterInput, { nullable: true, description: "It has this identifier." })
  declare identifier?: IdentifierFilterInput | null;
}

@InputType("EntityOrder", { description: "How entities are sorted; the id decides between equals." })
export class EntityOrderInput implements EntityOrder {
  @Field(() => EntityOrderByEnum, { description: "By what." })
  declare by: EntityOrder["by"];

  @Field(() => OrderDirectionEnum, { description: "Which way." })
  declare direction: EntityOrder["direction"];
}

@InputType("FlagFilter", { description: "Which flags: all conditions must hold, absent and null ones hold." })
export class FlagFilterInput implements FlagFilter {
  @Field(() => [ID], { nullable: true, description: "One of these." })
  declare ids?: readonly string[] | null;

  @Field(() => [FlagKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare kinds?: readonly FlagKind[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Every word stands in the title, docket or reference, as a word or its beginning.",
  })
  declare text?: string | null;

  @Field(() => [ID], { nullable: true, description: "Brought by one of these public bodies." })
  declare authorities?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: "It concerns one of these entities." })
  declare subjects?: readonly string[] | null;

  @Field(() => [SubjectRoleEnum], {
    nullable: true,
    description: "It concerns a party (of subjects, if given) in one of these roles.",
  })
  declare roles?: readonly SubjectRole[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "A listing on one of these lists, for example us-entity-list.",
  })
  declare lists?: readonly string[] | null;

  @Field(() => [FlagStateEnum], {
    nullable: true,
    description: "In one of these states on validAt; today where none is given.",
  })
  declare states?: readonly FlagState[] | null;

  @Field(() => [RiskTopicEnum], { nullable: true, description: "About one of these." })
  declare topics?: readonly RiskTopic[] | null;
}

@InputType("DecisionFilter", {
  description: "Which decisions: all conditions must hold, absent and null ones hold.",
})
export class DecisionFilterInput implements DecisionFilter {
  @Field(() => [ID], { nullable: true, description: "Taken by one of these." })
  declare by?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: "It names one of these." })
  declare counterparties?: readonly string[] | null;

  @Field(() => [DecisionKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare kinds?: readonly DecisionKind[] | null;
}

@InputType("FlagSelection", {
  description:
    "Which flags count in an exposure question, read on the question's own clocks: all conditions must hold. Without states: OPEN, ESTABLISHED, SUSPENDED. Without lists or ids: no list of class PROCUREMENT_BAN or NETWORK_BAN.",
})
export class FlagSelectionInput {
  @Field(() => [ID], { nullable: true, description: "One of these." })
  declare ids?: readonly string[] | null;

  @Field(() => [FlagKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare kinds?: readonly FlagKind[] | null;

  @Field(() => [ID], { nullable: true, description: "Brought by one of these public bodies." })
  declare authorities?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "A listing on one of these lists, for example us-entity-list.",
  })
  declare lists?: readonly string[] | null;

  @Field(() => [FlagStateEnum], {
    nullable: true,
    description: "Possibly in one of these states for the target on validAt.",
  })
  declare states?: readonly FlagState[] | null;

  @Field(() => [RiskTopicEnum], { nullable: true, description: "About one of these." })
  declare topics?: readonly RiskTopic[] | null;
}

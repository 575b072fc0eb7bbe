import { Field, Float, ID, InputType } from "type-graphql";
import type { Regime } from "../../ownership/rules/regimes.js";
import { MOST_SUPPOSITIONS, type Scenario, type ScenarioThreshold } from "../../questions/asked/scenario.js";
import { RegimeEnum } from "./regime.type.js";

@InputType("ScenarioShare", { description: "Another share in an Ownership. Fractions in [0, 1]." })
export class ScenarioShareInput {
  @Field(() => ID, { description: "The Ownership claim." })
  declare claim: string;

  @Field(() => Float, { description: "The least that it may be." })
  declare min: number;

  @Field(() => Float, { description: "The most that it may be; equal to min for a share that is known." })
  declare max: number;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: "Whether it is more than min." })
  declare minExclusive?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: "Whether it is less than max." })
  declare maxExclusive?: boolean | null;
}

@InputType("ScenarioThreshold", { description: "Another threshold for a legal ownership rule." })
export class ScenarioThresholdInput implements ScenarioThreshold {
  @Field(() => RegimeEnum, { description: "The rule." })
  declare regime: Regime;

  @Field(() => Float, { description: "A fraction in [0, 1]." })
  declare threshold: number;

  @Field(() => Boolean, { description: "Whether the threshold itself suffices." })
  declare inclusive: boolean;
}

@InputType("Scenario", {
  description: `What would be otherwise: at most ${MOST_SUPPOSITIONS} items. Nothing is written.`,
})
export class ScenarioInput {
  @Field(() => [ID], {
    nullable: true,
    description: "Claims of any sort that do not exist, in every version.",
  })
  declare rejectClaims?: readonly string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Sources taken as not believed: a claim falls with the last of its sources.",
  })
  declare rejectSources?: readonly string[] | null;

  @Field(() => [ScenarioShareInput], { nullable: true, description: "Other shares in Ownerships." })
  declare shares?: readonly ScenarioShareInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Entities that are listed from validAt on; the listing counts whatever lists are selected.",
  })
  declare list?: readonly string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Entities of which no listing counts, or listings that count for no entity.",
  })
  declare delist?: readonly string[] | null;

  @Field(() => [[ID]], {
    nullable: true,
    description:
      "Groups of entities of one kind that are one party. No claim says so, so no path shows a step for it.",
  })
  declare same?: readonly (readonly string[])[] | null;

  @Field(() => [ScenarioThresholdInput], { nullable: true, description: "Other thresholds of rules." })
  declare thresholds?: readonly ScenarioThresholdInput[] | null;
}

/** A scenario as the engine takes it. */
export function scenarioOf(input: ScenarioInput): Scenario {
  const { shares, ...others } = input;
  return {
    ...others,
    shares: shares?.map(({ minExclusive, maxExclusive, ...share }) => ({
      ...share,
      minExclusive: minExclusive ?? false,
      maxExclusive: maxExclusive ?? false,
    })),
  };
}

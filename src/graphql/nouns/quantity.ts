import { ArgsType, Field, FieldResolver, Float, ObjectType, Resolver, Root } from "type-graphql";
import type { MoneyRange } from "../../domain/money.js";
import { isKnown, type Share } from "../../domain/share.js";
import { shareWords } from "../../explain/number-words.js";
import { DENSE_LIMIT, PRECISION } from "../../ownership/integrated-ownership/chance-bounds.js";
import { CurrencyCodeScalar } from "./scalars.js";

/** Of a field that asks for one integrated share or for several. */
@ArgsType()
export class PrecisionArgs {
  @Field(() => Float, {
    nullable: true,
    defaultValue: PRECISION,
    description: `How near the bounds of an integrated share must come to what they are in the end: a fraction. It matters where more than ${DENSE_LIMIT} companies hold each other in circles; others are exact. Null: ${PRECISION}.`,
  })
  declare precision?: number | null;
}

@ObjectType("Share", {
  description:
    "A part of a whole as bounds: fractions in [0, 1]. An unknown share is [0, 1], neither nothing nor all.",
  simpleResolvers: true,
})
export class ShareType implements Share {
  @Field(() => Float, { description: "The lower bound." })
  declare min: number;

  @Field(() => Float, { description: "The upper bound; equal to min where the share is exact." })
  declare max: number;

  @Field(() => Boolean, { description: "True: it is more than min." })
  declare minExclusive: boolean;

  @Field(() => Boolean, { description: "True: it is less than max." })
  declare maxExclusive: boolean;
}

@Resolver(() => ShareType)
export class ShareResolver {
  @FieldResolver(() => Boolean, { description: "False: nothing at all is known of it." })
  isKnown(@Root() share: Share) {
    return isKnown(share);
  }

  @FieldResolver(() => String, { description: 'In words, for example "more than 50 per cent".' })
  text(@Root() share: Share) {
    return shareWords(share);
  }
}

@ObjectType("MoneyRange", {
  description: "An amount in one currency, never converted.",
  simpleResolvers: true,
})
export class MoneyRangeType implements MoneyRange {
  @Field(() => Float, { description: "The least that it may be, in units of the currency." })
  declare min: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The most that it may be; equal to min where it is exact, null where no upper bound is known ("more than 4.8 million").',
  })
  declare max: number | null;

  @Field(() => CurrencyCodeScalar, { description: "The currency; XXX where the source names none." })
  declare currency: string;
}

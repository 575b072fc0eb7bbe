import { ArgsType, Field, Float, ID, Int } from "type-graphql";
import type { ClaimStatus } from "../../domain/claim.js";
import type { Verdict } from "../../domain/verdict.js";
import type { ChannelId } from "../../exposure/channels.js";
import type { Timing } from "../../exposure/finding.js";
import {
  DEFAULT_HUB_LIMIT,
  DEFAULT_MAX_HOPS,
  type ExposureOptions,
  MOST_HOPS,
} from "../../questions/arguments/exposure-terms.js";
import type { FindingFilter, TransactionFilter } from "../../questions/lists/finding-lists.js";
import { ChannelEnum, ClaimStatusEnum, TimingEnum, VerdictEnum } from "./enums.js";
import { FlagSelectionInput } from "./flag.js";
import { PAGE, PageArgs } from "./page.js";
import { DateScalar } from "./scalars.js";

const VALID_AT = "What begins after this day does not exist for the question; history stays. Null: today.";

export const KNOWN_AT = "Only what was known on this day counts. Null: today.";

export const MAX_HOPS = `The most claims of a path, 1 to ${MOST_HOPS}.`;

export const HUB_LIMIT = "Entities with more claims to follow are not passed through; the scope says where.";

const MIN_SHARE =
  "A fraction: leaves out counterparties of which the target's economic share (in PARENT: theirs of the target) is certainly below it. Null: none.";

/** What every exposure question may be narrowed by. */
@ArgsType()
export class ExposureOptionArgs {
  @Field(() => DateScalar, { nullable: true, description: VALID_AT })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN_AT })
  declare knownAt?: number | null;

  @Field(() => FlagSelectionInput, {
    nullable: true,
    description:
      "Which flags count. Null: the default (open, established or suspended; no bans of a state's own purchases and networks).",
  })
  declare flags?: FlagSelectionInput | null;

  @Field(() => [ChannelEnum], {
    nullable: true,
    description: "Only these channels. Null: all; PARENT by its own rule where no target is named.",
  })
  declare channels?: readonly ChannelId[] | null;

  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_MAX_HOPS, description: MAX_HOPS })
  declare maxHops?: number | null;

  @Field(() => [ClaimStatusEnum], {
    nullable: true,
    description: "Claims of these statuses may carry. Null: CONFIRMED and REPORTED. DENIED never carries.",
  })
  declare statuses?: readonly ClaimStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether a university stands for its parts too: campuses, laboratories.",
  })
  declare includeParts?: boolean | null;

  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_HUB_LIMIT, description: HUB_LIMIT })
  declare hubLimit?: number | null;

  @Field(() => Float, { nullable: true, description: MIN_SHARE })
  declare minShare?: number | null;
}

@ArgsType()
export class UniversityExposureArgs extends ExposureOptionArgs {
  @Field(() => [ID], {
    nullable: true,
    description: "Only these targets, flagged or not. Null: every flagged entity with a counted flag.",
  })
  declare targets?: readonly string[] | null;
}

@ArgsType()
export class ExposureArgs extends UniversityExposureArgs {
  @Field(() => ID, { description: "Whose exposure." })
  declare university: string;
}

@ArgsType()
export class ExposedUniversitiesArgs extends ExposureOptionArgs {
  @Field(() => ID, { description: "The target: an entity of any kind." })
  declare to: string;

  @Field(() => Int, { nullable: true, description: PAGE.first })
  declare first?: number | null;

  @Field(() => String, { nullable: true, description: PAGE.after })
  declare after?: string | null;

  @Field(() => Int, { nullable: true, description: PAGE.last })
  declare last?: number | null;

  @Field(() => String, { nullable: true, description: PAGE.before })
  declare before?: string | null;
}

@ArgsType()
export class FindingsArgs extends PageArgs implements FindingFilter {
  @Field(() => [ChannelEnum], { nullable: true, description: "Only these channels; null: all." })
  declare channels?: readonly ChannelId[] | null;

  @Field(() => TimingEnum, { nullable: true, description: "Only findings of this timing; null: all." })
  declare timing?: Timing | null;

  @Field(() => VerdictEnum, {
    nullable: true,
    description: "Only findings with this verdict on control; null: all.",
  })
  declare control?: Verdict | null;
}

@ArgsType()
export class TransactionsArgs extends PageArgs implements TransactionFilter {
  @Field(() => TimingEnum, { nullable: true, description: "Only transactions of this timing; null: all." })
  declare timing?: Timing | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only those dated, for certain or possibly, after the university's own decision on the counterparty; false: only the others; null: all.",
  })
  declare afterDecision?: boolean | null;
}

/** The arguments that were given: GraphQL writes null where a question of the engine leaves a field out. */
export function given<Args extends object>(args: Args): Given<Args> {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null)) as Given<Args>;
}

type Given<Args> = { [Name in keyof Args]: Exclude<Args[Name], null> };

/** The options of an exposure question, as the engine takes them. */
export function exposureOptions(args: ExposureOptionArgs): ExposureOptions {
  const { flags, ...options } = given(args);
  return { ...options, ...(flags && { flags: given(flags) }) };
}

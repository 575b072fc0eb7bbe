import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, type PageRequest } from "../../questions/keyset.js";
import type { ListClocks } from "../../questions/lists/list-scope.js";
import type { PageInfo } from "../connection.js";
import { DateScalar } from "./scalars.js";

@ObjectType("PageInfo", { description: "Where a page stands in its list.", simpleResolvers: true })
export class PageInfoType implements PageInfo {
  @Field(() => Boolean, { description: "Whether something follows the page." })
  declare hasNextPage: boolean;

  @Field(() => Boolean, { description: "Whether something precedes the page." })
  declare hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The first place of the page; null for an empty page.",
  })
  declare startCursor: string | null;

  @Field(() => String, { nullable: true, description: "The last place of the page; null for an empty page." })
  declare endCursor: string | null;
}

/** What the four arguments of every connection say. */
export const PAGE = {
  first: `How many from the front, 0 to ${MAX_PAGE_SIZE}; ${DEFAULT_PAGE_SIZE} where neither first nor last is given.`,
  after: "Only what comes after this cursor.",
  last: `How many from the back, 0 to ${MAX_PAGE_SIZE}, in the list's order; not together with first.`,
  before: "Only what comes before this cursor.",
};

@ArgsType()
export class PageArgs implements PageRequest {
  @Field(() => Int, { nullable: true, description: PAGE.first })
  declare first?: number | null;

  @Field(() => String, { nullable: true, description: PAGE.after })
  declare after?: string | null;

  @Field(() => Int, { nullable: true, description: PAGE.last })
  declare last?: number | null;

  @Field(() => String, { nullable: true, description: PAGE.before })
  declare before?: string | null;
}

/** With these words the description of a clock says that it is the day of asking where it is left open. */
export const NULL_IS_TODAY = "Null: today.";

const CUT_OFF = "Leaves out what begins after this day; what has ended stays. Null: everything known.";
const KNOWN = "Only what was known on this day. Null: today.";

/** Clocks and page of a list that cuts off the future. */
@ArgsType()
export class ListArgs extends PageArgs implements ListClocks {
  @Field(() => DateScalar, { nullable: true, description: CUT_OFF })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN })
  declare knownAt?: number | null;
}

/** Clocks of a whole list that cuts off the future. */
@ArgsType()
export class HistoryArgs implements ListClocks {
  @Field(() => DateScalar, { nullable: true, description: CUT_OFF })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN })
  declare knownAt?: number | null;
}

/** Clocks of a list of what may hold on a day. */
@ArgsType()
export class HoldingArgs implements ListClocks {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which the claim may hold. Null: whenever it held.",
  })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN })
  declare knownAt?: number | null;
}

/** Clocks of a state on a day. */
@ArgsType()
export class DayArgs implements ListClocks {
  @Field(() => DateScalar, { nullable: true, description: "The day asked about. Null: today." })
  declare validAt?: number | null;

  @Field(() => DateScalar, { nullable: true, description: KNOWN })
  declare knownAt?: number | null;
}

/** The clock of a list of what was known. */
@ArgsType()
export class KnownArgs {
  @Field(() => DateScalar, { nullable: true, description: KNOWN })
  declare knownAt?: number | null;
}

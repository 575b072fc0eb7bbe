import { Args, Ctx, Resolver, Subscription } from "type-graphql";
import { watchExposure } from "../../questions/exposure-changed.js";
import type { GraphContext } from "../context.js";
import { ExposureChangedArgs, ExposureDifferenceType } from "../types/difference.type.js";

@Resolver()
export class SubscriptionResolver {
  @Subscription(() => ExposureDifferenceType, {
    description:
      "Tells what a load changed for a university: the question `exposure` with its defaults before and after, whenever a new version of the graph makes a difference to it. Several loads in a row may come as one.",
    subscribe: ({ args, context }: { args: ExposureChangedArgs; context: GraphContext }) =>
      watchExposure(context.graph, args.university, context.signal),
  })
  exposureChanged(@Args(() => ExposureChangedArgs) _: ExposureChangedArgs, @Ctx() context: GraphContext) {
    return context.change;
  }
}

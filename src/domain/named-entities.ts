import type { EntityId } from "./entity.js";
import type { Claim } from "./record.js";

/** The entities that a claim names, in the order of its row; none for an event, which speaks of a flag. */
export function namedEntities(claim: Claim): readonly EntityId[] {
  switch (claim.record) {
    case "relation":
      return [claim.from, claim.to];
    case "subject":
      return [claim.entity];
    case "response":
      return [claim.by];
    case "decision":
      return [claim.by, ...claim.counterparties];
    case "policy":
      return [claim.university];
    case "event":
      return [];
  }
}

import type { EntityId } from "../../domain/entity.js";
import type { FlagId, FlagKind, FlagState, RiskTopic } from "../../domain/flag.js";

/** Which flags count. An absent field selects everything of its sort, but for two defaults, see `flagCounts`. */
export interface FlagSelection {
  readonly ids?: readonly FlagId[] | undefined;
  readonly kinds?: readonly FlagKind[] | undefined;
  readonly authorities?: readonly EntityId[] | undefined;
  readonly lists?: readonly string[] | undefined;
  readonly states?: readonly FlagState[] | undefined;
  readonly topics?: readonly RiskTopic[] | undefined;
}

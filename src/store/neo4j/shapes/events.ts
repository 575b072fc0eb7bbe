import type { FlagEvent } from "../../../domain/flag.js";
import {
  CLAIM_PROPERTIES,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-properties.js";
import { plain, type Shape, type Stored } from "./shape.js";

type EventCells = readonly [flag: string, event: FlagEvent["event"], ...claim: ClaimCells];

/** `(:Flag)-[:HAS_EVENT]->(:Event:Claim {…})`. */
export const EVENT_SHAPE: Shape<Stored<FlagEvent>, EventCells> = {
  leading: 0,
  properties: [plain("flag"), plain("event"), ...CLAIM_PROPERTIES],
  encode(stored) {
    const { claim } = stored;
    return [claim.flag, claim.event, ...encodeClaim(stored)];
  },
  decode(cells) {
    const [flag, event] = cells;
    return { claim: { record: "event", flag, event, ...decodeClaim(cells) }, ...decodeVersions(cells) };
  },
};

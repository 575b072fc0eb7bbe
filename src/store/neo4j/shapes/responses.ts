import type { Response } from "../../../domain/flag.js";
import {
  CLAIM_PROPERTIES,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-properties.js";
import { plain, type Shape, type Stored } from "./shape.js";

type ResponseCells = readonly [to: string, by: string, kind: Response["kind"], ...claim: ClaimCells];

/** `(:Response:Claim {…})-[:ANSWERS]->(:Flag or :Decision)`, `-[:GIVEN_BY]->(:Entity)`. */
export const RESPONSE_SHAPE: Shape<Stored<Response>, ResponseCells> = {
  leading: 0,
  properties: [plain("to"), plain("by"), plain("kind"), ...CLAIM_PROPERTIES],
  encode(stored) {
    const { claim } = stored;
    return [claim.to, claim.by, claim.kind, ...encodeClaim(stored)];
  },
  decode(cells) {
    const [to, by, kind] = cells;
    return { claim: { record: "response", to, by, kind, ...decodeClaim(cells) }, ...decodeVersions(cells) };
  },
};

import type { FlagSubject } from "../../../domain/flag.js";
import {
  CLAIM_PROPERTIES,
  type ClaimCells,
  decodeClaim,
  decodeVersions,
  encodeClaim,
} from "./claim-properties.js";
import { plain, type Shape, type Stored } from "./shape.js";

type SubjectCells = readonly [flag: string, entity: string, role: FlagSubject["role"], ...claim: ClaimCells];

/** `(:Flag)-[:CONCERNS {role, …}]->(:Entity)`. */
export const SUBJECT_SHAPE: Shape<Stored<FlagSubject>, SubjectCells> = {
  leading: 2,
  properties: [plain("role"), ...CLAIM_PROPERTIES],
  encode(stored) {
    const { claim } = stored;
    return [claim.flag, claim.entity, claim.role, ...encodeClaim(stored)];
  },
  decode(cells) {
    const [flag, entity, role] = cells;
    return {
      claim: { record: "subject", flag, entity, role, ...decodeClaim(cells) },
      ...decodeVersions(cells),
    };
  },
};

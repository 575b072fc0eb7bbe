import { askExposures } from "./ask-exposures.js";
import { askJudgement } from "./ask-judgement.js";
import { askPaths } from "./ask-paths.js";
import { buildProjections } from "./build-projections.js";
import { countFindings } from "./count-findings.js";
import { insertBare } from "./insert-bare.js";
import { load } from "./load.js";
import { refreshProjections } from "./refresh-projections.js";
import { solveRings } from "./solve-rings.js";
import { watchTurns } from "./watch-turns.js";

/** What may be run in a process of its own. Input and result go through messages: plain data. */
export const JOBS = {
  askExposures,
  askJudgement,
  askPaths,
  buildProjections,
  countFindings,
  insertBare,
  load,
  refreshProjections,
  solveRings,
  watchTurns,
};

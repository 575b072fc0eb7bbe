import type { Regime } from "../../exposure/rules/regimes.js";
import { enumOf } from "../enum-of.js";

export const RegimeEnum = enumOf<Regime>(
  "Regime",
  "A legal rule under which what is not listed is treated like its listed owners.",
  {
    OFAC_50: "OFAC's 50 Percent Rule: half or more, holders aggregated.",
    EU_50: "The EU's ownership criterion: half or more since 3 July 2024, more than half before; aggregated.",
    UK_50: "The UK's test: more than half of the shares or of the votes, each listed party alone.",
    BIS_50: "The Affiliates Rule of BIS: half or more, aggregated; in force at times only.",
  },
);

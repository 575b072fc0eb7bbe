import { REGIME_TABLE } from "../../ownership/rules/regimes.js";
import { described, enumOf } from "../enum-of.js";

export const RegimeEnum = enumOf(
  "Regime",
  "A legal rule under which what is not listed is treated like its listed owners.",
  described(REGIME_TABLE),
);

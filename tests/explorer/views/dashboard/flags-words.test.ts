import { expect, it } from "vitest";
import { today } from "../../../../src/domain/day.js";
import { outcomeWords, stateWords } from "../../../../src/explorer/views/dashboard/flags-picture.js";
import { withinOneDay } from "../../../within-one-day.js";

it("by which day nothing is on record is said of a past day only", () =>
  withinOneDay(async () => {
    const [flag, now] = [{ outcome: null, state: null, events: [] }, today()];
    expect([outcomeWords(flag, now), stateWords(flag, now)]).toEqual(["none on record", "not begun"]);
    expect([outcomeWords(flag, now - 1), stateWords(flag, now - 1)]).toEqual([
      "none on record by that day",
      "not begun by that day",
    ]);
  }));

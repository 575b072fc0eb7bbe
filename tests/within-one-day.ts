import { today } from "../src/domain/day.js";

/** Tries a claim that speaks of today; once more where midnight (UTC) came while it was tried. */
export async function withinOneDay(claim: () => Promise<void>): Promise<void> {
  const began = today();
  try {
    await claim();
  } catch (fault) {
    if (today() === began) throw fault;
    await claim();
  }
}

import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { findExposures } from "../../src/exposure/findings/find-exposures.js";
import { View } from "../../src/graph/view.js";
import { projectionOf } from "./naive/projection-of.js";
import { entityRow, eventRow, flagRow, relationRow, subjectRow, termsOf } from "./naive/rows.js";

const S = "university:s";
const T = "company:t";

describe("what a transaction was last stated on", () => {
  it("is told under every counterparty of a program, also under one whose own chain ended before the flag opened", async () => {
    const since = { start: "2015-01-01" };
    const claims = [
      subjectRow({ id: "claim:rows/s", flag: "probe:f", entity: T, role: "respondent" }),
      eventRow({ id: "claim:rows/e", flag: "probe:f", event: "opened", start: "2019-01-01" }),
      // A source of 4 March 2017 says that S takes part; nobody says until when.
      relationRow({
        id: "claim:rows/tie",
        kind: "Participation",
        from: S,
        to: "program:p",
        published: "2017-03-04",
        ...since,
      }),
      relationRow({
        id: "claim:rows/x-p",
        kind: "Backing",
        from: "company:x",
        to: "program:p",
        ...since,
        end: "2018-01-01",
      }),
      relationRow({
        id: "claim:rows/y-p",
        kind: "Backing",
        from: "company:y",
        to: "program:p",
        start: "2018-01-01",
      }),
      relationRow({ id: "claim:rows/t-x", kind: "Control", from: T, to: "company:x", ...since }),
      relationRow({ id: "claim:rows/t-m", kind: "Control", from: T, to: "company:m", ...since }),
      relationRow({ id: "claim:rows/m-y", kind: "Control", from: "company:m", to: "company:y", ...since }),
    ];
    const entities = [S, T, "company:m", "company:x", "company:y", "program:p"].map((id) => entityRow(id));
    const projection = await projectionOf({ entities, flags: [flagRow("probe:f")], claims });
    const terms = termsOf(S, "2020-01-01");
    const [finding] = findExposures(View.of(projection, terms), terms).findings;
    const told = finding?.counterparties.map(({ counterparty, transactions: [first] }) => [
      counterparty,
      first?.timing,
      first?.lastStated,
    ]);
    const lastStated = parseDay("2017-03-05");
    expect(told).toEqual([
      ["company:x", "POSSIBLY_CONCURRENT", lastStated],
      ["company:y", "POSSIBLY_CONCURRENT", lastStated],
    ]);
  });
});

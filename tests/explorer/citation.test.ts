import { describe, expect, it } from "vitest";
import { type Cited, citationBibtex, citationCsl, citationText } from "../../src/explorer/state/citation.js";

const CITED: Cited = {
  title: "A & B: 50% of $1 in C_D",
  container: "Exposure graph",
  graphVersion: "3",
  validAt: "2019-04-04",
  knownAt: "2026-01-02",
  address: "http://127.0.0.1:4000/?university=university:mit&open=abc&at=2019-04-04&known=2026-01-02",
  accessed: "2026-01-03",
  clocks: "As of 4 April 2019, as known on 2 January 2026",
};

describe("a citation", () => {
  it("names the finding, both clocks, the graph's version, the address and the day of looking", () => {
    expect(citationText(CITED, { version: "graph version", accessed: "accessed" })).toBe(
      "A & B: 50% of $1 in C_D. As of 4 April 2019, as known on 2 January 2026. Exposure graph, graph version 3. " +
        "http://127.0.0.1:4000/?university=university:mit&open=abc&at=2019-04-04&known=2026-01-02 (accessed 2026-01-03).",
    );
  });

  it("is escaped for BibTeX", () => {
    const entry = citationBibtex(CITED);
    expect(entry).toMatch(/^@misc\{exposure-university-mit-abc-2019-04-04-2026-01-02,/);
    expect(entry).toContain("title = {{A \\& B: 50\\% of \\$1 in C\\_D}}");
  });

  it("is an item of CSL-JSON", () => {
    expect(JSON.parse(citationCsl(CITED))).toEqual([
      {
        id: "exposure-university-mit-abc-2019-04-04-2026-01-02",
        type: "webpage",
        title: CITED.title,
        "container-title": "Exposure graph",
        version: "3",
        issued: { "date-parts": [[2026, 1, 2]] },
        accessed: { "date-parts": [[2026, 1, 3]] },
        note: CITED.clocks,
        URL: CITED.address,
      },
    ]);
  });
});

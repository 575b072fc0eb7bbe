import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import type { Source } from "../../src/domain/source.js";
import { citationCsl, citationText } from "../../src/explain/copy-citation.js";
import { highestGradeFirst, sourceText } from "../../src/explain/source-text.js";
import { openStore } from "../../src/store/open-store.js";
import { seeded } from "../examples/examples.js";

const ORIGINAL: Source = {
  id: "source:d/statement",
  dossier: "d",
  publisher: "MIT News",
  copyOf: null,
  title: "New review process",
  url: "https://news.mit.edu/review",
  archivedUrl: null,
  published: "2019-04-03",
  retrieved: "2026-11-24",
  grade: "A2",
};
const COPY: Source = {
  ...ORIGINAL,
  id: "source:d/copy",
  publisher: "203.0.113.7",
  copyOf: "The Australian",
  title: 'Telco "giant" on campus',
  url: "http://203.0.113.7/telco",
  published: "2018-07",
  grade: "C3",
};

describe("a source in one line", () => {
  it("names whose it is, its title, when it came, its grade and where the copy stands", () => {
    expect(sourceText(ORIGINAL)).toBe('MIT News, "New review process", 3 April 2019, grade A2');
    expect(sourceText({ ...COPY, publisher: "newsbite.mooo.com" })).toBe(
      "The Australian, \"Telco 'giant' on campus\", July 2018, grade C3 (copy at newsbite.mooo.com)",
    );
  });

  it("shows no bare address as a name", () => {
    expect(sourceText(COPY)).toContain("(copy at an unnamed site)");
    expect(sourceText({ ...COPY, copyOf: null })).toMatch(/^an unnamed site, /);
  });

  it("comes by its grade, a copy as an original, and those of one grade in the claim's order", () => {
    const better = { ...COPY, grade: "A1" };
    const same = { ...ORIGINAL, published: "2019-04-01" };
    const ungraded = { ...ORIGINAL, grade: null };
    expect(highestGradeFirst([ungraded, ORIGINAL, same, better], (source) => source)).toEqual([
      better,
      ORIGINAL,
      same,
      ungraded,
    ]);
  });
});

it("every source of the seed has a publisher, a title and a name for its copy's site, and none that is an address", async () => {
  const graph = await seeded(await openStore({ engine: "memory" }));
  const sources = [...(await graph.current()).sources.values()];
  expect(sources.length).toBeGreaterThan(500);
  const refused = sources.filter((source) => {
    const line = sourceText(source);
    const names = [source.publisher, source.copyOf ?? ""].join(" ");
    return (
      /re-?post|mirror|\bvia\b/i.test(names) ||
      /^\W|, "",|\b\d{1,3}(?:\.\d{1,3}){3}\b/.test(line) ||
      (source.copyOf !== null) !== line.includes("(copy at ")
    );
  });
  expect(refused.map(sourceText)).toEqual([]);
}, 60_000);

const CITED = {
  headline: "MIT received $500,000 from Huawei.",
  paragraph: "Huawei Technologies gave MIT $500,000 on 20 December 2017 [1]. It denied the charges [2].",
  validAt: parseDay("2019-04-04"),
  knownAt: parseDay("2026-11-24"),
  graphVersion: "3",
  sources: [ORIGINAL, COPY],
  decisions: ["On 3 April 2019 MIT stopped new engagements with Huawei."],
  address: "https://example.org/ask?university=university:mit",
};

describe("a citation to copy", () => {
  it("as text is the headline, the paragraph, the own decision, the clocks and the numbered sources", () => {
    expect(citationText(CITED)).toBe(
      [
        "MIT received $500,000 from Huawei.",
        "Huawei Technologies gave MIT $500,000 on 20 December 2017 [1]. It denied the charges [2].",
        "The university's own decisions:\n- On 3 April 2019 MIT stopped new engagements with Huawei.",
        "As of 4 April 2019, by what was known on 24 November 2026. Exposure graph, version 3. https://example.org/ask?university=university:mit",
        [
          "Sources:",
          '[1] MIT News, "New review process", 3 April 2019, grade A2. https://news.mit.edu/review',
          "[2] The Australian, \"Telco 'giant' on campus\", July 2018, grade C3 (copy at an unnamed site). http://203.0.113.7/telco",
        ].join("\n"),
      ].join("\n\n"),
    );
  });

  it("lists a source once, with all its numbers", () => {
    expect(citationText({ ...CITED, sources: [ORIGINAL, ORIGINAL, ORIGINAL, COPY, ORIGINAL] })).toMatch(
      /\n\[1–3, 5\] MIT News.*\n\[4\] The Australian/,
    );
  });

  it("leaves out what there is not", () => {
    const bare = { ...CITED, paragraph: CITED.headline, decisions: [], sources: [], address: null };
    expect(citationText(bare)).toBe(
      "MIT received $500,000 from Huawei.\n\nAs of 4 April 2019, by what was known on 24 November 2026. Exposure graph, version 3.",
    );
  });

  it("as CSL-JSON is the answer, then each source once", () => {
    expect(citationCsl({ ...CITED, sources: [ORIGINAL, COPY, COPY] })).toEqual([
      {
        id: "exposure-2019-04-04-2026-11-24-v3",
        type: "report",
        title: CITED.headline,
        publisher: "Exposure graph",
        version: "3",
        issued: { "date-parts": [[2026, 11, 24]] },
        abstract: CITED.paragraph,
        note: "As of 4 April 2019, by what was known on 24 November 2026. On 3 April 2019 MIT stopped new engagements with Huawei.",
        URL: CITED.address,
      },
      {
        id: "source:d/statement",
        type: "webpage",
        title: "New review process",
        publisher: "MIT News",
        issued: { "date-parts": [[2019, 4, 3]] },
        accessed: { "date-parts": [[2026, 11, 24]] },
        note: "grade A2",
        URL: "https://news.mit.edu/review",
      },
      {
        id: "source:d/copy",
        type: "webpage",
        title: 'Telco "giant" on campus',
        publisher: "The Australian",
        issued: { "date-parts": [[2018, 7]] },
        accessed: { "date-parts": [[2026, 11, 24]] },
        note: "grade C3; copy at an unnamed site",
        URL: "http://203.0.113.7/telco",
      },
    ]);
  });
});

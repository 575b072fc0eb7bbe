import { beforeAll, describe, expect, it } from "vitest";
import { embedPage, SNAPSHOT_PAGES } from "../../../src/explorer/embed/embed-page.js";
import type { ResidentGraph } from "../../../src/graph/resident-graph.js";
import { openStore } from "../../../src/store/open-store.js";
import { seeded } from "../../examples/examples.js";
import { askerOf } from "../asker.js";

let graph: ResidentGraph;
beforeAll(async () => {
  graph = await seeded(await openStore({ engine: "memory" }));
}, 60_000);

/** The page of an address below /embed/. */
async function embed(path: string): Promise<{ readonly status: number; readonly html: string }> {
  const address = new URL(`/embed/${path}`, "http://localhost");
  const kind = SNAPSHOT_PAGES[address.pathname.slice("/embed/".length)];
  if (kind === undefined) throw new Error(`there is no snapshot at ${path}`);
  return embedPage(kind, {
    ask: askerOf(graph),
    address,
    origin: "http://localhost:4000",
    today: "2026-11-24",
    styles: "p{}",
    policy: "default-src 'none'",
  });
}

const CLOCKS = "at=2019-04-04&known=2026-11-24";

describe("a snapshot of a canvas", () => {
  it("draws the chain, keeps every statement's words and sources, and leads to the living one", async () => {
    const { status, html } = await embed(`explore?${CLOCKS}`);
    expect(status).toBe(200);
    expect(html).toContain("How MIT and Huawei Technologies are connected");
    expect(html.match(/<polygon|<circle/g)?.length).toBeGreaterThan(4);
    expect(html).toContain("Huawei Technologies gave MIT $500,000 on 20 December 2017.");
    expect(html).toContain("<blockquote>");
    expect(html).toContain(
      "As of 4 April 2019, as known on 24 November 2026. Exposure graph, graph version 1.",
    );
    expect(html).toContain("http://localhost:4000/explore?at=2019-04-04&amp;known=2026-11-24");
    expect(html).not.toMatch(/<script|\son\w+=/);
  });

  it("words the days of its table, and keeps them as data in the file only", async () => {
    const { html } = await embed(`explore?${CLOCKS}`);
    const table = html.slice(html.indexOf("<table"));
    expect(table).toContain(">in or before 2017</td>");
    expect(table).not.toMatch(/\.\.\/|\/\.\./);
  });

  it("is the same picture as before when it is asked for again", async () => {
    const path = `explore?${CLOCKS}&steps=add*company:zte~expand*company:zte*20~tidy`;
    expect((await embed(path)).html).toBe((await embed(path)).html);
  });

  it("tells beside what is alleged what came of it and what was answered", async () => {
    const { html } = await embed("explore?steps=add*company:skycom~expand*company:skycom*10&at=2013-01-01");
    expect(html).toContain(
      "Alleged: Huawei Technologies was alleged by U.S. authorities to have had Skycom as a subsidiary",
    );
    expect(html).toMatch(
      /In “United States v\. Huawei Technologies Co., Ltd\. et al\.”\. Outcome: .* Answered: On 29 January 2019 Huawei Technologies denied that/,
    );
  });

  it("refuses more than can be read on one page, and more work than a picture is worth", async () => {
    const crowd = await embed("explore?steps=expand*company:huawei-technologies*500");
    expect(crowd.status).toBe(400);
    expect(crowd.html).toContain("More than 200 entities");
    expect((await embed("explore?steps=add*company:zte~tidy~tidy~tidy~tidy")).status).toBe(400);
  });
});

describe("a snapshot of a picture of the dashboard", () => {
  it.each([
    ["universities", "Findings by university and group", "Massachusetts Institute of Technology"],
    ["years", "Money per year to universities from flagged parties, in US dollars", "2017"],
    ["counterparties", "Who gave the most, in US dollars", "Huawei Technologies Co., Ltd."],
    ["flags", "Probes and listings in time", "DOJ FCPA investigation of ZTE"],
  ])("%s carries its title, its table, its sources and its clocks", async (picture, title, row) => {
    const { status, html } = await embed(`dashboard?picture=${picture}&known=2026-11-24&at=2026-11-24`);
    expect(status).toBe(200);
    expect(html).toContain(title);
    expect(html).toContain(`<th scope="row" data-label=`);
    expect(html).toContain(row);
    expect(html).toContain("From the dossiers");
    expect(html).toContain("graph version 1.");
  });

  it("says which rows repeat each other, and ends in totals that count each gift once", async () => {
    const { html } = await embed(
      "dashboard?picture=universities&measure=GROSS&at=2026-11-24&known=2026-11-24",
    );
    const table = html.slice(html.indexOf("<tbody"), html.indexOf("</tbody"));
    const rows = table.split("<tr").map((row) => row.replaceAll(/<[^>]*>/g, "|").replaceAll(/\|+/g, "|"));
    const cells = (first: string, second: string) =>
      rows
        .find((row) => row.includes(`|${first}|${second}|`))
        ?.split("|")
        .slice(1, -1);
    const huawei = "Huawei Technologies (Huawei Investment &amp; Holding Co., Ltd.)";
    // The US dollars that Section 117 reports give for Huawei's five payers, and the university's own row of them.
    expect(cells("All universities, each dealing once", huawei)?.slice(2)).toEqual([
      "28,672,437",
      "28,672,437",
      "USD",
    ]);
    expect(cells("University of California, Berkeley", huawei)?.at(-1)).toBe(
      "University of California System",
    );
  });

  it("says of what is alleged only that it is, not that it has not begun", async () => {
    const { html } = await embed("dashboard?picture=flags&all=flags&at=2019-04-04&known=2019-04-04");
    expect(html).toContain("Probe, on HIRP: alleged, and no more on record by that day. Outcome:");
    expect(html).not.toContain("not begun by that day");
  });

  it("never shows an allegation without its outcome and what was answered", async () => {
    const { html } = await embed("dashboard?picture=flags&all=flags&at=2026-11-24&known=2026-11-24");
    const drawing = html.slice(0, html.indexOf("<figcaption"));
    const lanes = drawing.match(/Outcome:/g)?.length ?? 0;
    // 89 probes and listings in the seed.
    expect(lanes).toBe(89);
    expect(drawing.match(/Answered:/g)).toHaveLength(lanes);
    expect(html).toContain("Maryland denied it");
  });

  it("says of amounts that no source gives that they are not known, in words", async () => {
    const days = "at=2026-11-24&known=2026-11-24";
    const { html } = await embed(`dashboard?picture=universities&measure=GROSS&currency=XXX&${days}`);
    expect(html).toContain("the most, an amount that no source gives, is at ");
    for (const picture of ["universities", "years", "counterparties"]) {
      const page = await embed(`dashboard?picture=${picture}&measure=GROSS&currency=XXX&${days}`);
      // The address of the living picture names the code.
      expect(page.html.replaceAll("currency=XXX", "")).not.toContain("XXX");
    }
  });

  it("says what is wrong with an address", async () => {
    const { status, html } = await embed("dashboard?picture=everything");
    expect(status).toBe(400);
    expect(html).toContain("“everything” is none of universities, years, counterparties, flags");
    expect((await embed("explore?steps=fly*university:mit")).status).toBe(400);
  });
});

describe("a snapshot that cannot be made", () => {
  it.each([
    ["finding", "names university, target and channel; this one lacks university, target and channel."],
    ["finding?university=university:mit&target=company:zte", "this one lacks channel."],
    ["finding?university=university:mit&target=company:zte&channel=X", "“X” is none of DIRECT, SUBSIDIARY"],
    ["finding?university=university:mit&target=company:zte&channel=DIRECT&at=1.1.", "“1.1.” is not a day"],
    ["dashboard", "names which one in “picture”: universities, years, counterparties, flags."],
    ["dashboard?picture=years&knwon=2019-04-04", "names “knwon”, which this page does not read"],
    ["explore?known=yesterday", "“yesterday” is not a day"],
  ])("at %s says in a sentence what is wrong, and gives an address that works", async (path, said) => {
    const { status, html } = await embed(path);
    expect(status).toBe(400);
    expect(html).toContain(said);
    expect(html).not.toContain("$");
    const example = /<a href="http:\/\/localhost:4000\/embed\/([^"]*)">/.exec(html)?.[1] ?? "";
    expect((await embed(example.replaceAll("&amp;", "&"))).status).toBe(200);
  });

  it("is not found where the graph has no such finding", async () => {
    const none = await embed("finding?university=university:mit&target=company:zte&channel=DIRECT");
    expect([none.status, none.html.includes("has no such finding on these days")]).toEqual([404, true]);
    const nobody = await embed("finding?university=university:none&target=company:zte&channel=DIRECT");
    expect([nobody.status, nobody.html.includes("No university has the id “university:none”")]).toEqual([
      404,
      true,
    ]);
  });
});

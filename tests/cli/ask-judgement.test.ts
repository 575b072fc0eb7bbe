import { describe, expect, test } from "vitest";
import { run } from "./run.js";
import { askingTheSeed } from "./seed-store.js";

const CLOCKS = ["--valid-at", "2026-11-24", "--known-at", "2026-11-24"];

const seed = askingTheSeed(...CLOCKS);
const asked = (...parameters: string[]) => seed.line("ask", ...parameters);
const field = (...parameters: string[]) => seed.field("ask", ...parameters);

describe("ask", () => {
  test("tables say of amounts that no source gives that they are unknown, and how many they are", async () => {
    const funding = await seed.asked("ask", "funding", "--by", "payer");
    expect(funding).toMatch(/^Huawei Technologies Co\., Ltd\. +unknown amount \((\d+)\) {2,}\1 +\1 +20/m);
    const exposed = await seed.asked("ask", "exposed", "company:huawei-technologies");
    expect(exposed).toMatch(/^ +unknown amount$/m);
    const exposure = await seed.asked("ask", "exposure", "university:mit");
    expect(exposure).toMatch(/ an undisclosed sum +reported /);
    expect([funding, exposed, exposure].join()).not.toContain("XXX");
    expect(await asked("matrix", "--measure", "gross", "--currency", "XXX")).toMatch(
      /^Sums in currencies that no source names; .* unknown amount /,
    );
  });

  test("why-not tells what MIT said of ZTE", async () => {
    expect(await asked("why-not", "university:mit", "company:zte")).toContain(
      "that it had no engagements with ZTE",
    );
    const { found, denied } = await field("why-not", "university:mit", "company:zte");
    expect([found, denied.map(({ id }: { id: string }) => id)]).toEqual([
      false,
      ["claim:mit-2019/mit-collaboration-zte"],
    ]);
  });

  test("what-if removes a holding with the claim that it rests on, and names bad items", async () => {
    const claim = "claim:mit-2019/mit-ownership-megvii";
    const out = await asked("what-if", "university:mit", "--reject", claim);
    expect(out).toMatch(/What follows supposes something that no source states\./);
    expect(out).toMatch(/A finding was removed: Megvii \(the university owns something that is the target/);
    expect(out).toMatch(`because of ${claim}`);
    const bad = await run(["ask", "what-if", "university:mit", "--reject", "claim:a/b", ...seed.store()]);
    expect(bad.err).toMatch('--reject: "claim:a/b" is no claim');
    const wrong = await run(["ask", "what-if", "university:mit", "--threshold", "OFAC=1", ...seed.store()]);
    expect(wrong.err).toMatch(/is not a threshold/);
  });

  test("changes names the listing of Huawei among the causes", async () => {
    const { added } = await field(
      "changes",
      "university:mit",
      "--since-known-at",
      "2018-12-31",
      "--channels",
      "DIRECT",
    );
    const causes = added.flatMap(({ because }: { because: { id: string }[] }) => because.map(({ id }) => id));
    expect(causes).toContain("claim:huawei-entity-list/bis-entity-list-2019-05-16-huawei-listed-2019-05-16");
  });

  test("review applies MIT's policy to Saudi Aramco by its country", async () => {
    const { policies, countries, criteria } = await field("review", "university:mit", "company:saudi-aramco");
    const policy = policies.find((each: { policy: { id: string } }) =>
      each.policy.id.endsWith("mit-elevated-risk-review"),
    );
    expect([policy.applies, countries, criteria.length]).toEqual(["YES", ["SA"], 6]);
  });

  test("shared, matrix and funding count a gift once", async () => {
    expect(await asked("shared", "university:mit", "university:caltech")).toMatch(/Huawei Technologies/);
    const targets = ["--targets", "company:huawei-technologies"];
    const { cells, rows } = await field("matrix", ...targets, "--universities", "university:mit");
    expect([rows[0].key, cells.map(({ min }: { min: number }) => min)]).toEqual([
      "university:mit",
      [500_000],
    ]);
    const {
      nodes: [sum],
    } = await field(
      "funding",
      ...["--by", "payer", "--recipients", "university:mit", "--payers", "company:saudi-aramco"],
    );
    // 1,075,000 + 450,000 + 300,000 + 750,000 + 425,000 + 325,000
    expect([sum.total.min, sum.transactions]).toEqual([3_325_000, 6]);
  });
});

import { describe, expect, test } from "vitest";
import { run } from "./run.js";
import { askingTheSeed } from "./seed-store.js";

// The day before the sale of Huawei's sea-cable business was agreed.
const CLOCKS = ["--valid-at", "2019-05-30", "--known-at", "2026-11-24"];
const HOLDER = "company:huawei-tech-investment-hong-kong";
const CABLES = "company:huawei-marine-systems";
const NETWORKS = "company:huawei-marine-networks";

/** What these tests read of an answer of ask rule. */
interface RuleJson {
  readonly data: {
    readonly ownershipRule: {
      readonly regime: string;
      readonly verdict: string;
      readonly wouldBe: string | null;
      readonly aggregateShare: { readonly min: number };
      readonly proof: readonly unknown[];
    };
  };
}

const seed = askingTheSeed(...CLOCKS);
const asked = (...parameters: string[]) => seed.line("ask", ...parameters);
const field = (...parameters: string[]) => seed.field("ask", ...parameters);

describe("ask ownership", () => {
  test("tells holders and holdings with direct and integrated shares and control, and what is known", async () => {
    const out = await asked("ownership", CABLES);
    expect(out).toMatch(`Huawei Marine Systems Co., Limited (${CABLES}): known 51 of 100`);
    expect(out).toMatch(/Huawei Tech\. Investment Co\., Limited 51 51 yes 1 /);
    expect(out).toMatch(/Global Marine Group \[0,49\] \[0,49\] no 1 /);
    // 98.99 per cent of at most 51
    expect(out).toMatch(/trade union….*\[0,50\.4849\] undetermined 4 /);
    expect(out).toMatch(/Below it: 1 .*Huawei Marine Networks Co\., Ltd\. not known not known undetermined/);
    const { known, holders } = await field("ownership", CABLES);
    expect([known, holders[0].party.id, holders[0].control, holders[0].path.hops]).toEqual([
      0.51,
      HOLDER,
      "YES",
      1,
    ]);
  });

  test("reads one right alone, and names what it does not know", async () => {
    // The holding's right is not specified, so it counts as votes too.
    expect((await field("ownership", CABLES, "--right", "votes")).known).toBe(0.51);
    const wrong = await run(["ask", "ownership", CABLES, "--right", "moral", ...seed.store()]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching('"moral" is not known')]);
    const unknown = await run(["ask", "ownership", "company:huawei-marine-system", ...seed.store()]);
    expect(unknown.err).toMatch(`did you mean ${CABLES} (`);
  });
});

describe("ask integrated", () => {
  test("tells a share through everything between, and what is held directly", async () => {
    const out = await asked("integrated", "person:ren-zhengfei", CABLES);
    // 1.01 per cent of at most 51
    expect(out).toMatch(
      /Ren Zhengfei owns at most 0\.5151 per cent of Huawei Marine Systems, directly and through others\. Directly it owns nothing of it\. /,
    );
    const { share, direct } = await field("integrated", HOLDER, CABLES);
    expect([share.min, share.max, direct.min]).toEqual([0.51, 0.51, 0.51]);
    const { err } = await run(["ask", "integrated", "company:nobody", CABLES, ...seed.store()]);
    expect(err).toMatch('"company:nobody" is not in the graph');
  });
});

describe("ask control", () => {
  test("tells the verdict with its ground and the claims that prove it", async () => {
    const out = await asked("control", HOLDER, CABLES);
    expect(out).toMatch(
      /^As of 30 May 2019 the claims in this collection show that Huawei Tech\. Investment controls Huawei Marine Systems/,
    );
    expect(out).toMatch(/Claims: Huawei Tech\. Investment .*51 per ?cent .*"to buy its 51 percent stake/);
    const { verdict, votes, proof } = await field("control", HOLDER, CABLES);
    expect([verdict, votes.min, proof.map(({ to }: { to: { id: string } }) => to.id)]).toEqual([
      "YES",
      0.51,
      [CABLES],
    ]);
  });

  test("leaves open what an affiliation leaves open", async () => {
    const { verdict, explanation } = await field("control", "company:huawei-technologies", HOLDER);
    expect([verdict, explanation]).toEqual([
      "UNDETERMINED",
      expect.stringMatching(/A source points to control of .*, and leaves it open\./),
    ]);
  });

  test("says where a verdict rests on a report, and when it was last stated, with the publisher", async () => {
    expect(await asked("control", "public-body:saudi-arabia", "company:saudi-aramco")).toMatch(
      /Saudi Aramco.* This rests on what The Boston Globe reported, and is not confirmed\. Claims:/,
    );
    expect(await asked("control", "company:zte", "company:zte-kangxun")).toMatch(
      /controls ZTE Kangxun.* It was last stated in 2018, by .*, and no source says that it still held on 30 May 2019\. Claims:/,
    );
  });

  test("rests on what is confirmed where that is also reported", async () => {
    const futurewei = await asked("control", "company:huawei-technologies", "company:futurewei");
    expect(futurewei).toMatch(/controls Futurewei.* Claims: .*Futurewei/);
    expect(futurewei).not.toMatch(/not confirmed|no source says/);
  });

  test("says nothing of when it was last stated where a source of the day does", async () => {
    const { restsOn } = await field("control", HOLDER, CABLES);
    expect(restsOn).not.toMatch(/last stated/);
  });

  test("cites as known on an earlier day what was published by then, and no words of a later source", async () => {
    const control = ["ask", "control", "company:zte", "company:zte-kangxun", ...seed.store()];
    const now = (await run(control)).out;
    const then = (await run([...control, "--valid-at", "2018-01-01", "--known-at", "2018-01-01"])).out;
    // Its first source is of 7 May 2018, its second of 4 April 2017.
    const [words] = /"[^"]+" \(/.exec(now.replaceAll(/\s+/g, " ")) ?? [];
    expect(words).toBeDefined();
    expect(then).toMatch(/^As of 1 January 2018 the claims in this collection show that ZTE controls/);
    expect(then.replaceAll(/\s+/g, " ")).not.toContain(words);
  });

  test("shows beside a NO what is only alleged between the two", async () => {
    expect(await asked("control", "company:huawei-technologies", "company:skycom")).toMatch(
      /show no control of Skycom.* Not counted, because it is only alleged or denied: Huawei Technologies was alleged by .* Skycom/,
    );
    const { data } = await seed.json("ask", "control", "company:huawei-technologies", "company:skycom");
    const between = data.between.relations.nodes.map(({ status }: { status: string }) => status);
    expect([data.control.verdict, between]).toEqual(["NO", ["ALLEGED"]]);
  });
});

describe("ask rule", () => {
  test("lays the rules side by side, each with its explanation, claims and citation", async () => {
    const out = await asked("rule", NETWORKS, "--flagged", HOLDER);
    for (const rule of [
      "OFAC_50 undetermined",
      "EU_50 undetermined",
      "UK_50 undetermined",
      "BIS_50 not in force",
    ])
      expect(out).toMatch(rule);
    expect(out).toMatch(
      /BIS_50: the BIS Affiliates Rule On 30 May 2019 .* was not in force\. If it had been, this would hold: /,
    );
    expect(out).toMatch(/as read on \d{4}-\d{2}-\d{2}\./);
  });

  test("takes some rules and some parties to start from", async () => {
    const told = await seed.json("ask", "rule", CABLES, "--regimes", "OFAC_50,BIS_50", "--flagged", HOLDER);
    expect(
      (told as RuleJson[]).map(
        ({
          data: {
            ownershipRule: { regime, verdict, wouldBe, aggregateShare, proof },
          },
        }) => [regime, verdict, wouldBe, aggregateShare.min, proof.length],
      ),
    ).toEqual([
      ["OFAC_50", "YES", null, 0.51, 1],
      ["BIS_50", "NOT_IN_FORCE", "YES", 0.51, 1],
    ]);
    const wrong = await run(["ask", "rule", CABLES, "--regimes", "OFAC", ...seed.store()]);
    expect(wrong.code).toBe(2);
    const unknown = await run(["ask", "rule", CABLES, "--flagged", "company:nobody", ...seed.store()]);
    expect(unknown.err).toMatch('--flagged: "company:nobody"');
  });
});

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { answerElevatedRiskReview } from "../../src/questions/elevated-risk-review.js";
import { answerExposure } from "../../src/questions/exposure.js";
import type { LoadClaims } from "../../src/questions/report/exposure-report.js";
import { claimsAsKnown } from "../../src/questions/resident/resident-records.js";
import { openStore } from "../../src/store/open-store.js";
import { seeded, TODAY } from "../examples/examples.js";

/** Texts of the seed that a newsroom prints, one file each, and what each must say in its order. */
const FOLDER = join(import.meta.dirname, "golden");

let graph: ResidentGraph;
beforeAll(async () => {
  graph = await seeded(await openStore({ engine: "memory" }));
}, 120_000);

/** A report's headline and summary, and the paragraph of one group of it. */
async function reportText(university: string, { group = "", validAt = TODAY }): Promise<string> {
  const knownAt = parseDay(TODAY);
  const report = await answerExposure(graph, { university, validAt: parseDay(validAt), knownAt });
  if (report === null) throw new Error(`no ${university}`);
  const load: LoadClaims = async (ids) => {
    const claims = await claimsAsKnown(graph.store, ids, knownAt);
    return ids.flatMap((id) => claims.get(id) ?? []);
  };
  const found = (await report.groups()).find((each) => each.group === group);
  const paragraph = found && (await report.groupTexts(found).explanation(load)).text;
  const parts = [
    `headline: ${await report.headline(load)}`,
    `summary: ${await report.summary(load)}`,
    ...(paragraph === undefined ? [] : [`group: ${paragraph}`]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The review as a paragraph, then each criterion. */
async function reviewText(university: string, counterparty: string): Promise<string> {
  const now = { validAt: parseDay(TODAY), knownAt: parseDay(TODAY) };
  const review = await answerElevatedRiskReview(graph, { university, counterparty, ...now });
  if (review === null) throw new Error("no review");
  const criteria = review.criteria.map(({ criterion, explanation }) => `${criterion}: ${explanation}`);
  return `${[`summary: ${review.summary}`, ...criteria].join("\n\n")}\n`;
}

const HUAWEI = "company:huawei-investment-holding";
const GOLDEN: readonly (readonly [name: string, text: () => Promise<string>, inOrder: readonly RegExp[]])[] =
  [
    [
      "berkeley",
      () => reportText("university:uc-berkeley", { group: HUAWEI }),
      [
        /^headline: Berkeley received \$9\.5 million from .*Futurewei/,
        /up to \$3\.28 million of it after its own moratorium\./,
        /\ngroup: Huawei Technologies .*and its U\.S\. affiliate Futurewei/,
        /gave Berkeley \$9,534,986 in 12 gifts between December 2014 and March 2019/,
        /filings with the Education Department/,
        /\$3,850,000 (?:came )?from Huawei Technologies and \$5,684,986 from Futurewei/,
        /Two of the gifts, worth \$3,283,860, are dated February and March 2019/,
        /after .*charged.* on 24 January 2019/,
        /moratorium of 30 January/,
        /may have been promised earlier/,
        /whether the moratorium covered Futurewei is not certain/,
        /Noah's Ark Lab announced a partnership with Berkeley's AI lab for \$1 million in October 2016/,
        /Entity List on 16 May 2019/,
        /denied the charges on 29 January 2019 and has repeated its denial, most recently by July 2025/,
        /open when last reported, in July 2025/,
      ],
    ],
    [
      "mit-on-4-april-2019",
      () => reportText("university:mit", { group: "company:huawei-technologies", validAt: "2019-04-04" }),
      [
        /MIT received \$500,000 from Huawei Technologies in December 2017, 13 months before the company was charged/,
        /Huawei Technologies denied the charges/,
        /MIT stopped accepting new engagements.* on 3 April 2019/,
        /MIT said by 12 April 2019 that it had no engagements with ZTE/,
        /\ngroup: Huawei Technologies gave MIT \$500,000 on 20 December 2017/,
        /13 months before .* 24 January 2019/,
        /[Tt]he (?:MIT )?Media Lab had Huawei as a member/,
        /presentation by Huawei.*Innovation Research Program/,
        /denied/,
        /MIT stopped accepting new engagements/,
      ],
    ],
    [
      "maryland",
      () => reportText("university:maryland", { group: HUAWEI }),
      [
        /came under investigation by the Education Department on 26 September 2019/,
        /was under investigation by the Education Department as of October 2022/,
        /Maryland said on 2 October 2019 that it "worked quickly to come into compliance"/,
        /\ngroup: .*gave Maryland \$379,321 in four gifts/,
      ],
    ],
    [
      "peking-and-zte",
      () => reportText("university:peking", { group: "company:zhongxingxin" }),
      [
        /^headline: Peking University .*ZTE had established collaborative research institutes as of 28 July 2011/,
        /\ngroup: Peking University/,
        /pleaded guilty on 22 March 2017 to conspiring to violate the International Emergency Economic Powers Act/,
      ],
    ],
    [
      "cornell",
      () => reportText("university:cornell", { group: HUAWEI }),
      [
        /\ngroup: /,
        /\$5,370,928 (?:came )?in two contracts from Huawei Holding and \$1,095,175 in 12 gifts from Huawei Technologies/,
        /All of it came before Huawei Technologies was charged on 24 January 2019/,
        /the last gift, on 5 December 2018, 50 days before/,
        /denied/,
      ],
    ],
    [
      "nothing",
      () => reportText("university:columbia", {}),
      [
        /^headline: This collection holds no dealing between Columbia and a party under a listing or probe that counts\./,
        /It was last checked .*; U\.S\. filings start at \$250,000 a year\./,
      ],
    ],
    [
      "review-of-mit-and-huawei",
      () => reviewText("university:mit", "company:huawei-technologies"),
      [
        /^summary: This is what the collection holds on Huawei/,
        /What is outside this collection was not searched|what is outside this collection was not searched/,
      ],
    ],
  ];

describe.each(GOLDEN)("%s", (name, text, inOrder) => {
  const file = join(FOLDER, `${name}.txt`);

  it("is told as its file has it", async () => {
    const told = await text();
    if (process.env.UPDATE === "1") writeFileSync(file, told);
    expect(told).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
  });

  it("says all that it must, in order", async () => {
    let rest = await text();
    for (const pattern of inOrder) {
      expect(rest).toMatch(pattern);
      const { index, 0: found } = pattern.exec(rest) as RegExpExecArray;
      rest = rest.slice(index + found.length);
    }
  });
});

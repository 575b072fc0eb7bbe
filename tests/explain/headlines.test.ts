import { beforeAll, describe, expect, it } from "vitest";
import type { ClaimId } from "../../src/domain/claim.js";
import { parseDay, printDay } from "../../src/domain/day.js";
import type { Claim } from "../../src/domain/record.js";
import type { TransactionTiming } from "../../src/exposure/finding.js";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { answerExposure } from "../../src/questions/exposure.js";
import type { LoadClaims } from "../../src/questions/report/exposure-report.js";
import { claimsAsKnown } from "../../src/questions/resident/resident-records.js";
import { openStore } from "../../src/store/open-store.js";
import { seeded, TODAY } from "../examples/examples.js";
import { wordsOf } from "./refused.js";

/** The headlines of all universities of the seed, at four pairs of days, against the findings that they tell. */
const PAIRS = [
  ["2019-04-04", "2019-04-04"],
  ["2019-04-04", TODAY],
  ["2024-01-01", "2024-01-01"],
  [TODAY, TODAY],
] as const;

interface Told {
  readonly headline: string;
  /** Of the group's findings, each relation once. */
  readonly transactions: readonly TransactionTiming[];
  readonly timings: readonly string[];
  readonly claims: ReadonlyMap<ClaimId, Claim>;
}

let graph: ResidentGraph;
beforeAll(async () => {
  graph = await seeded(await openStore({ engine: "memory" }));
}, 120_000);

async function headlinesAt(validAt: string, knownAt: string): Promise<readonly Told[]> {
  const { entities } = await graph.current();
  const universities = [...Array(entities.count).keys()].filter((at) => entities.kindOf(at) === "University");
  const told: Told[] = [];
  for (const at of universities) {
    const clocks = { validAt: parseDay(validAt), knownAt: parseDay(knownAt) };
    const report = await answerExposure(graph, { university: entities.id(at), ...clocks });
    const load: LoadClaims = async (ids) => {
      const claims = await claimsAsKnown(graph.store, ids, clocks.knownAt);
      return ids.flatMap((id) => claims.get(id) ?? []);
    };
    for (const group of (await report?.groups()) ?? []) {
      const all = group.findings.flatMap(({ counterparties }) =>
        counterparties.flatMap((each) => each.transactions),
      );
      const transactions = [...new Map(all.toReversed().map((each) => [each.relation, each])).values()];
      const claims = await load(transactions.map(({ relation }) => relation));
      told.push({
        headline: (await report?.groupTexts(group).headline(load)) ?? "",
        transactions,
        timings: group.findings.map(({ timing }) => timing),
        claims: new Map(claims.map((claim) => [claim.id, claim])),
      });
    }
  }
  return told;
}

const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const MONTHS = MONTH.slice(3, -1).split("|");
const CURRENCIES = { $: "USD", "£": "GBP", "€": "EUR" } as const;

/** "October 2017" as 2017-10, "2017" as 2017. */
function monthOf(words: string): string {
  const [month = "", year] = words.split(" ");
  return year === undefined ? month : `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}`;
}

/** The money that a headline leads with: of the payments the best vouched for, else of the promises. */
function leading({ headline, transactions, claims }: Told): readonly TransactionTiming[] {
  const isPromise = / was promised /.test(headline);
  const isReported = /, according to /.test(headline);
  return transactions.filter(({ relation, amount, amountPer, payment }) => {
    const claim = claims.get(relation);
    return (
      claim?.record === "relation" &&
      amount !== null &&
      amountPer === null &&
      (payment === "committed") === isPromise &&
      (claim.status === "reported") === isReported
    );
  });
}

describe.each(PAIRS)("valid on %s, known on %s", (validAt, knownAt) => {
  let all: readonly Told[];
  beforeAll(async () => {
    all = await headlinesAt(validAt, knownAt);
  }, 120_000);

  it("are at most 30 words long", () => {
    expect(all.length).toBeGreaterThan(30);
    for (const { headline } of all) expect(wordsOf(headline), headline).toBeLessThanOrEqual(30);
  });

  it("print the months of the first and the last payment, or a payment's own period", () => {
    for (const told of all) {
      const printed =
        /^[^;]*? (?:received|was promised) [^;]*?(?:between ((?:\w+ )?(?:\d{4})?) ?and ((?:\w+ )?\d{4})|in (\w+ \d{4}))(?=[,;.])/.exec(
          told.headline,
        );
      if (printed === null) continue;
      const [, from = "", to = "", only] = printed;
      const year = to.split(" ").at(-1);
      const first = monthOf(only ?? (/\d{4}/.test(from) ? from.trim() : `${from.trim()} ${year}`));
      const last = monthOf(only ?? to);
      const days = leading(told).flatMap(({ relation }) => {
        const claim = told.claims.get(relation);
        const end = claim?.end ?? null;
        // The first day on which it no longer holds is told as the day before.
        const until = end !== null && /^\d{4}-\d{2}-\d{2}$/.test(end) ? printDay(parseDay(end) - 1) : end;
        return [claim?.start ?? "", until ?? claim?.start ?? ""];
      });
      expect(
        days.some((day) => day.startsWith(first)),
        told.headline,
      ).toBe(true);
      expect(
        days.some((day) => day.startsWith(last)),
        told.headline,
      ).toBe(true);
    }
  });

  it("print the sum of the payments that they tell", () => {
    let met = 0;
    for (const told of all) {
      const sum = /(?:received|was promised) ([$£€])([\d.,]+)( million)? /.exec(told.headline);
      if (sum === null) continue;
      met += 1;
      const [, symbol = "$", digits = "", million] = sum;
      const printed = Number(digits.replaceAll(",", "")) * (million ? 1_000_000 : 1);
      const currency = CURRENCIES[symbol as keyof typeof CURRENCIES];
      const real = leading(told)
        .filter((each) => each.currency === currency)
        .reduce((total, { amount }) => total + (amount?.min ?? 0), 0);
      expect(Math.abs(printed - real), told.headline).toBeLessThanOrEqual(million ? real * 0.004 : 0);
    }
    expect(met).toBeGreaterThan(1);
  });

  it("say that money came after a flag had opened only where its findings are concurrent", () => {
    for (const { headline, transactions, timings } of all) {
      if (!/\bafter .*\b(?:was (?:added|charged|named|designated)|came under)\b/.test(headline)) continue;
      expect([...timings, ...transactions.map(({ timing }) => timing)], headline).toContain("CONCURRENT");
      const part = /([$£€])([\d.,]+)( million)? of it after .* was (?:added|charged)/.exec(headline);
      if (part === null) continue;
      const printed = Number((part[2] ?? "").replaceAll(",", "")) * (part[3] ? 1_000_000 : 1);
      const concurrent = transactions.filter(({ timing }) => timing === "CONCURRENT");
      const most = concurrent.reduce((total, { amount }) => total + (amount?.max ?? 0), 0);
      expect(printed, headline).toBeLessThanOrEqual(most * 1.004);
    }
  });

  it("say that all of it came before only where no payment came later", () => {
    for (const told of all) {
      if (!/\bbefore (?:\S+ ){1,4}was (?:added|charged|named)/.test(told.headline)) continue;
      for (const { timing } of leading(told)) expect(timing, told.headline).toBe("BEFORE");
    }
  });

  it("have no time beside what no flag gives a place in time", () => {
    for (const { headline, timings } of all) {
      if (timings.some((timing) => timing !== "NO_FLAG")) continue;
      expect(headline).not.toMatch(/\b(?:after|while) .* (?:was|came)\b|(?<!or )\bbefore\b/);
    }
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { findDossierFolders } from "../../src/dossier/read/disk-folder.js";
import type { ResidentGraph } from "../../src/graph/resident-graph.js";
import { answerExposure } from "../../src/questions/exposure.js";
import { listFundingTotals } from "../../src/questions/funding-totals.js";
import { ListScope } from "../../src/questions/lists/list-scope.js";
import { openStore } from "../../src/store/open-store.js";
import { seeded } from "../examples/examples.js";

/** How much did Huawei give? The seed's rows of dollars, added up beside the program. */
const TODAY = parseDay("2026-11-24");
const GROUP = [
  "company:futurewei",
  "company:huawei-investment-holding",
  "company:huawei-software-technologies",
  "company:huawei-technologies",
  "company:huawei-technologies-usa",
];

let graph: ResidentGraph;
let dollars: ReadonlyMap<string, number>;

beforeAll(async () => {
  graph = await seeded(await openStore({ engine: "memory" }));
  dollars = await dollarsByPayer();
}, 60_000);

/** What was paid in dollars, by payer, from the rows themselves. */
async function dollarsByPayer(): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>();
  for (const folder of await findDossierFolders([join(import.meta.dirname, "../../seed")])) {
    const file = join(folder.path, "relations.csv");
    if (!existsSync(file)) continue;
    const text = readFileSync(file, "utf8");
    const rows: readonly Record<string, string>[] = parse(text, { columns: true, bom: true });
    for (const { kind, from = "", currency, amount, status = "", amount_per, payment } of rows) {
      if (kind !== "Funding" || currency !== "USD" || amount_per || payment === "committed") continue;
      if (status !== "confirmed" && status !== "reported" && status !== "") continue;
      sums.set(from, (sums.get(from) ?? 0) + Number(amount));
    }
  }
  return sums;
}

const paidBy = (...payers: readonly string[]) =>
  payers.reduce((sum, payer) => sum + (dollars.get(payer) ?? 0), 0);

async function groupOn(validAt: string) {
  const clocks = { validAt: parseDay(validAt), knownAt: TODAY };
  const scope = new ListScope(graph, await graph.current(), clocks, TODAY);
  const filter = { payerGroup: "company:huawei-technologies" };
  const answer = await listFundingTotals(scope, { groupBy: [], filter });
  const [group] = await answer.payerGroups();
  const usd = (all: typeof answer.items | undefined) => all?.find(({ total }) => total.currency === "USD");
  return { sum: usd(answer.items), group, totals: usd(group?.totals), left: group?.outside[0] };
}

describe("the money of Huawei's group", () => {
  it("is the money of all payers that the pages count to it today", async () => {
    const { sum, group, totals } = await groupOn("2026-11-24");
    // 28,672,437: what the topmost company and a sister paid is in it, 5,370,928 + 109,980.
    expect(paidBy(...GROUP)).toBe(28_672_437);
    expect(sum).toMatchObject({ total: { min: 28_672_437, max: 28_672_437 } });
    expect(totals).toEqual(sum);
    expect(group).toMatchObject({
      ...{ group: "company:huawei-investment-holding", groupRule: "CONTROL_AND_AFFILIATION", outside: [] },
    });
  });

  it("leaves out on the day of MIT's decision what no claim places in it by then, and says how much", async () => {
    const { sum, group, left } = await groupOn("2019-04-04");
    expect(group?.group).toBe("company:huawei-technologies");
    expect(paidBy("company:huawei-investment-holding", "company:huawei-software-technologies")).toBe(
      5_370_928 + 109_980,
    );
    expect(left?.reason).toBe("POSSIBLY");
    expect(left?.totals.find(({ total }) => total.currency === "USD")?.total.min).toBe(5_480_908);
    expect(left?.text).toContain("$5,480,908");
    // All of these five by then: 27,932,437, of which 22,451,529 are the group's.
    expect(sum?.total.min).toBe(22_451_529);
  });

  it("is that of the group to which findings on a payer belong", async () => {
    const projection = await graph.current();
    const { entities } = projection;
    const clocks = { validAt: TODAY, knownAt: TODAY };
    const sums = await listFundingTotals(new ListScope(graph, projection, clocks, TODAY), {
      groupBy: ["PAYER_GROUP", "PAYER"],
    });
    const groupOf = new Map(sums.items.map(({ keys }) => [keys[1]?.key, keys[0]?.key]));
    let compared = 0;
    for (let at = 0; at < entities.count; at += 1) {
      if (entities.kindOf(at) !== "University") continue;
      const report = await answerExposure(graph, { university: entities.id(at), ...clocks });
      for (const { group, findings, repeats } of (await report?.groups()) ?? []) {
        for (const { target } of [...findings, ...repeats].filter((one) => groupOf.has(one.target))) {
          expect([target, groupOf.get(target)]).toEqual([target, group]);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(50);
  });
});

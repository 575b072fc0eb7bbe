import { expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import type { Names } from "../../src/explain/names.js";
import { type OutsideToTell, outsideText, payerGroupText } from "../../src/explain/payer-group-text.js";
import { namesOf } from "./names-of.js";

const entities = {
  "company:h": "Huawei Technologies Co., Ltd.",
  "company:i": "Huawei Investment & Holding",
  "company:s": "Huawei Software",
  "company:f": "Futurewei",
  "organization:lab": "The Lab",
};
const names: Names = {
  ...namesOf({ entities }),
  about: (id) => ({ kind: id.startsWith("company:") ? "Company" : "Organization", country: null }),
};
const day = parseDay("2019-04-04");
const sum = (paid: number, more: Partial<OutsideToTell["totals"][number]> = {}) => ({
  ...{ total: { min: paid, max: paid, currency: "USD" }, committed: { min: 0, max: 0, currency: "USD" } },
  ...{ transactions: 1, unknownAmounts: 0, approximate: 0 },
  ...more,
});
const outside = (told: Partial<OutsideToTell>) =>
  outsideText(
    {
      ...{ group: "company:h", day, reason: "POSSIBLY", payers: ["company:i", "company:s"] },
      totals: [sum(5_480_908)],
      ...told,
    },
    names,
  );

it("says what stands outside of a group, from whom, and why", () => {
  expect(outside({})).toBe(
    "$5,480,908 more came from two companies of the same family, Huawei Investment & Holding and Huawei Software. The claims in this collection leave open whether they belonged to the same group as Huawei Technologies on 4 April 2019.",
  );
  expect(outside({ payers: ["company:f"], reason: "ON_PAYMENT_DAY", totals: [sum(100)] })).toBe(
    "$100 more came from one company of the same family, Futurewei. At the time it belonged to the same group as Huawei Technologies; the claims in this collection do not show it for 4 April 2019.",
  );
});

it("adds up no promise and no unknown amount, and says who gave all of it together", () => {
  const promised = { min: 2_450_000, max: 2_450_000, currency: "CAD" };
  const nothing = { min: 0, max: 0, currency: "CAD" };
  const cad = { ...sum(0), total: nothing, committed: promised };
  expect(outside({ totals: [cad, sum(5_480_908)] })).toMatch(
    /^Two companies of the same family, Huawei Investment & Holding and Huawei Software, are not counted. Together they paid \$5,480,908 and promised 2,450,000 Canadian dollars, payment not shown\. /,
  );
  expect(outside({ payers: ["organization:lab"], totals: [sum(0, { unknownAmounts: 1 })] })).toMatch(
    /^One payer of the same family, the Lab, is not counted\. It paid or promised one undisclosed sum\. /,
  );
});

it("says by which rule payers are counted in a group", () => {
  const payers = [
    { payer: "company:h", rule: "ITSELF" },
    { payer: "company:f", rule: "CONTROL" },
    { payer: "company:s", rule: "AFFILIATION" },
  ] as const;
  expect(payerGroupText({ group: "company:h", day, payers }, names)).toBe(
    "As of 4 April 2019 two other payers are counted in the group of Huawei Technologies Co., Ltd. By control, directly or through others: Futurewei. By affiliation, which does not say control: Huawei Software.",
  );
  expect(payerGroupText({ group: "company:h", day, payers: payers.slice(0, 1) }, names)).toBe(
    "As of 4 April 2019 no payer but Huawei Technologies Co., Ltd. itself is counted in its group.",
  );
});

import { expect, it } from "vitest";
import { dashboardPlaceOf } from "../../../../src/explorer/views/dashboard/dashboard-place.js";

const read = (values: Record<string, string>) => dashboardPlaceOf({ path: "/dashboard", values });

it("counts everything in US dollars where an address says nothing", () => {
  expect(read({})).toMatchObject({
    country: null,
    payer: null,
    lists: null,
    currency: "USD",
    columns: "TARGET_GROUP",
    measure: "FINDINGS",
    rows: 20,
    cell: null,
  });
});

it("reads what an address says", () => {
  expect(
    read({
      country: "US",
      list: "us-sdn,us-entity-list",
      columns: "YEAR",
      cell: "university:mit|2017",
      rows: "40",
    }),
  ).toMatchObject({
    country: "US",
    lists: ["us-sdn", "us-entity-list"],
    columns: "YEAR",
    cell: { row: "university:mit", column: "2017" },
    rows: 40,
  });
});

it.each([
  ["country", "America"],
  ["payer", "cn"],
  ["list", "us-sdn,toString"],
  ["from", "2019-02-30"],
  ["currency", "dollars"],
  ["columns", "UNIVERSITY"],
  ["measure", "ALL"],
  ["rows", "7"],
  ["cell", "university:mit"],
  ["flags", "BOTH"],
  ["at", "yesterday"],
])("names a value of %s that cannot be read, and leads on without it", (name, value) => {
  expect(() => read({ [name]: value })).toThrowError(
    expect.objectContaining({ name: "BadPlace", remedy: { [name]: null } }),
  );
});

import type { Change, GraphStore } from "../../src/store/graph-store.js";
import { entityRow, eventRow, flagRow, relationRow, subjectRow } from "../exposure/naive/rows.js";
import { storeOf } from "../graphql/serving.js";

const UNIVERSITY = entityRow("university:u");
const COMPANY = entityRow("company:c");
const GIFT = relationRow({
  id: "claim:rows/gift",
  kind: "Funding",
  from: "company:c",
  to: "university:u",
  start: "2019-03-01",
  amount: "1000",
  currency: "USD",
});

/** A university, a company and a gift. */
export function smallStore(): Promise<GraphStore> {
  return storeOf({ entities: [UNIVERSITY, COMPANY], flags: [], claims: [GIFT] });
}

/** The same as a load. */
export const GIVEN: readonly Change[] = [
  { change: "put", noun: { record: "entity", value: UNIVERSITY } },
  { change: "put", noun: { record: "entity", value: COMPANY } },
  { change: "add", claim: GIFT },
];

/** A listing of that company: from then on the gift exposes the university. */
export const LISTED: readonly Change[] = [
  { change: "put", noun: { record: "flag", value: flagRow("listing:l") } },
  {
    change: "add",
    claim: subjectRow({
      id: "claim:rows/subject",
      flag: "listing:l",
      entity: "company:c",
      role: "listed",
      start: "2019-01-01",
    }),
  },
  {
    change: "add",
    claim: eventRow({ id: "claim:rows/listed", flag: "listing:l", event: "listed", start: "2019-01-01" }),
  },
];

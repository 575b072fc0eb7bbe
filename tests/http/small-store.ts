import type { GraphStore } from "../../src/store/graph-store.js";
import { entityRow, relationRow } from "../exposure/naive/rows.js";
import { storeOf } from "../graphql/serving.js";

/** A university, a company and a gift. */
export function smallStore(): Promise<GraphStore> {
  return storeOf({
    entities: [entityRow("university:u"), entityRow("company:c")],
    flags: [],
    claims: [
      relationRow({
        id: "claim:rows/gift",
        kind: "Funding",
        from: "company:c",
        to: "university:u",
        start: "2019-03-01",
        amount: "1000",
        currency: "USD",
      }),
    ],
  });
}

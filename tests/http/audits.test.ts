import { serverAudits } from "graphql-http";
import { expect, it } from "vitest";
import { serve } from "./running.js";
import { smallStore } from "./small-store.js";

it("passes every audit of GraphQL over HTTP", async () => {
  const { url } = await serve(await smallStore());
  const audits = serverAudits({ url: `${url}/graphql`, fetchFn: fetch });
  const failed: string[] = [];
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status !== "ok") failed.push(`${audit.name}: ${result.reason}`);
  }
  expect(failed).toEqual([]);
  expect(audits).toHaveLength(61);
});

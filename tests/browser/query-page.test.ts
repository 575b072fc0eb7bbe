import { it } from "vitest";
import { describeBrowser, openBlank, programUrl } from "./open-page.js";

describeBrowser("the query page", () => {
  it.each([
    ["/graphql", "What was MIT exposed to on the day after its letter"],
    ["/graphql#decisions-on-huawei", "Who decided what about Huawei Technologies"],
  ])("at %s opens on the question that belongs there", async (path, question) => {
    const page = await openBlank({ offline: false });
    await page.goto(`${programUrl()}${path}`);
    await page.locator(".graphiql-query-editor", { hasText: question }).waitFor();
    const name = path.endsWith("huawei") ? /^DecisionsOnHuawei/ : /^MitExposure/;
    await page.getByRole("tab", { name }).first().waitFor();
  });
});

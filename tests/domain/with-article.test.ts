import { describe, expect, it } from "vitest";
import { withArticle } from "../../src/domain/with-article.js";

describe("a kind with its article", () => {
  it.each([
    ["University", "a University"],
    ["Company", "a Company"],
    ["PublicBody", "a PublicBody"],
    ["Organization", "an Organization"],
    ["Arrangement", "an Arrangement"],
    ["UnknownParty", "an UnknownParty"],
    ["Ownership", "an Ownership"],
    ["Identity", "an Identity"],
    ["FlagEvent", "a FlagEvent"],
  ])("is said as in English: %s", (kind, said) => {
    expect(withArticle(kind)).toBe(said);
  });
});

import { expect, it } from "vitest";
import { webAddress } from "../../src/explorer/components/sources.js";

it("links to addresses of the web only", () => {
  expect(webAddress("https://example.org/a")).toBe("https://example.org/a");
  expect(webAddress("javascript:alert(1)")).toBeNull();
  expect(webAddress("data:text/html,<script>")).toBeNull();
  expect(webAddress(null)).toBeNull();
});

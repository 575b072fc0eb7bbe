import { describe, expect, it } from "vitest";
import { h } from "../../src/explorer/looks/markup.js";
import { webAddress } from "../../src/explorer/looks/sources.js";
import { toHtml } from "../../src/explorer/looks/to-html.js";

describe("markup as text", () => {
  it("writes every text and every value literally, whatever it contains", () => {
    const name = `<img src=x onerror="alert('1')"> & Co`;
    expect(toHtml(h("p", { title: name }, name))).toBe(
      `<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; Co">` +
        `&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; Co</p>`,
    );
  });

  it("leaves out listeners and what is absent, and ends no void element", () => {
    const markup = h("div", { onclick: () => {}, hidden: false, lang: null }, null, false, [h("br"), 0]);
    expect(toHtml(markup)).toBe("<div><br>0</div>");
  });
});

it("links to addresses of the web only", () => {
  expect(webAddress("https://example.org/a")).toBe("https://example.org/a");
  expect(webAddress("javascript:alert(1)")).toBeNull();
  expect(webAddress("data:text/html,<script>")).toBeNull();
  expect(webAddress(null)).toBeNull();
});

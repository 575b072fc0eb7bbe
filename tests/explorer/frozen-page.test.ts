import { describe, expect, it } from "vitest";
import { frozenPage } from "../../src/explorer/embed/frozen-page.js";
import { h } from "../../src/explorer/looks/markup.js";

const page = (body: ReturnType<typeof h>) =>
  frozenPage({
    title: "</title><script>alert(1)</script>",
    body,
    styles: "p{}",
    policy: "default-src 'none'",
  });

describe("a frozen page", () => {
  it("holds no markup that a text contains", () => {
    const html = page(
      h("main", {}, h("p", { title: '"><img onerror=alert(1)>' }, "<script>alert(2)</script>")),
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('<p title="&quot;&gt;&lt;img onerror=alert(1)&gt;">&lt;script&gt;alert(2)');
  });

  it("carries its own policy and styles, unfolds everything, and keeps links to sources only", () => {
    const html = page(
      h(
        "main",
        {},
        h("details", {}, h("summary", {}, "s"), "inside"),
        h("a", { href: "/company?id=x" }, "here"),
        h("a", { href: "https://example.org/" }, "there"),
        h("button", { onclick: () => {} }, "b"),
      ),
    );
    expect(html).toContain(
      '<meta http-equiv="content-security-policy" content="default-src &#39;none&#39;">',
    );
    expect(html).toContain("<style>p{}</style>");
    expect(html).toContain(
      '<details open><summary>s</summary>inside</details><span>here</span><a href="https://example.org/">there</a><button>b</button>',
    );
  });
});

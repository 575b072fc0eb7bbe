import { h } from "preact";
import { describe, expect, it } from "vitest";
import { Details } from "../../src/explorer/components/details.js";
import { Link } from "../../src/explorer/components/link.js";
import { snapshotPage } from "../../src/explorer/embed/snapshot-page.js";

const page = (body: ReturnType<typeof h>) =>
  snapshotPage({
    title: "</title><script>alert(1)</script>",
    body,
    styles: "p{}",
    policy: "default-src 'none'",
  });

describe("a snapshot", () => {
  it("holds no markup that a text contains", () => {
    const html = page(
      h("main", {}, h("p", { title: '"><img onerror=alert(1)>' }, "<script>alert(2)</script>")),
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('<p title="&quot;>&lt;img onerror=alert(1)>">&lt;script>alert(2)');
  });

  it("carries its own policy and styles, unfolds everything, and keeps links to sources only", () => {
    const html = page(
      h(
        "main",
        {},
        h(Details, {}, h("summary", {}, "s"), "inside"),
        h(Link, { href: "/company?id=x" }, "here"),
        h(Link, { href: "https://example.org/" }, "there"),
        h("button", { onClick: () => {} }, "b"),
      ),
    );
    expect(html).toContain(`<meta http-equiv="content-security-policy" content="default-src 'none'"/>`);
    expect(html).toContain("<style>p{}</style>");
    expect(html).toContain(
      '<details open><summary>s</summary>inside</details><span>here</span><a href="https://example.org/">there</a><button>b</button>',
    );
  });
});

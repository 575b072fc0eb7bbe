import { readFileSync } from "node:fs";
import { buildSchema, isIntrospectionType } from "graphql";
import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../src/domain/errors.js";
import { docsPage } from "../../src/http/write-pages.js";

const schema = readFileSync("schema/schema.graphql", "utf8");
const page = docsPage(schema, readFileSync("schema/CHANGELOG.md", "utf8"));

describe("the page of the schema", () => {
  it("has every type and every field, each where a link leads", () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const anchors = new Set([...page.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor));
    expect([...anchors].filter((anchor) => !ids.has(anchor))).toEqual([]);
    for (const type of Object.values(buildSchema(schema).getTypeMap())) {
      if (isIntrospectionType(type)) continue;
      expect(ids).toContain(type.name.toLowerCase());
      if ("getFields" in type)
        for (const field of Object.keys(type.getFields()))
          expect(page, `${type.name}.${field}`).toMatch(new RegExp(`>${field}</strong>`));
    }
  });

  it("has every error code with its meaning, and the changelog", () => {
    for (const code of ERROR_CODES) expect(page).toMatch(`<code>${code}</code>`);
    expect(page).toMatch('<h2 id="changes-of-the-schema">');
  });

  it("holds nothing but text and its structure: no script, no style, nothing from elsewhere", () => {
    const tags = new Set([...page.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag?.toLowerCase()));
    const known =
      "html head meta title link body main h1 h2 h3 h4 h5 p a ul li code strong em table thead tbody tr th td details summary";
    expect([...tags].filter((tag) => !known.split(" ").includes(tag ?? ""))).toEqual([]);
    expect(page).not.toMatch(
      / style="| on[a-z]+="|(?:src|href)="https?:\/\/(?!en\.wikipedia|www\.w3|ror\.org)/,
    );
  });
});

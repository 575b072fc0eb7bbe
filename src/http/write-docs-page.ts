import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, introspectionFromSchema } from "graphql";
import { renderSchema } from "graphql-markdown";
import { Marked } from "marked";
import { ERRORS } from "../domain/errors.js";
import { DOCS_FOLDER } from "./pages.js";

/*
 * A step of the build: the schema as a page to read, with the table of error codes and what changed in the schema, beside
 * the compiled server. graphql-markdown writes the schema, marked makes HTML of it; neither ships.
 */
const ROOT = join(import.meta.dirname, "..", "..");

/** Headings can be linked to by what they say. */
const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
  },
});

function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The schema in Markdown, as graphql-markdown writes it. */
function schemaMarkdown(schema: string): string {
  const lines: string[] = [];
  const { __schema } = introspectionFromSchema(buildSchema(schema));
  renderSchema(__schema, { skipTitle: true, printer: (line) => lines.push(line) });
  return lines.join("\n");
}

function errorsMarkdown(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, meaning }]) => `| \`${code}\` | ${status} | ${meaning} |`,
  );
  return [
    "## Errors",
    "",
    "An error names its code in `extensions.code`. The list is closed and a code is permanent. The message says what was wrong, with the value, and the remedy. A field of `Query` that fails is null beside its error; the others are answered. The status is that of a request of which nothing is answered, for clients that accept `application/graphql-response+json`.",
    "",
    "| code | status | meaning |",
    "| --- | --- | --- |",
    ...rows,
  ].join("\n");
}

const INTRODUCTION = `# The schema

What can be asked at \`/graphql\` (POST, GET for questions, WebSocket) and at \`/graphql/stream\` (server-sent events). A browser that opens [/graphql](/graphql) gets a page to try it on, with example questions. The same as text: \`exposure-graph schema --out -\`.

[Errors](#errors) · [Changes of the schema](#changes-of-the-schema) · [Questions](#query)`;

/** The whole page. */
export function docsPage(schema: string, changelog: string): string {
  const markdown = [INTRODUCTION, errorsMarkdown(), schemaMarkdown(schema), changelog].join("\n\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The schema of exposure-graph</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<main>
${marked.parse(markdown, { async: false })}
</main>
</body>
</html>
`;
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(DOCS_FOLDER, { recursive: true });
  const read = (name: string) => readFileSync(join(ROOT, "schema", name), "utf8");
  writeFileSync(join(DOCS_FOLDER, "index.html"), docsPage(read("schema.graphql"), read("CHANGELOG.md")));
  copyFileSync(join(ROOT, "src/http/docs-page/docs.css"), join(DOCS_FOLDER, "docs.css"));
}

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { buildSchema, introspectionFromSchema } from "graphql";
import { renderSchema } from "graphql-markdown";
import { Marked } from "marked";
import { ERRORS } from "../domain/errors.js";
import { DOCS_FOLDER, QUERY_PAGE_FOLDER } from "./pages.js";

/*
 * A step of the build: puts two pages beside the compiled server.
 *
 * The query page, with GraphiQL, React and the example questions, so that it needs no other host. And the schema as a page to
 * read, with the table of error codes and what changed in the schema: graphql-markdown writes it, marked makes HTML of it;
 * neither ships.
 */
const ROOT = join(import.meta.dirname, "..", "..");
const PAGE = join(ROOT, "src", "http", "query-page");
const EXAMPLES = join(ROOT, "schema", "examples");

const packages = createRequire(import.meta.url);

/** A file of a package, by its path below the package's folder. */
function fileOf(name: string, path: string): string {
  return join(dirname(packages.resolve(`${name}/package.json`)), path);
}

const FILES = [
  ...readdirSync(PAGE).map((name) => join(PAGE, name)),
  fileOf("graphiql", "graphiql.min.js"),
  fileOf("graphiql", "graphiql.min.css"),
  fileOf("react", "umd/react.production.min.js"),
  fileOf("react-dom", "umd/react-dom.production.min.js"),
];

function examples(): { name: string; question: string; variables: string }[] {
  if (!existsSync(EXAMPLES)) return [];
  const questions = readdirSync(EXAMPLES).filter((name) => name.endsWith(".graphql"));
  return questions.sort().map((name) => ({
    name: name.replace(/\.graphql$/, ""),
    question: readFileSync(join(EXAMPLES, name), "utf8"),
    variables: readFileSync(join(EXAMPLES, name.replace(/\.graphql$/, ".variables.json")), "utf8"),
  }));
}

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
  mkdirSync(QUERY_PAGE_FOLDER, { recursive: true });
  for (const file of FILES) copyFileSync(file, join(QUERY_PAGE_FOLDER, basename(file)));
  writeFileSync(join(QUERY_PAGE_FOLDER, "examples.json"), JSON.stringify(examples()));
  mkdirSync(DOCS_FOLDER, { recursive: true });
  const read = (name: string) => readFileSync(join(ROOT, "schema", name), "utf8");
  writeFileSync(join(DOCS_FOLDER, "index.html"), docsPage(read("schema.graphql"), read("CHANGELOG.md")));
  copyFileSync(join(ROOT, "src/http/docs-page/docs.css"), join(DOCS_FOLDER, "docs.css"));
}

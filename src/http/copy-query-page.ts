import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { QUERY_PAGE_FOLDER } from "./pages.js";

/*
 * A step of the build: puts the query page beside the compiled server, with GraphiQL, React and the example questions,
 * so that the page needs no other host.
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

mkdirSync(QUERY_PAGE_FOLDER, { recursive: true });
for (const file of FILES) copyFileSync(file, join(QUERY_PAGE_FOLDER, basename(file)));
writeFileSync(join(QUERY_PAGE_FOLDER, "examples.json"), JSON.stringify(examples()));

import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { expect, it } from "vitest";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  dependencies: Readonly<Record<string, string>>;
};

/** What a module imports when it runs: types are gone by then. */
function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, "utf8");
  const named = /(?:^|[\s;])(?:import|export)\s+(?!type\b)(?:[^"'();]*?\sfrom\s+)?"([^"]+)"/g;
  const later = /\bimport\("([^"]+)"\)/g;
  return [named, later].flatMap((pattern) => [...source.matchAll(pattern)].map(([, name]) => name ?? ""));
}

/** The packages that the program imports from where it starts, each with a module that does. */
function importedFrom(start: string): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  const seen = new Set([start]);
  for (const file of seen) {
    for (const name of importsOf(file)) {
      if (name.startsWith(".")) {
        const source = resolve(dirname(file), name.replace(/\.js$/, ".ts"));
        if (existsSync(source)) seen.add(source);
      } else if (!name.startsWith("node:") && !builtinModules.includes(name)) {
        const [scope = "", rest = ""] = name.split("/");
        packages.set(scope.startsWith("@") ? `${scope}/${rest}` : scope, relative("", file));
      }
    }
  }
  return packages;
}

it("every package that the program imports is one that ships with it", () => {
  const imported = importedFrom(resolve(join("src", "main.ts")));
  expect(imported.size).toBeGreaterThan(20);
  const missing = [...imported].filter(([name]) => !(name in dependencies));
  expect(missing).toEqual([]);
});

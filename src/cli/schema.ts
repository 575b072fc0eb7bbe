import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Command } from "commander";
import { notice } from "./output.js";

const SCHEMA_FILE = "schema/schema.graphql";

/** `schema`: the GraphQL schema as text. */
export function addSchema(program: Command): void {
  program
    .command("schema")
    .summary("write the GraphQL schema")
    .description("Writes the GraphQL schema, sorted, with its descriptions. It needs no store.")
    .option("--out <file>", "where to; - is standard output", SCHEMA_FILE)
    .addHelpText("after", "\nExample:\n  exposure-graph schema --out -")
    .action(async ({ out }: { readonly out: string }) => {
      // Only this command and serve need GraphQL: the others start faster without.
      const { emitSchema } = await import("../graphql/emit-schema.js");
      if (out === "-") {
        process.stdout.write(emitSchema());
        return;
      }
      await mkdir(dirname(out), { recursive: true });
      await writeFile(out, emitSchema());
      notice(`wrote ${out}`);
    });
}

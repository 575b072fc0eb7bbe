import type { Command } from "commander";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { openExisting, type StoreOptions, withStore } from "./store-option.js";

/** `touch`: raise the graph version after edits by other tools. */
export function addTouch(program: Command, context: CommandContext): void {
  withStore(
    program
      .command("touch")
      .summary("raise the graph version after edits by other tools")
      .description(
        "Raises the graph's version, so that a running server builds its graph anew. Needed after edits by other tools only.",
      )
      .addHelpText("after", "\nExample:\n  exposure-graph touch --store neo4j://localhost:7687"),
  ).action(async (options: StoreOptions) => {
    const store = await openExisting(options, context.config);
    try {
      const { n } = await store.touch();
      print(`the graph is at version ${n}`);
    } finally {
      await store.close();
    }
  });
}

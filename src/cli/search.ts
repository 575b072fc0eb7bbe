import type { Command } from "commander";
import { ENTITY_KIND_NAMES, type EntityKind } from "../domain/entity.js";
import { searchEntities } from "../questions/names/search-names.js";
import { withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { listOption, wholeNumber, withJson } from "./question-options.js";
import { type StoreOptions, withStore } from "./store-option.js";
import { type Column, tableLines } from "./table.js";
import { counted } from "./words.js";

interface Options extends StoreOptions {
  readonly kinds?: readonly EntityKind[];
  readonly limit: number;
  readonly json?: boolean;
}

/** `search TEXT…`: the ids of what is called so. */
export function addSearch(program: Command, context: CommandContext): void {
  withJson(
    withStore(
      program
        .command("search")
        .summary("ids by name, alias or identifier")
        .description(
          "Entities by name, alias, identifier or id, the best first. Case, accents and punctuation do not matter;\n" +
            "words may be given by their beginnings, and a long word may have a typing error.",
        )
        .argument("<text...>", 'a name or a part of one, or an identifier such as "ror 042nb2s44"')
        .addOption(listOption("--kinds <kinds>", "only these kinds", ENTITY_KIND_NAMES))
        .option("--limit <number>", "so many at most", wholeNumber, 20)
        .addHelpText("after", "\nExample:\n  exposure-graph search Huwaei --kinds company"),
    ),
  ).action((words: readonly string[], { kinds, limit, ...options }: Options) =>
    withGraph(options, context.config, async ({ projection: { entities }, projection }) => {
      const { items } = searchEntities(projection, words.join(" "), kinds ?? null);
      const nodes = items.slice(0, limit).map(({ entity, matchedName, score }) => ({
        entity: { id: entities.id(entity), kind: entities.at(entity).kind, name: entities.name(entity) },
        matchedName,
        score,
      }));
      if (options.json) return print(JSON.stringify({ totalCount: items.length, nodes }, null, 2));
      const columns: Column<(typeof nodes)[number]>[] = [
        { title: "id", cell: ({ entity }) => entity.id },
        { title: "kind", cell: ({ entity }) => entity.kind },
        { title: "name", cell: ({ entity }) => entity.name, atMost: 50 },
        {
          title: "found as",
          cell: ({ entity, matchedName }) => (matchedName === entity.name ? "" : matchedName),
          atMost: 40,
          optional: true,
        },
      ];
      tableLines(columns, nodes).forEach(print);
      const left = items.length - nodes.length;
      const unprinted = left > 0 ? `, ${left} of them not printed: raise --limit` : "";
      print(
        `${nodes.length > 0 ? "\n" : ""}${counted(items.length, "entity", "entities")} found${unprinted}.`,
      );
    }),
  );
}

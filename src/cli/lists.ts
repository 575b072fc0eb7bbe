import type { Command } from "commander";
import { DEFAULT_STATUSES } from "../domain/claim.js";
import { today } from "../domain/day.js";
import type { Dossier } from "../domain/dossier.js";
import { FLAGGING_ROLES, type Flag } from "../domain/flag.js";
import { LISTS } from "../domain/lists.js";
import type { Projection } from "../graph/projection.js";
import { listFlags, subjectsOf } from "../questions/lists/flag-list.js";
import { ListScope } from "../questions/lists/list-scope.js";
import type { CommandContext } from "./context.js";
import { withJson } from "./options.js";
import { print } from "./output.js";
import { type StoreOptions, withStore } from "./store-option.js";
import { type Column, grouped, tableLines } from "./table.js";
import { withGraph } from "./with-graph.js";
import { counted } from "./words.js";

/** `lists`: the lists that a listing may be on, and how much of each is loaded. */
export function addLists(program: Command, context: CommandContext): void {
  withJson(
    withStore(
      program
        .command("lists")
        .summary("the known lists, and how much of each is loaded")
        .description(
          "The lists that are known, with how many listings on each are loaded and how many parties they list, those that\n" +
            "were taken off again among them. Coverage is what dossiers say of themselves: that a party is not on a list of\n" +
            "which not every entry is loaded says nothing. Checked is the day on which the dossiers with the list's entries\n" +
            "were last checked, or the first and the last of these days.",
        )
        .addHelpText("after", "\nExample:\n  exposure-graph lists"),
    ),
  ).action((options: StoreOptions & { readonly json?: boolean }) =>
    withGraph(options, context.config, async ({ graph, projection }) => {
      const scope = new ListScope(graph, projection, {}, today());
      const listings = listFlags(scope, {}, ["Listing"]).items;
      const lists = Object.entries(LISTS).map(([id, { name, authority, class: listClass }]) => {
        const own = listings.filter(({ list }) => list === id);
        return {
          ...{ id, name, authority, listClass },
          listings: own.length,
          parties: partiesOf(scope, own),
          ...standingOf(projection, id, own),
        };
      });
      if (options.json) return print(JSON.stringify({ graphVersion: projection.version, lists }, null, 2));
      const columns: Column<(typeof lists)[number]>[] = [
        { title: "list", cell: ({ id }) => id },
        { title: "name", cell: ({ name }) => name, atMost: 50 },
        { title: "what it is", cell: ({ listClass }) => listClass.replaceAll("_", " ") },
        { title: "listings", cell: ({ listings: count }) => grouped(count), right: true },
        { title: "parties", cell: ({ parties }) => grouped(parties), right: true },
        {
          title: "coverage",
          cell: ({ listings: count, coverage }) =>
            count > 0 ? (coverage ?? "not said") : (coverage ?? "not loaded"),
        },
        { title: "checked", cell: ({ checked }) => checked.join(" to ") },
      ];
      tableLines(columns, lists).forEach(print);
      const loaded = lists.filter(({ listings: count }) => count > 0).length;
      print(
        `\n${counted(lists.length, "list is", "lists are")} known; listings on ${loaded} of them are loaded.`,
      );
    }),
  );
}

/** How many parties the listings list, by confirmed and reported claims. */
function partiesOf(scope: ListScope, listings: readonly Flag[]): number {
  const rows = listings.flatMap(({ id }) => subjectsOf(scope, id, FLAGGING_ROLES).items);
  return new Set(rows.filter(({ status }) => DEFAULT_STATUSES.includes(status)).map(({ entity }) => entity))
    .size;
}

/** What dossiers say of a list's coverage, and on which day (or first and last day) those with its entries were checked. */
function standingOf({ dossiers }: Projection, list: string, listings: readonly Flag[]) {
  const complete = dossiers.filter(({ lists }) => lists[list] === "complete");
  const holding = new Set(listings.flatMap(({ dossiers: slugs }) => slugs));
  const holders = dossiers.filter(({ slug, lists }) => list in lists || holding.has(slug));
  return {
    coverage:
      complete.length > 0 ? "complete" : holders.some(({ lists }) => list in lists) ? "partial" : null,
    checked: checkedDaysOf(complete.length > 0 ? complete : holders),
  };
}

/** The first and the last day, each once. */
function checkedDaysOf(dossiers: readonly Dossier[]): readonly string[] {
  const days = dossiers.flatMap(({ lastChecked }) => lastChecked ?? []).sort();
  return [...new Set([...days.slice(0, 1), ...days.slice(-1)])];
}

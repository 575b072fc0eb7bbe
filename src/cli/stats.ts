import type { Command } from "commander";
import { today } from "../domain/day.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { openForReading, type StoreOptions, withStore } from "./store-option.js";
import { type StoreStatistics, storeStatistics } from "./store-statistics.js";
import { grouped, tableLines } from "./table.js";
import { counted } from "./words.js";

/** `stats`: counts, version, dossiers. */
export function addStats(program: Command, context: CommandContext): void {
  withStore(
    program
      .command("stats")
      .summary("counts, version, dossiers")
      .description(
        "Counts what the store holds: entities, relations, flags, other claims, sources and dossiers.",
      )
      .option("--json", "print one JSON object")
      .addHelpText("after", "\nExample:\n  exposure-graph stats --store sqlite:./data/graph.db"),
  ).action(async (options: StoreOptions & { readonly json?: boolean }) => {
    const store = await openForReading(options, context.config);
    try {
      const statistics = await storeStatistics(store, today());
      if (options.json) print(JSON.stringify(statistics, null, 2));
      else printStatistics(statistics);
    } finally {
      await store.close();
    }
  });
}

function printStatistics(statistics: StoreStatistics): void {
  const { version, changedAt, engine } = statistics;
  print(`graph version ${version}${changedAt === null ? "" : `, changed ${changedAt}`}, in ${engine}`);
  print("");
  const counts = [
    ...rows("entities", statistics.entities),
    ...rows("relations", statistics.relations),
    ...rows("flags", statistics.flags),
    ...rows("other claims", statistics.claims),
    { group: "sources", what: "", count: statistics.sources },
    { group: "earlier versions of claims", what: "", count: statistics.earlierVersions },
    {
      group: "entities that only carry identifiers",
      what: "",
      count: statistics.entitiesWithIdentifiersOnly,
    },
    { group: "entities without claim and identifier", what: "", count: statistics.entitiesWithNothing },
  ];
  const columns = [
    { title: "", cell: ({ group }: (typeof counts)[number]) => group },
    { title: "", cell: ({ what }: (typeof counts)[number]) => what },
    { title: "count", cell: ({ count }: (typeof counts)[number]) => grouped(count), right: true as const },
  ];
  tableLines(columns, counts).forEach(print);
  print("");
  const dossiers = tableLines(
    [
      { title: "dossier", cell: ({ slug }) => slug },
      { title: "claims", cell: ({ claims }) => grouped(claims), right: true },
      { title: "last checked", cell: ({ lastChecked }) => lastChecked ?? "" },
      { title: "title", cell: ({ title }) => title, atMost: 60 },
    ],
    statistics.dossiers,
  );
  dossiers.forEach(print);
  if (statistics.unfinishedLoad > 0) {
    print("");
    print(
      `An unfinished load left ${counted(statistics.unfinishedLoad, "record", "records")} that no reader sees; the next load sweeps it away.`,
    );
  }
}

function rows(group: string, counts: Readonly<Record<string, number>>) {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count], at) => ({ group: at === 0 ? group : "", what, count }));
}

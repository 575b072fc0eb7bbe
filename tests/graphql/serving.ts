import { type ExecutionResult, graphql } from "graphql";
import { parseDay } from "../../src/domain/day.js";
import { DEFAULT_LIMITS } from "../../src/domain/limits.js";
import { Budget, withinBudget } from "../../src/graph/budget.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import { formatError } from "../../src/graphql/apollo.js";
import { GraphContext } from "../../src/graphql/context.js";
import { fieldOfPart } from "../../src/graphql/end-in-time.js";
import { graphSchema } from "../../src/graphql/schema.js";
import type { Change, GraphReader, GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { DOSSIER, sourceRow } from "../exposure/naive/rows.js";
import type { World } from "../exposure/naive/world.js";

/** The day of asking in these tests. */
export const TODAY = "2026-01-01";

/** An in-memory store that holds exactly these rows, in one dossier, with a source for each publication date. */
export async function storeOf(world: World, published: readonly string[] = []): Promise<GraphStore> {
  const store = await openStore({ engine: "memory" });
  await store.prepare({ intoExisting: false });
  await fill(store, world, published);
  return store;
}

/** Writes rows into an empty store, in one load. */
export async function fill(store: GraphStore, world: World, published: readonly string[]): Promise<void> {
  await store.write(changesOf(world, published), { expectedVersion: 0 });
}

function changesOf({ entities, flags, claims }: World, published: readonly string[]): Change[] {
  const dossier = {
    slug: DOSSIER,
    title: "Rows",
    publisher: null,
    description: null,
    coverage: null,
    licence: null,
    lastChecked: null,
    lists: { "us-entity-list": "partial" },
  } as const;
  return [
    { change: "put", noun: { record: "dossier", value: dossier } },
    ...[null, ...published].map(
      (date) => ({ change: "put", noun: { record: "source", value: sourceRow(date) } }) as const,
    ),
    ...entities.map((value) => ({ change: "put", noun: { record: "entity", value } }) as const),
    ...flags.map((value) => ({ change: "put", noun: { record: "flag", value } }) as const),
    ...claims.map((claim) => ({ change: "add", claim }) as const),
  ];
}

/** A store that counts what is asked of it while serving. */
export interface CountingStore extends GraphReader {
  statements: number;
}

/** Counts the statements of a store: each look-up by ids is one. */
export function counting(store: GraphReader): CountingStore {
  const counted: CountingStore = {
    statements: 0,
    engine: store.engine,
    idsAtOnce: store.idsAtOnce,
    version: () => store.version(),
    readRecords: (options) => store.readRecords(options),
    readRelations: (options) => store.readRelations(options),
    readDossier: (slug, options) => store.readDossier(slug, options),
    changesSince: (version) => store.changesSince(version),
    nouns: (keys) => store.nouns(keys),
    unfinishedLoad: () => store.unfinishedLoad(),
    close: () => store.close(),
    entities: (ids, options) => {
      counted.statements += 1;
      return store.entities(ids, options);
    },
    claims: (ids, options) => {
      counted.statements += 1;
      return store.claims(ids, options);
    },
  };
  return counted;
}

/** Asks a graph as the server does, without HTTP. */
export async function ask(
  graph: ResidentGraph,
  source: string,
  variableValues: Record<string, unknown> = {},
  today = TODAY,
): Promise<ExecutionResult> {
  const contextValue = new GraphContext(graph, await graph.current(), {
    today: parseDay(today),
    requestId: "test",
    budget: new Budget({ limits: DEFAULT_LIMITS }),
  });
  const { data, errors } = await withinBudget(contextValue.budget, () =>
    graphql({
      schema: graphSchema(),
      fieldResolver: fieldOfPart,
      source,
      variableValues,
      contextValue,
    }),
  );
  return JSON.parse(
    JSON.stringify({
      data,
      ...(errors && { errors: errors.map((error) => formatError(error.toJSON(), error)) }),
    }),
  );
}

/** A graph over rows, ready to be asked. */
export async function graphOf(world: World, published: readonly string[] = []): Promise<ResidentGraph> {
  return new ResidentGraph(await storeOf(world, published));
}

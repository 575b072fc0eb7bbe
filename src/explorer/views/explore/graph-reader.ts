import type { ask } from "../../api/ask.js";
import {
  type DrawnFragment,
  exploreAmongQuestion,
  exploreChainQuestion,
  exploreEntitiesQuestion,
  explorePathsQuestion,
  type PartyFragment,
  type WayFragment,
} from "../../api/documents.generated.js";
import type { Step } from "./steps.js";

/** Asks the API a question: over the network in a browser, in process where a snapshot is made. */
export type Asker = typeof ask;

/** An entity with all relations that were read for it. */
export interface ReadEntity {
  readonly party: PartyFragment;
  readonly relations: readonly DrawnFragment[];
  readonly onRecord: number;
}

/** What a search for ways found; `stopped`: where it did not pass through an entity with too many claims. */
export interface ReadWays {
  readonly ways: readonly WayFragment[];
  readonly stopped: readonly { readonly id: string; readonly name: string }[];
}

const PAGE = 500;
/** Relations of one entity that are read at most; its true number is told. */
const READ_AT_MOST = 2_000;
/** Fields of an answer for each relation, as the API counts them, rounded up. */
const FIELDS_OF_RELATION = 60;
const COST_OF_ANSWER = 300_000;
const MANY_TOGETHER = 40;
/** As many as the API lets a question name. */
const OTHERS_AT_ONCE = 500;

/** Reads the graph for a canvas and remembers it, so that a step back or a moved slider asks nothing again. */
export class GraphReader {
  private readonly ask: Asker;
  private readonly entities = new Map<string, ReadEntity | null>();
  private readonly answers = new Map<string, ReadWays>();
  private readonly joined = new Map<string, readonly DrawnFragment[]>();
  graphVersion = "";

  constructor(ask: Asker) {
    this.ask = ask;
  }

  /** What was read of an entity as known on a day (null: today); null where there is no such entity, undefined where it was not read. */
  entity(id: string, knownAt: string | null): ReadEntity | null | undefined {
    return this.entities.get(keyOf(id, knownAt));
  }

  /** Reads entities with their relations; those that were read before are not asked for. @throws Away, Refusal */
  async read(ids: readonly string[], knownAt: string | null, signal: AbortSignal | undefined): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.entities.has(keyOf(id, knownAt)));
    const [first, rest] = missing.length === 1 ? [PAGE, [missing]] : [100, inParts(missing, MANY_TOGETHER)];
    const perAsk = Math.max(1, Math.floor(COST_OF_ANSWER / (first * FIELDS_OF_RELATION)));
    for (const part of rest.flatMap((some) => inParts(some, perAsk))) {
      const { nodes, graph } = await this.ask(
        exploreEntitiesQuestion,
        { ids: part, knownAt, first, after: null },
        signal,
      );
      this.graphVersion = graph?.version ?? this.graphVersion;
      for (const [at, id] of part.entries()) {
        const node = nodes[at];
        if (node === null || node === undefined || !("relations" in node)) {
          this.entities.set(keyOf(id, knownAt), null);
          continue;
        }
        const { nodes: relations, totalCount, pageInfo } = node.relations;
        const more = await this.rest(id, knownAt, pageInfo, relations.length, signal);
        this.entities.set(keyOf(id, knownAt), {
          party: node,
          relations: [...relations, ...more],
          onRecord: totalCount,
        });
      }
    }
  }

  private async rest(
    id: string,
    knownAt: string | null,
    page: PageEnd,
    read: number,
    signal: AbortSignal | undefined,
  ): Promise<readonly DrawnFragment[]> {
    return pages(page, READ_AT_MOST - read, async (after) => {
      const { nodes } = await this.ask(
        exploreEntitiesQuestion,
        { ids: [id], knownAt, first: PAGE, after },
        signal,
      );
      const node = nodes[0];
      return node && "relations" in node ? node.relations : null;
    });
  }

  /**
   * Reads what joins those of some entities that have more relations than were read: of the others every relation was
   * read already. At most as many of one as are read of an entity. @throws Away, Refusal
   */
  async join(ids: Iterable<string>, knownAt: string | null, signal: AbortSignal | undefined): Promise<void> {
    const cut = [...ids].filter((id) => this.isCut(id, knownAt)).sort();
    for (const [at, id] of cut.entries()) {
      for (const others of inParts(cut.slice(at + 1), OTHERS_AT_ONCE)) {
        const key = joinKey(id, others, knownAt);
        if (this.joined.has(key)) continue;
        const relations = await pages({ hasNextPage: true, endCursor: null }, READ_AT_MOST, async (after) => {
          const { entity } = await this.ask(
            exploreAmongQuestion,
            { id, others, knownAt, first: PAGE, after },
            signal,
          );
          return entity?.relations ?? null;
        });
        this.joined.set(key, relations);
      }
    }
  }

  /** Every relation that was read and joins some entities, each once. */
  among(ids: ReadonlySet<string>, knownAt: string | null): readonly DrawnFragment[] {
    const cut = [...ids].filter((id) => this.isCut(id, knownAt)).sort();
    const joined = cut.flatMap((id, at) =>
      inParts(cut.slice(at + 1), OTHERS_AT_ONCE).flatMap(
        (others) => this.joined.get(joinKey(id, others, knownAt)) ?? [],
      ),
    );
    const read = [...ids].flatMap((id) => this.entity(id, knownAt)?.relations ?? []);
    const inside = [...read, ...joined].filter(({ from, to }) => ids.has(from.id) && ids.has(to.id));
    return [...new Map(inside.map((relation) => [relation.id, relation])).values()];
  }

  private isCut(id: string, knownAt: string | null): boolean {
    const read = this.entity(id, knownAt);
    return read !== null && read !== undefined && read.relations.length < read.onRecord;
  }

  /** The chains or the shortest ways that a step asks for. @throws Away, Refusal */
  async ways(
    step: Extract<Step, { act: "chain" | "connect" }>,
    signal: AbortSignal | undefined,
  ): Promise<ReadWays> {
    const key = JSON.stringify(step);
    const met = this.answers.get(key);
    if (met !== undefined) return met;
    const found = step.act === "chain" ? await this.chains(step, signal) : await this.paths(step, signal);
    this.answers.set(key, found);
    return found;
  }

  private async chains(
    { university, target, channel, day }: Extract<Step, { act: "chain" }>,
    signal: AbortSignal | undefined,
  ): Promise<ReadWays> {
    const channels = channel === null ? null : [channel];
    const { exposure } = await this.ask(
      exploreChainQuestion,
      { university, target, channels, validAt: day },
      signal,
    );
    return { ways: exposure?.findings.nodes.flatMap(({ paths }) => paths) ?? [], stopped: [] };
  }

  private async paths(
    { from, to, limit, day, avoid }: Extract<Step, { act: "connect" }>,
    signal: AbortSignal | undefined,
  ): Promise<ReadWays> {
    const { paths } = await this.ask(
      explorePathsQuestion,
      { from, to, limit, avoid: [...avoid], validAt: day },
      signal,
    );
    return {
      ways: paths?.paths ?? [],
      stopped: paths?.scope.truncated.flatMap(({ at }) => (at === null ? [] : [at])) ?? [],
    };
  }
}

interface PageEnd {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** Page after page from one on, until there is none or as many as wanted were read; null from `read` ends it. */
async function pages(
  from: PageEnd,
  most: number,
  read: (
    after: string | null,
  ) => Promise<{ readonly nodes: readonly DrawnFragment[]; readonly pageInfo: PageEnd } | null>,
): Promise<readonly DrawnFragment[]> {
  const relations: DrawnFragment[] = [];
  for (let { hasNextPage, endCursor } = from; hasNextPage && relations.length < most; ) {
    const page = await read(endCursor);
    if (page === null) break;
    relations.push(...page.nodes);
    ({ hasNextPage, endCursor } = page.pageInfo);
  }
  return relations;
}

function joinKey(id: string, others: readonly string[], knownAt: string | null): string {
  return [knownAt ?? "", id, ...others].join(" ");
}

function keyOf(id: string, knownAt: string | null): string {
  return `${knownAt ?? ""} ${id}`;
}

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

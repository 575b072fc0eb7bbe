import { setTimeout as wait } from "node:timers/promises";
import { watchWaits } from "./ask-over-http.js";
import { type StoreAt, withStore } from "./jobs/open.js";
import { correction } from "./jobs/refresh-projections.js";
import { type Spread, spreadOf } from "./measure.js";
import type { Server } from "./server.js";

const SOME = `query Some($university: ID!, $first: Int!) {
  university(id: $university) { funding(first: $first) { nodes { id } } }
}`;
const STATUS = `query Status($id: ID!) { node(id: $id) { ... on Funding { status } } }`;

interface SomeData {
  readonly university: { readonly funding: { readonly nodes: readonly { readonly id: string }[] } };
}

const ASK_EVERY_MS = 20;
/** Far beyond the bar: what takes as long is not told as a figure. */
const PATIENCE_MS = 60_000;

export interface Visible {
  /** From the begin of the write to the first answer that holds it. */
  readonly ms: Spread;
  /** How long an answer that takes no work was waited for meanwhile. */
  readonly waits: Spread;
}

/** Corrects one claim after the other in a process beside the server, and asks the server until it answers so. */
export async function writeVisible(
  { store: at, server, university }: { store: StoreAt; server: Server; university: string },
  rounds: number,
): Promise<Visible> {
  const some = await server.ask<SomeData>(SOME, { university, first: rounds });
  const ids = some.university.funding.nodes.map(({ id }) => id);
  if (ids.length < rounds) throw new Error(`${university} has ${ids.length} fundings, not ${rounds}`);
  const waits = watchWaits(server);
  const ms = await withStore(at, false, async (store) => {
    const took: number[] = [];
    for (const id of ids) {
      const standing = (await store.claims([id])).find(({ until }) => until === null)?.claim;
      if (standing?.record !== "relation") throw new Error(`${id} is no relation that stands`);
      const { n } = await store.version();
      const began = performance.now();
      await store.write(correction(standing), { expectedVersion: n });
      await untilReported(server, id, began);
      took.push(performance.now() - began);
    }
    return took;
  });
  return { ms: spreadOf(ms), waits: spreadOf(await waits()) };
}

async function untilReported(server: Server, id: string, began: number): Promise<void> {
  for (;;) {
    const { node } = await server.ask<{ readonly node: { readonly status: string } }>(STATUS, { id });
    if (node.status === "REPORTED") return;
    if (performance.now() - began > PATIENCE_MS) throw new Error(`${id}: what was written does not show`);
    await wait(ASK_EVERY_MS);
  }
}

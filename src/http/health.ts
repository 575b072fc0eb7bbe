import type { FastifyInstance, RouteShorthandOptions } from "fastify";
import { ERRORS, ExposureError } from "../domain/errors.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { Observer, StoreVerb } from "./observe/observer.js";

/** A store that has not answered by then does not answer. */
const PATIENCE_MS = 2000;

/** Who watches over a process has no key to it. */
const OPEN: RouteShorthandOptions = { config: { needs: "nothing" } };

/**
 * Whether the store is damaged: a statement has met what cannot be read. It is taken for sound again when all of it could be
 * read, which a graph that is built anew does; until then its version may well be readable, and what was read of it before.
 */
export class StoreDamage implements Observer {
  isKnown = false;
  private readonly onFault: (fault: unknown) => void;

  /** `onFault` is told once. */
  constructor(onFault: (fault: unknown) => void) {
    this.onFault = onFault;
  }

  statement(verb: StoreVerb) {
    return (outcome: "done" | "failed", fault?: unknown): void => {
      if (verb === "relations" && outcome === "done") this.isKnown = false;
      if (this.isKnown || !(fault instanceof ExposureError) || fault.code !== "STORE_DAMAGED") return;
      this.isKnown = true;
      this.onFault(fault);
    };
  }
}

/** For those who watch over the process: it lives; it can answer. */
export function addHealth(
  app: FastifyInstance,
  { graph, damage }: { readonly graph: ResidentGraph; readonly damage: StoreDamage },
): void {
  app.get("/health/live", OPEN, () => ({ live: true }));
  app.get("/health/ready", OPEN, async (_, reply) => {
    const [graphVersion, store] = await Promise.all([
      inTime(graph.current().then(({ version }) => version)),
      damage.isKnown ? null : inTime(graph.store.version().then(() => graph.store.engine)),
    ]);
    const ready = graphVersion !== null && store !== null;
    const remedy = damage.isKnown ? { damaged: true, remedy: ERRORS.STORE_DAMAGED.meaning } : {};
    return reply.code(ready ? 200 : 503).send({ ready, graphVersion, store, ...remedy });
  });
}

/** What is promised, or null where it fails or takes too long. */
async function inTime<Value>(promise: Promise<Value>): Promise<Value | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS).unref();
  });
  return Promise.race([promise.catch(() => null), late]);
}

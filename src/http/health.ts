import type { FastifyInstance, RouteShorthandOptions } from "fastify";
import type { ResidentGraph } from "../graph/resident-graph.js";

/** A store that has not answered by then does not answer. */
const PATIENCE_MS = 2000;

/** Who watches over a process has no key to it. */
const OPEN: RouteShorthandOptions = { config: { needs: "nothing" } };

/** For those who watch over the process: it lives; it can answer. */
export function addHealth(app: FastifyInstance, { graph }: { readonly graph: ResidentGraph }): void {
  app.get("/health/live", OPEN, () => ({ live: true }));
  app.get("/health/ready", OPEN, async (_, reply) => {
    const [graphVersion, store] = await Promise.all([
      inTime(graph.current().then(({ version }) => version)),
      inTime(graph.store.version().then(() => graph.store.engine)),
    ]);
    const ready = graphVersion !== null && store !== null;
    return reply.code(ready ? 200 : 503).send({ ready, graphVersion, store });
  });
}

/** What is promised, or null where it fails or takes too long. */
async function inTime<Value>(promise: Promise<Value>): Promise<Value | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS).unref();
  });
  return Promise.race([promise.catch(() => null), late]);
}

import type { FastifyInstance } from "fastify";

/** Marks every route that is added to an app from here on as one that needs no key: files of a page, without any facts. */
export function openToAll(app: FastifyInstance): void {
  app.addHook("onRoute", (route) => {
    route.config = { ...route.config, needs: "nothing" };
  });
}

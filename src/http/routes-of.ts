import type { FastifyInstance } from "fastify";

/** Every route that is added to an app from here on, as "GET /graphql"; HEAD goes with GET and is left out. */
export function routesOf(app: FastifyInstance): readonly string[] {
  const routes: string[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    for (const each of [method].flat()) if (each !== "HEAD") routes.push(`${each} ${url}`);
  });
  return routes;
}

import { createClient } from "graphql-ws";
import { expect, it } from "vitest";
import WebSocket from "ws";
import { describeNeo4j, neo4jStore, openNeo4j } from "../neo4j/database.js";
import { telling } from "../store/telling-store.js";
import { serve } from "./running.js";
import { GIVEN, LISTED } from "./small-store.js";

const CHANGED = `subscription {
  exposureChanged(university: "university:u") {
    before { scope { graphVersion } } after { scope { graphVersion } } added { finding { target { id } } }
  }
}`;

describeNeo4j("several servers over one Neo4j", () => {
  it("each tell their listeners of a load that somebody else writes, and read no more than it changed", async () => {
    const writer = await neo4jStore();
    const readers = [await openNeo4j({ readOnly: true }), await openNeo4j({ readOnly: true })];
    try {
      await writer.write(GIVEN, { expectedVersion: 0 });
      const asked: string[] = [];
      const servers = await Promise.all(readers.map((reader) => serve(telling(reader, asked))));
      const clients = servers.map(({ url }) =>
        createClient({
          url: `${url.replace("http", "ws")}/graphql`,
          webSocketImpl: WebSocket,
          retryAttempts: 0,
        }),
      );
      const told = clients.map((client) => client.iterate({ query: CHANGED }).next());
      await expect.poll(() => servers.map((server) => server.subscriptions())).toEqual([1, 1]);
      asked.length = 0;
      await writer.write(LISTED, { expectedVersion: 1 });
      const change = {
        before: { scope: { graphVersion: "1" } },
        after: { scope: { graphVersion: "2" } },
        added: [{ finding: { target: { id: "company:c" } } }],
      };
      for (const one of await Promise.all(told)) expect(one.value?.data).toEqual({ exposureChanged: change });
      expect(asked.filter((verb) => verb === "changesSince")).toHaveLength(2);
      expect(asked).not.toContain("readRelations");
      await Promise.all(clients.map((client) => client.dispose()));
    } finally {
      for (const store of [writer, ...readers]) await store.close();
    }
  });
});

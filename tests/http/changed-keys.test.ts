import { rmSync, writeFileSync } from "node:fs";
import { createClient } from "graphql-ws";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { ROLES } from "../../src/domain/access.js";
import { KEYS, keysFile, sha256, threeKeys, withKey } from "./access-settings.js";
import { post, serve } from "./running.js";
import { LISTED, smallStore } from "./small-store.js";

const line = (role: keyof typeof KEYS, key = KEYS[role]) => `the-${role} ${role} ${sha256(key)}`;

async function served() {
  const store = await smallStore();
  const path = keysFile(ROLES.map((role) => line(role)));
  const told: string[] = [];
  const server = await serve(store, {
    access: threeKeys({ keysFile: path }),
    onFault: (_, fault) => void told.push(String(fault)),
  });
  const write = (...lines: readonly string[]) => writeFileSync(path, `${lines.join("\n")}\n`);
  const statusOf = async (key: string) =>
    (await post(server.url, "{ graph { version } }", withKey(key))).status;
  return { store, server, path, told, write, statusOf };
}

describe("a file of keys that changes while the server runs", () => {
  it("takes a key away and brings another, without a restart", async () => {
    const { write, statusOf } = await served();
    expect([await statusOf(KEYS.viewer), await statusOf("new-key")]).toEqual([200, 401]);
    write(line("viewer", "new-key"), line("admin"));
    await expect.poll(() => statusOf(KEYS.viewer)).toBe(401);
    expect([await statusOf("new-key"), await statusOf(KEYS.editor), await statusOf(KEYS.admin)]).toEqual([
      200, 401, 200,
    ]);
  });

  it("locks everybody out who had a key where it holds none any more, and opens nothing", async () => {
    const { server, write, statusOf } = await served();
    write("# nobody");
    await expect.poll(() => statusOf(KEYS.viewer)).toBe(401);
    expect((await post(server.url, "{ graph { version } }")).status).toBe(401);
  });

  it("changes nothing where it cannot be followed, and is told once", async () => {
    const { path, told, write, statusOf } = await served();
    write(line("viewer"), "the-editor editor half-a-dig");
    await expect.poll(async () => [await statusOf(KEYS.viewer), told.length]).toEqual([200, 1]);
    expect(told[0]).toMatch(/keys\.txt:2: the third word is not the SHA-256/);
    expect(await statusOf(KEYS.editor)).toBe(200);
    rmSync(path);
    await expect.poll(async () => [await statusOf(KEYS.editor), told.length]).toEqual([200, 2]);
    write(line("viewer"));
    await expect.poll(() => statusOf(KEYS.editor)).toBe(401);
    expect(told).toHaveLength(2);
  });

  it("ends what somebody listens to whose key was taken away", async () => {
    const { store, server, write, statusOf } = await served();
    const client = createClient({
      url: `${server.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: withKey(KEYS.viewer),
      retryAttempts: 0,
    });
    const query = `subscription { exposureChanged(university: "university:u") { added { because { id } } } }`;
    const told = client.iterate<Record<string, unknown>>({ query });
    const first = told.next();
    await expect.poll(() => server.subscriptions()).toBe(1);
    write(line("editor"));
    await expect.poll(() => statusOf(KEYS.viewer)).toBe(401);
    await store.write(LISTED, { expectedVersion: 1 });
    await server.refresh();
    const { value } = await first;
    expect(JSON.stringify(value)).toMatch('"code":"UNAUTHENTICATED"');
    expect(value.data ?? null).toBeNull();
    await client.dispose();
  });
});

import { expect, it } from "vitest";
import type { ChangedKeys, GraphStore } from "../../src/store/graph-store.js";
import {
  add,
  drop,
  entity,
  event,
  flag,
  gift,
  ownership,
  put,
  retract,
  source,
  story,
  write,
} from "./small-records.js";

/** What every store tells of its changes. Part of the contract. */
export function changesContract(store: () => GraphStore): void {
  it("tells the keys of what loads changed since a version, each once", async () => {
    const first = await write(store(), story());
    await write(store(), [put(entity("company:a", "Another name")), add(gift("late", 1))]);
    const second = await store().version();
    await write(store(), [
      retract(gift("late", 1)),
      drop("source", "source:story/s-1"),
      put(entity("company:a", "A third name")),
      { change: "reclock", claim: event() },
    ]);
    expect(inOrder(await store().changesSince(first))).toEqual({
      nouns: ["entity company:a", "source source:story/s-1"],
      claims: ["claim:story/event", "claim:story/late"],
    });
    expect(inOrder(await store().changesSince(second))).toEqual({
      nouns: ["entity company:a", "source source:story/s-1"],
      claims: ["claim:story/event", "claim:story/late"],
    });
    expect(await store().changesSince(await store().version())).toEqual({ nouns: [], claims: [] });
  });

  it("tells the changes of a first load too", async () => {
    const told = inOrder(await store().changesSince({ n: 0, changedAt: null }));
    expect(told).toEqual({ nouns: [], claims: [] });
    await write(store(), story());
    const { nouns, claims } = inOrder(await store().changesSince({ n: 0, changedAt: null }));
    expect(nouns).toHaveLength(6);
    expect(claims).toHaveLength(6);
  });

  it("tells nothing of a load that was refused", async () => {
    const version = await write(store(), story());
    const open = ownership("open", { to: "company:nobody" });
    await expect(write(store(), [put(entity("company:c")), add(open)])).rejects.toMatchObject({
      code: "DATA_INVALID",
    });
    await write(store(), [put(entity("company:d"))]);
    expect(inOrder(await store().changesSince(version))).toEqual({ nouns: ["entity company:d"], claims: [] });
  });

  it("cannot tell across a touch, and can from there on", async () => {
    const before = await write(store(), story());
    const touched = await store().touch();
    await write(store(), [add(gift("late", 1))]);
    expect(await store().changesSince(before)).toBeNull();
    expect(inOrder(await store().changesSince(touched)).claims).toEqual(["claim:story/late"]);
  });

  it("cannot tell what came with an archive", async () => {
    const claims = [ownership("owns")].map((claim) => ({ claim, since: 3, until: null }));
    const nouns = [put(entity("company:a")), put(entity("company:b"))];
    const restored = claims.map((stored) => ({ change: "restore", stored }) as const);
    const version = { n: 7, changedAt: "2024-01-01T00:00:00.000Z" };
    await store().write([...nouns, ...restored], { expectedVersion: 0, version });
    expect(await store().changesSince({ n: 0, changedAt: null })).toBeNull();
    await write(store(), [add(ownership("more"))]);
    expect(inOrder(await store().changesSince(version)).claims).toEqual(["claim:story/more"]);
  });

  it("cannot tell where the version was another graph's, or is still to come", async () => {
    const version = await write(store(), story());
    await write(store(), [add(gift("late", 1))]);
    expect(await store().changesSince({ ...version, changedAt: "2020-01-01T00:00:00.000Z" })).toBeNull();
    expect(await store().changesSince({ n: 9, changedAt: null })).toBeNull();
  });

  it("gives nouns by key, and leaves out keys that are not there", async () => {
    await write(store(), story());
    const keys = [
      { record: "entity", id: "company:a" },
      { record: "entity", id: "company:zzz" },
      { record: "source", id: "source:story/s-1" },
      { record: "flag", id: "probe:story" },
      { record: "dossier", id: "story" },
      { record: "dossier", id: "' OR 1=1 --" },
    ] as const;
    const found = await store().nouns(keys);
    expect(found).toHaveLength(4);
    expect(found).toEqual(expect.arrayContaining([entity("company:a"), source(), flag()]));
  });
}

function inOrder(keys: ChangedKeys | null): {
  readonly nouns: readonly string[];
  readonly claims: readonly string[];
} {
  if (keys === null) throw new Error("the store cannot tell");
  return { nouns: keys.nouns.map(({ record, id }) => `${record} ${id}`).sort(), claims: keys.claims };
}

import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Claim } from "../../src/domain/record.js";
import type { Change, GraphStore, StoredClaim } from "../../src/store/graph-store.js";
import { records } from "./arbitraries.js";
import { changesContract } from "./changes-contract.js";
import { byId, claimsOf, gather, isRelation, nounKey, relationRows, rowOf } from "./everything.js";
import {
  add,
  decision,
  drop,
  entity,
  event,
  flag,
  gift,
  ownership,
  put,
  response,
  retract,
  source,
  story,
  subject,
  write,
} from "./small-records.js";

/** What the contract needs to know of an engine. */
export interface Engine {
  /** An empty store, prepared for loading. The contract closes it. */
  open(): Promise<GraphStore>;
  /** How many random dossiers make the round trip. */
  readonly roundTrips: number;
}

/** What every store does alike. Run once an engine. */
export function storeContract({ open, roundTrips }: Engine): void {
  let store: GraphStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await store.close();
  });

  it("is at version 0 and holds nothing when it is new", async () => {
    expect(await store.version()).toEqual({ n: 0, changedAt: null });
    expect(await gather(store.readRecords())).toEqual({ nouns: [], claims: [] });
    expect(await relationRows(store)).toEqual([]);
    expect(await store.unfinishedLoad()).toBe(0);
  });

  it("names its engine and its version", () => {
    expect(store.engine).toMatch(/^(?:SQLite|Neo4j) \d+\.\d+/);
  });

  it("gives back every kind of record exactly as it was written", async () => {
    let run = 0;
    const slugs = fc.constant(null).map(() => `dossier-${++run}`);
    const dossiers = slugs.chain((slug) => records(slug).map((all) => ({ slug, ...all })));
    await fc.assert(
      fc.asyncProperty(dossiers, async ({ slug, nouns, claims }) => {
        await write(store, [...nouns.map(put), ...claims.map(add)]);
        const { n } = await store.version();
        const read = await gather(store.readDossier(slug));
        expect(read.nouns.sort((a, b) => (nounKey(a) < nounKey(b) ? -1 : 1))).toEqual(
          nouns.toSorted((a, b) => (nounKey(a) < nounKey(b) ? -1 : 1)),
        );
        expect(claimsOf(read.claims).sort(byId)).toEqual(claims.toSorted(byId));
        expect(read.claims.every(({ since, until }) => since === n && until === null)).toBe(true);
        expect(claimsOf(await store.claims(claims.map(({ id }) => id)))).toEqual(claims.toSorted(byId));
        const entities = nouns.flatMap((noun) => (noun.record === "entity" ? [noun.value] : []));
        expect(await store.entities(entities.map(({ id }) => id))).toEqual(entities.toSorted(byId));
        const rows = (await relationRows(store)).filter(({ id }) => id.startsWith(`claim:${slug}/`));
        expect(rows).toEqual(claims.filter(isRelation).toSorted(byId).map(rowOf));
      }),
      { numRuns: roundTrips, endOnFailure: true },
    );
  });

  it("reads nouns first, in the order dossiers, sources, flags, entities, then claims", async () => {
    await write(store, story());
    const { nouns, claims } = await gather(store.readRecords());
    expect(nouns.map(nounKey)).toEqual([
      "story",
      "source:story/s-1",
      "probe:story",
      "company:a",
      "company:b",
      "university:u",
    ]);
    expect(claims.map(({ claim }) => claim.record)).toEqual(["subject", "event", "response", "decision"]);
  });

  it("raises the version by one per load, and dates it", async () => {
    const before = new Date().toISOString();
    const first = await write(store, story());
    const second = await write(store, [add(gift("another", 1))]);
    expect([first.n, second.n]).toEqual([1, 2]);
    expect(await store.version()).toEqual(second);
    expect(first.changedAt && first.changedAt >= before).toBe(true);
    expect((await store.claims(["claim:story/another"]))[0]?.since).toBe(2);
  });

  it("writes nothing for a load without changes", async () => {
    const version = await write(store, story());
    expect(await write(store, [])).toEqual(version);
    expect(await store.version()).toEqual(version);
  });

  it("refuses a load that was compared with another version", async () => {
    await write(store, story());
    await expect(store.write([put(entity("company:c"))], { expectedVersion: 0 })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "the graph has moved from version 0 to 1 since it was read: run the load again",
    });
    await expect(store.write([], { expectedVersion: 7 })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await store.entities(["company:c"])).toEqual([]);
  });

  it("keeps the old revision of a corrected claim beside the new one", async () => {
    await write(store, story());
    const old = ownership("owns");
    const corrected = { ...ownership("owns", { right: "votes" }), revision: 1 };
    await write(store, [retract(old), add(corrected)]);
    const closed = { ...old, retracted: "2024-06-01", clock: { ...old.clock, retracted: 19_875 } };
    expect(await store.claims([old.id])).toEqual([
      { claim: closed, since: 1, until: 2 },
      { claim: corrected, since: 2, until: null },
    ]);
    expect((await relationRows(store)).filter(({ id }) => id === old.id)).toEqual(
      [closed, corrected].map(rowOf),
    );
  });

  it("retracts claims of every kind", async () => {
    await write(store, story());
    const claims = [ownership("owns"), subject(), event(), response(), decision()];
    await write(store, claims.map(retract));
    const read = await store.claims(claims.map(({ id }) => id));
    expect(read.map(({ claim, until }) => [claim.retracted, claim.clock.retracted, until])).toEqual(
      claims.map(() => ["2024-06-01", 19_875, 2]),
    );
  });

  it("remembers of claims of every kind that an editor retracted them", async () => {
    await write(store, story());
    const claims = [ownership("owns"), subject(), event(), response(), decision()];
    const byEditor = (claim: Claim) => ({ ...retract(claim), byEditor: true }) as Change;
    await write(store, claims.map(byEditor));
    await write(store, [add({ ...ownership("owns"), revision: 1 })]);
    const told = (read: readonly StoredClaim[]) =>
      read.map(({ claim, until, byEditor }) => `${claim.id} ${claim.revision} ${until} ${byEditor}`).sort();
    const expected = [
      ...claims.map(({ id }) => `${id} 0 2 true`),
      "claim:story/owns 1 null undefined",
    ].sort();
    expect(told(await store.claims(claims.map(({ id }) => id)))).toEqual(expected);
    const { claims: ofDossier } = await gather(store.readDossier("story"));
    const ids = new Set<string>(claims.map(({ id }) => id));
    expect(told(ofDossier.filter(({ claim }) => ids.has(claim.id)))).toEqual(expected);
  });

  it("gives a claim a clock computed anew without a correction", async () => {
    await write(store, story());
    const claims = [ownership("owns"), subject(), event(), response(), decision()];
    const moved = claims.map((claim) => ({ ...claim, clock: { ...claim.clock, recorded: 18_000 } }));
    await write(
      store,
      moved.map((claim): Change => ({ change: "reclock", claim })),
    );
    const read = await store.claims(claims.map(({ id }) => id));
    expect(claimsOf(read)).toEqual(moved.toSorted(byId));
    expect(read.every(({ since, until }) => since === 1 && until === null)).toBe(true);
  });

  it("writes a changed noun in the place of the old one", async () => {
    await write(store, story());
    const renamed = entity("company:a", "Another name");
    await write(store, [put(renamed)]);
    expect(await store.entities(["company:a"])).toEqual([renamed.value]);
  });

  it("drops a noun of which no claim speaks", async () => {
    await write(store, [...story(), put(entity("company:c")), put(source("s-2"))]);
    await write(store, [drop("entity", "company:c"), drop("source", "source:story/s-2")]);
    const { nouns } = await gather(store.readRecords());
    expect(nouns.map(nounKey)).not.toContain("company:c");
    expect(nouns.map(nounKey)).not.toContain("source:story/s-2");
  });

  it("keeps a dropped noun, held by no dossier, for the claims that speak of it", async () => {
    await write(store, story());
    await write(store, [
      retract(ownership("owns")),
      drop("dossier", "story"),
      drop("source", "source:story/s-1"),
      drop("flag", "probe:story"),
      drop("entity", "company:a"),
    ]);
    const all = (await gather(store.readRecords())).nouns;
    expect(all.map(nounKey)).toEqual(expect.arrayContaining(["story", "source:story/s-1", "probe:story"]));
    expect((await store.entities(["company:a"]))[0]?.dossiers).toEqual([]);
    const held = (await gather(store.readDossier("story"))).nouns;
    expect(held.map(nounKey)).toEqual(["company:b", "university:u"]);
  });

  it("holds a dropped noun again once it is written again", async () => {
    await write(store, story());
    await write(store, [drop("source", "source:story/s-1"), drop("flag", "probe:story")]);
    await write(store, [put(source()), put(flag())]);
    const held = (await gather(store.readDossier("story"))).nouns.map(nounKey);
    expect(held).toEqual(expect.arrayContaining(["source:story/s-1", "probe:story"]));
  });

  it("applies a drop and a later writing of the same noun in their order", async () => {
    await write(store, [...story(), put(entity("company:c"))]);
    await write(store, [drop("entity", "company:c"), put(entity("company:c", "Kept"))]);
    expect((await store.entities(["company:c"]))[0]?.name).toBe("Kept");
  });

  it("refuses a claim that speaks of a record which is not there, and keeps nothing of its load", async () => {
    await write(store, story());
    const open = [
      add(ownership("open", { to: "company:nowhere" })),
      add({ ...subject(), id: "claim:story/open", flag: "probe:nowhere" }),
      add({ ...event(), id: "claim:story/open", flag: "probe:nowhere" }),
      add({ ...response(), id: "claim:story/open", by: "company:nowhere" }),
      add({ ...decision(), id: "claim:story/open", by: "company:nowhere" }),
    ];
    for (const change of open) {
      await expect(write(store, [put(entity("company:c")), change])).rejects.toMatchObject({
        code: "DATA_INVALID",
        message: expect.stringMatching(/^claim:story\/open speaks of \S+:nowhere, which is not in the store/),
      });
    }
    expect((await store.version()).n).toBe(1);
    expect(await store.entities(["company:c"])).toEqual([]);
    expect(await store.claims(["claim:story/open"])).toEqual([]);
    expect(await store.unfinishedLoad()).toBe(0);
  });

  it("refuses a revision that is there already", async () => {
    await write(store, story());
    await expect(write(store, [add(ownership("owns"))])).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(write(store, [add(decision())])).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await store.version()).n).toBe(1);
  });

  it("refuses to retract a revision that is not there", async () => {
    await write(store, story());
    await expect(write(store, [retract(ownership("nothing"))])).rejects.toMatchObject({
      code: "CONFLICT",
      message: "the store holds no revision 0 of claim:story/nothing: run the load again",
    });
    await expect(write(store, [retract({ ...event(), revision: 3 })])).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("keeps nothing of a load whose changes end in an error", async () => {
    async function* broken(): AsyncGenerator<Change> {
      yield* story();
      throw new RangeError("the folder is gone");
    }
    await expect(store.write(broken(), { expectedVersion: 0 })).rejects.toThrow("the folder is gone");
    expect(await store.version()).toEqual({ n: 0, changedAt: null });
    expect(await gather(store.readRecords())).toEqual({ nouns: [], claims: [] });
    expect((await write(store, story())).n).toBe(1);
  });

  it("shows nothing of a load before the load ends", async () => {
    await write(store, story());
    const before = [await gather(store.readRecords()), await relationRows(store)];
    const renamed = entity("company:a", "Another name");
    const seen: unknown[] = [];
    async function* watched(): AsyncGenerator<Change> {
      yield put(renamed);
      yield retract(gift("gift", 500_000));
      for (let n = 0; n < 12_000; n++) {
        yield add(gift(`gift-${n}`, n));
        if (n === 11_000) {
          seen.push(await gather(store.readRecords()), await relationRows(store));
          seen.push(await store.version(), await store.claims(["claim:story/gift-3"]));
          seen.push((await store.entities(["company:a"]))[0]?.name);
        }
      }
    }
    const { changedAt } = await store.version();
    await store.write(watched(), { expectedVersion: 1 });
    expect(seen).toEqual([...before, { n: 1, changedAt }, [], "company:a"]);
    expect(await relationRows(store)).toHaveLength(12_002);
    expect(await store.entities(["company:a"])).toEqual([renamed.value]);
  });

  it("lets a reader finish on what it began with while a load is written", async () => {
    await write(store, [...story(), ...Array.from({ length: 11_000 }, (_, n) => add(gift(`gift-${n}`, n)))]);
    let count = 0;
    for await (const page of store.readRelations()) {
      if (count === 0) await write(store, [add(gift("late", 1))]);
      count += page.id.length;
    }
    expect(count).toBe(11_002);
  });

  it("lets one of two writers win and tells the other", async () => {
    await write(store, story());
    const results = await Promise.allSettled([
      store.write([put(entity("company:c"))], { expectedVersion: 1 }),
      store.write([put(entity("company:d"))], { expectedVersion: 1 }),
    ]);
    const lost = results.find((result) => result.status === "rejected");
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ code: "CONFLICT" });
    expect((await store.version()).n).toBe(2);
    expect(await store.entities(["company:c", "company:d"])).toHaveLength(1);
  });

  it("tells how many changes it has written", async () => {
    const told: number[] = [];
    await store.write(story(), { expectedVersion: 0, onProgress: (written) => told.push(written) });
    expect(told.at(-1)).toBe(story().length);
  });

  it("stops a load when asked to, and keeps nothing of it", async () => {
    const asked = new AbortController();
    function* endless(): Generator<Change> {
      yield* story();
      for (let n = 0; n < 30_000; n++) {
        yield add(gift(`gift-${n}`, n));
        if (n === 12_000) asked.abort();
      }
    }
    const load = store.write(endless(), { expectedVersion: 0, signal: asked.signal });
    await expect(load).rejects.toMatchObject({ name: "AbortError" });
    expect((await store.version()).n).toBe(0);
    expect(await relationRows(store)).toEqual([]);
  });

  it("stops a read when asked to", async () => {
    await write(store, [...story(), ...Array.from({ length: 10_500 }, (_, n) => add(gift(`gift-${n}`, n)))]);
    const signal = AbortSignal.abort();
    await expect(gather(store.readRecords({ signal }))).rejects.toMatchObject({ name: "AbortError" });
    const asked = new AbortController();
    const reading = (async () => {
      for await (const _ of store.readRelations({ signal: asked.signal })) asked.abort();
    })();
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect(await relationRows(store)).toHaveLength(10_502);
  });

  it("raises the version without a load when touched", async () => {
    await write(store, story());
    const before = await gather(store.readRecords());
    expect((await store.touch()).n).toBe(2);
    expect((await store.version()).n).toBe(2);
    expect(await gather(store.readRecords())).toEqual(before);
  });

  changesContract(() => store);

  it("leaves out ids that are not there, whatever they look like", async () => {
    await write(store, story());
    const ids = ["company:zzz", "' OR 1=1 --", "}) RETURN n //", "company:a"];
    expect((await store.entities(ids)).map(({ id }) => id)).toEqual(["company:a"]);
    expect(await store.claims(ids)).toEqual([]);
    expect(await gather(store.readDossier("no such dossier"))).toEqual({ nouns: [], claims: [] });
  });

  it("keeps dossiers apart whose slugs begin alike", async () => {
    await write(store, story());
    const other = { ...ownership("owns"), id: "claim:story-2/owns", dossier: "story-2" };
    await write(store, [add(other)]);
    expect(claimsOf((await gather(store.readDossier("story-2"))).claims)).toEqual([other]);
    expect((await gather(store.readDossier("story"))).claims).toHaveLength(6);
  });

  it("can be prepared again at any time", async () => {
    await write(store, story());
    await store.prepare({ intoExisting: false });
    expect((await store.version()).n).toBe(1);
  });
}

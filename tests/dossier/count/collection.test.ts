import { describe, expect, test } from "vitest";
import { parseDay } from "../../../src/domain/day.js";
import { readAndCheck } from "../../../src/dossier/check/read-and-check.js";
import { type Collection, collectionOf } from "../../../src/dossier/count/collection.js";
import {
  claimsBy,
  countRecords,
  countriesOf,
  countStatuses,
  kindOf,
  yearOf,
} from "../../../src/dossier/count/count-claims.js";
import { countGrades, countPublishers, newestSource } from "../../../src/dossier/count/count-sources.js";
import { weakestClaims } from "../../../src/dossier/count/weakest-claims.js";
import { type Files, STORY, story } from "../folder-of.js";

/** The story and a second dossier that cites one of its sources and one more. */
const OTHER: Files = {
  settings: "slug: other\ntitle: Another\nlast_checked: 2026-03-01\n",
  sources: [
    "id,publisher,title,url,published,retrieved,grade",
    "a-page,The Gazette,University takes money,https://example.org/a,2019-06-03,2026-01-05,B2",
    "a-blog,A Blog,Gossip,https://example.org/c,2020-02/..,,",
    "undated,A Blog,Old gossip,https://example.org/d,,,D4",
  ].join("\n"),
  relations: [
    "id,kind,from,to,form,start,end,status,sources",
    "a-joint,Collaboration,university:north,company:maker,joint_laboratory,2018-12/..,,reported,a-blog",
    "b-gift,Funding,company:maker,university:north,gift,../2019-04,,reported,undated;a-page",
    "c-gift,Funding,company:maker,university:north,gift,2017,,reported,undated",
    "d-gift,Funding,company:holding,university:north,gift,,,alleged,a-page",
  ].join("\n"),
};

async function collection(...others: readonly Files[]): Promise<Collection> {
  const without = Object.fromEntries(Object.keys(STORY).map((name) => [name, ""]));
  const folders = [story(), ...others.map((files, at) => story({ ...without, ...files }, `other-${at}`))];
  const { dossiers, problems } = await readAndCheck(folders, null);
  expect(problems.errors).toBe(0);
  return collectionOf(dossiers);
}

describe("a collection of dossiers", () => {
  test("holds every claim, every noun and every publication once", async () => {
    const { claims, entities, flags, publications, checkedOn } = await collection(OTHER);
    expect(countRecords(claims)).toEqual({
      relation: 2 + 4,
      subject: 1,
      event: 1,
      response: 2,
      decision: 1,
      policy: 1,
      total: 12,
    });
    expect([entities.size, flags.size, publications.length]).toEqual([4, 1, 4]);
    // In the story all claims but the holding cite the Gazette; in the other dossier two.
    const cited = publications.map(({ source, claims: count }) => [source.title, count]);
    expect(cited).toContainEqual(["University takes money", 7 + 2]);
    expect(checkedOn).toBe(parseDay("2026-03-01"));
  });

  test("has the day of the newest source read where no dossier says when it was checked", async () => {
    expect((await collection()).checkedOn).toBe(parseDay("2026-01-05"));
  });

  test("counts statuses, kinds and years", async () => {
    const { claims } = await collection(OTHER);
    expect(countStatuses(claims)).toEqual({ confirmed: 8, reported: 3, alleged: 1, denied: 0, total: 12 });
    const kinds = claimsBy(claims, (claim) => [kindOf(claim)]).map(([kind, group]) => [kind, group.length]);
    expect(kinds).toContainEqual(["Funding", 4]);
    expect(kinds).toContainEqual(["listed", 2]);
    const year = (row: string) => {
      const claim = claims.find(({ id }) => id === `claim:other/${row}`);
      return claim && yearOf(claim);
    };
    expect(["a-joint", "b-gift", "c-gift", "d-gift"].map(year)).toEqual(["2018", "2019", "2017", null]);
  });

  test("tells the countries that a claim touches, those of the flag for an event", async () => {
    const all = await collection(OTHER);
    const countries = (id: string) =>
      all.claims.filter((claim) => claim.id === id).flatMap((claim) => countriesOf(claim, all));
    expect(countries("claim:story/gift-2019")).toEqual(["CN", "US"]);
    expect(countries("claim:story/maker-2019-listed")).toEqual(["US"]);
    expect(countries("claim:story/maker-listed")).toEqual(["CN"]);
  });

  test("counts sources by grade and publisher, and finds the newest of a dossier", async () => {
    const all = await collection(OTHER);
    expect(countGrades(all).map(({ key, publications }) => [key, publications])).toEqual([
      ["A1", 1],
      ["B2", 1],
      ["D4", 1],
      [null, 1],
    ]);
    // b-gift cites two publishers, and counts for each.
    expect(countPublishers(all)).toContainEqual({ key: "A Blog", publications: 2, claims: 3 });
    expect(all.dossiers.map((each) => newestSource(each)?.title)).toEqual([
      "Gossip",
      "University takes money",
    ]);
  });
});

describe("the weakest claims", () => {
  const weakest = async (carries: (id: string) => number, atMost = 9) =>
    weakestClaims(await collection(OTHER), ({ id }) => carries(id), atMost).map(
      ({ claim, grade, sources }) => [claim.id.replace(/^claim:/, ""), grade, sources.length],
    );

  test("are allegations, then reports of the worse grade, then those of fewer sources", async () => {
    const relations = await weakest((id) => (/gift|joint|holding/.test(id) ? 1 : 0));
    expect(relations).toEqual([
      ["other/d-gift", "B2", 1],
      ["other/a-joint", null, 1],
      ["other/c-gift", "D4", 1],
      // One of its two sources is of grade B2.
      ["other/b-gift", "B2", 2],
      ["story/gift-2019", "B2", 1],
      ["story/holding-2018", "A1", 1],
    ]);
  });

  test("are those on which more hangs where they are equal, and never those on which nothing hangs", async () => {
    const equal = {
      "claim:story/gift-2019": 1,
      "claim:story/maker-listed": 2,
      "claim:story/north-review": 2,
    };
    expect(await weakest((id) => equal[id as keyof typeof equal] ?? 0)).toEqual([
      ["story/maker-listed", "B2", 1],
      ["story/north-review", "B2", 1],
      ["story/gift-2019", "B2", 1],
    ]);
    expect(await weakest(() => 0)).toEqual([]);
    expect(await weakest(() => 1, 2)).toHaveLength(2);
  });
});

import { describe, expect, it } from "vitest";
import { BadPlace } from "../../src/explorer/state/bad-place.js";
import { clocksOf, withClocks } from "../../src/explorer/state/clocks.js";
import { readsOf, unknownNames } from "../../src/explorer/state/names-in-address.js";
import {
  carriedOver,
  changed,
  hrefOf,
  idsOf,
  linkTo,
  placeOf,
  refuseDamaged,
} from "../../src/explorer/state/place.js";

const at = (path: string) => placeOf(new URL(path, "http://127.0.0.1:4000"));

describe("a place", () => {
  it("comes back from its address as it was, with names that need escaping", () => {
    const values = { university: "university:mit", text: "a & b=c, d/e #1" };
    expect(at(hrefOf("/screen", values))).toEqual({ path: "/screen", values });
  });

  it("keeps ids readable in the address", () => {
    expect(hrefOf("/company", { id: "company:huawei-technologies", at: null })).toBe(
      "/company?id=company:huawei-technologies",
    );
  });

  it("counts the first of a name that stands twice and drops empty ones", () => {
    expect(at("/?a=1&a=2&b=&c=%20").values).toEqual({ a: "1" });
  });

  it("drops a value that is changed to null", () => {
    expect(changed(at("/?a=1&b=2"), { a: null, c: "3" }).values).toEqual({ b: "2", c: "3" });
  });

  it("lists ids once each", () => {
    expect(idsOf("a, b,a,,")).toEqual(["a", "b"]);
  });
});

describe("a link that changes values", () => {
  const follow = (place: string, values: Record<string, string | null>, now: string) => {
    const link = linkTo(at(place), values);
    return carriedOver({ from: at(link["data-from"]), to: at(link.href), now: at(now) }).values;
  };

  it("changes them in the address as it is by then, and leaves the others", () => {
    expect(follow("/?at=2019-04-04&open=x", { channels: "DIRECT", open: null }, "/?open=y")).toEqual({
      channels: "DIRECT",
    });
    expect(follow("/?at=2019-04-04", { at: null }, "/?at=2020-01-01&known=2024-01-01")).toEqual({
      known: "2024-01-01",
    });
  });

  it("takes one id out of a list from which another was taken meanwhile, and adds one beside another", () => {
    expect(follow("/?university=a,b,c", { university: "b,c" }, "/?university=a,c")).toEqual({
      university: "c",
    });
    expect(follow("/?university=a", { university: "a,b" }, "/?university=a,c")).toEqual({
      university: "a,c,b",
    });
    expect(follow("/?university=a", { university: null }, "/?university=a")).toEqual({});
  });
});

describe("an address that is not whole", () => {
  it("is refused where it holds signs that are no text, by the name at which they stand", () => {
    const bad = () => refuseDamaged(at("/dashboard?cell=%E0%A4%A|x&at=2019-04-04"));
    expect(bad).toThrow("The address is damaged at “cell”");
    expect(() => refuseDamaged(at("/dashboard?cell=Zürich|x"))).not.toThrow();
  });

  it("shows the names that nothing reads, but for what other sites write behind a shared address", () => {
    const { values } = at("/what-if?unversity=university:mit&strike=claim:a/b&utm_source=x&fbclid=y");
    expect(unknownNames(values, readsOf("/what-if"))).toEqual(["unversity"]);
  });
});

describe("the clocks of an address", () => {
  it("are today where it says nothing", () => {
    expect(clocksOf(at("/"))).toEqual({ validAt: null, knownAt: null });
  });

  it("are refused by name where a day does not exist, and today is the way on", () => {
    const bad = () => clocksOf(at("/?at=2019-02-30"));
    expect(bad).toThrow(BadPlace);
    expect(bad).toThrow("“2019-02-30” is not a day");
    try {
      bad();
    } catch (fault) {
      expect((fault as BadPlace).remedy).toEqual({ at: null });
    }
  });
});

describe("a link to another view", () => {
  const place = { path: "/", values: { at: "2019-04-04", known: "2019-04-05", university: "mit" } };

  it("keeps both clocks of the place on which it stands, and its anchor", () => {
    expect(withClocks("/company?id=huawei#owners", place)).toBe(
      "/company?id=huawei&at=2019-04-04&known=2019-04-05#owners",
    );
  });

  it("stays as it is where it names a clock, or leads to no view", () => {
    for (const href of ["/?at=2020-01-01", "/graphql", "/embed/finding?target=x", "#s-1", "https://mit.edu/"])
      expect(withClocks(href, place)).toBe(href);
  });

  it("takes no clock along that is none", () => {
    const bad = { path: "/", values: { at: "yesterday", known: "2019-04-04" } };
    expect(withClocks("/dashboard", bad)).toBe("/dashboard?known=2019-04-04");
    expect(withClocks("/dashboard", { path: "/", values: {} })).toBe("/dashboard");
  });
});

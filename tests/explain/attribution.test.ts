import { describe, expect, it } from "vitest";
import { FLAG_EVENT_KINDS, PROBE_TYPES, SUBJECT_ROLES } from "../../src/domain/flag.js";
import { LISTS } from "../../src/domain/lists.js";
import { accordingTo, attributed, authorityOf, filingOf } from "../../src/explain/attribution.js";
import { inProse, Namer, possessive, shortName } from "../../src/explain/names.js";
import { tellsEvent, tellsRole, verbOf } from "../../src/explain/verbs.js";
import { namesOf } from "./names-of.js";

describe("names", () => {
  it.each([
    ["university:mit", "Massachusetts Institute of Technology", ["Instituto Tecnológico", "MIT"], "MIT"],
    ["company:huawei-technologies", "Huawei Technologies Co., Ltd.", [], "Huawei Technologies"],
    ["company:futurewei", "Futurewei Technologies, Inc.", [], "Futurewei Technologies"],
    ["company:dji", "SZ DJI Technology Co., Ltd.", [], "SZ DJI Technology"],
    ["university:toronto", "University of Toronto", [], "University of Toronto"],
  ])("%s is called %4$s", (id, name, aliases, short) => {
    expect(shortName({ id, name, aliases })).toBe(short);
    expect(shortName({ id, name, aliases, short: "Its editor's name" })).toBe("Its editor's name");
  });

  it("stand by the full legal name once, then by the short one", () => {
    const namer = new Namer(namesOf({ entities: { "company:h": "Huawei Technologies Co., Ltd." } }));
    expect([namer.full("company:h"), namer.full("company:h"), namer.short("company:h")]).toEqual([
      "Huawei Technologies Co., Ltd.",
      "Huawei Technologies",
      "Huawei Technologies",
    ]);
  });

  it("have their article within a sentence", () => {
    expect(inProse("University of Toronto")).toBe("the University of Toronto");
    expect(inProse("The University of Texas at Austin")).toBe("the University of Texas at Austin");
    expect(inProse("U.S. Department of Education")).toBe("the U.S. Department of Education");
    expect(inProse("Peking University")).toBe("Peking University");
    expect([possessive("MIT"), possessive("Philips")]).toEqual(["MIT's", "Philips'"]);
  });
});

const NAMES = namesOf({
  entities: { "public-body:ed": "U.S. Department of Education", "public-body:congress": "U.S. Congress" },
  sources: {
    cnbc: { publisher: "blackopspartners.com", copyOf: "CNBC", published: "2019-04-04", grade: "C3" },
    ft: { publisher: "Financial Times", published: "2019-04-04", grade: "B2" },
    paper: { publisher: "The Paper", published: "2019-04-02", grade: "B2" },
    bare: { publisher: "52.221.1.2", published: "2019-10", grade: "D4" },
    filings: {
      publisher: "github.com",
      copyOf: "U.S. Department of Education",
      title: "Foreign gifts and contracts reported under Section 117",
      grade: "A1",
    },
  },
});

describe("attribution", () => {
  it("names the strongest source by grade, then the earliest, the original of a copy, at most two", () => {
    expect(accordingTo([{ sources: ["cnbc"] }], NAMES)).toBe("according to CNBC");
    expect(accordingTo([{ sources: ["cnbc", "ft", "paper"] }], NAMES)).toBe(
      "according to The Paper and the Financial Times",
    );
    expect(accordingTo([{ sources: ["bare"] }], NAMES)).toBe("according to an unnamed site");
    expect(accordingTo([{ sources: [] }], NAMES)).toBeNull();
  });

  it("calls a university's own filings what they are", () => {
    expect(filingOf({ sources: ["filings"] }, NAMES)).toBe(
      "university filings with the Education Department",
    );
    expect(filingOf({ sources: ["ft"] }, NAMES)).toBeNull();
  });

  it("is plain for what is confirmed, and makes the accuser the subject", () => {
    const told = (status: "confirmed" | "reported" | "alleged", accuser?: string) =>
      attributed({ status, sources: ["ft"] }, "Huawei paid", { names: NAMES, ...(accuser && { accuser }) });
    expect(told("confirmed")).toBe("Huawei paid");
    expect(told("reported")).toBe("Huawei paid, according to the Financial Times");
    expect(told("alleged", "prosecutors")).toBe("prosecutors alleged that Huawei paid");
  });

  it("names who stands behind a flag", () => {
    const flag = { country: "US", authorities: ["public-body:ed"] };
    expect(authorityOf({ ...flag, type: "prosecution" }, NAMES)).toBe("U.S. prosecutors");
    expect(authorityOf({ ...flag, type: "investigation" }, NAMES)).toBe("the Education Department");
    const congress = { ...flag, authorities: ["public-body:congress"] };
    expect(authorityOf({ ...congress, type: "congressional_inquiry" }, NAMES)).toBe("members of Congress");
  });
});

describe("the table of verbs", () => {
  const told = { authority: "the Education Department" };

  it("knows a listing from a law, an announcement and a designation", () => {
    const listed = (list: string) => verbOf({ kind: "Listing", type: null, list }, "listed")?.words(told);
    expect(listed("us-entity-list")).toBe("was added to the Entity List");
    expect(listed("us-889")).toBe("was named in Section 889 of the 2019 defense authorization act, enacted");
    expect(listed("ca-5g")).toBe("came under Canada's ban on equipment in 5G networks, announced");
    expect(listed("us-bis-denied-persons")).toBe("was denied U.S. export privileges");
  });

  it("tells the coming and the going of every list, and no event of a court", () => {
    for (const list of Object.keys(LISTS)) {
      const flag = { kind: "Listing", type: null, list } as const;
      expect([tellsEvent(flag, "listed"), tellsEvent(flag, "delisted")]).toEqual([true, true]);
      expect(
        ["charged", "convicted", "dismissed"].filter((event) => tellsEvent(flag, event as never)),
      ).toEqual([]);
      expect(SUBJECT_ROLES.filter((role) => tellsRole(flag, role))).toEqual([
        "listed",
        "covered_affiliate",
        "mentioned",
      ]);
    }
  });

  it("tells the opening and the closing of every kind of probe, and no event of a list", () => {
    for (const type of PROBE_TYPES) {
      const flag = { kind: "Probe", type, list: null } as const;
      const untold = FLAG_EVENT_KINDS.filter((event) => !tellsEvent(flag, event));
      expect(untold).toEqual(expect.arrayContaining(["listed", "delisted", "expired"]));
      expect(untold).not.toContain("opened");
      expect(untold).not.toContain("alleged");
      expect(SUBJECT_ROLES.filter((role) => !tellsRole(flag, role))).toEqual(["listed", "covered_affiliate"]);
    }
    expect(tellsEvent({ kind: "Probe", type: "congressional_inquiry", list: null }, "convicted")).toBe(false);
  });
});

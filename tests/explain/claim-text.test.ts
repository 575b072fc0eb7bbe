import { describe, expect, it } from "vitest";
import type { Decision, DecisionKind, ReviewPolicy } from "../../src/domain/act.js";
import type { ClaimBase } from "../../src/domain/claim.js";
import { DAWN, NEVER } from "../../src/domain/day.js";
import type { FlagEvent, FlagSubject, Response } from "../../src/domain/flag.js";
import type { Relation } from "../../src/domain/relation.js";
import { parseShare } from "../../src/domain/share.js";
import { claimText } from "../../src/explain/claim-text.js";
import { timelineText } from "../../src/explain/timeline-text.js";
import { namesOf } from "./names-of.js";

const NAMES = namesOf({
  entities: {
    "company:h": "Huawei Technologies",
    "company:f": "Futurewei",
    "university:mit": "MIT",
    "public-body:ed": "Education Department",
  },
  flags: {
    "probe:p": { title: "United States v. Huawei" },
    "probe:i": { title: "Inquiry into MIT", type: "investigation", authorities: ["public-body:ed"] },
    "listing:l": { kind: "Listing", title: "Huawei added", type: null, list: "us-entity-list" },
  },
  concerned: {
    "probe:p": ["company:h", "company:f"],
    "probe:i": ["university:mit"],
    "listing:l": ["company:h"],
  },
  standing: {
    "probe:p": { outcome: { event: "dismissed", start: "2022" } },
    "probe:i": { lastSaid: "2022-10" },
  },
  decisions: { "claim:d/letter": { by: "university:mit", start: "2019-04-03", kind: "no_new_engagements" } },
  sources: {
    old: { published: "2013-01-24" },
    new: { published: "2024-05" },
    fresh: { published: "2026-07" },
  },
});

const BASE: ClaimBase = {
  id: "claim:d/r",
  revision: 0,
  dossier: "d",
  status: "confirmed",
  sources: ["new", "old"],
  quote: null,
  locator: null,
  note: null,
  text: null,
  caveat: null,
  start: null,
  end: null,
  recorded: null,
  retracted: null,
  clock: {
    startEarliest: DAWN,
    startLatest: DAWN,
    endEarliest: NEVER,
    endLatest: NEVER,
    recorded: DAWN,
    retracted: NEVER,
    undated: false,
  },
};

function relation(kind: Relation["kind"], cells: Partial<Relation> = {}): Relation {
  return {
    ...BASE,
    record: "relation",
    kind,
    from: "company:h",
    to: "company:f",
    share: null,
    right: null,
    basis: null,
    amount: null,
    currency: null,
    amountQualifier: null,
    amountPer: null,
    payment: null,
    form: null,
    role: null,
    probability: null,
    decidedBy: null,
    ...cells,
  };
}

describe("claimText", () => {
  it.each<[string, Relation]>([
    [
      "Huawei Technologies owned 49 per cent of Futurewei from 2001 to at least May 2024.",
      relation("Ownership", { share: parseShare("49"), right: "unspecified", start: "2001" }),
    ],
    [
      "Huawei Technologies has owned 49 per cent of Futurewei since 2001.",
      relation("Ownership", {
        share: parseShare("49"),
        right: "unspecified",
        start: "2001",
        sources: ["fresh"],
      }),
    ],
    [
      "Huawei Technologies owned a share of unknown size in Futurewei until 31 December 2019.",
      relation("Ownership", { share: parseShare(""), right: "unspecified", end: "2020-01-01" }),
    ],
    [
      "Huawei Technologies held more than 50 per cent of the votes in Futurewei as of May 2024.",
      relation("Ownership", { share: parseShare("(50,100]"), right: "votes" }),
    ],
    [
      "Huawei Technologies controls Futurewei through its board.",
      relation("Control", { basis: "board", sources: ["fresh"] }),
    ],
    [
      "Huawei Technologies was an affiliate of Futurewei from 24 January 2013 or earlier to at least May 2024, according to The Paper.",
      relation("Affiliation", { status: "reported", start: "../2013-01-24" }),
    ],
    [
      "Huawei Technologies was part of Futurewei as of January 2013.",
      relation("PartOf", { sources: ["old"] }),
    ],
    [
      "Huawei Technologies gave MIT $500,000 on 20 December 2017.",
      relation("Funding", {
        to: "university:mit",
        form: "gift",
        start: "2017-12-20",
        amount: { min: 500_000, max: 500_000, currency: "USD" },
      }),
    ],
    [
      "The Paper alleged that Huawei Technologies gave MIT an undisclosed sum by 4 April 2019.",
      relation("Funding", {
        to: "university:mit",
        status: "alleged",
        form: "unspecified",
        start: "../2019-04-04",
      }),
    ],
    [
      "Huawei Technologies gave MIT a contract worth at least €9 on a day that is not known.",
      relation("Funding", {
        to: "university:mit",
        form: "contract",
        amount: { min: 9, max: null, currency: "EUR" },
      }),
    ],
    [
      "Huawei Technologies promised MIT about $500,000 a year for fellowships in 2016.",
      relation("Funding", {
        to: "university:mit",
        form: "fellowship",
        payment: "committed",
        amountQualifier: "about",
        amountPer: "year",
        start: "2016",
        amount: { min: 500_000, max: 500_000, currency: "USD" },
      }),
    ],
    [
      "Huawei Technologies had a research agreement with MIT from 2016 to at least May 2024.",
      relation("Collaboration", { to: "university:mit", form: "research_agreement", start: "2016" }),
    ],
    [
      "According to The Paper, Huawei Technologies had no joint work with MIT as of 2011.",
      relation("Collaboration", {
        to: "university:mit",
        form: "unspecified",
        status: "denied",
        start: "../2011",
        end: "2011/..",
      }),
    ],
    [
      "Huawei Technologies was a participant in the program Futurewei from some day between 2016 and 2017 until some time in 2018.",
      relation("Participation", { role: "participant", start: "2016/2017", end: "2018" }),
    ],
    [
      "Huawei Technologies runs the program Futurewei.",
      relation("Backing", { role: "runs", sources: ["fresh"] }),
    ],
    [
      "Huawei Technologies was Vice President at Futurewei as of May 2024.",
      relation("Post", { role: "Vice President" }),
    ],
    ["Huawei Technologies was the successor of Futurewei as of May 2024.", relation("Succession")],
    [
      "Huawei Technologies may be Futurewei (probability 0.8) as of May 2024.",
      relation("Identity", { probability: 0.8 }),
    ],
    [
      "Huawei Technologies was connected with Futurewei from 2017 to at least May 2024.",
      relation("Link", { start: "2017" }),
    ],
    [
      "The Paper alleged that Huawei Technologies was connected with Futurewei as of May 2024.",
      relation("Link", { status: "alleged" }),
    ],
  ])("says: %s", (text, claim) => {
    expect(claimText(claim, NAMES)).toBe(text);
  });

  it.each<[string, Relation]>([
    [
      "Huawei Technologies announced a partnership with MIT's AI lab for an undisclosed sum in October 2016.",
      relation("Funding", {
        text: "announced a partnership with MIT's AI lab for {amount}",
        start: "2016-10",
      }),
    ],
    [
      "Huawei Technologies announced a partnership with MIT's AI lab in October 2016.",
      relation("Funding", { text: "announced a partnership with MIT's AI lab", start: "2016-10" }),
    ],
    [
      "Huawei Technologies gave $2 million for two chairs in 2016; the university did not know who paid.",
      relation("Funding", {
        text: "gave {amount} for two chairs",
        caveat: "the university did not know who paid",
        start: "2016",
        amount: { min: 2_000_000, max: 2_000_000, currency: "USD" },
      }),
    ],
    [
      "Huawei Technologies was among the firms working with Futurewei, MIT among them, from 2016 to at least May 2024.",
      relation("Link", { text: "was among the firms working with Futurewei, MIT among them", start: "2016" }),
    ],
    [
      "Huawei Technologies founded Futurewei in 2001.",
      relation("Link", { text: "founded Futurewei", start: "2001" }),
    ],
    [
      "Huawei Technologies gave Futurewei ten grants in 2018.",
      relation("Link", { text: "gave Futurewei ten grants", start: "2018", end: "2018" }),
    ],
    [
      "Huawei Technologies gave Futurewei grants totaling $855,000 in 2018.",
      relation("Link", { text: "gave Futurewei grants totaling $855,000", start: "2018", end: "2018" }),
    ],
    [
      "Huawei Technologies was alleged by prosecutors to own Futurewei as of May 2024.",
      relation("Link", { text: "was alleged by prosecutors to own Futurewei", status: "alleged" }),
    ],
    [
      "Huawei Technologies was said in a research paper to own Futurewei as of May 2024.",
      relation("Link", { text: "was said in a research paper to own Futurewei", status: "alleged" }),
    ],
  ])("tells an editor's words with the row's date and amount: %s", (text, claim) => {
    expect(claimText(claim, NAMES)).toBe(text);
  });

  const subject: FlagSubject = {
    ...BASE,
    record: "subject",
    flag: "probe:p",
    entity: "company:h",
    role: "respondent",
    start: "2019-01-24",
  };

  it("tells the role that a flag gives to an entity, and how the matter came out", () => {
    expect(claimText(subject, NAMES)).toBe(
      'Huawei Technologies was a defendant in "United States v. Huawei" from 24 January 2019; the case was dismissed in 2022.',
    );
    expect(claimText({ ...subject, role: "victim" }, NAMES)).toBe(
      'Huawei Technologies was named as a victim in "United States v. Huawei".',
    );
    expect(claimText({ ...subject, role: "victim", status: "alleged" }, NAMES)).toBe(
      'U.S. prosecutors described Huawei Technologies as a victim in "United States v. Huawei".',
    );
  });

  it("says that the outcome is not held where nothing was heard of an inquiry for a year", () => {
    expect(claimText({ ...subject, flag: "probe:i", entity: "university:mit" }, NAMES)).toBe(
      "MIT came under investigation by the Education Department on 24 January 2019; this collection does not hold the outcome, as of October 2022.",
    );
  });

  it("does not say of a party about which a university was asked that it was asked", () => {
    expect(claimText({ ...subject, flag: "probe:i", role: "records_requested" }, NAMES)).toBe(
      "The Education Department asked MIT for records about Huawei Technologies on 24 January 2019.",
    );
  });

  it("tells a place on a list with the list", () => {
    const listed = { ...subject, flag: "listing:l", role: "listed" } as const;
    expect(claimText({ ...listed, start: "2019-05-16" }, NAMES)).toBe(
      "Huawei Technologies was added to the Entity List on 16 May 2019.",
    );
    expect(claimText({ ...listed, start: "2019-05-16", end: "2020-01-01" }, NAMES)).toBe(
      "Huawei Technologies was on the Entity List from 16 May 2019 until 31 December 2019.",
    );
    expect(
      claimText({ ...listed, role: "covered_affiliate", start: "2019-05-16", sources: ["old"] }, NAMES),
    ).toBe(
      "Huawei Technologies was covered, without an entry of its own, by the Entity List from 16 May 2019.",
    );
  });

  it("tells an event of whom it concerns, and an allegation once", () => {
    const event: FlagEvent = {
      ...BASE,
      record: "event",
      flag: "probe:p",
      event: "alleged",
      status: "alleged",
      start: "../2019-04-04",
    };
    expect(claimText(event, NAMES)).toBe(
      'Huawei Technologies, among others, was the subject of allegations by U.S. prosecutors by 4 April 2019 in "United States v. Huawei".',
    );
    expect(claimText({ ...event, event: "charged", status: "confirmed", start: "2019-01-24" }, NAMES)).toBe(
      'Huawei Technologies, among others, was charged by U.S. prosecutors on 24 January 2019 in "United States v. Huawei".',
    );
    expect(claimText({ ...event, event: "dismissed", status: "confirmed", start: "2022" }, NAMES)).toBe(
      'In "United States v. Huawei", the charges were dismissed in 2022.',
    );
    const listed = { ...event, flag: "listing:l", status: "confirmed", start: "2019-05-16" } as const;
    expect(claimText({ ...listed, event: "listed" }, NAMES)).toBe(
      "Huawei Technologies was added to the Entity List on 16 May 2019.",
    );
  });

  it("says what a response answers", () => {
    const response: Response = {
      ...BASE,
      record: "response",
      to: "claim:d/letter",
      by: "company:h",
      kind: "no_comment",
      start: "2019-04",
    };
    expect(claimText(response, NAMES)).toBe(
      "Huawei Technologies declined to comment on MIT's decision against new engagements of April 2019 in April 2019.",
    );
    expect(claimText({ ...response, to: "probe:p", kind: "denied" }, NAMES)).toBe(
      'Huawei Technologies denied the charges in "United States v. Huawei" in April 2019.',
    );
  });

  it("tells beside an event what was replied, on the day of the saying and with what limits it", () => {
    const opened: FlagEvent = {
      ...BASE,
      record: "event",
      flag: "probe:i",
      event: "opened",
      text: "came under investigation",
      start: "2025-04-25",
    };
    const reply: Response = {
      ...BASE,
      record: "response",
      to: "probe:i",
      by: "university:mit",
      kind: "denied",
      text: "said that it was in full compliance with the law",
      caveat: "the report is a copy",
      start: "../2025-05-08",
    };
    expect(timelineText(opened, { outcome: null, responses: [reply] }, NAMES)).toBe(
      "MIT came under investigation on 25 April 2025. MIT said by 8 May 2025 that it was in full compliance with the law; the report is a copy.",
    );
  });

  it("says what was decided, about whom, and whether subsidiaries are meant", () => {
    const decision: Decision = {
      ...BASE,
      record: "decision",
      by: "university:mit",
      kind: "no_new_engagements",
      counterparties: ["company:h", "company:zte"],
      coversSubsidiaries: true,
      scope: null,
      reason: null,
      start: "2019-04-03",
    };
    expect(claimText(decision, NAMES)).toBe(
      "On 3 April 2019 MIT decided to accept no new engagements with Huawei Technologies and company:zte, subsidiaries included.",
    );
    expect(claimText({ ...decision, text: "stopped new work with both companies" }, NAMES)).toBe(
      "On 3 April 2019 MIT stopped new work with both companies.",
    );
    const statement = { ...decision, text: "said that nothing had changed", end: "2023-04" };
    expect(claimText(statement, NAMES)).toBe("On 3 April 2019 MIT said that nothing had changed.");
  });

  it.each<[DecisionKind, string]>([
    ["moratorium", "From April 2019 MIT had a moratorium on new engagements with Huawei Technologies"],
    ["review", "In April 2019 MIT was reviewing or considering its engagements with Huawei Technologies"],
    ["continued", "In April 2019 MIT went on with its engagements with Huawei Technologies"],
  ])("speaks of no decision where a source may tell of a state only: %s", (kind, words) => {
    const decision: Decision = {
      ...BASE,
      record: "decision",
      by: "university:mit",
      kind,
      counterparties: ["company:h"],
      coversSubsidiaries: null,
      scope: null,
      reason: null,
      start: "2019-04",
    };
    expect(claimText(decision, NAMES)).toBe(`${words}.`);
    expect(claimText({ ...decision, end: "2019-10-12" }, NAMES)).toBe(`${words}, until 11 October 2019.`);
  });

  it("names a policy with its countries", () => {
    const policy: ReviewPolicy = {
      ...BASE,
      record: "policy",
      university: "university:mit",
      name: "elevated-risk review",
      countries: ["CN", "RU", "SA"],
      criteria: [],
      start: "2019-04-03",
    };
    expect(claimText(policy, NAMES)).toBe(
      'MIT had the review policy "elevated-risk review" for engagements with China, Russia and Saudi Arabia from 3 April 2019 to at least May 2024.',
    );
  });
});

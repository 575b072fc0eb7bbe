import { describe, expect, it } from "vitest";
import type { Decision, DecisionKind, ReviewPolicy } from "../../../src/domain/act.js";
import type { ClaimBase } from "../../../src/domain/claim.js";
import { DAWN, NEVER } from "../../../src/domain/day.js";
import type { FlagEvent, FlagSubject, Response } from "../../../src/domain/flag.js";
import type { Relation } from "../../../src/domain/relation.js";
import { parseShare } from "../../../src/domain/share.js";
import { claimText } from "../../../src/exposure/explain/claim-text.js";
import { namesOf } from "./names-of.js";

const NAMES = namesOf({
  entities: { "company:h": "Huawei Technologies", "company:f": "Futurewei", "university:mit": "MIT" },
  flags: { "probe:p": { title: "United States v. Huawei" } },
  decisions: { "claim:d/letter": { by: "university:mit", start: "2019-04-03", kind: "no_new_engagements" } },
  sources: { old: { published: "2013-01-24" }, new: { published: "2024-05" } },
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
      "Huawei Technologies owns 49 per cent of Futurewei, since 2001, as last stated in 2024.",
      relation("Ownership", { share: parseShare("49"), right: "unspecified", start: "2001" }),
    ],
    [
      "Huawei Technologies owned a share of unknown size in Futurewei until 31 December 2019.",
      relation("Ownership", { share: parseShare(""), right: "unspecified", end: "2020-01-01" }),
    ],
    [
      "Huawei Technologies holds more than 50 per cent of the votes in Futurewei, as last stated in 2024.",
      relation("Ownership", { share: parseShare("(50,100]"), right: "votes" }),
    ],
    [
      "Huawei Technologies controls Futurewei through its board, as last stated in 2024.",
      relation("Control", { basis: "board" }),
    ],
    [
      "It is reported that Huawei Technologies is an affiliate of Futurewei, since at least 24 January 2013, as last stated in 2024.",
      relation("Affiliation", { status: "reported", start: "../2013-01-24" }),
    ],
    ["Huawei Technologies is part of Futurewei, as last stated in 2024.", relation("PartOf")],
    [
      "Huawei Technologies made a gift of $500,000 to MIT on 20 December 2017.",
      relation("Funding", {
        to: "university:mit",
        form: "gift",
        start: "2017-12-20",
        amount: { min: 500_000, max: 500_000, currency: "USD" },
      }),
    ],
    [
      "It is alleged that Huawei Technologies gave MIT money of an amount that is not known by 4 April 2019.",
      relation("Funding", {
        to: "university:mit",
        status: "alleged",
        form: "unspecified",
        start: "../2019-04-04",
      }),
    ],
    [
      "Huawei Technologies funded MIT by a contract of at least €9 on a day that is not known.",
      relation("Funding", {
        to: "university:mit",
        form: "contract",
        amount: { min: 9, max: null, currency: "EUR" },
      }),
    ],
    [
      "Huawei Technologies and MIT have a research agreement, since 2016, as last stated in May 2024.",
      relation("Collaboration", { to: "university:mit", form: "research_agreement", start: "2016" }),
    ],
    [
      "A source states that it is not so that Huawei Technologies and MIT worked together from 2011 or earlier until at least 2011.",
      relation("Collaboration", {
        to: "university:mit",
        form: "unspecified",
        status: "denied",
        start: "../2011",
        end: "2011/..",
      }),
    ],
    [
      "Huawei Technologies took part in the program Futurewei from some day between 2016 and 2017 until some time in 2018.",
      relation("Participation", { role: "participant", start: "2016/2017", end: "2018" }),
    ],
    [
      "Huawei Technologies runs the program Futurewei, as last stated in 2024.",
      relation("Backing", { role: "runs" }),
    ],
    [
      "Huawei Technologies is Vice President at Futurewei, as last stated in May 2024.",
      relation("Post", { role: "Vice President" }),
    ],
    ["Huawei Technologies is the successor of Futurewei, as last stated in 2024.", relation("Succession")],
    [
      "Huawei Technologies may be Futurewei (probability 0.8), as last stated in 2024.",
      relation("Identity", { probability: 0.8 }),
    ],
    [
      "Huawei Technologies has a reported connection with Futurewei, since 2017, as last stated in 2024.",
      relation("Link", { start: "2017" }),
    ],
    [
      "It is alleged that Huawei Technologies has a connection with Futurewei, as last stated in 2024.",
      relation("Link", { status: "alleged" }),
    ],
  ])("says: %s", (text, claim) => {
    expect(claimText(claim, NAMES)).toBe(text);
  });

  it("names the role that a flag gives to an entity", () => {
    const subject: FlagSubject = {
      ...BASE,
      record: "subject",
      flag: "probe:p",
      entity: "company:h",
      role: "respondent",
      start: "2019-01-24",
    };
    expect(claimText(subject, NAMES)).toBe(
      'Huawei Technologies is a respondent in "United States v. Huawei", since 24 January 2019, as last stated in 2024.',
    );
    expect(claimText({ ...subject, role: "victim" }, NAMES)).toMatch(
      /^Huawei Technologies is named as a victim in/,
    );
    expect(claimText({ ...subject, role: "victim", status: "alleged" }, NAMES)).toMatch(
      /^It is alleged that Huawei Technologies is a victim in/,
    );
  });

  it("tells an allegation once", () => {
    const event: FlagEvent = {
      ...BASE,
      record: "event",
      flag: "probe:p",
      event: "alleged",
      status: "alleged",
      start: "../2019-04-04",
    };
    expect(claimText(event, NAMES)).toBe('"United States v. Huawei" brought an allegation by 4 April 2019.');
    expect(claimText({ ...event, event: "charged" }, NAMES)).toBe(
      'It is alleged that "United States v. Huawei" led to charges by 4 April 2019.',
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
      "In April 2019 Huawei Technologies declined to comment on the decision that MIT took on 3 April 2019.",
    );
    expect(claimText({ ...response, to: "probe:p", kind: "denied" }, NAMES)).toBe(
      'In April 2019 Huawei Technologies denied the accusations behind "United States v. Huawei".',
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
      "MIT decided on 3 April 2019 to accept no new engagements with Huawei Technologies and company:zte, subsidiaries included.",
    );
  });

  it.each<[DecisionKind, string]>([
    ["moratorium", "MIT had from April 2019 a moratorium on new engagements with Huawei Technologies"],
    ["review", "MIT was in April 2019 reviewing or considering its engagements with Huawei Technologies"],
    ["continued", "MIT went on in April 2019 with its engagements with Huawei Technologies"],
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
    expect(claimText({ ...decision, end: "2019-10-12" }, NAMES)).toBe(
      `${words}; this stood until 11 October 2019.`,
    );
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
      'MIT has the review policy "elevated-risk review" for engagements with China, Russia and Saudi Arabia, since 3 April 2019, as last stated in 2024.',
    );
  });
});

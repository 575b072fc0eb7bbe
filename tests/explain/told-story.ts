/** The texts of a small dossier's report: North University and the Maker, with some files changed. */
import { parseDay } from "../../src/domain/day.js";
import { loadDossiers } from "../../src/dossier/load/load-dossiers.js";
import type { FlagSelection } from "../../src/graph/flags/counted-flags.js";
import type { Path } from "../../src/graph/paths/path.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import { answerExposure } from "../../src/questions/exposure.js";
import type { LoadClaims } from "../../src/questions/report/exposure-report.js";
import { claimsAsKnown } from "../../src/questions/resident/resident-records.js";
import { openStore } from "../../src/store/open-store.js";
import { type Files, story } from "../dossier/folder-of.js";

export const KNOWN_AT = parseDay("2026-02-01");

export interface Asked {
  readonly validAt?: string;
  readonly targets?: readonly string[];
  readonly flags?: FlagSelection;
}

export interface Told {
  readonly headline: string;
  readonly summary: string;
  /** Of the first group; without the numbers of citations. */
  readonly group: string;
  /** With them. */
  readonly cited: string;
  readonly citations: readonly {
    readonly source: string;
    readonly locator: string | null;
    readonly quote: string | null;
  }[];
  /** The dealings on which the proofs of the first finding rest, in their order, and that of its group's proof. */
  readonly proofs: readonly string[];
  readonly proof: string | undefined;
  /** Of the first finding, without numbers. */
  readonly finding: string;
}

export async function toldStory(changed: Files, asked: Asked = {}): Promise<Told> {
  const store = await openStore({ engine: "memory" });
  await store.prepare({ intoExisting: false });
  await loadDossiers([story({ decisions: "", responses: "", ...changed })], store, { day: KNOWN_AT });
  const { validAt = "2024-01-01", targets, flags } = asked;
  const clocks = { validAt: parseDay(validAt), knownAt: KNOWN_AT };
  const question = { university: "university:north", ...clocks, targets, flags };
  const report = await answerExposure(new ResidentGraph(store), question);
  if (report === null) throw new Error("no such university");
  const load: LoadClaims = async (ids) => {
    const claims = await claimsAsKnown(store, ids, KNOWN_AT);
    return ids.flatMap((id) => claims.get(id) ?? []);
  };
  const [group] = await report.groups();
  const texts = group && report.groupTexts(group);
  const { text: cited, citations } = (await texts?.explanation(load)) ?? { text: "", citations: [] };
  const [finding] = report.findings;
  const own = finding && (await report.details(finding).explanation(load)).text;
  const paths = (finding && (await report.details(finding).paths(50, load))) ?? [];
  const proof = texts && (await texts.proof(load));
  return {
    proofs: paths.map(dealingOf),
    proof: proof && dealingOf(proof),
    headline: await report.headline(load),
    summary: await report.summary(load),
    group: uncited(cited),
    cited,
    citations,
    finding: uncited(own ?? ""),
  };
}

function dealingOf({ steps }: Path): string {
  return (steps.at(-1)?.relation ?? "").replace("claim:story/", "");
}

function uncited(text: string): string {
  return text.replaceAll(/ \[[\d–, ]+\]/g, "");
}

// ---- rows

const rows = (header: string, lines: readonly string[]) => [header, ...lines].join("\n");

export const subjects = (...lines: readonly string[]) => ({
  subjects: rows("id,flag,entity,role,start,end,status,sources,text", lines),
});
export const events = (...lines: readonly string[]) => ({
  events: rows("id,flag,event,date,status,sources,text", lines),
});
export const responses = (...lines: readonly string[]) => ({
  responses: rows("id,to,by,kind,date,status,sources,text", lines),
});
export const decisions = (...lines: readonly string[]) => ({
  decisions: rows("id,by,kind,counterparties,covers_subsidiaries,start,status,sources,text,caveat", lines),
});
/** Money: id, from, to, amount, currency, form, start, end, status, sources, then the words beside it. */
export const money = (...lines: readonly string[]) => ({
  relations: rows(
    "id,kind,from,to,amount,currency,form,start,end,status,sources,amount_qualifier,amount_per,payment,text,caveat",
    lines,
  ),
});
export const sources = (...lines: readonly string[]) => ({
  sources: rows("id,publisher,title,url,published,retrieved,grade", [
    "gazette-2019,The Gazette,University takes money,https://example.org/a,2019-06-03,2026-01-05,B2",
    "register-2018,Register,Extract,https://example.org/b,2018,2026-01-05,A1",
    ...lines,
  ]),
});

/** A case against the Maker in place of the listing. */
export const CASE = {
  flags:
    "id,kind,title,type,authority,country\nprobe:maker-2019,Probe,A case,prosecution,public-body:trade-office,US",
  ...subjects("maker-asked,probe:maker-2019,company:maker,respondent,,,,gazette-2019,"),
};
/** An investigation of the Maker in place of the listing. */
export const INQUIRY = {
  ...CASE,
  flags:
    "id,kind,title,type,authority,country\nprobe:maker-2019,Probe,A look,investigation,public-body:trade-office,US",
};

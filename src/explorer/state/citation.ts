/** What is cited: an answer or a finding of this graph, with both clocks as days, so that the address gives it again. */
export interface Cited {
  /** What it says, in a sentence or a title. */
  readonly title: string;
  /** The product's name. */
  readonly container: string;
  readonly graphVersion: string;
  readonly validAt: string;
  readonly knownAt: string;
  readonly address: string;
  /** The day on which it was looked at, as ISO text. */
  readonly accessed: string;
  /** "As of …, as known on …", in words. */
  readonly clocks: string;
}

/** One line for a foot-note. */
export function citationText(cited: Cited, words: { version: string; accessed: string }): string {
  const title = /[.!?]$/.test(cited.title) ? cited.title : `${cited.title}.`;
  return `${title} ${cited.clocks}. ${cited.container}, ${words.version} ${cited.graphVersion}. ${cited.address} (${words.accessed} ${cited.accessed}).`;
}

/** An entry for BibTeX; the key is made of the address's ids, so that equal findings have equal keys. */
export function citationBibtex(cited: Cited): string {
  const fields = {
    title: `{${bibtexText(cited.title)}}`,
    howpublished: bibtexText(`${cited.container}, version ${cited.graphVersion}`),
    note: bibtexText(cited.clocks),
    year: cited.knownAt.slice(0, 4),
    url: cited.address,
    urldate: cited.accessed,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${keyOf(cited)},\n${lines.join("\n")}\n}`;
}

/** An item of CSL-JSON, in the list that reference managers import. */
export function citationCsl(cited: Cited): string {
  const item = {
    id: keyOf(cited),
    type: "webpage",
    title: cited.title,
    "container-title": cited.container,
    version: cited.graphVersion,
    issued: dateParts(cited.knownAt),
    accessed: dateParts(cited.accessed),
    note: cited.clocks,
    URL: cited.address,
  };
  return JSON.stringify([item], null, 2);
}

function dateParts(day: string) {
  return { "date-parts": [day.split("-").map(Number)] };
}

function keyOf({ address, validAt, knownAt }: Cited): string {
  const values = new URL(address).searchParams;
  const ids = ["university", "open", "id", "counterparty"].flatMap((name) => values.get(name) ?? []);
  return ["exposure", ...ids, validAt, knownAt].join("-").replace(/[^a-zA-Z0-9]+/g, "-");
}

/** Text that BibTeX takes as it stands. */
function bibtexText(text: string): string {
  return text
    .replace(/\\/g, "\\textbackslash{}")
    .replace(/([&%$#_])/g, "\\$1")
    .replace(/~/g, "\\textasciitilde{}")
    .replace(/\^/g, "\\textasciicircum{}");
}

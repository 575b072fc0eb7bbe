import { type OpenFindingQuery, openFindingQuestion } from "../api/documents.generated.js";
import { h } from "../looks/markup.js";
import { hrefOf } from "../state/place.js";
import { texts } from "../texts/english.js";
import { frozenFinding, frozenTitle } from "./frozen-finding.js";
import { type FrozenPage, frozenPage } from "./frozen-page.js";

/** What the address of a frozen finding names; the clocks: today where they are absent. */
export interface FindingAddress {
  readonly university?: string;
  readonly target?: string;
  readonly channel?: string;
  readonly at?: string;
  readonly known?: string;
}

/** What the API answered. */
export interface FindingAnswer {
  readonly status: number;
  readonly data?: OpenFindingQuery | null;
  readonly errors?: readonly { readonly message: string }[];
}

export interface EmbedOptions extends Pick<FrozenPage, "styles" | "policy"> {
  readonly asked: FindingAddress;
  /** Where the server is, without a slash at the end. */
  readonly origin: string;
  /** The day on which it is frozen, as ISO text. */
  readonly today: string;
}

/** The question that a frozen finding asks of the API. */
export function findingQuestion({ university, target, channel, at, known }: FindingAddress) {
  return {
    query: openFindingQuestion.text,
    variables: { university, target, channel, validAt: at ?? null, knownAt: known ?? null },
  };
}

/** The answer as one HTML file with the status to send it with; what went wrong is a page too. */
export function embedFinding(
  { status, data, errors }: FindingAnswer,
  { asked, origin, today, styles, policy }: EmbedOptions,
): { readonly status: number; readonly html: string } {
  const page = (title: string, body: FrozenPage["body"]) => frozenPage({ title, body, styles, policy });
  const finding = data?.exposure?.findings.nodes[0];
  if (!data?.exposure || finding === undefined) {
    const title = texts.cite.notFrozen;
    const message = errors?.[0]?.message ?? texts.trouble.noFinding;
    const body = h("main", { class: "notice" }, h("h1", {}, title), h("p", {}, message));
    return { status: errors === undefined ? 404 : Math.max(status, 400), html: page(title, body) };
  }
  const { scope } = data.exposure;
  const path = hrefOf("/", {
    university: asked.university,
    open: finding.key,
    at: scope.validAt,
    known: scope.knownAt,
  });
  const body = frozenFinding({ finding, scope, address: `${origin}${path}`, frozen: today });
  return { status: 200, html: page(frozenTitle(finding), body) };
}

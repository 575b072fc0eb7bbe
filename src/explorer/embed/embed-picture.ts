import { type Answered, Away, answerIn, Refusal } from "../api/ask.js";
import { h } from "../looks/markup.js";
import { paletteRule } from "../pictures/palette.js";
import { BadPlace } from "../state/bad-place.js";
import { placeOf } from "../state/place.js";
import { texts } from "../texts/english.js";
import { frozenCanvas } from "./frozen-canvas.js";
import { frozenDashboard } from "./frozen-dashboard.js";
import { type FrozenPage, frozenPage } from "./frozen-page.js";
import type { FrozenPicture } from "./frozen-picture.js";
import type { Asker, FrozenTerms } from "./frozen-terms.js";

/** What the server's own API sent. */
export interface Sent {
  readonly status: number;
  readonly body: Answered<never>;
}

/** Asks by a way of sending questions. */
export function askerBy(send: (question: { query: string; variables: unknown }) => Promise<Sent>): Asker {
  return async (document, variables) => {
    const { body, status } = await send({ query: document.text, variables });
    return answerIn(body, status);
  };
}

export interface EmbedPictureOptions extends Pick<FrozenPage, "styles" | "policy"> {
  readonly ask: Asker;
  /** The address asked for, which holds the values of the living page; its host is not read. */
  readonly address: URL;
  /** Where the server is, without a slash at the end. */
  readonly origin: string;
  /** The day on which it is frozen, as ISO text. */
  readonly today: string;
}

/** The styles of frozen pages: those of the pages, and the colours of pictures on both grounds. */
export function frozenStyles(pages: string): string {
  return `${pages}${paletteRule()}`;
}

/** The pictures that can be frozen, by the last part of their address. */
export const FROZEN_PICTURES: Readonly<Record<string, (terms: FrozenTerms) => Promise<FrozenPicture>>> = {
  explore: frozenCanvas,
  dashboard: frozenDashboard,
};

/** A picture as one HTML file with the status to send it with; what went wrong is a page too. */
export async function embedPicture(
  make: (terms: FrozenTerms) => Promise<FrozenPicture>,
  options: EmbedPictureOptions,
): Promise<{ readonly status: number; readonly html: string }> {
  const { ask, today, address, origin, styles, policy } = options;
  try {
    const { values } = placeOf(address);
    const { title, body } = await make({ ask, today, values, origin });
    return { status: 200, html: frozenPage({ title, body, styles, policy }) };
  } catch (fault) {
    const status = statusOf(fault);
    if (status === null) throw fault;
    const title = texts.pictures.notFrozen;
    const body = h("main", { class: "notice" }, h("h1", {}, title), h("p", {}, (fault as Error).message));
    return { status, html: frozenPage({ title, body, styles, policy }) };
  }
}

const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  DEADLINE_EXCEEDED: 503,
  INTERNAL: 500,
};

/** Null: a fault of the program's own. */
function statusOf(fault: unknown): number | null {
  if (fault instanceof BadPlace) return 400;
  if (fault instanceof Refusal) return STATUS[fault.code] ?? 400;
  return fault instanceof Away ? 503 : null;
}

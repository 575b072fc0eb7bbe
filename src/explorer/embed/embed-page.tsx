import { type Answered, Away, answerIn, KeyNeeded, Refusal } from "../api/ask.js";
import { paletteRule } from "../charts/palette.js";
import { Link } from "../components/link.js";
import { BadPlace } from "../state/bad-place.js";
import { readsOf, unknownNames } from "../state/names-in-address.js";
import { hrefOf, placeOf, refuseDamaged } from "../state/place.js";
import { texts } from "../texts/english.js";
import { NotThere } from "./not-there.js";
import { snapshotCanvas } from "./snapshot-canvas.js";
import { snapshotDashboard } from "./snapshot-dashboard.js";
import { snapshotFindingPage } from "./snapshot-finding-page.js";
import { type SnapshotPage, snapshotPage } from "./snapshot-page.js";
import type { Asker, SnapshotBody, SnapshotTerms } from "./snapshot-terms.js";

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

export interface EmbedOptions extends Pick<SnapshotPage, "styles" | "policy"> {
  readonly ask: Asker;
  /** The address asked for, which holds the values of the living page; its host is not read. */
  readonly address: URL;
  /** Where the server is, without a slash at the end. */
  readonly origin: string;
  /** The day on which it is taken, as ISO text. */
  readonly today: string;
}

/** The styles of snapshots: those of the pages, and the colours of pictures on both grounds. */
export function snapshotStyles(pages: string): string {
  return `${pages}${paletteRule()}`;
}

/** A kind of snapshot. */
interface SnapshotKind {
  make(terms: SnapshotTerms): Promise<SnapshotBody>;
  /** The names that its address is read for. */
  readonly reads: readonly string[];
  /** An address that works over the reference collection. */
  readonly example: string;
  /** What the page is called that says that there is none. */
  readonly noSnapshot: string;
}

/** The snapshots, by the last part of their addresses. */
export const SNAPSHOT_PAGES: Readonly<Record<string, SnapshotKind>> = {
  finding: {
    make: snapshotFindingPage,
    reads: ["university", "target", "channel", "look", "at", "known"],
    example: hrefOf("/embed/finding", {
      university: "university:mit",
      target: "company:huawei-technologies",
      channel: "DIRECT",
      at: "2019-04-04",
    }),
    noSnapshot: texts.cite.noSnapshot,
  },
  explore: {
    make: snapshotCanvas,
    reads: readsOf("/explore"),
    example: "/embed/explore?at=2019-04-04",
    noSnapshot: texts.pictures.noSnapshot,
  },
  dashboard: {
    make: snapshotDashboard,
    reads: ["picture", ...readsOf("/dashboard")],
    example: "/embed/dashboard?picture=years",
    noSnapshot: texts.pictures.noSnapshot,
  },
};

/** A finding or a picture as one HTML file with the status to send it with; what went wrong is a page too, with an example. */
export async function embedPage(
  kind: SnapshotKind,
  { ask, today, address, origin, styles, policy }: EmbedOptions,
): Promise<{ readonly status: number; readonly html: string }> {
  try {
    const place = placeOf(address);
    refuseDamaged(place);
    const { values } = place;
    const [unknown] = unknownNames(values, kind.reads);
    if (unknown !== undefined) throw new BadPlace(texts.trouble.unknownName(unknown, kind.reads));
    const { title, body } = await kind.make({ ask, today, values, origin });
    return { status: 200, html: snapshotPage({ title, body, styles, policy }) };
  } catch (fault) {
    const status = statusOf(fault);
    if (status === null) throw fault;
    const example = `${origin}${kind.example}`;
    const body = (
      <main class="notice">
        <h1>{kind.noSnapshot}</h1>
        <p>{(fault as Error).message}</p>
        <p>
          {texts.cite.forExample} <Link href={example}>{example}</Link>
        </p>
      </main>
    );
    return { status, html: snapshotPage({ title: kind.noSnapshot, body, styles, policy }) };
  }
}

const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  DEADLINE_EXCEEDED: 503,
  INTERNAL: 500,
};

/** Null: a fault of the program's own. */
function statusOf(fault: unknown): number | null {
  if (fault instanceof NotThere) return 404;
  if (fault instanceof BadPlace) return 400;
  if (fault instanceof Refusal) return STATUS[fault.code] ?? 400;
  if (fault instanceof KeyNeeded) return 401;
  return fault instanceof Away ? 503 : null;
}

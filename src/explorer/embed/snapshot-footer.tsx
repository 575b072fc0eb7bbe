import type { JSX } from "preact";
import { dayText } from "../components/day.js";
import { Link } from "../components/link.js";
import { texts } from "../texts/english.js";

export interface SnapshotFooterProps {
  /** Where the living answer is. */
  readonly address: string;
  /** The day on which the snapshot was taken, as ISO text. */
  readonly taken: string;
}

/** How to read a snapshot, when it was taken, and where the living answer is. */
export function SnapshotFooter({ address, taken }: SnapshotFooterProps): JSX.Element {
  return (
    <footer class="small soft">
      <p>{texts.shell.footer}</p>
      <p>
        {texts.cite.snapshotAndLive(dayText(taken))}{" "}
        <Link href={address} target="_blank" rel="noopener">
          {address}
        </Link>
      </p>
    </footer>
  );
}

import type { RiskTopic } from "../../domain/flag.js";
import { LISTS, type ListClass, type ListRow } from "../../domain/lists.js";

/** Where a record stands. */
export interface ListedOn {
  /** A key of LISTS. */
  readonly list: string;
  readonly row: ListRow;
  /** Who keeps the list, as the file names it. */
  readonly keeper: string;
}

const BY_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(LISTS).flatMap(([list, { letters = [] }]) => letters.map((each) => [each, list] as const)),
);

/** A record's list and its keeper, of "Entity List (EL) - Bureau of Industry and Security"; null where it is not known. */
export function listOf(source: string): ListedOn | null {
  let found = MET.get(source);
  if (found === undefined) {
    found = readSource(source);
    if (MET.size < MOST_REMEMBERED) MET.set(source, found);
  }
  return found;
}

const MET = new Map<string, ListedOn | null>();
const MOST_REMEMBERED = 100;

function readSource(source: string): ListedOn | null {
  const letters = /\(([^()]+?)(?: list)?\)/i.exec(source)?.[1]?.toUpperCase() ?? "";
  const keeper = / - (.+)$/.exec(source)?.[1] ?? "";
  const list = BY_LETTERS.get(letters);
  const row = LISTS[list ?? ""];
  return list === undefined || row === undefined || keeper === "" ? null : { list, row, keeper };
}

/** What an entry on a list is about. */
export const TOPIC_OF: Readonly<Partial<Record<ListClass, RiskTopic>>> = {
  sanctions: "sanctions",
  export_control: "export_controls",
};

import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { parseDay } from "../../domain/day.js";
import type { Coverage, Dossier } from "../../domain/dossier.js";
import { ExposureError } from "../../domain/errors.js";
import { LISTS } from "../../domain/lists.js";
import { suggestion } from "../../domain/nearest.js";
import { type Assertion, type Complain, readAssertion } from "./assertion.js";
import { SETTINGS_FILE } from "./columns.js";
import { type DossierFolder, placeOf } from "./dossier-folder.js";
import type { Problems } from "./problem.js";
import { foreignCharacter, readText } from "./read-text.js";

/** What `dossier.yml` says. */
export interface Settings {
  readonly dossier: Dossier;
  readonly assertions: readonly Assertion[];
}

const TEXT_KEYS = ["title", "publisher", "description", "coverage", "licence"] as const;
const KEYS: readonly string[] = ["slug", ...TEXT_KEYS, "last_checked", "lists", "assertions"];
const LONGEST = 1_000_000;
/** What names a dossier. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Reads `dossier.yml`. Where it says no usable slug its place stands for one: nothing is written then, but what the
 * tables hold is read, so that all their problems are named at once and no other dossier misses what they declare.
 */
export async function readSettings(folder: DossierFolder, problems: Problems): Promise<Settings> {
  const place = placeOf(folder, SETTINGS_FILE);
  return (await settingsSaid(folder, place, problems)) ?? nameless(place);
}

async function settingsSaid(
  folder: DossierFolder,
  place: string,
  problems: Problems,
): Promise<Settings | null> {
  if (folder.unread.has(SETTINGS_FILE)) return null;
  let text = "";
  const reading = readText(folder, SETTINGS_FILE, problems);
  for await (const piece of reading.pieces) {
    text += piece;
    if (text.length <= LONGEST) continue;
    problems.add(
      "settings",
      place,
      null,
      "holds more than a million letters: say in it only what the dossier is",
    );
    return null;
  }
  if (!reading.isWhole()) return null;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const complain: Complain = (node, message, rule = "settings") =>
    problems.add(rule, place, node?.range ? lines.linePos(node.range[0]).line : 1, message);
  for (const fault of document.errors) {
    problems.add(
      "settings",
      place,
      lines.linePos(fault.pos[0]).line,
      `is not YAML (${firstSentence(fault.message)}): mend it there`,
    );
  }
  if (document.errors.length > 0) return null;
  if (!isMap(document.contents)) {
    problems.add("settings", place, 1, "says nothing: write at least slug: and title:");
    return null;
  }
  nameForeign(document, complain);
  return settingsOf(document.contents as YAMLMap<Node, Node | null>, place, complain);
}

/** YAML has ways to write characters (`"\e[2J"`) that the text of the file does not show. */
function nameForeign(document: Document, complain: Complain): void {
  visit(document, {
    Scalar(_, node) {
      const code = typeof node.value === "string" ? foreignCharacter(node.value) : null;
      if (code !== null)
        complain(node, `holds the character ${code}, which no text has: remove it`, "encoding");
    },
  });
}

function firstSentence(message: string): string {
  return message.split("\n")[0]?.replace(/:?\s*$/, "") ?? message;
}

function nameless(place: string): Settings {
  const unsaid = { title: place, publisher: null, description: null, coverage: null, licence: null };
  return { dossier: { slug: place, ...unsaid, lastChecked: null, lists: {} }, assertions: [] };
}

function settingsOf(map: YAMLMap<Node, Node | null>, place: string, complain: Complain): Settings {
  for (const { key } of map.items) {
    const name = String(key);
    if (KEYS.includes(name)) continue;
    const near = suggestion(name, KEYS);
    complain(key, `has an unknown key "${name}"${near === "" ? `: known are ${KEYS.join(", ")}` : near}`);
  }
  const text = (key: string): string | null => scalarText(map, key, complain);
  const slug = text("slug");
  if (slug === null) complain(null, "lacks slug: add a short name in small letters, such as mit-2019");
  else if (!SLUG.test(slug))
    complain(at(map, "slug"), `slug: "${slug}" is no slug: use small letters, digits and -`);
  const title = text("title");
  if (title === null) complain(null, "lacks title: say in a few words what the dossier is about");
  const lastChecked = text("last_checked");
  if (lastChecked !== null) checkDay("last_checked", lastChecked, at(map, "last_checked"), complain);
  const lists = readLists(at(map, "lists"), complain);
  const assertions = readAssertions(at(map, "assertions"), complain);
  const usable = slug !== null && SLUG.test(slug) ? slug : place;
  return {
    dossier: {
      slug: usable,
      title: title ?? usable,
      publisher: text("publisher"),
      description: text("description"),
      coverage: text("coverage"),
      licence: text("licence"),
      lastChecked,
      lists,
    },
    assertions,
  };
}

function checkDay(key: string, text: string, node: Node | null, complain: Complain): void {
  try {
    parseDay(text);
  } catch (fault) {
    if (!(fault instanceof ExposureError)) throw fault;
    complain(node, `${key}: ${fault.message}`, "date");
  }
}

function at(map: YAMLMap<Node, Node | null>, key: string): Node | null {
  return (map.get(key, true) as Node | undefined) ?? null;
}

function scalarText(map: YAMLMap<Node, Node | null>, key: string, complain: Complain): string | null {
  const node = at(map, key);
  const value: unknown = isScalar(node) ? node.value : node;
  if (value === null || value === "") return null;
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  complain(node, `${key}: holds no text: write one, in quotes where it holds a colon`);
  return null;
}

function readLists(node: Node | null, complain: Complain): Readonly<Record<string, Coverage>> {
  const lists: Record<string, Coverage> = {};
  if (node === null) return lists;
  if (!isMap(node)) {
    complain(node, "lists: is no table: write {us-entity-list: partial}");
    return lists;
  }
  for (const { key, value } of (node as YAMLMap<Node, Node | null>).items) {
    const name = String(key);
    const coverage = String(value);
    if (!(name in LISTS)) {
      const names = Object.keys(LISTS);
      const near = suggestion(name, names);
      complain(
        key,
        `lists: "${name}" is no known list${near === "" ? `: known are ${names.join(", ")}` : near}`,
      );
    }
    if (coverage === "complete" || coverage === "partial") lists[name] = coverage;
    else complain(value ?? key, `lists: "${coverage}" is not known: write complete or partial`);
  }
  return Object.fromEntries(Object.entries(lists).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readAssertions(node: Node | null, complain: Complain): readonly Assertion[] {
  if (node === null) return [];
  if (!isSeq(node)) {
    complain(node, "assertions: is no list: begin each with - {count: rows, of: relations, is: 1}");
    return [];
  }
  return node.items.flatMap((item) => readAssertion(item as Node, complain) ?? []);
}

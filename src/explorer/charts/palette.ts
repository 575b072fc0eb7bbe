import type { EntityKind, Timing } from "../api/documents.generated.js";
import type { RelationFamily } from "../api/relation-kinds.js";

/** The colours of pictures, by what they stand for. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly wash: string;
  readonly kind: Readonly<Record<EntityKind, string>>;
  readonly family: Readonly<Record<RelationFamily, string>>;
  /** How a dealing stands in time; shapes and hatching say it too. */
  readonly timing: Readonly<Record<Timing, string>>;
  /** From little to much, and the ink of a number on each. */
  readonly heat: readonly string[];
  readonly onHeat: readonly string[];
}

/** Kinds keep 3:1 on the paper of each theme, inks 4.5:1 (tests/explorer/charts/palette.test.ts computes it). */
export const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#1b1d20",
  soft: "#565a60",
  line: "#dedad0",
  accent: "#0b5a73",
  wash: "#e4f0f4",
  kind: {
    UNIVERSITY: "#0b5a73",
    COMPANY: "#a2481a",
    ORGANIZATION: "#6a4fa3",
    PUBLIC_BODY: "#454f59",
    PROGRAM: "#33762f",
    PERSON: "#a3306e",
    ARRANGEMENT: "#7a6500",
    UNKNOWN_PARTY: "#6b7076",
  },
  family: { money: "#2f7a3a", research: "#2a6fb0", ownership: "#8a5a2b", other: "#7b7f85" },
  timing: {
    CONCURRENT: "#a3341c",
    POSSIBLY_CONCURRENT: "#b5651d",
    AFTER: "#6a4fa3",
    BEFORE: "#2a7d95",
    UNDATED: "#75797f",
    NO_FLAG: "#75797f",
  },
  heat: ["#e3f0f4", "#b9dbe6", "#82bfd2", "#2a7a95", "#0b4f66"],
  onHeat: ["#1b1d20", "#1b1d20", "#1b1d20", "#ffffff", "#ffffff"],
};

export const DARK: Palette = {
  paper: "#1c1f23",
  ink: "#eceae5",
  soft: "#a9adb3",
  line: "#33373d",
  accent: "#7cc4dc",
  wash: "#16303a",
  kind: {
    UNIVERSITY: "#7cc4dc",
    COMPANY: "#f0a36b",
    ORGANIZATION: "#b9a7f0",
    PUBLIC_BODY: "#c3cbd3",
    PROGRAM: "#8fcf8a",
    PERSON: "#f09ac4",
    ARRANGEMENT: "#d9c35a",
    UNKNOWN_PARTY: "#9a9ea4",
  },
  family: { money: "#7fc98a", research: "#7db4ea", ownership: "#d3a36c", other: "#8f949b" },
  timing: {
    CONCURRENT: "#f08a6e",
    POSSIBLY_CONCURRENT: "#e3a857",
    AFTER: "#b9a7f0",
    BEFORE: "#6fb8cd",
    UNDATED: "#a0a4aa",
    NO_FLAG: "#a0a4aa",
  },
  heat: ["#1d3640", "#24505f", "#2f7185", "#6db7cf", "#b5e3f1"],
  onHeat: ["#eceae5", "#eceae5", "#ffffff", "#0d1a20", "#0d1a20"],
};

/** The same colours by the names of style variables, so that a picture in a page follows the reader's theme. */
export const STYLED: Palette = named(treeOf(LIGHT), "--p") as unknown as Palette;

/** The rule that gives those variables their values on light and on dark ground. */
export function paletteRule(): string {
  return `:root{${declarations(treeOf(LIGHT), treeOf(DARK), "--p").join(";")}}`;
}

type Tree = string | readonly string[] | { readonly [name: string]: Tree };

function treeOf(palette: Palette): Tree {
  return palette as unknown as Tree;
}

function named(tree: Tree, name: string): Tree {
  if (typeof tree === "string") return `var(${name})`;
  if (isList(tree)) return tree.map((_, at) => `var(${name}-${at})`);
  return Object.fromEntries(
    Object.entries(tree).map(([part, inner]) => [part, named(inner, `${name}-${part.toLowerCase()}`)]),
  );
}

function declarations(light: Tree, dark: Tree, name: string): string[] {
  if (typeof light === "string") return [`${name}:light-dark(${light},${String(dark)})`];
  return Object.entries(light as Record<string, Tree>).flatMap(([part, inner]) =>
    declarations(inner, (dark as Record<string, Tree>)[part] as Tree, `${name}-${part.toLowerCase()}`),
  );
}

function isList(tree: Tree): tree is readonly string[] {
  return Array.isArray(tree);
}

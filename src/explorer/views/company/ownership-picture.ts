import { type HierarchyPointNode, hierarchy, tree } from "d3-hierarchy";
import { linkHorizontal } from "d3-shape";
import type { NamedFragment, StakeFragment } from "../../api/documents.generated.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { percent } from "../../looks/share-bar.js";
import { texts } from "../../texts/english.js";
import { type StakeNode, stakeTree } from "./stake-tree.js";

const BOX = { width: 216, height: 44 };
const GAP = { across: 64, down: 12 };
const WIDEST = 8;
/** What fits into a box at its size of type; the rest stands in the title and in the table. */
const CHARACTERS = 28;

type Placed = HierarchyPointNode<StakeNode>;

const link = linkHorizontal<{ source: [number, number]; target: [number, number] }, [number, number]>();

/**
 * Who owns a company, to the left, and what it owns, to the right; each under the one through which the shortest chain
 * leads. A line is dashed where the share is not known; in each box the integrated share, its unknown part hatched.
 */
export function ownershipPicture(
  company: NamedFragment,
  holders: readonly StakeFragment[],
  holdings: readonly StakeFragment[],
): Markup {
  const sides = [
    { nodes: layOut(stakeTree(company.id, holders, WIDEST)), direction: -1 },
    { nodes: layOut(stakeTree(company.id, holdings, WIDEST)), direction: 1 },
  ] as const;
  const placed = sides.flatMap(({ nodes, direction }) =>
    nodes.map((node) => ({ node, x: direction * node.y, y: node.x })),
  );
  const left = Math.min(...placed.map(({ x }) => x)) - BOX.width / 2 - 4;
  const top = Math.min(...placed.map(({ y }) => y)) - BOX.height / 2 - 4;
  const width = Math.max(...placed.map(({ x }) => x)) + BOX.width / 2 + 4 - left;
  const height = Math.max(...placed.map(({ y }) => y)) + BOX.height / 2 + 4 - top;
  return h(
    "svg",
    {
      class: "ownership-picture",
      viewBox: `${left} ${top} ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": texts.company.treeOf(company.name, holders.length, holdings.length),
    },
    sides.map(({ nodes, direction }) => nodes.map((node) => line(node, direction))),
    placed.map(({ node, x, y }) => (node.depth === 0 ? null : box(node.data, x, y))),
    rootBox(company),
  );
}

function layOut(root: StakeNode): Placed[] {
  const layout = tree<StakeNode>()
    .nodeSize([BOX.height + GAP.down, BOX.width + GAP.across])
    .separation(() => 1);
  return layout(hierarchy(root, ({ children }) => [...children])).descendants();
}

function line(node: Placed, direction: 1 | -1): Child {
  if (node.parent === null) return null;
  const half = (direction * BOX.width) / 2;
  const d = link({
    source: [direction * node.parent.y + half, node.parent.x],
    target: [direction * node.y - half, node.x],
  });
  return h("path", { class: `line ${isKnown(node.data) ? "" : "unknown"}`, d, fill: "none" });
}

function isKnown({ stake }: StakeNode): boolean {
  const last = stake?.path.steps.at(-1)?.relation;
  if (last === undefined) return true;
  return "share" in last ? last.share.isKnown : last.kind !== "AFFILIATION";
}

function rootBox(company: NamedFragment): Markup {
  return h(
    "g",
    { class: "root" },
    h("rect", frame(0, 0)),
    h("text", { x: 0, y: 5, "text-anchor": "middle" }, clipped(company.name)),
  );
}

function box({ stake, omitted }: StakeNode, x: number, y: number): Markup {
  const left = x - BOX.width / 2 + 10;
  if (stake === null) return h("text", { class: "more", x: left, y: y + 4 }, texts.company.moreNode(omitted));
  const track = BOX.width - 20;
  const { integrated } = stake;
  const [known, unknown] = integrated === null ? [0, 0] : [integrated.min, integrated.max - integrated.min];
  const bar = { y: y + BOX.height / 2 - 8, height: 4 };
  return h(
    "g",
    {},
    h("title", {}, stake.path.text),
    h("rect", frame(x, y)),
    h("text", { x: left, y: y - 7 }, clipped(stake.party.name)),
    h("text", { class: "share", x: left, y: y + 8 }, shareWords(stake)),
    h("rect", { class: "track", x: left, width: track, ...bar }),
    h("rect", { class: "known", x: left, width: track * known, ...bar }),
    unknown > 0 &&
      h("rect", { x: left + track * known, width: track * unknown, ...bar, fill: "url(#hatch)" }),
  );
}

function frame(x: number, y: number) {
  const { width, height } = BOX;
  return { class: "box", x: x - width / 2, y: y - height / 2, width, height, rx: 6 };
}

/** What the last claim of the chain says: a share, or what else joins the two; and whether the upper controls the lower. */
function shareWords({ path, control }: StakeFragment): string {
  const last = path.steps.at(-1)?.relation;
  if (last === undefined) return "";
  const words = "share" in last ? shortShare(last.share) : (texts.company.lastStep[last.kind] ?? "");
  return control === "YES" && last.kind !== "CONTROL" ? `${words}, ${texts.company.lastStep.CONTROL}` : words;
}

function shortShare({
  isKnown: known,
  min,
  max,
  text,
}: {
  isKnown: boolean;
  min: number;
  max: number;
  text: string;
}): string {
  if (!known) return texts.company.shareUnknown;
  return min === max ? `${percent(min)} %` : text;
}

function clipped(name: string): string {
  return name.length <= CHARACTERS ? name : `${name.slice(0, CHARACTERS - 1)}…`;
}

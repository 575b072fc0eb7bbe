import { type HierarchyPointNode, hierarchy, tree } from "d3-hierarchy";
import { linkHorizontal } from "d3-shape";
import type { ComponentChildren, JSX } from "preact";
import type { NamedFragment, ScopeFragment, StakeFragment } from "../../api/documents.generated.js";
import { captionOf } from "../../charts/caption.js";
import type { Palette } from "../../charts/palette.js";
import type { Drawn, Picture } from "../../charts/picture.js";
import { cutTo, text } from "../../charts/svg-text.js";
import { percent } from "../../components/share-bar.js";
import { toldPath } from "../../components/told-path.js";
import { company as companyTexts } from "../../texts/company.js";
import { texts } from "../../texts/english.js";
import { directWords, integratedWords } from "./held-words.js";
import { type StakeNode, stakeTree } from "./stake-tree.js";

export interface OwnedCompany {
  readonly company: NamedFragment;
  /** All parties above it and all below it. */
  readonly holders: readonly StakeFragment[];
  readonly holdings: readonly StakeFragment[];
  readonly scope: ScopeFragment;
}

const BOX = { width: 216, height: 44 };
const GAP = { across: 64, down: 12 };
/** Of each party at most so many are drawn; the table and the CSV have all. */
const WIDEST = 8;
const NAME = 12;

const say = companyTexts;

type Placed = HierarchyPointNode<StakeNode>;

const link = linkHorizontal<{ source: [number, number]; target: [number, number] }, [number, number]>();

/**
 * Who owns a company, to the left, and what it owns, to the right; each under the one through which the shortest chain
 * leads. A line is dashed where the share is not known; in each box the integrated share, its unknown part hatched.
 */
export function ownershipPicture(owned: OwnedCompany): Picture {
  const { company, holders, holdings, scope } = owned;
  return {
    name: "ownership",
    title: say.pictureTitle(company.name),
    description: say.treeOf(company.name, holders.length, holdings.length),
    draw: (width, palette) => draw(owned, width, palette),
    notes: [say.legend],
    caption: captionOf({ ...scope, dossiers: scope.dossiers.map(({ title }) => title) }),
    data: {
      columns: [
        say.side,
        say.party,
        say.id,
        say.direct,
        say.integrated,
        say.least,
        say.most,
        say.control,
        say.chain,
      ],
      rows: [
        ...holders.map((stake) => row(say.sideAbove, stake)),
        ...holdings.map((stake) => row(say.sideBelow, stake)),
      ],
    },
  };
}

/** The width at which nothing is made smaller. */
export function ownershipWidth(owned: OwnedCompany): number {
  return extent(placesOf(owned)).width;
}

function row(side: string, stake: StakeFragment) {
  const { party, integrated, control, path } = stake;
  return [
    side,
    party.name,
    party.id,
    directWords(stake),
    integratedWords(stake),
    integrated?.min ?? null,
    integrated?.max ?? null,
    texts.verdict[control],
    toldPath(path),
  ];
}

interface Place {
  readonly node: Placed;
  readonly direction: 1 | -1;
  readonly x: number;
  readonly y: number;
}

function placesOf({ company, holders, holdings }: OwnedCompany): readonly Place[] {
  const sides = [
    { stakes: holders, direction: -1 },
    { stakes: holdings, direction: 1 },
  ] as const;
  return sides.flatMap(({ stakes, direction }) =>
    layOut(stakeTree(company.id, stakes, WIDEST)).map((node) => ({
      node,
      direction,
      x: direction * node.y,
      y: node.x,
    })),
  );
}

function layOut(root: StakeNode): Placed[] {
  const layout = tree<StakeNode>()
    .nodeSize([BOX.height + GAP.down, BOX.width + GAP.across])
    .separation(() => 1);
  return layout(hierarchy(root, ({ children }) => [...children])).descendants();
}

function extent(places: readonly Place[]) {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const left = Math.min(...xs) - BOX.width / 2 - 2;
  const top = Math.min(...ys) - BOX.height / 2 - 2;
  const width = Math.max(...xs) + BOX.width / 2 + 2 - left;
  return { left, top, width, height: Math.max(...ys) + BOX.height / 2 + 2 - top };
}

function draw(owned: OwnedCompany, width: number, palette: Palette): Drawn {
  const places = placesOf(owned);
  const size = extent(places);
  const scale = Math.min(1, width / size.width);
  const indent = Math.max(0, (width - size.width * scale) / 2);
  const body = (
    <g transform={`translate(${indent} 0) scale(${scale}) translate(${-size.left} ${-size.top})`}>
      <Hatching palette={palette} />
      {places.map((place) => (
        <Line key={place.node.id} place={place} palette={palette} />
      ))}
      {places.map((place) =>
        place.node.depth === 0 ? null : <Box key={place.node.id} place={place} palette={palette} />,
      )}
      <RootBox company={owned.company} palette={palette} />
    </g>
  );
  return { height: size.height * scale, body: [body] };
}

function Hatching({ palette: { accent } }: { readonly palette: Palette }): JSX.Element {
  return (
    <defs>
      <pattern
        id="ownership-hatch"
        width={5}
        height={5}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1={0} y1={0} x2={0} y2={5} stroke={accent} stroke-width={2} />
      </pattern>
    </defs>
  );
}

function Line({
  place: { node, direction },
  palette,
}: {
  readonly place: Place;
  readonly palette: Palette;
}): ComponentChildren {
  if (node.parent === null) return null;
  const half = (direction * BOX.width) / 2;
  const d = link({
    source: [direction * node.parent.y + half, node.parent.x],
    target: [direction * node.y - half, node.x],
  });
  const dash = isKnown(node.data) ? null : "5 4";
  return (
    <path
      d={d ?? undefined}
      fill="none"
      stroke={palette.soft}
      stroke-width={1.5}
      stroke-dasharray={dash ?? undefined}
    />
  );
}

/** Whether the last step says a share for that day, or the share is exact however it is known. */
function isKnown({ stake }: StakeNode): boolean {
  const last = stake?.path.steps.at(-1)?.relation;
  if (stake === null || last === undefined) return true;
  const held = heldBy(stake);
  if (held !== null) return held.isKnown;
  return (
    last.kind !== "AFFILIATION" ||
    (stake.integrated !== null && stake.integrated.min === stake.integrated.max)
  );
}

function RootBox({
  company,
  palette,
}: {
  readonly company: NamedFragment;
  readonly palette: Palette;
}): JSX.Element {
  const name = cutTo(company.name, BOX.width - 16, NAME);
  return (
    <g class="root">
      <rect {...frame(0, 0)} fill={palette.accent} />
      {text(name, { x: 0, y: 4, size: NAME, fill: palette.paper, anchor: "middle", weight: 600 })}
    </g>
  );
}

function Box({
  place: { node, x, y },
  palette,
}: {
  readonly place: Place;
  readonly palette: Palette;
}): JSX.Element {
  const { stake, omitted } = node.data;
  const left = x - BOX.width / 2 + 10;
  const track = BOX.width - 20;
  if (stake === null) return text(say.moreNode(omitted), { x: left, y: y + 4, size: 11, fill: palette.soft });
  const { integrated } = stake;
  const [known, unknown] = integrated === null ? [0, 0] : [integrated.min, integrated.max - integrated.min];
  const bar = { y: y + BOX.height / 2 - 8, height: 4 };
  return (
    <g>
      <title>{toldPath(stake.path)}</title>
      <rect {...frame(x, y)} fill={palette.paper} stroke={palette.soft} />
      {text(cutTo(stake.party.name, track, NAME), { x: left, y: y - 7, size: NAME, fill: palette.ink })}
      {text(cutTo(shareWords(stake), track, 11), { x: left, y: y + 8, size: 11, fill: palette.soft })}
      <rect fill={palette.line} x={left} width={track} {...bar} />
      <rect fill={palette.accent} x={left} width={track * known} {...bar} />
      {unknown > 0 && (
        <rect x={left + track * known} width={track * unknown} {...bar} fill="url(#ownership-hatch)" />
      )}
    </g>
  );
}

function frame(x: number, y: number) {
  const { width, height } = BOX;
  return { x: x - width / 2, y: y - height / 2, width, height, rx: 6 };
}

/** What the last claim of the chain says: a share, or what else joins the two; and whether the upper controls the lower. */
function shareWords(stake: StakeFragment): string {
  const { path, control } = stake;
  const last = path.steps.at(-1)?.relation;
  if (last === undefined) return "";
  const held = heldBy(stake);
  const words = held === null ? (say.lastStep[last.kind] ?? "") : shortShare(held);
  return control === "YES" && last.kind !== "CONTROL" ? `${words}, ${say.lastStep.CONTROL}` : words;
}

/** The share of the last step: as it is on the day asked about where no party stands between, else as the claim says it. */
function heldBy({ path, direct }: StakeFragment) {
  const last = path.steps.at(-1)?.relation;
  if (last === undefined) return null;
  if (path.hops === 1 && direct !== null) return "share" in last || direct.isKnown ? direct : null;
  return "share" in last ? last.share : null;
}

function shortShare(
  share: Pick<NonNullable<StakeFragment["integrated"]>, "isKnown" | "min" | "max" | "text">,
) {
  if (!share.isKnown) return say.shareUnknown;
  return share.min === share.max ? `${percent(share.min)}%` : share.text;
}

import type { StakeFragment } from "../../api/documents.generated.js";

/** A party in the tree of owners or of holdings, each under the one through which the shortest chain reaches it. */
export interface StakeNode {
  readonly id: string;
  /** Null: the company asked about, at the root; or a node that stands for several. */
  readonly stake: StakeFragment | null;
  /** How many parties a node stands for that are left out of the picture; 0: it is a party itself. */
  readonly omitted: number;
  readonly children: readonly StakeNode[];
}

/** Hangs stakes under each other by their chains; of each parent at most `widest` children are drawn. */
export function stakeTree(root: string, stakes: readonly StakeFragment[], widest: number): StakeNode {
  const below = new Map<string, StakeFragment[]>();
  for (const stake of stakes) {
    const parent = stake.path.steps.at(-1)?.from.id ?? root;
    below.set(parent, [...(below.get(parent) ?? []), stake]);
  }
  const met = new Set<string>([root]);
  const node = (id: string, stake: StakeFragment | null): StakeNode => {
    const all = (below.get(id) ?? []).filter(({ party }) => !met.has(party.id));
    const shown = all.length <= widest + 1 ? all : all.slice(0, widest);
    for (const { party } of all) met.add(party.id);
    const children = shown.map((one) => node(one.party.id, one));
    const omitted = all.length - shown.length;
    const rest: StakeNode = { id: `${id} more`, stake: null, omitted, children: [] };
    return { id, stake, omitted: 0, children: omitted === 0 ? children : [...children, rest] };
  };
  return node(root, null);
}

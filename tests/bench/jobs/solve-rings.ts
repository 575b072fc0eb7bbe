import { integratedOwnership } from "../../../src/ownership/integrated-ownership/integrated-ownership.js";
import { type Edge, party, viewOfEdges } from "../../exposure/ownership-graph.js";
import { median, timed } from "../measure.js";
import { randomFrom } from "../random.js";

export interface SolvedRings {
  /** One owner over a component of so many companies in cycles. */
  readonly ring: { readonly companies: number; readonly ms: number };
  /** One owner at the top of chains of growing length. */
  readonly chains: readonly { readonly companies: number; readonly ms: number }[];
}

const RING = 500;
const CHAINS = [10_000, 20_000, 40_000];
/** Integrated ownership of the owner of a tangle of rings, and of whoever stands at the top of a chain: the median of some rounds. */
export async function solveRings({ rounds }: { rounds: number }): Promise<SolvedRings> {
  const chains: { companies: number; ms: number }[] = [];
  for (const companies of CHAINS)
    chains.push({ companies, ms: await solve(chain(companies), companies - 1, rounds) });
  return { ring: { companies: RING, ms: await solve(tangle(RING), RING - 1, rounds) }, chains };
}

/** A fresh view each time: nothing is remembered. */
async function solve(edges: readonly Edge[], last: number, rounds: number): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const view = await viewOfEdges(edges);
    const [owner, company] = [party(view, "P"), party(view, `C${last}`)];
    const { value, ms } = await timed(() => integratedOwnership(view, owner, company, view.terms.validAt));
    if (value.share === null) throw new Error("there is no share");
    took.push(ms);
  }
  return median(took);
}

/** Every company is held by the one before it, in a ring, and by two others; the owner holds a tenth of each. */
function tangle(companies: number): Edge[] {
  const random = randomFrom(7);
  const edges: Edge[] = [];
  for (let company = 0; company < companies; company += 1) {
    const holders = new Set([(company + companies - 1) % companies]);
    while (holders.size < 3) holders.add(random.between(0, companies));
    holders.delete(company);
    edges.push(["P", `C${company}`, "10"]);
    for (const holder of holders) edges.push([`C${holder}`, `C${company}`, "25"]);
  }
  return edges;
}

function chain(companies: number): Edge[] {
  return Array.from({ length: companies }, (_, company): Edge => {
    return [company === 0 ? "P" : `C${company - 1}`, `C${company}`, "99.9"];
  });
}

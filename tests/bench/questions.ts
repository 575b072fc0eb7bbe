import { randomFrom } from "./random.js";
import { companyId, type SyntheticGraph, universityId } from "./synthetic-graph.js";

/** What is asked of a graph: drawn once, the same for all stores. */
export interface Questions {
  /** Universities, none twice. */
  readonly universities: readonly string[];
  /** Others, to warm up with. */
  readonly warmUp: readonly string[];
  /** The university with the most fundings. */
  readonly largest: string;
  /** The listed company of the highest rank: chains lead up to it from most payers. */
  readonly hub: string;
  /** Another listed company, of a low rank. */
  readonly smallTarget: string;
  /** Two companies or universities each. */
  readonly pairs: readonly (readonly [from: string, to: string])[];
}

const WARM_UP = 60;

/** Draws the questions. The university of rank 0 is the largest; the drawn ones are of any rank. */
export function drawQuestions(graph: SyntheticGraph, seed: number, count: number): Questions {
  const random = randomFrom(seed + 1_000_000);
  const universities = [...random.order(graph.universities)].map((rank) => universityId(graph, rank));
  const listed = graph.listings.map(({ company }) => company).sort((a, b) => a - b);
  const anybody = () => {
    const rank = random.between(0, graph.companies + graph.universities);
    return rank < graph.companies ? companyId(graph, rank) : universityId(graph, rank - graph.companies);
  };
  return {
    universities: universities.slice(0, count),
    warmUp: universities.slice(-WARM_UP),
    largest: universityId(graph, 0),
    hub: companyId(graph, listed[0] as number),
    smallTarget: companyId(graph, listed[listed.length - 1] as number),
    pairs: Array.from({ length: count }, () => [anybody(), anybody()] as const),
  };
}

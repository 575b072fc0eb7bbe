import { currentBudget } from "../projection/budget.js";

/** All items of a long piece of work, with a turn for others between two of them where the operation has worked for long. */
export async function inTurns<Item>(work: Iterable<Item>): Promise<readonly Item[]> {
  const budget = currentBudget();
  const items: Item[] = [];
  for (const item of work) {
    items.push(item);
    budget.look();
    if (budget.mustRest) await budget.turn();
  }
  return items;
}

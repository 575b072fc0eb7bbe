import { count } from "./count.js";

/* The table of dealings. */

export const dealings = {
  title: (n: number) => `${count(n, "dealing", "dealings")}, each once, by date`,
  some: (shown: number, all: number) =>
    `${shown} of ${count(all, "dealing", "dealings")}, each once, by date`,
  date: "Date",
  noDay: "no day given",
  amount: "Amount",
  noAmount: "no sum given",
  dealing: "What the claim says",
  timing: "In time",
  source: "Source and its words",
  others: (n: number) => count(n, "other source", "other sources"),
} as const;

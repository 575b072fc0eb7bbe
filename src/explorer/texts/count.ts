/** "1 finding", "1,200 findings". */
export const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;

/** "A", "A and B", "A, B and C". */
export const LIST = new Intl.ListFormat("en-GB");

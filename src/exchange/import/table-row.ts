/** A row of a table with the line (of a sheet, the row) on which it begins; or what is wrong with it. */
export type TableRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly fault: string };

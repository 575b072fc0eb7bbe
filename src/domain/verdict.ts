/** UNDETERMINED wherever the claims decide neither; missing data never reads as NO. */
export type Verdict = "YES" | "NO" | "UNDETERMINED";

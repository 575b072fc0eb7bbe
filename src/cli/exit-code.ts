/** How a command ends: done, failed, used wrongly, or done with problems found in what it was given. */
export const EXIT = { done: 0, failed: 1, usage: 2, problems: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

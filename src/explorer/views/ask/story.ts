/** The story on the start page: what the article of April 2019 tells of. The letter to the faculty became public that day. */
export const STORY = { university: "university:mit", letter: "2019-04-04" } as const;

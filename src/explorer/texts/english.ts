/** Every English text of the pages; a translation is a second file of this shape. */
export const texts = {
  product: "Exposure graph",
  views: {
    ask: "Ask",
    explore: "Explore",
    dashboard: "Dashboard",
    company: "Company",
    review: "Review",
    whatIf: "What if",
    screen: "Screen",
  },
  shell: {
    skip: "Skip to the content",
    navigation: "Views",
    loading: "Asking…",
    dark: "Dark",
    light: "Light",
    toDark: "Show on dark ground",
    toLight: "Show on light ground",
    footer:
      "Exposure is a relation in documents, not wrongdoing. An answer holds what the loaded dossiers hold; absence proves nothing.",
    api: "GraphQL",
  },
  trouble: {
    away: "The server does not answer.",
    retrying: (seconds: number) => `Trying again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
    retry: "Try now",
    badDay: (text: string) => `“${text}” is not a day. Write it as YYYY-MM-DD, for example 2019-04-04.`,
    noView: (path: string) => `There is no page at ${path}.`,
    refused: "This cannot be answered",
    goOn: "Go on without it",
    start: "To the start page",
    broken: "This page met a fault of its own",
  },
} as const;

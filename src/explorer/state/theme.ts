const KEY = "exposure-graph.theme";

export type Theme = "light" | "dark";

const system = matchMedia("(prefers-color-scheme: dark)");

/** What is shown now: the reader's choice, else the system's. */
export function theme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "dark" || chosen === "light" ? chosen : system.matches ? "dark" : "light";
}

/** Chooses, and remembers it in this browser where that is allowed. */
export function chooseTheme(chosen: Theme): void {
  document.documentElement.dataset.theme = chosen;
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // A browser may forbid to remember; the choice then holds for this page.
  }
  for (const call of listeners) call(chosen);
}

/** Takes up a choice made earlier. */
export function recallTheme(): void {
  try {
    const chosen = localStorage.getItem(KEY);
    if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
  } catch {
    // As above.
  }
}

/** Calls when the ground changes, by choice or by the system; gives what ends it. For canvases, which no style reaches. */
export function onTheme(call: (theme: Theme) => void): () => void {
  const followSystem = () => call(theme());
  listeners.add(call);
  system.addEventListener("change", followSystem);
  return () => {
    listeners.delete(call);
    system.removeEventListener("change", followSystem);
  };
}

const listeners = new Set<(theme: Theme) => void>();

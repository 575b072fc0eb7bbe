import { Away, ask } from "../api/ask.js";
import { type EntityKind, findQuestion } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";
import { mount } from "./mount.js";

/** What a search box offers. */
export interface Choice {
  readonly id: string;
  readonly kind: EntityKind | "PROBE" | "LISTING";
  readonly name: string;
  /** The name that fitted, where it is another. */
  readonly matched: string | null;
}

export interface SearchBoxOptions {
  /** The id of its field; it must be the only one on the page. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Only these kinds; all where absent. */
  readonly kinds?: readonly EntityKind[];
  /** Probes and listings too. */
  readonly withFlags?: boolean;
  readonly value?: string;
  readonly choose: (choice: Choice) => void;
}

const OFFERED = 8;
const WAIT_MS = 120;

/**
 * A field that finds entities while the reader types: the pattern of a combobox with a list. Arrows move, Enter takes
 * the marked one or the first, Escape closes.
 */
export function searchBox(options: SearchBoxOptions): Markup {
  const { id, label } = options;
  return h(
    "div",
    { class: "search", ready: (element: HTMLElement) => new SearchBox(element, options) },
    h("label", { for: id }, label),
    h("input", {
      id,
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": `${id}-list`,
      placeholder: options.hint ?? texts.search.hint,
      value: options.value,
    }),
    h("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true }),
    h("p", { class: "hidden", role: "status" }),
  );
}

class SearchBox {
  private readonly options: SearchBoxOptions;
  private readonly field: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly status: HTMLElement;
  private choices: readonly Choice[] = [];
  private marked = -1;
  private asking = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the choices are those of the text that stands in the field. */
  private fresh = false;
  /** Enter came before the answer: take its first when it comes. */
  private takeFirst = false;

  constructor(box: HTMLElement, options: SearchBoxOptions) {
    this.options = options;
    this.field = box.querySelector("input") as HTMLInputElement;
    this.list = box.querySelector("ul") as HTMLElement;
    this.status = box.querySelector("p") as HTMLElement;
    this.field.addEventListener("input", () => this.later());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("blur", () => this.close());
    // Before the field loses the focus, which closes the list.
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const at = [...this.list.children].findIndex((item) => item.contains(event.target as Node));
      if (at >= 0) this.take(at);
    });
  }

  private later(): void {
    this.takeFirst = false;
    this.fresh = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.find(), WAIT_MS);
  }

  private async find(): Promise<void> {
    const text = this.field.value.trim();
    this.asking.abort();
    this.asking = new AbortController();
    if (text === "") return this.close();
    const { signal } = this.asking;
    try {
      const found = await find(text, OFFERED, this.options, signal);
      if (!signal.aborted) this.offer(text, found);
    } catch (fault) {
      if (!signal.aborted)
        this.status.textContent = fault instanceof Away ? texts.trouble.away : String(fault);
    }
  }

  private offer(text: string, choices: readonly Choice[]): void {
    this.choices = choices;
    this.fresh = true;
    this.marked = -1;
    if (this.takeFirst && choices.length > 0) {
      this.take(0);
      return;
    }
    this.status.textContent =
      choices.length === 0 ? texts.search.none(text) : texts.search.found(choices.length);
    mount(
      this.list,
      choices.length === 0
        ? h("li", { class: "none", role: "option", "aria-disabled": "true" }, texts.search.none(text))
        : choices.map((choice, at) => optionOf(choice, `${this.options.id}-option-${at}`)),
    );
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.field.removeAttribute("aria-activedescendant");
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter") this.enter(event);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event);
  }

  private enter(event: KeyboardEvent): void {
    event.preventDefault();
    if (this.fresh && !this.list.hidden && this.choices.length > 0) {
      this.take(Math.max(this.marked, 0));
      return;
    }
    this.takeFirst = true;
    clearTimeout(this.timer);
    void this.find();
  }

  private move(event: KeyboardEvent): void {
    event.preventDefault();
    if (this.list.hidden || this.choices.length === 0) return void this.find();
    const step = event.key === "ArrowDown" ? 1 : -1;
    const at = (this.marked + step + this.choices.length) % this.choices.length;
    this.marked = this.marked < 0 && step < 0 ? this.choices.length - 1 : at;
    for (const [index, item] of [...this.list.children].entries()) {
      item.setAttribute("aria-selected", String(index === this.marked));
    }
    const item = this.list.children[this.marked];
    this.field.setAttribute("aria-activedescendant", item?.id ?? "");
    item?.scrollIntoView({ block: "nearest" });
  }

  private take(at: number): void {
    const choice = this.choices[at];
    if (choice === undefined) return;
    this.close();
    this.field.value = choice.name;
    this.options.choose(choice);
  }

  private close(): void {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}

function optionOf({ kind, name, matched }: Choice, id: string): Markup {
  return h(
    "li",
    { id, role: "option", "aria-selected": "false" },
    h("span", { class: "name" }, name),
    h(
      "span",
      { class: "soft small" },
      ` ${texts.kinds[kind]}`,
      matched !== null && `, ${texts.search.alias(matched)}`,
    ),
  );
}

/** Entities, and probes and listings where asked for, by a name, alias, identifier or id; the best first. */
export async function find(
  text: string,
  first: number,
  { kinds, withFlags }: Pick<SearchBoxOptions, "kinds" | "withFlags">,
  signal?: AbortSignal,
): Promise<readonly Choice[]> {
  const variables = { text, first, kinds: kinds ? [...kinds] : null, withFlags: withFlags ?? false };
  const { search, flags } = await ask(findQuestion, variables, signal);
  const entities = (search?.nodes ?? []).map(
    ({ entity, matchedName }): Choice => ({
      id: entity.id,
      kind: entity.kind,
      name: entity.name,
      matched: matchedName === entity.name ? null : matchedName,
    }),
  );
  const found = (flags?.nodes ?? []).map(
    ({ id, kind, title }): Choice => ({ id, kind, name: title, matched: null }),
  );
  return [...entities.slice(0, first - Math.min(found.length, 3)), ...found].slice(0, first);
}

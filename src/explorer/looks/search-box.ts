import { Away } from "../api/ask.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";
import { mount } from "./mount.js";
import { type Choice, type Sought, searchChoices } from "./search-choices.js";

export interface SearchBoxOptions extends Sought {
  /** The id of its field; it must be the only one on the page. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What is chosen now; absent: the field is emptied when something was chosen. */
  readonly value?: string;
  readonly choose: (choice: Choice) => void;
}

const OFFERED = 8;
const WAIT_MS = 120;
const NO_KEYS = { steps: 0, take: false };

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
  /** Keys that came before the answer: how often to move, and whether to take what is marked then, or the first. */
  private early: { readonly steps: number; readonly take: boolean } = NO_KEYS;

  constructor(box: HTMLElement, options: SearchBoxOptions) {
    this.options = options;
    this.field = box.querySelector("input") as HTMLInputElement;
    this.list = box.querySelector("ul") as HTMLElement;
    this.status = box.querySelector("p") as HTMLElement;
    this.field.addEventListener("input", () => this.later());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("blur", () => this.left());
    // Before the field loses the focus, which closes the list.
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const at = [...this.list.children].findIndex((item) => item.contains(event.target as Node));
      if (at >= 0) this.take(at);
    });
  }

  private later(): void {
    this.end();
    this.fresh = false;
    this.timer = setTimeout(() => void this.find(), WAIT_MS);
  }

  /** Ends what is being asked. */
  private end(): void {
    clearTimeout(this.timer);
    this.asking.abort();
    this.early = NO_KEYS;
  }

  /** What was taken before the answer is taken when it comes; else the list would open over what the reader does now. */
  private left(): void {
    if (!this.early.take) this.end();
    this.close();
  }

  private async find(): Promise<void> {
    const text = this.field.value.trim();
    clearTimeout(this.timer);
    this.asking.abort();
    this.asking = new AbortController();
    if (text === "") return this.close();
    const { signal } = this.asking;
    try {
      const found = await searchChoices(text, OFFERED, this.options, signal);
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
    const { steps, take } = this.early;
    this.early = NO_KEYS;
    this.status.textContent =
      choices.length === 0 ? texts.search.none(text) : texts.search.found(choices.length);
    mount(
      this.list,
      choices.length === 0
        ? h("li", { class: "none", role: "option", "aria-disabled": "true" }, texts.search.none(text))
        : choices.map((choice, at) => optionOf(choice, `${this.options.id}-option-${at}`)),
    );
    if (choices.length > 0) this.mark(steps);
    if (take && choices.length > 0) this.take(Math.max(this.marked, 0));
    else if (document.activeElement === this.field) this.show();
  }

  private show(): void {
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.end();
      this.close();
    } else if (event.key === "Enter") this.enter(event);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event);
  }

  private enter(event: KeyboardEvent): void {
    event.preventDefault();
    if (this.fresh && !this.list.hidden && this.choices.length > 0) {
      this.take(Math.max(this.marked, 0));
      return;
    }
    this.early = { ...this.early, take: true };
    void this.find();
  }

  private move(event: KeyboardEvent): void {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (this.fresh && this.choices.length > 0) {
      this.show();
      this.mark(step);
      return;
    }
    this.early = { ...this.early, steps: this.early.steps + step };
    void this.find();
  }

  /** Moves by so many choices, from none; beyond the last comes the first. */
  private mark(steps: number): void {
    const { length } = this.choices;
    const from = this.marked < 0 && steps < 0 ? 0 : this.marked;
    this.marked = steps === 0 ? this.marked : (((from + steps) % length) + length) % length;
    for (const [index, item] of [...this.list.children].entries()) {
      item.setAttribute("aria-selected", String(index === this.marked));
    }
    const item = this.list.children[this.marked];
    if (item === undefined) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", item.id);
    item?.scrollIntoView({ block: "nearest" });
  }

  private take(at: number): void {
    const choice = this.choices[at];
    if (choice === undefined) return;
    this.end();
    this.close();
    this.forget();
    this.field.value = this.options.value === undefined ? "" : choice.name;
    this.options.choose(choice);
  }

  private forget(): void {
    this.choices = [];
    this.fresh = false;
    this.status.textContent = "";
    mount(this.list);
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

import Combobox from "@github/combobox-nav";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Away } from "../api/ask.js";
import { texts } from "../texts/english.js";
import { useFieldValue } from "./field-value.js";
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

interface Offer {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/**
 * A field that finds entities while the reader types: the pattern of a combobox with a list. Arrows move, Enter takes
 * the marked one or the first, Escape closes. Keys that come before the answer hold for it when it comes.
 */
export function SearchBox({
  id,
  label,
  hint,
  value,
  choose,
  kinds,
  withFlags,
}: SearchBoxOptions): JSX.Element {
  const field = useFieldValue<HTMLInputElement>(value ?? "", choose);
  const list = useRef<HTMLUListElement>(null);
  const combobox = useRef<Combobox | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [status, setStatus] = useState("");
  const asking = useRef({ control: new AbortController(), timer: 0 });
  /** Whether the choices are those of the text that stands in the field. */
  const isFresh = useRef(false);
  /** Keys that came before the answer: how often to move, and whether to take what is marked then, or the first. */
  const early = useRef(NO_KEYS);
  const choices = offer?.choices ?? [];

  useEffect(() => {
    const [input, options] = [field.current, list.current];
    if (input === null || options === null) return;
    const made = new Combobox(input, options, {
      tabInsertsSuggestions: false,
      firstOptionSelectionMode: "active",
    });
    combobox.current = made;
    return () => made.destroy();
  }, [field]);

  useLayoutEffect(() => {
    if (!isOpen) return;
    const { steps } = early.current;
    early.current = NO_KEYS;
    combobox.current?.start();
    for (let left = Math.abs(steps); left > 0; left--) combobox.current?.navigate(steps < 0 ? -1 : 1);
    return () => combobox.current?.stop();
  }, [isOpen, offer]);

  /** Ends what is being asked. */
  const end = () => {
    clearTimeout(asking.current.timer);
    asking.current.control.abort();
    early.current = NO_KEYS;
  };

  const take = (choice: Choice) => {
    end();
    isFresh.current = false;
    setOpen(false);
    setOffer(null);
    setStatus("");
    if (field.current !== null) field.current.value = value === undefined ? "" : choice.name;
    choose(choice);
  };

  const answer = (text: string, found: readonly Choice[]) => {
    isFresh.current = true;
    const { steps, take: isTaken } = early.current;
    const first = found[steps > 0 ? (steps - 1) % found.length : (steps + found.length) % found.length];
    if (isTaken && first !== undefined) return take(first);
    setStatus(found.length === 0 ? texts.search.none(text) : texts.search.found(found.length));
    setOffer({ text, choices: found });
    if (document.activeElement === field.current) setOpen(true);
  };

  const find = async () => {
    const text = field.current?.value.trim() ?? "";
    clearTimeout(asking.current.timer);
    asking.current.control.abort();
    if (text === "") return setOpen(false);
    const control = new AbortController();
    asking.current.control = control;
    const sought: Sought = { ...(kinds && { kinds }), ...(withFlags && { withFlags }) };
    try {
      const found = await searchChoices(text, OFFERED, sought, control.signal);
      if (!control.signal.aborted) answer(text, found);
    } catch (fault) {
      if (!control.signal.aborted) setStatus(fault instanceof Away ? texts.trouble.away : String(fault));
    }
  };

  const typed = () => {
    end();
    isFresh.current = false;
    combobox.current?.stop();
    asking.current.timer = window.setTimeout(() => void find(), WAIT_MS);
  };

  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      end();
      setOpen(false);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step === 0 && event.key !== "Enter") return;
    event.preventDefault();
    const isOffered = isFresh.current && choices.length > 0;
    // The list is open: the combobox moves in it and takes from it.
    if (isOffered && isOpen) return;
    early.current = { steps: early.current.steps + step, take: event.key === "Enter" };
    if (isOffered && event.key !== "Enter") setOpen(true);
    else void find();
  };

  /** What was taken before the answer is taken when it comes; else the list would open over what the reader does now. */
  const left = () => {
    if (!early.current.take) end();
    setOpen(false);
  };

  const committed = (event: Event) => {
    const at = [...(list.current?.children ?? [])].indexOf(event.target as Element);
    const choice = choices[at];
    if (choice !== undefined) take(choice);
  };

  return (
    <div class="search">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen ? "true" : "false"}
        aria-controls={`${id}-list`}
        placeholder={hint ?? texts.search.hint}
        onInput={typed}
        onKeyDown={pressed}
        onBlur={left}
      />
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={!isOpen}
        // Before the field loses the focus, which closes the list.
        onMouseDown={(event) => event.preventDefault()}
        oncombobox-commit={committed}
      >
        {offer !== null && choices.length === 0 && (
          <li class="none" role="option" aria-disabled="true">
            {texts.search.none(offer.text)}
          </li>
        )}
        {choices.map((choice, at) => (
          <Option key={choice.id} choice={choice} id={`${id}-option-${at}`} />
        ))}
      </ul>
      <p class="hidden" role="status">
        {status}
      </p>
    </div>
  );
}

interface OptionProps {
  readonly choice: Choice;
  readonly id: string;
}

function Option({ choice: { kind, name, matched }, id }: OptionProps): JSX.Element {
  return (
    <li id={id} role="option">
      <span class="name">{name}</span>
      <span class="soft small">
        {` ${texts.kinds[kind]}`}
        {matched !== null && `, ${texts.search.alias(matched)}`}
      </span>
    </li>
  );
}

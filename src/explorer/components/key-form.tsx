import type { JSX } from "preact";
import { currentKey, KEY_PATTERN } from "../state/key.js";
import { texts } from "../texts/english.js";

/** That the server asks for a key, and a field for it; `use` is called with what was entered. */
export function KeyForm({ use }: { readonly use: (key: string) => void }): JSX.Element {
  const say = texts.key;
  return (
    <section class="notice">
      <h1 tabIndex={-1}>{say.title}</h1>
      <p role="alert">{currentKey() === null ? say.needed : say.unknown}</p>
      <form
        class="row"
        onSubmit={(event: Event) => {
          event.preventDefault();
          const field = (event.currentTarget as Element).querySelector("input") as HTMLInputElement;
          use(field.value.trim());
        }}
      >
        <label for="key">{say.label}</label>
        <input
          id="key"
          type="password"
          autocomplete="off"
          required
          pattern={`\\s*${KEY_PATTERN}\\s*`}
          title={say.form}
          aria-describedby="key-help"
        />
        <button type="submit">{say.use}</button>
      </form>
      <p id="key-help" class="small soft">
        {say.help}
      </p>
    </section>
  );
}

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Details } from "../../components/details.js";
import { SearchBox } from "../../components/search-box.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import { nameOf, type Shown } from "./shown.js";

/** The beginnings of a search for ways, kept while the reader chooses. */
export interface Connecting {
  from: Party | null;
  to: Party | null;
  limit: number;
  avoid: Party[];
  isOpen: boolean;
}
interface Party {
  readonly id: string;
  readonly name: string;
}

const WAYS = [1, 3, 5, 10];
const HUBS = 3;

/** Puts an entity on the canvas by its name. */
export function Finder({ shown }: { readonly shown: () => Shown }): JSX.Element {
  return (
    <SearchBox
      id="find"
      label={exploreTexts.find}
      hint={exploreTexts.findHint}
      choose={({ id }) => {
        const { act, select, scene } = shown();
        if (scene.entities.has(id)) select(id);
        else act({ act: "add", id });
      }}
    />
  );
}

/** Joins two entities by several ways, and leaves out what joins everything with everything. */
export function ConnectForm({
  shown,
  state,
}: {
  readonly shown: () => Shown;
  readonly state: Connecting;
}): JSX.Element {
  const say = exploreTexts.connect;
  const [missing, setMissing] = useState("");
  const [, count] = useState(0);
  const again = () => {
    setMissing("");
    count((times) => times + 1);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setMissing(go(shown(), state) ? "" : say.missing);
  };
  return (
    <Details
      class="connect"
      id="connect"
      open={state.isOpen}
      onToggle={(event: Event) => {
        state.isOpen = (event.currentTarget as HTMLDetailsElement).open;
      }}
    >
      <summary>{say.title}</summary>
      <form class="connecting" onSubmit={submit}>
        <End side="from" label={say.from} state={state} again={again} />
        <End side="to" label={say.to} state={state} again={again} />
        <div class="field">
          <label for="ways">{say.ways}</label>
          <select
            id="ways"
            onChange={(event: Event) => {
              state.limit = Number((event.target as HTMLSelectElement).value);
            }}
          >
            {WAYS.map((n) => (
              <option key={n} value={n} selected={n === state.limit}>
                {n}
              </option>
            ))}
          </select>
        </div>
        <Avoidance shown={shown()} state={state} again={again} />
        <div>
          <button type="submit" id="find-ways">
            {say.go}
          </button>
        </div>
        <p class="small wide" role="alert" id="connect-said">
          {missing}
        </p>
      </form>
    </Details>
  );
}

function End({
  side,
  label,
  state,
  again,
}: {
  readonly side: "from" | "to";
  readonly label: string;
  readonly state: Connecting;
  readonly again: () => void;
}): JSX.Element {
  return (
    <SearchBox
      id={`connect-${side}`}
      label={label}
      hint={exploreTexts.connect.hint}
      value={state[side]?.name ?? ""}
      choose={({ id, name }) => {
        state[side] = { id, name };
        again();
      }}
    />
  );
}

function Avoidance({
  shown,
  state,
  again,
}: {
  readonly shown: Shown;
  readonly state: Connecting;
  readonly again: () => void;
}): JSX.Element {
  const say = exploreTexts.connect;
  const put = (party: Party) => {
    if (!state.avoid.some(({ id }) => id === party.id)) state.avoid.push(party);
    again();
  };
  const hubs = [...shown.scene.entities.values()]
    .filter(({ id }) => ![state.from?.id, state.to?.id, ...state.avoid.map((one) => one.id)].includes(id))
    .sort((a, b) => b.onRecord - a.onRecord)
    .slice(0, HUBS);
  return (
    <div class="stack tight wide">
      <SearchBox id="avoid" label={say.avoid} hint={say.hint} choose={put} />
      <p class="small soft">{say.avoidHelp}</p>
      <div class="row">
        {state.avoid.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            class="quiet chip"
            aria-current="true"
            aria-label={say.avoided(name)}
            onClick={() => {
              state.avoid = state.avoid.filter((one) => one.id !== id);
              again();
            }}
          >{`${name} ×`}</button>
        ))}
        {hubs.map(({ id, name, onRecord }) => (
          <button key={id} type="button" class="quiet chip" onClick={() => put({ id, name })}>
            {say.without(nameOf(shown, id), onRecord)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** False: one of the two is missing. */
function go(shown: Shown, { from, to, limit, avoid }: Connecting): boolean {
  if (from === null || to === null || from.id === to.id) return false;
  shown.act({
    act: "connect",
    from: from.id,
    to: to.id,
    limit,
    day: shown.now().place.values.at ?? null,
    avoid: avoid.map(({ id }) => id),
  });
  return true;
}

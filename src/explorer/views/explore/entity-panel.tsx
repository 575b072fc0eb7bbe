import type { JSX } from "preact";
import type { ExploreFlagsQuery } from "../../api/documents.generated.js";
import { KINDS } from "../../api/relation-kinds.js";
import { EntityLink } from "../../components/chain.js";
import { countryName } from "../../components/country-name.js";
import { FlagBriefs } from "../../components/flag-briefs.js";
import { texts } from "../../texts/english.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import { KindMark, LineSample } from "./marks.js";
import { countsByKind } from "./neighbours.js";
import type { SceneEntity } from "./scene.js";
import { nameOf, pointOf, type Shown, togglePin } from "./shown.js";
import { LARGEST_LIMIT } from "./steps.js";
import { Arrows } from "./toolbar.js";

/** Pixels of the layout by which a button moves what is pinned. */
const NUDGE = 40;
const LIMITS = [10, 25, 50, 100, LARGEST_LIMIT];

/** What was asked about an entity; null while it is asked. */
export type AskedEntity = Extract<ExploreFlagsQuery["nodes"][number], { flags: unknown }> | null;

export interface EntityPanelOptions {
  readonly entity: SceneEntity;
  readonly asked: AskedEntity;
  /** How many neighbours come at most. */
  readonly limit: number;
  readonly setLimit: (limit: number) => void;
  readonly connectFrom: (party: { readonly id: string; readonly name: string }) => void;
}

/** An entity: what is on record about it by kind before anything is drawn, and a button for each gesture. */
export function EntityPanel({
  shown,
  options,
}: {
  readonly shown: Shown;
  readonly options: EntityPanelOptions;
}): JSX.Element {
  const { entity, asked, connectFrom } = options;
  const { id, kind, name, country } = entity;
  const say = exploreTexts.panel;
  const isPinned = shown.scene.pinned.has(id);
  return (
    <>
      <div class="row">
        <h2 id="selected" tabIndex={-1}>
          {name}
        </h2>
        <button type="button" class="quiet small" id="let-go" onClick={() => shown.select()}>
          {say.close}
        </button>
      </div>
      <p class="row small soft">
        <span class="row tight">
          <KindMark kind={kind} />
          {texts.kinds[kind]}
        </span>
        {country !== null && <span>{countryName(country)}</span>}
        {asked !== null && (
          <span>
            <EntityLinkNamed entity={asked} name={say.page} />
          </span>
        )}
      </p>
      {asked?.summary != null && <p class="small">{asked.summary}</p>}
      <Counts shown={shown} {...options} />
      <div class="row">
        <Button id="pin" name={isPinned ? say.unpin : say.pin} onclick={() => togglePin(shown, id)} />
        <Button id="remove" name={say.remove} onclick={() => shown.act({ act: "remove", id })} />
        <Button id="connect-from" name={say.connectFrom} onclick={() => connectFrom({ id, name })} />
        {isPinned && (
          <Arrows
            id="entity"
            label={say.move(nameOf(shown, id))}
            move={(dx, dy) => {
              const { x, y } = pointOf(shown, id);
              shown.act({ act: "pin", id, x: x + dx * NUDGE, y: y + dy * NUDGE });
            }}
          />
        )}
      </div>
      <Lines shown={shown} id={id} />
      {asked === null ? (
        <p class="small soft">{texts.shell.loading}</p>
      ) : (
        <FlagBriefs flags={asked.flags.nodes} title={say.flags(asked.flags.totalCount)} />
      )}
    </>
  );
}

function EntityLinkNamed({
  entity,
  name,
}: {
  readonly entity: { readonly id: string; readonly kind: string };
  readonly name: string;
}): JSX.Element {
  return <EntityLink entity={{ ...entity, name }} />;
}

function Button({
  id,
  name,
  onclick,
}: {
  readonly id: string;
  readonly name: string;
  readonly onclick: () => void;
}): JSX.Element {
  return (
    <button type="button" class="quiet small" id={id} onClick={onclick}>
      {name}
    </button>
  );
}

/** Counts by kind, each with what of it does not stand on the canvas and a button that brings it. */
function Counts({
  shown,
  entity,
  limit,
  setLimit,
}: EntityPanelOptions & { readonly shown: Shown }): JSX.Element {
  const { id, onRecord } = entity;
  const say = exploreTexts.panel;
  const read = shown.reader.entity(id, shown.asked.knownAt);
  const relations = read?.relations ?? [];
  const isShown = (other: string) => shown.scene.entities.has(other);
  const byKind = countsByKind(id, relations, isShown);
  const bring = (kinds: Parameters<typeof countsByKind>[1][number]["kind"][]) =>
    shown.act({ act: "expand", id, limit, kinds });
  return (
    <div class="stack tight">
      <h3>
        {say.onRecord(onRecord)}
        {relations.length < onRecord && (
          <span class="small soft">{` (${say.readOf(relations.length)})`}</span>
        )}
      </h3>
      <ul class="plain counts">
        {byKind.map(({ kind, relations: n, others, absent }) => (
          <li key={kind}>
            <span>{KINDS[kind].title}</span>
            <span class="small soft">{say.ofKind(n, others)}</span>
            {absent === 0 ? (
              <span class="small soft">{say.allHere}</span>
            ) : (
              <button
                type="button"
                class="quiet small"
                id={`bring-${kind}`}
                aria-label={say.bringOf(KINDS[kind].title, Math.min(absent, limit))}
                onClick={() => bring([kind])}
              >
                {say.bring(Math.min(absent, limit))}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div class="row">
        <label for="limit">{say.most}</label>
        <select
          id="limit"
          onChange={(event: Event) => setLimit(Number((event.target as HTMLSelectElement).value))}
        >
          {LIMITS.map((n) => (
            <option key={n} value={n} selected={n === limit}>
              {n}
            </option>
          ))}
        </select>
        {byKind.some(({ absent }) => absent > 0) && (
          <button type="button" class="small" id="bring-all" onClick={() => bring([])}>
            {say.all}
          </button>
        )}
      </div>
    </div>
  );
}

function Lines({ shown, id }: { readonly shown: Shown; readonly id: string }): JSX.Element {
  const say = exploreTexts.panel;
  const own = shown.drawing.lines.filter(({ from, to }) => from === id || to === id);
  return (
    <div class="stack tight">
      <h3>{say.drawn}</h3>
      {own.length === 0 ? (
        <p class="small soft">{say.noLines}</p>
      ) : (
        <ul class="plain own-lines small">
          {own.map(({ id: line, from, to, kind, family, mark, relations }) => {
            const other = from === id ? to : from;
            return (
              <li key={line}>
                <button type="button" class="link" id={`line-${line}`} onClick={() => shown.select(from, to)}>
                  <LineSample family={family} mark={mark} />
                  {say.line(nameOf(shown, other), KINDS[kind].label, relations.length)}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

import type { ComponentChildren, JSX } from "preact";
import { StatusTag } from "../../components/claim.js";
import { Details } from "../../components/details.js";
import { useFieldValue } from "../../components/field-value.js";
import { SearchBox } from "../../components/search-box.js";
import { percent } from "../../components/share-bar.js";
import { whatIf as whatIfTexts } from "../../texts/what-if.js";
import type { Material } from "./material.js";
import type { Suppose, Supposed } from "./scenario.js";

export interface SupposeOptions {
  readonly material: Material;
  readonly supposed: Supposed;
  readonly suppose: Suppose;
}

type ListName = "strike" | "distrust" | "delist";

const say = whatIfTexts;

/** What may be otherwise: claims and sources to strike, shares to change, listings to lift, parties to list. */
export function SupposeForm(options: SupposeOptions): JSX.Element {
  const { material, suppose } = options;
  return (
    <form class="card stack tight suppose" onSubmit={(event: Event) => event.preventDefault()}>
      <h2>{say.suppose}</h2>
      <Checklist
        title={say.claims(material.claims.length)}
        name="strike"
        items={material.claims.map(({ id, text, status }) => ({
          id,
          label: [text, " ", <StatusTag status={status} />],
        }))}
        {...options}
        isOpen
      />
      <Checklist
        title={say.sources(material.sources.length)}
        name="distrust"
        items={material.sources.map(({ id, publisher, title }) => ({ id, label: `${publisher}: ${title}` }))}
        {...options}
      />
      <Shares {...options} />
      <Checklist
        title={say.delist(material.listings.length)}
        name="delist"
        items={material.listings.map(({ id, title }) => ({ id, label: title }))}
        {...options}
      />
      <SearchBox
        id="find-listed"
        label={say.list}
        hint={say.findParty}
        choose={({ id }) => suppose((now) => ({ ...now, list: [...new Set([...now.list, id])] }))}
      />
    </form>
  );
}

function Checklist({
  title,
  name,
  items,
  supposed,
  suppose,
  isOpen = false,
}: SupposeOptions & {
  readonly title: string;
  readonly name: ListName;
  readonly items: readonly { readonly id: string; readonly label: ComponentChildren }[];
  readonly isOpen?: boolean;
}): ComponentChildren {
  if (items.length === 0) return null;
  const chosen = supposed[name];
  const toggle = (id: string) =>
    suppose((now) => ({
      ...now,
      [name]: now[name].includes(id) ? now[name].filter((one) => one !== id) : [...now[name], id],
    }));
  return (
    <Details id={`fold-${name}`} open={isOpen || chosen.length > 0}>
      <summary>{title}</summary>
      <ul class="plain checks">
        {items.map(({ id, label }) => (
          <li key={id}>
            <label>
              <input
                id={`${name}-${id}`}
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
              />
              <span>{label}</span>
            </label>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Shares({ material, supposed, suppose }: SupposeOptions): JSX.Element {
  const { length } = material.shares;
  return (
    <Details id="fold-shares" open={supposed.shares.length > 0}>
      <summary>{say.shares(length)}</summary>
      {length === 0 && <p class="small">{say.noShares}</p>}
      {material.shares.map((claim) => (
        <Share
          key={claim.id}
          claim={claim}
          now={supposed.shares.find((share) => share.claim === claim.id)}
          suppose={suppose}
        />
      ))}
    </Details>
  );
}

interface ShareProps {
  readonly claim: Material["shares"][number];
  readonly now: Supposed["shares"][number] | undefined;
  readonly suppose: Suppose;
}

/** A share that may be otherwise: what was typed and not applied stays until the address says another share. */
function Share({ claim, now, suppose }: ShareProps): JSX.Element {
  const least = String(now?.from ?? percent(claim.share.min));
  const most = String(now?.to ?? percent(claim.share.max));
  const [from, to] = [useFieldValue<HTMLInputElement>(least, 0), useFieldValue<HTMLInputElement>(most, 0)];
  const apply = () => {
    const share = { claim: claim.id, from: Number(from.current?.value), to: Number(to.current?.value) };
    if (!(share.from >= 0 && share.from <= share.to && share.to <= 100)) return;
    suppose((all) => ({ ...all, shares: [...all.shares.filter((one) => one.claim !== claim.id), share] }));
  };
  const field = (name: "from" | "to", ref: typeof from) => (
    <div class="field">
      <label for={`${name}-${claim.id}`}>{say[name]}</label>
      <input ref={ref} id={`${name}-${claim.id}`} type="number" min={0} max={100} step="any" class="short" />
    </div>
  );
  return (
    <fieldset class="share">
      <legend class="small">{claim.text}</legend>
      {field("from", from)}
      {field("to", to)}
      <button id={`share-${claim.id}`} type="button" class="quiet" onClick={apply}>
        {say.apply}
      </button>
    </fieldset>
  );
}

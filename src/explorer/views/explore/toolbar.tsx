import type { JSX } from "preact";
import { explore as exploreTexts } from "../../texts/explore.js";

export interface Tools {
  readonly canUndo: boolean;
  readonly undo: () => void;
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  /** Moves the view by pixels. */
  readonly pan: (dx: number, dy: number) => void;
  readonly tidy: () => void;
  /** Gives the canvas the whole screen, or gives it back. */
  readonly fullScreen: () => void;
  readonly anew: () => void;
}

/** A button for everything that a gesture does on the canvas as a whole. */
export function Toolbar({ canUndo, undo, fit, zoom, pan, tidy, fullScreen, anew }: Tools): JSX.Element {
  const say = exploreTexts.tools;
  return (
    <div class="tools row" role="group" aria-label={say.label}>
      <Button id="undo" name={say.undo} onclick={undo} disabled={!canUndo} />
      <Button id="fit" name={say.fit} onclick={fit} />
      <Button id="nearer" name={say.nearer} onclick={() => zoom(1.4)} />
      <Button id="farther" name={say.farther} onclick={() => zoom(1 / 1.4)} />
      <Button id="tidy" name={say.tidy} onclick={tidy} />
      <Button id="full-screen" name={say.fullScreen} onclick={fullScreen} />
      <Button id="anew" name={say.anew} onclick={anew} />
      <Arrows id="view" label={say.move} move={(dx, dy) => pan(dx * PAN, dy * PAN)} />
    </div>
  );
}

const PAN = 120;

/** Four buttons for what dragging does. */
export function Arrows({
  id,
  label,
  move,
}: {
  readonly id: string;
  readonly label: string;
  readonly move: (dx: -1 | 0 | 1, dy: -1 | 0 | 1) => void;
}): JSX.Element {
  const say = exploreTexts.tools.directions;
  const one = (name: keyof typeof say, sign: string, dx: -1 | 0 | 1, dy: -1 | 0 | 1) => (
    <button
      id={`${id}-${name}`}
      type="button"
      class="quiet small arrow-button"
      aria-label={`${label}: ${say[name]}`}
      onClick={() => move(dx, dy)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <span class="row tight" role="group" aria-label={label}>
      {one("left", "←", -1, 0)}
      {one("up", "↑", 0, -1)}
      {one("down", "↓", 0, 1)}
      {one("right", "→", 1, 0)}
    </span>
  );
}

function Button({
  id,
  name,
  onclick,
  disabled = false,
}: {
  readonly id: string;
  readonly name: string;
  readonly onclick: () => void;
  readonly disabled?: boolean;
}): JSX.Element {
  return (
    <button id={id} type="button" class="quiet small" onClick={onclick} disabled={disabled}>
      {name}
    </button>
  );
}

import { render } from "preact";
import { drawNetwork } from "../../charts/network.js";
import { STYLED } from "../../charts/palette.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import { DEFAULT_LIMIT, type Desk } from "./canvas-desk.js";
import { networkOf } from "./canvas-picture.js";
import { drawingOf } from "./lines.js";
import type { Shown } from "./shown.js";

const NARROWEST = 600;

/** Where a browser cannot draw the canvas: the picture of it, which stands still; buttons and tables do the rest. */
export class PictureDesk implements Desk {
  private readonly host: HTMLElement;
  private shown: Shown | null = null;
  limit = DEFAULT_LIMIT;

  constructor(host: HTMLElement) {
    this.host = host;
  }

  show(shown: Shown): void {
    this.shown = shown;
    const width = Math.max(NARROWEST, this.host.clientWidth);
    const { height, body } = drawNetwork(networkOf(shown), width, STYLED);
    render(
      <>
        <p class="small">{exploreTexts.canvas.noDrawing}</p>
        <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={exploreTexts.canvas.name}>
          {body}
        </svg>
      </>,
      this.host,
    );
  }

  preview(day: number): Shown {
    const shown = this.shown as Shown;
    const previewed = { ...shown, drawing: drawingOf(shown.scene, { ...shown.asked, day }) };
    this.show(previewed);
    return previewed;
  }

  fit(): void {}
  zoom(): void {}
  pan(dx: number, dy: number): void {
    this.host.scrollBy(dx, dy);
  }
  focused(): void {}
  key(): void {}
  close(): void {}
}

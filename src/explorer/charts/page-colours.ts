import { paletteRule } from "./palette.js";

let isGiven = false;

/** Gives the page the colours of pictures as style variables, once. */
export function givePageColours(): void {
  if (isGiven) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paletteRule());
  document.adoptedStyleSheets.push(sheet);
  isGiven = true;
}

import { render } from "preact";
import { theme } from "../state/theme.js";
import { DARK, LIGHT } from "./palette.js";
import { type Picture, StandalonePicture } from "./picture.js";
import { withText } from "./png-text.js";
import { saveFile } from "./save-file.js";

/** Pixels of a picture that is taken away, and how many of a screen's go into one of them. */
const WIDTH = 1100;
const SHARPNESS = 2;

/** A picture as the text of an SVG file, on the ground that the reader sees. */
export function svgText(picture: Picture): string {
  const host = document.createElement("div");
  render(
    <StandalonePicture picture={picture} width={WIDTH} palette={theme() === "dark" ? DARK : LIGHT} />,
    host,
  );
  return new XMLSerializer().serializeToString(host.firstElementChild as Element);
}

/** Hands the reader the picture as an SVG file. */
export function saveSvg(picture: Picture): void {
  saveFile(`${picture.name}.svg`, new Blob([svgText(picture)], { type: "image/svg+xml" }));
}

/** Hands the reader the picture as a PNG file, which holds its title, its description and its caption as text. */
export async function savePng(picture: Picture): Promise<void> {
  const png = await pngOf(svgText(picture));
  const bytes = withText(new Uint8Array(await png.arrayBuffer()), {
    Title: picture.title,
    Description: [picture.description, ...picture.notes].join("\n"),
    Source: picture.caption.join("\n"),
  });
  saveFile(`${picture.name}.png`, new Blob([bytes], { type: "image/png" }));
}

/** Hands the reader what the picture shows as a CSV file; the writer is loaded for the first one. */
export async function saveCsv(picture: Picture): Promise<void> {
  const { csvOf } = await import("./csv.js");
  saveFile(`${picture.name}.csv`, new Blob([csvOf(picture.data)], { type: "text/csv;charset=utf-8" }));
}

async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * SHARPNESS;
  canvas.height = image.height * SHARPNESS;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no pictures");
  context.scale(SHARPNESS, SHARPNESS);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("the picture is too large")) : resolve(blob)),
      "image/png",
    ),
  );
}

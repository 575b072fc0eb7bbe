import type { Page } from "playwright-core";

/** Presses a button by its id and takes what it hands out. */
export function downloaded(page: Page, button: string): Promise<Buffer> {
  return handedOut(page, () => page.locator(`#${button}`).click());
}

/** Does something and takes what the page then hands out. */
export async function handedOut(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const waiting = page.waitForEvent("download");
  await act();
  const parts: Buffer[] = [];
  for await (const part of await (await waiting).createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Opens a file as a picture in the browser; its size. */
export async function openImage(
  page: Page,
  file: Buffer,
  type: string,
): Promise<{ readonly width: number; readonly height: number }> {
  return page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return { width: image.naturalWidth, height: image.naturalHeight };
    },
    `data:${type};base64,${file.toString("base64")}`,
  );
}

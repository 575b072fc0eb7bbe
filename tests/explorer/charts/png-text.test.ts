import { crc32, deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { withText } from "../../../src/explorer/charts/png-text.js";

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** One white pixel, written by the specification. */
const PIXEL = Buffer.concat([
  Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
  chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk("IDAT", deflateSync(Buffer.from([0, 255]))),
  chunk("IEND", Buffer.alloc(0)),
]);

/** Name, data and whether the checksum is right, of every chunk. */
function chunksOf(png: Buffer): { name: string; data: Buffer; isRight: boolean }[] {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    chunks.push({
      name: body.subarray(0, 4).toString(),
      data: body.subarray(4),
      isRight: png.readUInt32BE(at + 8 + length) === crc32(body),
    });
    at += 12 + length;
  }
  return chunks;
}

it("puts title and description into the file, after its header, with right checksums", () => {
  const chunks = chunksOf(Buffer.from(withText(PIXEL, { Title: "MIT", Description: "Zwölf 华为" })));
  expect(chunks.map(({ name }) => name)).toEqual(["IHDR", "iTXt", "iTXt", "IDAT", "IEND"]);
  expect(chunks.every(({ isRight }) => isRight)).toBe(true);
  expect(chunks[2]?.data.toString()).toBe("Description\0\0\0\0\0Zwölf 华为");
});

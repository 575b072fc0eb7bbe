/** The bytes with which every PNG begins. */
const SIGNATURE_LENGTH = 8;
/** After the signature stands the header: length, name, 13 bytes, checksum. */
const HEADER_LENGTH = 4 + 4 + 13 + 4;

/**
 * A PNG with words inside (iTXt chunks, PNG specification section 11.3.4): title and description go with the file wherever
 * it goes. Keywords are those of the specification: Title, Description, Source, …
 */
export function withText(png: Uint8Array, words: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const at = SIGNATURE_LENGTH + HEADER_LENGTH;
  const chunks = Object.entries(words).map(([keyword, value]) => textChunk(keyword, value));
  const whole = new Uint8Array(png.length + chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  whole.set(png.subarray(0, at));
  let end = at;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  whole.set(png.subarray(at), end);
  return whole;
}

function textChunk(keyword: string, value: string): Uint8Array {
  const encoder = new TextEncoder();
  // Keyword, then: not compressed, by no method, in no named language, under no translated keyword.
  const data = new Uint8Array([...encoder.encode(keyword), 0, 0, 0, 0, 0, ...encoder.encode(value)]);
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(encoder.encode("iTXt"), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, checksum(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** CRC-32 as PNG wants it (ISO 3309). */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

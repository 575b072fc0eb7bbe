import { crc32, deflateRawSync } from "node:zlib";

/** A ZIP of these files, deflated. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const own = Buffer.alloc(26);
    own.writeUInt16LE(20, 0);
    own.writeUInt16LE(8, 4);
    own.writeUInt32LE(crc32(bytes), 10);
    own.writeUInt32LE(packed.length, 14);
    own.writeUInt32LE(bytes.length, 18);
    own.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), own, Buffer.from(name), packed]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), own, place, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from("PK\x05\x06"), end]);
}

/** A workbook of one sheet: numbers are written as numbers, texts in the workbook's table of texts, null is no cell. */
export function workbookOf(rows: readonly (readonly (string | number | null)[])[]): Buffer {
  const texts: string[] = [];
  const cell = (value: string | number | null, row: number, column: number) => {
    const place = `${columnName(column)}${row + 1}`;
    if (value === null) return "";
    if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
    texts.push(value);
    return `<c r="${place}" t="s"><v>${texts.length - 1}</v></c>`;
  };
  const sheet = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join("")}</row>`,
  );
  return zipOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml":
      '<workbook xmlns:r="r"><sheets><sheet name="Data" sheetId="1" r:id="rId7"/><sheet name="Notes" sheetId="2" r:id="rId8"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId8" Target="worksheets/notes.xml"/><Relationship Id="rId7" Target="worksheets/data.xml"/></Relationships>',
    "xl/worksheets/data.xml": `<worksheet><sheetData>${sheet.join("")}</sheetData></worksheet>`,
    "xl/worksheets/notes.xml": "<worksheet><sheetData/></worksheet>",
    "xl/sharedStrings.xml": `<sst>${texts.map((text) => `<si><r><t>${escaped(text.slice(0, 3))}</t></r><r><t xml:space="preserve">${escaped(text.slice(3))}</t></r></si>`).join("")}</sst>`,
  });
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

import { lengthAfter, type Splice } from "./splice.js";

/** Texts packed as UTF-8 in one buffer: a few bytes each instead of an object. Read-only once built. */
export class StringTable {
  readonly length: number;
  /** The texts one after the other, and where each begins; behind the last, where it ends. */
  readonly bytes: Buffer;
  readonly offsets: Uint32Array;
  /** The stored value keeps the engine from dropping the reads. */
  private fetched = 0;

  constructor(bytes: Buffer, offsets: Uint32Array) {
    this.bytes = bytes;
    this.offsets = offsets;
    this.length = offsets.length - 1;
  }

  /** The text at an index; the empty text beyond the end. */
  at(index: number): string {
    return this.bytes.toString("utf8", this.offsets[index], this.offsets[index + 1]);
  }

  /** Has a text at hand, for who is about to read several: one after the other would wait for memory at each. */
  fetch(index: number): void {
    this.fetched |= this.bytes[this.offsets[index] as number] as number;
  }

  /** Of a table in byte order: the index of a text, or -1. */
  find(text: string): number {
    const place = this.placeOf(text);
    return place < this.length && this.at(place) === text ? place : -1;
  }

  /** The table after splices; `coming` are the texts that come. Where nothing changes it is the same table. */
  spliced(splices: readonly Splice[], coming: readonly string[]): StringTable {
    let next = 0;
    const unchanged = splices.every(({ at, goes, comes }) => {
      if (goes !== comes) return false;
      for (let text = 0; text < comes; text += 1, next += 1)
        if (this.at(at + text) !== coming[next]) return false;
      return true;
    });
    return unchanged ? this : this.withSplices(splices, coming);
  }

  private withSplices(splices: readonly Splice[], coming: readonly string[]): StringTable {
    const texts = coming.map((text) => Buffer.from(text, "utf8"));
    const { offsets } = this;
    let size = this.bytes.length + texts.reduce((sum, text) => sum + text.length, 0);
    for (const { at, goes } of splices) size -= (offsets[at + goes] as number) - (offsets[at] as number);
    const bytes = Buffer.allocUnsafeSlow(size);
    const moved = new Uint32Array(lengthAfter(this.length, splices) + 1);
    let from = 0;
    let to = 0;
    let used = 0;
    let next = 0;
    for (const { at, goes, comes } of splices) {
      used = this.copyTo(bytes, moved, { from, end: at, to, used });
      to += at - from;
      for (const end = next + comes; next < end; next += 1, to += 1) {
        moved[to] = used;
        used += (texts[next] as Buffer).copy(bytes, used);
      }
      from = at + goes;
    }
    used = this.copyTo(bytes, moved, { from, end: this.length, to, used });
    moved[moved.length - 1] = used;
    return new StringTable(bytes, moved);
  }

  /** Copies some texts behind those that use so many bytes already; the answer is how many are used then. */
  private copyTo(
    bytes: Buffer,
    moved: Uint32Array,
    { from, end, to, used }: { from: number; end: number; to: number; used: number },
  ): number {
    const { offsets } = this;
    const start = offsets[from] as number;
    const shift = used - start;
    this.bytes.copy(bytes, used, start, offsets[end]);
    for (let text = from; text < end; text += 1) moved[to + text - from] = (offsets[text] as number) + shift;
    return (offsets[end] as number) + shift;
  }

  /** Of a table in byte order: how many of its texts come before a text. */
  placeOf(text: string): number {
    const wanted = Buffer.from(text, "utf8");
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compareTo(middle, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Byte order of two texts of the table: negative, 0 or positive. */
  compare(a: number, b: number): number {
    const { bytes, offsets } = this;
    const end = offsets[a + 1] as number;
    const otherEnd = offsets[b + 1] as number;
    let at = offsets[a] as number;
    let other = offsets[b] as number;
    // Byte by byte: for texts of a few bytes a call costs more than the loop.
    for (; at < end && other < otherEnd; at += 1, other += 1) {
      const difference = (bytes[at] as number) - (bytes[other] as number);
      if (difference !== 0) return difference;
    }
    return end - at - (otherEnd - other);
  }

  private compareTo(index: number, other: Buffer, start = 0, end = other.length): number {
    return this.bytes.compare(other, start, end, this.offsets[index], this.offsets[index + 1]);
  }

  /** Resident size in bytes. */
  get byteLength(): number {
    return this.bytes.byteLength + this.offsets.byteLength;
  }
}

/** Collects texts in order, then packs them. */
export class StringTableBuilder {
  private bytes: Buffer;
  private offsets: Uint32Array;
  private used = 0;
  private count = 0;

  constructor(expected = 1024) {
    this.bytes = Buffer.allocUnsafe(Math.max(1024, expected * 24));
    this.offsets = new Uint32Array(expected + 1);
  }

  /** Adds a text, from a letter on, and returns its index. */
  add(text: string, start = 0): number {
    const room = this.used + (text.length - start) * 3;
    if (room > this.bytes.length) this.bytes = grown(this.bytes, room);
    if (this.count + 2 > this.offsets.length) {
      const offsets = new Uint32Array(this.offsets.length * 2);
      offsets.set(this.offsets);
      this.offsets = offsets;
    }
    this.used += this.write(text, start);
    this.count += 1;
    this.offsets[this.count] = this.used;
    return this.count - 1;
  }

  /** Letter by letter as long as it is ASCII: for texts of some bytes a call costs more than the loop. */
  private write(text: string, start: number): number {
    for (let at = start; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      if (letter > 0x7f) return this.bytes.write(text.slice(start), this.used, "utf8");
      this.bytes[this.used + at - start] = letter;
    }
    return text.length - start;
  }

  /** Packs the texts; `order[i]` is the added index that comes i-th (default: as added). */
  build(order?: Int32Array): StringTable {
    if (!order) {
      return new StringTable(
        Buffer.from(this.bytes.subarray(0, this.used)),
        this.offsets.slice(0, this.count + 1),
      );
    }
    const bytes = Buffer.allocUnsafeSlow(this.used);
    const offsets = new Uint32Array(order.length + 1);
    let at = 0;
    // Byte by byte: for texts of a few bytes a call costs more than the copy.
    for (let index = 0; index < order.length; index += 1) {
      const added = order[index] as number;
      const end = this.offsets[added + 1] as number;
      for (let from = this.offsets[added] as number; from < end; from += 1) {
        bytes[at] = this.bytes[from] as number;
        at += 1;
      }
      offsets[index + 1] = at;
    }
    return new StringTable(bytes, offsets);
  }
}

function grown(bytes: Buffer, room: number): Buffer {
  const larger = Buffer.allocUnsafe(Math.max(room, bytes.length * 2));
  bytes.copy(larger);
  return larger;
}

/** So many are kept; a power of two. */
const KEPT = 1024;

/**
 * The texts of a table that were read last, each in the place that its index gives it: a few hundred are read again and
 * again, and reading one takes longer than seeing that it is there.
 */
export class RecentTexts {
  private readonly table: StringTable;
  private readonly indices = new Int32Array(KEPT).fill(-1);
  private readonly texts: string[] = new Array<string>(KEPT).fill("");

  constructor(table: StringTable) {
    this.table = table;
  }

  /** The text at an index. */
  at(index: number): string {
    const place = index & (KEPT - 1);
    if (this.indices[place] !== index) {
      this.texts[place] = this.table.at(index);
      this.indices[place] = index;
    }
    return this.texts[place] as string;
  }

  /** Has a text at hand that is about to be read. */
  fetch(index: number): void {
    if (this.indices[index & (KEPT - 1)] !== index) this.table.fetch(index);
  }
}

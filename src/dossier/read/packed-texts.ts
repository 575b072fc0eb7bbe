/** Texts in the order in which they are added, as UTF-8 in one buffer; an empty text and none are the same. */
export class PackedTexts {
  #bytes = Buffer.alloc(1 << 12);
  #ends = new Uint32Array(1 << 8);
  #used = 0;
  #count = 0;

  add(text: string | null): void {
    if (this.#count === this.#ends.length) {
      const ends = new Uint32Array(2 * this.#count);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    if (text !== null) this.#write(text);
    this.#ends[this.#count] = this.#used;
    this.#count += 1;
  }

  at(index: number): string | null {
    const start = index === 0 ? 0 : (this.#ends[index - 1] as number);
    const end = this.#ends[index] as number;
    return start === end ? null : this.#bytes.toString("utf8", start, end);
  }

  #write(text: string): void {
    const room = this.#used + 3 * text.length;
    if (room > this.#bytes.length) {
      // What is not written yet takes no memory.
      const bytes = Buffer.alloc(Math.max(room, 2 * this.#bytes.length));
      this.#bytes.copy(bytes, 0, 0, this.#used);
      this.#bytes = bytes;
    }
    this.#used += this.#bytes.write(text, this.#used, "utf8");
  }
}

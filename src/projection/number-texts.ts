/**
 * Numbers texts by their place in a list; the answer gives the number of a text, or -1. The same as a Map, but two to three
 * times as fast for texts that were just read: a Map has the engine hash each of them in a call of its own, and a
 * projection is built of two such texts a relation. Open addressing, at most half full; texts are compared in full.
 */
export function numberTexts(texts: readonly string[]): (text: string) => number {
  const places = 2 ** Math.ceil(Math.log2(Math.max(1, texts.length) * 2));
  const mask = places - 1;
  /** Of each place a hash and, beside it, the number of its text plus one; 0: empty. */
  const table = new Int32Array(2 * places);
  for (const [number, text] of texts.entries()) {
    const hash = hashOf(text);
    let place = hash & mask;
    while (table[2 * place + 1] !== 0) place = (place + 1) & mask;
    table[2 * place] = hash;
    table[2 * place + 1] = number + 1;
  }
  return (text) => {
    const hash = hashOf(text);
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = (table[2 * place + 1] as number) - 1;
      if (number < 0) return -1;
      if (table[2 * place] === hash && texts[number] === text) return number;
    }
  };
}

/** FNV-1a over the code units, its high bits mixed into the low ones, which choose the place. */
function hashOf(text: string): number {
  let hash = text.length;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 0;
}

/**
 * Decodes many short texts at once: calling a decoder costs more than running it, and a sheet may hold a hundred
 * thousand formulas.
 */

const FIRST_SIZE = 4_096;
/** XML forbids it in a text; in a damaged part, it becomes a space. */
const SEPARATOR = 0;
const SPACE = 0x20;

export class TextPool {
  private bytes = new Uint8Array(FIRST_SIZE);
  private length = 0;

  /** Keeps the text between two offsets. */
  add(source: Uint8Array, from: number, until: number): void {
    const end = this.length + until - from + 1;
    if (end > this.bytes.length) this.grow(end);
    const { bytes } = this;
    for (let at = from, to = this.length; at < until; at += 1, to += 1) bytes[to] = source[at]! || SPACE;
    bytes[end - 1] = SEPARATOR;
    this.length = end;
  }

  /** Every text, in the order of the calls to `add`. */
  texts(): string[] {
    const texts = new TextDecoder().decode(this.bytes.subarray(0, this.length)).split(String.fromCharCode(SEPARATOR));
    texts.pop(); // the empty text after the last separator
    return texts;
  }

  private grow(end: number): void {
    const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

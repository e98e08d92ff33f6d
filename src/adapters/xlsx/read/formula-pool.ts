/**
 * Decodes many short formulas at once: calling a decoder costs more than running it, and a sheet may hold a hundred
 * thousand. Each is given its `=` here, so that nothing is copied afterwards.
 */

const FIRST_SIZE = 4_096;
/** XML forbids it in a text; in a damaged part, it becomes a space. */
const SEPARATOR = 0;
const SPACE = 0x20;
const EQUALS = 0x3d;
/** An entity, a line break, a name or a bracket that files write in their own way. */
const STORED_OTHERWISE = /[&\r[]|_x/;

export class FormulaPool {
  private bytes = new Uint8Array(FIRST_SIZE);
  private length = 0;

  /** Keeps the formula between two offsets, which has no `=`. */
  add(source: Uint8Array, from: number, until: number): void {
    const end = this.length + until - from + 2;
    if (end > this.bytes.length) this.grow(end);
    const { bytes } = this;
    bytes[this.length] = EQUALS;
    for (let at = from, to = this.length + 1; at < until; at += 1, to += 1) bytes[to] = source[at]! || SPACE;
    bytes[end - 1] = SEPARATOR;
    this.length = end;
  }

  /** Every formula with its `=`, in the order of the calls to `add`; `convert` is called where a file writes another. */
  formulas(convert: (stored: string) => string): readonly string[] {
    const whole = new TextDecoder().decode(this.bytes.subarray(0, this.length));
    const formulas = whole.split(String.fromCharCode(SEPARATOR));
    formulas.pop(); // the empty text after the last separator
    if (!STORED_OTHERWISE.test(whole)) return formulas;
    return formulas.map((formula) => (STORED_OTHERWISE.test(formula) ? convert(formula.slice(1)) : formula));
  }

  private grow(end: number): void {
    const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/**
 * The consumption of one account in the order of time, kept so that an edited row moves little: a list of short chunks,
 * each of one day, which know how high and how low they bring a running total. A ceiling is compared with a whole chunk
 * at once, and only the chunks that reach it are walked.
 */

/** A place in the order of time: the day (`UNDATED` first), then the reading order. */
export interface Moment {
  readonly day: number;
  readonly key: number;
}

/** Some rows of one day, in reading order. Sums in cents, from the total before the chunk. */
export interface Chunk {
  readonly day: number;
  readonly keys: readonly number[];
  readonly cents: readonly number[];
  readonly sum: number;
  /** The highest and the lowest that the running total comes after one of its rows. */
  readonly highest: number;
  readonly lowest: number;
}

interface OwnChunk extends Chunk {
  keys: number[];
  cents: number[];
  sum: number;
  highest: number;
  lowest: number;
}

/** Long enough to have few chunks, short enough to be summed again in a microsecond. */
const MOST_ROWS = 512;

/** Negative when the first comes before. */
export function inTime(first: Moment, second: Moment): number {
  return first.day - second.day || first.key - second.key;
}

/** The steps of one account. */
export class Course {
  private readonly all: OwnChunk[] = [];

  /** In the order of time; none is empty. */
  get chunks(): readonly Chunk[] {
    return this.all;
  }

  /** Adds a step after every other: how a course is built from a timeline. */
  append(day: number, key: number, cents: number): void {
    let last = this.all.at(-1);
    if (last?.day !== day || last.keys.length >= MOST_ROWS / 2) this.all.push((last = emptyChunk(day)));
    last.keys.push(key);
    last.cents.push(cents);
    count(last, cents);
  }

  /** Adds the step of a row that has none. */
  add({ day, key }: Moment, cents: number): void {
    const at = this.chunkAt({ day, key });
    const chunk = this.all[at];
    if (chunk?.day !== day) return void this.all.splice(at + 1, 0, chunkOf(day, [key], [cents]));
    const place = placeIn(chunk.keys, key);
    chunk.keys.splice(place, 0, key);
    chunk.cents.splice(place, 0, cents);
    if (chunk.keys.length > MOST_ROWS) this.all.splice(at, 1, ...halvesOf(chunk));
    else recount(chunk);
  }

  /** Takes the step of a row away. */
  remove({ day, key }: Moment): void {
    const at = this.chunkAt({ day, key });
    const chunk = this.all[at];
    if (!chunk) return;
    const place = placeIn(chunk.keys, key);
    chunk.keys.splice(place, 1);
    chunk.cents.splice(place, 1);
    if (chunk.keys.length === 0) this.all.splice(at, 1);
    else recount(chunk);
  }

  /**
   * The chunk where a moment belongs: the last of its day that begins at it or before, else the last one before; −1
   * when none is.
   */
  private chunkAt(moment: Moment): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const chunk = this.all[middle];
      if (chunk && inTime({ day: chunk.day, key: chunk.keys[0] ?? 0 }, moment) <= 0) low = middle + 1;
      else high = middle;
    }
    const next = this.all[low];
    return low > 0 && this.all[low - 1]?.day !== moment.day && next?.day === moment.day ? low : low - 1;
  }
}

function emptyChunk(day: number): OwnChunk {
  return { day, keys: [], cents: [], sum: 0, highest: Number.NEGATIVE_INFINITY, lowest: Number.POSITIVE_INFINITY };
}

function chunkOf(day: number, keys: number[], cents: number[]): OwnChunk {
  const chunk = { ...emptyChunk(day), keys, cents };
  recount(chunk);
  return chunk;
}

function halvesOf({ day, keys, cents }: Chunk): readonly OwnChunk[] {
  const middle = keys.length >> 1;
  return [
    chunkOf(day, keys.slice(0, middle), cents.slice(0, middle)),
    chunkOf(day, keys.slice(middle), cents.slice(middle)),
  ];
}

function recount(chunk: OwnChunk): void {
  chunk.sum = 0;
  chunk.highest = Number.NEGATIVE_INFINITY;
  chunk.lowest = Number.POSITIVE_INFINITY;
  for (const cents of chunk.cents) count(chunk, cents);
}

function count(chunk: OwnChunk, cents: number): void {
  chunk.sum += cents;
  if (chunk.sum > chunk.highest) chunk.highest = chunk.sum;
  if (chunk.sum < chunk.lowest) chunk.lowest = chunk.sum;
}

/** Index of the first key at or after one. */
function placeIn(keys: readonly number[], key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? key) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The moments of a writing at which a test makes Excel fail. Each costs a writing and its rollback, and most repeat the
 * one before: `npm test` tries one in three, `npm run explore` (`TROUBLES=all`) each of them.
 */
export const ALL_MOMENTS = process.env['TROUBLES'] === 'all';
const ONE_IN = ALL_MOMENTS ? 1 : 3;

/**
 * Of `count` moments in the order of the writing, those that this run tries: the first, the last, and one in three
 * between. `turn` moves the latter, so that tests of one mechanism try different ones.
 */
export function momentsOf(count: number, turn = 0): readonly number[] {
  return Array.from({ length: count }, (_, at) => at).filter((at) => isTried(at, turn) || at === count - 1);
}

/** Whether this run tries a moment of a writing whose number of moments is not known before its end. */
export function isTried(at: number, turn = 0): boolean {
  return at === 0 || (at + turn) % ONE_IN === 0;
}

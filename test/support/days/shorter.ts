/** Makes a failing day shorter: steps are left out while it still fails. */
import { liveDay, stepsOfDay } from './day';

/** The numbers of the fewest steps found with which the day still fails, within so many attempts. */
export async function shorterDay(seed: number, count: number, most: number): Promise<readonly number[]> {
  let kept = stepsOfDay(seed, count).map((_, index) => index);
  let left = most;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = kept.length - size; from > -size && left > 0; from -= size) {
      const fewer = kept.filter((_, index) => index < from || index >= from + size);
      left -= 1;
      const { violations } = await liveDay(seed, count, fewer);
      if (violations.length > 0) kept = fewer;
    }
  }
  return kept;
}

/** The command that lives the same steps of the same day again. */
export function replayOf(seed: number, count: number, kept: readonly number[] | null): string {
  const steps = kept ? ` DAY_KEPT=${kept.join(',')}` : '';
  return `DAY_SEED=${seed} DAYS=1 DAY_STEPS=${count}${steps} npx jest test/adapters/excel/days`;
}

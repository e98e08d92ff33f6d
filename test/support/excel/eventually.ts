/** Readings of the screen after a gesture: what it shows may be drawn a moment later. */
import { SLOWEST_STEP } from './browser';

/** Reads again until the expectations hold; past the longest step, fails as they do. */
export async function eventually(expectations: () => Promise<void>): Promise<void> {
  const end = Date.now() + SLOWEST_STEP;
  for (;;) {
    try {
      return await expectations();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

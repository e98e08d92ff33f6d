/** The clock and the timers of the user's machine. */
import type { Clock, Timers } from '../../application/ports';
import { civilDate } from '../../domain/calendar/civil-date';
import { assert } from '../../domain/result';

/** Today and now in the user's time zone. */
export const machineClock: Clock = {
  today() {
    const now = new Date();
    const date = civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
    assert(date !== null, 'the clock of the machine shows a date');
    return date;
  },
  timeOfDay() {
    const now = new Date();
    return { hours: now.getHours(), minutes: now.getMinutes() };
  },
};

export const machineTimers: Timers = {
  after(milliseconds, action) {
    const handle = setTimeout(action, milliseconds);
    return () => clearTimeout(handle);
  },
};

/** Yields to the page, so that clicks and drawing are handled first. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Calls back each time the page is shown again after it was hidden. */
export function whenShown(act: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') act();
  });
}

/** Milliseconds between two regular calls. */
const PERIOD = 10_000;

/** Calls back every few seconds, and states whether the page is shown: functions answer while it is not. */
export function regularly(act: (isShown: boolean) => void): void {
  setInterval(() => act(document.visibilityState === 'visible'), PERIOD);
}

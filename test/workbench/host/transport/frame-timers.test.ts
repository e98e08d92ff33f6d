/** The client of a closed page stops: its timers end with it. */
import { FrameTimers } from '../../../support/excel/frame-timers';

test('timers of a closed frame never fire, and none starts', async () => {
  const timers = new FrameTimers();
  const happened: string[] = [];
  timers.globals.setTimeout(() => happened.push('later'), 0);
  timers.globals.setInterval(() => happened.push('again'), 0);
  expect(timers.count).toBe(2);
  timers.close();
  timers.globals.setTimeout(() => happened.push('after'), 0);
  expect(timers.count).toBe(0);
  await new Promise((done) => setTimeout(done, 0));
  expect(happened).toEqual([]);
});

test('an open frame’s timers fire, once or again', async () => {
  const timers = new FrameTimers();
  await new Promise<void>((done) => timers.globals.setTimeout(done, 0));
  expect(timers.count).toBe(0);
  await new Promise<void>((done) => timers.globals.setInterval(done, 0));
  timers.close();
  expect(timers.count).toBe(0);
});

/** The gate of a thread: work that has begun ends before the thread is stopped, and none begins after. */
import { closeGate, holdOf, newGate } from '../../../src/cli/node/gate';

const PATIENCE = 60_000;

test('an idle thread is stopped at once', async () => {
  await closeGate(newGate(), PATIENCE);
});

test('work that has begun ends first; further work never begins', async () => {
  const gate = newGate();
  const hold = holdOf(gate);
  const done: string[] = [];
  let finish: () => void = () => undefined;
  const first = hold(async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    done.push('first');
  });
  const closing = closeGate(gate, PATIENCE).then(() => done.push('stopped'));
  void hold(() => Promise.resolve(done.push('second')));
  finish();
  await Promise.all([first, closing]);
  expect(done).toEqual(['first', 'stopped']);
});

test('work that fails leaves the gate free', async () => {
  const gate = newGate();
  await expect(holdOf(gate)(() => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
  await closeGate(gate, PATIENCE);
});

test('work that is too long is not waited for', async () => {
  const gate = newGate();
  void holdOf(gate)(async () => new Promise(() => undefined));
  await closeGate(gate, 1);
});

/**
 * The objects of the language are parameters of each module of a suite, which does not look them up in the global
 * object at each use. Their list is in `jest.config.js`.
 */
test('a module keeps the objects of the language that it was given', () => {
  const { Map: given } = globalThis;
  globalThis.Map = class extends given {};
  try {
    expect(Map).toBe(given);
    expect(new Map()).not.toBeInstanceOf(globalThis.Map);
  } finally {
    globalThis.Map = given;
  }
});

test('the clock is asked at each use: a test may replace it', () => {
  const { Date: real } = globalThis;
  globalThis.Date = class extends real {
    static override now(): number {
      return 42;
    }
  } as DateConstructor;
  try {
    expect(Date.now()).toBe(42);
  } finally {
    globalThis.Date = real;
  }
});

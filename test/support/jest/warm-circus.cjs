// jest's own runner of tests, in less time. A suite still has its own modules and its own globals.
// - It remembers what V8 compiled: a worker compiles each module once, not once for each suite that loads it.
// - It knows the current test by a variable. jest follows it with an AsyncLocalStorage, for tests that run concurrently;
//   that makes every promise of Node slower, and here tests run one after the other.
const asyncHooks = require('node:async_hooks');
const { dirname, join } = require('node:path');
const vm = require('node:vm');
const { default: runSuite } = require('jest-circus/runner');

const compile = vm.compileFunction;
/** By file and the parameters of its project, which V8 does not compare: its source, and V8's data of it. */
const compiled = new Map();

vm.compileFunction = function compileOnce(source, parameters, options) {
  const key = `${options?.filename} ${parameters}`;
  const known = compiled.get(key);
  if (known?.source === source) return compile(source, parameters, { ...options, cachedData: known.data });
  const made = compile(source, parameters, { ...options, produceCachedData: true });
  if (options?.filename !== undefined && made.cachedData !== undefined)
    compiled.set(key, { source, data: copyOf(made.cachedData) });
  return made;
};

/** V8 makes the data in the realm of the suite, and one object of a realm keeps the whole realm in memory. */
function copyOf(data) {
  return Buffer.from(data);
}

/** The part of AsyncLocalStorage that circus needs when one test runs at a time. */
class CurrentTest {
  getStore() {
    return this.store;
  }

  /** `act` returns a promise. */
  run(store, act) {
    const before = this.store;
    this.store = store;
    return act().finally(() => (this.store = before));
  }
}

const CIRCUS = join(dirname(require.resolve('jest-circus/runner')), 'jestAdapterInit.js');

/** Circus in the suite's own modules: it makes its storage when it is loaded. */
function loadCircus(runtime) {
  const { AsyncLocalStorage } = asyncHooks;
  asyncHooks.AsyncLocalStorage = CurrentTest;
  try {
    runtime.requireInternalModule(CIRCUS);
  } finally {
    asyncHooks.AsyncLocalStorage = AsyncLocalStorage;
  }
}

module.exports = function runWarm(globalConfig, config, environment, runtime, ...rest) {
  loadCircus(runtime);
  return runSuite(globalConfig, config, environment, runtime, ...rest);
};

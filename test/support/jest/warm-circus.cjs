// jest's own runner of tests, in less time. A suite still has its own modules and its own globals.
// - It remembers what V8 compiled: a worker compiles each module once, not once for each suite that loads it.
// - It knows the current test by a variable. jest follows it with an AsyncLocalStorage, for tests that run concurrently;
//   that makes every promise of Node slower, and here tests run one after the other.
const asyncHooks = require('node:async_hooks');
const { dirname, join } = require('node:path');
const vm = require('node:vm');
const { default: runSuite } = require('jest-circus/runner');

const compile = vm.compileFunction;
/**
 * By file and the parameters of its project: its source, and V8's script of it, which belongs to no realm. The functions
 * that a suite called are compiled for the next ones too.
 */
const compiled = new Map();

vm.compileFunction = function compileOnce(source, parameters, options) {
  const { filename, parsingContext } = options ?? {};
  if (filename === undefined || parsingContext === undefined) return compile(source, parameters, options);
  const key = `${filename} ${parameters}`;
  const known = compiled.get(key);
  const script = known?.source === source ? known.script : scriptOf(source, parameters, filename);
  compiled.set(key, { source, script });
  return script.runInContext(parsingContext);
};

/** A function of these parameters. It cannot `import()`, as nothing can without a flag of Node. */
function scriptOf(source, parameters, filename) {
  const head = `(function (${parameters.join(', ')}) {`;
  return new vm.Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
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

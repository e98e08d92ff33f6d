// A test process of `mutate.mjs`. It loads the tests, and the project's own modules, afresh for each mutant; what is compiled
// stays compiled. The tests run on jest's own runner and assertions (jest-circus, expect), without jest around them: two
// hundred milliseconds instead of five seconds for a mutant.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { Worker as Thread } from 'node:worker_threads';
import { jestExpect } from '@jest/expect';
import { transformSync } from '@swc/core';
import * as circus from 'jest-circus';
import { ROOT } from './install.mjs';

const require = createRequire(import.meta.url);
const ENDINGS = ['', '.ts', '.tsx', '.json', '/index.ts'];
/** Packages that exist as ES modules only. */
const ES_MODULES = new Map(await Promise.all(['fflate', 'saxes'].map(async (name) => [name, await import(name)])));
/** A mutant that runs so many times as often as the code without it does not end. */
const MORE_OFTEN = 30;
const SETUP = path.join(ROOT, 'test/support/drawn-seed.ts');

const stryker = (globalThis.__stryker__ = {});
const { swcOptions } = readTransform();
/** The text of the files that hold mutants, by absolute path. */
let mutated = new Map();
/** The mutants that will be judged. */
let drawn = new Set();

function readTransform() {
  const { transform } = require(path.join(ROOT, 'jest.config.js')).projects[0];
  return { swcOptions: Object.values(transform)[0][1] };
}

/** The modules of one run: each is evaluated once, and again in the next run. */
class Registry {
  modules = new Map();

  load(file) {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.modules.set(file, module);
    if (file.endsWith('.json')) module.exports = JSON.parse(fs.readFileSync(file, 'utf8'));
    else compiled(file)(module.exports, (name) => this.require(file, name), module, file, path.dirname(file));
    return module.exports;
  }

  require(from, name) {
    if (ES_MODULES.has(name)) return ES_MODULES.get(name);
    return name.startsWith('.') ? this.load(resolved(path.dirname(from), name)) : require(name);
  }
}

const places = new Map();

function resolved(folder, name) {
  const base = path.join(folder, name);
  if (!places.has(base)) {
    const found = ENDINGS.map((ending) => base + ending).find((one) =>
      fs.statSync(one, { throwIfNoEntry: false })?.isFile(),
    );
    if (!found) throw new Error(`${base} does not exist`);
    places.set(base, found);
  }
  return places.get(base);
}

const functions = new Map();

function compiled(file) {
  if (!functions.has(file)) {
    const text = mutated.get(file) ?? fs.readFileSync(file, 'utf8');
    const { code } = transformSync(text, { ...swcOptions, filename: file, swcrc: false, sourceMaps: false });
    const wrapped = `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
    functions.set(file, vm.runInThisContext(wrapped, { filename: file }));
  }
  return functions.get(file);
}

/** The tests of the file being run, in order; `wanted` is null for all of them. */
const running = { tests: [], wanted: null, hasFailed: false, isCounted: false };

circus.addEventHandler((event, state) => {
  switch (event.name) {
    case 'run_start':
      running.tests = testsBelow(state.rootDescribeBlock);
      running.tests.forEach((test, at) => {
        if (running.wanted && !running.wanted.includes(at)) test.mode = 'skip';
      });
      break;
    case 'test_start':
      if (running.isCounted) stryker.currentTestId = String(running.tests.indexOf(event.test) + 1);
      break;
    case 'test_done':
      stryker.currentTestId = undefined;
      break;
    case 'test_fn_failure':
    case 'hook_failure':
    case 'error':
      running.hasFailed = true;
      running.error ??= event.error;
      for (const test of running.tests) test.mode = 'skip'; // the first failure is enough
  }
});

function testsBelow(block) {
  return block.children.flatMap((child) => (child.type === 'test' ? [child] : testsBelow(child)));
}

/** Runs the tests of a file; true when one failed, or when the file could not be loaded. */
async function hasFailure(file, wanted) {
  circus.resetState();
  circus.getState().testTimeout = 600_000;
  Object.assign(running, { tests: [], wanted, hasFailed: false, error: undefined });
  try {
    const registry = new Registry();
    registry.load(SETUP);
    registry.load(path.join(ROOT, file));
  } catch (error) {
    running.error = error;
    return true;
  }
  await circus.run();
  return running.hasFailed;
}

/** Which mutants each test of a file runs, without any of them switched on; mutants run while the file loads are `static`. */
async function cover(file) {
  const counts = (stryker.mutantCoverage = { static: {}, perTest: {} });
  stryker.activeMutant = undefined;
  running.isCounted = true;
  const started = process.cpuUsage();
  const fails = await hasFailure(file, null);
  running.isCounted = false;
  const times = running.tests.map(({ duration }) => duration ?? 0);
  const error = fails ? String(running.error?.stack ?? running.error?.[0]?.stack ?? running.error) : undefined;
  const perTest = Object.entries(counts.perTest).map(([test, hits]) => [test, ofDrawn(hits)]);
  const covered = { static: ofDrawn(counts.static), perTest: Object.fromEntries(perTest) };
  return { file, error, counts: covered, times, cpuMs: cpuMsSince(started) };
}

function ofDrawn(hits) {
  return Object.fromEntries(Object.entries(hits).filter(([id]) => drawn.has(id)));
}

function cpuMsSince(started) {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/**
 * Ends this process when a mutant takes more than its share of the processor: a busy machine never decides. A thread of
 * its own, since the mutant may never return from ours.
 */
const watch = new Thread(
  `const { parentPort } = require('node:worker_threads');
   let end = Infinity;
   const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
   parentPort.on('message', (budget) => { end = budget === null ? Infinity : used() + budget; });
   setInterval(() => { if (used() > end) process.kill(process.pid, 'SIGKILL'); }, 200);`,
  { eval: true },
);

/** Switches a mutant on and runs the tests that meet it, until one fails. */
async function judge({ switchId, runs, cpuMs }) {
  watch.postMessage(cpuMs);
  stryker.activeMutant = switchId;
  for (const { file, wanted, hits } of runs) {
    stryker.mutantCoverage = { static: {}, perTest: {} };
    stryker.hitCount = 0;
    stryker.hitLimit = MORE_OFTEN * hits + 1000;
    if (await hasFailure(file, wanted)) return { isKilled: true };
  }
  return { isKilled: false };
}

Object.assign(globalThis, {
  expect: jestExpect,
  ...Object.fromEntries(
    ['describe', 'it', 'test', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach'].map((name) => [name, circus[name]]),
  ),
});
// A counterexample need not be the smallest one.
const fc = require('fast-check');
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

process.on('message', async ({ kind, ...request }) => {
  if (kind === 'files') {
    mutated = new Map(request.files);
    drawn = new Set(request.drawn);
    return;
  }
  const answer = kind === 'cover' ? await cover(request.file) : await judge(request);
  watch.postMessage(null);
  process.send(answer);
});
process.on('disconnect', () => process.exit());

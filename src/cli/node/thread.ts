/**
 * Starts the program of a thread, `worker.js`, from the code that the build compiled after it had checked a workbook: a
 * fifth of the time of a small command was that of compiling it. Without that code, or with code of another version of
 * Node, which V8 refuses by itself, the program is compiled as always.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { FromThread, ToThread } from './messages';

/**
 * V8 makes a slow form of each regular expression, then the fast one at its second use. Making the fast one at once
 * takes a quarter of the time, a third of that of a small command. The option is part of the compiled code: the build
 * has it too.
 */
setFlagsFromString('--no-regexp-tier-up');

const filename = join(__dirname, 'worker.js');
const COMPILED = join(__dirname, 'worker.compiled');

const script = new Script(Module.wrap(readFileSync(filename, 'utf8')), {
  filename,
  ...(existsSync(COMPILED) && { cachedData: readFileSync(COMPILED) }),
});
const program = { exports: {} };
const start = script.runInThisContext() as (...given: readonly unknown[]) => void;
start.call(program.exports, program.exports, Module.createRequire(filename), program, filename, __dirname);

// asked for by the build, once
parentPort?.on('message', ({ kind }: ToThread) => {
  if (kind !== 'compile') return;
  writeFileSync(COMPILED, script.createCachedData());
  parentPort?.postMessage({ kind: 'compiled' } satisfies FromThread);
});

// Compiles the program of the threads of the command line (src/cli/node/thread.ts): a thread checks the example, so that
// what a check needs is compiled, then writes its code beside the program. The last part of the build of the command line.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { ROOT } from './install.mjs';

const FOLDER = path.join(ROOT, 'dist', 'cli');
const COMPILED = path.join(FOLDER, 'worker.compiled');
const EXAMPLE = path.join(ROOT, 'dist', 'example.xlsx');
const GATE_BYTES = 8;

rmSync(COMPILED, { force: true });
const { port2: temporaries } = new MessageChannel();
const thread = new Worker(path.join(FOLDER, 'thread.js'), {
  workerData: { argv: null, temporaries, gate: new SharedArrayBuffer(GATE_BYTES) },
  transferList: [temporaries],
});
thread.on('message', ({ kind, outcome }) => {
  if (kind === 'compiled') void thread.terminate();
  if (kind !== 'outcome') return;
  if (outcome.code > 1) throw new Error(`the example cannot be checked: ${outcome.error}`);
  thread.postMessage({ kind: 'compile' });
});
thread.postMessage({ kind: 'task', task: { index: 0, argv: ['check', EXAMPLE, '--as-of', '2023-12-31'] } });

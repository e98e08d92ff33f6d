/** A thread of the command line: runs a whole command, or one workbook after another for another thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../domain/result';
import { run } from '../run';
import { outcomeOf } from '../in-thread';
import { holdNowOf, holdOf } from './gate';
import type { FromThread, TemporaryMessage, ThreadData, ToThread } from './messages';
import { nodeIo } from './node-io';
import { OutputLost } from './output';

assert(parentPort !== null, 'a thread of the command line');
const supervisor = parentPort;
const { argv, temporaries, gate } = workerData as ThreadData;
const tell = (message: FromThread): void => supervisor.postMessage(message);
const announce = (message: TemporaryMessage): void => temporaries.postMessage(message);
const io = nodeIo({
  ...{ tell, announce, listen: (listener) => supervisor.on('message', listener) },
  ...{ hold: holdOf(gate), holdNow: holdNowOf(gate) },
});

if (argv !== null) void runWhole(argv);
else {
  supervisor.on('message', (message: ToThread) => {
    if (message.kind !== 'task') return;
    const { index, argv: words } = message.task;
    void outcomeOf(words, io).then((outcome) => tell({ kind: 'outcome', index, outcome }));
  });
}

async function runWhole(words: readonly string[]): Promise<void> {
  try {
    tell({ kind: 'finished', code: await run(words, io) });
  } catch (error) {
    if (!(error instanceof OutputLost)) throw error;
    tell({ kind: 'outputLost' });
  }
}

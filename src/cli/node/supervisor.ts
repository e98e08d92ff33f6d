/**
 * The main thread of the command line. It does no work of its own, so that it can always stop a thread that takes too
 * long, share workbooks among the processors, and remove what an interrupted command was writing.
 */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { FileOutcome } from '../file-outcome';
import { closeGate, newGate } from './gate';
import type { FromThread, Task, TemporaryMessage, ThreadData, ToThread } from './messages';
import { OutputLost, writeWhole } from './output';
import type { SupervisorWords } from './supervisor-words';

/** Megabytes of one thread; a workbook that needs more is refused in a sentence. */
const THREAD_MEMORY = 4_096;
/** The command run from its source: a thread does not inherit the compiler of its parent. */
const IS_SOURCE = extname(__filename) === '.ts';
const FROM_SOURCE = `
  const load = require('node:module').createRequire(${JSON.stringify(__filename)});
  load('tsx/cjs');
  import(load('node:url').pathToFileURL(load.resolve('tsx/esm/api').replace(/cjs$/, 'mjs'))).then(({ register }) => {
    register(); // of the commands that are imported when asked for
    load('./worker.ts');
  });
`;
const PROGRAM = IS_SOURCE ? FROM_SOURCE : join(__dirname, 'thread.js');
/** Milliseconds that an interrupted command is given to end a file. */
const PATIENCE = 5_000;
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

interface Thread {
  readonly worker: Worker;
  readonly temporaries: MessagePort;
  readonly gate: SharedArrayBuffer;
  deadline: NodeJS.Timeout | null;
}

interface Ending {
  readonly code: number;
  readonly sentence: string | null;
}

/** Runs a command in a thread; resolves to the exit code. */
export async function supervise(argv: readonly string[], words: SupervisorWords): Promise<number> {
  const supervisor = new Supervisor(words);
  for (const [signal, code] of Object.entries(SIGNALS))
    process.once(signal, () => void supervisor.stopGently().then(() => process.exit(code)));
  const { code, sentence } = await supervisor.run(argv);
  supervisor.stopAll();
  try {
    if (sentence !== null) writeWhole(2, `${sentence}\n`);
  } catch (error) {
    if (!(error instanceof OutputLost)) throw error; // nobody reads the error output either
  }
  return code;
}

class Supervisor {
  private readonly threads = new Set<Thread>();

  constructor(private readonly words: SupervisorWords) {}

  async run(argv: readonly string[]): Promise<Ending> {
    return new Promise((resolve) => {
      const main = this.start(argv, {
        onMessage: (message) => {
          if (message.kind === 'finished') resolve({ code: message.code, sentence: null });
          if (message.kind === 'outputLost') resolve({ code: 2, sentence: this.words.outputLost });
          if (message.kind === 'tasks')
            this.share(message.tasks, (index, outcome) => send(main, { kind: 'outcome', index, outcome }));
        },
        onEnd: (sentence) => resolve({ code: 2, sentence }),
      });
    });
  }

  /** Lets each thread end the file that it is writing. */
  async stopGently(): Promise<void> {
    await Promise.all([...this.threads].map(({ gate }) => closeGate(gate, PATIENCE)));
    this.stopAll();
  }

  stopAll(): void {
    for (const thread of this.threads) this.stop(thread);
  }

  /** Gives the tasks to as many threads as there are processors. */
  private share(tasks: readonly Task[], report: (index: number, outcome: FileOutcome) => void): void {
    const waiting = [...tasks].reverse();
    const employ = (): void => {
      let current: Task | undefined;
      const thread = this.start(null, {
        onMessage: (message) => {
          if (message.kind !== 'outcome') return;
          report(message.index, message.outcome);
          next();
        },
        onEnd: (sentence) => {
          if (current) report(current.index, { code: 2, out: '', error: `${sentence}\n`, summary: null });
          if (waiting.length > 0) employ();
        },
      });
      const next = (): void => {
        current = waiting.pop();
        if (current) send(thread, { kind: 'task', task: current });
        else this.stop(thread);
      };
      next();
    };
    for (let count = Math.min(availableParallelism(), tasks.length); count > 0; count -= 1) employ();
  }

  private start(
    argv: readonly string[] | null,
    { onMessage, onEnd }: { onMessage: (message: FromThread) => void; onEnd: (sentence: string) => void },
  ): Thread {
    const { port1, port2 } = new MessageChannel();
    const gate = newGate();
    const workerData: ThreadData = { argv, temporaries: port2, gate };
    const worker = new Worker(PROGRAM, {
      eval: IS_SOURCE,
      workerData,
      transferList: [port2],
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY },
    });
    const thread: Thread = { worker, temporaries: port1, gate, deadline: null };
    this.threads.add(thread);
    const fail = (sentence: string): void => {
      if (!this.threads.has(thread)) return;
      this.stop(thread);
      onEnd(sentence);
    };
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'begins') {
        const late = (): void => void closeGate(thread.gate, PATIENCE).then(() => fail(message.sentence));
        thread.deadline = setTimeout(late, message.seconds * 1_000);
      } else if (message.kind === 'ends') {
        clearTimeout(thread.deadline ?? undefined);
        if (message.isLate) fail(message.sentence);
      } else onMessage(message);
    });
    worker.on('error', (bug: NodeJS.ErrnoException) =>
      fail(bug.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.words.outOfMemory : this.words.bug(bug.message)),
    );
    return thread;
  }

  private stop(thread: Thread): void {
    this.threads.delete(thread);
    clearTimeout(thread.deadline ?? undefined);
    void thread.worker.terminate();
    const temporaries = new Set<string>();
    for (let next = receiveMessageOnPort(thread.temporaries); next; next = receiveMessageOnPort(thread.temporaries)) {
      const { path, exists } = next.message as TemporaryMessage;
      if (exists) temporaries.add(path);
      else temporaries.delete(path);
    }
    for (const path of temporaries) rmSync(path, { recursive: true, force: true });
    thread.temporaries.close();
  }
}

function send({ worker }: Thread, message: ToThread): void {
  worker.postMessage(message);
}

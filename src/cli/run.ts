/**
 * Runs a command. Exit codes: 0 nothing above warning, 1 at least one error finding, 2 something that cannot be used.
 */
import { describeFailure } from '../messages/failures';
import type { Language } from '../messages/language';
import type { Failure } from '../workbook/failure';
import { parseArguments } from './arguments';
import { check } from './check';
import { init } from './init';
import type { CommandIo } from './io';
import { publish } from './publish';
import { reconcile } from './reconcile';
import { report } from './report';
import { wordsOf } from './words';

export type ExitCode = 0 | 1 | 2;

/** `argv` is what follows the name of the program. */
export async function run(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const parsed = parseArguments(argv);
  if (!parsed.ok) return refuse({ code: 'usage', problem: parsed.failure.problem }, null, parsed.failure.language, io);
  const options = parsed.value;
  switch (options.command) {
    case 'help':
      io.out(wordsOf(options.language).help);
      return 0;
    case 'check':
      return check(options, io, (failure, file) => refuse(failure, file, options.language, io));
    case 'report':
      return report(options, io, (failure, file) => refuse(failure, file, options.language, io));
    case 'init':
      return init(options, io, (failure, file) => refuse(failure, file, options.language, io));
    case 'reconcile':
      return reconcile(options, io, (failure, file) => refuse(failure, file, options.language, io));
    case 'publish':
      return publish(options, io, (failure, file) => refuse(failure, file, options.language, io));
  }
}

/** Says on one line what cannot be used, and what to do. */
function refuse(failure: Failure, file: string | null, language: Language, io: CommandIo): 2 {
  const { sentence, remedy } = describeFailure(failure, language);
  const namesFile =
    failure.code === 'fileMissing' || failure.code === 'fileExists' || failure.code === 'fileUnwritable';
  const before = file === null || namesFile ? '' : `${file}${wordsOf(language).colon}`;
  io.error(`${before}${sentence} ${remedy}`.trim() + '\n');
  return 2;
}

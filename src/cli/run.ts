/** Finds the command of a command line in the table of commands, and runs it. */
import { describeFailure } from '../messages/failures';
import type { Failure } from '../workbook/failure';
import { languageIn, readArguments, usage } from './arguments';
import { check } from './check-command';
import { cliWords } from './cli-words';
import type { Command, CommandIo, ExitCode } from './command';
import { helpText } from './help';
import { compare } from './compare-command';
import { init } from './init-command';
import { publish } from './publish-command';
import { reconcile } from './reconcile-command';
import { report } from './report-command';

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, Command>> = { check, report, reconcile, compare, publish, init };

/** `argv` is what follows the name of the program. */
export async function run(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const language = languageIn(argv);
  const words = cliWords(language);
  const refuse = (failure: Failure, file: string | null): 2 => {
    const { sentence, remedy } = describeFailure(failure, language);
    const before = file === null || 'path' in failure ? '' : `${file}${words.colon}`;
    io.error(`${before}${sentence} ${remedy}`.trim() + '\n');
    return 2;
  };
  if (argv.includes('--help') || argv.includes('-h')) {
    io.out(helpText(COMMANDS, language));
    return 0;
  }
  const [name, ...rest] = argv;
  if (name === undefined) return refuse(usage(words.noCommand), null);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return refuse(usage(words.unknownCommand(name)), null);
  const given = readArguments(rest, name, command.options, language);
  return given.ok ? command.run(given.value, { io, refuse }) : refuse(given.failure, null);
}

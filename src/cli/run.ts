/** Finds the command of a command line in the table of commands, and runs it. */
import { languageIn, readArguments, usage } from './arguments';
import { check } from './check-command';
import { cliWords } from './cli-words';
import { type Command, type CommandIo, refusalTo } from './command';
import type { ExitCode } from './file-outcome';
import { helpText } from './help';
import { compare } from './compare-command';
import { init } from './init-command';
import { publish } from './publish-command';
import { reconcile } from './reconcile-command';
import { report } from './report-command';
import { secondsOf, withinTime } from './time-limit';

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, Command>> = { check, report, reconcile, compare, publish, init };

/** `argv` is what follows the name of the program. */
export async function run(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const language = languageIn(argv);
  const words = cliWords(language);
  const refuse = refusalTo(io, language);
  if (argv.includes('--help') || argv.includes('-h')) {
    io.out(helpText(COMMANDS, language));
    return 0;
  }
  const [name, ...rest] = argv;
  if (name === undefined) return refuse(usage(words.noCommand), null);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return refuse(usage(words.unknownCommand(name)), null);
  const given = readArguments(rest, name, command.options, language);
  if (!given.ok) return refuse(given.failure, null);
  const terminal = { io, refuse };
  if (command === check || given.value.files.length === 0) return command.run(given.value, terminal);
  const seconds = secondsOf(given.value);
  if (!seconds.ok) return refuse(seconds.failure, null);
  return withinTime(given.value.files.join(', '), seconds.value, language, io, () =>
    command.run(given.value, terminal),
  );
}

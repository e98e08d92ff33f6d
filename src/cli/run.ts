/** Finds the command of a command line in the table of commands, and runs it. */
import { languageIn, readArguments, usage } from './arguments';
import { check } from './check-command';
import { cliWords } from './cli-words';
import { type Command, type CommandIo, refusalTo } from './command';
import type { ExitCode } from './file-outcome';
import { helpText } from './help';
import { secondsOf, withinTime } from './time-limit';

/** In the order of the help. Each but `check` is loaded when it is asked for: most of their code is of documents. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: () => Promise.resolve(check),
  report: async () => (await import(/* webpackChunkName: "report" */ './report-command')).report,
  reconcile: async () => (await import(/* webpackChunkName: "reconcile" */ './reconcile-command')).reconcile,
  compare: async () => (await import(/* webpackChunkName: "compare" */ './compare-command')).compare,
  publish: async () => (await import(/* webpackChunkName: "publish" */ './publish-command')).publish,
  init: async () => (await import(/* webpackChunkName: "init" */ './init-command')).init,
  export: async () => (await import(/* webpackChunkName: "export" */ './lake/export-command')).exportWorkbooks,
  query: async () => (await import(/* webpackChunkName: "query" */ './lake/query-command')).query,
};

/** `argv` is what follows the name of the program. */
export async function run(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const language = languageIn(argv);
  const words = cliWords(language);
  const refuse = refusalTo(io, language);
  if (argv.includes('--help') || argv.includes('-h')) {
    const all = Object.entries(COMMANDS).map(async ([name, load]) => [name, await load()] as const);
    io.out(helpText(Object.fromEntries(await Promise.all(all)), language));
    return 0;
  }
  const first = wordsOfLanguage(argv);
  const [name, ...others] = argv.slice(first);
  const rest = [...argv.slice(0, first), ...others];
  if (name === undefined) return refuse(usage(words.noCommand), null);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) return refuse(usage(words.unknownCommand(name)), null);
  const command = await load();
  const given = readArguments(rest, name, command.options, language);
  if (!given.ok) return refuse(given.failure, null);
  const terminal = { io, refuse };
  if (command.timesItself || given.value.files.length === 0) return command.run(given.value, terminal);
  const seconds = secondsOf(given.value);
  if (!seconds.ok) return refuse(seconds.failure, null);
  return withinTime(given.value.files.join(', '), seconds.value, language, io, () =>
    command.run(given.value, terminal),
  );
}

/** How many words give the language before the name of the command: `--lang en`, `--lang=en`. */
function wordsOfLanguage([first = '']: readonly string[]): number {
  if (first === '--lang') return 2;
  return first.startsWith('--lang=') ? 1 : 0;
}

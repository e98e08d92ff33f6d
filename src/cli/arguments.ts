/** The words of a command line, as options; or what is wrong with them, in the language asked for. */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { NamingField } from '../application/documents/publication';
import { parseDateText } from '../domain/calendar/date-text';
import { failure, type Result, success } from '../domain/result';
import type { Language } from '../messages/language';
import { wordsOf } from './words';

interface Common {
  readonly language: Language;
  /** A known identifier or the path of a JSON file; null for the workbook's own. */
  readonly convention: string | null;
  /** Null for today. */
  readonly asOf: CivilDate | null;
  /** The tables or sheets that are the ledger; empty to look for it. */
  readonly ledger: readonly string[];
  /** Who works, for the journal; empty when not said. */
  readonly author: string;
}

export interface CheckOptions extends Common {
  readonly command: 'check';
  readonly files: readonly string[];
  readonly format: 'text' | 'json';
}

export interface ReportOptions extends Common {
  readonly command: 'report';
  readonly file: string;
  readonly output: string;
  /** Names of documents; null for all of them. */
  readonly only: readonly string[] | null;
  /** True for copies with their values only, on sheets of their own. */
  readonly freeze: boolean;
}

export interface PublishOptions extends Common {
  readonly command: 'publish';
  readonly file: string;
  /** The folder to make, or the archive when it ends in `.zip`. */
  readonly output: string;
  /** Columns that name people or firms, published because the team says so. */
  readonly naming: readonly NamingField[];
  readonly contact: string;
}

export interface ReconcileOptions extends Common {
  readonly command: 'reconcile';
  readonly file: string;
  /** Extracts of Chorus, at least one: CSV files or workbooks. */
  readonly chorus: readonly string[];
  readonly format: 'text' | 'json';
  /** The copy to write the document of the reconciliation in; null for none. */
  readonly output: string | null;
}

export interface InitOptions {
  readonly command: 'init';
  readonly language: Language;
  /** A known identifier or the path of a JSON file. */
  readonly convention: string;
  /** The workbook to create. */
  readonly output: string;
  readonly author: string;
}

export interface HelpOptions {
  readonly command: 'help';
  readonly language: Language;
}

/** Options of the commands that read a workbook. */
export type WorkbookOptions = CheckOptions | ReportOptions | PublishOptions | ReconcileOptions;

export type Options = WorkbookOptions | InitOptions | HelpOptions;

/** What is wrong, and the language in which to say it. */
export interface UsageProblem {
  readonly language: Language;
  readonly problem: string;
}

/** Options that take a value, and the commands that know them. */
const VALUED: ReadonlyMap<string, readonly string[]> = new Map([
  ['--convention', ['check', 'report', 'publish', 'reconcile', 'init']],
  ['--as-of', ['check', 'report', 'publish', 'reconcile']],
  ['--ledger', ['check', 'report', 'publish', 'reconcile']],
  ['--lang', ['check', 'report', 'publish', 'reconcile', 'init', 'help']],
  ['--format', ['check', 'reconcile']],
  ['--chorus', ['reconcile']],
  ['--output', ['report', 'publish', 'reconcile', 'init']],
  ['--author', ['report', 'reconcile', 'init']],
  ['--only', ['report']],
  ['--with', ['publish']],
  ['--contact', ['publish']],
]);

/** Options that stand alone. */
const FLAGS: ReadonlyMap<string, readonly string[]> = new Map([['--freeze', ['report']]]);

const COMMANDS = ['check', 'report', 'publish', 'reconcile', 'init'] as const;

function isCommand(word: string): word is (typeof COMMANDS)[number] {
  return COMMANDS.some((command) => command === word);
}

/** Reads the arguments that follow the name of the program. */
export function parseArguments(argv: readonly string[]): Result<Options, UsageProblem> {
  const language = languageIn(argv);
  const words = wordsOf(language);
  const refuse = (problem: string): Result<never, UsageProblem> => failure({ language, problem });
  if (argv.includes('--help') || argv.includes('-h')) return success({ command: 'help', language });
  const [command, ...rest] = argv;
  if (command === undefined) return refuse(words.noCommand);
  if (!isCommand(command)) return refuse(words.unknownCommand(command));
  const split = splitOptions(rest, command, language);
  if (!split.ok) return split;
  const { files, values } = split.value;
  const date = values.get('--as-of')?.at(-1);
  const asOf = date === undefined ? null : parseDateText(date);
  if (date !== undefined && asOf === null) return refuse(words.badDate(date));
  const lang = values.get('--lang')?.at(-1);
  if (lang !== undefined && lang !== 'fr' && lang !== 'en') return refuse(words.badChoice('--lang', lang, 'fr, en'));
  const last = (name: string): string | undefined => values.get(name)?.at(-1);
  const common = {
    language,
    asOf,
    convention: last('--convention') ?? null,
    ledger: values.get('--ledger') ?? [],
    author: last('--author') ?? '',
  };
  if (command === 'init') return initOptions(common, files, values);
  if (command === 'check') return checkOptions(common, files, values);
  if (command === 'reconcile') return reconcileOptions(common, filesBeforeChorus(rest, files), values);
  return command === 'report' ? reportOptions(common, files, values) : publishOptions(common, files, values);
}

function languageIn(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = at < 0 ? '' : (argv[at]!.split('=')[1] ?? argv[at + 1] ?? '');
  return value === 'en' ? 'en' : 'fr';
}

interface Split {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** `--name value` and `--name=value`; what follows `--` is a file whatever it looks like. */
function splitOptions(argv: readonly string[], command: string, language: Language): Result<Split, UsageProblem> {
  const words = wordsOf(language);
  const files: string[] = [];
  const values = new Map<string, string[]>();
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at]!;
    if (word === '--') {
      files.push(...argv.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      files.push(word);
      continue;
    }
    if (FLAGS.get(word)?.includes(command)) {
      values.set(word, ['']);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (!VALUED.get(name)?.includes(command)) return failure({ language, problem: words.unknownOption(name, command) });
    const value = equals < 0 ? argv[(at += 1)] : word.slice(equals + 1);
    if (value === undefined || value === '') return failure({ language, problem: words.noValue(name) });
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return success({ files, values });
}

function checkOptions(
  common: Common,
  files: readonly string[],
  values: Split['values'],
): Result<CheckOptions, UsageProblem> {
  const { language } = common;
  const words = wordsOf(language);
  if (files.length === 0) return failure({ language, problem: words.noFile });
  const format = values.get('--format')?.at(-1) ?? 'text';
  if (format !== 'text' && format !== 'json')
    return failure({ language, problem: words.badChoice('--format', format, 'text, json') });
  return success({ ...common, command: 'check', files, format });
}

function reportOptions(
  common: Common,
  files: readonly string[],
  values: Split['values'],
): Result<ReportOptions, UsageProblem> {
  const { language } = common;
  const words = wordsOf(language);
  const ends = fileAndOutput(language, files, values, words.noOutput);
  if (!ends.ok) return ends;
  const { file, output } = ends.value;
  if (extensionOf(output) !== extensionOf(file))
    return failure({ language, problem: words.otherExtension(extensionOf(file)) });
  return success({
    ...common,
    command: 'report',
    file,
    output,
    only: listsOf(values, '--only'),
    freeze: values.has('--freeze'),
  });
}

/**
 * The one workbook of a command and where it writes; `noOutput` is the sentence for a command line that does not say
 * where.
 */
function fileAndOutput(
  language: Language,
  files: readonly string[],
  values: Split['values'],
  noOutput: string,
): Result<{ readonly file: string; readonly output: string }, UsageProblem> {
  const words = wordsOf(language);
  const [file] = files;
  const output = values.get('--output')?.at(-1);
  if (file === undefined) return failure({ language, problem: words.noFile });
  if (files.length > 1) return failure({ language, problem: words.oneFile });
  return output === undefined ? failure({ language, problem: noOutput }) : success({ file, output });
}

/** The columns that name people or firms, as their headings are called. */
const NAMING: ReadonlyMap<string, NamingField> = new Map([
  ['titulaire', 'supplier'],
  ['objet', 'label'],
]);

function publishOptions(
  common: Common,
  files: readonly string[],
  values: Split['values'],
): Result<PublishOptions, UsageProblem> {
  const { language } = common;
  const words = wordsOf(language);
  const ends = fileAndOutput(language, files, values, words.noFolder);
  if (!ends.ok) return ends;
  const { file, output } = ends.value;
  const naming: NamingField[] = [];
  for (const name of listsOf(values, '--with') ?? []) {
    const field = NAMING.get(name.toLowerCase());
    if (!field) return failure({ language, problem: words.badChoice('--with', name, [...NAMING.keys()].join(', ')) });
    naming.push(field);
  }
  return success({
    ...common,
    command: 'publish',
    file,
    output,
    naming,
    contact: values.get('--contact')?.at(-1) ?? '',
  });
}

/** The workbook comes first among the files named before `--chorus`, last among those named after it. */
function filesBeforeChorus(argv: readonly string[], files: readonly string[]): readonly string[] {
  const chorus = argv.findIndex((word) => word === '--chorus' || word.startsWith('--chorus='));
  const [first] = files;
  const isFirst = first !== undefined && (chorus < 0 || argv.indexOf(first) < chorus);
  return isFirst ? files : [...files.slice(-1), ...files.slice(0, -1)];
}

/** `--chorus a.csv b.xlsx`: what follows the first extract are extracts too. */
function reconcileOptions(
  common: Common,
  files: readonly string[],
  values: Split['values'],
): Result<ReconcileOptions, UsageProblem> {
  const { language } = common;
  const words = wordsOf(language);
  const [file, ...others] = files;
  const chorus = [...(values.get('--chorus') ?? []), ...others];
  if (file === undefined) return failure({ language, problem: words.noFile });
  if (!values.has('--chorus')) return failure({ language, problem: words.noExtract });
  const format = values.get('--format')?.at(-1) ?? 'text';
  if (format !== 'text' && format !== 'json')
    return failure({ language, problem: words.badChoice('--format', format, 'text, json') });
  const output = values.get('--output')?.at(-1) ?? null;
  if (output !== null && extensionOf(output) !== extensionOf(file))
    return failure({ language, problem: words.otherExtension(extensionOf(file)) });
  return success({ ...common, command: 'reconcile', file, chorus, format, output });
}

function initOptions(
  { language, convention, author }: Common,
  files: readonly string[],
  values: Split['values'],
): Result<InitOptions, UsageProblem> {
  const words = wordsOf(language);
  const output = values.get('--output')?.at(-1);
  if (files.length > 0) return failure({ language, problem: words.noWorkbookWanted });
  if (convention === null) return failure({ language, problem: words.noConvention });
  if (output === undefined || extensionOf(output) !== '.xlsx')
    return failure({ language, problem: words.noNewWorkbook });
  return success({ command: 'init', language, convention, output, author });
}

/** The names of `a,b` given once or several times; null when the option is not given. */
function listsOf(values: Split['values'], option: string): readonly string[] | null {
  const lists = values.get(option);
  if (!lists) return null;
  return lists.flatMap((list) => list.split(',').map((name) => name.trim())).filter((name) => name !== '');
}

function extensionOf(path: string): string {
  return /\.[^.\\/]+$/.exec(path)?.[0].toLowerCase() ?? '';
}

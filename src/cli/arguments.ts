/** The arguments that follow the name of a command: files and options, or one sentence about the first one refused. */
import { parseArgs } from 'node:util';
import type { CivilDate } from '../domain/calendar/civil-date';
import { parseDayOfFullYear } from '../domain/calendar/date-text';
import { failure, type Result, success } from '../domain/result';
import { type Language, LANGUAGES } from '../messages/language';
import type { Failure } from '../workbook/failure';
import { cliWords } from './cli-words';

/** An option, given as `--name value` or `--name=value`; a boolean one is given alone. */
export interface Option extends Readonly<Record<Language, OptionHelp>> {
  readonly type: 'string' | 'boolean';
}

/** The placeholder of the value, and the sentence; a new line starts a line of the help. */
export type OptionHelp = readonly [placeholder: string, sentence: string];

/** The values of an option in order, and the number of files before its first occurrence. */
interface OptionValues {
  readonly texts: readonly string[];
  readonly filesBefore: number;
}

/** The files and options of a command; an option that the command does not declare does not compile. */
export class GivenArguments<O extends string> {
  constructor(
    readonly language: Language,
    readonly files: readonly string[],
    private readonly values: ReadonlyMap<string, OptionValues>,
    /** Null for today. */
    readonly asOf: CivilDate | null,
  ) {}

  /** Every value of a repeatable option. */
  all(option: O): readonly string[] {
    return this.values.get(option)?.texts ?? [];
  }

  /** The last value of an option; null when it is not given. */
  last(option: O): string | null {
    return this.all(option).at(-1) ?? null;
  }

  has(option: O): boolean {
    return this.values.has(option);
  }

  /** The number of files before the first occurrence of an option; all of them when it is not given. */
  filesBefore(option: O): number {
    return this.values.get(option)?.filesBefore ?? this.files.length;
  }

  /** The first option given besides those; null for none. */
  besides(options: readonly O[]): string | null {
    return [...this.values.keys()].find((name) => !options.includes(name as O)) ?? null;
  }

  /** The names of a list such as `a,b`, repeatable; null when the option is not given. */
  list(option: O): readonly string[] | null {
    if (!this.has(option)) return null;
    return this.all(option)
      .flatMap((list) => list.split(',').map((name) => name.trim()))
      .filter((name) => name !== '');
  }

  /** The same options for one file, as the words of a command. */
  wordsFor(file: string): readonly string[] {
    const words = [...this.values].flatMap(([name, { texts }]) =>
      texts.map((text) => (text === '' ? `--${name}` : `--${name}=${text}`)),
    );
    return [...words, '--', file];
  }

  /** The last value of an option, which must be one of the choices; the first of them when it is not given. */
  choice<C extends string>(option: O, choices: readonly [C, ...C[]]): Result<C, Failure> {
    return chosen(option, this.last(option) ?? choices[0], choices, this.language);
  }
}

/** Options whose first value would be left out: it decides the figures, or where they are written. */
const ONCE: ReadonlySet<string> = new Set(['convention', 'as-of', 'from', 'to', 'output']);

/** A failure for an argument that cannot be used. */
export function usage(problem: string): Failure {
  return { code: 'usage', problem };
}

/** The language of the sentences, known before anything else is read; French unless `--lang en` is given. */
export function languageIn(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = at < 0 ? '' : (argv[at]!.split('=')[1] ?? argv[at + 1] ?? '');
  return LANGUAGES.find((language) => language === value) ?? 'fr';
}

/** Reads what follows the name of a command. A word after `--` is a file, whatever it looks like. */
export function readArguments<O extends string>(
  argv: readonly string[],
  command: string,
  options: Readonly<Record<O, Option>>,
  language: Language,
): Result<GivenArguments<O>, Failure> {
  const words = cliWords(language);
  const files: string[] = [];
  const values = new Map<string, OptionValues>();
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const [name = ''] = (argv[token.index] ?? '').split('=', 1);
    const option = Object.hasOwn(options, token.name) ? options[token.name as O] : undefined;
    if (!option || (option.type === 'boolean' && token.value !== undefined))
      return failure(usage(words.unknownOption(name, command)));
    if (option.type === 'string' && !token.value) return failure(usage(words.noValue(name)));
    if (ONCE.has(token.name) && values.has(token.name)) return failure(usage(words.givenTwice(name)));
    const known = values.get(token.name) ?? { texts: [], filesBefore: files.length };
    values.set(token.name, { ...known, texts: [...known.texts, token.value ?? ''] });
  }
  const date = values.get('as-of')?.texts.at(-1);
  const asOf = date === undefined ? null : parseDayOfFullYear(date);
  if (date !== undefined && asOf === null) return failure(usage(words.badDate(date)));
  const lang = chosen('lang', values.get('lang')?.texts.at(-1) ?? language, LANGUAGES, language);
  return lang.ok ? success(new GivenArguments<O>(language, files, values, asOf)) : lang;
}

function chosen<C extends string>(
  option: string,
  value: string,
  choices: readonly C[],
  language: Language,
): Result<C, Failure> {
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return success(choice);
  return failure(usage(cliWords(language).badChoice(`--${option}`, value, choices.join(', '))));
}

/** The extension of a path in lower case, with its dot. */
export function extensionOf(path: string): string {
  return /\.[^.\\/]+$/.exec(path)?.[0].toLowerCase() ?? '';
}

/** True for a copy of another kind than its workbook; a path without an extension, as a folder, is refused when read. */
export function isOfOtherKind(copy: string, workbook: string): boolean {
  const extension = extensionOf(workbook);
  return extension !== '' && extensionOf(copy) !== extension;
}

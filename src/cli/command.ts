/** The contract of a command: its options, its help, and the machine that it runs on, which a test can replace. */
import type { Codec } from '../adapters/xlsx/package/codec';
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Result } from '../domain/result';
import { describeFailure } from '../messages/failures';
import type { Language } from '../messages/language';
import { en, fr } from '../messages/typography';
import type { Failure } from '../workbook/failure';
import type { GivenArguments, Option } from './arguments';
import { cliWords } from './cli-words';
import type { ExitCode, FileOutcome } from './file-outcome';
import type { LakePort } from './lake/lake-port';

export interface CommandIo {
  /** The bytes of a file; refuses one that is missing, is a folder or cannot be read. */
  read(path: string): Promise<Result<Uint8Array, Failure>>;
  /**
   * Writes a file that must not exist yet, with the permissions of `like` when it is given; leaves nothing behind when
   * it fails or is interrupted.
   */
  writeNew(path: string, bytes: Uint8Array, like: string | null): Promise<Result<null, Failure>>;
  exists(path: string): Promise<boolean>;
  /** Makes a folder with these files. It must not exist, or be empty; leaves nothing behind when a file fails. */
  writeFolder(
    path: string,
    files: readonly (readonly [name: string, bytes: Uint8Array])[],
  ): Promise<Result<null, Failure>>;
  /** The workbooks of folders and patterns, in order; a name of a file is kept as it is. */
  expand(paths: readonly string[]): Promise<Result<readonly string[], Failure>>;
  /** Work that is stopped, with this sentence, when it takes longer than that; the command then ends with code 2. */
  within<T>(seconds: number, sentence: string, work: () => Promise<T>): Promise<T>;
  /** Runs each of these commands over one workbook, several at a time; the outcomes come in their order. */
  each(commands: readonly (readonly string[])[]): AsyncIterable<FileOutcome>;
  /** Shows on a terminal how many workbooks are done; nothing elsewhere. */
  progress(done: number, total: number): void;
  out(text: string): void;
  error(text: string): void;
  today(): CivilDate;
  /** `2024-01-15T09:30:00.000Z`. */
  now(): string;
  readonly codec: Codec;
  /** Consolidations of many workbooks, by an optional package. */
  readonly lake: LakePort;
}

/** Where a command prints: `refuse` writes one line on the error output, after the name of the file if any. */
export interface Terminal {
  readonly io: CommandIo;
  readonly refuse: (failure: Failure, file: string | null) => 2;
}

/** The end of a command over one workbook. */
export type ThreadEnd = Pick<FileOutcome, 'code' | 'summary'>;

/** Runs a command over one workbook, for another that shares many among threads (`in-thread.ts`). */
export type ThreadCommand = (words: readonly string[], terminal: Terminal, language: Language) => Promise<ThreadEnd>;

/** Prints a refusal as one line on the error output. */
export function refusalTo(io: Pick<CommandIo, 'error'>, language: Language): Terminal['refuse'] {
  return (failure, file) => {
    const { sentence, remedy } = describeFailure(failure, language);
    const before = file === null || 'path' in failure ? '' : `${file}${cliWords(language).colon}`;
    io.error(`${before}${sentence} ${remedy}`.trim() + '\n');
    return 2;
  };
}

export interface Command<O extends string = string> {
  readonly options: Readonly<Record<O, Option>>;
  readonly help: Readonly<Record<Language, { readonly usage: string; readonly purpose: string }>>;
  /** True when `run` gives each workbook its own time, or reads none; otherwise the command has the time of one. */
  readonly timesItself?: true;
  run(given: GivenArguments<O>, terminal: Terminal): Promise<ExitCode>;
}

/** A command whose `run` can ask for its own options only. */
export function defineCommand<O extends string>(command: Command<O>): Command<O> {
  return command;
}

const LANG: Option = {
  type: 'string',
  fr: ['fr|en', fr`langue des phrases`],
  en: ['fr|en', en`language of the sentences`],
};

/** Every command that creates a workbook knows it; the help shows an option once. */
export const AUTHOR: Option = {
  type: 'string',
  fr: ['NOM', fr`auteur à inscrire au journal (aussi pour reconcile et init)`],
  en: ['NAME', en`author to write in the journal (for reconcile and init too)`],
};

/** The options of every command that reads a workbook. */
export const COMMON_OPTIONS = {
  convention: {
    type: 'string',
    fr: ['ID|FICHIER.json', fr`convention à appliquer ; sinon celle du classeur (tables ENV_…)`],
    en: ['ID|FILE.json', en`convention to apply; otherwise the workbook's own (ENV_… tables)`],
  },
  'as-of': {
    type: 'string',
    fr: ['AAAA-MM-JJ', fr`date de la situation ; sinon aujourd'hui`],
    en: ['YYYY-MM-DD', en`date of the situation; otherwise today`],
  },
  ledger: {
    type: 'string',
    fr: ['NOM', fr`table ou feuille du suivi, quand plusieurs conviennent (répétable)`],
    en: ['NAME', en`table or sheet of the ledger, when several could be it (repeatable)`],
  },
  map: {
    type: 'string',
    fr: [
      'EN-TÊTE=CHAMP',
      fr`champ d'une colonne, comme "Engagé=Montant AE" ; rien après = : colonne non lue (répétable)`,
    ],
    en: ['HEADING=FIELD', en`field of a column, such as "Engagé=Montant AE"; nothing after =: not read (repeatable)`],
  },
  timeout: {
    type: 'string',
    fr: ['SECONDES', fr`temps donné à chaque classeur ; sinon ${'30'}`],
    en: ['SECONDS', en`time given to each workbook; otherwise ${'30'}`],
  },
  lang: LANG,
} as const satisfies Readonly<Record<string, Option>>;

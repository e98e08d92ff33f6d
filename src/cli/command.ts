/** The contract of a command: its options, its help, and the machine that it runs on, which a test can replace. */
import type { Codec } from '../adapters/xlsx/package/codec';
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Result } from '../domain/result';
import type { Language } from '../messages/language';
import { en, fr } from '../messages/typography';
import type { Failure } from '../workbook/failure';
import type { GivenArguments, Option } from './arguments';

/** 0: nothing above warning; 1: at least one error finding; 2: something that cannot be used. */
export type ExitCode = 0 | 1 | 2;

export interface CommandIo {
  /** The bytes of a file; refuses one that is missing, is a folder or cannot be read. */
  read(path: string): Promise<Result<Uint8Array, Failure>>;
  /** Writes a file that must not exist yet; leaves nothing behind when it fails. */
  writeNew(path: string, bytes: Uint8Array): Promise<Result<null, Failure>>;
  exists(path: string): Promise<boolean>;
  /** Makes a folder with these files. It must not exist, or be empty; leaves nothing behind when a file fails. */
  writeFolder(
    path: string,
    files: readonly (readonly [name: string, bytes: Uint8Array])[],
  ): Promise<Result<null, Failure>>;
  out(text: string): void;
  error(text: string): void;
  today(): CivilDate;
  /** `2024-01-15T09:30:00.000Z`. */
  now(): string;
  readonly codec: Codec;
}

/** Where a command prints: `refuse` writes one line on the error output, after the name of the file if any. */
export interface Terminal {
  readonly io: CommandIo;
  readonly refuse: (failure: Failure, file: string | null) => 2;
}

export interface Command<O extends string = string> {
  readonly options: Readonly<Record<O, Option>>;
  readonly help: Readonly<Record<Language, { readonly usage: string; readonly purpose: string }>>;
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
  lang: LANG,
} as const satisfies Readonly<Record<string, Option>>;

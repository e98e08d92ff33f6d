/** The summary of several workbooks: a table to read, or CSV with one line for each envelope. */
import { csvOf, type CsvTable } from '../documents/publication/published-table';
import { Euros } from '../domain/money/euros';
import { NATURES } from '../domain/money/nature';
import { formatAmount, formatCount } from '../messages/format';
import type { Language } from '../messages/language';
import { en, fr } from '../messages/typography';
import { cliWords } from './cli-words';
import type { FileOutcome, FileSummary } from './file-outcome';
import { inColumns } from './text-layout';

/** A workbook and its outcome. */
export interface FileResult {
  readonly file: string;
  readonly outcome: FileOutcome;
}

const FRENCH = {
  summary: fr`Synthèse`,
  headings: [
    fr`classeur`,
    fr`convention`,
    fr`erreurs`,
    fr`non lu`,
    fr`enveloppe`,
    fr`AE non engagées`,
    fr`CP non payés`,
  ],
  unusable: fr`non contrôlé`,
  notCalculable: fr`non calculable`,
};
const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    summary: en`Summary`,
    headings: [en`workbook`, en`convention`, en`errors`, en`unread`, en`envelope`, en`AE remaining`, en`CP remaining`],
    unusable: en`not checked`,
    notCalculable: en`not calculable`,
  },
};

/** The table, then a line of totals. */
export function textSummary(results: readonly FileResult[], language: Language): string {
  const words = WORDS[language];
  const amount = (cents: number | null): string =>
    cents === null ? words.notCalculable : formatAmount(cents, language);
  const rows = results.flatMap(({ file, outcome: { summary } }) => {
    if (summary === null) return [[file, words.unusable, '', '', '', '', '']];
    const unread = summary.unread.places === 0 ? '' : amount(summary.unread.cents);
    const head = [file, summary.convention, formatCount(summary.errors, language), unread];
    return summary.envelopes.map(({ code, remaining }, index) => [
      ...(index === 0 ? head : ['', '', '', '']),
      code,
      ...NATURES.map((nature) => amount(remaining[nature])),
    ]);
  });
  const table = inColumns([words.headings, ...rows], 2);
  return [`${words.summary}${cliWords(language).colon.trimEnd()}`, ...table, '', totals(results, language)].join('\n');
}

function totals(results: readonly FileResult[], language: Language): string {
  const summaries = results.flatMap(({ outcome }) => outcome.summary ?? []);
  const sum = (of: (summary: FileSummary) => number): number =>
    summaries.reduce((total, summary) => total + of(summary), 0);
  const words = cliWords(language);
  const accepted = sum((summary) => summary.accepted.findings);
  const all = words.filesTotal(summaries.length, results.length, {
    read: sum(({ read }) => read),
    checked: sum(({ checked }) => checked),
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
    infos: sum(({ infos }) => infos),
  });
  return accepted === 0 ? all : `${all}\n${words.ofWhichAccepted(accepted)}`;
}

const FIELDS: CsvTable['fields'] = [
  { name: 'file', type: 'string' },
  { name: 'convention', type: 'string' },
  { name: 'problem', type: 'string' },
  { name: 'errors', type: 'integer' },
  { name: 'warnings', type: 'integer' },
  { name: 'rows_read', type: 'integer' },
  { name: 'rows_checked', type: 'integer' },
  { name: 'unread_places', type: 'integer' },
  { name: 'unread_sum', type: 'number' },
  { name: 'envelope', type: 'string' },
  { name: 'ae_remaining', type: 'number' },
  { name: 'cp_remaining', type: 'number' },
  { name: 'accepted_errors', type: 'integer' },
];

/** One line for each envelope of each workbook; a workbook that could not be used has one line, with the reason. */
export function csvSummary(results: readonly FileResult[]): string {
  const rows = results.flatMap(({ file, outcome: { summary, error } }): (string | null)[][] => {
    if (summary === null) return [[file, null, error.trim(), ...Array.from({ length: 10 }, () => null)]];
    const { errors, warnings, read, checked, unread, accepted } = summary;
    const counts = [errors, warnings, read, checked, unread.places].map(String);
    return summary.envelopes.map(({ code, remaining }) => [
      file,
      summary.convention,
      null,
      ...counts,
      decimalOf(unread.cents),
      code,
      decimalOf(remaining.AE),
      decimalOf(remaining.CP),
      String(accepted.errors),
    ]);
  });
  return csvOf({ fields: FIELDS, rows });
}

function decimalOf(cents: number | null): string | null {
  return cents === null ? null : Euros.fromCents(cents).toDecimalString();
}

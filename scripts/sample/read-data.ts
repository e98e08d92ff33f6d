/**
 * The readable data of the sample → cells. `lignes.csv` is written as the team's table looks, with three marks: `'12` is
 * a text in a cell (Excel's own apostrophe), `=12` a number, `=formula → result` a formula with its result.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDateText } from '../../src/domain/calendar/date-text';
import type { CivilDate } from '../../src/domain/calendar/civil-date';
import type { ImputationRule, RapEntry } from '../../src/domain/envelopes/convention';
import { IMPUTATION_FIELDS } from '../../src/domain/imputation/imputation';
import { readAmountText } from '../../src/domain/money/amount-text';
import { Euros } from '../../src/domain/money/euros';
import { assert } from '../../src/domain/result';
import { fieldOfName } from '../../src/workbook/ledger/headings';
import type { PlannedCell, StyleName } from '../../src/workbook/plan';
import { serialOfDate } from '../../src/workbook/serials';

export interface LedgerData {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly PlannedCell[])[];
}

const FOLDER = join(__dirname, '..', '..', 'samples', 'suivi-2023');
const TOTAL = /^(sous-total|total)/i;

/** The team's table. */
export function readLedgerData(): LedgerData {
  const [headings = [], ...lines] = readCsv('lignes.csv');
  const styles = headings.map(styleOf);
  return {
    headings,
    rows: lines.map((line) => headings.map((_, column) => cellOf(line, column, styles[column] ?? 'text'))),
  };
}

/** The earlier EJ that the opening RAP pays. */
export function readRapData(): readonly RapEntry[] {
  const [, ...lines] = readCsv('rap.csv');
  return lines.map(([ej = '', amount = '']) => ({ ej, amount: Euros.fromCents<'CP'>(centsOf(amount)) }));
}

/** The dated codes that the team adds to those of the convention. */
export function readImputationData(): readonly ImputationRule[] {
  const [, ...lines] = readCsv('imputations.csv');
  return lines.map(([name = '', value = '', from = '', until = '']) => {
    const field = IMPUTATION_FIELDS.find((known) => known === fieldOfName(name));
    assert(field, `${name} is a field of the imputation`);
    return { field, label: '', value, aliases: [], envelope: null, from: dateOf(from), until: dateOf(until) };
  });
}

function readCsv(name: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(FOLDER, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => splitLine(line));
}

/** Fields separated by `;`, those with quotes quoted. */
function splitLine(line: string): readonly string[] {
  const fields = line.match(/("(?:[^"]|"")*"|[^;]*)(;|$)/g) ?? [];
  const unquote = (field: string): string => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
  const read = fields.map((field) => unquote(field.replace(/;$/, '')));
  return line.endsWith(';') ? read : read.slice(0, -1);
}

function styleOf(heading: string): StyleName {
  if (heading.startsWith('Date')) return 'date';
  if (heading.startsWith('Montant')) return 'amount';
  return /^(N°|Poste EJ|Domaine|Centre|Activité)/.test(heading) ? 'code' : 'text';
}

function cellOf(line: readonly string[], column: number, style: StyleName): PlannedCell {
  const text = line[column] ?? '';
  const look = TOTAL.test(line[0] ?? '') ? (style === 'amount' ? 'totalAmount' : 'totalLabel') : style;
  if (text === '') return { value: null, style: look };
  if (text.startsWith("'")) return { value: text.slice(1), style: 'text' };
  if (text.startsWith('=')) return markedCell(text.slice(1));
  if (style === 'date') {
    const date = dateOf(text);
    return date === null ? { value: text, style: 'text' } : { value: serialOfDate(date, false), style };
  }
  if (style === 'amount') {
    const amount = readAmountText(text);
    return amount === null ? { value: text, style: 'text' } : { value: amount.cents / 100, style: look };
  }
  return { value: text, style: look };
}

function markedCell(text: string): PlannedCell {
  const [formula = '', shown] = text.split(' → ');
  if (shown !== undefined) return { value: { error: shown }, formula: `=${formula}`, style: 'text' };
  return { value: Number(formula), style: 'text' };
}

function dateOf(text: string): CivilDate | null {
  return text === '' ? null : parseDateText(text);
}

function centsOf(text: string): number {
  const amount = readAmountText(text);
  assert(amount, `${text} is an amount`);
  return amount.cents;
}

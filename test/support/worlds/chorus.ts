/**
 * The extract that Chorus would give of a ledger: one line for each signed commitment and payment, as in INF-BUD-53.
 */
import { readExtract } from '../../../src/chorus/read-extract';
import { partsOf, type CivilDate } from '../../../src/domain/calendar/civil-date';
import type { LedgerField } from '../../../src/domain/envelopes/ledger';
import type { ChorusExtract } from '../../../src/domain/reconciliation/extract';
import { dateOfSerial } from '../../../src/workbook/serials';
import { IMPUTATION_FIELDS } from '../../../src/domain/imputation/imputation';
import type { Row, World } from './world';

/** A line of an extract: a row of the ledger as Chorus has it. */
export interface ChorusRow {
  readonly nature: 'AE' | 'CP';
  readonly of: Row;
}

export const AE_SOURCE = 'INF-BUD-53 engagements.csv';
export const CP_SOURCE = 'INF-BUD-53 paiements.csv';

/** The lines of a clean ledger. */
export function chorusOf({ rows }: World): ChorusRow[] {
  return rows.flatMap((row): ChorusRow[] => {
    const lines: ChorusRow[] = [];
    if (typeof row.ae === 'number' && row.status !== 'Projet') lines.push({ nature: 'AE', of: { ...row } });
    if (typeof row.cp === 'number' && typeof row.paymentDate === 'number') lines.push({ nature: 'CP', of: { ...row } });
    return lines;
  });
}

const CODE_HEADINGS: Readonly<Partial<Record<LedgerField, string>>> = {
  programme: 'Programme',
  functionalDomain: 'Domaine fonctionnel',
  financialCentre: 'Centre financier',
  activity: 'Référentiel de programmation',
  costCentre: 'Centre de coûts',
  ministerialAxis1: 'Axe ministériel 1',
  ministerialAxis2: 'Axe ministériel 2',
};
const AE_COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['N° EJ', ({ ejNumber }) => String(ejNumber ?? '#')],
  ['N° poste EJ', ({ ejLine }) => String(ejLine ?? '#')],
  ['Date de réplication', ({ commitmentDate }) => dayText(commitmentDate)],
  ['Bascule des EJ non soldés', () => '0,00'],
  ['Montant engagé (EUR)', ({ ae }) => amountText(ae)],
];
const CP_COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['N° EJ', ({ ejNumber }) => String(ejNumber ?? '#')],
  ['N° DP', ({ dpNumber }) => String(dpNumber ?? '#')],
  ['Date de dernière opération sur la DP', ({ paymentDate }) => dayText(paymentDate)],
  ['Montant payé (EUR)', ({ cp }) => amountText(cp)],
];

/** The text of the extract of a nature: cells separated by tabs, headings on the first line. */
export function extractText(world: World, nature: 'AE' | 'CP'): string {
  const fields = IMPUTATION_FIELDS.filter((field) => world.columns.includes(field));
  const columns = nature === 'AE' ? AE_COLUMNS : CP_COLUMNS;
  const headings = [...fields.map((field) => CODE_HEADINGS[field] ?? ''), ...columns.map(([heading]) => heading)];
  const lines = linesOf(world, nature).map(({ of }) => [
    ...fields.map((field) => String(of[field] ?? '#').trim()),
    ...columns.map(([, text]) => text(of)),
  ]);
  return [headings, ...lines].map((cells) => cells.join('\t')).join('\n');
}

/** The extracts of a world that is reconciled. */
export function extractsOf(world: World): readonly ChorusExtract[] {
  return (['AE', 'CP'] as const).map((nature) => {
    const read = readExtract({ source: sourceOf(nature), text: extractText(world, nature) });
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    return read.value;
  });
}

/** `INF-BUD-53 paiements.csv:12`. */
export function placeOfLine(world: World, line: ChorusRow): string {
  return `${sourceOf(line.nature)}:${linesOf(world, line.nature).indexOf(line) + 2}`;
}

function sourceOf(nature: 'AE' | 'CP'): string {
  return nature === 'AE' ? AE_SOURCE : CP_SOURCE;
}

function linesOf({ chorus }: World, nature: 'AE' | 'CP'): readonly ChorusRow[] {
  return (chorus ?? []).filter((line) => line.nature === nature);
}

function dayText(cell: unknown): string {
  const date = typeof cell === 'number' ? dateOfSerial(cell, false) : null;
  if (date === null) return '#';
  const { day, month, year } = partsOf(date as CivilDate);
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

function amountText(cell: unknown): string {
  return typeof cell === 'number' ? cell.toFixed(2).replace('.', ',') : '0,00';
}

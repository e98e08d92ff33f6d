/** The titles over the columns of a table and the name of its sheet: what they leave in doubt, and what they lower. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { movedBy, workbookOf, type SheetGiven } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const HEADINGS = ['N° EJ', 'Date EJ', 'Axe 2', 'Montant AE'];
const ej = (number: number, ae: number): readonly CellValue[] => [`14000000${number}`, 45_000, 'PDE', ae];

/** The AE that count, in euros, and the findings on titles: « 600 DON-10 ». */
function read(...sheets: readonly SheetGiven[]): string {
  const workbook = workbookOf(...sheets);
  const [inPlace = '', moved] = [workbook, movedBy(workbook, 3, 2)].map((one) => {
    const opened = openDossier(one, { convention: convention2023() });
    if (!opened.ok) return opened.failure.code;
    const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
    const ae = dossier.ledger.rows.reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents / 100 : 0), 0);
    const found = report.findings.map(({ rule }) => rule).filter((rule) => /DON-10|LEC-0[15]/.test(rule));
    return [ae, ...found].join(' ');
  });
  expect(moved).toBe(inPlace);
  return inPlace;
}

/** Commitments of 1 000 €, beside others of 400 € under a title. */
function beside(title: string): string {
  const rows: Rows = [
    ['Engagements', null, null, null, null, title],
    [...HEADINGS, null, ...HEADINGS],
    [...ej(11, 1000), null, ...ej(12, 400)],
  ];
  return read({ name: 'Suivi', rows });
}

test.each([
  ['Dégagements', '600 DON-10'],
  ['Retraits', '600 DON-10'],
  ['Engagements annulés', '1400 LEC-05'],
  ['Hors convention', '1400 LEC-05'],
  ['Avenants', '1400'],
])('the title « %s » over the table on the right is that of its rows: %s', (title, expected) => {
  expect(beside(title)).toBe(expected);
});

test('each part of two tables side by side has the titles of its own columns', () => {
  const rows: Rows = [
    [...HEADINGS, null, ...HEADINGS],
    [...ej(11, 1000), null, 'Engagements annulés'],
    [...ej(12, 100), null, ...ej(13, 400)],
  ];
  expect(read({ name: 'Suivi', rows })).toBe('1500 LEC-05');
});

test.each<readonly [string, Rows, string]>([
  ['four rows above', [['ENGAGEMENTS ANNULÉS'], [], [], []], '9000 LEC-05'],
  ['above another title', [['Engagements annulés'], ['Mis à jour le 3 mai'], []], '9000 LEC-05'],
  ['above a row of a few words', [['Retraits'], ['DGE', 'SCIDE']], '-9000 DON-10'],
  ['among sentences', [['Les engagements annulés sont en rouge.'], ['Suivi des engagements']], '9000'],
  ['above a summary', [['Engagements annulés'], ['Total', 12], []], '9000'],
])('a title %s', (_, above, expected) => {
  expect(read({ name: 'Suivi', rows: [...above, HEADINGS, ej(11, 9000)] })).toBe(expected);
});

test('a title above an Excel Table is that of its rows', () => {
  const rows: Rows = [['Engagements annulés'], [], HEADINGS, ej(11, 9000)];
  expect(read({ name: 'Suivi', rows, tables: { Suivi: 'A3:D4' } })).toBe('9000 LEC-05');
});

/** Rows below a table of the convention that did not grow are in no figure and no control: they are reported (LEC-02). */
import { planExtendTable } from '../../../src/application/writing/extend-table';
import { namesOf } from '../../../src/workbook/ledger/known-names';
import { accountOfReading } from '../../../src/workbook/reading/read-account';
import { readReadingChoices } from '../../../src/workbook/registers/reading-choices';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import type { CellValue } from '../../../src/workbook/cells';
import { COLUMNS, TABLES, type TableId } from '../../../src/workbook/workbook-names';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

type Row = readonly CellValue[];

const DAY = 45_000;

/** A sheet with the table (its headings and a blank row), then these rows. */
function workbookWith(id: TableId, below: readonly Row[], aside?: string): WorkbookSnapshot {
  const headings = Object.values<string>(COLUMNS[id]);
  const last = String.fromCharCode(64 + headings.length);
  const table = { name: 'Table', rows: [headings, [], ...below], tables: { [TABLES[id]]: `A1:${last}2` } };
  const decided: SheetGiven = {
    name: 'Réglages',
    rows: [Object.values<string>(COLUMNS.reading), ['Table', aside ?? '', 'mis de côté', 'essai']],
    tables: { ENV_Lecture: 'A1:H2' },
  };
  return workbookOf(table, ...(aside === undefined ? [] : [decided]));
}

/** The rows reported below the table: `A3:K3 1 7000 ENV_Mouvements extendable`. */
function reported(workbook: WorkbookSnapshot, isReplaced = false): readonly string[] {
  const choices = readReadingChoices(workbook);
  const read = { blocks: [], ledger: { rows: [], totals: [] }, ignored: [] };
  const given = { workbook, read, left: [], choices: choices.ok ? choices.value : [], isReplaced };
  const { facts } = accountOfReading({ ...given, names: namesOf(convention2023()) });
  return facts.unread.flatMap(({ what, area, rows, ae, cp, other, heading, isExtendable }) =>
    what === 'beside'
      ? [`${area} ${rows} ${(ae + cp + other) / 100} ${heading}${isExtendable ? ' extendable' : ''}`]
      : [],
  );
}

const AMENDMENT: Row = [DAY, 'avenant', null, 'PDE', 'AE', 7_000, 'AV-1'];
const REPORT: Row = [DAY, 'report', null, 'PDE', 'CP', 500, 'Report 2022'];

test.each<readonly [string, TableId, readonly Row[], readonly string[]]>([
  ['a movement', 'movements', [AMENDMENT], ['A3:K3 1 7000 ENV_Mouvements extendable']],
  ['two movements', 'movements', [AMENDMENT, REPORT], ['A3:K4 2 7500 ENV_Mouvements extendable']],
  ['a movement after a blank row', 'movements', [[], AMENDMENT], ['A4:K4 1 7000 ENV_Mouvements']],
  ['a code', 'imputations', [['Programme', '0103']], ['A3:G3 1 0 ENV_Imputations extendable']],
  ['a request', 'requests', [[DAY, 'Prévision']], ['A3:C3 1 0 ENV_Demandes extendable']],
  ['an obligation', 'duties', [['autre', 'Revue', null, null, DAY]], ['A3:K3 1 0 ENV_Obligations extendable']],
  ['an earlier EJ', 'rap', [['1405512299', 23_032]], ['A3:C3 1 23032 ENV_RAP extendable']],
  ['a poste', 'lines', [['PDE', 'Études', 5_000]], ['A3:L3 1 5000 ENV_Postes extendable']],
  ['an envelope', 'envelopes', [['NEW', 'Nouvelle', null, 2, 3]], ['A3:N3 1 5 ENV_Enveloppes extendable']],
  ['a ceiling', 'convention', [['Plafond AE', 600_000]], ['A3:B3 1 600000 ENV_Convention extendable']],
  ['an allowance', 'fungibility', [['PDE', 'SF', 'AE', '5 %']], ['A3:F3 1 0 ENV_Fongibilite extendable']],
  ['an indicator', 'indicators', [['Usage', 'Visites', 12]], ['A3:E3 1 0 ENV_Indicateurs extendable']],
  ['a milestone', 'milestones', [['PDE', 'Ouverture', DAY]], ['A3:E3 1 0 ENV_Jalons extendable']],
])('below the table: %s', (_, id, below, expected) => {
  expect(reported(workbookWith(id, below))).toEqual(expected);
});

test.each<readonly [string, TableId, readonly Row[], readonly string[]]>([
  ['a movement', 'movements', [[null, null, null, null, null, 5_000]], ['A3:K3 1 5000 ENV_Mouvements']],
  ['after two blank rows', 'movements', [[], [], [null, null, null, null, null, 5]], ['A5:K5 1 5 ENV_Mouvements']],
  ['restes à payer', 'rap', [[null, 5_000]], ['A3:C3 1 5000 ENV_RAP']],
  ['an envelope, by one nature', 'envelopes', [[null, null, null, 5_000]], ['A3:N3 1 5000 ENV_Enveloppes']],
  ['by both', 'envelopes', [[null, null, null, 5, 6]], ['A3:N3 1 11 ENV_Enveloppes']],
  ['« dont RAP »', 'envelopes', [[null, null, null, null, null, 7]], ['A3:N3 1 7 ENV_Enveloppes']],
  ['a poste', 'lines', [[null, null, 5_000]], ['A3:L3 1 5000 ENV_Postes']],
  ['a ceiling of a part', 'partCeilings', [[null, null, 5_000]], ['A3:G3 1 5000 ENV_Plafonds']],
  ['a transfer that is free', 'fungibility', [[null, null, null, null, 5]], ['A3:F3 1 5 ENV_Fongibilite']],
  [
    'below a whole row',
    'rap',
    [
      ['1405512299', 9],
      [null, 5],
    ],
    ['A3:C3 1 9 ENV_RAP extendable', 'A4:C4 1 5 ENV_RAP'],
  ],
])('an amount alone below the table: %s', (_, id, below, expected) => {
  expect(reported(workbookWith(id, below))).toEqual(expected);
});

test.each<readonly [string, TableId, readonly Row[]]>([
  [
    'the total of the column',
    'rap',
    [
      ['1405512299', 9],
      ['1405512298', 5],
      [null, 14],
    ],
  ],
  [
    'the totals of two columns',
    'envelopes',
    [
      ['A', 'A', null, 2, 3],
      ['B', 'B', null, 4, 5],
      [null, null, null, 6, 8],
    ],
  ],
  ['a nil', 'rap', [[null, 0]]],
  ['a number of days', 'duties', [[null, null, 5]]],
  ['an amount with a note', 'rap', [['reste à répartir', 5]]],
])('no amount alone: %s', (_, id, below) => {
  const whole = below.filter(([first]) => first !== null && /^(?:\d|A|B)/.test(String(first))).length;
  expect(reported(workbookWith(id, below)).map((one) => one.split(' ')[1])).toEqual(whole === 0 ? [] : [String(whole)]);
});

test.each<readonly [string, TableId, readonly Row[]]>([
  ['nothing', 'movements', []],
  ['a note', 'movements', [['Les virements sont à faire viser par le CBCM']]],
  ['a note in the second column', 'imputations', [[null, 'Voir article 3']]],
  ['a note of two cells', 'requests', [['Source', 'courriels du délégant']]],
  ['a total', 'envelopes', [['Total', null, null, 600_000, 673_032]]],
  ['a total of the postes', 'lines', [['Total PDE', null, 500_000]]],
  ['a total of the earlier EJ', 'rap', [['Total', 73_032]]],
  ['another table with its headings', 'requests', [[], ['Nom', 'Service', 'Téléphone'], [DAY, 'DGE']]],
])('not a row of the table: %s', (_, id, below) => {
  expect(reported(workbookWith(id, below))).toEqual([]);
});

test('rows that the user set aside, or of a convention that is not used, are not reported', () => {
  expect(reported(workbookWith('movements', [AMENDMENT], 'A3:K3'))).toEqual([]);
  expect(reported(workbookWith('movements', [AMENDMENT]), true)).toEqual([]);
});

test('the same command as for the ledger extends the table', () => {
  const area = { top: 2, left: 0, rows: 1, columns: 11 };
  const plan = planExtendTable(workbookWith('movements', [AMENDMENT]), { sheet: 'Table', area });
  expect(plan.ok && plan.value.steps).toEqual([
    {
      ...{ kind: 'resizeTable', sheet: 'Table', name: 'ENV_Mouvements' },
      ...{ area: { ...area, top: 0, rows: 3 }, from: { ...area, top: 0, rows: 2 } },
    },
  ]);
});

/** `ENV_Colonnes`: the choices of the user override the proposed fields of those columns, and of no other. */
import type { CellValue } from '../../../src/workbook/cells';
import { readColumnChoices, sourcesOf } from '../../../src/workbook/registers/column-choices';
import { findLedgers } from '../../../src/workbook/ledger/find-ledger';
import { addressesOf } from '../../support/ledgers/ledger-places';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const SUIVI: SheetGiven = {
  name: 'Suivi',
  rows: [
    ['N° EJ', 'Objet', 'Somme', 'Montant AE', 'Date EJ'],
    ['1405512301', 'Audit', 1200, 0, 45000],
  ],
};

function withChoices(...rows: readonly (readonly CellValue[])[]) {
  const mapping: SheetGiven = {
    name: 'Convention',
    rows: [['Source', 'En-tête', 'Champ'], ...rows],
    tables: { ENV_Colonnes: `A1:C${rows.length + 1}` },
  };
  return workbookOf(SUIVI, mapping);
}

function columns(...rows: readonly (readonly CellValue[])[]): unknown {
  const workbook = withChoices(...rows);
  const choices = readColumnChoices(workbook);
  return choices.ok ? addressesOf(findLedgers(workbook, choices.value)[0]) : choices.failure;
}

test('without choices, headings and values decide', () => {
  expect(columns([null, null, null])).toEqual({ ejNumber: 'A', label: 'B', ae: 'D', commitmentDate: 'E' });
});

test('a chosen column has its field, the others keep the proposed ones', () => {
  expect(columns(['Suivi', 'Somme', 'Montant AE'])).toEqual({
    ejNumber: 'A',
    label: 'B',
    ae: 'C',
    commitmentDate: 'E',
  });
  expect(columns([null, 'SOMME', 'montant ae'])).toMatchObject({ ae: 'C' });
});

test('a heading without a field is not read', () => {
  expect(columns(['Suivi', 'Objet', null])).toEqual({ ejNumber: 'A', ae: 'D', commitmentDate: 'E' });
});

test('choices for another sheet, or for a heading that is gone, change nothing', () => {
  const usual = { ejNumber: 'A', label: 'B', ae: 'D', commitmentDate: 'E' };
  expect(columns(['Suivi 2022', 'Somme', 'Montant AE'])).toEqual(usual);
  expect(columns(['Suivi', 'Montant', 'Montant AE'])).toEqual(usual);
});

test('a word that names no field is refused at its cell', () => {
  const refusal = { code: 'badConvention', table: 'ENV_Colonnes', cell: 'Convention!C2', problem: 'wordUnknown' };
  expect(columns(['Suivi', 'Somme', 'Couleur'])).toMatchObject(refusal);
});

test('the sources, each once', () => {
  const workbook = withChoices(
    ['Suivi', 'Somme', 'Montant AE'],
    ['Suivi', 'Objet', null],
    [null, 'x', null],
    ['Autre', 'y', 'Objet'],
  );
  const choices = readColumnChoices(workbook);
  expect(choices.ok && sourcesOf(choices.value)).toEqual(['Suivi', 'Autre']);
});

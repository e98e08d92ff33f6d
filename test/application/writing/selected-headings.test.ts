/** The headings that the user means by a selection: a cell, a row, a column of a row, or more than that. */
import { selectedHeadings } from '../../../src/application/writing/selected-headings';
import { areaAddress, parseArea } from '../../../src/workbook/cells';
import { cellsOfLedger } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';

const WORKBOOK = workbookOf({
  name: 'Feuil1',
  rows: cellsOfLedger(`
    Suivi 2023 |         |        |  | Contact  |
               | Engagé  |        |  | Nom      | Poste
    Réf        | le      | TTC    |  |          |
    1400000001 | 1er mai | 1000   |  | M. Petit | 12
    1400000002 |         | 2000   |  |          |
  `),
});

function meant(address: string, sheet = 'Feuil1'): string {
  const area = parseArea(address);
  if (!area) throw new Error(address);
  const selected = selectedHeadings(WORKBOOK, { sheet, area });
  if (selected.kind !== 'headings') return selected.kind;
  return `${areaAddress(selected.area)}: ${selected.headings.join(', ')} / ${selected.examples.join(', ')}`;
}

test.each`
  selected         | headings
  ${'A3:C3'}       | ${'A3:C3: Réf, le, TTC / 1400000001, 1er mai, 1000'}
  ${'B3'}          | ${'A3:C3: Réf, le, TTC / 1400000001, 1er mai, 1000'}
  ${'B2:B3'}       | ${'A2:C3: Engagé, Réf, le, TTC / 1400000001, 1er mai, 1000'}
  ${'E2'}          | ${'E2:F2: Nom, Poste / '}
  ${'A3:XFD3'}     | ${'A3:F3: Réf, le, TTC / 1400000001, 1er mai, 1000, M. Petit, 12'}
  ${'A5:C5'}       | ${'A5:C5: 1400000002, 2000 / '}
  ${'D3'}          | ${'blank'}
  ${'A40'}         | ${'blank'}
  ${'A1:C6'}       | ${'tooManyRows'}
  ${'A1:A1048576'} | ${'tooManyRows'}
`('the selection of $selected means $headings', ({ selected, headings }: { selected: string; headings: string }) => {
  expect(meant(selected)).toBe(headings);
});

test('a sheet that was deleted meanwhile has no headings', () => {
  expect(meant('A3', 'Feuil9')).toBe('blank');
});

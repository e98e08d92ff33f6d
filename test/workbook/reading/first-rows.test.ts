/**
 * The first row of a table that is not read (LEC-01): an amount that may be a year, 2 000 or 2 023, is an amount under
 * the heading of one, and a year in the place of one.
 */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
const HEADINGS = ['Objet', 'Montant', 'Commentaire'];

/** The severity and the cents of each unread place of a sheet beside the ledger. */
function unread(rows: readonly (readonly CellValue[])[]): readonly unknown[] {
  const workbook = workbookOf(
    {
      name: 'Suivi',
      rows: [
        ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'],
        ['1405512301', 'Marché 1', 'PDE', DAY, 10_000, DAY + 40, 4_000],
        ['1405512302', 'Marché 2', 'PDE', DAY + 3, 20_000, DAY + 50, 5_000],
      ],
    },
    { name: 'Divers', rows },
  );
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap((finding) =>
    finding.rule === 'LEC-01'
      ? [finding.severity, finding.details.other + finding.details.ae + finding.details.cp]
      : [],
  );
}

test.each<[string, readonly (readonly CellValue[])[], readonly unknown[]]>([
  [
    'a whole number of a year, alone on its row',
    [HEADINGS, ['Loyer', 2_000, 'x'], ['Taxi', 50.5, 'y']],
    ['error', 2_050_50],
  ],
  ['the only row', [HEADINGS, ['Loyer', 2_000, 'x']], ['error', 2_000_00]],
  ['three of them', [HEADINGS, ['Loyer', 2_000, 'x'], ['Taxi', 2_023, ''], ['Train', 2_010, '']], ['error', 6_033_00]],
  ['typed as text', [HEADINGS, ['Loyer', '2 000', 'x'], ['Taxi', 50.5, 'y']], ['error', 2_050_50]],
  ['under a title', [['Divers'], [], HEADINGS, ['Loyer', 2_000, 'x'], ['Taxi', 50.5, 'y']], ['error', 2_050_50]],
  [
    'beside a day as text',
    [
      ['Date', 'Montant', 'Objet'],
      ['12/03/2023', 2_000, 'Loyer'],
      ['13/03/2023', 50.5, 'Taxi'],
    ],
    ['error', 2_050_50],
  ],
  [
    'two amounts on one row',
    [
      ['Objet', 'AE', 'CP'],
      ['Loyer', 2_050, 2_000],
      ['Taxi', 50.5, null],
    ],
    ['error', 4_100_50],
  ],
  [
    'years of headings',
    [
      ['Objet', 'Montant', 'Montant'],
      [null, 2_023, 2_024],
      ['Taxi', 700.5, 10],
    ],
    ['error', 710_50],
  ],
  [
    'years of headings beside another',
    [
      ['Objet', 'Montant', 'Montant'],
      ['Libellé', 2_023, 2_024],
      ['Taxi', 700.5, 10],
    ],
    ['error', 710_50],
  ],
  [
    'a year under headings',
    [
      ['Objet', 'Montant'],
      [null, 2_023],
      ['Taxi', 700.5],
    ],
    ['error', 700_50],
  ],
])('%s', (_, rows, expected) => {
  expect(unread(rows)).toEqual(expected);
});

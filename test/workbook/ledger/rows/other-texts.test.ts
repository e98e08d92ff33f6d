/** Two payments of one EJ, day and amount that differ in a column that no field has: two operations, or a doubt (DON-03). */
import { openDossier } from '../../../../src/application/open-dossier';
import { controlledAt } from '../../../../src/application/control';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const HEADINGS = [
  ...[
    'Axe ministériel 2',
    'N° EJ',
    "Date d'engagement",
    'Montant AE',
    'Service fait',
    'Date de paiement',
    'CP',
    'Objet',
  ],
];

/** The severities of the DON-03 findings on payments of 100 € whose further column has these cells. */
function repeated(heading: string, cells: readonly CellValue[]): readonly string[] {
  const payments = cells.map((cell) => ['PDE', '1400000001', null, null, 45_020, 45_050, 100, 'Abonnement', cell]);
  const rows: readonly (readonly CellValue[])[] = [
    [...HEADINGS, heading],
    ['PDE', '1400000001', 45_000, 1000, null, null, null, 'Abonnement', null],
    ['PDE', '1400000002', 45_001, 2000, 45_020, 45_049, 50, 'Étude', null],
    ...payments,
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.filter(({ rule }) => rule === 'DON-03').map(({ severity }) => severity);
}

test.each`
  heading               | cells                           | found          | why
  ${'N° facture'}       | ${['F-101', 'F-102']}           | ${[]}          | ${'two invoices paid together'}
  ${'Réf. facture'}     | ${['2023-101', '2023-102']}     | ${[]}          | ${'the same'}
  ${'N° SF'}            | ${[5061398107, 5061398108]}     | ${[]}          | ${'two receipts'}
  ${'N° BC'}            | ${['BC1', 'BC2']}               | ${[]}          | ${'two orders'}
  ${'N° Chorus Pro'}    | ${['12345', '12346']}           | ${[]}          | ${'two deposits'}
  ${'Période'}          | ${['janv. 2023', 'févr. 2023']} | ${[]}          | ${'two months'}
  ${'Mois'}             | ${['Janvier', 'Février']}       | ${[]}          | ${'the same'}
  ${'Agent'}            | ${['Durand', 'Martin']}         | ${['info']}    | ${'perhaps entered by two people'}
  ${'Site'}             | ${['Paris', 'Lyon']}            | ${['info']}    | ${'perhaps two subscriptions'}
  ${'Observations'}     | ${['janvier', 'février']}       | ${['warning']} | ${'a remark may be about anything'}
  ${'N° facture'}       | ${['F-101', 'F-101']}           | ${['error']}   | ${'the same invoice'}
  ${'N° facture'}       | ${['F-101', null]}              | ${['error']}   | ${'a number that is missing distinguishes nothing'}
  ${'N° facture'}       | ${['0101', 101]}                | ${['error']}   | ${'two spellings of one number'}
  ${'N° facture'}       | ${['F-1', 'F-2', 'F-2']}        | ${['error']}   | ${'the third repeats the second'}
  ${"N° d'ordre"}       | ${[1, 2]}                       | ${['error']}   | ${'the rank of a row'}
  ${'Suivi par le BAF'} | ${['oui', 'non']}               | ${['error']}   | ${'an answer'}
`(
  '« $heading » $cells: $why',
  ({ heading, cells, found }: { heading: string; cells: CellValue[]; found: string[] }) => {
    expect(repeated(heading, cells)).toEqual(found);
    expect(repeated(heading, [...cells].reverse())).toEqual(found);
  },
);

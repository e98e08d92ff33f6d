/** Several doubts on one row (LEC-05): one of each kind is reported, the first of its kind. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

const HEADINGS = ['N° EJ', 'Date EJ', 'Enveloppe', 'Objet', 'AE', 'N° DP', 'Date paiement', 'CP'];
const FIRST = ['1400000001', 45_000, 'PDE', 'Étude', 6000, '0000000001', 45_040, 2000];
const SECOND = ['1400000002', 45_001, 'PDE', 'Audit', 500, '0000000002', 45_050, 500];

/** The words that are reported for a row with these cells, beside an ordinary one. */
function reported(headings: readonly string[], cells: readonly CellValue[]): readonly string[] {
  const rows = [
    [...HEADINGS, ...headings],
    [...FIRST, ...cells],
    [...SECOND, ...cells.map(() => null)],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  return findings.flatMap((finding) => (finding.rule === 'LEC-05' ? [finding.details.raw] : []));
}

test.each<[readonly string[], readonly CellValue[], readonly string[]]>([
  [
    ['EJ antérieur', 'Payé ?'],
    ['oui', 'Non'],
    ['oui', 'Non'],
  ],
  [
    ['Payé ?', 'Hors convention'],
    ['Non', 'X'],
    ['X', 'Non'],
  ],
  [
    ['Observations', 'Remarques'],
    ['À vérifier', 'Montant HT'],
    ['À vérifier', 'Montant HT'],
  ],
  [['Observations', 'Financement'], ['Montant HT', 'DITP'], ['Montant HT']],
  [['Observations', 'Hors convention'], ['À vérifier', 'X'], ['X']],
  [['Observations', 'Payé ?'], ['Étude livrée', 'Oui'], []],
])('under %j, %j: %j', (headings, cells, words) => {
  expect([...reported(headings, cells)].sort()).toEqual([...words].sort());
});

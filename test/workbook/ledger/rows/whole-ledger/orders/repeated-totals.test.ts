/** « Montant EJ » with the same amount on several rows of an EJ: they count, and each is reported but the first. */
import { controlledAt } from '../../../../../../src/application/control';
import { openDossier } from '../../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../../../../src/messages/describe-finding';
import type { CellValue } from '../../../../../../src/workbook/cells';
import { convention2023 } from '../../../../../support/conventions';
import { workbookOf } from '../../../../../support/ledgers/workbook-of';

const DAY = 45_000;
const PAID = ['N° DP', 'Date de paiement', 'CP payés'];
/** EJ, label, AE, then what is paid. */
type Row = readonly [ej: string, label: string, ae: CellValue, ...paid: CellValue[]];

const TWO_LOTS: readonly Row[] = [
  ['1405700001', 'Lot 1', 10_000],
  ['1405700001', 'Lot 2', 10_000],
  ['1405700002', 'Étude', 1000],
];

/** The findings about amounts that are there already, each with its row and its rule. */
function reported(heading: string, rows: readonly Row[], paid: readonly string[] = []): readonly string[] {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date EJ', heading, ...paid];
  const cells = rows.map(([ej, label, ae, ...others]) => ['PDE', ej, label, DAY, ae, ...others]);
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: [headings, ...cells] }), {
    convention: convention2023(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  return findings.flatMap(({ rule, place, details }) =>
    rule === 'DON-03' || (rule === 'LEC-05' && details.about === 'aeAgain')
      ? [`${rule} row ${place.kind === 'row' ? place.row : '?'}`]
      : [],
  );
}

test.each(['Montant EJ', 'Montant de l’EJ', 'AE EJ', 'Montant engagé EJ'])(
  '« %s » is reported on the second lot',
  (heading) => {
    expect(reported(heading, TWO_LOTS)).toEqual(['LEC-05 row 2']);
  },
);

test.each(['AE engagées', 'Montant de la ligne', 'Montant poste EJ', 'Montant AE'])(
  '« %s » is of its row: two lots may be equal',
  (heading) => {
    expect(reported(heading, TWO_LOTS)).toEqual([]);
  },
);

test.each<readonly [string, readonly Row[], readonly string[], readonly string[]]>([
  [
    'a column where another EJ has two amounts is of its rows',
    [...TWO_LOTS, ['1405700003', 'Lot 1', 500], ['1405700003', 'Lot 2', 700]],
    [],
    [],
  ],
  [
    'a total that is on the first row alone counts once',
    [
      ['1405700001', 'Lot 1', 10_000],
      ['1405700001', 'Lot 2', null],
    ],
    [],
    [],
  ],
  [
    'payments of one day are those of DON-03, and are reported once',
    [
      ['1405700001', 'Lot 1', 10_000, '100', DAY + 60, 4000],
      ['1405700001', 'Lot 1', 10_000, '101', DAY + 90, 3000],
    ],
    PAID,
    ['DON-03 row 2'],
  ],
])('%s', (_, rows, paid, expected) => {
  expect(reported('Montant EJ', rows, paid)).toEqual(expected);
});

test('the remedy keeps the amount: on one row, or under the heading of a row', () => {
  const opened = openDossier(
    workbookOf({
      name: 'Suivi',
      rows: [
        ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date EJ', 'Montant EJ'],
        ...TWO_LOTS.map(([ej, label, ae]) => ['PDE', ej, label, DAY, ae]),
      ],
    }),
    { convention: convention2023() },
  );
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const [found] = report.findings.filter(({ rule }) => rule === 'LEC-05');
  if (!found) throw new Error('no LEC-05');
  expect(describeFinding(found, dossier.convention, 'fr').message).toMatch(
    /le montant de l’EJ\s1405700001 est déjà sur une autre ligne[\s\S]*laissez-le sur une seule ligne[\s\S]*«\s?Montant de la ligne\s?»/u,
  );
});

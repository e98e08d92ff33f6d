/** Crosses under « À payer » and « Reste à payer »: a doubt only where the row is paid in full. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

const DAY = 45_059;

/** The marks of the first row: of 50 000 in AE, paid as given. */
function marksOn(heading: string, value: CellValue, [cp, day]: readonly [number | null, number | null]) {
  const rows: CellValue[][] = [
    ['N° EJ', 'Enveloppe', 'Date EJ', 'Montant AE', 'Montant CP', 'Date de paiement', heading],
    ['1405135458', 'PDE', 45_019, 50_000, cp, day, value],
    ['1405135459', 'SF', 45_020, 9000, 9000, DAY, null],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  return findings.flatMap((one) => (one.rule === 'LEC-05' ? [one.details.about] : []));
}

const [UNPAID, UNDATED, IN_PART, IN_FULL] = [
  [null, null],
  [50_000, null],
  [20_000, DAY],
  [50_000, DAY],
] as const;

test.each`
  heading            | value    | paid       | marks
  ${'À payer'}       | ${'ok'}  | ${UNPAID}  | ${[]}
  ${'À payer'}       | ${'ok'}  | ${UNDATED} | ${[]}
  ${'À payer'}       | ${'ok'}  | ${IN_PART} | ${[]}
  ${'À payer'}       | ${'ok'}  | ${IN_FULL} | ${[]}
  ${'À payer'}       | ${'X'}   | ${IN_PART} | ${[]}
  ${'À payer'}       | ${'X'}   | ${IN_FULL} | ${['unpaid']}
  ${'Reste à payer'} | ${'X'}   | ${UNPAID}  | ${[]}
  ${'Reste à payer'} | ${'oui'} | ${UNDATED} | ${[]}
  ${'Reste à payer'} | ${'X'}   | ${IN_PART} | ${[]}
  ${'Reste à payer'} | ${'X'}   | ${IN_FULL} | ${['unpaid']}
  ${'RAP 2022'}      | ${'X'}   | ${UNPAID}  | ${['earlier']}
`('« $heading » $value over $paid', ({ heading, value, paid, marks }) => {
  expect(marksOn(heading, value, paid)).toEqual(marks);
});

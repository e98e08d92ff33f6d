/**
 * Numbers that their cell shows as something else than an amount in euros: the row is unchecked and reported (DON-01)
 * with what the cell shows, and the number is never counted as euros.
 */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../../src/messages/describe-finding';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf, type SheetGiven } from '../../../support/ledgers/workbook-of';

/** The AE counted and the DON-01 finding of a row whose AE is this cell, in a column of this heading. */
function read(value: CellValue, format: string, heading = 'Montant AE'): { ae: number; message: string } {
  const rows = [
    ['Axe ministériel 2', 'N° EJ', "Date d'engagement", heading],
    ['PDE', '1400000001', 45_001, 1],
    ['PDE', '1400000003', 45_001, 1],
    ['PDE', '1400000002', 45_000, value],
  ];
  return readOf({ name: 'Suivi', rows, formats: { D4: format } });
}

function readOf(sheet: SheetGiven): { ae: number; message: string } {
  const opened = openDossier(workbookOf(sheet), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const found = report.findings.find(({ rule }) => rule === 'DON-01');
  expect(report.rows.unchecked).toBe(found ? 1 : 0);
  const { consumed } = report.balances.figures({ envelope: 'PDE', line: null }, 'AE');
  const message = found ? describeFinding(found, dossier.convention, 'fr').message.replaceAll(/\s/g, ' ') : '';
  return { ae: (consumed?.cents ?? 0) / 100, message };
}

test.each`
  value     | format                   | counted  | shown
  ${0.2}    | ${'0%'}                  | ${0}     | ${'« 20 % » : pourcentage à la place d’un montant'}
  ${0}      | ${'0%'}                  | ${0}     | ${'« 0 % » : pourcentage à la place d’un montant'}
  ${'20 %'} | ${'General'}             | ${0}     | ${'« 20 % » : pourcentage à la place d’un montant'}
  ${0.0625} | ${'h:mm'}                | ${0}     | ${'« 01:30 » : heure ou durée à la place d’un montant'}
  ${'1:30'} | ${'General'}             | ${0}     | ${'« 1:30 » : heure ou durée à la place d’un montant'}
  ${12}     | ${'[$$-409]#,##0.00'}    | ${0}     | ${'« 12 $ » : monnaie affichée autre que l’euro'}
  ${'12 $'} | ${'General'}             | ${0}     | ${'« 12 $ » : monnaie affichée autre que l’euro'}
  ${12}     | ${'0 "jours"'}           | ${0}     | ${'« 12 jours » : quantité à la place d’un montant'}
  ${12}     | ${'0 "k€"'}              | ${0}     | ${'« 12 k€ » : montant incertain, l’unité affichée n’est pas celle'}
  ${12_000} | ${'#,##0, "€"'}          | ${0}     | ${'« 12 € » : montant incertain, l’unité affichée n’est pas celle'}
  ${12_000} | ${'#,##0.0, "k€"'}       | ${12000} | ${''}
  ${12_000} | ${'#,##0,'}              | ${12000} | ${''}
  ${12}     | ${'#,##0.00\\ "€"'}      | ${12}    | ${''}
  ${12}     | ${'#,##0.00\\ [$€-40C]'} | ${12}    | ${''}
  ${300}    | ${'dd/mm/yyyy'}          | ${300}   | ${''}
  ${12}     | ${';;;'}                 | ${12}    | ${''}
  ${12}     | ${'0" cts"'}             | ${0}     | ${'« 12 cts » : monnaie affichée autre que l’euro'}
  ${12}     | ${'0" 000"'}             | ${0}     | ${'« 12 000 » : montant incertain, le format de la cellule ajoute'}
  ${1234}   | ${'0","00'}              | ${0}     | ${'« 12,34 » : montant incertain, le format de la cellule ajoute'}
  ${12}     | ${'-0'}                  | ${0}     | ${'« -12 » : montant incertain, le format de la cellule ajoute'}
`('$value by $format adds $counted to the AE in euros', ({ value, format, counted, shown }: Case) => {
  const { ae, message } = read(value, format);
  expect(ae).toBe(2 + counted);
  expect(message).toContain(shown);
});

test.each`
  value      | format             | counted  | shown
  ${12}      | ${'General'}       | ${12000} | ${''}
  ${12}      | ${'0 "k€"'}        | ${12000} | ${''}
  ${'12 k€'} | ${'General'}       | ${12000} | ${''}
  ${12_000}  | ${'#,##0.0, "k€"'} | ${0}     | ${'« 12 k€ » : montant incertain'}
  ${12_000}  | ${'#,##0,'}        | ${0}     | ${'« 12 k€ » : montant incertain'}
  ${12}      | ${'0 "M€"'}        | ${0}     | ${'« 12 M€ » : montant incertain'}
  ${'12 €'}  | ${'General'}       | ${0}     | ${'« 12 € » : montant incertain'}
  ${12}      | ${'0 "€"'}         | ${0}     | ${'« 12 € » : montant incertain'}
  ${0.2}     | ${'0%'}            | ${0}     | ${'« 20 % » : pourcentage'}
`('$value by $format adds $counted to the AE of a column in k€', ({ value, format, counted, shown }: Case) => {
  const { ae, message } = read(value, format, 'Montant AE (k€)');
  expect(ae).toBe(2000 + counted);
  expect(message).toContain(shown);
});

test.each`
  heading      | currency  | counted | shown
  ${'Devise'}  | ${'EUR'}  | ${12}   | ${''}
  ${'Devise'}  | ${''}     | ${12}   | ${''}
  ${'Devise'}  | ${'USD'}  | ${0}    | ${'« 12 USD » : monnaie affichée autre que l’euro'}
  ${'Monnaie'} | ${' $ '}  | ${0}    | ${'« 12 $ » : monnaie affichée autre que l’euro'}
  ${'Unité'}   | ${'k€'}   | ${0}    | ${'« 12 k€ » : montant incertain, l’unité affichée n’est pas celle'}
  ${'Unité'}   | ${'€'}    | ${12}   | ${''}
  ${'Unité'}   | ${'jour'} | ${12}   | ${''}
`(
  '12 beside « $currency » under « $heading » adds $counted to the AE',
  ({ heading, currency, counted, shown }: Beside) => {
    const rows = [
      ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', heading],
      ['PDE', '1400000001', 45_001, 2, 'EUR'],
      ['PDE', '1400000002', 45_000, 12, currency],
    ];
    const { ae, message } = readOf({ name: 'Suivi', rows });
    expect(ae).toBe(2 + counted);
    expect(message).toContain(shown);
  },
);

test('the unit of the row is that of its column: an amount in k€ beside « k€ », not beside « € »', () => {
  const rows = (unit: string): CellValue[][] => [
    ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE (k€)', 'Unité'],
    ['PDE', '1400000002', 45_000, 12, unit],
  ];
  expect(readOf({ name: 'Suivi', rows: rows('k€') })).toEqual({ ae: 12_000, message: '' });
  expect(readOf({ name: 'Suivi', rows: rows('€') })).toMatchObject({
    ae: 0,
    message: expect.stringContaining('« 12 € »') as string,
  });
});

interface Beside {
  readonly heading: string;
  readonly currency: string;
  readonly counted: number;
  readonly shown: string;
}

interface Case {
  readonly value: CellValue;
  readonly format: string;
  readonly counted: number;
  readonly shown: string;
}

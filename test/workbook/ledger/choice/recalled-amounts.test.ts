/** Amounts that a sheet only recalls from another, EJ by EJ: counted once, and reported where they differ (LEC-03). */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf, type SheetGiven } from '../../../support/ledgers/workbook-of';

type Row = readonly CellValue[];
const EJ = [1, 2, 3, 4, 5, 6].map((at) => ({ ej: `140000000${at}`, ae: 1000 * at, paid: at < 6 ? 400 * at : 0 }));
const DAY = 45_000;

/** The AE and the CP counted in euros, then the LEC findings with their heading and sum. */
function counted(...sheets: readonly SheetGiven[]): readonly string[] {
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const euros = (['AE', 'CP'] as const).map((nature) => {
    const { consumed } = report.balances.figures({ envelope: 'PDE', line: null }, nature);
    return consumed === null ? '?' : String(consumed.cents / 100);
  });
  const told = report.findings.flatMap((one) => {
    if (one.rule !== 'LEC-03' && one.rule !== 'LEC-01') return one.rule === 'DON-03' ? ['DON-03'] : [];
    const { heading, ae, cp, other } = one.details;
    return [`${one.rule} ${heading} ${(ae + cp + other) / 100}`];
  });
  return [euros.join(' '), ...told];
}

/** The sheet of EJ, with a further column. */
function commitments(heading?: string, cellOf: (at: number) => CellValue = () => null): SheetGiven {
  const rows = EJ.map(({ ej, ae }, at): Row => ['PDE', ej, DAY, ae, ...(heading === undefined ? [] : [cellOf(at)])]);
  const headings = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE'];
  return { name: 'EJ', rows: [[...headings, ...(heading === undefined ? [] : [heading])], ...rows] };
}

/** The sheet of payments, two for each EJ that is paid, with further columns. */
function payments(headings: readonly string[], cellsOf: (at: number, row: number) => Row): SheetGiven {
  const rows = EJ.flatMap(({ ej, paid }, at) =>
    paid === 0
      ? []
      : [0, 1].map((second): Row => [
          ej,
          ...cellsOf(at, 2 * at + second),
          `01000000${at}${second}`,
          DAY + 40,
          paid / 2,
        ]),
  );
  return { name: 'Paiements', rows: [['N° EJ', ...headings, 'N° DP', 'Date de paiement', 'Montant CP'], ...rows] };
}

const aeOf = (at: number): number => EJ[at]?.ae ?? 0;
const paidOf = (at: number): number => EJ[at]?.paid ?? 0;
const ALL = '21000 6000';

test.each<[string, SheetGiven, SheetGiven, readonly string[]]>([
  ['nothing recalled', commitments(), payments([], () => []), [ALL]],
  ['the amount of the EJ', commitments(), payments(['Montant EJ'], (at) => [aeOf(at)]), [ALL]],
  ['its envelope too', commitments(), payments(['Axe 2', 'Montant EJ'], (at) => ['PDE', aeOf(at)]), [ALL]],
  ['its date too', commitments(), payments(['Date EJ', 'Montant EJ'], (at) => [DAY, aeOf(at)]), [ALL]],
  ['the sum paid', commitments('CP payés', paidOf), payments([], () => []), [ALL]],
  ['the sum paid, under a total', commitments('Total payé', paidOf), payments([], () => []), [ALL]],
  ['both', commitments('CP payés', paidOf), payments(['Montant EJ'], (at) => [aeOf(at)]), [ALL]],
  [
    'an amount that differs',
    commitments(),
    payments(['Montant EJ'], (at, row) => [aeOf(at) + (row === 3 ? 50 : 0)]),
    [ALL, 'LEC-03 Montant EJ 2050'],
  ],
  [
    'a sum that differs',
    commitments('CP payés', (at) => paidOf(at) + (at === 0 ? 50 : 0)),
    payments([], () => []),
    [ALL, 'LEC-03 CP payés 450'],
  ],
  [
    'a first payment as large as the rest',
    commitments('Acompte', paidOf),
    payments([], () => []),
    [ALL, 'LEC-03 Acompte 6000'],
  ],
])('payments on a sheet of their own, with %s', (_, ejs, paid, expected) => {
  expect(counted(ejs, paid)).toEqual(expected);
});

test('a ledger that a list of its EJ repeats is the one that counts', () => {
  const ledger = {
    name: 'Suivi',
    rows: [
      ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'],
      ...EJ.map(({ ej, ae, paid }): Row => ['PDE', ej, DAY, ae, paid > 0 ? DAY + 40 : null, paid || null]),
    ],
  };
  expect(counted(ledger, commitments())).toEqual([ALL, 'LEC-01  21000']);
});

test('amounts that mostly differ are no recall', () => {
  expect(
    counted(
      commitments('CP payés', (at) => paidOf(at) * 0.7),
      payments([], () => []),
    )[0],
  ).toBe('21000 ?');
});

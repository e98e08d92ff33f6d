/**
 * Of two columns that may be one field, the one whose heading names it best is read wherever it is: the order of
 * the columns changes no figure. Serial 45000 is 15/03/2023.
 */
import fc from 'fast-check';
import type { CellValue } from '../../../../src/workbook/cells';
import { readAs, readingOf, sheetOf, type Column } from '../../../support/ledgers/sheet-of-columns';

const ENVELOPE: Column = ['Enveloppe', ['PDE', 'SF', 'PDE', 'SF']];
const EJ: Column = ['N° EJ', ['1405512301', '1405512302', '1405512303', '1405512304']];
const SIGNED: Column = ['Date EJ', [45000, 45010, 45020, 45030]];
const AE: Column = ['Montant AE', [1000, 2000, 3000, 4000]];
const CP: Column = ['Montant CP', [100.5, 200, 300, 400]];
const ISSUED_ON = [45100, 45110, 45120, 45130];
const PAID_ON = [45105, 45115, null, null];
const SERVED: Column = ['Date SF', [45090, 45100, 45110, 45120]];

test.each([
  ['Date de mandatement', 'Date de paiement'],
  ['Mandaté le', 'Payé le'],
  ['Date ordonnancement', 'Date paiement'],
  ['Date de liquidation', 'Date de règlement'],
  ['Date DP', 'Payé le'],
])('the payments are dated by their own column: « %s » gives way to « %s »', (issued, paid) => {
  const columns: Column[] = [ENVELOPE, EJ, SIGNED, AE, CP, [issued, ISSUED_ON], [paid, PAID_ON]];
  expect(readAs('paymentDate', columns)).toEqual([paid, paid]);
});

test.each([
  ['ae', 'AE Chorus', 'Montant AE'],
  ['ae', 'AE (Chorus)', 'AE'],
  ['ae', 'AE réelles', 'Montant AE'],
  ['ae', 'AE Chorus', 'Montant AE engagé'],
  ['cp', 'CP Chorus', 'Montant CP'],
  ['cp', 'CP demandés', 'CP'],
  ['cp', 'CP mandatés', 'Montant CP'],
  ['cp', 'CP ordonnancés', 'CP payés'],
] as const)('%s: « %s » is a copy, or another stage, of the amounts of « %s »', (field, copy, own) => {
  const others =
    field === 'ae' ? [ENVELOPE, EJ, SIGNED, CP] : [ENVELOPE, EJ, SIGNED, AE, ['Payé le', PAID_ON] as const];
  const columns: Column[] = [...others, [copy, [1000, 2000, 3000, 4001]], [own, [1000, 2000, 3000, 4000]]];
  expect(readAs(field, columns)).toEqual([own, own]);
});

test.each([
  ['Montant mandaté', 'Montant payé'],
  ['Montant liquidé', 'Montant payé'],
  ['Montant ordonnancé', 'Payé'],
  ['Montant DP', 'Montant réglé'],
])('CP are what is paid: « %s » gives way to « %s »', (issued, paid) => {
  const columns: Column[] = [
    ...[ENVELOPE, EJ, SIGNED, AE],
    [issued, [100.5, 200, 300, 400]],
    [paid, [100.5, 200, null, null]],
    ['Date de paiement', PAID_ON],
  ];
  expect(readAs('cp', columns)).toEqual([paid, paid]);
});

test.each([
  ['Date de notification du marché', 'Date EJ'],
  ['Date notification marché', 'Date EJ'],
  ['Notifié le', 'Date d’engagement'],
  ['Date de signature', 'Date EJ'],
  ['Contrat signé le', 'Engagé le'],
  ['Date de la commande', 'Date EJ'],
  ['Date BC', 'Date EJ'],
  ['Engagé le', 'Date EJ'],
  ['Date création EJ', 'Date validation EJ'],
  ['Date de signature du marché', 'Date de notification'],
])('the commitments are dated by the EJ: « %s » gives way to « %s »', (other, own) => {
  const columns: Column[] = [ENVELOPE, EJ, [other, [44600, 44600, 44700, 44700]], [own, SIGNED[1]], AE, SERVED];
  expect(readAs('commitmentDate', columns)).toEqual([own, own]);
});

test.each([
  ['Livré le', 'Date SF'],
  ['Date de livraison', 'Date de service fait'],
  ['Livré le', 'Certifié le'],
])('the service is dated by its certification: « %s » gives way to « %s »', (delivered, served) => {
  const columns: Column[] = [ENVELOPE, EJ, SIGNED, AE, [delivered, [45080, 45090, null, null]], [served, SERVED[1]]];
  expect(readAs('serviceDate', columns)).toEqual([served, served]);
});

test.each([['N° marché Chorus'], ['N° Chorus'], ['N° commande']])(
  '« N° EJ » numbers the EJ, and not « %s »',
  (other) => {
    const columns: Column[] = [
      ENVELOPE,
      [other, ['1300012345', '1300012345', '1300012345', '1300012345']],
      EJ,
      SIGNED,
      AE,
    ];
    expect(readAs('ejNumber', columns)).toEqual(['N° EJ', 'N° EJ']);
  },
);

test.each([
  ['a blank one names nothing', [null, null, null, null]],
  ['one of words is of something else', ['à venir', 'à venir', 'à venir', 45105]],
])('the better heading gives way to values: %s', (_, cells) => {
  const columns: Column[] = [
    ...[ENVELOPE, EJ, SIGNED, AE, CP],
    ['Date de mandatement', ISSUED_ON],
    ['Date de paiement', cells],
  ];
  expect(readAs('paymentDate', columns)).toEqual(['Date de mandatement', 'Date de mandatement']);
});

test.each([
  ['Facture', 'Paiement'],
  ['Mandatement', 'Paiement'],
  ['Liquidation', 'Règlement'],
])('two groups of date and amount: « %s » gives way to « %s »', (issued, paid) => {
  const group = (title: string, days: readonly CellValue[]) =>
    [
      [title, 'Date', days],
      [null, 'Montant', days.map((day) => day && 100.5)],
    ] as const;
  const groups = [group(issued, ISSUED_ON), group(paid, PAID_ON)];
  const figures = [groups, [...groups].reverse()].map((some) => {
    const columns = [
      [null, ...ENVELOPE],
      [null, ...EJ],
      ['Engagement', ...SIGNED],
      [null, 'Montant', AE[1]],
      ...some.flat(),
    ] as const;
    const rows = [
      columns.map(([title]) => title),
      columns.map(([, heading]) => heading),
      ...[0, 1, 2, 3].map((row) => columns.map(([, , cells]) => cells[row] ?? null)),
    ];
    return readingOf(rows).cp;
  });
  expect(figures).toEqual([
    [100.5, 100.5],
    [100.5, 100.5],
  ]);
});

const RICH: readonly Column[] = [
  ...[ENVELOPE, EJ, SIGNED, AE, CP, SERVED],
  ['Date de notification du marché', [44900, 44900, 44950, 44950]],
  ['Notifié le', [44990, 45000, 45010, null]],
  ['Signé le', [44991, 45001, 45011, 45021]],
  ['N° marché Chorus', ['1300012345', '1300012345', '1300012346', '1300012346']],
  ['Livré le', [45080, 45090, null, null]],
  ['Reçu le', [45081, 45091, 45101, null]],
  ['Date facture', [45095, 45105, 45115, 45125]],
  ['Facture reçue le', [45096, 45106, 45116, 45126]],
  ['Date de mandatement', ISSUED_ON],
  ['Payé le', PAID_ON],
  ['Montant mandaté', [100.5, 200, 300, 400]],
  ['Titulaire', ['Alpha', 'Beta', 'Gamma', 'Delta']],
  ['Objet', ['Développement', 'Maintenance', 'Étude', 'Formation']],
];

test('law: the order of the columns changes no figure and no finding', () => {
  const read = (columns: readonly Column[]) => readingOf(sheetOf(columns));
  const expected = read(RICH);
  fc.assert(
    fc.property(fc.shuffledSubarray([...RICH], { minLength: RICH.length }), (columns) => {
      expect(read(columns)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

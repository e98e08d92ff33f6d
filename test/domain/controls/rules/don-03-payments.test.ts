/** DON-03: a payment on the row of its EJ and on its own, and an AE entered again with each payment. */
import type { OtherText } from '../../../../src/domain/envelopes/reading-facts';
import type { RowKey } from '../../../../src/domain/envelopes/ledger';
import { findingsOf, found } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

const HEADINGS = 'axe 2 | EJ | poste EJ | DP | objet | titulaire | date EJ | AE | payé le | CP';

/** The findings DON-03 of a ledger whose rows have these other texts, in their order. */
function repeatedIn(rows: readonly string[], texts: readonly OtherText[] = []) {
  const ledger = ledgerOf([HEADINGS, ...rows].join('\n'));
  const at = (key: RowKey): readonly OtherText[] => (texts[key - 1] ? [texts[key - 1] as OtherText] : []);
  return findingsOf(texts.length > 0 ? { ...ledger, otherTexts: { get: at } } : ledger).filter(
    ({ rule }) => rule === 'DON-03',
  );
}

/** The row that commits the EJ and pays 20,00, and the payment of 20,00 alone. */
const whole = (cells = ' | | | ', day = '25/02/2023') =>
  `PDE | 1400000001 | ${cells} | 05/01/2023 | 100,00 | ${day} | 20,00`;
const alone = (cells = ' | | | ', day = '25/02/2023') => `PDE | 1400000001 | ${cells} | | | ${day} | 20,00`;
const paid = (severity: 'error' | 'warning', line = 2, first = 1) =>
  found('DON-03', severity, line, 'cp', { firstRow: first as RowKey, paid: 2000 });

test.each([
  ['below its EJ', [whole(), alone()], [paid('error')]],
  ['above it', [alone(), whole()], [paid('error', 1, 2)]],
  [
    'of the same words and DP',
    [whole('1 | 0100083815 | dev | Octo'), alone('1 | 100083815 | Dev | OCTO')],
    [paid('error')],
  ],
  ['without the DP or the words of the other', [whole(), alone('| 100083815 | | Octo')], [paid('warning')]],
  ['under « Facture n° 1 »', [whole('| | Marché | '), alone('| | Facture n° 1 | ')], [paid('warning')]],
  ['under « Facture F1 »', [whole('| | Marché Octo | '), alone('| | Facture F1 | ')], [paid('warning')]],
  ['under « Facture 2 »', [whole('| | Marché | '), alone('| | Facture 2 | ')], []],
  ['under another label', [whole('| | Janvier | '), alone('| | Février | ')], []],
  ['to another supplier', [whole('| | | Octo'), alone('| | | Beta')], []],
  ['of another DP', [whole('| 100083815 | | '), alone('| 100083816 | | ')], []],
  ['of another item', [whole('1 | | | '), alone('2 | | | ')], []],
  ['on another day', [whole(), alone(undefined, '26/02/2023')], []],
])('a payment beside the AE of its EJ and again alone, %s', (_, rows, expected) => {
  expect(repeatedIn(rows)).toEqual(expected);
});

test('entered three times: each extra row once', () => {
  const [first, again] = repeatedIn([whole(), alone(), alone()]);
  expect(first).toEqual(paid('error'));
  expect(again).toEqual(found('DON-03', 'error', 3, 'ejNumber', { firstRow: 2 as RowKey }));
});

test('another invoice in a column that no field has is another payment; another remark leaves a doubt', () => {
  const text = (is: OtherText['is'], one: string): OtherText => ({ heading: 'N° facture', text: one, is });
  expect(repeatedIn([whole(), alone()], [text('piece', 'F1'), text('piece', 'F2')])).toEqual([]);
  const [finding] = repeatedIn([whole(), alone()], [text('remark', 'mars'), text('remark', 'avril')]);
  expect(finding?.severity).toBe('warning');
});

/** A row of the EJ: its label, its AE and its CP. */
const ej = (label: string, ae: string, cp = '', item = '') =>
  `PDE | 1400000001 | ${item} | | ${label} | | 05/01/2023 | ${ae} | ${cp === '' ? '' : '05/03/2023'} | ${cp}`;
const again = (line: number, cents: number, firstRow = 1) =>
  found('DON-03', 'warning', line, 'ae', {
    firstRow: firstRow as RowKey,
    repeats: { ae: cents, by: 'paid', isDoubt: true },
  });

test.each([
  [
    'on each invoice',
    [ej('Marché', '100,00'), ej('Facture 1', '20,00', '20,00'), ej('Facture 2', '10,00', '10,00')],
    [again(2, 2000), again(3, 1000)],
  ],
  [
    'under the words of the EJ, or none',
    [ej('Marché', '100,00'), ej('Marché', '20,00', '20,00'), ej('', '10,00', '10,00')],
    [again(2, 2000), again(3, 1000)],
  ],
  ['after a payment', [ej('Marché', '100,00', '30,00'), ej('Acompte', '20,00', '20,00')], [again(2, 2000)]],
  ['above what the EJ can pay', [ej('Marché', '100,00', '90,00'), ej('Facture', '20,00', '20,00')], []],
  [
    'an avenant, an order, other words',
    [
      ej('Marché', '100,00'),
      ...['Avenant 1', 'BC 2', 'Licences', 'Tranche 2'].map((label) => ej(label, '5,00', '5,00')),
    ],
    [],
  ],
  ['once under the words of the EJ: it may be a renewal', [ej('Marché', '100,00'), ej('Marché', '20,00', '20,00')], []],
  ['another item', [ej('Marché', '100,00', '', '1'), ej('Facture', '20,00', '20,00', '2')], []],
  [
    'orders of each month, each paid',
    [ej('Loyer', '10,00', '10,00'), ej('Loyer', '11,00', '11,00'), ej('Loyer', '12,00', '12,00')],
    [],
  ],
  ['not paid in full', [ej('Marché', '100,00'), ej('Facture', '20,00', '15,00')], []],
])('the AE of an EJ again with its payments, %s', (_, rows, expected) => {
  expect(repeatedIn(rows)).toEqual(expected);
});

describe('a DP that two rows pay on one day, for one EJ and amount', () => {
  const DP = '0100083815';
  const ofDp = [
    found('DON-03', 'warning', 2, 'dpNumber', {
      firstRow: 1 as RowKey,
      payment: { dp: DP, cents: 2000, isOtherEj: false, isOnTheDay: true },
    }),
  ];

  test.each([
    ['under a longer label', 'Prestation mars', 'Prestation mars (Octo)', ofDp],
    ['under a shorter label', 'Prestation mars (Octo)', 'Prestation mars', ofDp],
    ['without a label', 'Prestation mars', '', []], // another control: equal but for a blank
    ['its TVA', 'Prestation mars', 'Prestation mars TVA', []],
    ['its second lot', 'Prestation', 'Prestation lot 2', []],
    ['another month', 'Prestation', 'Prestation avril', []],
    ['another purchase', 'Prestation UX', 'Prestation data', []],
  ])('%s', (_, first, second, expected) => {
    expect(repeatedIn([alone(`| ${DP} | ${first} | `), alone(`| ${DP} | ${second} | `)])).toEqual(expected);
  });

  test.each([
    ['another item', '2', DP, 'Octo', '25/02/2023'],
    ['another supplier', '1', DP, 'Beta', '25/02/2023'],
    ['another DP', '1', '0100083816', 'Octo', '25/02/2023'],
  ])('right: %s', (_, item, dp, supplier, day) => {
    const rows = [alone(`1 | ${DP} | Prestation | Octo`), alone(`${item} | ${dp} | Prestation web | ${supplier}`, day)];
    expect(repeatedIn(rows)).toEqual([]);
  });
});

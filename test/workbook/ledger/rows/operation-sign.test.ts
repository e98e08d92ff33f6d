/** The sign of the AE and of the CP of one row, by the words of its operation. Amounts in cents. */
import type { AmountReading, LedgerRow } from '../../../../src/domain/envelopes/ledger';
import { withSignOfOperation } from '../../../../src/workbook/ledger/rows/operation-sign';
import { rowOf } from '../../../domain/envelopes/builders';

function amount(cents: number | null): AmountReading {
  if (cents === null) return { kind: 'absent' };
  return { kind: 'amount', cents, raw: String(cents / 100), asText: false, rounded: false };
}

/** `-40 sure, 15`: AE, then CP, with the certainty of the words that lower it. */
function signed({ ae, cp }: LedgerRow): string {
  return [ae, cp]
    .map((reading) =>
      reading.kind === 'amount' ? `${reading.cents}${reading.against ? ` ${reading.against.certainty}` : ''}` : '-',
    )
    .join(', ');
}

test.each`
  operation               | label                    | ae      | cp      | expected                | why
  ${'Retrait'}            | ${'Lot 1'}               | ${40}   | ${null} | ${'-40 sure, -'}        | ${'a retrait lowers the AE'}
  ${'Retrait'}            | ${'Lot 1'}               | ${40}   | ${15}   | ${'-40 sure, 15'}       | ${'and not a payment of another amount'}
  ${'Retrait'}            | ${'Lot 1'}               | ${40}   | ${40}   | ${'-40 sure, -40 sure'} | ${'the same amount in both columns is one operation'}
  ${'Retrait'}            | ${'Lot 1'}               | ${null} | ${40}   | ${'-, -40 sure'}        | ${'without an AE, the CP is its amount'}
  ${'Retrait'}            | ${'Lot 1'}               | ${0}    | ${40}   | ${'0, -40 sure'}        | ${'nor with an AE of zero'}
  ${'Avoir'}              | ${'Lot 1'}               | ${40}   | ${15}   | ${'-40 sure, -15 sure'} | ${'an avoir lowers both, equal or not'}
  ${'Reversement'}        | ${'Lot 1'}               | ${null} | ${15}   | ${'-, -15 likely'}      | ${'a word with another meaning is likely'}
  ${'Clôture'}            | ${'Lot 1'}               | ${null} | ${15}   | ${'-, 15'}              | ${'a closing lowers no payment'}
  ${'Clôture'}            | ${'Lot 1'}               | ${40}   | ${40}   | ${'-40 likely, 40'}     | ${'not even an equal one'}
  ${'Retrait'}            | ${'Lot 1'}               | ${-40}  | ${15}   | ${'-40, 15'}            | ${'a minus that was typed stays, and the CP as it was'}
  ${'Virement vers SF'}   | ${'Lot 1'}               | ${40}   | ${null} | ${'40 possible, -'}     | ${'credits that move may leave the row'}
  ${'Virement'}           | ${'Lot 1'}               | ${null} | ${40}   | ${'-, 40'}              | ${'of a CP, it is the payment'}
  ${'Virement'}           | ${'Lot 1'}               | ${40}   | ${40}   | ${'40, 40'}             | ${'as on a row that commits what it pays'}
  ${''}                   | ${"Retrait de l'EJ"}     | ${40}   | ${null} | ${'-40 sure, -'}        | ${'the label, where no operation says more'}
  ${''}                   | ${'Retrait de licences'} | ${40}   | ${null} | ${'40 possible, -'}     | ${'a label of another matter is counted as typed'}
  ${'Engagement initial'} | ${'Lot 1'}               | ${40}   | ${15}   | ${'40, 15'}             | ${'an engagement lowers nothing'}
  ${'Avenant (-)'}        | ${'Lot 1'}               | ${40}   | ${null} | ${'40 possible, -'}     | ${'a minus after the word, with brackets or not'}
  ${'EJ modificatif -'}   | ${'Lot 1'}               | ${40}   | ${null} | ${'40 possible, -'}     | ${'whichever word of a budget it is'}
  ${'EJ modificatif'}     | ${'Lot 1'}               | ${40}   | ${null} | ${'40, -'}              | ${'without it, nothing is lowered'}
  ${''}                   | ${'Retenue de garantie'} | ${null} | ${40}   | ${'-, 40 possible'}     | ${'what a payment is net of'}
  ${''}                   | ${'Libération RG'}       | ${null} | ${40}   | ${'-, 40'}              | ${'and its payment later'}
`('$operation $label, AE $ae, CP $cp: $why', ({ operation, label, ae, cp, expected }) => {
  const row = { ...rowOf({}), operation: operation as string, label: label as string, ae: amount(ae), cp: amount(cp) };
  expect(signed(withSignOfOperation(row))).toBe(expected);
});

test('the words that give the nature of a row lower it too, after its operation', () => {
  const row = { ...rowOf({}), operation: 'Marché', label: '', ae: amount(40), cp: amount(null) };
  expect([signed(withSignOfOperation(row, 'Retrait AE')), signed(withSignOfOperation(row, 'AE'))]).toEqual([
    '-40 sure, -',
    '40, -',
  ]);
});

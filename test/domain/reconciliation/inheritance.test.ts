/** The codes that a payment of an extract without codes takes from its EJ, in the extract of the commitments. */
import { extractOf } from '../../support/ledgers/extract-builder';
import { reconciled } from '../../support/reconciliation';

/** The envelope to which a payment of 10,00 on the EJ goes, that no row of the ledger names; « unknown » without codes. */
function envelopeOf(commitments: readonly string[], poste = '', ej = '1400000009'): string {
  const headings = 'mouvement | codes | axe 2 | poste EJ | EJ | exercice | date | montant';
  const lines = commitments.map((line) => {
    const [start, amount] = line.split(' = ');
    return `${start} | 1400000009 | 2023 | 15/02/2023 | ${amount}`;
  });
  const payment = `mouvement | EJ | poste EJ | exercice | date | montant
    paiement | ${ej} | ${poste} | 2023 | 15/03/2023 | 10,00`;
  const { totals } = reconciled(
    `imputation | axe 2 | EJ | date EJ | AE | payé le | CP
    juste | PDE | 1400000001 | 15/02/2023 | 1,00 | |`,
    [extractOf([headings, ...lines].join('\n')), extractOf(payment, { source: 'paiements.csv' })],
  );
  const found = totals.find(({ nature, chorus }) => nature === 'CP' && chorus === 10_00);
  return found ? (found.envelope ?? 'none') : 'unknown';
}

test.each`
  commitments                                                                                                                | poste   | envelope     | why
  ${['engagement | juste | SF | 1 = 100,00']}                                                                                | ${''}   | ${'SF'}      | ${'the only line of the EJ'}
  ${['engagement | juste | SF | 1 = 100,00']}                                                                                | ${'1'}  | ${'SF'}      | ${'the poste of the payment'}
  ${['engagement | juste | SF | 1 = 100,00']}                                                                                | ${'7'}  | ${'SF'}      | ${'no line of that poste: the whole EJ'}
  ${['engagement | juste | PDE | 1 = 100,00', 'engagement | juste | SF | 2 = 50,00']}                                        | ${''}   | ${'none'}    | ${'split on two envelopes'}
  ${['engagement | juste | PDE | 1 = 100,00', 'engagement | juste | SF | 2 = 50,00']}                                        | ${'2'}  | ${'SF'}      | ${'the poste of the payment is on one of them'}
  ${['engagement | juste | PDE | 1 = 100,00', 'engagement | juste | SF | 2 = 50,00']}                                        | ${'02'} | ${'SF'}      | ${'the poste, its zeros aside'}
  ${['engagement | juste | PDE | 1 = 100,00', 'engagement | juste | SF | 2 = 50,00']}                                        | ${'7'}  | ${'none'}    | ${'no line of that poste: the whole EJ, which is split'}
  ${['engagement | juste | PDE | 1 = 100,00', 'retrait | juste | PDE | 1 = -100,00', 'engagement | juste | SF | 1 = 50,00']} | ${''}   | ${'SF'}      | ${'the other envelope is withdrawn'}
  ${['engagement | juste | PDE | 1 = 100,00', 'retrait | juste | PDE | 1 = -99,99', 'engagement | juste | SF | 1 = 50,00']}  | ${''}   | ${'none'}    | ${'a cent of the other envelope stands'}
  ${['engagement | juste | PDE | 1 = 100,00', 'retrait | juste | PDE | 1 = -100,00']}                                        | ${''}   | ${'unknown'} | ${'nothing stands'}
  ${['engagement | juste | PDE | 1 = 100,00', 'engagement | | PDE | 1 = 50,00', 'engagement | juste | SF | 1 = 20,00']}      | ${''}   | ${'unknown'} | ${'one of three lines has no codes: nothing is certain'}
  ${['engagement | juste | PDE | 1 = 100,00', 'réduction | juste | SF | 1 = -10,00']}                                        | ${''}   | ${'PDE'}     | ${'the mirror of a payment commits nothing'}
  ${[]}                                                                                                                      | ${''}   | ${'unknown'} | ${'no line of the EJ'}
`('$commitments, a payment on the poste « $poste »: $envelope, $why', ({ commitments, poste, envelope }) => {
  expect(envelopeOf(commitments as string[], poste as string)).toBe(envelope);
});

test('a payment without an EJ, or on another, takes nothing', () => {
  const one = ['engagement | juste | SF | 1 = 100,00'];
  expect([envelopeOf(one, '', ''), envelopeOf(one, '', '1400000008')]).toEqual(['unknown', 'unknown']);
});

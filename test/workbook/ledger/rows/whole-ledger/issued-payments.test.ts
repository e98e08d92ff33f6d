/** CP that is invoiced, liquidated or ordered, and not paid for sure: in doubt, or out of the figures. */
import { convention2023 } from '../../../../support/conventions';
import { isOnlyIssued, stageOf } from '../../../../../src/workbook/ledger/rows/whole-ledger/issued-words';
import { controlled, ledgerWorkbook } from '../../../../support/ledgers/ledger-workbook';

/** CP consumed and reserved by PDE in euros, then the words in doubt with their rows. */
function read(table: string): string {
  const { report } = controlled(ledgerWorkbook(convention2023(), table));
  const { consumed, reserved } = report.balances.figures({ envelope: 'PDE', line: null }, 'CP');
  const doubts = report.findings.flatMap(({ rule, severity, details }) => {
    if (rule !== 'LEC-05') return [];
    const { raw, heading = '', rows } = details as { raw: string; heading?: string; rows: number };
    return [`${severity} ${heading}/${raw} ×${rows}`];
  });
  return [`${consumed ? consumed.cents / 100 : '-'} + ${reserved ? reserved.cents / 100 : '-'}`, ...doubts].join('; ');
}

const JOURNAL = 'Date | Type | N° EJ | Axe ministériel 2 | Montant\n';
const act = (day: string, type: string, amount: number, ej = 1): string =>
  `${day}/2023 | ${type} | 140000000${ej} | PDE | ${amount}\n`;
const commits = act('10/01', 'Engagement', 5000);

describe('one amount, whose nature is beside it', () => {
  test.each([
    ['a payment', act('01/03', 'Paiement', 600), '600 + 0'],
    ['DP, as teams call their payments', act('01/03', 'DP', 600), '600 + 0'],
    ['Demande de paiement', act('01/03', 'Demande de paiement', 600), '600 + 0'],
    ['CP', act('01/03', 'CP', 600), '600 + 0'],
    ['Facture payée', act('01/03', 'Facture payée', 600), '600 + 0'],
    ['a DP, then a payment of another amount', act('01/03', 'DP', 600) + act('01/04', 'Paiement', 50), '650 + 0'],
    [
      'a DP and a payment of other EJ',
      act('01/03', 'DP', 600) + act('10/01', 'Engagement', 900, 2) + act('01/04', 'Paiement', 600, 2),
      '1200 + 0',
    ],
    ['mandats alone', act('01/03', 'Mandat', 600) + act('01/04', 'Mandat', 50), '650 + 0; warning Type/Mandat ×2'],
    ['a liquidation alone', act('01/03', 'Liquidation', 600), '600 + 0; warning Type/Liquidation ×1'],
    ['an invoice alone', act('20/02', 'Facture', 600), '600 + 0; warning Type/Facture ×1'],
    [
      'an invoice, and its payment',
      act('20/02', 'Facture', 600) + act('01/03', 'Paiement', 600),
      '600 + 0; error /Facture ×1',
    ],
    [
      'a demande de paiement, and its payment',
      act('20/02', 'Demande de paiement', 600) + act('01/03', 'Paiement', 600),
      '600 + 0; error /Demande de paiement ×1',
    ],
    [
      'a mandat paid in two parts',
      act('20/02', 'Mandat', 600) + act('01/03', 'Paiement', 400) + act('01/04', 'Paiement', 200),
      '600 + 0; error /Mandat ×1',
    ],
    [
      'all the stages of one expense',
      act('10/02', 'Facture', 600) +
        act('15/02', 'Liquidation', 600) +
        act('20/02', 'DP', 600) +
        act('01/03', 'CP', 600),
      '600 + 0; error /Facture ×1; error /Liquidation ×1; error /DP ×1',
    ],
    [
      'two invoices, one of which is paid',
      act('10/02', 'Facture', 600) + act('12/02', 'Facture', 70) + act('01/03', 'Paiement', 600),
      '670 + 0; error /Facture ×1; warning Type/Facture ×1',
    ],
  ])('%s', (_, rows, expected) => {
    expect(read(JOURNAL + commits + rows)).toBe(expected);
  });

  test('each nature has its own date: what has a day of payment is paid, what has none is reserved', () => {
    const table = 'Type | N° EJ | Axe ministériel 2 | Date EJ | Date paiement | Montant\n';
    const rows =
      'Engagement | 1400000001 | PDE | 10/01/2023 | | 5000\nMandat | 1400000001 | PDE | | 01/03/2023 | 600\n';
    expect(read(`${table}${rows}Facture | 1400000001 | PDE | | | 70\n`)).toBe('600 + 70');
  });
});

describe('the headings of the payments', () => {
  const table = (date: string, amount: string): string =>
    `N° EJ | Date EJ | Axe ministériel 2 | Montant AE | ${date} | ${amount}\n` +
    '1400000001 | 10/01/2023 | PDE | 1000 | 01/03/2023 | 600\n1400000002 | 10/01/2023 | PDE | 1000 | 01/03/2023 | 50\n';

  test.each([
    ['Date de mandatement', 'Montant mandaté', '650 + 0; warning Date de mandatement/ ×2'],
    ["Date d'ordonnancement", 'Montant ordonnancé', "650 + 0; warning Date d'ordonnancement/ ×2"],
    ['Date de liquidation', 'Montant liquidé', '650 + 0; warning Date de liquidation/ ×2'],
    ['Mandaté le', 'Montant CP', '650 + 0; warning Mandaté le/ ×2'],
    ['Date paiement', 'Montant mandaté', '650 + 0'],
    ['Payé le', 'Montant liquidé', '650 + 0'],
    ['Date de paiement', 'Montant CP', '650 + 0'],
  ])('%s, %s', (date, amount, expected) => {
    expect(read(table(date, amount))).toBe(expected);
  });
});

test.each`
  stage   | words
  ${4}    | ${'Paiement | Payé | CP | Règlement | Versement | Virement | Facture payée | Mandat payé | Règlement de facture | Date paiement facture 1 | Facture 1 Date de règlement'}
  ${3}    | ${'Mandat | Mandatement | Mandat de paiement | Date du mandat de paiement | Ordonnancement | DP | Demande de paiement | DP facture'}
  ${2}    | ${'Liquidation | Montant liquidé | LIQUIDATION'}
  ${1}    | ${'Facture | Factures | Facture n° 3 | Montant facturé | Date facture 1'}
  ${null} | ${'Engagement | AE | Mandataire | Liquidités | Avoir | Service fait | Date | '}
`('stage $stage: $words', ({ stage, words }: { stage: number | null; words: string }) => {
  for (const word of words.split('|')) expect([word, stageOf(word)]).toEqual([word, stage]);
});

test('« DP » is not only issued', () => {
  expect(['DP', 'Demande de paiement', 'Paiement', 'Mandat', 'Facture'].map(isOnlyIssued)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});

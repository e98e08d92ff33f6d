/** Words in a cell of CP by which nothing is paid yet are no amount; others are an amount that is not known. */
import { comeDay, paymentIn } from '../../../../../src/workbook/ledger/rows/payments/not-paid-words';

const kindOf = (raw: string): string => paymentIn({ kind: 'unreadable', raw }).kind;

test.each(
  (
    'en cours, à venir, à payer, en attente, En attente de facture, non payé, pas encore payé, facture attendue, non facturé, ' +
    'à facturer, attente SF, pas de paiement, reste à payer, solde à venir, paiement en cours, ' +
    'pending, not paid yet, unpaid, to be paid, awaiting invoice, not invoiced'
  ).split(', '),
)('« %s »: nothing is paid', (words) => {
  expect(kindOf(words)).toBe('absent');
  expect(comeDay({ kind: 'unreadable', raw: words }).kind).toBe('absent');
});

test.each(
  '?, NC, TBD, X, oui, en litige, annulé, payé, facture, à préciser, 500 € à venir, paid, sans facture 12'.split(', '),
)('« %s »: an amount that is not known', (words) => {
  expect(kindOf(words)).toBe('unreadable');
  expect(comeDay({ kind: 'unreadable', raw: words }).kind).toBe('unreadable');
});

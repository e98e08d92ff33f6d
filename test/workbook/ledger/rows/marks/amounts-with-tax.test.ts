/** Words that give with VAT the amount of their row, which is without it (LEC-05). */
import { centsBeforeTax } from '../../../../../src/workbook/ledger/rows/marks/stated-words';
import { marksIn } from '../../../../support/ledgers/marks-under';

test.each`
  words                        | cents
  ${'Devis de 1 680 € TTC'}    | ${140_000}
  ${'(TTC : 1 680,00)'}        | ${140_000}
  ${'1 680,60 euros ttc'}      | ${140_050}
  ${'1.400 HT soit 1.680 TTC'} | ${140_000}
  ${'Audit TTC'}               | ${null}
  ${'1 680 € HT'}              | ${null}
  ${'Attcol 1680'}             | ${null}
`('« $words »: $cents', ({ words, cents }) => expect(centsBeforeTax(words as string)).toBe(cents));

const HEADINGS = ['Axe ministériel 2', 'N° EJ', 'Objet', "Date d'engagement", 'Montant AE', 'Observations'];

test.each`
  label                          | remark               | ae      | found
  ${'Audit (1 680 € TTC)'}       | ${null}              | ${1400} | ${['Audit (1 680 € TTC)']}
  ${'Audit'}                     | ${'Devis 1 680 TTC'} | ${1400} | ${['Devis 1 680 TTC']}
  ${'Audit (1 680 € TTC)'}       | ${null}              | ${1680} | ${[]}
  ${'Audit (1 680 € TTC)'}       | ${null}              | ${5000} | ${[]}
  ${'Abonnement 140 € TTC/mois'} | ${null}              | ${1680} | ${[]}
`('$ae of « $label », « $remark »: $found', ({ label, remark, ae, found }) => {
  const rows = [HEADINGS, ['PDE', '1400000001', label, 45_000, ae, remark]];
  expect(marksIn({ name: 'Suivi', rows }).map(({ raw }) => raw)).toEqual(found);
});

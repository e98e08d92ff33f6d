/** « Total EJ », « Reste à payer » on rows with an EJ and a date: a doubt where they sum or balance their EJ. */
import { convention2023 } from '../../../../support/conventions';
import { controlled, ledgerWorkbook } from '../../../../support/ledgers/ledger-workbook';

/** The labels in doubt. */
function doubtsIn(rows: string): readonly string[] {
  const headings = 'N° EJ | Date EJ | Objet | Axe ministériel 2 | Montant AE | Date paiement | Montant CP\n';
  const { report } = controlled(ledgerWorkbook(convention2023(), headings + rows));
  return report.findings.flatMap(({ rule, details }) =>
    rule === 'LEC-05' ? [`${details.heading} « ${details.raw} » ${details.about}`] : [],
  );
}

const EJ = '1400000001 | 10/01/2023 | Développement | PDE | 1000 | 01/03/2023 | 600\n';

test.each([
  ['a total', 'Total EJ | PDE | 1000 | 01/03/2023 | 600', ['Objet « Total EJ » row']],
  ['a subtotal of the AE alone', 'Sous-total | PDE | 1000 | |', ['Objet « Sous-total » row']],
  ['what is left to pay', 'Reste à payer | PDE | 400 | |', ['Objet « Reste à payer » row']],
  ['« Solde » as what is left', 'Solde | PDE | 400 | |', ['Objet « Solde » row']],
  ['« Solde » as the last payment', 'Solde | PDE | | 01/06/2023 | 400', []],
  ['what is left, in another amount', 'Reste à payer | PDE | 390 | |', ['Objet « Reste à payer » row']],
  ['the same in short', 'RAP au 31/12/2023 | PDE | 390 | |', ['Objet « RAP au 31/12/2023 » row']],
  ['what is carried over', 'Bascule 2024 | PDE | 55 | |', ['Objet « Bascule 2024 » row']],
  ['« Solde » of another amount', 'Solde | PDE | 55 | |', []],
  ['a payment of what is left', 'Reliquat | PDE | | 01/06/2023 | 400', []],
  ['the name of an operation', 'Reporting en ligne | PDE | 55 | |', []],
  ['another amount', 'Total EJ | PDE | 250 | |', []],
  ['a supplier or a product', 'Total Énergies | PDE | 1000 | |', []],
  ['an operation of the same amount', 'Développement 2 | PDE | 1000 | |', []],
])('%s', (_, row, doubts) => {
  expect(doubtsIn(`${EJ}1400000001 | 15/12/2023 | ${row}\n`)).toEqual(doubts);
});

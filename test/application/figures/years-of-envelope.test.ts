/** The years of an envelope since the beginning of its convention, against sums by hand. */
import { yearsOfEnvelope } from '../../../src/application/figures/years-of-envelope';
import { conventionNamed } from '../../support/conventions';
import { known } from '../../support/known';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

function reportAt(id: string, ledger: string, asOf: string) {
  const convention = conventionNamed(id);
  return controlled(ledgerWorkbook(convention, ledger), asOf).report;
}

const LEDGER = `
  Centre financier | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  0305-CDGT-C001   | 1400000001 | 15/02/2021        | 310000.50  | 10/05/2021       | 100000
  0305-CDGT-C001   | 1400000002 | 15/02/2022        | 40000      | 10/05/2022       | 25000
`;

const lines = (asOf: string, envelope: string, nature: 'AE' | 'CP'): readonly string[] =>
  yearsOfEnvelope(reportAt('dgefp-dgtresor-cis', LEDGER, asOf), envelope, nature).map(
    ({ year, allocated, consumed, excess }) =>
      `${year ?? 'sum'}: ${known(allocated) / 100} ${consumed === null ? 'null' : consumed / 100} ${excess / 100}`,
  );

test('an excess of the first year is seen in the second, and the years sum up', () => {
  expect(lines('2022-12-31', 'P305', 'AE')).toEqual([
    '2021: 300000 310000.5 10000.5',
    '2022: 50000 40000 0',
    'sum: 350000 350000.5 0.5',
  ]);
  expect(lines('2022-12-31', 'P305', 'CP')).toEqual([
    '2021: 100000 100000 0',
    '2022: 200000 25000 0',
    'sum: 300000 125000 0',
  ]);
  expect(lines('2022-12-31', '*', 'CP').at(-1)).toBe('sum: 1200000 125000 0');
});

test('nothing before the second year', () => {
  expect(lines('2021-12-31', 'P305', 'AE')).toEqual([]);
});

/** The years of an envelope since the beginning of its convention, against sums by hand. */
import { jsonReport } from '../../../src/application/json-report';
import { formerFigureRows } from '../../../src/application/lake/figure-tables';
import { yearsOfEnvelope } from '../../../src/application/figures/years-of-envelope';
import type { Movement } from '../../../src/domain/envelopes/convention';
import { conventionNamed } from '../../support/conventions';
import { movementOf } from '../../domain/envelopes/builders';
import { known } from '../../support/known';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

function reportAt(id: string, ledger: string, asOf: string, movements: readonly Movement[] = []) {
  const convention = { ...conventionNamed(id), movements };
  return controlled(ledgerWorkbook(convention, ledger), asOf).report;
}

const LEDGER = `
  Centre financier | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  0305-CDGT-C001   | 1400000001 | 15/02/2021        | 310000.50  | 10/05/2021       | 100000
  0305-CDGT-C001   | 1400000002 | 15/02/2022        | 40000      | 10/05/2022       | 25000
`;

const lines = (
  asOf: string,
  envelope: string,
  nature: 'AE' | 'CP',
  ledger = LEDGER,
  movements: readonly Movement[] = [],
): readonly string[] =>
  yearsOfEnvelope(reportAt('dgefp-dgtresor-cis', ledger, asOf, movements), envelope, nature).map(
    ({ year, allocated, consumed, excess }) =>
      `${year}: ${known(allocated) / 100} ${consumed === null ? 'null' : consumed / 100} ${excess / 100}`,
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

/** 40 000 of the CP of P305 are left in 2021. */
const LEAVES_SOME = LEDGER.replace('| 100000', '| 60000');

test.each`
  envelope  | euros     | expected
  ${'P305'} | ${30_000} | ${['2021: 100000 60000 0', '2022: 230000 25000 0', 'carriedOver: -30000 0 0', 'sum: 300000 85000 0']}
  ${'P305'} | ${50_000} | ${['2021: 100000 60000 0', '2022: 250000 25000 0', 'carriedOver: -40000 0 0', 'sum: 310000 85000 0']}
  ${'*'}    | ${30_000} | ${['2021: 100000 60000 0', '2022: 1130000 25000 0', 'carriedOver: -30000 0 0', 'sum: 1200000 85000 0']}
`('$envelope, $euros of CP carried over to 2022: what 2021 leaves counts once', ({ envelope, euros, expected }) => {
  const report = movementOf({ type: 'carryOver', to: 'P305', nature: 'CP', date: '2022-03-01', cents: euros * 100 });
  expect(lines('2022-12-31', envelope, 'CP', LEAVES_SOME, [report])).toEqual(expected);
});

/** 30 000 of CP of 2021 in 2022 too. */
const CARRIED = movementOf({ type: 'carryOver', to: 'P305', nature: 'CP', date: '2022-03-01', cents: 3_000_000 });

test('`check --format json` gives what a year carries over: the years add up without it', () => {
  const convention = { ...conventionNamed('dgefp-dgtresor-cis'), movements: [CARRIED] };
  const { dossier, report } = controlled(ledgerWorkbook(convention, LEAVES_SOME), '2022-12-31');
  const words = { message: '', found: '', expected: '', article: '' };
  const { years } = jsonReport(
    dossier,
    report,
    '',
    () => words,
    () => '',
  );
  const ofP305 = years.map(({ year, envelopes }) => [year, envelopes.find(({ code }) => code === 'P305')?.CP]);
  expect(ofP305).toMatchObject([
    [2021, { allocated: '100000.00', carriedOver: '30000.00' }],
    [2022, { allocated: '230000.00', carriedOver: '0.00' }],
  ]);
});

test('the lake gives it too, for an envelope and the convention; a report names no poste', () => {
  const { charged, balances } = reportAt('dgefp-dgtresor-cis', LEAVES_SOME, '2022-12-31', [CARRIED]);
  const rows = [...formerFigureRows(charged, balances)]
    .filter(({ nature, envelope }) => nature === 'CP' && (envelope ?? 'P305') === 'P305')
    .map(({ scope, carriedOver }) => [scope, carriedOver]);
  expect(rows).toEqual([
    ['convention', 3_000_000],
    ['envelope', 3_000_000],
    ...rows.slice(2).map(() => ['poste', null]),
  ]);
});

/**
 * A convention of 2024 to 2026 at the end of each year, against figures computed by hand. AE are given in 2024 alone;
 * CP each year, and only to PONTS in 2026. Amounts in euros.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseConvention } from '../../src/conventions/index';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { calculated } from '../support/known';
import { controlled, documented, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { DocumentReader } from '../support/readers/document-reader';

const LEDGER = `
  Enveloppe | Poste de dépense | N° EJ      | Date EJ    | Montant AE | Date SF    | Date paiement | Montant CP
  PONTS     | Études           | 1406000001 | 01/03/2024 | 280000.10  |            |               |
  PONTS     | Travaux          | 1406000002 | 01/04/2024 | 199999.90  |            |               |
  PNP       | Travaux          | 1406000003 | 02/05/2024 | 30000      |            |               |
  RURAL     | Études           | 1406000004 | 04/03/2024 | 200000     |            |               |
  DATA      |                  | 1406000005 | 03/06/2024 | 99999.99   |            |               |
  ANIM      |                  | 1406000006 | 04/06/2024 | 60000      |            |               |
  PONTS     | Études           | 1406000001 |            |            | 03/06/2024 | 20/06/2024    | 100000
  PONTS     | Travaux          | 1406000002 |            |            | 02/09/2024 | 20/09/2024    | 60000
  PONTS     | Études           | 1406000001 |            |            | 15/12/2024 | 10/02/2025    | 150000
  RURAL     | Études           | 1406000004 |            |            | 03/03/2025 | 20/03/2025    | 85000
  PONTS     | Études           | 1406000001 |            |            | 02/03/2026 | 20/03/2026    | 30000.10
  PONTS     | Travaux          | 1406000002 |            |            | 02/02/2027 | 20/03/2027    | 10000
  PONTS     | Études           | 1406000001 | 05/05/2025 | -10000     |            |               |
`;

function convention(): Convention {
  const file = path.join(__dirname, 'files', 'mobilites-2024.json');
  const read = parseConvention(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

const workbook = ledgerWorkbook(convention(), LEDGER);
const atEndOf = (year: number) => controlled(workbook, `${year}-12-31`).report;

/*
 * PONTS, AE of 2024: 280 000,10 + 199 999,90 + 30 000,00 = 510 000,00. The retrait of 2025 is on an EJ of 2024: it
 * frees no AE and lowers the restes à payer.
 * PONTS, restes à payer: 510 000 − 160 000 = 350 000; − 150 000 − 10 000 = 190 000; − 30 000,10 = 159 999,90.
 * The service of 15/12/2024, paid on 10/02/2025, is reserved on the CP of 2024.
 */
test.each`
  year    | envelope   | AE                             | CP                                         | outstanding
  ${2024} | ${'PONTS'} | ${['500000.00', '510000.00']}  | ${['200000.00', '160000.00', '150000.00']} | ${'350000.00'}
  ${2024} | ${'RURAL'} | ${['200000.00', '200000.00']}  | ${['80000.00', '0.00', '0.00']}            | ${'200000.00'}
  ${2024} | ${'VELO'}  | ${['150000.00', '0.00']}       | ${['60000.00', '0.00', '0.00']}            | ${'0.00'}
  ${2024} | ${'DATA'}  | ${['100000.00', '99999.99']}   | ${['40000.00', '0.00', '0.00']}            | ${'99999.99'}
  ${2024} | ${'ANIM'}  | ${['50000.00', '60000.00']}    | ${['20000.00', '0.00', '0.00']}            | ${'60000.00'}
  ${2024} | ${'*'}     | ${['1000000.00', '869999.99']} | ${['400000.00', '160000.00', '150000.00']} | ${'709999.99'}
  ${2025} | ${'PONTS'} | ${['0.00', '0.00']}            | ${['180000.00', '150000.00', '0.00']}      | ${'190000.00'}
  ${2025} | ${'RURAL'} | ${['0.00', '0.00']}            | ${['80000.00', '85000.00', '0.00']}        | ${'115000.00'}
  ${2025} | ${'VELO'}  | ${['0.00', '0.00']}            | ${['50000.00', '0.00', '0.00']}            | ${'0.00'}
  ${2025} | ${'DATA'}  | ${['0.00', '0.00']}            | ${['30000.00', '0.00', '0.00']}            | ${'99999.99'}
  ${2025} | ${'ANIM'}  | ${['0.00', '0.00']}            | ${['10000.00', '0.00', '0.00']}            | ${'60000.00'}
  ${2025} | ${'*'}     | ${['0.00', '0.00']}            | ${['350000.00', '235000.00', '0.00']}      | ${'464999.99'}
  ${2026} | ${'PONTS'} | ${['0.00', '0.00']}            | ${['120000.00', '30000.10', '0.00']}       | ${'159999.90'}
  ${2026} | ${'RURAL'} | ${['0.00', '0.00']}            | ${['0.00', '0.00', '0.00']}                | ${'115000.00'}
  ${2026} | ${'*'}     | ${['0.00', '0.00']}            | ${['250000.00', '30000.10', '0.00']}       | ${'434999.89'}
`(
  '$envelope at the end of $year: AE $AE allocated and consumed; CP $CP allocated, consumed and reserved; outstanding $outstanding',
  (row: { year: number; envelope: string; AE: string[]; CP: string[]; outstanding: string }) => {
    const { balances } = atEndOf(row.year);
    const key = { envelope: row.envelope, line: null };
    const [ae, cp] = [calculated(balances.figures(key, 'AE')), calculated(balances.figures(key, 'CP'))];
    expect([ae.allocated, ae.consumed].map((euros) => euros.toDecimalString())).toEqual(row.AE);
    expect([cp.allocated, cp.consumed, cp.reserved].map((euros) => euros.toDecimalString())).toEqual(row.CP);
    expect(balances.outstanding(row.envelope)?.toDecimalString()).toBe(row.outstanding);
  },
);

test.each`
  year    | expected
  ${2024} | ${{ 1: '180000.10', 2: '139999.90', 3: '30000.00', 4: '200000.00', 5: '99999.99', 6: '60000.00' }}
  ${2025} | ${{ 1: '20000.10', 2: '139999.90', 3: '30000.00', 4: '115000.00', 5: '99999.99', 6: '60000.00' }}
  ${2026} | ${{ 1: '-10000.00', 2: '139999.90', 3: '30000.00', 4: '115000.00', 5: '99999.99', 6: '60000.00' }}
`('restes à payer of each EJ at the end of $year', ({ year, expected }: { year: number; expected: object }) => {
  const entries = [...atEndOf(year).balances.byEj.entries()];
  const found = entries.map(({ ej, outstanding }) => [Number(ej?.slice(-1)), (outstanding / 100).toFixed(2)]);
  expect(Object.fromEntries(found)).toEqual(expected);
});

/** `error PLA-02 10`: the severity, the rule and the row of the drawing of each finding on money. */
function found(year: number): string[] {
  const { dossier, report } = controlled(workbook, `${year}-12-31`);
  const first = dossier.ledger.rows[0]?.key ?? 0;
  return report.findings
    .filter(({ rule }) => /^(PLA-0[1-5]|RAP|EJ|PER-0[2-5]|FON)/.test(rule))
    .map(({ rule, severity, place }) => `${severity} ${rule} ${place.kind === 'row' ? place.row - first + 1 : '-'}`);
}

/*
 * 2024: row 3 brings Travaux to 229 999,90 of 200 000 and PONTS to 510 000 of 500 000; row 6, ANIM to 60 000 of 50 000
 * (information); row 8, the CP of Travaux to 60 000 of 50 000.
 * 2025: PONTS states 180 000 of restes à payer where the ledger leaves 350 000; RURAL pays 85 000 of 80 000.
 * 2026: EJ 1406000001 is paid 280 000,10 over three years for 270 000,10 left after its retrait.
 * Row 12 is paid in 2027, which has no credits. What exceeds a ceiling of a year is found in the later ones too.
 */
const OF_2024 = ['error PLA-04 3', 'error PLA-01 3', 'info PLA-01 6', 'error PLA-04 8'];

test.each`
  year    | expected
  ${2024} | ${[...OF_2024, 'error PER-03 12']}
  ${2025} | ${['error RAP-01 -', ...OF_2024, 'error PLA-02 10', 'error PER-03 12', 'info EJ-06 13']}
  ${2026} | ${[...OF_2024, 'error PLA-02 10', 'error EJ-02 11', 'error PER-03 12']}
`('what is found at the end of $year', ({ year, expected }: { year: number; expected: string[] }) => {
  expect(found(year)).toEqual(expected);
});

describe('the documents', () => {
  const at = (year: number) => documented(workbook, `${year}-12-31`);
  const [of2025, of2026] = [at(2025), at(2026)];

  test.each([
    ['État de prévision 2025', '7. Depuis le début de la convention'],
    ['Bilan financier 2025', '8. Depuis le début de la convention'],
  ])('%s has the figures of each year since the beginning of the convention', (sheet, section) => {
    const rows = new DocumentReader(of2025, sheet).block(section);
    const ofPonts = rows.filter(([label]) => label === 'Programme national ponts');
    expect(ofPonts.map((row) => row.slice(1, 6))).toEqual([
      [2024, 'AE', 500_000, 510_000, -10_000],
      [2025, 'AE', 0, 0, 0],
      ['Tous exercices', 'AE', 500_000, 510_000, -10_000],
      [2024, 'CP', 200_000, 160_000, 40_000],
      [2025, 'CP', 180_000, 150_000, 30_000],
      ['Tous exercices', 'CP', 380_000, 310_000, 70_000],
    ]);
  });

  test('a nature without credits nor operation in the year has no chart', () => {
    const charts = ['État de prévision 2025', 'Bilan financier 2025'].map((sheet) =>
      of2025.sheets
        .find(({ name }) => name === sheet)
        ?.charts?.map((name) => name.replace(/^\D*_(?=[A-Z]+_[AC][EP])/, '')),
    );
    const natures = charts.map((names) => names?.map((name) => name.split('_').slice(0, 2).join(' ')));
    const drawn = ['PONTS', 'RURAL', 'VELO', 'DATA', 'ANIM'].map((code) => `${code} CP`);
    expect(natures).toEqual([drawn, drawn]);
  });

  test('the Bilan at the last day is also the report at the end of the convention', () => {
    const titleOf = (documents: WorkbookSnapshot, year: number) =>
      String(new DocumentReader(documents, `Bilan financier ${year}`).rows()[0]?.[0]).replace(/\s/g, ' ');
    expect(titleOf(of2025, 2025)).toBe('Bilan financier annuel 2025 – PROJET');
    expect(titleOf(of2026, 2026)).toBe(
      'Bilan financier annuel 2026 et compte rendu au terme de la convention – PROJET',
    );
  });
});

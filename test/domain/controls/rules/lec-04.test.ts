/** LEC-04: a column that makes a figure is not in the ledger; the figure is not calculable. */
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { findingsIn, findingsOf } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { ledgerOf, ledgerOfTables } from '../../../support/ledgers/ledger-builder';

/** `figure: missing column, row` of each finding, in order. */
function missing(ledger: Parameters<typeof findingsOf>[0], convention: Convention = convention2023()): string[] {
  return findingsOf(ledger, { convention, whole: true }).flatMap((finding) =>
    finding.rule === 'LEC-04' && finding.place.kind === 'row'
      ? [`${finding.severity} ${finding.details.figure}: ${finding.details.missing}, row ${finding.place.row}`]
      : [],
  );
}

test.each`
  headings                                      | expected
  ${'axe 2 | EJ | date EJ | AE | payé le | CP'} | ${[]}
  ${'axe 2 | EJ | payé le | CP'}                | ${['error AE: ae, row 0']}
  ${'axe 2 | EJ | date EJ | AE'}                | ${['error CP: cp, row 0']}
  ${'axe 2 | EJ | date EJ | AE | CP'}           | ${['error CP: paymentDate, row 0']}
  ${'axe 2 | date EJ | AE | payé le | CP'}      | ${['error outstanding: ejNumber, row 0']}
  ${'EJ | date EJ | AE | payé le | CP'}         | ${['error envelopes: ministerialAxis2, row 0']}
  ${'axe 2 | EJ | date EJ'}                     | ${['error AE: ae, row 0', 'error CP: cp, row 0']}
`('$headings: $expected', ({ headings, expected }: { headings: string; expected: string[] }) => {
  expect(missing(ledgerOf(headings))).toEqual(expected);
});

test('right: commitments on one sheet and payments on another have both', () => {
  expect(missing(ledgerOfTables('axe 2 | EJ | date EJ | AE', 'EJ | payé le | CP'))).toEqual([]);
});

test('wrong: one table pays without a date, at its own headings', () => {
  const dated = `
    axe 2 | EJ         | date EJ    | AE   | payé le    | CP
    PDE   | 1400000001 | 15/02/2023 | 1,00 | 20/03/2023 | 1,00`;
  const undated = `
    axe 2 | EJ         | date EJ    | AE   | CP
    SF    | 1400000002 | 15/02/2023 | 2,00 | 1,00`;
  expect(missing(ledgerOfTables(dated, undated))).toEqual(['error CP: paymentDate, row 1000']);
});

test('right: a table without payments needs no date of payment', () => {
  const dated = 'axe 2 | EJ | date EJ | AE | payé le | CP';
  const commitments = `
    axe 2 | EJ         | date EJ    | AE   | CP
    SF    | 1400000002 | 15/02/2023 | 2,00 |`;
  expect(missing(ledgerOfTables(dated, commitments))).toEqual([]);
});

test('edge: a convention that gives AE alone has no figure of CP, nor restes à payer', () => {
  const base = convention2023();
  const [pde] = base.envelopes;
  if (!pde) throw new Error('no envelope');
  const ceilings = { AE: base.ceilings.AE, CP: null };
  const ofAe = { ...base, ceilings, imputation: [], envelopes: [{ ...pde, ceilings }] };
  expect(missing(ledgerOf('date EJ | AE'), ofAe)).toEqual([]);
});

test('edge: the controls of a figure that is not calculable find nothing', () => {
  const spent = `
    imputation | axe 2 | poste         | EJ         | date EJ    | AE         | service fait | CP
    juste      | SF    | Frais annexes | 1400000001 | 15/02/2023 | 1 000,00   | 01/03/2023   | 900 000,00`;
  const rules = findingsIn(spent, { whole: true }).map(({ rule }) => rule);
  expect(rules).toContain('LEC-04');
  expect(rules.filter((rule) => /^(PLA-0[235]|DEL-03)$/.test(rule))).toEqual([]);
});

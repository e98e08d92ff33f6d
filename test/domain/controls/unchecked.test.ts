/**
 * Law: a row that no figure counts is never silent. Whether its envelope is written, repeated from the cell above,
 * taken from its EJ or from a title, an error is reported on it, or on another row that writes the same unknown
 * envelope.
 */
import fc from 'fast-check';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { judgeLedger } from '../../../src/domain/controls/judge';
import type { Ledger, LedgerField, LedgerRow } from '../../../src/domain/envelopes/ledger';
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { drawLayout } from '../../support/layouts/layouts';
import { findingsOf } from '../../support/controls';
import { ledgerOf, ledgerOfTables } from '../../support/ledgers/ledger-builder';
import { CONVENTION } from './rules/ceilings';

const AS_OF = isoDate('2023-12-31');
const FROM_ELSEWHERE: ReadonlySet<LedgerField> = new Set(['ministerialAxis2']);

const fact = fc.record({
  axis: fc.constantFrom('PDE', 'Signaux Faibles', 'PDX', 'Autre', ''),
  ae: fc.constantFrom('1 000', '250,50', 'douze', '#REF!'),
  isInherited: fc.boolean(),
});

interface Judged {
  readonly ledger: Ledger;
  readonly errors: ReadonlySet<number>;
  readonly unchecked: readonly number[];
}

function envelopeText({ imputation: { ministerialAxis2: code } }: LedgerRow): string {
  return code.kind === 'absent' ? '' : code.raw;
}

/** The unchecked rows without an error on them, nor on a row with the same envelope. */
function silentRows({ ledger, errors, unchecked }: Judged): readonly number[] {
  const rows = new Map(ledger.rows.map((row) => [Number(row.key), row]));
  const isTold = (key: number): boolean =>
    errors.has(key) ||
    ledger.rows.some((other) => {
      const row = rows.get(key);
      return row !== undefined && errors.has(Number(other.key)) && envelopeText(other) === envelopeText(row);
    });
  return unchecked.filter((key) => !isTold(key));
}

test('an unchecked row has an error, on it or where its envelope is written', () => {
  fc.assert(
    fc.property(fc.array(fact, { minLength: 1, maxLength: 8 }), (facts) => {
      const lines = facts.map(({ axis, ae }, index) => `${axis} | 140000000${index} | 15/02/2023 | ${ae}`);
      const drawn = ledgerOf(['axe 2 | EJ | date EJ | AE', ...lines].join('\n'));
      const rows = drawn.rows.map((row, index) =>
        facts[index]?.isInherited ? { ...row, inherited: FROM_ELSEWHERE } : row,
      );
      const ledger = { ...drawn, rows };
      const { balances, findings } = judgeLedger(ledger, CONVENTION, AS_OF);
      const errors = new Set(
        findings.flatMap(({ severity, place }) =>
          severity === 'error' && place.kind === 'row' ? [Number(place.row)] : [],
        ),
      );
      expect(silentRows({ ledger, errors, unchecked: balances.unchecked.map(({ row }) => Number(row)) })).toEqual([]);
    }),
    { seed: 9, numRuns: 300 },
  );
});

test('an envelope inherited from nowhere is reported where it is, once it is written nowhere', () => {
  const drawn = ledgerOf(`
    axe 2 | EJ         | date EJ    | AE
    PDE   | 1400000001 | 15/02/2023 | 1 000
    PDX   | 1400000002 | 15/02/2023 | 1 000
  `);
  const inherit = (rows: readonly number[]): Ledger => ({
    ...drawn,
    rows: drawn.rows.map((row) => (rows.includes(Number(row.key)) ? { ...row, inherited: FROM_ELSEWHERE } : row)),
  });
  const unknown = (ledger: Ledger): readonly unknown[] =>
    judgeLedger(ledger, CONVENTION, AS_OF).findings.flatMap(({ rule, place }) =>
      rule === 'IMP-06' && place.kind === 'row' ? [Number(place.row)] : [],
    );
  expect(unknown(drawn)).toEqual([2]);
  expect(unknown(inherit([2]))).toEqual([2]);
});

describe('cells that a payment takes from its EJ are judged on the row of the EJ, where they are corrected', () => {
  const CODES: ReadonlySet<LedgerField> = new Set(['ministerialAxis2', 'functionalDomain']);
  const findingsWith = (envelope: string, domain: string, inheriting: readonly number[]): readonly string[] => {
    const drawn = ledgerOf(`
      axe 2          | domaine      | EJ         | date EJ    | AE    | payé le    | service fait | CP
      PDE            | 0103-01-01   | 1400000001 | 15/02/2023 | 1 000 |            |              |
      ${envelope}    | ${domain}    | 1400000002 | 15/02/2023 | 1 000 |            |              |
      ${envelope}    | ${domain}    | 1400000002 |            |       | 20/03/2023 | 21/03/2023   | 10
    `);
    const rows = drawn.rows.map((row) => (inheriting.includes(Number(row.key)) ? { ...row, inherited: CODES } : row));
    return findingsOf({ ...drawn, rows }, { convention: CONVENTION }).flatMap(({ rule, place }) =>
      place.kind === 'row' ? [`${rule} at ${place.row} ${place.field}`] : [],
    );
  };
  const OWN = 'EJ-07 at 3 serviceDate';

  const [NONE, PAYMENT, BOTH] = [[], [3], [2, 3]];

  test.each`
    envelope                   | domain          | inheriting | found                                                                    | why
    ${'PDE'}                   | ${'0103-01-01'} | ${PAYMENT} | ${[OWN]}                                                                 | ${'right codes: its own dates are judged'}
    ${'PDE'}                   | ${'0102-01'}    | ${PAYMENT} | ${['IMP-03 at 2 functionalDomain', OWN]}                                 | ${'a foreign code, once'}
    ${'PDE'}                   | ${'0102-01'}    | ${NONE}    | ${['IMP-03 at 2 functionalDomain', 'IMP-03 at 3 functionalDomain', OWN]} | ${'written on both rows, twice'}
    ${'Place des entreprises'} | ${'0103-01-01'} | ${PAYMENT} | ${['IMP-07 at 2 ministerialAxis2', OWN]}                                 | ${'an envelope by its other name, once'}
    ${'Place des entreprises'} | ${'0103-01-01'} | ${BOTH}    | ${[OWN]}                                                                 | ${'the other name is that of a title, above both rows'}
    ${'PDX'}                   | ${'0103-01-01'} | ${PAYMENT} | ${['IMP-06 at 2 ministerialAxis2', OWN]}                                 | ${'an unknown envelope, once: the row of the EJ writes it'}
    ${'PDX'}                   | ${'0103-01-01'} | ${NONE}    | ${['IMP-06 at 2 ministerialAxis2', 'IMP-06 at 3 ministerialAxis2', OWN]} | ${'written on both rows, twice'}
    ${'PDX'}                   | ${'0103-01-01'} | ${BOTH}    | ${['IMP-06 at 2 ministerialAxis2', 'IMP-06 at 3 ministerialAxis2', OWN]} | ${'an unknown envelope that no row writes: no figure counts them'}
  `('« $envelope », « $domain », taken from elsewhere by the rows $inheriting: $why', (row) => {
    expect(findingsWith(row.envelope as string, row.domain as string, row.inheriting as number[])).toEqual(row.found);
  });
});

/** Two tables: the EJ, without payments, and another that lacks the envelope and the domaine. */
test.each`
  other                                                       | found                                  | why
  ${'EJ | payé le | CP\n1400000001 | 20/03/2023 | 10'}        | ${['IMP-06 at 1001 ministerialAxis2']} | ${'payments: one whose envelope is not found has an error'}
  ${'EJ | date EJ | AE | CP\n1400000002 | 20/03/2023 | 10 |'} | ${[]}                                  | ${'commitments: the headings have the error (DON-08)'}
`('a table without the columns that another has: $why', ({ other, found }) => {
  const first = 'axe 2 | domaine | EJ | date EJ | AE\nPDE | 0103-01-01 | 1400000001 | 15/02/2023 | 1 000';
  const findings = findingsOf(ledgerOfTables(first, other as string), { convention: CONVENTION });
  expect(
    findings.flatMap(({ rule, place }) => (place.kind === 'row' ? [`${rule} at ${place.row} ${place.field}`] : [])),
  ).toEqual(found);
});

test('drawn layouts: a workbook with an unchecked row has an error', () => {
  const silent: number[] = [];
  for (let seed = 0; seed < 120; seed++) {
    const layout = drawLayout(seed);
    const opened = openDossier(layout.workbook, { convention: layout.convention });
    if (!opened.ok) continue;
    const [date = ''] = layout.truth.keys();
    const { report } = controlledAt(opened.value, isoDate(date));
    const hasError = report.findings.some(({ severity }) => severity === 'error');
    if (report.balances.unchecked.length > 0 && !hasError) silent.push(seed);
  }
  expect(silent).toEqual([]);
});

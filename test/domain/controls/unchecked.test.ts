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
import { ledgerOf } from '../../support/ledgers/ledger-builder';
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

/** A ledger edited row by row says what a whole run says of the ledger as it then stands: figures, findings and their order. */
import fc from 'fast-check';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { LiveControls } from '../../../src/domain/controls/live-controls';
import { runControls } from '../../../src/domain/controls/registry';
import { createAssigner } from '../../../src/domain/envelopes/assignment';
import type { Convention } from '../../../src/domain/envelopes/convention';
import type { Ledger, LedgerRow, RowKey, TotalRow } from '../../../src/domain/envelopes/ledger';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { Euros } from '../../../src/domain/money/euros';
import { ledgerOf } from '../../support/ledger-builder';
import { movementOf } from '../envelopes/builders';
import { CONVENTION } from './ceilings';

const AS_OF = isoDate('2023-12-31');
const EARLIER = '1400000900';

/** Ceilings that a few rows reach, one that moves on the way, thresholds on a poste, and an earlier EJ. */
const convention: Convention = {
  ...CONVENTION,
  envelopes: CONVENTION.envelopes.map((envelope) => ({
    ...envelope,
    lines: envelope.lines.map((line, index) => (index === 0 ? { ...line, thresholds: { information: 0.1, warning: 0.3 } } : line)),
  })),
  rap: [{ ej: EARLIER, amount: Euros.fromCents<'CP'>(2_000_000) }],
  movements: [
    movementOf({ type: 'amendment', to: 'SF', nature: 'AE', cents: 2_000_000, date: '2023-07-01' }),
    movementOf({ type: 'freeze', from: 'SF', nature: 'CP', cents: 1_500_000, date: '2023-07-01' }),
  ],
};

const DAYS = ['', '10/01/2023', '11/01/2023', '30/06/2023', '01/07/2023', '02/07/2023', '01/12/2023'];
const fact = fc.record({
  axis: fc.constantFrom('PDE', 'PDE', 'Signaux Faibles', 'Place des entreprises', 'PDX', ''),
  poste: fc.constantFrom('Prestations (charges de personnel)', 'Frais annexes', 'Audit de sécurité', '', ''),
  domain: fc.constantFrom('0103-01-01', '0103-01-01', '0102-01', ''),
  activity: fc.constantFrom('010300000104', '10300000104', '1,03E+10', ''),
  state: fc.constantFrom('', '', '', 'projet', 'annulé'),
  kind: fc.constantFrom('', '', 'EJ anticipé', 'Retrait'),
  ej: fc.constantFrom('1400000001', '1400000002', '1400000003', EARLIER, '14058862', ''),
  dp: fc.constantFrom('', '0100000001', '0100000002'),
  supplier: fc.constantFrom('ACME', 'Béta'),
  label: fc.constantFrom('Mission de janvier', 'Mission de février'),
  committed: fc.constantFrom(...DAYS, '20/11/2022', '20/12/2022', '20/12/2022', '15/01/2022', '31/02/2023'),
  ae: fc.constantFrom('', '', '20 000', '45 000,50', '60 000', '250 000', '-10 000', '12,345', 'douze'),
  service: fc.constantFrom(...DAYS, '03/01/2024'),
  received: fc.constantFrom('', '', '15/06/2023'),
  paid: fc.constantFrom(...DAYS, '03/01/2024'),
  cp: fc.constantFrom('', '', '15 000', '40 000', '70 000,25', '300 000', '-5 000', '0', '#REF!'),
});
type Fact = (typeof fact) extends fc.Arbitrary<infer T> ? T : never;

const HEADINGS = 'axe 2 | poste | domaine | activité | état | opération | EJ | DP | titulaire | objet | date EJ | AE | service fait | reçue le | payé le | CP';

function rowsOf(facts: readonly Fact[]): Ledger {
  const lines = facts.map((row) => {
    const { axis, poste, domain, activity, state, kind, ej, dp, supplier, label, committed, ae, service, received, paid, cp } = row;
    return [axis, poste, domain, activity, state, kind, ej, dp, supplier, label, committed, ae, service, received, paid, cp].join(' | ');
  });
  return ledgerOf([HEADINGS, ...lines].join('\n'));
}

/** An edit: a key of the sheet, and the fact that stands there afterwards (null: nothing does). */
interface Edit {
  readonly key: number;
  readonly fact: Fact | null;
}

const edits = fc.array(fc.record({ key: fc.nat(15), fact: fc.option(fact, { nil: null, freq: 4 }) }), { minLength: 1, maxLength: 12 });
const totals: fc.Arbitrary<readonly TotalRow[]> = fc.constantFrom(
  [],
  [totalOf(9, 3), totalOf(14, 1)],
);

function totalOf(key: number, firstCovered: number): TotalRow {
  const amount = { kind: 'amount', cents: 2_000_000, asText: false, rounded: false, raw: '20000' } as const;
  return { key: key as RowKey, label: 'Total', ae: amount, cp: amount, firstCovered: firstCovered as RowKey };
}

function wholeRun(ledger: Ledger): readonly [unknown, unknown] {
  const balances = LedgerIndex.build(ledger, convention, AS_OF);
  const findings = runControls({ convention, ledger, balances, asOf: AS_OF, assign: createAssigner(convention) });
  return [findings, figuresOf(balances)];
}

function figuresOf(balances: LedgerIndex | LiveControls['balances']): unknown {
  return {
    figures: ['*', 'PDE', 'SF'].flatMap((envelope) => (['AE', 'CP'] as const).map((nature) => balances.figures({ envelope, line: null }, nature))),
    rap: ['*', 'PDE', 'SF'].map((envelope) => [balances.outstanding(envelope).cents, balances.rapPaid(envelope).cents]),
    unchecked: balances.unchecked,
  };
}

test('any ledger, after any edits, insertions and deletions', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 16 }), edits, totals, (facts, sequence, totalRows) => {
      const drawn = rowsOf(facts);
      const ledger: Ledger = { ...drawn, totals: totalRows };
      const live = new LiveControls(ledger, convention, AS_OF);
      expect([live.findings, figuresOf(live.balances)]).toEqual(wholeRun(ledger));
      const rows = new Map<number, LedgerRow>(ledger.rows.map((row) => [row.key, row]));
      for (const { key, fact: after } of sequence) {
        edit(live, rows, { key, fact: after });
        const now = { ...ledger, rows: [...rows.values()].sort((one, other) => one.key - other.key) };
        expect([live.findings, figuresOf(live.balances)]).toEqual(wholeRun(now));
        expect(live.edited.rows).toEqual(now.rows);
      }
    }),
    { numRuns: 150 },
  );
});

function edit(live: LiveControls, rows: Map<number, LedgerRow>, { key, fact: after }: Edit): void {
  const before = rows.get(key) ?? null;
  const read = after && rowsOf([after]).rows[0];
  const now = read ? { ...read, key: key as RowKey } : null;
  live.replaceRow(before, now);
  if (now) rows.set(key, now);
  else rows.delete(key);
}

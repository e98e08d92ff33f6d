/** A workbook followed from one reading to the next says what opening it anew says. */
import fc from 'fast-check';
import { controlledAt } from '../../../src/application/control';
import type { ControlReport, Dossier } from '../../../src/application/dossier';
import { EditFollower } from '../../../src/application/session/follow-edits';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { WHOLE_CONVENTION } from '../../../src/domain/envelopes/ceilings';
import { LedgerReader } from '../../../src/workbook/ledger/read-ledger';
import { convention2023 } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { HandTimers } from '../../support/excel/memory-workbook';

const AS_OF = isoDate('2023-12-31');
const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP";
const FIRST = 'PDE | Frais annexes | 10300000104 | 1400000001 | 15/02/2023 | 1000 | |';

const row = fc
  .record({
    axis: fc.constantFrom('PDE', 'Signaux Faibles', 'PDX', 'Total'),
    ej: fc.constantFrom('1400000001', '1400000002', ''),
    date: fc.constantFrom('15/02/2023', '01/03/2022', ''),
    ae: fc.constantFrom('1000', '400000', 'douze', ''),
    paid: fc.constantFrom('10/05/2023', ''),
    cp: fc.constantFrom('600', '90000', ''),
  })
  .map(
    ({ axis, ej, date, ae, paid, cp }) =>
      `${axis} | Prestations | 10300000104 | ${ej} | ${date} | ${ae} | ${paid} | ${cp}`,
  );

/** A row changed, put in, taken away, or all of them sorted, after a while: what follows edits is not always ready. */
const edit = fc.record({
  at: fc.nat(8),
  text: row,
  how: fc.constantFrom('change', 'insert', 'delete', 'sort'),
  delay: fc.constantFrom(0, 250, 2_000),
});

function opened(rows: readonly string[], reader?: LedgerReader): Dossier {
  const dossier = openDossier(ledgerWorkbook(convention2023(), [HEADINGS, FIRST, ...rows].join('\n')), {}, reader);
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value;
}

test('any readings of a workbook, one after the other', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 8 }),
      fc.array(edit, { maxLength: 5 }),
      fc.constantFrom(0, 5, 100),
      (first, edits, large) => {
        const timers = new HandTimers();
        const follower = new EditFollower(timers, large);
        const reports: [ControlReport, ControlReport][] = [];
        const [rows, reader] = [[...first], new LedgerReader()];
        follower.controlledAt(opened(rows, reader), AS_OF);
        for (const { at, text, how, delay } of edits) {
          timers.pass(delay);
          if (how === 'sort') rows.sort();
          else rows.splice(at, how === 'insert' ? 0 : 1, ...(how === 'delete' ? [] : [text]));
          const { dossier, report } = follower.controlledAt(opened(rows, reader), AS_OF);
          const wholly = opened(rows);
          const anew = controlledAt(wholly, AS_OF).report;
          expect([dossier.ledger, dossier.ignored]).toEqual([wholly.ledger, wholly.ignored]);
          expect(report.findings).toEqual(anew.findings);
          expect([report.unchecked, report.rows]).toEqual([anew.unchecked, anew.rows]);
          reports.push([report, anew]);
          expect([...report.accepted.values()]).toEqual([...anew.accepted.values()]);
          expect(amountsOf(report)).toEqual(amountsOf(anew));
        }
        // what was reported before an edit does not follow it
        for (const [report, anew] of reports)
          expect([amountsOf(report), report.unchecked]).toEqual([amountsOf(anew), anew.unchecked]);
      },
    ),
    { numRuns: 60 },
  );
});

function amountsOf({ balances }: ControlReport): readonly unknown[] {
  const places = ['PDE', 'SF', WHOLE_CONVENTION].flatMap((envelope) => [
    balances.figures({ envelope, line: null }, 'AE'),
    balances.figures({ envelope, line: null }, 'CP'),
  ]);
  const lines = convention2023().envelopes.flatMap(({ code: envelope, lines: postes }) =>
    postes.map(({ index }) => balances.figures({ envelope, line: index }, 'CP')),
  );
  return [...places, ...lines, balances.outstanding('PDE'), balances.rapPaid('PDE')];
}

test('a large ledger is prepared in stages, once the pane has shown it, and begins anew when it is read again', () => {
  const timers = new CountingTimers();
  const follower = new EditFollower(timers, 2);
  follower.controlledAt(opened([FIRST]), AS_OF);
  expect(timers.stages).toBe(0);
  timers.pass(250);
  expect(timers.stages).toBeGreaterThan(20);
  const prepared = timers.stages;
  follower.controlledAt(opened([FIRST.replace('1000', '2000')]), AS_OF);
  timers.pass(2_000);
  expect(timers.stages).toBe(prepared); // followed: nothing to prepare again
  follower.controlledAt(opened([FIRST]), isoDate('2023-06-30'));
  timers.pass(2_000);
  expect(timers.stages).toBe(2 * prepared);
});

class CountingTimers extends HandTimers {
  stages = 0;

  override after(milliseconds: number, action: () => void): () => void {
    return super.after(milliseconds, () => {
      this.stages++;
      action();
    });
  }
}

/** A workbook followed from one reading to the next says what opening it anew says. */
import fc from 'fast-check';
import { controlledAt } from '../../src/application/control';
import type { Dossier } from '../../src/application/dossier';
import { EditFollower } from '../../src/application/follow-edits';
import { openDossier } from '../../src/application/open-dossier';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { convention2023 } from '../support/conventions';
import { ledgerWorkbook } from '../support/ledger-workbook';
import { HandTimers } from '../support/memory-workbook';

const AS_OF = isoDate('2023-12-31');
const HEADINGS = "Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP";
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
  .map(({ axis, ej, date, ae, paid, cp }) => `${axis} | Prestations | 10300000104 | ${ej} | ${date} | ${ae} | ${paid} | ${cp}`);

/** Another text of a row, after a while: what follows edits is not always ready. */
const edit = fc.record({ at: fc.nat(8), text: row, delay: fc.constantFrom(0, 250, 2_000) });

function opened(rows: readonly string[]): Dossier {
  const dossier = openDossier(ledgerWorkbook(convention2023(), [HEADINGS, FIRST, ...rows].join('\n')));
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value;
}

test('any readings of a workbook, one after the other', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.array(edit, { maxLength: 5 }), fc.constantFrom(0, 5, 100), (first, edits, large) => {
      const timers = new HandTimers();
      const follower = new EditFollower(timers, large);
      const rows = [...first];
      follower.controlledAt(opened(rows), AS_OF);
      for (const { at, text, delay } of edits) {
        timers.pass(delay);
        rows.splice(at, at % 3 === 2 ? 0 : 1, text);
        const dossier = opened(rows);
        const { report } = follower.controlledAt(dossier, AS_OF);
        const anew = controlledAt(dossier, AS_OF).report;
        expect(report.findings).toEqual(anew.findings);
        expect([report.unchecked, report.rows]).toEqual([anew.unchecked, anew.rows]);
        expect([...report.accepted.values()]).toEqual([...anew.accepted.values()]);
        expect(report.balances.figures({ envelope: 'PDE', line: null }, 'AE')).toEqual(anew.balances.figures({ envelope: 'PDE', line: null }, 'AE'));
      }
    }),
    { numRuns: 60 },
  );
});

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

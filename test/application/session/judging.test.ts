/**
 * A run in slices gives the report of a run at once, and lets other tasks run; a newer run abandons it. Rows kept from
 * an earlier reading change no report.
 */
import fc from 'fast-check';
import { controlledAt, type ControlledDossier } from '../../../src/application/control';
import type { ControlReport, Dossier } from '../../../src/application/dossier';
import { Judging } from '../../../src/application/session/judging';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { WHOLE_CONVENTION } from '../../../src/domain/envelopes/ceilings';
import { LedgerReader } from '../../../src/workbook/ledger/read-ledger';
import { convention2023 } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { HandTimers } from '../../support/excel/memory-workbook';
import { StepTimers } from '../../support/excel/step-timers';

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

/** A row changed, inserted or deleted, or all of them sorted. */
const edit = fc.record({
  at: fc.nat(8),
  text: row,
  how: fc.constantFrom('change', 'insert', 'delete', 'sort'),
});

function opened(rows: readonly string[], reader?: LedgerReader): Dossier {
  const dossier = openDossier(ledgerWorkbook(convention2023(), [HEADINGS, FIRST, ...rows].join('\n')), {}, reader);
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value;
}

test('rows kept from one reading to the next give the report of a fresh reading', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.array(edit, { maxLength: 5 }), (first, edits) => {
      const reports: [ControlReport, ControlReport][] = [];
      const [rows, reader] = [[...first], new LedgerReader()];
      controlledAt(opened(rows, reader), AS_OF);
      for (const { at, text, how } of edits) {
        if (how === 'sort') rows.sort();
        else rows.splice(at, how === 'insert' ? 0 : 1, ...(how === 'delete' ? [] : [text]));
        const { dossier, report } = controlledAt(opened(rows, reader), AS_OF);
        const wholly = opened(rows);
        const fresh = controlledAt(wholly, AS_OF).report;
        expect([dossier.ledger, dossier.ignored]).toEqual([wholly.ledger, wholly.ignored]);
        expect(report.findings).toEqual(fresh.findings);
        expect([report.unchecked, report.rows]).toEqual([fresh.unchecked, fresh.rows]);
        reports.push([report, fresh]);
        expect([...report.accepted.values()]).toEqual([...fresh.accepted.values()]);
        expect(amountsOf(report)).toEqual(amountsOf(fresh));
      }
      // A later edit does not change an earlier report.
      for (const [report, fresh] of reports)
        expect([amountsOf(report), report.unchecked]).toEqual([amountsOf(fresh), fresh.unchecked]);
    }),
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

/** Timers that count the tasks that they run. */
class CountingTimers extends HandTimers {
  tasks = 0;

  override after(milliseconds: number, action: () => void): () => void {
    return super.after(milliseconds, () => {
      this.tasks++;
      action();
    });
  }
}

describe('a run', () => {
  const older = opened([FIRST]);
  const newer = opened([FIRST.replace('1000', '400000')]);

  test('of a small ledger is shown at once, in no task of its own', async () => {
    const timers = new CountingTimers();
    const shown: ControlledDossier[] = [];
    const judged = new Judging(timers).judge(older, AS_OF, (one) => void shown.push(one));
    expect(shown.map(({ report }) => report.findings)).toEqual([controlledAt(older, AS_OF).report.findings]);
    await judged;
    expect(timers.tasks).toBe(0);
  });

  test('of a ledger that was just judged gives the same figures and findings, at the same date only', async () => {
    const judging = new Judging(new CountingTimers());
    const shown: ControlledDossier[] = [];
    const [before, later] = [isoDate('2023-01-31'), isoDate('2024-06-30')];
    for (const [dossier, asOf] of [
      ...[older, { ...older }].map((one) => [one, before] as const),
      [older, later],
    ] as const)
      await judging.judge(dossier, asOf, (one) => void shown.push(one));
    await judging.judge(newer, later, (one) => void shown.push(one));
    expect(shown[1]?.report.findings).toBe(shown[0]?.report.findings);
    expect(shown[1]?.report.balances).toBe(shown[0]?.report.balances);
    const fresh = [controlledAt(older, before), controlledAt(older, before), controlledAt(older, later)];
    expect(shown.map(({ report }) => report.findings)).toEqual(
      [...fresh, controlledAt(newer, later)].map(({ report }) => report.findings),
    );
    expect(shown.map(({ report }) => amountsOf(report))).toEqual(
      [...fresh, controlledAt(newer, later)].map(({ report }) => amountsOf(report)),
    );
  });

  test('of a large ledger takes many tasks, and is shown complete after the last one', async () => {
    const timers = new CountingTimers();
    const shown: ControlledDossier[] = [];
    const judged = new Judging(timers, 1).judge(older, AS_OF, (one) => void shown.push(one));
    expect([shown.length, timers.tasks]).toEqual([0, 0]);
    timers.pass(0);
    expect(timers.tasks).toBeGreaterThan(10);
    await judged;
    const [{ dossier, report } = controlledAt(newer, AS_OF), ...others] = shown;
    expect(others).toEqual([]);
    expect(dossier).toEqual(controlledAt(older, AS_OF).dossier);
    expect(report.findings).toEqual(controlledAt(older, AS_OF).report.findings);
    expect(amountsOf(report)).toEqual(amountsOf(controlledAt(older, AS_OF).report));
  });

  test.each([0, 1, 5])('abandoned after %i tasks by a newer one is never shown', async (before) => {
    const timers = new StepTimers();
    const shown: ControlledDossier[] = [];
    const judging = new Judging(timers, 1);
    const first = judging.judge(older, AS_OF, (one) => void shown.push(one));
    timers.run(before);
    const second = judging.judge(newer, AS_OF, (one) => void shown.push(one));
    await first; // its caller is not left waiting
    timers.run(1_000);
    await second;
    expect(shown.map(({ report }) => report.findings)).toEqual([controlledAt(newer, AS_OF).report.findings]);
  });

  test('abandoned with none after it is never shown; abandoning reports whether there was one', async () => {
    const timers = new StepTimers();
    const shown: ControlledDossier[] = [];
    const judging = new Judging(timers, 1);
    const judged = judging.judge(older, AS_OF, (one) => void shown.push(one));
    timers.run(3);
    expect([judging.abandon(), judging.abandon()]).toEqual([true, false]);
    await judged;
    timers.run(1_000);
    expect(shown).toEqual([]);
  });

  test.each([1, 100])('that throws rejects, with slices above %i rows', async (large) => {
    const timers = new HandTimers();
    const broken = {
      ...older,
      ledger: { ...older.ledger, rows: [older.ledger.rows[0]!, undefined as never, null as never] },
    };
    const judged = new Judging(timers, large).judge(broken, AS_OF, () => undefined);
    const outcome = expect(judged).rejects.toThrow();
    timers.pass(0);
    await outcome;
  });
});

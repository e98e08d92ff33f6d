/** « Mettre de côté »: one row of `ENV_Lecture`, read back as it was decided; the place itself is not touched. */
import { planInitialise } from '../../../src/application/writing/initialise';
import { planSetAside, type PlaceDecided } from '../../../src/application/writing/set-aside';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { MOST_ROWS } from '../../../src/workbook/cells';
import { readReadingChoices } from '../../../src/workbook/registers/reading-choices';
import { findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';
import { sampleDossier } from '../../support/sample-dossier';

const ASIDE: PlaceDecided = {
  sheet: 'Archives',
  area: { top: 1, left: 1, rows: 3, columns: 2 },
  decision: 'setAside',
  reason: 'Exercice clos',
  by: 'Zoé',
  on: isoDate('2023-11-02'),
};

const NOTHING_READ = { blocks: [], account: [] };

function after(workbook: WorkbookSnapshot, decided: PlaceDecided): WorkbookSnapshot {
  const plan = planSetAside(workbook, decided, NOTHING_READ);
  if (!plan.ok) throw new Error(plan.failure.code);
  return applyPlan(workbook, plan.value);
}

const choicesOf = (workbook: WorkbookSnapshot) => {
  const choices = readReadingChoices(workbook);
  return choices.ok ? choices.value : choices.failure;
};

const { workbook: SAMPLE } = sampleDossier();

test('the decision is read back, whole columns and whole sheets too', () => {
  const column: PlaceDecided = { ...ASIDE, area: { top: 0, left: 7, rows: MOST_ROWS, columns: 1 } };
  const sheet: PlaceDecided = { ...ASIDE, area: null, decision: 'ledger', reason: '' };
  const written = [ASIDE, column, sheet].reduce(after, SAMPLE);
  expect(choicesOf(written)).toEqual([ASIDE, column, sheet]);
});

test('a place of the workbook has a name; a register of an earlier version, without that column, does without', () => {
  const place: PlaceDecided = { ...ASIDE, sheet: 'Réglages' };
  const names = ({ names: all }: WorkbookSnapshot): readonly string[] =>
    all.flatMap(({ name, refersTo }) => (name.startsWith('ENV_Lecture_') ? `${name} ${refersTo}` : []));
  const written = after(SAMPLE, place);
  expect(names(written)).toEqual(['ENV_Lecture_B2_C4 =Réglages!$B$2:$C$4']);
  const headings = ['Feuille', 'Plage', 'Décision', 'Motif', 'Le', 'Par'];
  const earlier = workbookOf({ name: 'Réglages', rows: [headings], tables: { ENV_Lecture: 'A1:F1' } });
  const added = after(earlier, place);
  expect(names(added)).toEqual([]);
  expect(choicesOf(added)).toEqual([place]);
});

test('the other sheets keep every cell', () => {
  const others = ({ sheets }: WorkbookSnapshot) => sheets.filter(({ name }) => name !== 'Réglages');
  expect(others(after(SAMPLE, ASIDE))).toEqual(others(SAMPLE));
});

test('the same decision again writes nothing', () => {
  const once = after(SAMPLE, ASIDE);
  expect(planSetAside(once, { ...ASIDE, sheet: 'ARCHIVES', reason: 'Autre motif' }, NOTHING_READ)).toEqual({
    ok: true,
    value: { purpose: 'reading', expected: [], steps: [] },
  });
});

test('a workbook without convention keeps it on the sheet of the settings, and is initialised later', () => {
  const written = after(emptyWorkbook('Suivi'), ASIDE);
  expect(findTable(written, 'ENV_Lecture')?.sheet).toBe('Réglages');
  const initialised = planInitialise(written, convention2023());
  if (!initialised.ok) throw new Error(initialised.failure.code);
  expect(choicesOf(applyPlan(written, initialised.value))).toEqual([ASIDE]);
});

test.each`
  given                        | failure
  ${{ ...ASIDE, reason: ' ' }} | ${{ code: 'setAsideIncomplete', missing: 'reason' }}
  ${{ ...ASIDE, by: '' }}      | ${{ code: 'setAsideIncomplete', missing: 'author' }}
`('refused without its $failure.missing', ({ given, failure }: { given: PlaceDecided; failure: unknown }) => {
  expect(planSetAside(SAMPLE, given, NOTHING_READ)).toEqual({ ok: false, failure });
});

test('an unreadable register is refused, and a protected sheet', () => {
  const table = findTable(after(SAMPLE, ASIDE), 'ENV_Lecture');
  if (!table) throw new Error('no register');
  const spoilt = applyPlan(after(SAMPLE, ASIDE), {
    purpose: 'undo',
    expected: [],
    steps: [
      {
        kind: 'setCells',
        sheet: table.sheet,
        top: table.area.top + 1,
        left: table.area.left + 2,
        cells: [[{ value: '?' }]],
      },
    ],
  });
  expect(planSetAside(spoilt, { ...ASIDE, sheet: 'Autre' }, NOTHING_READ)).toMatchObject({
    failure: { problem: 'wordUnknown' },
  });
  const sheets = SAMPLE.sheets.map((sheet) => (sheet.name === 'Réglages' ? { ...sheet, isProtected: true } : sheet));
  expect(planSetAside({ ...SAMPLE, sheets }, ASIDE, NOTHING_READ)).toEqual({
    ok: false,
    failure: { code: 'sheetProtected', sheet: 'Réglages' },
  });
});

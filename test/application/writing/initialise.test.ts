/** « Initialiser »: one plan, a new sheet, nothing existing is touched; what cannot be done is refused by name. */
import { planInitialise } from '../../../src/application/writing/initialise';
import { COLUMNS, TABLES } from '../../../src/workbook/workbook-names';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

function planned(workbook: WorkbookSnapshot) {
  const plan = planInitialise(workbook, convention2023());
  if (!plan.ok) throw new Error(plan.failure.code);
  return plan.value;
}

const TEAM = workbookOf({
  name: 'Suivi',
  rows: [
    ['N° EJ', 'Montant AE'],
    ['1405512301', 12],
  ],
  tables: { T_Suivi: 'A1:B2' },
});

test('every table, with their headings, on the sheet Convention', () => {
  const after = applyPlan(TEAM, planned(TEAM));
  const ours = after.tables.filter(({ name }) => name.startsWith('ENV_'));
  expect(ours.map(({ name }) => name)).toEqual(Object.values(TABLES));
  expect(ours.map(({ columns }) => columns)).toEqual(Object.values(COLUMNS).map((columns) => Object.values(columns)));
  expect(new Set(ours.map(({ sheet }) => sheet))).toEqual(new Set(['Convention']));
});

test('existing sheets and tables are as they were', () => {
  const after = applyPlan(TEAM, planned(TEAM));
  expect(after.sheets[0]).toEqual(TEAM.sheets[0]);
  expect(after.tables[0]).toEqual(TEAM.tables[0]);
  const touched = new Set(planned(TEAM).steps.flatMap((step) => ('sheet' in step ? [step.sheet] : [])));
  expect([...touched]).toEqual(['Convention']);
});

test('no table is below or against another: each may grow downwards', () => {
  const areas = applyPlan(TEAM, planned(TEAM))
    .tables.filter(({ sheet }) => sheet === 'Convention')
    .map(({ area }) => area);
  areas.slice(1).forEach((area, index) => {
    const before = areas[index];
    expect(before && area.left).toBeGreaterThan((before?.left ?? 0) + (before?.columns ?? 0));
  });
});

test('codes are written as text: a leading zero is never lost', () => {
  const cells = planned(TEAM).steps.flatMap((step) => (step.kind === 'setCells' ? step.cells.flat() : []));
  expect(cells).toContainEqual({ value: '010300000104', style: 'code' });
  expect(cells).toContainEqual({ value: '10300000104', style: 'code' });
});

test('a second time is refused, and names what prevents it', () => {
  const after = applyPlan(TEAM, planned(TEAM));
  expect(planInitialise(after, convention2023())).toEqual({
    ok: false,
    failure: { code: 'nameTaken', name: 'ENV_Convention' },
  });
});

const OUR_NAME = { name: 'ENV_Postes', scope: null, refersTo: '=Suivi!$A$1' };

test.each`
  what                             | workbook                                                               | failure
  ${'a sheet of that name'}        | ${emptyWorkbook('CONVENTION')}                                         | ${{ code: 'nameTaken', name: 'CONVENTION' }}
  ${'a table of one of the names'} | ${workbookOf({ name: 'x', rows: [['a']], tables: { env_rap: 'A1' } })} | ${{ code: 'nameTaken', name: 'env_rap' }}
  ${'a name of one of the tables'} | ${{ ...TEAM, names: [OUR_NAME] }}                                      | ${{ code: 'nameTaken', name: 'ENV_Postes' }}
  ${'a protected structure'}       | ${{ ...TEAM, structureProtected: true }}                               | ${{ code: 'structureProtected' }}
`('$what is refused', ({ workbook, failure }: { workbook: WorkbookSnapshot; failure: unknown }) => {
  expect(planInitialise(workbook, convention2023())).toEqual({ ok: false, failure });
});

test('the dates of a workbook of 1904 are those of its system', () => {
  const workbook = { ...emptyWorkbook('Feuil1'), uses1904Dates: true };
  const read = readConventionTables(applyPlan(workbook, planned(workbook)));
  expect(read.ok && read.value?.signedOn).toBe(convention2023().signedOn);
});

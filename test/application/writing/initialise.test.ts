/** « Initialiser »: one plan, a new sheet, nothing existing is touched; what cannot be done is refused by name. */
import { planInitialise } from '../../../src/application/writing/initialise';
import { COLUMNS, TABLES, type TableId } from '../../../src/workbook/workbook-names';
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

/** The sheets of the registers, and their tables from left to right. */
const LAYOUT = [
  ['Convention', 'ENV_Convention', 'ENV_Fongibilite', 'ENV_Plafonds'],
  ['Enveloppes et postes', 'ENV_Enveloppes', 'ENV_Postes'],
  ['Imputations et mouvements', 'ENV_Imputations', 'ENV_Mouvements', 'ENV_RAP'],
  ['Demandes et obligations', 'ENV_Demandes', 'ENV_Obligations'],
  ['Indicateurs et jalons', 'ENV_Indicateurs', 'ENV_Jalons'],
  ['Réglages', 'ENV_Acceptations', 'ENV_Colonnes', 'ENV_Lecture'],
];

function layoutOf({ sheets, tables }: WorkbookSnapshot): readonly (readonly string[])[] {
  return sheets.map(({ name }) => [name, ...tables.filter(({ sheet }) => sheet === name).map((table) => table.name)]);
}

test('every table, with their headings, on few sheets by purpose', () => {
  const after = applyPlan(TEAM, planned(TEAM));
  const ours = after.tables.filter(({ name }) => name.startsWith('ENV_'));
  const headings = (Object.keys(TABLES) as TableId[]).map((id) => [TABLES[id], Object.values(COLUMNS[id])] as const);
  expect(new Map(ours.map(({ name, columns }) => [name, columns]))).toEqual(new Map(headings));
  expect(layoutOf(after).slice(1)).toEqual(LAYOUT);
});

test('existing sheets and tables are as they were', () => {
  const after = applyPlan(TEAM, planned(TEAM));
  expect(after.sheets[0]).toEqual(TEAM.sheets[0]);
  expect(after.tables[0]).toEqual(TEAM.tables[0]);
  const touched = new Set(planned(TEAM).steps.flatMap((step) => ('sheet' in step ? [step.sheet] : [])));
  expect([...touched]).toEqual(LAYOUT.map(([sheet]) => sheet));
});

test('no table is below or against another: each may grow downwards', () => {
  const { tables } = applyPlan(TEAM, planned(TEAM));
  for (const [on] of LAYOUT) {
    const areas = tables.filter(({ sheet }) => sheet === on).map(({ area }) => area);
    areas.slice(1).forEach((area, index) => {
      const before = areas[index];
      expect(before && area.left).toBeGreaterThan((before?.left ?? 0) + (before?.columns ?? 0));
    });
  }
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
  ${'a table of one of the names'} | ${workbookOf({ name: 'x', rows: [['a']], tables: { env_rap: 'A1' } })} | ${{ code: 'nameTaken', name: 'env_rap' }}
  ${'a name of one of the tables'} | ${{ ...TEAM, names: [OUR_NAME] }}                                      | ${{ code: 'nameTaken', name: 'ENV_Postes' }}
  ${'a protected structure'}       | ${{ ...TEAM, structureProtected: true }}                               | ${{ code: 'structureProtected' }}
`('$what is refused', ({ workbook, failure }: { workbook: WorkbookSnapshot; failure: unknown }) => {
  expect(planInitialise(workbook, convention2023())).toEqual({ ok: false, failure });
});

test('a sheet of the team that bears one of our names is never taken for ours', () => {
  const theirs = [...LAYOUT.map(([name = '']) => name), 'Convention (2)'];
  const before = workbookOf(...theirs.map((name) => ({ name, rows: [['à nous']] })));
  const after = applyPlan(before, planned(before));
  expect(after.sheets.slice(0, theirs.length)).toEqual(before.sheets);
  expect(after.sheets.slice(theirs.length).map(({ name }) => name)).toEqual(
    LAYOUT.map(([name]) => (name === 'Convention' ? 'Convention (3)' : `${name} (2)`)),
  );
});

test('the dates of a workbook of 1904 are those of its system', () => {
  const workbook = { ...emptyWorkbook('Feuil1'), uses1904Dates: true };
  const read = readConventionTables(applyPlan(workbook, planned(workbook)));
  expect(read.ok && read.value?.signedOn).toBe(convention2023().signedOn);
});

/** « Accepter » and « rouvrir », on the sample: the register, what it covers, and what reopens a finding. */
import { planAcceptance, planReopen } from '../../../src/application/writing/accept';
import { acceptancesOf } from '../../../src/application/accepted';
import { control, hasOpenError } from '../../../src/application/control';
import { documentInput } from '../../../src/application/documents/documents';
import type { Dossier } from '../../../src/application/dossier';
import { stateOfDossier } from '../../../src/application/functions/function-state';
import { evaluateFunction } from '../../../src/application/functions/function-answers';
import { jsonReport } from '../../../src/application/json-report';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Finding } from '../../../src/domain/controls/findings/finding';
import { functionWordsIn } from '../../../src/functions/function-sentences';
import { cellAddress } from '../../../src/workbook/cells';
import { placeInWorkbook } from '../../../src/workbook/places';
import type { WritePlan, WriteStep } from '../../../src/workbook/plan';
import { findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { opened, sampleDossier } from '../../support/sample-dossier';
import { withoutTable } from '../../support/without-table';

const DAY = isoDate('2023-12-31');
const GIVEN = { reason: 'Facture vue, numéro confirmé', author: 'Zoé', on: isoDate('2023-11-02') };
const sample = sampleDossier();

const reportOf = (dossier: Dossier) => control(dossier, DAY);

function plannedOn(dossier: Dossier, findings: readonly Finding[], given = GIVEN): WritePlan {
  const plan = planAcceptance(dossier, reportOf(dossier), findings, given);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}

/** The finding of a rule at a cell. */
function findingAt(dossier: Dossier, rule: string, cell: string): Finding {
  const found = reportOf(dossier).findings.find((finding) => {
    const place = placeInWorkbook(dossier.workbook, dossier.blocks, finding.place);
    return finding.rule === rule && place !== null && cellAddress(place.row, place.column) === cell;
  });
  if (!found) throw new Error(`no ${rule} at ${cell}`);
  return found;
}

function accepting(dossier: Dossier, ...where: readonly (readonly [rule: string, cell: string])[]): Dossier {
  const findings = where.map(([rule, cell]) => findingAt(dossier, rule, cell));
  return opened(applyPlan(dossier.workbook, plannedOn(dossier, findings)));
}

function edited({ workbook }: Dossier, row: number, column: number, value: string | number): Dossier {
  const step: WriteStep = { kind: 'setCells', sheet: 'Suivi 2023', top: row, left: column, cells: [[{ value }]] };
  return opened(applyPlan(workbook, { purpose: 'undo', expected: [], steps: [step] }));
}

function fail(): never {
  throw new Error('no place');
}

/** `rule by on reason` of what is accepted. */
const acceptedIn = (dossier: Dossier) =>
  [...reportOf(dossier).accepted].map(([{ rule }, { author, reason, on }]) => `${rule} ${author} ${on} ${reason}`);

test('a finding accepted stays listed, with who, when and why', () => {
  const after = accepting(sample, ['EJ-03', 'B92']);
  expect(reportOf(after).findings).toHaveLength(reportOf(sample).findings.length);
  expect(acceptedIn(after)).toEqual([`EJ-03 Zoé ${GIVEN.on} ${GIVEN.reason}`]);
  expect(reportOf(after).unmatchedAcceptances).toEqual([]);
  const words = () => ({ message: '', found: '', expected: '', article: '' });
  const json = jsonReport(after, reportOf(after), 'suivi.xlsx', words, () => '').findings;
  expect(json.filter(({ accepted }) => accepted !== null)).toMatchObject([
    { rule: 'EJ-03', cell: 'B92', accepted: { by: 'Zoé', on: '2023-11-02', reason: GIVEN.reason } },
  ]);
});

test('the register takes one row after another, and grows', () => {
  const once = accepting(sample, ['EJ-03', 'B92']);
  const twice = accepting(once, ['DON-03', 'D117'], ['DON-08', 'A5']);
  expect(reportOf(twice).accepted.size).toBe(3);
  const area = (workbook: WorkbookSnapshot) => findTable(workbook, 'ENV_Acceptations')?.area.rows;
  expect([area(sample.workbook), area(once.workbook), area(twice.workbook)]).toEqual([2, 2, 4]);
});

test('a later change of the row reopens the finding, and names the acceptance that no longer holds', () => {
  const after = accepting(sample, ['EJ-03', 'B92']);
  const [row, amountColumn] = [91, 15];
  const changed = edited(after, row, amountColumn, 123.45);
  expect(findingAt(changed, 'EJ-03', 'B92')).toBeDefined();
  expect(acceptedIn(changed)).toEqual([]);
  expect(reportOf(changed).unmatchedAcceptances).toMatchObject([{ rule: 'EJ-03', cell: 'B92', reason: GIVEN.reason }]);
});

test('a change of another row leaves it accepted', () => {
  const after = accepting(sample, ['EJ-03', 'B92']);
  expect(acceptedIn(edited(after, 56, 15, 123.45))).toHaveLength(1);
});

test('an accepted excess is open again once its amount changes', () => {
  const after = accepting(sample, ['PLA-03', 'P141']);
  expect(acceptedIn(after)).toHaveLength(1);
  const changed = edited(after, 139, 15, 777);
  expect(findingAt(changed, 'PLA-03', 'P141')).toBeDefined();
  expect(acceptedIn(changed)).toEqual([]);
});

test('a finding on the convention is accepted too, until its own row changes', () => {
  const after = accepting(sample, ['DEL-04', 'J9']);
  expect(acceptedIn(after)).toHaveLength(1);
  const { sheet, row, column } =
    placeInWorkbook(after.workbook, after.blocks, findingAt(after, 'DEL-04', 'J9').place) ?? fail();
  const addressee: WriteStep = {
    kind: 'setCells',
    sheet,
    top: row,
    left: column + 1,
    cells: [[{ value: 'DGEFP, bureau B' }]],
  };
  expect(acceptedIn(opened(applyPlan(after.workbook, { purpose: 'undo', expected: [], steps: [addressee] })))).toEqual(
    [],
  );
});

test('once every error is accepted the command line no longer fails', () => {
  const errors = reportOf(sample).findings.filter(({ severity }) => severity === 'error');
  expect(hasOpenError(reportOf(sample))).toBe(true);
  const after = opened(applyPlan(sample.workbook, plannedOn(sample, errors)));
  expect(hasOpenError(reportOf(after))).toBe(false);
  expect(reportOf(after).accepted.size).toBe(errors.length);
});

test('accepting twice writes nothing', () => {
  const after = accepting(sample, ['EJ-03', 'B92']);
  const report = reportOf(after);
  expect(planAcceptance(after, report, [...report.accepted.keys()], GIVEN)).toEqual({
    ok: true,
    value: { purpose: 'acceptance', expected: [], steps: [] },
  });
});

test('reopened, its row of the register is empty and may be used again', () => {
  const after = accepting(sample, ['EJ-03', 'B92']);
  const report = reportOf(after);
  const plan = planReopen(after, report, report.findings);
  if (!plan.ok) throw new Error(plan.failure.code);
  const reopened = opened(applyPlan(after.workbook, plan.value));
  expect(acceptedIn(reopened)).toEqual([]);
  expect(reportOf(reopened).unmatchedAcceptances).toEqual([]);
  expect(findTable(accepting(reopened, ['EJ-03', 'B92']).workbook, 'ENV_Acceptations')?.area.rows).toBe(2);
  expect(planReopen(sample, reportOf(sample), reportOf(sample).findings)).toMatchObject({
    ok: true,
    value: { steps: [] },
  });
});

test('a workbook without register gets one beside the other settings', () => {
  const without = opened(withoutTable(sample.workbook, 'ENV_Acceptations'));
  const after = accepting(without, ['EJ-03', 'B92']);
  expect(findTable(after.workbook, 'ENV_Acceptations')).toMatchObject({ sheet: 'Réglages', area: { rows: 2 } });
  expect(acceptedIn(after)).toHaveLength(1);
});

test('a convention given apart: the register is the only table of a new sheet', () => {
  const tables = sample.workbook.tables.filter(({ name }) => !name.startsWith('ENV_'));
  const sheets = sample.workbook.sheets.filter(({ name }) => tables.some(({ sheet }) => sheet === name));
  const apart: Dossier = { ...sample, workbook: { ...sample.workbook, sheets, tables }, conventionFrom: 'named' };
  const workbook = applyPlan(apart.workbook, plannedOn(apart, [findingAt(apart, 'EJ-03', 'B92')]));
  expect(acceptancesOf({ ...apart, workbook }, reportOf(apart).findings).accepted.size).toBe(1);
  expect(workbook.tables.filter(({ sheet }) => sheet === 'Réglages').map(({ name }) => name)).toEqual([
    'ENV_Acceptations',
  ]);
  const closed = { ...apart, workbook: { ...apart.workbook, structureProtected: true } };
  expect(planAcceptance(closed, reportOf(apart), [findingAt(apart, 'EJ-03', 'B92')], GIVEN)).toMatchObject({
    failure: { code: 'structureProtected' },
  });
});

test.each`
  given                        | missing
  ${{ ...GIVEN, reason: ' ' }} | ${'reason'}
  ${{ ...GIVEN, author: '' }}  | ${'author'}
`('without its $missing nothing is accepted', ({ given, missing }: { given: typeof GIVEN; missing: string }) => {
  const plan = planAcceptance(sample, reportOf(sample), [findingAt(sample, 'EJ-03', 'B92')], given);
  expect(plan).toEqual({ ok: false, failure: { code: 'acceptanceIncomplete', missing } });
});

test('a protected sheet is refused by name; a formula in a reason is a text', () => {
  const sheets = sample.workbook.sheets.map((sheet) =>
    sheet.name === 'Réglages' ? { ...sheet, isProtected: true } : sheet,
  );
  const closed = { ...sample, workbook: { ...sample.workbook, sheets } };
  const finding = findingAt(sample, 'EJ-03', 'B92');
  expect(planAcceptance(closed, reportOf(closed), [finding], GIVEN)).toEqual({
    ok: false,
    failure: { code: 'sheetProtected', sheet: 'Réglages' },
  });
  const [step] = plannedOn(sample, [finding], { ...GIVEN, reason: '=1+1' }).steps;
  expect(step?.kind === 'setCells' && step.cells.flat().every((cell) => cell?.formula === undefined)).toBe(true);
});

test('cells under the register are never covered', () => {
  const full = accepting(sample, ['EJ-03', 'B92']);
  const area = findTable(full.workbook, 'ENV_Acceptations')?.area;
  if (!area) throw new Error('no register');
  const note: WriteStep = {
    kind: 'setCells',
    sheet: 'Réglages',
    top: area.top + area.rows,
    left: area.left,
    cells: [[{ value: 'une note' }]],
  };
  const noted = opened(applyPlan(full.workbook, { purpose: 'undo', expected: [], steps: [note] }));
  const plan = planAcceptance(noted, reportOf(noted), [findingAt(noted, 'DON-08', 'A5')], GIVEN);
  expect(plan).toEqual({
    ok: false,
    failure: { code: 'occupied', sheet: 'Réglages', cell: cellAddress(area.top + area.rows, area.left) },
  });
});

test('elsewhere it counts as accepted: FINDINGS marks it, and the heading of the documents no longer counts it', () => {
  const after = accepting(sample, ['EJ-03', 'B92']);
  const rows = evaluateFunction('FINDINGS', [], stateOfDossier(after, DAY), functionWordsIn('fr'));
  expect(
    rows.kind === 'value' && Array.isArray(rows.value)
      ? rows.value.filter(([, rule]) => rule === 'EJ-03').map(([severity]) => severity)
      : rows,
  ).toEqual(['Erreur (acceptée)']);
  expect(documentInput(after, reportOf(after)).errors).toBe(documentInput(sample, reportOf(sample)).errors - 1);
});

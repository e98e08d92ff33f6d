/**
 * A code that names the envelope of a row may be of one envelope only: given to two, the order of the rows of
 * ENV_Imputations would decide who is charged. Both its table and a file of a convention are refused at the code.
 */
import { planInitialise } from '../../../src/application/writing/initialise';
import { loadConvention, parseConvention } from '../../../src/conventions/index';
import file2023 from '../../../src/conventions/dgefp-dge-2023.json';
import fileMildeca from '../../../src/conventions/mildeca-dga-2023.json';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { FIELD_NAMES } from '../../../src/workbook/field-names';
import { OurTable } from '../../../src/workbook/registers/our-tables';
import { findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { withTyped, type TypedCell } from '../../support/register-cells';

/** A row of ENV_Imputations as typed: its code, its aliases, its envelope. */
type CodeRow = readonly [value: string, aliases: string, envelope: string];

const FILES = { 'dgefp-dge-2023': file2023, 'mildeca-dga-2023': fileMildeca } as const;
type FileId = keyof typeof FILES;
const FIELDS = { 'dgefp-dge-2023': 'ministerialAxis2', 'mildeca-dga-2023': 'financialCentre' } as const;

/** The workbook of a convention with rows more in ENV_Imputations, of the field that names its envelopes. */
function typed(id: FileId, rows: readonly CodeRow[]): WorkbookSnapshot {
  const convention = loadConvention(id);
  if (!convention.ok) throw new Error(id);
  const plan = planInitialise(emptyWorkbook('Feuil1'), convention.value);
  if (!plan.ok) throw new Error(plan.failure.code);
  const workbook = applyPlan(emptyWorkbook('Feuil1'), plan.value);
  const first = findTable(workbook, 'ENV_Imputations')?.area.rows ?? 0;
  const cells = rows.flatMap(([value, aliases, envelope], at): TypedCell[] => [
    [first + at, 'Champ', FIELD_NAMES[FIELDS[id]]],
    [first + at, 'Valeur', value],
    [first + at, 'Alias', aliases],
    [first + at, 'Enveloppe', envelope],
  ]);
  return withTyped(workbook, 'imputations', ...cells);
}

/** The file of that convention with the same rows. */
function file(id: FileId, rows: readonly CodeRow[]): unknown {
  const more = rows.map(([value, aliases, envelope]) => ({
    ...{ field: FIELDS[id], value, envelope },
    aliases: aliases === '' ? [] : aliases.split('; '),
  }));
  return { ...FILES[id], imputation: [...FILES[id].imputation, ...more] };
}

/** The cell of a code, by its row among those that are added. */
function cellAt(workbook: WorkbookSnapshot, id: FileId, row: number, column: 'value' | 'aliases'): string {
  const table = OurTable.find(workbook, 'imputations');
  if (!table) throw new Error('no table');
  return table.address({ table, index: FILES[id].imputation.length + row }, column);
}

const DGE: FileId = 'dgefp-dge-2023';
const MILDECA: FileId = 'mildeca-dga-2023';

it.each`
  id         | rows                                                                | row  | column       | found                      | expected         | what
  ${DGE}     | ${[['X1', '', 'PDE'], ['X1', '', 'SF']]}                            | ${1} | ${'value'}   | ${'X1'}                    | ${'PDE, SF'}     | ${'a value'}
  ${DGE}     | ${[['X1', '', 'SF'], ['X1', '', 'PDE']]}                            | ${1} | ${'value'}   | ${'X1'}                    | ${'SF, PDE'}     | ${'in the other order too'}
  ${DGE}     | ${[['X1', '', 'SF'], ['x 1', '', 'SF'], ['x-1', '', 'PDE']]}        | ${2} | ${'value'}   | ${'x-1'}                   | ${'SF, PDE'}     | ${'as a person compares it'}
  ${DGE}     | ${[['Y1', 'X1', 'PDE'], ['Y2', 'X2; X1', 'SF']]}                    | ${1} | ${'aliases'} | ${'X1'}                    | ${'PDE, SF'}     | ${'an alias'}
  ${DGE}     | ${[['X1', '', 'PDE'], ['Y2', 'X1', 'SF']]}                          | ${1} | ${'aliases'} | ${'X1'}                    | ${'PDE, SF'}     | ${'a value that is an alias'}
  ${DGE}     | ${[['place des ENTREPRISES', '', 'SF']]}                            | ${0} | ${'value'}   | ${'place des ENTREPRISES'} | ${'PDE, SF'}     | ${'the name of another envelope'}
  ${DGE}     | ${[['X1', 'sf', 'PDE']]}                                            | ${0} | ${'aliases'} | ${'sf'}                    | ${'SF, PDE'}     | ${'the code of another envelope'}
  ${MILDECA} | ${[['0129-CAMI-SERB', '', 'DO']]}                                   | ${0} | ${'value'}   | ${'0129-CAMI-SERB'}        | ${'SEREBC, DO'}  | ${'the only centre financier of an envelope'}
  ${MILDECA} | ${[['0129-CAMI-NEUF', '', 'SSF'], ['129-CAMI-NEUF', '', 'SEREBC']]} | ${1} | ${'value'}   | ${'0129-CAMI-NEUF'}        | ${'SSF, SEREBC'} | ${'without its zero'}
  ${MILDECA} | ${[['0129-CAMI-DO??', '', 'SSF']]}                                  | ${0} | ${'value'}   | ${'0129-CAMI-DO??'}        | ${'DO, SSF'}     | ${'a form'}
`('$what: refused', ({ id, rows, row, column, found, expected }) => {
  const workbook = typed(id as FileId, rows as CodeRow[]);
  const refused = { code: 'badConvention', problem: 'codeShared', expected };
  expect(readConventionTables(workbook)).toMatchObject({
    ok: false,
    failure: {
      ...refused,
      table: 'ENV_Imputations',
      cell: cellAt(workbook, id as FileId, row as number, column as 'value' | 'aliases'),
      found,
    },
  });
  const path = `imputation[${FILES[id as FileId].imputation.length + Number(row)}].`;
  const parsed = parseConvention(file(id as FileId, rows as CodeRow[]));
  expect(parsed).toMatchObject({ ok: false, failure: refused });
  expect(parsed.ok ? '' : 'cell' in parsed.failure && String(parsed.failure.cell)).toContain(path + String(column));
});

it.each`
  id         | rows                                          | why
  ${DGE}     | ${[['X1', 'X2', 'PDE'], ['X2', 'X1', 'PDE']]} | ${'twice for one envelope'}
  ${DGE}     | ${[['SF', 'Signaux faibles', 'SF']]}          | ${'its own names'}
  ${MILDECA} | ${[['0129-CAMI-SERB', '', 'SEREBC']]}         | ${'twice for one envelope'}
  ${MILDECA} | ${[['0129-CAMI-NEUF', '', '']]}               | ${'a code for all of them names none'}
`('$why: read', ({ id, rows }: { id: FileId; rows: CodeRow[] }) => {
  expect(readConventionTables(typed(id, rows)).ok).toBe(true);
});

const rule = (field: string, value: string, envelope: string) => ({ field, value, envelope });
const AXES = file2023.imputation.filter(({ field }) => field === 'ministerialAxis2');

it.each`
  rules                                                                                                                                                                 | ok       | why
  ${[...AXES, rule('activity', '010300000104', 'PDE'), rule('activity', '010300000104', 'SF')]}                                                                         | ${true}  | ${'axe 2 names the envelope: an activité may be of both'}
  ${[rule('financialCentre', '0103-CEFP-C002', 'PDE'), rule('financialCentre', '0103-CEFP-C002', 'SF')]}                                                                | ${true}  | ${'no envelope has a centre of its own: it names none'}
  ${[rule('costCentre', 'EMPEF00075', 'PDE'), rule('costCentre', 'EMPEF00075', 'SF'), rule('activity', '010300000104', 'PDE'), rule('activity', '010300000105', 'SF')]} | ${true}  | ${'the activité of each names it'}
  ${[rule('activity', '010300000104', 'PDE'), rule('activity', '010300000105', 'SF'), rule('activity', '010300000104', 'SF')]}                                          | ${false} | ${'each has its own, and one is of both'}
`('$why', ({ rules, ok }) => {
  expect(parseConvention({ ...file2023, imputation: rules as unknown }).ok).toBe(ok);
});

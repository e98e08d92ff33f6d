/** The headings of the credits in ENV_Enveloppes and ENV_Postes: « Plafond AE » is AE where nothing else may be. */
import { planInitialise } from '../../../src/application/writing/initialise';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { findTable, formulaKey, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { TABLES, type TableId } from '../../../src/workbook/workbook-names';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { INITIALISED, placedFaultIn } from '../../support/edited-convention';
import { withTyped } from '../../support/register-cells';

/** The 2023 convention whose table has another name for some headings: « AE → Plafond AE ». */
function renamed(id: TableId, ...names: readonly (readonly [heading: string, name: string])[]): WorkbookSnapshot {
  const plan = planInitialise(emptyWorkbook('Feuil1'), convention2023());
  if (!plan.ok) throw new Error(plan.failure.code);
  const typed = withTyped(applyPlan(emptyWorkbook('Feuil1'), plan.value), 'lines', [1, 'AE', 424_435]);
  const other = new Map(names);
  const table = findTable(typed, TABLES[id])!;
  const columns = table.columns.map((heading) => other.get(heading) ?? heading);
  return { ...typed, tables: typed.tables.map((one) => (one === table ? { ...one, columns } : one)) };
}

test.each`
  names                                                | why
  ${[['AE', 'Plafond AE']]}                            | ${'alone'}
  ${[['AE', 'Plafond d’AE'], ['CP', 'plafond en CP']]} | ${'both natures'}
  ${[['AE', 'Plafond AE'], ['Titre', 'AE engagées']]}  | ${'what is consumed is no ceiling'}
`('$names is read: $why', ({ names }) => {
  const read = readConventionTables(renamed('envelopes', ...(names as [string, string][])));
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  expect(read.value?.envelopes).toEqual(
    convention2023().envelopes.map((envelope) => expect.objectContaining({ ceilings: envelope.ceilings }) as unknown),
  );
});

test.each`
  id             | names                                           | found            | why
  ${'envelopes'} | ${[['AE', 'AE 2023']]}                          | ${'AE 2023'}     | ${'a year'}
  ${'envelopes'} | ${[['AE', 'AE/CP']]}                            | ${'AE/CP'}       | ${'two natures'}
  ${'envelopes'} | ${[['AE', 'AE (k€)']]}                          | ${'AE (k€)'}     | ${'another unit'}
  ${'envelopes'} | ${[['AE', 'Dotation AE']]}                      | ${'Dotation AE'} | ${'perhaps a part of the credits'}
  ${'envelopes'} | ${[['AE', 'Plafond AE'], ['Titre', 'AE 2024']]} | ${'Plafond AE'}  | ${'another column may be the AE'}
  ${'lines'}     | ${[['AE', 'AE 2023']]}                          | ${'AE 2023'}     | ${'a poste has its own AE there'}
`('$id, $names is refused at « $found »: $why', ({ id, names, found }) => {
  const read = readConventionTables(renamed(id as TableId, ...(names as [string, string][])));
  expect(read).toMatchObject({ ok: false, failure: { problem: 'memberUnknown', found, expected: 'AE' } });
});

test.each`
  name                  | found
  ${'Délégué 2023'}     | ${'Délégué 2023'}
  ${'Crédits délégués'} | ${'Crédits délégués'}
`('the amounts of the postes under « $name » are refused at that heading', ({ name, found }) => {
  const read = readConventionTables(renamed('lines', ['Montant délégué', name as string]));
  expect(read).toMatchObject({
    ok: false,
    failure: { problem: 'memberUnknown', found: found as string, expected: 'Montant délégué' },
  });
});

test('« dont RAP » by a formula that gives an empty text: it may hide the amount, and is refused at its cell', () => {
  const workbook = withTyped(INITIALISED, 'envelopes', [1, 'dont RAP', '']);
  const table = findTable(workbook, TABLES.envelopes)!;
  const [row, column] = [table.area.top + 1, table.area.left + table.columns.indexOf('dont RAP')];
  const formulas = new Map([[formulaKey(row, column), '=IFERROR(VLOOKUP("PDE",Autre!A:B,2,0),"")']]);
  const sheets = workbook.sheets.map((sheet) => (sheet.name === table.sheet ? { ...sheet, formulas } : sheet));
  expect(placedFaultIn({ ...workbook, sheets })).toMatch(/^valueMissing 'Enveloppes et postes'!F5/);
  expect(placedFaultIn(workbook)).toBe('none');
});

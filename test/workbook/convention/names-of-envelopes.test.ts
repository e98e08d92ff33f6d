/**
 * The names that a team types for its envelopes and its postes: two that are the same are refused with the place of
 * the other; aliases are separated by « ; » or are one a line, and a list with commas is reported as one alias.
 */
import { planInitialise } from '../../../src/application/writing/initialise';
import { parseConvention } from '../../../src/conventions/index';
import file2023 from '../../../src/conventions/dgefp-dge-2023.json';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { describeFinding } from '../../../src/messages/describe-finding';
import { describeFailure } from '../../../src/messages/failures';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import type { TableId } from '../../../src/workbook/workbook-names';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { findingsIn } from '../../support/controls';
import { convention2023 } from '../../support/conventions';
import { withTyped, type TypedCell } from '../../support/register-cells';

/** The reading of the 2023 convention with these cells typed over. */
function readWith(table: TableId, cells: readonly TypedCell[]) {
  const plan = planInitialise(emptyWorkbook('Feuil1'), convention2023());
  if (!plan.ok) throw new Error(plan.failure.code);
  return readConventionTables(withTyped(applyPlan(emptyWorkbook('Feuil1'), plan.value), table, ...cells));
}

/** The 2023 convention with cells typed over several of its tables. */
function conventionOf(tables: readonly (readonly [TableId, readonly TypedCell[]])[]): Convention {
  const plan = planInitialise(emptyWorkbook('Feuil1'), convention2023());
  if (!plan.ok) throw new Error(plan.failure.code);
  const workbook = tables.reduce(
    (one, [table, cells]) => withTyped(one, table, ...cells),
    applyPlan(emptyWorkbook('Feuil1'), plan.value),
  );
  const read = readConventionTables(workbook);
  if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
  return read.value;
}

function refusal(table: TableId, cells: readonly TypedCell[]) {
  const read = readWith(table, cells);
  if (read.ok) throw new Error('not refused');
  const { sentence, remedy } = describeFailure(read.failure, 'fr');
  return { sentence: sentence.replace(/\s/g, ' '), remedy: remedy.replace(/\s/g, ' ') };
}

function conventionWith(table: TableId, cells: readonly TypedCell[]): Convention {
  const read = readWith(table, cells);
  if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
  return read.value;
}

it.each`
  table          | cells                                                 | name        | here    | there   | what
  ${'envelopes'} | ${[[2, 'Code', 'PDE']]}                               | ${'PDE'}    | ${'A6'} | ${'A5'} | ${'one code twice'}
  ${'envelopes'} | ${[[1, 'Alias', 'Pôle'], [2, 'Alias', 'Toto; pole']]} | ${'pole'}   | ${'C6'} | ${'C5'} | ${'one alias twice'}
  ${'envelopes'} | ${[[2, 'Libellé', 'pde']]}                            | ${'pde'}    | ${'B6'} | ${'A5'} | ${'a code as a label'}
  ${'lines'}     | ${[[1, 'Poste', 'Divers'], [3, 'Poste', 'divers']]}   | ${'divers'} | ${'Q7'} | ${'Q5'} | ${'one poste twice'}
`('$what: both places are given, and what to do', ({ table, cells, name, here, there }) => {
  const { sentence, remedy } = refusal(table as TableId, cells as TypedCell[]);
  const sheet = '’Enveloppes et postes’!';
  expect(sentence.replace(/'/g, '’')).toContain(`${sheet}${String(here)}) : le nom « ${String(name)} » désigne deux`);
  expect(sentence.replace(/'/g, '’')).toContain(`deux choses, ici et en ${sheet}${String(there)}.`);
  expect(remedy).toMatch(/^Donnez un autre nom à l’une des deux ; si ces lignes sont une seule/);
});

test('a row of envelopes without a code: the remedy gives what to type, or to delete the row', () => {
  const { sentence, remedy } = refusal('envelopes', [
    [1, 'Code', null],
    [2, 'Code', null],
  ]);
  expect(sentence).toMatch(/!A5\) : cette ligne n’a pas le code de son enveloppe\.$/);
  expect(remedy).toMatch(/^Saisissez un code court.* ou supprimez la ligne si elle n’en est pas une\.$/);
});

describe('a row of ENV_Enveloppes with a text under « Code » alone', () => {
  const NOTE = 'Plafonds notifiés le 3 janvier';

  test('is a note, refused at its cell with what to do', () => {
    const { sentence, remedy } = refusal('envelopes', [[3, 'Code', NOTE]]);
    expect(sentence).toMatch(/!A7\) : « Plafonds notifiés le 3 janvier » n’est pas une enveloppe : la ligne n’a rien/);
    expect(remedy).toMatch(
      /^Placez une note hors de la table ; si c’est une enveloppe, .* ou « aucun » s’il n’y a pas/,
    );
  });

  it.each`
    table          | cells                                                                                  | what
    ${'envelopes'} | ${[[3, 'Code', NOTE], [3, 'AE', 'aucun']]}                                             | ${'« aucun » under AE'}
    ${'envelopes'} | ${[[3, 'Code', 'TR'], [3, 'Libellé', 'Transverse']]}                                   | ${'its label'}
    ${'envelopes'} | ${[[3, 'Code', 'TR'], [3, 'Exercice', 2023]]}                                          | ${'its credit year'}
    ${'lines'}     | ${[[7, 'Enveloppe', 'TR'], [7, 'Poste', 'Études'], [7, 'Montant délégué', 0]]}         | ${'a poste'}
    ${'movements'} | ${[[1, 'Type', 'avenant'], [1, 'Vers', 'tr'], [1, 'Nature', 'AE'], [1, 'Montant', 5]]} | ${'a movement'}
  `('is an envelope without ceilings with $what', ({ table, cells }) => {
    const typed = cells as TypedCell[];
    const codes = (of: Convention) => of.envelopes.map(({ ceilings }) => ceilings.AE === null);
    const both: readonly (readonly [TableId, readonly TypedCell[]])[] = [
      ['envelopes', table === 'envelopes' ? typed : [[3, 'Code', 'TR']]],
      ...(table === 'envelopes' ? [] : ([[table as TableId, typed]] as const)),
    ];
    expect(codes(conventionOf(both))).toEqual([false, false, true]);
  });
});

test('a file of a convention gives the path of the other name too', () => {
  const [first, second] = file2023.envelopes;
  const read = parseConvention({ ...file2023, envelopes: [first, { ...second, label: 'place des entreprises' }] });
  expect(read).toMatchObject({ ok: false, failure: { cell: 'envelopes[1]', expected: 'envelopes[0]' } });
});

it.each`
  typed                      | aliases                 | what
  ${'Pôle 1; Pôle 2'}        | ${['Pôle 1', 'Pôle 2']} | ${'with « ; »'}
  ${'Pôle 1\nPôle 2'}        | ${['Pôle 1', 'Pôle 2']} | ${'one a line (Alt+Entrée)'}
  ${'Pôle 1 ;\r\n Pôle 2\n'} | ${['Pôle 1', 'Pôle 2']} | ${'both'}
  ${'Études, conseil'}       | ${['Études, conseil']}  | ${'a name may have a comma'}
`('aliases $what', ({ typed, aliases }) => {
  expect(conventionWith('envelopes', [[1, 'Alias', typed]]).envelopes[0]?.aliases).toEqual(aliases);
  expect(conventionWith('lines', [[1, 'Alias', typed]]).envelopes[0]?.lines[0]?.aliases).toEqual(aliases);
});

/** The French sentences about the envelope and the poste of one row. */
function sentencesOf(convention: Convention, envelope: string, poste: string): readonly string[] {
  const table = `
    axe 2         | poste    | EJ         | date EJ    | AE
    ${envelope}   | ${poste} | 1400000001 | 15/02/2023 | 100,00
  `;
  const findings = findingsIn(table, { convention }).filter(({ rule }) => /^(?:IMP-06|LEC-06)$/.test(rule));
  return findings.map((one) => describeFinding(one, convention, 'fr').message.replace(/\s/g, ' '));
}

it.each`
  alias               | row        | what
  ${'PDE 1, PDE 2'}   | ${'PDE 1'} | ${'with a comma'}
  ${'PDE 1 / PDE 2'}  | ${'pde 2'} | ${'with a bar'}
  ${'PDE 1 ou PDE 2'} | ${'PDE 2'} | ${'in words'}
`('aliases listed $what: the alias of the convention is named, not the ledger', ({ alias, row }) => {
  const asked = `la convention n’a que l’alias « ${String(alias)} », lu comme un seul nom`;
  const remedy = 'Dans la convention, séparez ces noms par « ; ».';
  const [ofEnvelope] = sentencesOf(conventionWith('envelopes', [[1, 'Alias', alias]]), row as string, 'Hébergement');
  expect(ofEnvelope).toContain(`Axe ministériel 2 « ${String(row)} » : ${asked} ; la ligne n’est pas comptée`);
  expect(ofEnvelope).toContain(remedy);
  const [ofPoste] = sentencesOf(conventionWith('lines', [[1, 'Alias', alias]]), 'PDE', row as string);
  expect(ofPoste).toContain(`Poste de dépense « ${String(row)} » : ${asked}`);
  expect(ofPoste).toContain(remedy);
  const code = conventionWith('imputations', [[7, 'Alias', alias]]);
  expect(code.imputation[6]?.field).toBe('ministerialAxis2');
  expect(sentencesOf(code, row as string, 'Hébergement').join()).toContain(asked);
});

it.each`
  table          | cells                                                             | place   | name
  ${'envelopes'} | ${[[3, 'Code', 'Total'], [3, 'AE', 600000]]}                      | ${'A7'} | ${'Total'}
  ${'envelopes'} | ${[[3, 'Libellé', 'TOTAL GÉNÉRAL :'], [3, 'AE', 600000]]}         | ${'A7'} | ${'TOTAL GÉNÉRAL :'}
  ${'envelopes'} | ${[[3, 'Code', 'Ensemble']]}                                      | ${'A7'} | ${'Ensemble'}
  ${'lines'}     | ${[[1, 'Poste', 'Total PDE']]}                                    | ${'Q5'} | ${'Total PDE'}
  ${'lines'}     | ${[[1, 'Poste', 'Sous-total Place des entreprises']]}             | ${'Q5'} | ${'Sous-total Place des entreprises'}
  ${'lines'}     | ${[[1, 'Enveloppe', 'Total des postes'], [1, 'Poste', 'Postes']]} | ${'P5'} | ${'Total des postes'}
`('« $name » is a row of totals, which would count twice: refused at its cell', ({ table, cells, place, name }) => {
  const { sentence, remedy } = refusal(table as TableId, cells as TypedCell[]);
  expect(sentence).toContain(`!${String(place)}) : « ${String(name)} » est une ligne de total, pas une ligne de`);
  expect(remedy).toMatch(/^Supprimez cette ligne : .* elle compterait en double\.$/);
});

test.each(['Totalité des prestations', 'Total Energies', 'Ensemble numérique'])('« %s » is a poste', (label) => {
  expect(conventionWith('lines', [[1, 'Poste', label]]).envelopes[0]?.lines[0]?.label).toBe(label);
});

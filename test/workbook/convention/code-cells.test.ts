/**
 * One code a row in ENV_Imputations: a cell that holds several, or a number that Excel damaged, is one finding there
 * (DON-08), and no row of the ledger is judged by it. A file of a convention is refused at the code.
 */
import { planInitialise } from '../../../src/application/writing/initialise';
import { parseConvention } from '../../../src/conventions/index';
import file2023 from '../../../src/conventions/dgefp-dge-2023.json';
import type { Convention } from '../../../src/domain/envelopes/convention';
import type { ImputationField } from '../../../src/domain/imputation/imputation';
import { describeFinding } from '../../../src/messages/describe-finding';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { findingsIn } from '../../support/controls';
import { convention2023 } from '../../support/conventions';
import { withTyped } from '../../support/register-cells';

/** The 2023 convention with another text for its only code of a field, or for its aliases. */
function typed(field: ImputationField, column: 'Valeur' | 'Alias', text: string): Convention {
  const plan = planInitialise(emptyWorkbook('Feuil1'), convention2023());
  if (!plan.ok) throw new Error(plan.failure.code);
  const row = convention2023().imputation.findIndex((rule) => rule.field === field) + 1;
  const workbook = applyPlan(emptyWorkbook('Feuil1'), plan.value);
  const read = readConventionTables(withTyped(workbook, 'imputations', [row, column, text]));
  if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
  return read.value;
}

const LEDGER = `
  axe 2 | centre financier | activité     | centre de coûts | EJ         | date EJ    | AE
  PDE   | 0103-CEFP-C002   | 010300000104 | EMPEF00075      | 1400000001 | 15/02/2023 | 100,00
  PDE   | 0103-CEFP-C002   | 010300000104 | EMPEF00076      | 1400000002 | 15/02/2023 | 100,00
`;

/** The findings on the codes of ENV_Imputations, then on the ledger: « DON-08 severalCodes », « IMP-03 2 ». */
function foundIn(convention: Convention): string {
  const shown = findingsIn(LEDGER, { convention, whole: true }).flatMap(({ rule, place, details }) => {
    if (place.kind === 'row') return rule.startsWith('IMP') ? [`${rule} ${place.row}`] : [];
    return rule === 'DON-08' && 'fault' in details ? [`${rule} ${String(details.fault)}`] : [];
  });
  return shown.join(', ');
}

it.each`
  field                | text                                | finding                            | why
  ${'costCentre'}      | ${'EMPEF00075'}                     | ${'IMP-03 2'}                      | ${'one code: the other is not the convention’s'}
  ${'costCentre'}      | ${'EMPEF00075; EMPEF00076'}         | ${'DON-08 severalCodes'}           | ${'two codes'}
  ${'costCentre'}      | ${'EMPEF00075 / EMPEF00076'}        | ${'DON-08 severalCodes'}           | ${'with a bar'}
  ${'costCentre'}      | ${'EMPEF00075 et EMPEF00076'}       | ${'DON-08 severalCodes'}           | ${'in words'}
  ${'costCentre'}      | ${'EMPEF00075\nEMPEF00076'}         | ${'DON-08 severalCodes'}           | ${'on two lines'}
  ${'costCentre'}      | ${'BG00/EMPEF00075'}                | ${'IMP-03 2'}                      | ${'a prefix is no second code'}
  ${'costCentre'}      | ${'EMPEF00075 - DGEFP'}             | ${'IMP-03 2'}                      | ${'a label is no second code'}
  ${'financialCentre'} | ${'0103-CEFP-C002, 0103-CEFP-C003'} | ${'DON-08 severalCodes, IMP-03 2'} | ${'another field'}
  ${'financialCentre'} | ${'0123-ABCD / 0456-EFGH'}          | ${'DON-08 severalCodes, IMP-03 2'} | ${'two codes of another form'}
  ${'financialCentre'} | ${'0123-ABCD ou 0456-EFGH'}         | ${'DON-08 severalCodes, IMP-03 2'} | ${'the same, in words'}
  ${'financialCentre'} | ${'0103-CEFP-C002/2023'}            | ${'IMP-03 1, IMP-03 2, IMP-03 2'}  | ${'a year is no code'}
  ${'financialCentre'} | ${'0103-CEFP-*'}                    | ${'IMP-03 2'}                      | ${'a form'}
  ${'activity'}        | ${'1,03E+10'}                       | ${'DON-08 damagedCode, IMP-03 2'}  | ${'digits are lost'}
  ${'activity'}        | ${'10300000104'}                    | ${'IMP-03 2'}                      | ${'the zero alone is lost, and put back'}
  ${'costCentre'}      | ${'0103-CEFP-C003'}                 | ${'DON-08 otherField'}             | ${'a code of centre financier'}
  ${'costCentre'}      | ${'UO 0103-CEFP-C003'}              | ${'DON-08 otherField'}             | ${'behind the word of its field'}
  ${'costCentre'}      | ${'103-CEFP-C003'}                  | ${'DON-08 otherField'}             | ${'without its zero'}
  ${'financialCentre'} | ${'EMPEF00075'}                     | ${'DON-08 otherField, IMP-03 2'}   | ${'a code of centre de coûts'}
  ${'activity'}        | ${'0103-01-01'}                     | ${'DON-08 otherField, IMP-03 2'}   | ${'a domaine fonctionnel'}
  ${'activity'}        | ${'PLATEFORME'}                     | ${'IMP-03 1, IMP-03 2, IMP-03 2'}  | ${'a word is a code of no field'}
`('« $text » under Valeur: $finding, $why', ({ field, text, finding }) => {
  expect(foundIn(typed(field as ImputationField, 'Valeur', text as string))).toBe(finding);
});

it.each`
  text                        | finding                  | why
  ${'EMPEF00076'}             | ${''}                    | ${'another spelling'}
  ${'EMPEF00076; EMPEF00077'} | ${''}                    | ${'« ; » separates aliases'}
  ${'EMPEF00076, EMPEF00077'} | ${'DON-08 severalCodes'} | ${'a comma does not'}
`('« $text » under Alias: « $finding », $why', ({ text, finding }) => {
  expect(foundIn(typed('costCentre', 'Alias', text as string))).toBe(finding);
});

test.each(['néant', 'Sans objet', 'aucun', '-'])('« %s » under Valeur is no code, and accuses no row', (text) => {
  const convention = typed('costCentre', 'Valeur', text);
  expect(convention.unreadCodes?.map(({ unread }) => unread.cells)).toMatchObject([[{ column: 'Valeur' }]]);
  const found = findingsIn(LEDGER, { convention, whole: true });
  expect(found.filter(({ rule }) => rule === 'IMP-03')).toEqual([]);
  expect(found.filter(({ rule, place }) => rule === 'DON-08' && place.kind === 'convention')).toHaveLength(1);
});

test('an axe 2 of two names in one cell charges nobody and accuses no row that has one of them', () => {
  const base = convention2023();
  const convention = typed('ministerialAxis2', 'Valeur', 'PDE; Portail, et services');
  const findings = findingsIn(
    `
      axe 2                | EJ         | date EJ    | AE
      portail, et services | 1400000001 | 15/02/2023 | 100,00
      PDE                  | 1400000002 | 15/02/2023 | 100,00
      Autre                | 1400000003 | 15/02/2023 | 100,00
    `,
    { convention },
  );
  expect(findings.map(({ rule, place }) => `${rule} ${place.kind === 'row' ? place.row : ''}`)).toEqual(['IMP-06 3']);
  expect(convention.imputation).toHaveLength(base.imputation.length - 1);
});

it.each`
  rule                                                                                     | cell            | problem
  ${{ field: 'costCentre', value: 'EMPEF00075; EMPEF00076' }}                              | ${'value'}      | ${'severalCodes'}
  ${{ field: 'costCentre', value: 'EMPEF00075', aliases: ['A', 'EMPEF00076 EMPEF00077'] }} | ${'aliases[1]'} | ${'severalCodes'}
  ${{ field: 'activity', value: '010300000104', from: '2023-12-01', until: '2023-01-01' }} | ${'until'}      | ${'untilBeforeFrom'}
  ${{ field: 'activity', value: '1,03E+10' }}                                              | ${'value'}      | ${'damagedCode'}
  ${{ field: 'ministerialAxis2', value: 'X1; X2', envelope: 'PDE' }}                       | ${'value'}      | ${'severalCodes'}
  ${{ field: 'costCentre', value: '0103-CEFP-C002' }}                                      | ${'field'}      | ${'otherField'}
`('$rule in a file is refused at $cell', ({ rule, cell, problem }) => {
  const imputation = [...file2023.imputation, rule as unknown];
  const path = `imputation[${file2023.imputation.length}].${String(cell)}`;
  expect(parseConvention({ ...file2023, imputation })).toMatchObject({ ok: false, failure: { cell: path, problem } });
});

test('a code under the field of another is one fault at « Champ », and its rows are accused under neither', () => {
  const convention = typed('costCentre', 'Valeur', '0103-CEFP-C003');
  const both = LEDGER.replace('0103-CEFP-C002', '0103-CEFP-C003');
  const found = findingsIn(both, { convention, whole: true });
  expect(found.filter(({ rule }) => rule.startsWith('IMP'))).toEqual([]);
  const { message } = describeFinding(
    found.find(({ details }) => 'fault' in details)!,
    convention,
    'fr',
  );
  expect(message.replace(/\s/g, ' ')).toBe(
    'Code « 0103-CEFP-C003 », « Champ » : « Centre de coûts » n’est pas le champ dont ce code a la forme ; non ' +
      'contrôlable pour ce code : IMP-01, IMP-03, IMP-04, IMP-05, IMP-09 ; attendu : « Centre financier » (règle de ' +
      'tenue du suivi). Corrigez le champ ou le code (ENV_Imputations).',
  );
});

test('several codes in one cell: the remedy is a row for each', () => {
  const convention = typed('financialCentre', 'Valeur', '0123-ABCD ou 0456-EFGH');
  const found = findingsIn(LEDGER, { convention, whole: true }).find(({ details }) => 'fault' in details);
  const { message } = describeFinding(found!, convention, 'fr');
  expect(message).toMatch(/Inscrivez chaque code sur sa propre ligne \(ENV_Imputations\), avec le même champ\.$/);
});

it.each`
  field                | text                                   | why
  ${'financialCentre'} | ${'UO 0103-CEFP-C002'}                 | ${'behind the word of its field'}
  ${'financialCentre'} | ${'Centre financier : 0103-CEFP-C002'} | ${'behind its words'}
  ${'financialCentre'} | ${'0103 CEFP C002'}                    | ${'with spaces for hyphens'}
  ${'activity'}        | ${'Activité 010300000104'}             | ${'another field'}
`('« $text » under Valeur is the code: $why', ({ field, text }) => {
  const convention = typed(field as ImputationField, 'Valeur', text as string);
  const code = convention2023().imputation.find((rule) => rule.field === field)?.value;
  expect(convention.imputation.find((rule) => rule.field === field)).toMatchObject({ value: code });
  expect(foundIn(convention)).toBe('IMP-03 2');
});

test('« Du » after « Au »: one fault at « Au », and no row of the ledger is out of date', () => {
  const row = convention2023().imputation.findIndex(({ field }) => field === 'financialCentre') + 1;
  const plan = planInitialise(emptyWorkbook('Feuil1'), convention2023());
  if (!plan.ok) throw new Error(plan.failure.code);
  const workbook = applyPlan(emptyWorkbook('Feuil1'), plan.value);
  const cells = [
    [row, 'Du', '01/12/2023'],
    [row, 'Au', '01/01/2023'],
  ] as const;
  const read = readConventionTables(withTyped(workbook, 'imputations', ...cells));
  if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
  expect(foundIn(read.value)).toBe('DON-08 untilBeforeFrom, IMP-03 2');
  const found = findingsIn(LEDGER, { convention: read.value, whole: true }).find(({ details }) => 'fault' in details);
  const message = describeFinding(found!, read.value, 'fr').message.replace(/\s/g, ' ');
  expect(message).toContain('« Au » : « 01/01/2023 » précède « Du »');
});

/**
 * Codes of Chorus in a form that is not known. A filled code is not an empty one: it differs from the ledger's, unless
 * the ledger has the same text. A column that never has a known code holds something else, and is reported once.
 */
import { isConclusive } from '../../../src/domain/reconciliation/conclusion';
import { describeCoverage } from '../../../src/messages/describe-coverage';
import { describeFinding } from '../../../src/messages/describe-finding';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/ledgers/extract-builder';
import { findingText, reconciled } from '../../support/reconciliation';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').replaceAll('’', "'");

/** Two payments in the ledger and in Chorus; the second has this text under that column. */
function withCode(column: string, text: string, first: string, ofLedger?: string) {
  const heading = column === 'axe 2' ? '' : `${column} |`;
  const cells = (axis: string, code: string): string => (column === 'axe 2' ? code : `${code} | ${axis}`);
  const right = ofLedger ?? first;
  const ledger = `
    imputation | ${heading} axe 2 | EJ | DP | payé le | CP
    juste | ${cells('PDE', first)} | 1400000001 | 0100000001 | 15/02/2023 | 10,00
    juste | ${cells('PDE', right)} | 1400000002 | 0100000002 | 15/02/2023 | 20,00`;
  const chorus = `
    mouvement | codes | ${heading} axe 2 | EJ | DP | date | montant
    paiement | juste | ${cells('PDE', first)} | 1400000001 | 0100000001 | 15/02/2023 | 10,00
    paiement | juste | ${cells('PDE', text)} | 1400000002 | 0100000002 | 15/02/2023 | 20,00`;
  return reconciled(ledger, [extractOf(chorus, { shape: 'infBud53Cp', source: 'cp.csv' })]);
}

test.each`
  column                | text                       | right               | found
  ${'axe 2'}            | ${'Transition numérique'}  | ${'PDE'}            | ${'CHO-04 warning 2 ministerialAxis2'}
  ${'axe 2'}            | ${'S.F.'}                  | ${'PDE'}            | ${'CHO-04 warning 2 ministerialAxis2'}
  ${'axe 2'}            | ${'PDE/SF'}                | ${'PDE'}            | ${'CHO-04 warning 2 ministerialAxis2'}
  ${'axe 2'}            | ${'SF'}                    | ${'PDE'}            | ${'CHO-04 error 2 ministerialAxis2'}
  ${'axe 2'}            | ${'Place des entreprises'} | ${'PDE'}            | ${''}
  ${'axe 2'}            | ${'#'}                     | ${'PDE'}            | ${''}
  ${'axe 2'}            | ${'Non affecté'}           | ${'PDE'}            | ${''}
  ${'activité'}         | ${'DGTUCT'}                | ${'010300000104'}   | ${'CHO-04 warning 2 activity'}
  ${'centre financier'} | ${'BG00/L013'}             | ${'0103-CEFP-C002'} | ${'CHO-04 warning 2 financialCentre'}
  ${'domaine'}          | ${'FSE00-14'}              | ${'0103-01-01'}     | ${'CHO-04 warning 2 functionalDomain'}
  ${'programme'}        | ${'0305'}                  | ${'0103'}           | ${'CHO-04 error 2 programme'}
`('« $text » under $column beside $right in the ledger: $found', ({ column, text, right, found }) => {
  const { findings } = withCode(column as string, text as string, right as string);
  expect(findings.map(findingText).join()).toBe(found);
});

test('the text of Chorus is quoted, with the remedy for another name', () => {
  const [finding] = withCode('activité', 'DGTUCT', '010300000104').findings;
  const { message } = describeFinding(finding as NonNullable<typeof finding>, convention2023(), 'fr');
  expect(plain(message)).toMatch(/Activité 010300000104 dans le suivi, DGTUCT dans Chorus.*ajoutez-le à la convention/);
});

test('the same text in the ledger, but for its case and spaces, is the same code', () => {
  expect(withCode('activité', 'DGTUCT', '010300000104', 'dgt uct').findings).toEqual([]);
});

test.each`
  column        | first            | second             | name
  ${'axe 2'}    | ${'DS-30736671'} | ${'DS-n°16090518'} | ${'Axe ministériel 2'}
  ${'activité'} | ${'DGTUCT'}      | ${'DYBR02'}        | ${'Activité'}
`(
  'a column $column without any known code is reported once, and contradicts nothing',
  ({ column, first, second, name }) => {
    const result = withCode(column as string, second as string, first as string, 'PDE');
    expect(result.findings.filter(({ rule }) => rule === 'CHO-04')).toEqual([]);
    expect(describeCoverage(result, 'fr').causes.map(plain)).toEqual([
      `cp.csv : la colonne « ${name as string} » n'a aucun code reconnu, et n'est pas comparée.`,
    ]);
    expect(isConclusive(result)).toBe(true);
  },
);

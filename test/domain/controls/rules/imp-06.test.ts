/** IMP-06: axe ministériel 2 absent or unknown: the row belongs to no envelope. */
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const expected = ['PDE', 'Signaux Faibles'];

test('right: the words of article 1.2, whatever their case, accents and spaces', () => {
  expect(
    findingsIn(`
      axe 2
      PDE
      pde
      Signaux Faibles
      SIGNAUX  FAIBLES
    `),
  ).toEqual([]);
});

test('wrong: absent, then unknown with and without a name close to it', () => {
  expect(
    findingsIn(`
      axe 2            | EJ
                       | 1400000001
      PDX              | 1400000002
      DOSSIER PAPIER   | 1400000003
    `),
  ).toEqual([
    found('IMP-06', 'error', 1, 'ministerialAxis2', { raw: '', expected, nearest: null }),
    found('IMP-06', 'error', 2, 'ministerialAxis2', { raw: 'PDX', expected, nearest: 'PDE' }),
    found('IMP-06', 'error', 3, 'ministerialAxis2', { raw: 'DOSSIER PAPIER', expected, nearest: null }),
  ]);
});

test('edge: the nearest name is offered in the words of the convention', () => {
  expect(
    findingsIn(`
      axe 2
      Place entreprises
    `),
  ).toEqual([found('IMP-06', 'error', 1, 'ministerialAxis2', { raw: 'Place entreprises', expected, nearest: 'PDE' })]);
});

test('edge: a cell error is one fault, reported by DON-06', () => {
  expect(
    findingsIn(`
      axe 2
      #REF!
    `),
  ).toEqual([found('DON-06', 'error', 1, 'ministerialAxis2', { field: 'ministerialAxis2', raw: '#REF!' })]);
});

test('edge: a cancelled row is not judged', () => {
  expect(
    findingsIn(`
      axe 2 | état
      PDX   | annulé
    `),
  ).toEqual([]);
});

test('edge: where the centre de coûts names the envelope, it is the fault, and axe 2 is none', () => {
  const base = convention2023();
  const rule = base.imputation.find(({ field }) => field === 'costCentre')!;
  const imputation = ['PDE', 'SF'].map((envelope) => ({ ...rule, value: `EMPEF0007${envelope.length}`, envelope }));
  const rules = findingsIn(
    `
      axe 2 | centre de coûts
      PDX   | EMPEF00099
    `,
    { convention: { ...base, imputation } },
  ).map((found) => found.rule);
  expect(rules).toEqual(['IMP-03']);
});

test('not checkable: no column of axe 2', () => {
  expect(
    findingsIn(`
      EJ
      1400000001
    `),
  ).toEqual([]);
});

/** A centre financier of its own for each envelope; one of all of them; two forms that have codes in common. */
const CENTRES: readonly (readonly [string, string | null])[] = [
  ['0103-CEFP-C002', 'PDE'],
  ['0103-CEFP-C003', 'SF'],
  ['0103-CEFP-COMM', null],
  ['0103-CEFP-P*', 'PDE'],
  ['0103-CEFP-*S', 'SF'],
];

test.each`
  centre               | axis     | finding                     | why
  ${'0103-CEFP-C002'}  | ${''}    | ${''}                       | ${'that of PDE'}
  ${'0103-CEFP-COMM'}  | ${''}    | ${'IMP-06 financialCentre'} | ${'a code of all of them gives none'}
  ${'0103-CEFP-P00S'}  | ${''}    | ${'IMP-06 financialCentre'} | ${'it has the form of both'}
  ${'0103-CEFP-COMM'}  | ${'PDE'} | ${'IMP-06 financialCentre'} | ${'the centre decides where it is filled'}
  ${'0103-CEFP-C009'}  | ${''}    | ${'IMP-03 financialCentre'} | ${'another control reports it'}
  ${'0103-CEFP-C0009'} | ${''}    | ${'IMP-02 financialCentre'} | ${'another control reports it'}
  ${''}                | ${''}    | ${'IMP-01 financialCentre'} | ${'another control reports it'}
  ${''}                | ${'PDE'} | ${'IMP-01 financialCentre'} | ${'named by « Enveloppe »'}
`('centre financier « $centre » names the envelope: « $finding », $why', ({ centre, axis, finding }) => {
  const base = convention2023();
  const [rule] = base.imputation;
  const imputation = CENTRES.map(([value, envelope]) => ({
    ...rule!,
    ...{ field: 'financialCentre' as const, value, envelope, aliases: [] },
  }));
  const table = `
    centre financier | axe 2   | EJ         | date EJ    | AE
    ${centre}        | ${axis} | 1400000001 | 15/02/2023 | 100,00
    0103-CEFP-C002   |         | 1400000002 | 15/02/2023 | 100,00
  `;
  const findings = findingsIn(table, { convention: { ...base, imputation } });
  const shown = findings.map(({ rule: code, place }) => `${code} ${place.kind === 'row' ? place.field : ''}`);
  expect(shown.join()).toBe(finding);
});

test('a code whose row of ENV_Imputations cannot be read is reported there (DON-08), not on each row', () => {
  const base = convention2023();
  const [rule] = base.imputation;
  const cell = { column: 'Enveloppe', raw: 'PDX', expected: 'PDE, SF' };
  const code = { ...rule!, field: 'ministerialAxis2' as const, value: 'Portail', envelope: 'PDX' };
  const unreadCodes = [{ ...code, unread: { index: 9, cells: [cell] } }];
  const findings = findingsIn(
    `
      axe 2
      portail
      Autre
    `,
    { convention: { ...base, unreadCodes }, whole: true },
  );
  const ofCodes = findings.filter(({ rule: one, place }) => one === 'IMP-06' || place.kind === 'convention');
  const placed = ofCodes.flatMap(({ rule: one, place }) =>
    one.startsWith('DEL') ? [] : [place.kind === 'row' ? `${one}, row ${place.row}` : one],
  );
  expect(placed).toEqual(['DON-08', 'IMP-06, row 2']);
});

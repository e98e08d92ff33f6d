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

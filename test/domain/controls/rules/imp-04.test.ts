/** IMP-04: the convention's code without its leading zero. */
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { convention2023 } from '../../../support/conventions';
import { findingsIn, found } from '../../../support/controls';

const lost = (line: number, raw: string) =>
  found(
    'IMP-04',
    'error',
    line,
    'activity',
    { field: 'activity', raw, expected: '010300000104' },
    { kind: 'text', value: '010300000104' },
  );

test('right: the code as text, whatever its prefix and its spaces', () => {
  expect(
    findingsIn(`
      axe 2 | activité
      PDE   | 010300000104
      PDE   | BG00/010300000104
      PDE   | 0103 0000 0104
    `),
  ).toEqual([]);
});

test('wrong: the zero that the spreadsheet dropped from a number is put back', () => {
  expect(
    findingsIn(`
      axe 2 | activité
      PDE   | 010300000104
      PDE   | nombre 10300000104
    `),
  ).toEqual([lost(2, '10300000104')]);
});

test('wrong: the spelling of article 3, typed as text, is the same code without its zero', () => {
  expect(
    findingsIn(`
      axe 2 | activité
      PDE   | 10300000104
      PDE   | BG00/10300000104
    `),
  ).toEqual([lost(1, '10300000104'), lost(2, 'BG00/10300000104')]);
});

test('right: the code as the convention states it, without its zero, or with it', () => {
  const { imputation, ...rest } = convention2023();
  const convention = {
    ...rest,
    imputation: imputation.map((rule) =>
      rule.field === 'activity' ? { ...rule, value: '10300000104', aliases: [] } : rule,
    ),
  };
  expect(
    findingsIn(
      `
      axe 2 | activité
      PDE   | 10300000104
      PDE   | nombre 10300000104
      PDE   | BG00/10300000104
      PDE   | 010300000104
    `,
      { convention },
    ),
  ).toEqual([]);
});

test('edge: another code without its zero is not the convention’s: one finding, IMP-03', () => {
  const expected = ['010300000104'];
  expect(
    findingsIn(`
      axe 2 | activité
      PDE   | nombre 10300000108
    `),
  ).toEqual([found('IMP-03', 'error', 1, 'activity', { field: 'activity', raw: '10300000108', expected })]);
});

test('edge: a programme of three digits is written as people write it', () => {
  expect(
    findingsIn(`
      axe 2 | programme
      PDE   | 103
      PDE   | nombre 103
      PDE   | 0103
    `),
  ).toEqual([]);
});

test('edge: the domaine fonctionnel loses its zero too', () => {
  const details = { field: 'functionalDomain' as const, raw: '103-01-01', expected: '0103-01-01' };
  expect(
    findingsIn(`
      axe 2 | domaine
      PDE   | 103-01-01
    `),
  ).toEqual([found('IMP-04', 'error', 1, 'functionalDomain', details, { kind: 'text', value: '0103-01-01' })]);
});

test('not checkable: no column of codes', () => {
  expect(
    findingsIn(`
      axe 2
      PDE
    `),
  ).toEqual([]);
});

test('edge: a spelling of the convention without the zeros of its code is the code, repaired; spaces never count', () => {
  const rule = { label: '', envelope: null, from: null, until: null, field: 'costCentre' as const };
  const convention = {
    ...convention2023(),
    imputation: [
      { ...rule, value: '00EMPEF075', aliases: ['EMPEF075', 'Centre DGEFP', 'DGEFP'] },
      ...axes(convention2023()),
    ],
  };
  const found04 = findingsIn(
    'axe 2 | centre de coûts\nPDE | EMPEF075\nPDE | CentreDGEFP\nPDE | DGEFP\nPDE | 00EMPEF075',
    {
      convention,
    },
  );
  expect(found04.map(({ rule: code, place, repair }) => [code, place.kind === 'row' && place.row, repair])).toEqual([
    ['IMP-04', 1, { kind: 'text', value: '00EMPEF075' }],
  ]);
});

const axes = ({ imputation }: Convention) => imputation.filter(({ field }) => field === 'ministerialAxis2');

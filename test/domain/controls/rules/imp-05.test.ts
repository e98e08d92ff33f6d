/** IMP-05: codes of one row that contradict each other by their programme. */
import type { Convention, ImputationRule } from '../../../../src/domain/envelopes/convention';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

test('right: one programme everywhere', () => {
  expect(
    findingsIn(`
      axe 2 | programme | domaine    | centre financier | activité
      PDE   | 103       | 0103-01-01 | 0103-CEFP-C002   | 010300000104
    `),
  ).toEqual([]);
});

test('wrong: the odd code alone is named, and not as foreign too', () => {
  expect(
    findingsIn(`
      axe 2 | domaine    | centre financier | activité
      PDE   | 0102-01    | 0103-CEFP-C002   | 010300000104
      PDE   | 0103-01-01 | 0103-CEFP-C002   | nombre 10200000101
    `),
  ).toEqual([
    found('IMP-05', 'error', 1, 'functionalDomain', {
      field: 'functionalDomain',
      raw: '0102-01',
      programme: '0102',
      expectedProgramme: '0103',
    }),
    found('IMP-05', 'error', 2, 'activity', {
      field: 'activity',
      raw: '10200000101',
      programme: '0102',
      expectedProgramme: '0103',
    }),
  ]);
});

test('edge: of two codes that disagree, the convention’s own is not the odd one', () => {
  expect(
    findingsIn(`
      axe 2 | domaine | activité
      PDE   | 0102-01 | 010300000104
    `),
  ).toEqual([
    found('IMP-05', 'error', 1, 'functionalDomain', {
      field: 'functionalDomain',
      raw: '0102-01',
      programme: '0102',
      expectedProgramme: '0103',
    }),
  ]);
});

test('edge: of two foreign codes that disagree, the one of the convention’s own programme is not the odd one', () => {
  expect(
    findingsIn(`
      axe 2 | domaine | activité
      PDE   | 0102-01 | 010300000109
    `).map(({ rule, place }) => [rule, place.kind === 'row' && place.field]),
  ).toEqual([
    ['IMP-05', 'functionalDomain'],
    ['IMP-03', 'activity'],
  ]);
});

test('edge: when most codes are of a foreign programme, they are the fault, and the right one is left alone', () => {
  expect(
    findingsIn(`
      axe 2 | domaine | centre financier | activité
      PDE   | 0102-01 | 0102-CEFP-C001   | 010300000104
    `).map(({ rule, place }) => [rule, place.kind === 'row' && place.field]),
  ).toEqual([
    ['IMP-03', 'functionalDomain'],
    ['IMP-03', 'financialCentre'],
  ]);
});

test('edge: the programme of most codes is no reference when the convention does not use it', () => {
  expect(
    findingsIn(`
      axe 2 | domaine | centre financier | activité
      PDE   | 0102-01 | 0102-CEFP-C001   | 010400000101
    `).map(({ rule }) => rule),
  ).toEqual(['IMP-03', 'IMP-03', 'IMP-03']);
});

test('edge: a code without programme contradicts nothing', () => {
  expect(
    findingsIn(`
      axe 2 | domaine    | centre de coûts
      PDE   | 0103-01-01 | EMPEF00075
    `),
  ).toEqual([]);
});

test('edge: where the convention imposes no code of a programme, the odd code is odd all the same', () => {
  const base = convention2023();
  const imputation = base.imputation.filter(({ field }) => field === 'costCentre' || field === 'ministerialAxis2');
  const found05 = findingsIn(
    `
    axe 2 | domaine    | centre financier | activité
    PDE   | 0103-01-01 | 0103-CEFP-C002   | 030500000104
    PDE   | 0103-01-01 | 0103-CEFP-C002   | 010300000104
    PDE   | 0103-01-01 |                  | 030500000104
  `,
    { convention: { ...base, imputation } },
  );
  expect(found05.map(({ rule, place }) => [rule, place.kind === 'row' && `${place.row} ${place.field}`])).toEqual([
    ['IMP-05', '1 activity'],
  ]);
});

describe('a convention with two programmes (DGEFP – DG Trésor, 2021: 305 and 102)', () => {
  const rule = (field: ImputationRule['field'], value: string): ImputationRule => ({
    field,
    label: '',
    value,
    aliases: [],
    envelope: null,
    from: null,
    until: null,
  });
  const convention: Convention = {
    ...convention2023(),
    imputation: [
      rule('functionalDomain', '0305-01'),
      rule('functionalDomain', '0102-01'),
      rule('activity', '030500000101'),
      rule('activity', '010200000101'),
      rule('financialCentre', '0305-CDGT-C001'),
      rule('financialCentre', '0102-CEFP-C001'),
    ],
  };

  test('right: either programme, whole', () => {
    expect(
      findingsIn(
        `
        axe 2 | domaine | centre financier | activité
        PDE   | 0305-01 | 0305-CDGT-C001   | 030500000101
        PDE   | 0102-01 | 0102-CEFP-C001   | 010200000101
      `,
        { convention },
      ),
    ).toEqual([]);
  });

  test('edge: an allowed code is not odd beside codes of the other programme that are not allowed', () => {
    expect(
      findingsIn(
        `
        axe 2 | domaine | centre financier | activité
        PDE   | 0102-09 | 0102-CEFP-C009   | 030500000101
      `,
        { convention },
      ).map(({ rule: code, place }) => [code, place.kind === 'row' && place.field]),
    ).toEqual([
      ['IMP-03', 'functionalDomain'],
      ['IMP-03', 'financialCentre'],
    ]);
  });

  test('edge: of two codes that disagree and are both foreign, none shows the programme of the row', () => {
    expect(
      findingsIn(
        `
        axe 2 | domaine | activité
        PDE   | 0305-09 | 010200000109
        PDE   | 0102-09 | 030500000109
      `,
        { convention },
      ).map(({ rule: code, place }) => [code, place.kind === 'row' && place.field]),
    ).toEqual([
      ['IMP-03', 'functionalDomain'],
      ['IMP-03', 'activity'],
      ['IMP-03', 'functionalDomain'],
      ['IMP-03', 'activity'],
    ]);
  });

  test('edge: an allowed code that lost its zero is first repaired, and contradicts the others then', () => {
    const faults = (activity: string) =>
      findingsIn(
        `
        axe 2 | domaine | centre financier | activité
        PDE   | 0305-01 | 0305-CDGT-C001   | ${activity}
      `,
        { convention },
      ).map(({ rule: code, place }) => [code, place.kind === 'row' && place.field]);
    expect(faults('nombre 10200000101')).toEqual([['IMP-04', 'activity']]);
    expect(faults('010200000101')).toEqual([['IMP-05', 'activity']]);
  });

  test('wrong: codes that are allowed one by one, but not together', () => {
    expect(
      findingsIn(
        `
        axe 2 | domaine | centre financier | activité
        PDE   | 0305-01 | 0305-CDGT-C001   | 010200000101
        PDE   | 0305-01 |                  | 010200000101
      `,
        { convention },
      ).filter(({ rule: code }) => code !== 'IMP-01'),
    ).toEqual([
      found('IMP-05', 'error', 1, 'activity', {
        field: 'activity',
        raw: '010200000101',
        programme: '0102',
        expectedProgramme: '0305',
      }),
      found('IMP-05', 'error', 2, 'activity', {
        field: 'activity',
        raw: '010200000101',
        programme: '0102',
        expectedProgramme: '0305',
      }),
    ]);
  });
});

/**
 * Codes that a convention gives as patterns, and between dates: the convention of these tests allows any sub-action of
 * action 1 of the programme 103, any UO of the BOP CEFP, and the activities of 2023 until June, then one of them alone.
 */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention, ImputationRule } from '../../../src/domain/envelopes/convention';
import type { ImputationField } from '../../../src/domain/imputation/imputation';
import { findingsIn, type Setting } from '../../support/controls';
import { convention2023 } from '../../support/conventions';

function rule(field: ImputationField, value: string, rest: Partial<ImputationRule> = {}): ImputationRule {
  return { field, label: '', value, aliases: [], envelope: null, from: null, until: null, ...rest };
}

function withRules(...imputation: readonly ImputationRule[]): Convention {
  return { ...convention2023(), imputation };
}

const AXES = [
  rule('ministerialAxis2', 'PDE', { envelope: 'PDE' }),
  rule('ministerialAxis2', 'Signaux Faibles', { envelope: 'SF' }),
];
const OPEN = withRules(
  rule('functionalDomain', '0103-01-*'),
  rule('financialCentre', '0103-CEFP-????'),
  rule('activity', '0103*', { until: isoDate('2023-06-30') }),
  rule('activity', '010300000104', { from: isoDate('2023-07-01') }),
  ...AXES,
);

function said(table: string, setting: Setting = { convention: OPEN }): string[] {
  return findingsIn(table, setting).map((finding) => {
    const { rule: code, details } = finding;
    return 'expected' in details ? `${code} ${[details.expected].flat().join(' | ')}` : code;
  });
}

test('right: any code that has the form', () => {
  expect(
    said(`
      axe 2 | domaine    | centre financier | activité     | date EJ    | AE
      PDE   | 0103-01-01 | 0103-CEFP-C002   | 010300000199 | 15/02/2023 | 10,00
      PDE   | 0103-01-99 | 0103-CEFP-D100   | 0103000001A2 | 16/02/2023 | 11,00
    `),
  ).toEqual([]);
});

test.each`
  what                                   | cells                                                        | expected
  ${'the form, in another case'}         | ${'0103-01-07 | 0103-cefp-d100 | 010300000199 | 15/02/2023'} | ${[]}
  ${'the action without its sub-action'} | ${'0103-01 | 0103-CEFP-C002 | 010300000199 | 15/02/2023'}    | ${['IMP-03 0103-01-*']}
  ${'another action'}                    | ${'0103-02-01 | 0103-CEFP-C002 | 010300000199 | 15/02/2023'} | ${['IMP-03 0103-01-*']}
  ${'another BOP'}                       | ${'0103-01-01 | 0103-CCAC-C002 | 010300000199 | 15/02/2023'} | ${['IMP-03 0103-CEFP-????']}
  ${'another programme'}                 | ${'0103-01-01 | 0354-CEFP-C002 | 010300000199 | 15/02/2023'} | ${['IMP-05']}
  ${'a zero lost'}                       | ${'0103-01-01 | 0103-CEFP-C002 | 10300000199 | 15/02/2023'}  | ${['IMP-04 010300000199']}
  ${'not even the form of a code'}       | ${'0103/01 | 0103-CEFP-C002 | 010300000199 | 15/02/2023'}    | ${['IMP-02 0103-01-*']}
  ${'nothing'}                           | ${' | 0103-CEFP-C002 | 010300000199 | 15/02/2023'}           | ${['IMP-01 0103-01-*']}
  ${'after the pattern has ended'}       | ${'0103-01-01 | 0103-CEFP-C002 | 010300000199 | 15/08/2023'} | ${['IMP-09 010300000104']}
  ${'the code of its own, in its time'}  | ${'0103-01-01 | 0103-CEFP-C002 | 010300000104 | 15/08/2023'} | ${[]}
`('$what', ({ cells, expected }: { cells: string; expected: string[] }) => {
  expect(
    said(`
    domaine | centre financier | activité | date EJ | AE    | axe 2
    ${cells} | 10,00 | PDE
  `),
  ).toEqual(expected);
});

test('a code that the convention gives is judged by its own dates, whatever pattern it has', () => {
  const table = `
    domaine    | centre financier | activité     | date EJ    | AE    | axe 2
    0103-01-01 | 0103-CEFP-C002   | 010300000104 | 15/02/2023 | 10,00 | PDE
  `;
  expect(said(table)).toEqual(['IMP-09 0103*']);
});

test('with patterns of no programme in particular, only codes of one row that contradict each other are found', () => {
  const convention = withRules(rule('functionalDomain', '*'), rule('financialCentre', '*-CEFP-*'), ...AXES);
  const table = `
    axe 2 | domaine    | centre financier | date EJ    | AE
    PDE   | 0354-01-01 | 0354-CEFP-C002   | 15/02/2023 | 10,00
    PDE   | 0354-01-01 | 0103-CEFP-C002   | 15/02/2023 | 12,00
  `;
  expect(
    findingsIn(table, { convention }).map(({ rule: code, place }) => [code, place.kind === 'row' && place.row]),
  ).toEqual([['IMP-05', 2]]);
});

test('one pattern of any programme lets the codes of a row agree on another programme than that of the other rules', () => {
  const bounded = [rule('financialCentre', '0103-CEFP-C002'), ...AXES];
  const table = `
    axe 2 | domaine | centre financier | activité     | date EJ    | AE
    PDE   | 0354-01 | 0354-CEFP-C002   | 010300000104 | 15/02/2023 | 10,00
  `;
  expect(said(table, { convention: withRules(...bounded) })).toEqual(['IMP-03 0103-CEFP-C002']);
  expect(said(table, { convention: withRules(rule('functionalDomain', '*-01'), ...bounded) })).toEqual([
    ...['IMP-05', 'IMP-03 0103-CEFP-C002'],
  ]);
});

describe('axe ministériel 2', () => {
  const convention = withRules(
    rule('ministerialAxis2', 'PDE-*', { envelope: 'PDE' }),
    rule('ministerialAxis2', 'SF-20??', { envelope: 'SF' }),
  );
  test.each`
    axe                 | expected
    ${'PDE-2023'}       | ${[]}
    ${'pde 2023'}       | ${[]}
    ${'SF-2023'}        | ${[]}
    ${'PDE'}            | ${[]}
    ${'SF-23'}          | ${['IMP-06 PDE-* | SF-20??']}
    ${'Signaux Faible'} | ${['IMP-07 SF']}
  `('$axe', ({ axe, expected }: { axe: string; expected: string[] }) => {
    expect(
      said(
        `
      axe 2  | date EJ    | AE
      ${axe} | 15/02/2023 | 10,00
    `,
        { convention },
      ),
    ).toEqual(expected);
  });
});

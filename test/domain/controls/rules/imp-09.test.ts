/** IMP-09: a code of the convention used outside the dates between which it holds. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

/** An avenant of 1 July 2023 gives another cost centre. */
const AVENANT = isoDate('2023-07-01');
const base = convention2023();
const convention: Convention = {
  ...base,
  imputation: [
    ...base.imputation.filter(({ field }) => field !== 'costCentre'),
    {
      field: 'costCentre',
      label: '',
      value: 'EMPEF00075',
      aliases: [],
      envelope: null,
      from: null,
      until: isoDate('2023-06-30'),
    },
    { field: 'costCentre', label: '', value: 'EMPEF00090', aliases: [], envelope: null, from: AVENANT, until: null },
  ],
};

const outOfDate = (
  line: number,
  raw: string,
  date: string,
  from: string | null,
  until: string | null,
  expected: string,
) =>
  found('IMP-09', 'error', line, 'costCentre', {
    field: 'costCentre',
    raw,
    date: isoDate(date),
    from: from === null ? null : isoDate(from),
    until: until === null ? null : isoDate(until),
    expected: [expected],
  });

test('right: each code on its own days, the first and the last included', () => {
  expect(
    findingsIn(
      `
      axe 2 | centre de coûts | EJ         | date EJ    | AE
      PDE   | EMPEF00075      | 1400000001 | 30/06/2023 | 100,00
      PDE   | EMPEF00090      | 1400000002 | 01/07/2023 | 100,00
    `,
      { convention },
    ),
  ).toEqual([]);
});

test('wrong: the old code after the avenant, the new one before', () => {
  expect(
    findingsIn(
      `
      axe 2 | centre de coûts | EJ         | date EJ    | AE
      PDE   | EMPEF00075      | 1400000001 | 01/07/2023 | 100,00
      PDE   | EMPEF00090      | 1400000002 | 30/06/2023 | 100,00
    `,
      { convention },
    ),
  ).toEqual([
    outOfDate(1, 'EMPEF00075', '2023-07-01', null, '2023-06-30', 'EMPEF00090'),
    outOfDate(2, 'EMPEF00090', '2023-06-30', '2023-07-01', null, 'EMPEF00075'),
  ]);
});

test('right: a code that an avenant brings back holds in both of its periods, and not between them', () => {
  const again = { ...base.imputation.find(({ field }) => field === 'costCentre')!, from: isoDate('2023-10-01') };
  const brought = { ...convention, imputation: [...convention.imputation, again] };
  const faultsOn = (date: string) =>
    findingsIn(
      `
      axe 2 | centre de coûts | EJ         | date EJ | AE
      PDE   | EMPEF00075      | 1400000001 | ${date} | 100,00
    `,
      { convention: brought },
    ).map(({ rule }) => rule);
  expect(['30/06/2023', '01/07/2023', '30/09/2023', '01/10/2023'].map(faultsOn)).toEqual([
    ...[[], ['IMP-09'], ['IMP-09'], []],
  ]);
});

test('edge: a payment alone is judged at its own date, a commitment never at the date of its payment', () => {
  expect(
    findingsIn(
      `
      axe 2 | centre de coûts | EJ         | date EJ    | AE     | payé le    | CP
      PDE   | EMPEF00075      | 1400000001 | 15/02/2023 | 100,00 | 15/09/2023 | 60,00
      PDE   | EMPEF00075      | 1400000001 |            |        | 15/09/2023 | 40,00
    `,
      { convention },
    ),
  ).toEqual([outOfDate(2, 'EMPEF00075', '2023-09-15', null, '2023-06-30', 'EMPEF00090')]);
});

test('edge: what is expected of an absent code is what holds at the date of the row', () => {
  expect(
    findingsIn(
      `
      axe 2 | centre de coûts | EJ         | date EJ    | AE
      PDE   |                 | 1400000001 | 15/02/2023 | 100,00
      PDE   |                 | 1400000002 | 15/09/2023 | 100,00
      PDE   |                 |            |            |
    `,
      { convention },
    ),
  ).toEqual([
    found('IMP-01', 'error', 1, 'costCentre', { field: 'costCentre', expected: ['EMPEF00075'] }),
    found('IMP-01', 'error', 2, 'costCentre', { field: 'costCentre', expected: ['EMPEF00090'] }),
    found('IMP-01', 'error', 3, 'costCentre', { field: 'costCentre', expected: ['EMPEF00075', 'EMPEF00090'] }),
  ]);
});

test('not checkable: a row without a date', () => {
  expect(
    findingsIn(
      `
      axe 2 | centre de coûts
      PDE   | EMPEF00075
      PDE   | EMPEF00090
    `,
      { convention },
    ),
  ).toEqual([]);
});

test.each`
  axis                 | on              | reported | why
  ${'PDE'}             | ${'30/06/2023'} | ${false} | ${'its last day'}
  ${'pde'}             | ${'01/07/2023'} | ${true}  | ${'after it, whatever the case'}
  ${'Portail'}         | ${'01/07/2023'} | ${true}  | ${'an alias of that row'}
  ${'Plateforme'}      | ${'01/07/2023'} | ${false} | ${'the text that replaces it'}
  ${'Plateforme'}      | ${'30/06/2023'} | ${true}  | ${'before it holds'}
  ${'Signaux Faibles'} | ${'01/07/2023'} | ${false} | ${'a text without dates'}
  ${'PDE'}             | ${''}           | ${false} | ${'no date'}
`('axe 2 « $axis » on « $on » is reported: $reported, $why', ({ axis, on, reported }) => {
  const axisRule = { field: 'ministerialAxis2', label: '', envelope: 'PDE', from: null, until: null } as const;
  const imputation = [
    ...base.imputation.filter(({ envelope }) => envelope !== 'PDE'),
    { ...axisRule, value: 'PDE', aliases: ['Portail'], until: isoDate('2023-06-30') },
    { ...axisRule, value: 'Plateforme', aliases: [], from: AVENANT },
  ];
  const table = `
    axe 2   | EJ         | date EJ | AE
    ${axis} | 1400000001 | ${on}   | 100,00
  `;
  const places = findingsIn(table, { convention: { ...base, imputation } }).flatMap(({ rule, place }) =>
    rule === 'IMP-09' || rule === 'IMP-06' ? [`${rule} ${place.kind === 'row' ? place.field : ''}`] : [],
  );
  expect(places).toEqual(reported === true ? ['IMP-09 ministerialAxis2'] : []);
});

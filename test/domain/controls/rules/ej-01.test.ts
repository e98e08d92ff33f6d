/** EJ-01: a payment that no commitment covers. */
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { withoutCeiling } from '../../../support/without-ceiling';

test('right: an EJ committed in the ledger (even below the payment), or one of the restes à payer', () => {
  const convention = { ...convention2023(), rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(73_032_00) }] };
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | 1400000001 |            |          | 20/03/2023 | 400,00
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |            |
      PDE   | 1400000900 |            |          | 20/03/2023 | 800,00
    `,
      { convention },
    ),
  ).toEqual([]);
});

test('wrong: no number at all, or a number that nobody committed', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | AE | payé le    | CP
      PDE   | #          |    | 20/03/2023 | 400,00
      PDE   | 1400000007 |    | 21/03/2023 | 500,00
    `),
  ).toEqual([
    found('EJ-01', 'error', 1, 'ejNumber', { raw: '', known: false, cp: 40000 }),
    found('EJ-01', 'error', 2, 'ejNumber', { raw: '1400000007', known: true, cp: 50000 }),
  ]);
});

test('wrong: neither a project nor a lone retrait commits anything; an unpaid amount is judged too', () => {
  expect(
    findingsIn(`
      axe 2 | état   | opération | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | projet | EJ        | 1400000001 |            | 1 000,00 |            |
      PDE   |        | DP        | 1400000001 |            |          |            | 400,00
      PDE   |        | Retrait   | 1400000002 | 15/06/2023 | -100,00  |            |
      PDE   |        | DP        | 1400000002 |            |          | 20/06/2023 | 50,00
    `),
  ).toEqual([
    found('EJ-01', 'error', 2, 'ejNumber', { raw: '1400000001', known: true, cp: 40000 }),
    found('EJ-08', 'error', 3, 'ejNumber', { ej: '1400000002', cents: 10000, isPresent: true }),
    found('EJ-01', 'error', 4, 'ejNumber', { raw: '1400000002', known: true, cp: 5000 }),
  ]);
});

test('edge: spending without prior commitment consumes AE and CP at once: the missing number is only a doubt', () => {
  expect(
    findingsIn(`
      axe 2 | EJ | date EJ    | AE    | payé le    | CP
      PDE   |    | 20/03/2023 | 90,00 | 20/03/2023 | 90,00
    `),
  ).toEqual([found('EJ-01', 'warning', 1, 'ejNumber', { raw: '', known: false, cp: 9000 })]);
});

test('edge: a commitment whose amount cannot be read is a commitment; a malformed number is another fault', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE          | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | environ 500 |            |
      PDE   | 1400000001 |            |             | 20/03/2023 | 400,00
      PDE   | 14000001   |            |             | 20/03/2023 | 300,00
    `).map(({ rule }) => rule),
  ).toEqual(['DON-01', 'EJ-03']);
});

test('edge: a credit note is no payment, and neither is an amount of nothing', () => {
  expect(
    findingsIn(`
      axe 2 | EJ | objet | AE | payé le    | CP
      PDE   |    | Avoir |    | 20/03/2023 | -40,00
      PDE   |    |       |    | 20/03/2023 | 0
    `),
  ).toEqual([]);
});

test('not checkable: no column of EJ; without a column of AE, only the missing numbers', () => {
  expect(
    findingsIn(`
      axe 2 | payé le    | CP
      PDE   | 20/03/2023 | 400,00
    `),
  ).toEqual([]);
  expect(
    findingsIn(`
      axe 2 | EJ         | payé le    | CP
      PDE   | 1400000007 | 20/03/2023 | 400,00
      PDE   |            | 20/03/2023 | 500,00
    `),
  ).toEqual([found('EJ-01', 'error', 2, 'ejNumber', { raw: '', known: false, cp: 50000 })]);
});

test('wrong: AE of nothing commits nothing', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE | payé le    | CP
      PDE   | 1400000007 | 15/02/2023 | 0  | 21/03/2023 | 500,00
    `),
  ).toEqual([found('EJ-01', 'error', 1, 'ejNumber', { raw: '1400000007', known: true, cp: 50000 })]);
});

test.each`
  row                            | severity     | why
  ${'| 90,00 | 80,00'}           | ${'error'}   | ${'the payment is not the whole commitment of the row'}
  ${'| 90,00 | 90,00'}           | ${'warning'} | ${'it commits and pays at once'}
  ${'| environ 90 | 90,00'}      | ${'error'}   | ${'nobody can read what it commits'}
  ${'| | 0,01'}                  | ${'error'}   | ${'a cent is paid'}
  ${'| | environ 90'}            | ${null}      | ${'an amount that nobody can read is DON-01'}
  ${'#REF! | | 90,00'}           | ${null}      | ${'an error of Excel is DON-06'}
  ${'1400000001 | | 90,00'}      | ${'error'}   | ${'nobody committed it'}
  ${'1400000001 | 0,01 | 90,00'} | ${null}      | ${'its own cent commits it'}
`('a payment « $row » (EJ, AE, CP): $severity, $why', ({ row, severity }) => {
  const found01 = findingsIn(`
    axe 2 | date EJ    | payé le    | EJ | AE | CP
    PDE   | 15/02/2023 | 20/03/2023 | ${row as string}
  `).filter(({ rule }) => rule === 'EJ-01');
  expect(found01.map((one) => one.severity)).toEqual(severity === null ? [] : [severity]);
});

test('an envelope with CP and no AE pays what other credits committed: an information', () => {
  const base = withoutCeiling('SF', 'AE');
  const convention = {
    ...base,
    envelopes: base.envelopes.map((one) => (one.code === 'SF' ? { ...one, lines: [] } : one)),
  };
  const rows = `
    axe 2 | EJ         | date EJ    | AE       | payé le    | CP
    PDE   | 1400000001 | 15/02/2023 | 1 000,00 |            |
    SF    | 1400000007 |            |          | 21/03/2023 | 500,00
    PDE   | 1400000008 |            |          | 21/03/2023 | 600,00`;
  const found = findingsIn(rows, { convention }).filter(({ rule }) => rule === 'EJ-01');
  expect(found.map(({ severity, details }) => [severity, details])).toEqual([
    ['info', { raw: '1400000007', known: true, cp: 500_00, withoutAe: 'SF' }],
    ['error', { raw: '1400000008', known: true, cp: 600_00 }],
  ]);
});

/** The findings EJ-01 and DON-01 of commitments: their line, and what they give. */
function unnumberedIn(rows: string): readonly unknown[] {
  return findingsIn(`axe 2 | EJ | date EJ | AE | DP | payé le | CP | objet | état\n${rows}`).flatMap((finding) => {
    if (finding.rule !== 'EJ-01' && finding.rule !== 'DON-01') return [];
    const { ae, parts } = finding.details as { ae?: number; parts?: number };
    const line = finding.place.kind === 'row' ? finding.place.row : null;
    return [[finding.rule, finding.severity, line, ...(ae === undefined ? [] : [ae / 100]), ...(parts ? [parts] : [])]];
  });
}

const [FIRST, SECOND, THIRD] = [1, 2, 3].map(
  (n) => `PDE | 140000000${n} | 0${n}/02/2023 | ${n}00,00 | | | | BC ${n} |`,
);
const BLANK = 'PDE | | 01/06/2023 | 40,00 | | | | Besoin T4 |';

test.each([
  ['where the others have one', [FIRST, SECOND, BLANK], [['EJ-01', 'warning', 3, 40]]],
  ['above them', [BLANK, FIRST, SECOND], [['EJ-01', 'warning', 1, 40]]],
  ['where half of them have none', [FIRST, SECOND, BLANK, BLANK], []],
  ['beside one commitment', [FIRST, BLANK], []],
  ['of a project', [FIRST, SECOND, `${BLANK} Projet`], []],
  ['under a status that is a doubt', [FIRST, SECOND, `${BLANK} Zorglub`], []],
  ['of no envelope', [FIRST, SECOND, BLANK.replace('PDE', 'XYZ')], []],
  ['without a date, which is the doubt', [FIRST, SECOND, BLANK.replace('01/06/2023', '')], [['DON-01', 'warning', 3]]],
  [
    'paid at once',
    [FIRST, SECOND, 'PDE | | 01/06/2023 | 9,00 | | 01/06/2023 | 9,00 | Livres |'],
    [['EJ-01', 'warning', 3]],
  ],
])('a commitment without an EJ, %s', (_, rows, expected) => {
  expect(unnumberedIn(rows.join('\n'))).toEqual(expected);
});

const sumOf = (ae: string, more: { day?: string; label?: string; cp?: string; envelope?: string } = {}): string =>
  `${more.envelope ?? 'PDE'} | | ${more.day ?? ''} | ${ae} | | | ${more.cp ?? ''} | ${more.label ?? 'OCTO'} |`;
const OF_SF = 'SF | 1400000009 | 05/02/2023 | 77,00 | | | | BC 9 |';

test.each([
  ['without a date: it needs none', [FIRST, SECOND, sumOf('300,00')], [['EJ-01', 'warning', 3, 300, 2]]],
  ['on its day', [FIRST, SECOND, sumOf('300,00', { day: '28/02/2023' })], [['EJ-01', 'warning', 3, 300, 2]]],
  ['above its rows', [sumOf('300,00'), FIRST, SECOND], [['EJ-01', 'warning', 1, 300, 2]]],
  ['of its envelope alone', [FIRST, OF_SF, SECOND, sumOf('300,00')], [['EJ-01', 'warning', 4, 300, 2]]],
  ['of several envelopes', [FIRST, OF_SF, sumOf('177,00')], [['DON-01', 'warning', 3]]],
  [
    'since the sum above it',
    [FIRST, SECOND, sumOf('300,00'), SECOND, THIRD, sumOf('500,00')],
    [
      ['EJ-01', 'warning', 3, 300, 2],
      ['EJ-01', 'warning', 6, 500, 2],
    ],
  ],
  ['of one row: it may be another operation', [FIRST, SECOND, sumOf('200,00')], [['DON-01', 'warning', 3]]],
  ['of another amount', [FIRST, SECOND, sumOf('300,01')], [['DON-01', 'warning', 3]]],
  [
    'with CP that are no sum',
    [FIRST, SECOND, sumOf('300,00', { cp: '12,00' })],
    [
      ['DON-01', 'warning', 3],
      ['EJ-01', 'error', 3],
    ],
  ],
  [
    'of rows without a number',
    [sumOf('100,00'), sumOf('200,00'), sumOf('300,00')],
    [1, 2, 3].map((line) => ['DON-01', 'warning', line]),
  ],
])('a row without an EJ whose AE is the sum of others, %s', (_, rows, expected) => {
  expect(unnumberedIn(rows.join('\n'))).toEqual(expected);
});

test('the AE and the CP of others: an error, as any payment without an EJ, and no other words', () => {
  const paid = (row = ''): string => row.replace('| | | | BC', '| | 05/03/2023 | 10,00 | BC');
  const rows = [paid(FIRST), paid(SECOND), sumOf('300,00', { cp: '20,00' })];
  expect(unnumberedIn(rows.join('\n'))).toEqual([['EJ-01', 'error', 3, 2]]);
});

test('the AE and the CP of one other, below it, without a day of payment: the date is not asked for', () => {
  const paid = (row = ''): string => row.replace('| | | | BC', '| | 05/03/2023 | 10,00 | BC');
  const rows = [sumOf('100,00', { cp: '10,00' }), paid(FIRST), sumOf('200,00', { cp: '10,00' }), paid(SECOND)];
  expect(unnumberedIn(rows.join('\n'))).toEqual([
    ['EJ-01', 'error', 1, 1],
    ['EJ-01', 'error', 3, 1],
  ]);
});

test('the name of a poste in the place of the number, above the EJ that it sums, is such a row (no EJ-03)', () => {
  const titled = (ae: string): string => sumOf(ae).replace('PDE | |', 'PDE | Prestations |');
  const rulesOf = (ae: string): readonly string[] =>
    findingsIn(
      `axe 2 | EJ | date EJ | AE | DP | payé le | CP | objet | état\n${[titled(ae), FIRST, SECOND].join('\n')}`,
    ).flatMap(({ rule }) => (/EJ-0[13]|DON-01/.test(rule) ? [rule] : []));
  expect(rulesOf('300,00')).toEqual(['EJ-01']);
  expect([...rulesOf('310,00')].sort()).toEqual(['DON-01', 'EJ-03']);
});

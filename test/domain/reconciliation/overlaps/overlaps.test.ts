/**
 * An operation that extracts of two shapes give is compared once, and one that only the second gives is compared too.
 * The national extract is preferred; the other is a table recognised by its headings.
 */
import { describeCoverage } from '../../../../src/messages/describe-coverage';
import { extractOf } from '../../../support/ledgers/extract-builder';
import { groupText, reconciled } from '../../../support/reconciliation';

const [EJ, DP_1, DP_2] = ['1400000001', '0100000001', '0100000002'];
const LINES = 'mouvement | codes | axe 2 | EJ | poste EJ | DP | date | montant\n';

interface Line {
  readonly ej?: string;
  readonly line?: string;
  readonly dp?: string;
  readonly amount: string;
}

const paid = (lines: readonly Line[]): string =>
  lines
    .map(({ ej = EJ, line = '', dp = '', amount }) =>
      ['paiement', 'juste', 'PDE', ej, line, dp, '15/03/2023', amount].join(' | '),
    )
    .join('\n');
const engaged = (lines: readonly Line[]): string => paid(lines).replaceAll('paiement', 'engagement');

/** The groups of an empty ledger: what is compared is absent from it. Lines of the second extract have a star. */
function linesOf(national: string, other: string, shape: 'nationalAe' | 'nationalCp'): readonly string[] {
  const { groups } = reconciled('imputation | axe 2 | EJ | AE', [
    extractOf(LINES + other, { source: 'a.csv', shape: 'unnamed' }),
    extractOf(LINES + national, { source: 'b.csv', shape }),
  ]);
  const fates = groups.flatMap(({ status, why, lines }) =>
    lines.map(({ extract, cents }) => `${extract === 0 ? '*' : ''}${cents / 100} ${why ?? status}`),
  );
  return fates.sort();
}

const GIVEN = 'otherExtract';
const COMPARED = 'notInLedger';

test.each<[string, readonly Line[], readonly Line[], readonly string[]]>([
  ['the same DP', [{ dp: DP_1, amount: '10,00' }], [{ dp: DP_1, amount: '10,00' }], [`*10 ${GIVEN}`, `10 ${COMPARED}`]],
  [
    'another DP of the same EJ is another payment, even with the same amount',
    [{ dp: DP_1, amount: '10,00' }],
    [{ dp: DP_2, amount: '10,00' }],
    [`*10 ${COMPARED}`, `10 ${COMPARED}`],
  ],
  [
    'a new DP beside one that both give',
    [{ dp: DP_1, amount: '10,00' }],
    [
      { dp: DP_1, amount: '10,00' },
      { dp: DP_2, amount: '6,00' },
    ],
    [`*10 ${GIVEN}`, `*6 ${COMPARED}`, `10 ${COMPARED}`],
  ],
  [
    'a DP in parts, and as a whole',
    [
      { dp: DP_1, amount: '4,00' },
      { dp: DP_1, amount: '6,00' },
    ],
    [{ dp: DP_1, amount: '10,00' }],
    [`*10 ${GIVEN}`, `4 ${COMPARED}`, `6 ${COMPARED}`],
  ],
  [
    'the total of an EJ, without DP, beside its payments',
    [
      { dp: DP_1, amount: '4,00' },
      { dp: DP_2, amount: '6,00' },
    ],
    [{ amount: '10,00' }],
    [`*10 ${GIVEN}`, `4 ${COMPARED}`, `6 ${COMPARED}`],
  ],
  [
    'the payments of an EJ beside a total that lacks the last one',
    [{ amount: '10,00' }],
    [
      { dp: DP_1, amount: '4,00' },
      { dp: DP_2, amount: '6,00' },
      { dp: '0100000003', amount: '7,00' },
    ],
    [`*4 ${GIVEN}`, `*6 ${GIVEN}`, `*7 ${COMPARED}`, `10 ${COMPARED}`],
  ],
  [
    'a DP whose EJ one of the extracts does not give',
    [{ dp: DP_1, amount: '10,00' }],
    [{ ej: '', dp: DP_1, amount: '10,00' }],
    [`*10 ${GIVEN}`, `10 ${COMPARED}`],
  ],
  [
    'one DP on two EJ is in each extract what it is',
    [{ dp: DP_1, amount: '10,00' }],
    [{ ej: '1400000002', dp: DP_1, amount: '10,00' }],
    [`*10 ${COMPARED}`, `10 ${COMPARED}`],
  ],
  [
    'one DP with two amounts: nothing shows which is right',
    [{ dp: DP_1, amount: '10,00' }],
    [{ dp: DP_1, amount: '12,00' }],
    ['*12 otherAmount', `10 ${COMPARED}`],
  ],
])('payments: %s', (_, national, other, expected) => {
  expect(linesOf(paid(national), paid(other), 'nationalCp')).toEqual([...expected].sort());
});

test.each<[string, readonly Line[], readonly Line[], readonly string[]]>([
  [
    'another poste of the same EJ is another commitment',
    [{ line: '1', amount: '20,00' }],
    [{ line: '2', amount: '20,00' }],
    [`*20 ${COMPARED}`, `20 ${COMPARED}`],
  ],
  [
    'the sum of an EJ beside its postes',
    [
      { line: '1', amount: '20,00' },
      { line: '2', amount: '5,00' },
    ],
    [{ amount: '25,00' }],
    [`*25 ${GIVEN}`, `20 ${COMPARED}`, `5 ${COMPARED}`],
  ],
  [
    'the sum of an EJ on its first poste',
    [
      { line: '1', amount: '20,00' },
      { line: '2', amount: '5,00' },
    ],
    [{ line: '1', amount: '25,00' }],
    [`*25 ${GIVEN}`, `20 ${COMPARED}`, `5 ${COMPARED}`],
  ],
  [
    'a sum that lacks the last movement of the other',
    [{ amount: '20,00' }, { amount: '5,00' }, { amount: '3,00' }],
    [{ amount: '25,00' }],
    [`*25 ${GIVEN}`, `20 ${COMPARED}`, `3 ${COMPARED}`, `5 ${COMPARED}`],
  ],
  [
    'a movement that the preferred extract lacks',
    [{ amount: '20,00' }],
    [{ amount: '20,00' }, { amount: '-3,00' }],
    [`*-3 ${COMPARED}`, `*20 ${GIVEN}`, `20 ${COMPARED}`],
  ],
  ['two sums: one is out of date', [{ amount: '20,00' }], [{ amount: '25,00' }], ['*25 otherAmount', `20 ${COMPARED}`]],
])('commitments: %s', (_, national, other, expected) => {
  expect(linesOf(engaged(national), engaged(other), 'nationalAe')).toEqual([...expected].sort());
});

test('two monthly extracts of one shape are together the total of another', () => {
  const { groups, findings } = reconciled(
    `imputation | axe 2 | EJ | date EJ | AE\n juste | PDE | ${EJ} | 15/03/2023 | 25,00`,
    [
      extractOf(LINES + engaged([{ amount: '25,00' }]), { source: 'b.csv', shape: 'nationalAe' }),
      extractOf(LINES + engaged([{ amount: '20,00' }]), { source: 'janvier.csv', shape: 'jp51' }),
      extractOf(LINES + engaged([{ amount: '5,00' }]), { source: 'mars.csv', shape: 'jp51' }),
    ],
  );
  expect(groups.map(groupText)).toEqual(['matched ejAmount: 1 = 1', 'notCompared (otherExtract):  = 1, 1']);
  expect(findings).toEqual([]);
});

test.each`
  language | headline                  | sentence
  ${'fr'}  | ${'AE comparées à 100 %'} | ${'1 ligne (25,00 €) a un autre montant que dans un autre extrait'}
  ${'en'}  | ${'AE compared at 100%'}  | ${'1 line (€25.00) has another amount than in another extract'}
`('nothing agrees over two extracts that differ, in $language', ({ language, headline, sentence }) => {
  const result = reconciled(`imputation | axe 2 | EJ | date EJ | AE\n juste | PDE | ${EJ} | 15/03/2023 | 20,00`, [
    extractOf(LINES + engaged([{ amount: '20,00' }]), { source: 'b.csv', shape: 'nationalAe' }),
    extractOf(LINES + engaged([{ amount: '25,00' }]), { source: 'a.csv', shape: 'unnamed' }),
  ]);
  const text = describeCoverage(result, language);
  const plain = (words: string): string => words.replace(/[\u00a0\u202f]/g, ' ');
  expect([text.tone, plain(text.headline)]).toEqual(['warning', headline]);
  expect(plain(text.lines[0]?.details.join(' ') ?? '')).toContain(sentence);
});

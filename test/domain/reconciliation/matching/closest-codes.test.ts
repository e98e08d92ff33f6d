/** Of several answers to an amount, the one whose codes are closest is taken, whatever the order of the lines. */
import fc from 'fast-check';
import { findingText, groupText, reconciled } from '../../../support/reconciliation';
import { drawn } from '../any-two-sides';

const LEDGER = 'imputation | axe 2 | centre de coûts | EJ | date EJ | AE | payé le | CP | DP | poste DP';
const LINES = 'mouvement | codes | axe 2 | centre de coûts | EJ | DP | poste DP | société | exercice | date | montant';
const OURS = 'EMPEF00075';

/** A row: axe 2, centre de coûts, amount. */
const committed = (...rows: readonly (readonly [string, string, string])[]): string =>
  [
    LEDGER,
    ...rows.map(([axis, centre, ae]) => `juste | ${axis} | ${centre} | 1400000001 | 15/02/2023 | ${ae} | | | |`),
  ].join('\n');
const inChorus = (...lines: readonly (readonly [string, string, string, string?])[]): string =>
  [
    LINES,
    ...lines.map(
      ([axis, centre, amount, movement = 'engagement']) =>
        `${movement} | juste | ${axis} | ${centre} | 1400000001 | | | ADCE | 2023 | 15/02/2023 | ${amount}`,
    ),
  ].join('\n');
const paid = (...rows: readonly (readonly [string, string, string, string])[]): string =>
  [
    LEDGER,
    ...rows.map(
      ([axis, dp, poste, cp]) => `juste | ${axis} | ${OURS} | 1400000001 | | | 15/03/2023 | ${cp} | ${dp} | ${poste}`,
    ),
  ].join('\n');
const paidInChorus = (...lines: readonly (readonly [string, string, string, string])[]): string =>
  [
    LINES,
    ...lines.map(
      ([axis, dp, poste, cp]) =>
        `paiement | juste | ${axis} | ${OURS} | 1400000001 | ${dp} | ${poste} | ADCE | 2023 | 15/03/2023 | ${cp}`,
    ),
  ].join('\n');

test.each([
  [
    'where no line has its centre de coûts, a row is answered by the line of its envelope',
    committed(['SF', 'AUTRE00001', '40,00']),
    inChorus(['PDE', OURS, '40,00'], ['SF', OURS, '40,00']),
    ['codesDiffer ejAmount: 1 = 2', 'notInLedger:  = 1'],
    ['CHO-04 error 1 costCentre', 'CHO-02 error extrait.csv:1'],
  ],
  [
    'a row with all its codes takes its line before a row that lacks one',
    committed(['PDE', '', '40,00'], ['PDE', OURS, '40,00'], ['PDE', OURS, '41,00']),
    inChorus(['PDE', OURS, '40,00'], ['PDE', 'EMPEF00076', '40,00']),
    ['matched ejAmount: 1 = 2', 'matched ejAmount: 2 = 1', 'notInChorus: 3 = '],
    ['CHO-01 error 3 ae'],
  ],
  [
    'lines of the envelope add up to a row before those of another',
    committed(['SF', OURS, '150,00'], ['PDE', OURS, '20,00']),
    inChorus(['PDE', OURS, '50,00'], ['SF', OURS, '100,00'], ['SF', OURS, '50,00']),
    ['matched subset: 1 = 3, 2', 'amountDiffers ej: 2 = 1'],
    ['CHO-03 error 2 ae'],
  ],
  [
    'two lines of the envelope that add up to the row come before an equal one of another',
    committed(['PDE', OURS, '100,00']),
    inChorus(['SF', OURS, '100,00'], ['PDE', OURS, '60,00'], ['PDE', OURS, '40,00']),
    ['matched subset: 1 = 3, 2', 'notInLedger:  = 1'],
    ['CHO-02 error extrait.csv:1'],
  ],
  [
    'a DP is completed by the free line of its envelope',
    paid(['SF', '0100000001', '', '150,00']),
    paidInChorus(['SF', '0100000001', '', '100,00'], ['PDE', '', '', '50,00'], ['SF', '', '', '50,00']),
    ['matched subset: 1 = 1, 3', 'notInLedger:  = 2'],
    ['CHO-02 error extrait.csv:2'],
  ],
  [
    'as many rows as lines differ two by two in their envelope',
    committed(['PDE', OURS, '90,00'], ['SF', OURS, '40,00']),
    inChorus(['PDE', OURS, '30,00'], ['SF', OURS, '95,00']),
    ['amountDiffers ej: 1 = 1', 'amountDiffers ej: 2 = 2'],
    ['CHO-03 error 1 ae', 'CHO-03 error 2 ae'],
  ],
  [
    'but a poste of the DP comes before the envelope',
    paid(['PDE', '0100000001', '1', '90,00'], ['SF', '0100000001', '2', '40,00']),
    paidInChorus(['SF', '0100000001', '1', '95,00'], ['PDE', '0100000001', '2', '45,00']),
    ['amountDiffers dp: 1 = 1', 'amountDiffers dp: 2 = 2'],
    [
      ...['CHO-03 error 1 cp', 'CHO-04 error 1 ministerialAxis2'],
      ...['CHO-03 error 2 cp', 'CHO-04 error 2 ministerialAxis2'],
    ],
  ],
  [
    'too much on one envelope makes up for none too little on another',
    committed(['PDE', OURS, '90,00'], ['SF', OURS, '40,00']),
    inChorus(['PDE', OURS, '30,00'], ['PDE', OURS, '20,00'], ['SF', OURS, '95,00']),
    ['amountDiffers ej: 1 = 2, 1', 'amountDiffers ej: 2 = 3'],
    ['CHO-03 error 1 ae', 'CHO-03 error 2 ae'],
  ],
  [
    'the envelope whose sums are equal is matched beside one that differs',
    committed(['PDE', OURS, '50,00'], ['PDE', OURS, '40,00'], ['SF', OURS, '40,00']),
    inChorus(['PDE', OURS, '30,00'], ['PDE', OURS, '60,00'], ['SF', OURS, '95,00']),
    ['matched ej: 2, 1 = 1, 2', 'amountDiffers ej: 3 = 3'],
    ['CHO-03 error 3 ae'],
  ],
  [
    'also after a part was moved to the other envelope',
    committed(['PDE', OURS, '70,00'], ['SF', OURS, '35,00']),
    inChorus(['PDE', OURS, '100,00'], ['PDE', OURS, '-30,00', 'réimputation'], ['SF', OURS, '30,00', 'réimputation']),
    ['matched ej: 1 = 1, 2', 'amountDiffers ej: 2 = 3'],
    ['CHO-03 error 2 ae'],
  ],
  [
    'rows and lines left over whose sums are equal do not differ',
    paid(
      ['PDE', '0100000009', '', '10,00'],
      ['PDE', '', '', '40,00'],
      ['PDE', '', '', '30,00'],
      ['PDE', '', '', '20,00'],
    ),
    paidInChorus(['PDE', '0100000001', '', '65,00'], ['PDE', '0100000002', '', '25,00']),
    ['notInChorus: 1 = ', 'matched ej: 4, 3, 2 = 2, 1'],
    ['CHO-01 error 1 cp'],
  ],
] as const)('%s', (_, ledger, extract, groups, findings) => {
  const result = reconciled(ledger, extract);
  expect(result.groups.map(groupText)).toEqual(groups);
  expect(result.findings.map(findingText)).toEqual(findings);
});

test.each`
  rows                         | lines                         | groups                                                              | why
  ${['PDE 15/03']}             | ${['SF 15/03', 'PDE 15/03']}  | ${['matched amountAndDate: 1 = 2', 'notInLedger:  = 1']}            | ${'two payments of a day, one of its envelope'}
  ${['PDE 15/03']}             | ${['SF 20/03', 'PDE 02/04']}  | ${['matched amountAndDate: 1 = 2', 'notInLedger:  = 1']}            | ${'two within a month'}
  ${['PDE 15/03', 'SF 15/03']} | ${['SF 15/03', 'PDE 15/03']}  | ${['matched amountAndDate: 1 = 2', 'matched amountAndDate: 2 = 1']} | ${'as many of each envelope'}
  ${['PDE 15/03']}             | ${['SF 15/03']}               | ${['codesDiffer amountAndDate: 1 = 1']}                             | ${'one of another envelope alone'}
  ${['PDE 15/03']}             | ${['PDE 15/03', 'PDE 15/03']} | ${['notInChorus: 1 = ', 'notInLedger:  = 1', 'notInLedger:  = 2']}  | ${'two of its envelope: nothing shows which'}
  ${[' 15/03']}                | ${['SF 15/03', 'PDE 15/03']}  | ${['notInChorus: 1 = ', 'notInLedger:  = 1', 'notInLedger:  = 2']}  | ${'a row without an envelope'}
`('payments of 40,00 without an EJ in the ledger, $rows against $lines: $why', ({ rows, lines, groups }) => {
  const ledger = (rows as string[]).map((row) => {
    const [axis = '', day = ''] = row.split(' ');
    return ['juste', axis, OURS, '', '', '', `${day}/2023`, '40,00', '', ''];
  });
  const extract = (lines as string[]).map((line, at) => {
    const [axis = '', day = ''] = line.split(' ');
    return [
      'paiement',
      'juste',
      axis,
      OURS,
      `140000000${at}`,
      `010000000${at}`,
      '',
      'ADCE',
      '2023',
      `${day}/2023`,
      '40,00',
    ];
  });
  const result = reconciled(drawn(LEDGER.split(' | '), ledger), drawn(LINES.split(' | '), extract));
  expect(result.groups.map(groupText)).toEqual(groups);
});

test('rows that Chorus has word for word all agree with it, whatever else it has on their EJ', () => {
  const amount = fc.constantFrom('10,00', '20,00', '30,00');
  const codes = fc.tuple(fc.constantFrom('PDE', 'SF', 'Divers', ''), fc.constantFrom(OURS, 'EMPEF00076', ''));
  const operations = fc.array(fc.tuple(codes, amount), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(operations, operations, fc.func(fc.nat()), (ours, others, order) => {
      const ledger = ours.map(([[axis, centre], ae]) => [
        'juste',
        axis,
        centre,
        '1400000001',
        '15/02/2023',
        ae,
        '',
        '',
        '',
        '',
      ]);
      const lines = [...ours, ...others]
        .map(([[axis, centre], ae], at) => ({
          place: order(at),
          line: ['engagement', 'juste', axis, centre, '1400000001', '', '', 'ADCE', '2023', '15/02/2023', ae],
        }))
        .sort((one, other) => one.place - other.place)
        .map(({ line }) => line);
      const { groups } = reconciled(drawn(LEDGER.split(' | '), ledger), drawn(LINES.split(' | '), lines));
      const ofRows = groups.filter(({ rows }) => rows.length > 0);
      expect(new Set(ofRows.map(({ status }) => status))).toEqual(new Set(['matched']));
      expect(groups.filter(({ status }) => status === 'matched').flatMap(({ lines: matched }) => matched)).toHaveLength(
        ours.length,
      );
    }),
    { numRuns: 200 },
  );
});

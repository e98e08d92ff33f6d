/** Payments against Chorus: in each situation, the ledger, the extract, the groups and the findings expected. */
import { extractOf } from '../../../support/ledgers/extract-builder';
import { reconciled, testSituations, groupText, findingText } from '../../../support/reconciliation';

describe('payments', () => {
  testSituations([
    [
      'by DP number, its zeros or not, whatever the day inside the year',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 400,00 | 100000001 |
      juste | PDE | 1400000001 | | | | 15/04/2023 | 400,00 | 0100000002 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000002 | 1 | ADCE | 2023 | 20/03/2023 | 400,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 20/04/2023 | 400,00`,
      ['matched dp: 1 = 2', 'matched dp: 2 = 1'],
      [],
    ],
    [
      'one DP of several postes in one row, and one DP in several rows',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 400,00 | 0100000001 |
      juste | PDE | 1400000001 | | | | 15/04/2023 | 30,00  | 0100000002 |
      juste | PDE | 1400000001 | | | | 15/04/2023 | 70,00  | 0100000002 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | 150,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 2 | ADCE | 2023 | 15/03/2023 | 250,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000002 | 1 | ADCE | 2023 | 15/04/2023 | 100,00`,
      ['matched dp: 1 = 1, 2', 'matched dp: 2, 3 = 3'],
      [],
    ],
    [
      'one row that names two DP',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 400,00 | 0100000001 / 100000002 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | 150,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000002 | 1 | ADCE | 2023 | 15/03/2023 | 250,00`,
      ['matched dp: 1 = 1, 2'],
      [],
    ],
    [
      'partial payments: a row gives the sum, of which its DP is a part',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 400,00 | 0100000001 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | 150,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000002 | 1 | ADCE | 2023 | 25/03/2023 | 250,00`,
      ['matched subset: 1 = 1, 2'],
      [],
    ],
    [
      'two DP whose faults compensate each other are two faults',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 400,00 | 0100000001 |
      juste | PDE | 1400000001 | | | | 15/04/2023 | 400,00 | 0100000002 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | 390,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000002 | 1 | ADCE | 2023 | 15/04/2023 | 410,00`,
      ['amountDiffers dp: 1 = 1', 'amountDiffers dp: 2 = 2'],
      ['CHO-03 error 1 cp', 'CHO-03 error 2 cp'],
    ],
    [
      'a DP number is only unique in its société',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 400,00 | 0100000001 |
      juste | PDE | 1400000002 | | | | 15/03/2023 | 50,00  | 0100000001 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | 400,00
      paiement | juste | PDE | 1400000002 | 1 | 0100000001 | 1 | BRET | 2023 | 15/03/2023 | 50,00`,
      ['matched dp: 1 = 1', 'matched dp: 2 = 2'],
      [],
    ],
    [
      'without a DP: by EJ and amount, equal amounts in the order of their dates; then by the sum of the EJ',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 100,00 | |
      juste | PDE | 1400000001 | | | | 15/04/2023 | 100,00 | |
      juste | PDE | 1400000002 | | | | 15/04/2023 | 70,00  | |
      juste | PDE | 1400000002 | | | | 15/05/2023 | 20,00  | |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000002 | 1 | ADCE | 2023 | 16/04/2023 | 100,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 16/03/2023 | 100,00
      paiement | juste | PDE | 1400000002 | 1 | 0100000003 | 1 | ADCE | 2023 | 16/04/2023 | 60,00
      paiement | juste | PDE | 1400000002 | 1 | 0100000004 | 1 | ADCE | 2023 | 16/05/2023 | 30,00`,
      ['matched ej: 1, 2 = 1, 2', 'matched ej: 3, 4 = 3, 4'],
      [],
    ],
    [
      'a DP number typed wrong, with the right EJ and amount, is the same payment',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 100,00 | 0100000009 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | 100,00`,
      ['matched ejAmount: 1 = 1'],
      [],
    ],
    [
      'a DP without EJ, found by its amount and its date',
      `
      juste | PDE | | | | | 15/03/2023 | 100,00 | |`,
      `
      paiement | juste | PDE | | | 0100000001 | 1 | ADCE | 2023 | 20/03/2023 | 100,00`,
      ['matched amountAndDate: 1 = 1'],
      [],
    ],
    [
      'a row without EJ, and a line without any number, by their amount and dates; not where they name two DP',
      `
      juste | PDE | | | | | 15/03/2023 | 100,00 | 0100000001 |
      juste | PDE | | | | | 15/03/2023 | 70,00  | 0100000002 |`,
      `
      paiement | juste | PDE | | |            | | ADCE | 2023 | 20/03/2023 | 100,00
      paiement | juste | PDE | | | 0100000009 | 1 | ADCE | 2023 | 20/03/2023 | 70,00`,
      ['matched amountAndDate: 1 = 1', 'notInChorus: 2 = ', 'notInLedger:  = 2'],
      ['CHO-01 error 2 cp', 'CHO-02 error extrait.csv:2'],
    ],
    [
      'a penalty is a payment; a cent paid and taken back is nothing',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | -100,00 | 0100000001 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | -100,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000002 | 1 | ADCE | 2023 | 15/03/2023 | 0,01
      paiement | juste | PDE | 1400000001 | 1 | 0100000002 | 1 | ADCE | 2023 | 16/03/2023 | -0,01`,
      ['matched dp: 1 = 1', 'matched netZero:  = 2, 3'],
      [],
    ],
    [
      'a payment moved to another DP of the same EJ is nothing; without an EJ, two DP are two operations',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 100,00 | 0100000001 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | 100,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000002 | 1 | ADCE | 2023 | 15/03/2023 | 7,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000003 | 1 | ADCE | 2023 | 16/03/2023 | -7,00
      paiement | juste | PDE |            |   | 0100000004 | 1 | ADCE | 2023 | 15/03/2023 | 9,00
      paiement | juste | PDE |            |   | 0100000005 | 1 | ADCE | 2023 | 16/03/2023 | -9,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000006 | 1 | ADCE | 2023 | 16/03/2023 | 3,00`,
      [
        ...['matched dp: 1 = 1', 'matched netZero:  = 2, 3', 'notInLedger:  = 4', 'notInLedger:  = 5'],
        'notInLedger:  = 6',
      ],
      ['CHO-02 error extrait.csv:4', 'CHO-02 error extrait.csv:5', 'CHO-02 error extrait.csv:6'],
    ],
    [
      'one line of Chorus repeated exactly is twice in Chorus',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 100,00 | 0100000001 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | 100,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | 100,00`,
      ['matched dp: 1 = 1', 'twiceInChorus:  = 2'],
      ['CHO-05 error extrait.csv:2'],
    ],
    [
      'two equal instalments without a DP number are two payments',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 100,00 | |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | 100,00
      paiement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | 100,00`,
      ['matched ejAmount: 1 = 1', 'notInLedger:  = 2'],
      ['CHO-02 error extrait.csv:2'],
    ],
    [
      'of two equal payments without a DP number, the one on the poste of the row is its payment',
      `
      juste | PDE | 1400000001 | 2 | | | 15/03/2023 | 100,00 | |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | 100,00
      paiement | juste | PDE | 1400000001 | 2 | | | ADCE | 2023 | 15/03/2023 | 100,00
      paiement | juste | PDE | 1400000001 | 3 | | | ADCE | 2023 | 15/03/2023 | 100,00`,
      ['matched ejAmount: 1 = 2', 'notInLedger:  = 1, 3'],
      ['CHO-02 error extrait.csv:1'],
    ],
    [
      'certified or invoiced beside what is reserved is information; paid in Chorus and undated here is a finding at the date',
      `
      juste | PDE | 1400000001 | | | | | 300,00 | | | 01/06/2023
      juste | PDE | 1400000002 | | | | | 70,00  | 0100000007 | | 01/06/2023`,
      `
      certifié | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/06/2023 | 250,00
      paiement | juste | PDE | 1400000002 | 1 | 0100000007 | 1 | ADCE | 2023 | 15/06/2023 | 70,00`,
      ['inProgress: 1 = 1', 'inProgress: 2 = ', 'notInLedger:  = 2'],
      ['CHO-02 error 2 paymentDate'],
    ],
    [
      'a payment that Chorus has in another year is a finding at the date',
      `
      juste | PDE | 1400000001 | | | | 28/12/2023 | 300,00 | 0100000001 |`,
      `
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 1 | ADCE | 2024 | 05/01/2024 | 300,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000002 | 1 | ADCE | 2023 | 30/12/2023 | 0,00`,
      ['notInChorus: 1 = ', 'notCompared (outsideCreditYear):  = 1', 'notCompared (noAmount):  = 2'],
      ['CHO-01 error 1 paymentDate'],
    ],
  ]);

  test.each`
    ofRow  | ofLine  | notes
    ${'1'} | ${'2'}  | ${['otherEjLine']}
    ${'1'} | ${'01'} | ${[]}
    ${'1'} | ${''}   | ${[]}
    ${''}  | ${'1'}  | ${[]}
  `('the poste « $ofRow » of the ledger and « $ofLine » of Chorus: $notes', ({ ofRow, ofLine, notes }) => {
    const { groups } = reconciled(
      `imputation | axe 2 | EJ         | poste EJ | payé le    | CP     | DP
      juste      | PDE   | 1400000001 | ${ofRow} | 29/06/2023 | 300,00 | 0100000001`,
      `mouvement | codes | axe 2 | EJ         | poste EJ  | DP         | date       | montant
      paiement  | juste | PDE   | 1400000001 | ${ofLine} | 0100000001 | 29/06/2023 | 300,00`,
    );
    expect(groups.flatMap((group) => group.notes.map(({ kind }) => kind))).toEqual(notes);
  });

  test('a date shift alone is shown in its group, and across the day of the reconciliation too', () => {
    const ledger = `
      imputation | axe 2 | EJ         | payé le    | CP     | DP
      juste      | PDE   | 1400000001 | 29/06/2023 | 300,00 | 0100000001`;
    const extract = `
      mouvement | codes | axe 2 | EJ         | DP         | date       | montant
      paiement  | juste | PDE   | 1400000001 | 0100000001 | 02/07/2023 | 300,00`;
    for (const asOf of ['2023-12-31', '2023-06-30']) {
      const { groups, findings } = reconciled(ledger, extract, { asOf });
      expect(groups.map(groupText)).toEqual(['matched dp: 1 = 1']);
      expect(groups[0]?.notes).toMatchObject([{ kind: 'dateShift' }]);
      expect(findings).toEqual([]);
    }
  });

  test.each`
    exercice  | date            | asOf            | status                               | why
    ${'2023'} | ${'30/06/2023'} | ${'2023-06-30'} | ${'notInLedger'}                     | ${'paid on the day'}
    ${'2023'} | ${'01/07/2023'} | ${'2023-06-30'} | ${'notCompared (afterAsOf)'}         | ${'paid the day after'}
    ${'2023'} | ${'10/01/2024'} | ${'2023-12-31'} | ${'notInLedger'}                     | ${'in January on the credits of 2023: the complementary period'}
    ${'2023'} | ${'10/01/2024'} | ${'2023-06-30'} | ${'notCompared (afterAsOf)'}         | ${'the same, still to come in June'}
    ${'2023'} | ${''}           | ${'2023-06-30'} | ${'notInLedger'}                     | ${'no date: the exercice is enough'}
    ${'2024'} | ${'10/01/2024'} | ${'2023-12-31'} | ${'notCompared (outsideCreditYear)'} | ${'on the credits of the next year'}
    ${''}     | ${'10/01/2024'} | ${'2023-12-31'} | ${'notCompared (outsideCreditYear)'} | ${'no exercice: the date decides'}
    ${''}     | ${'01/07/2023'} | ${'2023-06-30'} | ${'notCompared (afterAsOf)'}         | ${'no exercice, paid the day after'}
    ${''}     | ${''}           | ${'2023-06-30'} | ${'notInLedger'}                     | ${'neither'}
  `('exercice « $exercice », paid on « $date », seen on $asOf: $status, $why', ({ exercice, date, asOf, status }) => {
    const extract = `
      mouvement | codes | axe 2 | EJ         | exercice    | DP         | date    | montant
      paiement  | juste | PDE   | 1400000001 | ${exercice} | 0100000001 | ${date} | 300,00`;
    const { groups } = reconciled('axe 2 | EJ | payé le | CP', extract, { asOf: asOf as string });
    expect(groups.map(groupText)).toEqual([`${status}:  = 1`]);
  });

  test('a payment moved to another envelope counts where it is now', () => {
    const paid = extractOf(`
      mouvement    | codes | axe 2 | EJ         | DP         | date       | montant
      paiement     | juste | SF    | 1400000001 | 0100000001 | 15/03/2023 | 300,00
      réimputation | juste | SF    | 1400000001 | 0100000001 | 20/03/2023 | -300,00
      réimputation | juste | PDE   | 1400000001 | 0100000001 | 20/03/2023 | 300,00`);
    const lines = paid.lines.map((line) => ({ ...line, nature: 'CP' as const }));
    const { groups } = reconciled(
      `imputation | axe 2 | EJ         | payé le    | CP     | DP
       juste      | PDE   | 1400000001 | 15/03/2023 | 300,00 | 0100000001`,
      [{ ...paid, lines }],
    );
    expect(groups.map(groupText)).toEqual(['matched dp: 1 = 1, 2, 3']);
  });

  test('a payment dated after the day here and before it in Chorus is the same, by its DP alone', () => {
    const extract = `
      mouvement | codes | axe 2 | EJ         | DP         | date       | montant
      paiement  | juste | PDE   | 1400000001 | 0100000001 | 29/06/2023 | 300,00`;
    const statuses = (dp: string, state: string): readonly string[] =>
      reconciled(
        `imputation | axe 2 | EJ         | payé le    | CP     | DP    | état
         juste      | PDE   | 1400000001 | 02/07/2023 | 300,00 | ${dp} | ${state}`,
        extract,
        { asOf: '2023-06-30' },
      ).groups.map(groupText);
    expect(statuses('0100000001', '')).toEqual(['matched dp: 1 = 1']);
    expect(statuses('', '')).toEqual(['notCompared (afterAsOf): 1 = ', 'notInLedger:  = 1']);
    expect(statuses('0100000001', 'annulé')).toEqual(['notCompared (cancelled): 1 = ', 'notInLedger:  = 1']);
  });

  test('a row later than the last line of the extract is only a doubt', () => {
    const ledger = `
      imputation | axe 2 | EJ         | payé le    | CP     | DP
      juste      | PDE   | 1400000001 | 29/05/2023 | 300,00 | 0100000001
      juste      | PDE   | 1400000001 | 29/06/2023 | 300,00 | 0100000002`;
    const extract = `
      mouvement | codes | axe 2 | EJ         | DP         | date       | montant
      paiement  | juste | PDE   | 1400000001 | 0100000001 | 29/05/2023 | 300,00`;
    expect(reconciled(ledger, extract).findings.map(findingText)).toEqual(['CHO-01 warning 2 cp']);
  });
});

test('five equal payments on each side are five pairs, beside one that differs', () => {
  const [rows, lines] = [Array<string>(5).fill('100,00'), Array<string>(5).fill('100,00')];
  const { groups } = reconciled(
    `imputation | axe 2 | EJ | payé le | CP
    ${[...rows, '7,00'].map((cents) => `juste | PDE | 1400000001 | 15/03/2023 | ${cents}`).join('\n')}`,
    `mouvement | codes | axe 2 | EJ | exercice | date | montant
    ${[...lines, '9,00'].map((cents) => `paiement | juste | PDE | 1400000001 | 2023 | 15/03/2023 | ${cents}`).join('\n')}`,
  );
  expect(groups.map(groupText)).toEqual([
    ...[1, 2, 3, 4, 5].map((at) => `matched ejAmount: ${at} = ${at}`),
    'amountDiffers ej: 6 = 6',
  ]);
});

test.each`
  day             | isCompared | why
  ${'31/12/2022'} | ${false}   | ${'the day before the year'}
  ${'01/01/2023'} | ${true}    | ${'its first day'}
  ${'31/12/2023'} | ${true}    | ${'its last day'}
  ${'01/01/2024'} | ${false}   | ${'the day after'}
`('a payment of $day is compared: $isCompared, $why', ({ day, isCompared }) => {
  const { groups } = reconciled(
    `imputation | axe 2 | EJ | payé le | CP
    juste | PDE | 1400000001 | ${day as string} | 10,00`,
    `mouvement | codes | axe 2 | EJ | date | montant
    paiement | juste | PDE | 1400000001 | ${day as string} | 10,00`,
    { asOf: '2024-03-01' },
  );
  expect(groups.map(groupText)).toEqual([
    isCompared ? 'matched ejAmount: 1 = 1' : 'notCompared (outsideCreditYear): 1 = 1',
  ]);
});

describe('one DP number in two sociétés', () => {
  const lines = `mouvement | codes | axe 2 | EJ | DP | société | exercice | date | montant
    paiement | juste | PDE | 1400000002 | 0100000001 | BRET | 2023 | 15/03/2023 | 50,00
    paiement | juste | PDE | 1400000001 | 0100000001 | ADCE | 2023 | 15/03/2023 | 400,00`;
  test.each`
    row                      | groups                                              | why
    ${'1400000001 | 390,00'} | ${['amountDiffers dp: 1 = 2', 'notInLedger:  = 1']} | ${'the one of its EJ, though the amount differs'}
    ${'1400000002 | 400,00'} | ${['amountDiffers dp: 1 = 1', 'notInLedger:  = 2']} | ${'the one of its EJ, though the other has its amount'}
    ${'1400000009 | 400,00'} | ${['codesDiffer dp: 1 = 2', 'notInLedger:  = 1']}   | ${'neither EJ: the one of its amount'}
    ${'1400000009 | 50,00'}  | ${['codesDiffer dp: 1 = 1', 'notInLedger:  = 2']}   | ${'neither EJ: the one of its amount'}
    ${'| 50,00'}             | ${['matched dp: 1 = 1', 'notInLedger:  = 2']}       | ${'no EJ: the one of its amount'}
    ${'1400000009 | 70,00'}  | ${['amountDiffers dp: 1 = 2', 'notInLedger:  = 1']} | ${'neither EJ nor amount: the first société by its name'}
  `('the row « $row »: $why', ({ row, groups }) => {
    const [ej, cents] = (row as string).split('|');
    const found = reconciled(
      `imputation | axe 2 | EJ | payé le | CP | DP
      juste | PDE | ${ej} | 15/03/2023 | ${cents} | 0100000001`,
      lines,
    );
    expect(found.groups.map(groupText)).toEqual(groups);
  });
});

test.each`
  dps                                          | groups                                                       | why
  ${['0100000001 / 0100000002', '0100000002']} | ${['matched dp: 1, 2 = 1, 2, 3']}                            | ${'two rows that share a DP are one operation'}
  ${['0100000001 / 0100000002', '0100000003']} | ${['amountDiffers dp: 1 = 1, 2', 'amountDiffers dp: 2 = 3']} | ${'two rows that share none are two'}
`('rows of the DP $dps: $why', ({ dps, groups }) => {
  const [first, second] = dps as readonly [string, string];
  const found = reconciled(
    `imputation | axe 2 | EJ | payé le | CP | DP
    juste | PDE | 1400000001 | 15/03/2023 | 25,00 | ${first}
    juste | PDE | 1400000001 | 15/03/2023 | 35,00 | ${second}`,
    `mouvement | codes | axe 2 | EJ | DP | date | montant
    paiement | juste | PDE | 1400000001 | 0100000001 | 15/03/2023 | 10,00
    paiement | juste | PDE | 1400000001 | 0100000002 | 15/03/2023 | 20,00
    paiement | juste | PDE | 1400000001 | ${second === '0100000002' ? '0100000002' : '0100000003'} | 15/03/2023 | 30,00`,
  );
  expect(found.groups.map(groupText)).toEqual(groups);
});

test('in an extract without EJ, a payment that has a DP is sought by it; only one without any number is left aside', () => {
  const { groups, findings } = reconciled(
    `imputation | axe 2 | EJ | payé le | CP | DP
    juste | PDE | 1400000001 | 15/03/2023 | 100,00 | 0100000001`,
    `mouvement | codes | axe 2 | DP | date | montant
    paiement | juste | PDE | 0100000001 | 15/03/2023 | 100,00
    paiement | juste | PDE | 0100000002 | 15/03/2023 | 30,00
    paiement | juste | PDE |            | 15/03/2023 | 4,00`,
  );
  expect(groups.map(groupText)).toEqual(['matched dp: 1 = 1', 'notInLedger:  = 2', 'notCompared (keyNotGiven):  = 3']);
  expect(findings.map(findingText)).toEqual(['CHO-02 error extrait.csv:2']);
});

test('of two extracts, one by EJ and one by DP, each row is sought in the one that has its number', () => {
  const byEj = extractOf(
    `mouvement | codes | axe 2 | EJ | date | montant
    paiement | juste | PDE | 1400000001 | 15/03/2023 | 100,00`,
    { source: 'ej.csv' },
  );
  const byDp = extractOf(
    `mouvement | codes | axe 2 | DP | date | montant
    paiement | juste | PDE | 0100000002 | 15/03/2023 | 30,00`,
    { source: 'dp.csv' },
  );
  const ledger = `imputation | axe 2 | EJ | payé le | CP | DP
    juste | PDE | 1400000001 | 15/03/2023 | 100,00 |
    juste | PDE |            | 15/03/2023 | 30,00  | 0100000002`;
  const found = (...extracts: ReturnType<typeof extractOf>[]): readonly string[] =>
    reconciled(ledger, extracts).groups.map(groupText);
  expect(found(byEj, byDp)).toEqual(['matched ejAmount: 1 = 1', 'matched dp: 2 = 1']);
  expect(found(byEj)).toEqual(['matched ejAmount: 1 = 1', 'notCompared (keyNotGiven): 2 = ']);
  expect(found(byDp)).toEqual(['notCompared (keyNotGiven): 1 = ', 'matched dp: 2 = 1']);
});

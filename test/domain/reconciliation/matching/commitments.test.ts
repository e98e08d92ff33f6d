/** Commitments against Chorus: in each situation, the ledger, the extract, the groups and the findings expected. */
import { extractOf } from '../../../support/ledgers/extract-builder';
import { reconciled, testSituations, groupText } from '../../../support/reconciliation';

describe('commitments', () => {
  testSituations([
    [
      'the same amount on the same EJ, whatever the day inside the year',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 1 000,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 00001 | | | ADCE | 2023 | 20/02/2023 | 1 000,00`,
      ['matched ejAmount: 1 = 1'],
      [],
    ],
    [
      'without an EJ, the amount answers only within a month of its date: not without a date on either side',
      `
      juste | PDE | | | 15/02/2023 | 100,00 |
      juste | PDE | | |            | 200,00 |
      juste | PDE | | | 15/02/2023 | 300,00 |`,
      `
      engagement | juste | PDE | | | | | ADCE | 2023 | 20/02/2023 | 100,00
      engagement | juste | PDE | | | | | ADCE | 2023 |            | 200,00
      engagement | juste | PDE | | | | | ADCE | 2023 | 20/05/2023 | 300,00`,
      [
        'matched amountAndDate: 1 = 1',
        'notInChorus: 2 = ',
        'notInChorus: 3 = ',
        'notInLedger:  = 2',
        'notInLedger:  = 3',
      ],
      ['CHO-01 error 2 ae', 'CHO-01 error 3 ae', 'CHO-02 error extrait.csv:2', 'CHO-02 error extrait.csv:3'],
    ],
    [
      'a cent of difference is a difference',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 1 000,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 1 000,01`,
      ['amountDiffers ejLine: 1 = 1'],
      ['CHO-03 error 1 ae'],
    ],
    [
      'commitment, modification and retrait of Chorus in one row; a reduction is never a commitment',
      `
      juste | PDE | 1400000001 | | 15/02/2023 | 1 150,00 |`,
      `
      engagement   | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 1 000,00
      modification | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | 200,00
      retrait      | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/04/2023 | -50,00
      réduction    | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/05/2023 | -600,00`,
      ['matched ej: 1 = 1, 2, 3', 'notCompared (mirror):  = 4'],
      [],
    ],
    [
      'several rows of one EJ, of which one is not in Chorus',
      `
      juste | PDE | 1400000001 | | 15/02/2023 | 1 000,00 |
      juste | PDE | 1400000001 | | 15/03/2023 | 200,00 |
      juste | PDE | 1400000001 | | 15/04/2023 | 30,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 1 200,00
      réduction  | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/05/2023 | -600,00`,
      ['matched subset: 1, 2 = 1', 'notInChorus: 3 = ', 'notCompared (mirror):  = 2'],
      ['CHO-01 error 3 ae'],
    ],
    [
      'by poste: two faults that compensate each other on one EJ are two faults',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 100,00 |
      juste | PDE | 1400000001 | 2 | 15/02/2023 | 60,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 90,00
      engagement | juste | PDE | 1400000001 | 2 | | | ADCE | 2023 | 15/02/2023 | 70,00`,
      ['amountDiffers ejLine: 1 = 1', 'amountDiffers ejLine: 2 = 2'],
      ['CHO-03 error 1 ae', 'CHO-03 error 2 ae'],
    ],
    [
      'no poste on either side, as many rows as lines: they differ in the order of their amounts, not of their days',
      `
      juste | PDE | 1400000001 | | 15/03/2023 | 60,00 |
      juste | PDE | 1400000001 | | 15/02/2023 | 100,00 |`,
      `
      engagement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 15/03/2023 | 90,00
      engagement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 15/02/2023 | 71,00`,
      ['amountDiffers ej: 1 = 2', 'amountDiffers ej: 2 = 1'],
      ['CHO-03 error 1 ae', 'CHO-03 error 2 ae'],
    ],
    [
      'one row for several postes of Chorus',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 160,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 90,00
      engagement | juste | PDE | 1400000001 | 2 | | | ADCE | 2023 | 15/02/2023 | 70,00`,
      ['matched subset: 1 = 1, 2'],
      [],
    ],
    [
      'an EJ that only one side has, once each, at the row and at the line',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 100,00 |`,
      `
      engagement | juste | PDE | 1400000002 | 1 | | | ADCE | 2023 | 15/02/2023 | 90,00
      modification | juste | PDE | 1400000002 | 1 | | | ADCE | 2023 | 15/03/2023 | 10,00`,
      ['notInChorus: 1 = ', 'notInLedger:  = 1, 2'],
      ['CHO-01 error 1 ae', 'CHO-02 error extrait.csv:1'],
    ],
    [
      'a project, another year and a later day are not compared',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 100,00 | | | | | | projet
      juste | PDE | 1400000002 | 1 | 15/02/2022 | 200,00 |`,
      `
      engagement | juste | PDE | 1400000009 | 1 | | | ADCE | 2022 | 15/02/2022 | 90,00`,
      ['notCompared (project): 1 = ', 'notCompared (outsideCreditYear): 2 = 1'],
      [],
    ],
    [
      'a project that Chorus has committed is brought up to date at its row',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 100,00 | | | | | | projet`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 100,00`,
      ['notCompared (project): 1 = ', 'notInLedger:  = 1'],
      ['CHO-02 error 1 status'],
    ],
  ]);

  test('a commitment made in advance on the credits of the year is compared with that of Chorus, whatever its exercice', () => {
    const ledger = `
      imputation | axe 2 | opération         | EJ         | date EJ    | AE
      juste      | PDE   | EJ anticipé       | 1400000001 | 15/12/2022 | 100,00
      juste      | PDE   | EJ                | 1400000002 | 15/12/2022 | 100,00`;
    const extract = `
      mouvement  | codes | axe 2 | EJ         | exercice | date       | montant
      engagement | juste | PDE   | 1400000001 | 2022     | 15/12/2022 | 100,00
      engagement | juste | PDE   | 1400000002 | 2022     | 15/12/2022 | 100,00
      engagement | juste | PDE   | 1400000001 | 2022     | 15/06/2022 | 30,00
      engagement | juste | PDE   | 1400000001 | 2024     | 15/01/2024 | 40,00
      engagement | juste | PDE   | 1400000001 | 2022     |            | 50,00
      paiement   | juste | PDE   | 1400000001 | 2022     | 20/12/2022 | 60,00`;
    const { groups, findings } = reconciled(ledger, extract, { asOf: '2024-03-01' });
    expect(groups.map(groupText)).toEqual([
      'matched ejAmount: 1 = 1',
      'notCompared (outsideCreditYear): 2 = 2, 3, 4, 5',
      'notCompared (outsideCreditYear):  = 6',
    ]);
    expect(findings).toEqual([]);
  });
});

test('an engagement without codes takes none from another line of its EJ', () => {
  const commitments = extractOf(`
    mouvement  | codes | axe 2 | EJ         | exercice | date       | montant
    engagement | juste | PDE   | 1400000009 | 2023     | 15/02/2023 | 50,00
    engagement |       |       | 1400000009 | 2023     | 15/02/2023 | 20,00`);
  const payments = extractOf(
    `
    mouvement | EJ         | exercice | date       | montant
    paiement  | 1400000009 | 2023     | 15/03/2023 | 10,00`,
    { source: 'paiements.csv' },
  );
  const { groups } = reconciled(
    `
    imputation | axe 2 | EJ         | date EJ    | AE    | payé le    | CP
    juste      | PDE   | 1400000001 | 15/02/2023 | 70,00 | 15/03/2023 | 5,00`,
    [commitments, payments],
  );
  expect(groups.map(groupText)).toEqual([
    'notInChorus: 1 = ',
    'notInChorus: 1 = ',
    'notInLedger:  = 1',
    'notCompared (codesNotGiven):  = 2',
    'notCompared (codesNotGiven):  = 1',
  ]);
});

test.each`
  day             | group                                       | why
  ${'30/06/2023'} | ${'matched ejAmount: 1 = 1'}                | ${'the day of the reconciliation'}
  ${'01/07/2023'} | ${'notCompared (afterAsOf): 1 = 1'}         | ${'the day after'}
  ${'01/01/2023'} | ${'matched ejAmount: 1 = 1'}                | ${'the first day of the year'}
  ${'31/12/2022'} | ${'notCompared (outsideCreditYear): 1 = 1'} | ${'the day before the year'}
`('a commitment of $day, on 30 June 2023: $group, $why', ({ day, group }) => {
  const { groups } = reconciled(
    `imputation | axe 2 | EJ | date EJ | AE
    juste | PDE | 1400000001 | ${day as string} | 10,00`,
    `mouvement | codes | axe 2 | EJ | date | montant
    engagement | juste | PDE | 1400000001 | ${day as string} | 10,00`,
    { asOf: '2023-06-30' },
  );
  expect(groups.map(groupText)).toEqual([group]);
});

test.each`
  day             | groups                                                            | why
  ${'31/12/2022'} | ${['matched ejAmount: 1 = 1']}                                    | ${'committed in advance: Chorus may have it in 2022'}
  ${'01/01/2023'} | ${['notInChorus: 1 = ', 'notCompared (outsideCreditYear):  = 1']} | ${'committed in the year: a line of 2022 is of another'}
`('an EJ anticipé of $day, and a line of 15 December 2022: $why', ({ day, groups }) => {
  const found = reconciled(
    `imputation | axe 2 | opération | EJ | date EJ | AE
    juste | PDE | EJ anticipé | 1400000001 | ${day as string} | 10,00`,
    `mouvement | codes | axe 2 | EJ | exercice | date | montant
    engagement | juste | PDE | 1400000001 | 2022 | 15/12/2022 | 10,00`,
  );
  expect(found.groups.map(groupText)).toEqual(groups);
});

test.each`
  row                                    | groups                                                           | why
  ${'1400000001 | 15/02/2023 | 0,00'}    | ${['notCompared (noAmount): 1 = ', 'notInLedger:  = 1']}         | ${'an amount of nothing'}
  ${'1400000001 | 15/02/2023 |'}         | ${['notCompared (noAmount): 1 = ', 'notInLedger:  = 1']}         | ${'no amount'}
  ${'1400000001 | 15/02/2023 | environ'} | ${['notCompared (amountUnreadable): 1 = ', 'notInLedger:  = 1']} | ${'an amount that nobody can read'}
  ${'1400000001 | | 10,00'}              | ${['matched ejAmount: 1 = 1']}                                   | ${'without a day it counts, out of prudence'}
  ${'1400000001 | en mars | 10,00'}      | ${['matched ejAmount: 1 = 1']}                                   | ${'a day that nobody can read: it counts too'}
  ${'14-1 | 15/02/2023 | 10,00'}         | ${['notInChorus: 1 = ', 'notInLedger:  = 1']}                    | ${'a number that is not that of an EJ finds nothing'}
`('the row « $row » against a commitment of 10,00: $why', ({ row, groups }) => {
  const found = reconciled(
    `imputation | axe 2 | EJ | date EJ | AE
    juste | PDE | ${row as string}`,
    `mouvement | codes | axe 2 | EJ | date | montant
    engagement | juste | PDE | 1400000001 | 15/02/2023 | 10,00`,
  );
  expect(found.groups.map(groupText)).toEqual(groups);
});

test.each`
  day             | groups                                                            | why
  ${'01/11/2022'} | ${['matched ejAmount: 1 = 1']}                                    | ${'the first day on which credits of the next year may be committed'}
  ${'31/10/2022'} | ${['notInChorus: 1 = ', 'notCompared (outsideCreditYear):  = 1']} | ${'the day before, too early'}
`('an EJ anticipé of 15 December 2022, and a line of Chorus of $day: $why', ({ day, groups }) => {
  const found = reconciled(
    `imputation | axe 2 | opération | EJ | date EJ | AE
    juste | PDE | EJ anticipé | 1400000001 | 15/12/2022 | 10,00`,
    `mouvement | codes | axe 2 | EJ | exercice | date | montant
    engagement | juste | PDE | 1400000001 | 2022 | ${day as string} | 10,00`,
  );
  expect(found.groups.map(groupText)).toEqual(groups);
});

/** How amounts are matched where several answers are possible: numbers first, then codes, dates and sums; never by guess. */
import { subsetOf } from '../../../../src/domain/reconciliation/matching/subset-sum';
import { extractOf } from '../../../support/ledgers/extract-builder';
import { groupText, reconciled, testSituations } from '../../../support/reconciliation';

describe('numbers before amounts', () => {
  testSituations([
    [
      'two DP of one EJ whose sums are equal are four operations',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 70,00 | 0100000008 |
      juste | PDE | 1400000001 | | | | 15/03/2023 | 30,00 | 0100000009 |`,
      `
      paiement | juste | PDE | 1400000001 | | 0100000001 | | ADCE | 2023 | 15/03/2023 | 60,00
      paiement | juste | PDE | 1400000001 | | 0100000002 | | ADCE | 2023 | 15/03/2023 | 40,00`,
      ['notInChorus: 1 = ', 'notInChorus: 2 = ', 'notInLedger:  = 1', 'notInLedger:  = 2'],
      ['CHO-01 error 1 cp', 'CHO-01 error 2 cp', 'CHO-02 error extrait.csv:1', 'CHO-02 error extrait.csv:2'],
    ],
    [
      'a DP in two sociétés goes by EJ, even where the amounts are crossed',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 400,00 | 0100000001 |
      juste | PDE | 1400000002 | | | | 15/03/2023 | 50,00  | 0100000001 |`,
      `
      paiement | juste | PDE | 1400000002 | | 0100000001 | | ADCE | 2023 | 15/03/2023 | 400,00
      paiement | juste | PDE | 1400000001 | | 0100000001 | | BRET | 2023 | 15/03/2023 | 50,00`,
      ['amountDiffers dp: 1 = 2', 'amountDiffers dp: 2 = 1'],
      ['CHO-03 error 1 cp', 'CHO-03 error 2 cp'],
    ],
    [
      'postes are compared only when every amount of the EJ names one',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 60,00 |
      juste | PDE | 1400000001 |   | 15/02/2023 | 40,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 40,00
      engagement | juste | PDE | 1400000001 | 2 | | | ADCE | 2023 | 15/02/2023 | 60,00`,
      ['matched ej: 1, 2 = 1, 2'],
      [],
    ],
    [
      'nor when a line of Chorus names none',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 60,00 |
      juste | PDE | 1400000001 | 2 | 15/02/2023 | 40,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 40,00
      engagement | juste | PDE | 1400000001 |   | | | ADCE | 2023 | 15/02/2023 | 60,00`,
      ['matched ej: 1, 2 = 1, 2'],
      [],
    ],
    [
      'the postes of a DP that differ are compared two by two, whatever their dates and amounts',
      `
      juste | PDE | 1400000001 | | | | 20/03/2023 | 100,00 | 0100000001 | 1
      juste | PDE | 1400000001 | | | | 10/03/2023 | 60,00  | 0100000001 | 2`,
      `
      paiement | juste | PDE | 1400000001 | | 0100000001 | 2 | ADCE | 2023 | 25/03/2023 | 96,00
      paiement | juste | PDE | 1400000001 | | 0100000001 | 1 | ADCE | 2023 | 15/03/2023 | 65,00`,
      ['amountDiffers dp: 1 = 2', 'amountDiffers dp: 2 = 1'],
      ['CHO-03 error 1 cp', 'CHO-03 error 2 cp'],
    ],
    [
      'a DP larger in Chorus is completed by a row of its EJ without a DP',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 100,00 | 0100000001 |
      juste | PDE | 1400000001 | | | | 15/03/2023 | 50,00  | |`,
      `
      paiement | juste | PDE | 1400000001 | | 0100000001 | | ADCE | 2023 | 15/03/2023 | 150,00`,
      ['matched subset: 1, 2 = 1'],
      [],
    ],
    [
      'a row with a DP and a line without one, on the same EJ, are one operation that differs',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 100,00 | 0100000009 |`,
      `
      paiement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 15/03/2023 | 90,00`,
      ['amountDiffers ej: 1 = 1'],
      ['CHO-03 error 1 cp'],
    ],
    [
      'all rows of an EJ that Chorus lacks are one operation',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 60,00 |
      juste | PDE | 1400000001 | 2 | 15/02/2023 | 40,00 |
      juste | PDE | 1400000002 | 1 | 15/02/2023 | 10,00 |`,
      `
      engagement | juste | PDE | 1400000002 | 1 | | | ADCE | 2023 | 15/02/2023 | 10,00`,
      ['notInChorus: 1, 2 = ', 'matched ejAmount: 3 = 1'],
      ['CHO-01 error 1 ae'],
    ],
    [
      'lines without a DP are one operation by EJ, and one each without an EJ',
      '',
      `
      paiement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 15/03/2023 | 10,00
      paiement | juste | PDE | 1400000001 | | | | BRET | 2023 | 15/03/2023 | 20,00
      paiement | juste | PDE |            | | | | ADCE | 2023 | 15/03/2023 | 30,00
      paiement | juste | PDE |            | | | | ADCE | 2023 | 15/03/2023 | 40,00`,
      ['notInLedger:  = 1, 2', 'notInLedger:  = 3', 'notInLedger:  = 4'],
      ['CHO-02 error extrait.csv:1', 'CHO-02 error extrait.csv:3', 'CHO-02 error extrait.csv:4'],
    ],
    [
      'a line and its reversal cancel each other beside a payment that is missing',
      '',
      `
      paiement | juste | PDE | 1400000001 | | 0100000001 | | ADCE | 2023 | 15/03/2023 | 10,00
      paiement | juste | PDE | 1400000001 | | 0100000001 | | ADCE | 2023 | 16/03/2023 | -10,00
      paiement | juste | PDE | 1400000001 | | 0100000001 | | ADCE | 2023 | 17/03/2023 | 5,00`,
      ['matched netZero:  = 1, 2', 'notInLedger:  = 3'],
      ['CHO-02 error extrait.csv:3'],
    ],
  ]);
});

describe('lines that are set apart', () => {
  testSituations([
    [
      'what came to one envelope and left it does not hide what stays on the other',
      '',
      `
      engagement   | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 10,00
      réimputation | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | -4,00
      réimputation | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 16/03/2023 | -6,00
      engagement   | juste | SF  | 1400000001 | 2 | | | ADCE | 2023 | 15/02/2023 | 5,00`,
      ['notInLedger:  = 1, 2, 3, 4'],
      ['CHO-02 error extrait.csv:1'],
    ],
    [
      'a line without an EJ answers no part of an EJ of several rows',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 10,00 |
      juste | PDE | 1400000001 | 2 | 15/02/2023 | 20,00 |`,
      `
      engagement | juste | PDE | | | | | ADCE | 2023 | 15/02/2023 | 10,00`,
      ['notInChorus: 1, 2 = ', 'notInLedger:  = 1'],
      ['CHO-01 error 1 ae', 'CHO-02 error extrait.csv:1'],
    ],
    [
      'opposite amounts of two DP without an EJ do not cancel each other',
      '',
      `
      paiement | juste | PDE | | | 0100000001 | | ADCE | 2023 | 15/03/2023 | 10,00
      paiement | juste | PDE | | | 0100000002 | | ADCE | 2023 | 15/03/2023 | -10,00
      paiement | juste | PDE | | | 0100000002 | | ADCE | 2023 | 16/03/2023 | 7,00`,
      ['notInLedger:  = 1', 'notInLedger:  = 2, 3'],
      ['CHO-02 error extrait.csv:1', 'CHO-02 error extrait.csv:2'],
    ],
    [
      'without an EJ, a DP in two sociétés goes by amount',
      `
      juste | PDE | | | | | 15/03/2023 | 50,00 | 0100000001 |`,
      `
      paiement | juste | PDE | | | 0100000001 | | ADCE | 2023 | 15/03/2023 | 40,00
      paiement | juste | PDE | | | 0100000001 | | BRET | 2023 | 15/03/2023 | 50,00`,
      ['matched dp: 1 = 2', 'notInLedger:  = 1'],
      ['CHO-02 error extrait.csv:1'],
    ],
    [
      'an amount certified or invoiced is beside what the ledger reserves; a carry-over of any exercice is a carry-over',
      `
      juste | PDE | 1400000001 | | | | | 300,00 | | | 01/06/2023`,
      `
      facturé | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/06/2023 | 250,00
      report  | juste | PDE | 1400000002 | 1 | | | ADCE | 2022 | 31/12/2022 | 10,00`,
      ['inProgress: 1 = 1', 'notCompared (carryOver):  = 2'],
      [],
    ],
  ]);

  test.each`
    columns        | ej              | dp              | isCompared | why
    ${'EJ and DP'} | ${'1400000009'} | ${''}           | ${true}    | ${'by its EJ'}
    ${'EJ and DP'} | ${''}           | ${'0100000009'} | ${true}    | ${'by its DP'}
    ${'EJ'}        | ${'1400000009'} | ${'0100000009'} | ${true}    | ${'by its EJ'}
    ${'EJ'}        | ${''}           | ${'0100000009'} | ${false}   | ${'the extract has no DP'}
    ${'EJ'}        | ${''}           | ${''}           | ${true}    | ${'by its amount'}
    ${'DP'}        | ${'1400000009'} | ${'0100000009'} | ${true}    | ${'by its DP'}
    ${'DP'}        | ${'1400000009'} | ${''}           | ${false}   | ${'the extract has no EJ'}
    ${'DP'}        | ${''}           | ${''}           | ${true}    | ${'by its amount'}
  `('an extract with $columns, a row with « $ej » and « $dp »: compared $isCompared, $why', (given) => {
    const { columns, ej, dp, isCompared } = given as Record<'columns' | 'ej' | 'dp', string> & { isCompared: boolean };
    const [hasEj, hasDp] = [columns.includes('EJ'), columns.includes('DP')];
    const { groups } = reconciled(
      `imputation | axe 2 | EJ | payé le | CP | DP
      juste | PDE | ${ej} | 15/03/2023 | 10,00 | ${dp}`,
      `mouvement | codes | axe 2 ${hasEj ? '| EJ' : ''} ${hasDp ? '| DP' : ''} | date | montant
      paiement | juste | PDE ${hasEj ? '| 1400000001' : ''} ${hasDp ? '| 0100000001' : ''} | 15/03/2023 | 99,00`,
    );
    expect(groups.map(groupText)).toEqual([
      isCompared ? 'notInChorus: 1 = ' : 'notCompared (keyNotGiven): 1 = ',
      'notInLedger:  = 1',
    ]);
  });

  test('a row is compared when one of the extracts has the number by which it can be found', () => {
    const withDp = extractOf(`mouvement | codes | axe 2 | DP | date | montant
      paiement | juste | PDE | 0100000001 | 15/03/2023 | 10,00`);
    const without = extractOf(
      `mouvement | codes | axe 2 | date | montant
      paiement | juste | PDE | 15/03/2023 | 99,00`,
      { source: 'autre.csv' },
    );
    const { groups } = reconciled(
      `imputation | axe 2 | EJ | payé le | CP | DP
      juste | PDE | 1400000001 | 15/03/2023 | 10,00 | 0100000001`,
      [withDp, without],
    );
    expect(groups.map(groupText)).toEqual(['matched dp: 1 = 1', 'notCompared (keyNotGiven):  = 1']);
  });
});

describe('codes choose between equal amounts', () => {
  testSituations([
    [
      'codes are compared by their amounts, whatever their order',
      `
      juste | SF  | 1400000001 | | 15/02/2023 | 10,00 |
      juste | PDE | 1400000001 | | 15/02/2023 | 20,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 20,00
      engagement | juste | SF  | 1400000001 | 2 | | | ADCE | 2023 | 15/02/2023 | 11,00
      retrait    | juste | SF  | 1400000001 | 2 | | | ADCE | 2023 | 15/02/2023 | -1,00`,
      ['matched ej: 1, 2 = 1, 2, 3'],
      [],
    ],
    [
      'paid, reversed and paid again on another envelope: the net is on the other one, not on that of the first line',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 100,00 | |`,
      `
      paiement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 15/03/2023 | 100,00
      paiement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 16/03/2023 | -100,00
      paiement | juste | SF  | 1400000001 | | | | ADCE | 2023 | 17/03/2023 | 100,00`,
      ['codesDiffer ej: 1 = 1, 2, 3'],
      ['CHO-04 error 1 ministerialAxis2'],
    ],
    [
      'each row takes the line of its own envelope',
      `
      juste | PDE | 1400000001 | 1 | | | 15/03/2023 | 10,00 | |
      juste | SF  | 1400000001 | 2 | | | 16/03/2023 | 10,00 | |`,
      `
      paiement | juste | SF  | 1400000001 | 3 | | | ADCE | 2023 | 15/03/2023 | 10,00
      paiement | juste | PDE | 1400000001 | 4 | | | ADCE | 2023 | 16/03/2023 | 10,00
      paiement | juste | PDE | 1400000001 | 5 | | | ADCE | 2023 | 17/03/2023 | 7,00`,
      ['matched ejAmount: 1 = 2', 'matched ejAmount: 2 = 1', 'notInLedger:  = 3'],
      ['CHO-02 error extrait.csv:3'],
    ],
    [
      'of one poste too, each row takes the line of its own envelope',
      `
      juste | PDE | 1400000001 | 1 | | | 15/03/2023 | 10,00 | |
      juste | SF  | 1400000001 | 1 | | | 16/03/2023 | 10,00 | |`,
      `
      paiement | juste | SF  | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | 10,00
      paiement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 16/03/2023 | 10,00
      paiement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 17/03/2023 | 7,00`,
      ['matched ejAmount: 1 = 2', 'matched ejAmount: 2 = 1', 'notInLedger:  = 3'],
      ['CHO-02 error extrait.csv:3'],
    ],
    [
      'a line without an envelope suits better than one of another envelope',
      `
      juste | PDE | 1400000001 | 1 | | | 15/03/2023 | 10,00 | |`,
      `
      paiement | juste | SF | 1400000001 | 3 | | | ADCE | 2023 | 15/03/2023 | 10,00
      paiement | juste |    | 1400000001 | 3 | | | ADCE | 2023 | 16/03/2023 | 10,00`,
      ['matched ejAmount: 1 = 2', 'notInLedger:  = 1'],
      ['CHO-02 error extrait.csv:1'],
    ],
    [
      'a row without an envelope is in none of the figures of Chorus',
      `
      juste | | 1400000001 | | 15/02/2023 | 30,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 10,00
      engagement | juste | SF  | 1400000001 | 2 | | | ADCE | 2023 | 15/02/2023 | 20,00`,
      ['codesDiffer ej: 1 = 1, 2'],
      ['CHO-04 error 1 ministerialAxis2'],
    ],
    [
      'where the sums differ, each envelope differs apart, and codes that both sides have are no second fault',
      `
      juste | PDE | 1400000001 | | 15/02/2023 | 100,00 |
      juste | SF  | 1400000001 | | 15/02/2023 | 50,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 90,00
      engagement | juste | SF  | 1400000001 | 2 | | | ADCE | 2023 | 15/02/2023 | 61,00
      engagement | juste | SF  | 1400000001 | 3 | | | ADCE | 2023 | 15/02/2023 | 1,00`,
      ['amountDiffers ej: 1 = 1', 'amountDiffers ej: 2 = 3, 2'],
      ['CHO-03 error 1 ae', 'CHO-03 error 2 ae'],
    ],
  ]);
});

describe('by amount and date alone', () => {
  const FOUND = ['matched amountAndDate: 1 = 1'];
  const NOT_FOUND = ['notInChorus: 1 = ', 'notInLedger:  = 1'];
  test.each`
    situation                     | ejOfRow         | paid            | day             | groups
    ${'a month apart'}            | ${'1400000001'} | ${'15/03/2023'} | ${'15/04/2023'} | ${FOUND}
    ${'more than a month apart'}  | ${'1400000001'} | ${'15/03/2023'} | ${'16/04/2023'} | ${NOT_FOUND}
    ${'on a line without a date'} | ${'1400000001'} | ${'15/03/2023'} | ${''}           | ${NOT_FOUND}
    ${'neither side has an EJ'}   | ${''}           | ${'15/03/2023'} | ${'15/03/2023'} | ${FOUND}
  `(
    'a payment $situation',
    ({ ejOfRow, paid, day, groups }: { ejOfRow: string; paid: string; day: string; groups: string[] }) => {
      const result = reconciled(
        `imputation | axe 2 | EJ | payé le | CP | DP
        juste | PDE | ${ejOfRow} | ${paid} | 100,00 | `,
        `mouvement | codes | axe 2 | EJ | DP | exercice | date | montant
        paiement | juste | PDE | | 0100000001 | 2023 | ${day} | 100,00`,
      );
      expect(result.groups.map(groupText)).toEqual(groups);
    },
  );

  const [EJ, OTHER, DP] = ['1400000001', '1400000002', '0100000001'];
  const APART = ['notInChorus: 1 = ', 'notInLedger:  = 1'];
  test.each`
    ofRow    | ofLine | groups                              | why
    ${''}    | ${''}  | ${['matched amountAndDate: 1 = 1']} | ${'no number on either side'}
    ${''}    | ${EJ}  | ${['matched amountAndDate: 1 = 1']} | ${'only Chorus has the EJ'}
    ${EJ}    | ${''}  | ${['matched amountAndDate: 1 = 1']} | ${'only the ledger has the EJ'}
    ${OTHER} | ${EJ}  | ${APART}                            | ${'two EJ are two commitments'}
  `('a commitment of the EJ « $ofRow » and a line of « $ofLine »: $why', ({ ofRow, ofLine, groups }) => {
    const result = reconciled(
      `imputation | axe 2 | EJ | date EJ | AE
      juste | PDE | ${ofRow as string} | 15/03/2023 | 100,00`,
      `mouvement | codes | axe 2 | EJ | date | montant
      engagement | juste | PDE | ${ofLine as string} | 15/03/2023 | 100,00`,
    );
    expect(result.groups.map(groupText)).toEqual(groups);
  });

  test.each`
    ejOfRow  | dpOfRow         | groups                              | why
    ${''}    | ${''}           | ${['matched amountAndDate: 1 = 1']} | ${'the ledger has no number'}
    ${''}    | ${DP}           | ${['matched dp: 1 = 1']}            | ${'the same DP'}
    ${EJ}    | ${''}           | ${['matched ejAmount: 1 = 1']}      | ${'the same EJ'}
    ${OTHER} | ${''}           | ${APART}                            | ${'another EJ'}
    ${''}    | ${'0100000009'} | ${APART}                            | ${'another DP'}
  `('a payment on « $ejOfRow » and « $dpOfRow », which Chorus has on an EJ and a DP: $why', (row) => {
    const result = reconciled(
      `imputation | axe 2 | EJ | DP | payé le | CP
      juste | PDE | ${row.ejOfRow as string} | ${row.dpOfRow as string} | 15/03/2023 | 100,00`,
      `mouvement | codes | axe 2 | EJ | DP | date | montant
      paiement | juste | PDE | ${EJ!} | ${DP!} | 15/03/2023 | 100,00`,
    );
    expect(result.groups.map(groupText)).toEqual(row.groups);
  });

  test('two DP numbers are two payments; commitments without an EJ never add up', () => {
    const paid = reconciled(
      `imputation | axe 2 | payé le | CP | DP
      juste | PDE | 15/03/2023 | 100,00 | 0100000009`,
      `mouvement | codes | axe 2 | EJ | DP | date | montant
      paiement | juste | PDE | | 0100000001 | 15/03/2023 | 100,00`,
    );
    expect(paid.groups.map(groupText)).toEqual(['notInChorus: 1 = ', 'notInLedger:  = 1']);
    const committed = reconciled(
      `imputation | axe 2 | EJ | date EJ | AE
      juste | PDE | | 15/03/2023 | 10,00
      juste | PDE | | 15/03/2023 | 20,00
      juste | PDE | | 15/03/2023 | 70,00`,
      `mouvement | codes | axe 2 | EJ | date | montant
      engagement | juste | PDE | | 15/03/2023 | 30,00
      engagement | juste | PDE | | 15/03/2023 | 70,00`,
    );
    expect(committed.groups.map(groupText)).toEqual([
      ...['notInChorus: 1 = ', 'notInChorus: 2 = ', 'matched amountAndDate: 3 = 2', 'notInLedger:  = 1'],
    ]);
  });

  test('the operations beside it stay', () => {
    const { groups } = reconciled(
      `imputation | axe 2 | EJ | payé le | CP | DP
      juste | PDE | | 15/03/2023 | 100,00 |
      juste | PDE | 1400000001 | 15/03/2023 | 30,00 |`,
      `mouvement | codes | axe 2 | EJ | DP | date | montant
      paiement | juste | PDE | | 0100000001 | 15/03/2023 | 100,00
      paiement | juste | PDE | 1400000002 | 0100000002 | 15/03/2023 | 40,00`,
    );
    expect(groups.map(groupText)).toEqual(['matched amountAndDate: 1 = 1', 'notInChorus: 2 = ', 'notInLedger:  = 2']);
  });
});

describe('amounts that add up', () => {
  test('negative amounts count', () => {
    expect(subsetOf([500, 6000, -7000, 300], -1000, { steps: 100 })).toEqual([1, 2]);
    expect(subsetOf([500, 6000, -7000, 300], -9000, { steps: 100 })).toBeNull();
  });

  testSituations([
    [
      'the larger amount is looked for first: a small one does not take what it needs',
      `
      juste | PDE | 1400000001 | | | | 01/03/2023 | 30,00 | |
      juste | PDE | 1400000001 | | | | 02/03/2023 | 45,00 | |`,
      `
      paiement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 15/03/2023 | 10,00
      paiement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 15/03/2023 | 15,00
      paiement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 15/03/2023 | 15,00
      paiement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 15/03/2023 | 20,00`,
      ['amountDiffers ej: 1 = 3', 'matched subset: 2 = 1, 2, 4'],
      ['CHO-03 error 1 cp'],
    ],
    [
      'a DP larger in Chorus, and too many rows that may complete it: it differs, and they stay',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 100,00 | 0100000001 |${Array.from(
        { length: 17 },
        (_, at) => `
      juste | PDE | 1400000001 | | | | 15/03/2023 | ${at + 1},00 | |`,
      ).join('')}`,
      `
      paiement | juste | PDE | 1400000001 | | 0100000001 | | ADCE | 2023 | 15/03/2023 | 109,50`,
      ['amountDiffers dp: 1 = 1', ...Array.from({ length: 17 }, (_, at) => `notInChorus: ${at + 2} = `)],
      ['CHO-03 error 1 cp', ...Array.from({ length: 17 }, (_, at) => `CHO-01 error ${at + 2} cp`)],
    ],
    [
      'a DP larger in the ledger, and too many lines that may complete it: it differs, and they stay',
      `
      juste | PDE | 1400000001 | | | | 15/03/2023 | 109,50 | 0100000001 |`,
      `
      paiement | juste | PDE | 1400000001 | | 0100000001 | | ADCE | 2023 | 15/03/2023 | 100,00${Array.from(
        { length: 17 },
        (_, at) => `
      paiement | juste | PDE | 1400000001 | | | | ADCE | 2023 | 15/03/2023 | ${at + 1},00`,
      ).join('')}`,
      ['amountDiffers dp: 1 = 1', `notInLedger:  = ${Array.from({ length: 17 }, (_, at) => at + 2).join(', ')}`],
      ['CHO-03 error 1 cp', 'CHO-02 error extrait.csv:2'],
    ],
  ]);

  test('a search without an answer stops, and the group shows how many amounts it looked at', () => {
    const lines = Array.from(
      { length: 16 },
      (_, at) => `
      paiement | juste | PDE | 1400000001 | 15/03/2023 | ${10 + at},00`,
    ).join('');
    const { groups } = reconciled(
      `imputation | axe 2 | EJ | payé le | CP
      juste | PDE | 1400000001 | 15/03/2023 | 80,01
      juste | PDE | 1400000001 | 15/03/2023 | 3,00`,
      `mouvement | codes | axe 2 | EJ | date | montant${lines}`,
    );
    expect(groups.map(({ status, notes }) => [status, notes])).toEqual([
      ['amountDiffers', [{ kind: 'searchGaveUp', amounts: 16 }]],
    ]);
  });

  test('where one amount differs from one, nothing was searched, and the group has no note', () => {
    const { groups } = reconciled(
      `imputation | axe 2 | EJ | payé le | CP
      juste | PDE | 1400000001 | 15/03/2023 | 80,01`,
      `mouvement | codes | axe 2 | EJ | date | montant
      paiement | juste | PDE | 1400000001 | 15/03/2023 | 80,00`,
    );
    expect(groups.map(({ status, notes }) => [status, notes])).toEqual([['amountDiffers', []]]);
  });

  test('a search that takes too long gives up', () => {
    const many = Array.from({ length: 16 }, (_, at) => 1000 + 2 * at);
    expect(subsetOf(many, 8001, { steps: 50 })).toBe('gaveUp');
  });

  test('with more than sixteen lines the search gives up, and the group shows how many there were', () => {
    const lines = Array.from(
      { length: 17 },
      (_, at) => `
      paiement | juste | PDE | 1400000001 | 15/03/2023 | ${at + 1},00`,
    ).join('');
    const { groups } = reconciled(
      `imputation | axe 2 | EJ | payé le | CP
      juste | PDE | 1400000001 | 15/03/2023 | 60,00
      juste | PDE | 1400000001 | 15/03/2023 | 70,00`,
      `mouvement | codes | axe 2 | EJ | date | montant${lines}`,
    );
    expect(groups.map(({ status, notes }) => ({ status, notes }))).toEqual([
      { status: 'amountDiffers', notes: [{ kind: 'searchGaveUp', amounts: 17 }] },
    ]);
  });
});

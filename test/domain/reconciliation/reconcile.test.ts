/** The reconciliation, one situation of Chorus after the other: a drawn ledger, a drawn extract, what is told of both. */
import { Euros } from '../../../src/domain/money/euros';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/extract-builder';
import { reconciled, told, toldFinding } from '../../support/reconciliation';

const COMMITTED = `
  imputation | axe 2 | EJ         | poste EJ | date EJ    | AE       | payé le | CP | DP | poste DP | service fait | état`;
const LINES = `
  mouvement    | codes | axe 2 | EJ         | poste EJ | DP         | poste DP | société | exercice | date       | montant`;

type Situation = readonly [name: string, ledger: string, extract: string, groups: readonly string[], findings: readonly string[]];

function check(situations: readonly Situation[]): void {
  test.each(situations)('%s', (_, ledger, extract, groups, findings) => {
    const result = reconciled(COMMITTED + ledger, LINES + extract);
    expect(result.groups.map(told)).toEqual(groups);
    expect(result.findings.map(toldFinding)).toEqual(findings);
  });
}

describe('commitments', () => {
  check([
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
});

describe('payments', () => {
  check([
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
      'partial payments: a row says the whole, of which its DP is a part',
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
      'one line of Chorus repeated word for word stands twice in Chorus',
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

  test('a date shift alone is told in its group, and across the day of the reconciliation too', () => {
    const ledger = `
      imputation | axe 2 | EJ         | payé le    | CP     | DP
      juste      | PDE   | 1400000001 | 29/06/2023 | 300,00 | 0100000001`;
    const extract = `
      mouvement | codes | axe 2 | EJ         | DP         | date       | montant
      paiement  | juste | PDE   | 1400000001 | 0100000001 | 02/07/2023 | 300,00`;
    for (const asOf of ['2023-12-31', '2023-06-30']) {
      const { groups, findings } = reconciled(ledger, extract, { asOf });
      expect(groups.map(told)).toEqual(['matched dp: 1 = 1']);
      expect(groups[0]?.notes).toMatchObject([{ kind: 'dateShift' }]);
      expect(findings).toEqual([]);
    }
  });

  test('a row later than the last line of the extract is only a doubt', () => {
    const ledger = `
      imputation | axe 2 | EJ         | payé le    | CP     | DP
      juste      | PDE   | 1400000001 | 29/05/2023 | 300,00 | 0100000001
      juste      | PDE   | 1400000001 | 29/06/2023 | 300,00 | 0100000002`;
    const extract = `
      mouvement | codes | axe 2 | EJ         | DP         | date       | montant
      paiement  | juste | PDE   | 1400000001 | 0100000001 | 29/05/2023 | 300,00`;
    expect(reconciled(ledger, extract).findings.map(toldFinding)).toEqual(['CHO-01 warning 2 cp']);
  });
});

describe('imputation', () => {
  check([
    [
      'a reimputation changes the code that counts, and no amount',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 1 000,00 |`,
      `
      engagement   | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 1 000,00
      réimputation | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | -1 000,00
      réimputation | juste | SF  | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | 1 000,00`,
      ['codesDiffer ejLine: 1 = 1, 2, 3'],
      ['CHO-04 error 1 ministerialAxis2'],
    ],
    [
      'a part is moved to the other envelope: right when the ledger has two rows, wrong when it has one',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 600,00 |
      juste | SF  | 1400000001 | 1 | 15/02/2023 | 400,00 |
      juste | PDE | 1400000002 | 1 | 15/02/2023 | 1 000,00 |`,
      `
      engagement   | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 1 000,00
      réimputation | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | -400,00
      réimputation | juste | SF  | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | 400,00
      engagement   | juste | PDE | 1400000002 | 1 | | | ADCE | 2023 | 15/02/2023 | 1 000,00
      réimputation | juste | PDE | 1400000002 | 1 | | | ADCE | 2023 | 15/03/2023 | -400,00
      réimputation | juste | SF  | 1400000002 | 1 | | | ADCE | 2023 | 15/03/2023 | 400,00`,
      ['matched ejLine: 1, 2 = 1, 2, 3', 'codesDiffer ejLine: 3 = 4, 5, 6'],
      ['CHO-04 error 3 ministerialAxis2'],
    ],
    [
      'an EJ that came to the convention and left it again concerns nobody',
      ``,
      `
      engagement   | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 1 000,00
      réimputation | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/03/2023 | -400,00
      réimputation | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/04/2023 | -600,00`,
      ['matched netZero:  = 1, 2, 3'],
      [],
    ],
    [
      'an EJ split on two envelopes is compared by code, before anything is merged',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 60,00 |
      juste | SF  | 1400000001 | 1 | 15/02/2023 | 40,00 |
      juste | PDE | 1400000002 | 1 | 15/02/2023 | 60,00 |
      juste | SF  | 1400000002 | 1 | 15/02/2023 | 40,00 |`,
      `
      engagement | juste | PDE | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 60,00
      engagement | juste | SF  | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 40,00
      engagement | juste | PDE | 1400000002 | 1 | | | ADCE | 2023 | 15/02/2023 | 60,00
      engagement | juste | PDE | 1400000002 | 1 | | | ADCE | 2023 | 15/02/2023 | 40,00`,
      ['matched ejLine: 1, 2 = 1, 2', 'matched ejLine: 3 = 3', 'codesDiffer ejLine: 4 = 4'],
      ['CHO-04 error 4 ministerialAxis2'],
    ],
    [
      'an axe 2 that names nothing known says nothing',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 60,00 |`,
      `
      engagement | juste | DOSSIER PAPIER | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 60,00`,
      ['matched ejAmount: 1 = 1'],
      [],
    ],
  ]);

  const LEDGER = `
    imputation | axe 2 | EJ         | poste EJ | date EJ    | AE     | payé le    | CP     | DP
    juste      | PDE   | 1400000001 | 1        | 15/02/2023 | 100,00 |            |        |
    juste      | SF    | 1400000001 | 1        |            |        | 15/03/2023 | 100,00 | 0100000001`;
  const PAYMENTS = extractOf(
    `
    mouvement | EJ         | poste EJ | DP         | date       | montant
    paiement  | 1400000001 | 1        | 0100000001 | 15/03/2023 | 100,00
    paiement  | 1400000099 | 1        | 0100000002 | 15/03/2023 | 100,00`,
    { shape: 'nationalCp', source: 'cp.csv' },
  );
  const COMMITMENTS = extractOf(
    `
    mouvement  | codes | axe 2 | EJ         | poste EJ | date       | montant
    engagement | juste | PDE   | 1400000001 | 1        | 15/02/2023 | 100,00`,
    { shape: 'nationalAe', source: 'ae.csv' },
  );

  test('payments without codes take those of their EJ in another extract', () => {
    const { groups, findings } = reconciled(LEDGER, [PAYMENTS, COMMITMENTS]);
    expect(groups.map(told)).toEqual(['matched ejAmount: 1 = 1', 'codesDiffer dp: 2 = 1', 'notCompared (codesNotGiven):  = 2']);
    expect(findings.map(toldFinding)).toEqual(['CHO-04 error 2 ministerialAxis2']);
  });

  test('alone, they are compared by amount only, and what nobody knows is not ours', () => {
    const { groups, findings } = reconciled(LEDGER, [PAYMENTS]);
    expect(groups.map(told)).toEqual(['notCompared (natureNotGiven): 1 = ', 'matched dp: 2 = 1', 'notCompared (codesNotGiven):  = 2']);
    expect(findings).toEqual([]);
  });
});

describe('what is looked at', () => {
  check([
    [
      'lines of another convention are counted apart, but on an EJ of the ledger',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 62 456,15 |
      juste | PDE | 1400000002 | 1 | 15/02/2023 | 10,00 |`,
      `
      engagement | juste |     | 1400000001 | 1 | | | ADCE | 2023 | 15/02/2023 | 62 456,15
      engagement |       | CAB | 1400000009 | 1 | | | ADCE | 2023 | 15/02/2023 | 6 820,70`,
      ['matched ejAmount: 1 = 1', 'notInChorus: 2 = ', 'notCompared (codesNotGiven):  = 2'],
      ['CHO-01 error 2 ae'],
    ],
  ]);

  test('an EJ that two conventions share: only our part, unless the other explains the whole', () => {
    const ledger = `
      imputation | axe 2 | EJ         | poste EJ | date EJ    | AE
      juste      | PDE   | 1400000001 | 1        | 15/02/2023 | 62 456,15
      juste      | PDE   | 1400000002 | 1        | 15/02/2023 | 100,00`;
    const extract = `
      mouvement  | codes | activité     | EJ         | poste EJ | date       | montant
      engagement | juste |              | 1400000001 | 1        | 15/02/2023 | 62 456,15
      engagement | juste | 010300000108 | 1400000001 | 1        | 15/02/2023 | 6 820,70
      engagement | juste | 010300000108 | 1400000002 | 1        | 15/02/2023 | 100,00
      engagement | juste | 010300000108 | 1400000003 | 1        | 15/02/2023 | 5,00`;
    const { groups, findings } = reconciled(ledger, extract);
    expect(groups.map(told)).toEqual(['matched ejAmount: 1 = 1', 'codesDiffer ejAmount: 2 = 3', 'outsideConvention:  = 4, 2']);
    expect(findings.map(toldFinding)).toEqual(['CHO-04 error 2 activity']);
  });

  test('the carry-over of an EJ beside its opening reste à payer', () => {
    const convention = {
      ...convention2023(),
      rap: [
        { ej: '1400000900', amount: Euros.fromCents<'CP'>(7303200) },
        { ej: '1400000901', amount: Euros.fromCents<'CP'>(5000) },
      ],
    };
    const { groups, findings } = reconciled(
      `
      imputation | axe 2 | EJ         | payé le    | CP        | DP
      juste      | PDE   | 1400000900 | 15/02/2023 | 73 032,00 | 0100000001`,
      `
      mouvement | codes | axe 2 | EJ         | DP         | date       | montant
      report    | juste | PDE   | 1400000900 |            | 01/01/2023 | 73 032,00
      report    | juste | PDE   | 1400000901 |            | 01/01/2023 | 60,00
      report    | juste | PDE   | 1400000902 |            | 01/01/2023 | 5,00
      paiement  | juste | PDE   | 1400000900 | 0100000001 | 15/02/2023 | 73 032,00`,
      { convention },
    );
    expect(groups.map(told)).toEqual(['matched dp: 1 = 4', 'matched rap:  = 1', 'amountDiffers rap:  = 2', 'notCompared (carryOver):  = 3']);
    expect(findings.map(toldFinding)).toEqual(['CHO-03 warning ENV_RAP 1']);
  });

  test('a line that two extracts tell is compared once', () => {
    const ledger = `
      imputation | axe 2 | EJ         | payé le    | CP     | DP
      juste      | PDE   | 1400000001 | 29/05/2023 | 300,00 | 0100000001`;
    const extract = `
      mouvement | codes | axe 2 | EJ         | DP         | date       | montant
      paiement  | juste | PDE   | 1400000001 | 0100000001 | 29/05/2023 | 300,00`;
    for (const shape of ['journal', 'jp57'] as const) {
      const { groups, findings } = reconciled(ledger, [extractOf(extract), extractOf(extract, { shape, source: 'juin.csv' })]);
      expect(groups.map(told)).toEqual(['matched dp: 1 = 1', 'notCompared (otherExtract):  = 1']);
      expect(findings).toEqual([]);
    }
  });

  test('rows that the extract cannot show are not missing from it', () => {
    const ledger = `
      imputation | axe 2 | EJ         | payé le    | CP     | DP
      juste      | PDE   | 1400000001 | 29/05/2023 | 300,00 |
      juste      | PDE   | 1400000001 | 29/05/2023 | 400,00 | 0100000001`;
    const { groups, findings } = reconciled(ledger, `
      mouvement | codes | axe 2 | DP         | date       | montant
      paiement  | juste | PDE   | 0100000001 | 29/06/2023 | 400,00`);
    expect(groups.map(told)).toEqual(['notCompared (keyNotGiven): 1 = ', 'matched dp: 2 = 1']);
    expect(findings).toEqual([]);
  });

  test('totals by envelope, with what each side has', () => {
    const { totals } = reconciled(
      `
      imputation | axe 2 | EJ         | date EJ    | AE
      juste      | PDE   | 1400000001 | 15/02/2023 | 100,00
      juste      | SF    | 1400000002 | 15/02/2023 | 70,00`,
      `
      mouvement  | codes | axe 2 | EJ         | date       | montant
      engagement | juste |       | 1400000001 | 15/02/2023 | 100,00
      engagement | juste | SF    | 1400000002 | 15/02/2023 | 60,00
      engagement | juste |       | 1400000003 | 15/02/2023 | 5,00`,
    );
    expect(totals).toEqual([
      { envelope: 'PDE', nature: 'AE', ledger: 10000, chorus: 10000, gap: 0 },
      { envelope: 'PDE', nature: 'CP', ledger: 0, chorus: 0, gap: 0 },
      { envelope: 'SF', nature: 'AE', ledger: 7000, chorus: 6000, gap: 1000 },
      { envelope: 'SF', nature: 'CP', ledger: 0, chorus: 0, gap: 0 },
      { envelope: null, nature: 'AE', ledger: 0, chorus: 500, gap: -500 },
    ]);
  });
});

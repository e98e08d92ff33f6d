/** Imputations, extracts that lack something or overlap, other conventions, carry-overs, totals. */
import { Euros } from '../../../src/domain/money/euros';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/ledgers/extract-builder';
import { reconciled, testSituations, groupText, findingText } from '../../support/reconciliation';

describe('imputation', () => {
  testSituations([
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
      'an axe 2 with an unknown name is treated as absent',
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
    expect(groups.map(groupText)).toEqual([
      'matched ejAmount: 1 = 1',
      'codesDiffer dp: 2 = 1',
      'notCompared (codesNotGiven):  = 2',
    ]);
    expect(findings.map(findingText)).toEqual(['CHO-04 error 2 ministerialAxis2']);
  });

  test('alone, they are compared by amount only, and what nobody knows is not ours', () => {
    const { groups, findings } = reconciled(LEDGER, [PAYMENTS]);
    expect(groups.map(groupText)).toEqual([
      'notCompared (natureNotGiven): 1 = ',
      'matched dp: 2 = 1',
      'notCompared (codesNotGiven):  = 2',
    ]);
    expect(findings).toEqual([]);
  });
});

describe('what is looked at', () => {
  testSituations([
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
    expect(groups.map(groupText)).toEqual([
      'matched ejAmount: 1 = 1',
      'codesDiffer ejAmount: 2 = 3',
      'outsideConvention:  = 4, 2',
    ]);
    expect(findings.map(findingText)).toEqual(['CHO-04 error 2 activity']);
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
    expect(groups.map(groupText)).toEqual([
      'matched dp: 1 = 4',
      'matched rap:  = 1',
      'amountDiffers rap:  = 2',
      'notCompared (carryOver):  = 3',
    ]);
    expect(findings.map(findingText)).toEqual(['CHO-03 warning ENV_RAP 1']);
    expect(findings[0]?.place).toEqual({
      kind: 'convention',
      table: 'ENV_RAP',
      row: 1,
      column: 'Montant',
      key: '1400000901',
      year: 2023,
    });
    expect(findings[0]?.details).toMatchObject({ ej: '1400000901', ledger: 5000, chorus: 6000, listed: true });
  });

  test('carry-overs of AE and of CP on one EJ are two groups', () => {
    const extract = extractOf(`
      mouvement | codes | axe 2 | EJ         | date       | montant
      report    | juste | PDE   | 1400000900 | 01/01/2023 | 30,00
      report    | juste | PDE   | 1400000900 | 01/01/2023 | 20,00`);
    const [first, second] = extract.lines;
    const lines = [first!, { ...second!, nature: 'CP' as const }];
    const { groups } = reconciled('imputation | axe 2 | EJ | AE', [{ ...extract, lines }]);
    expect(groups.map((group) => `${group.nature} ${groupText(group)}`)).toEqual([
      'AE notCompared (carryOver):  = 1',
      'CP notCompared (carryOver):  = 2',
    ]);
  });

  test('a payment that the ledger dates in another year is explained by it, although the AE of that row is aside too', () => {
    const { findings } = reconciled(
      `
      imputation | axe 2 | EJ         | date EJ    | AE    | payé le    | CP    | DP
      juste      | PDE   | 1400000001 | 15/02/2022 | 10,00 | 15/12/2022 | 10,00 | 0100000001`,
      `
      mouvement | codes | axe 2 | EJ         | DP         | date       | montant
      paiement  | juste | PDE   | 1400000001 | 0100000001 | 15/01/2023 | 10,00`,
    );
    expect(findings.map(findingText)).toEqual(['CHO-02 error 1 paymentDate']);
  });

  test('a line that two extracts contain is compared once', () => {
    const ledger = `
      imputation | axe 2 | EJ         | payé le    | CP     | DP
      juste      | PDE   | 1400000001 | 29/05/2023 | 300,00 | 0100000001`;
    const extract = `
      mouvement | codes | axe 2 | EJ         | DP         | date       | montant
      paiement  | juste | PDE   | 1400000001 | 0100000001 | 29/05/2023 | 300,00`;
    for (const shape of ['journal', 'jp57'] as const) {
      const { groups, findings } = reconciled(ledger, [
        extractOf(extract),
        extractOf(extract, { shape, source: 'juin.csv' }),
      ]);
      expect(groups.map(groupText)).toEqual(['matched dp: 1 = 1', 'notCompared (otherExtract):  = 1']);
      expect(findings).toEqual([]);
    }
  });

  test('rows that the extract cannot show are not missing from it', () => {
    const ledger = `
      imputation | axe 2 | EJ         | payé le    | CP     | DP
      juste      | PDE   | 1400000001 | 29/05/2023 | 300,00 |
      juste      | PDE   | 1400000001 | 29/05/2023 | 400,00 | 0100000001`;
    const { groups, findings } = reconciled(
      ledger,
      `
      mouvement | codes | axe 2 | DP         | date       | montant
      paiement  | juste | PDE   | 0100000001 | 29/06/2023 | 400,00`,
    );
    expect(groups.map(groupText)).toEqual(['notCompared (keyNotGiven): 1 = ', 'matched dp: 2 = 1']);
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
      { envelope: 'PDE', nature: 'CP', ledger: 0, chorus: null, gap: null },
      { envelope: 'SF', nature: 'AE', ledger: 7000, chorus: 6000, gap: 1000 },
      { envelope: 'SF', nature: 'CP', ledger: 0, chorus: null, gap: null },
      { envelope: null, nature: 'AE', ledger: 0, chorus: 500, gap: -500 },
    ]);
  });
});

/** The details that findings and groups quote: numbers, dates, codes, notes, the envelope and the status of each amount. */
import { toIso } from '../../../src/domain/calendar/civil-date';
import type { ChorusExtract } from '../../../src/domain/reconciliation/extract';
import { Euros } from '../../../src/domain/money/euros';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/ledgers/extract-builder';
import { findingText, groupText, reconciled } from '../../support/reconciliation';

const LEDGER = 'imputation | axe 2 | EJ | poste EJ | date EJ | AE | payé le | CP | DP | état\n';
const LINES = 'mouvement | codes | axe 2 | EJ | poste EJ | DP | date | montant\n';

describe('findings', () => {
  test('CHO-02 quotes the first date known of its lines, and their numbers', () => {
    const { findings } = reconciled(
      LEDGER,
      `${LINES} paiement | juste | PDE | 1400000001 | 1 | 0100000001 |            | 10,00
      paiement | juste | PDE | 1400000001 | 2 | 0100000001 | 20/03/2023 | 5,00
      paiement | juste | PDE | 1400000001 | 3 | 0100000001 | 15/03/2023 | 4,00`,
    );
    expect(findings.map(({ details }) => details)).toEqual([
      expect.objectContaining({ nature: 'CP', ej: '1400000001', dp: '0100000001', cents: 1900, lines: [1, 2, 3] }),
    ]);
    expect(findings.map(({ details }) => 'date' in details && details.date !== null && toIso(details.date))).toEqual([
      '2023-03-15',
    ]);
  });

  test('CHO-02 is at the first line of its operation, whatever the dates', () => {
    const { findings } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | | | | 15/03/2023 | 5,00 | 0100000009 |`,
      `${LINES} paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 20/03/2023 | 70,00
      paiement | juste | PDE | 1400000001 | 2 | 0100000001 | 15/03/2023 | 40,00`,
    );
    expect(findings.map(findingText)).toEqual(['CHO-01 error 1 cp', 'CHO-02 error extrait.csv:1']);
    expect(findings[1]?.details).toMatchObject({ lines: [1, 2] });
  });

  test('CHO-02 names ten lines of its operation at most, and counts them all', () => {
    const lines = (count: number): string =>
      Array.from(
        { length: count },
        () => 'paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 15/03/2023 | 1,00',
      ).join('\n');
    const detailsOf = (count: number) =>
      reconciled(LEDGER, `${LINES}${lines(count)}`).findings.map(({ details }) => details);
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(detailsOf(10)).toMatchObject([{ cents: 10_00, lines: ten }]);
    expect(detailsOf(11)).toMatchObject([{ cents: 11_00, lines: ten }]);
  });

  test('CHO-02 names the lines of the first extract alone, where two give its operation', () => {
    const first = extractOf(`${LINES} engagement | juste | PDE | 1400000001 | 1 | | 15/03/2023 | 10,00`, {
      source: 'a.csv',
    });
    const second = extractOf(
      `${LINES} engagement | juste | PDE | 1400000009 | 1 | | 15/03/2023 | 1,00
      modification | juste | PDE | 1400000001 | 1 | | 16/03/2023 | 20,00`,
      { source: 'b.csv' },
    );
    const found = reconciled(LEDGER, [first, second]).findings.map(({ details }) => details);
    expect(found).toMatchObject([
      { source: 'a.csv', lines: [1], cents: 30_00 },
      { source: 'b.csv', lines: [1], cents: 1_00 },
    ]);
  });

  test('rows of one DP are not explained by a line of another year that is only one of them', () => {
    const { findings } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | | | | 15/03/2023 | 10,00 | 0100000001 |
      juste | PDE | 1400000001 | | | | 15/03/2023 | 20,00 | 0100000001 |`,
      `${LINES} paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 15/12/2022 | 10,00
      paiement | juste | PDE | 1400000002 | 1 | 0100000002 | 31/12/2023 | 1,00`,
    );
    expect(findings.map(findingText)).toEqual(['CHO-01 error 1 cp', 'CHO-02 error extrait.csv:2']);
  });

  test('lines of one DP are not explained by a row of another year that is only one of them', () => {
    const { findings } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | | | | 15/12/2022 | 10,00 | 0100000001 |`,
      `${LINES} paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 15/03/2023 | 10,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 15/03/2023 | 20,00`,
    );
    expect(findings.map(findingText)).toEqual(['CHO-02 error extrait.csv:1']);
  });

  test('a commitment that the ledger dates in another year is a finding at that date, in either direction', () => {
    const rules = (here: string, there: string): readonly string[] =>
      reconciled(
        `${LEDGER} juste | PDE | 1400000001 | 1 | ${here} | 10,00 | | | |`,
        `${LINES} engagement | juste | PDE | 1400000001 | 1 | | ${there} | 10,00
        engagement | juste | PDE | 1400000009 | 1 | | 31/12/2023 | 0,00`,
      ).findings.map(findingText);
    expect(rules('15/02/2022', '15/02/2023')).toEqual(['CHO-02 error 1 commitmentDate']);
    expect(rules('15/02/2023', '15/02/2022')).toEqual(['CHO-01 error 1 commitmentDate']);
  });

  test('a line of the second extract is in the second file', () => {
    const first = extractOf(`${LINES} paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 15/03/2023 | 10,00`);
    const second = extractOf(`${LINES} paiement | juste | PDE | 1400000002 | 1 | 0100000002 | 15/03/2023 | 20,00`, {
      source: 'autre.csv',
    });
    expect(reconciled(LEDGER, [first, second]).findings.map(findingText)).toEqual([
      'CHO-02 error extrait.csv:1',
      'CHO-02 error autre.csv:1',
    ]);
  });

  test('CHO-03 quotes both amounts, and CHO-05 both lines', () => {
    const { findings } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | 1 | 15/02/2023 | 30,00 | | | |
      juste | PDE | 1400000001 | 1 | | | 15/03/2023 | 10,00 | 0100000001 |`,
      `${LINES} engagement | juste | PDE | 1400000001 | 1 | | 15/02/2023 | 31,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 15/03/2023 | 10,00
      paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 15/03/2023 | 10,00`,
    );
    expect(findings.map(({ details }) => details)).toEqual([
      { nature: 'AE', ej: '1400000001', dp: '', ledger: 3000, chorus: 3100, listed: false },
      expect.objectContaining({ nature: 'CP', dp: '0100000001', cents: 1000, line: 3, firstLine: 2 }),
    ]);
  });

  test('payments of one DP that Chorus lacks are a doubt only where all of them are after the last day of the extract', () => {
    const judged = (first: string, second: string): readonly string[] =>
      reconciled(
        `${LEDGER} juste | PDE | 1400000001 | | | | ${first} | 10,00 | 0100000001 |
        juste | PDE | 1400000001 | | | | ${second} | 20,00 | 0100000001 |`,
        `${LINES} paiement | juste | PDE | 1400000002 | 1 | 0100000002 | 30/06/2023 | 5,00`,
      ).findings.map(findingText);
    const [inTime, later] = ['30/06/2023', '01/07/2023'];
    expect(judged(later, later)[0]).toBe('CHO-01 warning 1 cp');
    expect(judged(later, inTime)[0]).toBe('CHO-01 error 1 cp');
    expect(judged(inTime, later)[0]).toBe('CHO-01 error 1 cp');
  });

  test('an EJ that only a cancelled row names is one of the ledger, which Chorus still has', () => {
    const statusOf = (status: string): readonly string[] =>
      reconciled(
        `${LEDGER} juste | PDE | 1400000001 | | 15/02/2023 | 10,00 | | | | ${status}`,
        `mouvement | EJ | poste EJ | date | montant
        engagement | 1400000001 | 1 | 15/02/2023 | 25,00`,
      ).groups.map(groupText);
    expect(statusOf('')).toEqual(['amountDiffers ej: 1 = 1']);
    expect(statusOf('annulé')).toEqual(['notCompared (cancelled): 1 = ', 'notInLedger:  = 1']);
  });

  test('a line without codes is one of the convention where the ledger names its EJ or its DP', () => {
    const statusOf = (ej: string, dp: string): readonly string[] =>
      reconciled(
        `${LEDGER} juste | PDE | 1400000001 | | | | 15/03/2023 | 10,00 | 0100000001 |`,
        `mouvement | EJ | DP | date | montant
        paiement | ${ej} | ${dp} | 15/03/2023 | 10,00`,
      ).groups.map(groupText);
    expect(statusOf('1400000001', '0100000001')).toEqual(['matched dp: 1 = 1']);
    expect(statusOf('', '0100000001')).toEqual(['matched dp: 1 = 1']);
    expect(statusOf('1400000009', '0100000009')).toContain('notCompared (codesNotGiven):  = 1');
  });

  test('in an extract that has neither EJ nor DP, a row without a number is not absent: it cannot be looked for', () => {
    const { groups, findings } = reconciled(
      `${LEDGER} juste | PDE | | | | | 15/03/2023 | 10,00 | |
      juste | PDE | | | | | 15/03/2023 | 20,00 | |`,
      `mouvement | codes | axe 2 | date | montant
      paiement | juste | PDE | 20/03/2023 | 20,00
      paiement | juste | PDE | 20/03/2023 | 30,00`,
    );
    expect(groups.map(groupText)).toEqual(['notCompared (keyNotGiven): 1 = 2', 'matched amountAndDate: 2 = 1']);
    expect(findings).toEqual([]);
  });

  test('an extract without dates has no last day: a row that it lacks is an error', () => {
    const { findings } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | | | | 15/03/2023 | 10,00 | 0100000001 |`,
      `${LINES} paiement | juste | PDE | 1400000002 | 1 | 0100000002 | | 5,00`,
    );
    expect(findings.map(findingText)).toEqual(['CHO-01 error 1 cp', 'CHO-02 error extrait.csv:1']);
    expect(findings[0]?.details).toMatchObject({ lastDate: null });
  });

  test('of committed amounts that include earlier years, those of a listed EJ are its carry-over', () => {
    const extract = extractOf(`${LINES} engagement | juste | PDE | 1400000900 | 1 | | 15/03/2023 | 60,00`, {
      lacks: ['carryOver'],
    });
    const rap = [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(6000) }];
    const found = (one: ChorusExtract): readonly string[] =>
      reconciled(LEDGER, [one], { convention: { ...convention2023(), rap } }).groups.map(groupText);
    expect(found(extract)).toEqual(['matched rap:  = 1']);
    expect(found({ ...extract, lacks: [] })).toEqual(['notInLedger:  = 1']);
  });

  test('an EJ of two extracts, one of which includes earlier years, is a doubt too', () => {
    const lineOf = (source: string, poste: string, lacks: ChorusExtract['lacks'] = []): ChorusExtract =>
      extractOf(`${LINES} engagement | juste | PDE | 1400000001 | ${poste} | | 15/03/2023 | 10,00`, { source, lacks });
    const rulesOf = (...extracts: readonly ChorusExtract[]): readonly string[] =>
      reconciled(LEDGER, extracts).findings.map(findingText);
    expect(rulesOf(lineOf('a.csv', '1'), lineOf('b.csv', '2'))).toEqual(['CHO-02 error a.csv:1']);
    expect(rulesOf(lineOf('a.csv', '1'), lineOf('b.csv', '2', ['carryOver']))).toEqual(['CHO-02 warning a.csv:1']);
  });

  test('what the ledger lacks is listed extract by extract, whatever its nature', () => {
    const payment = extractOf(`${LINES} paiement | juste | PDE | 1400000002 | 1 | 0100000001 | 15/03/2023 | 10,00`, {
      source: 'cp.csv',
    });
    const commitment = extractOf(`${LINES} engagement | juste | PDE | 1400000001 | 1 | | 15/03/2023 | 10,00`, {
      source: 'ae.csv',
    });
    const listed = (...extracts: readonly ChorusExtract[]): readonly string[] =>
      reconciled(LEDGER, extracts).groups.map(
        ({ nature, lines }) => `${nature} ${extracts[lines[0]!.extract]?.source}`,
      );
    expect(listed(payment, commitment)).toEqual(['CP cp.csv', 'AE ae.csv']);
    expect(listed(commitment, payment)).toEqual(['AE ae.csv', 'CP cp.csv']);
  });

  test('where committed amounts include earlier years, what only Chorus has is a doubt for AE and an error for CP', () => {
    const extract = extractOf(
      `${LINES} engagement | juste | PDE | 1400000001 | 1 | | 15/03/2023 | 10,00
      paiement | juste | PDE | 1400000002 | 1 | 0100000001 | 15/03/2023 | 10,00`,
      { lacks: ['carryOver'] },
    );
    expect(reconciled(LEDGER, [extract]).findings.map(findingText)).toEqual([
      'CHO-02 warning extrait.csv:1',
      'CHO-02 error extrait.csv:2',
    ]);
  });

  test.each(['PDE', 'SF'])('a row without an envelope is the first that differs, beside one of %s', (third) => {
    const { findings } = reconciled(
      `${LEDGER} juste |     | 1400000001 | | 15/02/2023 | 10,00 | | | |
      juste | PDE | 1400000001 | | 15/02/2023 | 20,00 | | | |
      juste | ${third}  | 1400000001 | | 15/02/2023 | 30,00 | | | |`,
      `${LINES} engagement | juste | PDE | 1400000001 | 1 | | 15/02/2023 | 61,00
      engagement | juste | PDE | 1400000001 | 1 | | 15/02/2023 | -1,00`,
    );
    expect(findings.map(findingText)).toEqual(['CHO-04 error 1 ministerialAxis2']);
  });

  test('CHO-04 is at the row whose code Chorus does not have, and quotes the amounts of each code', () => {
    const several = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | | 15/02/2023 | 20,00 | | | |
      juste | SF  | 1400000001 | | 15/02/2023 | 30,00 | | | |`,
      `${LINES} engagement | juste | PDE | 1400000001 | 1 | | 15/02/2023 | 51,00
      engagement | juste | PDE | 1400000001 | 1 | | 15/02/2023 | -1,00`,
    );
    expect(several.findings.map(findingText)).toEqual(['CHO-04 error 2 ministerialAxis2']);
    expect(several.findings[0]?.details).toEqual({
      nature: 'AE',
      ej: '1400000001',
      dp: '',
      field: 'ministerialAxis2',
      ledger: [
        { code: 'PDE', cents: 2000 },
        { code: 'SF', cents: 3000 },
      ],
      chorus: [{ code: 'PDE', cents: 5000 }],
      others: [],
    });
  });

  test('a programme alone can differ; with the domaine, which begins with it, the fault is reported once', () => {
    const only = (programme: string, domain: string): string[] => {
      const ledger = `programme | domaine | axe 2 | EJ | date EJ | AE
        0103 | ${domain === '' ? '' : '0103-01-01'} | PDE | 1400000001 | 15/02/2023 | 10,00`;
      const extract = `mouvement | programme | domaine | axe 2 | EJ | date | montant
        engagement | ${programme} | ${domain} | PDE | 1400000001 | 15/02/2023 | 10,00`;
      return reconciled(ledger, extract).findings.map(findingText);
    };
    expect(only('0305', '')).toEqual(['CHO-04 error 1 programme']);
    expect(only('0305', '0305-01-01')).toEqual(['CHO-04 error 1 functionalDomain']);
  });

  test('an operation of another EJ or of another amount explains nothing', () => {
    const { findings } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | | | | 15/12/2022 | 10,00 | |
      juste | PDE | 1400000002 | | | | 15/12/2022 | 20,00 | |`,
      `${LINES} paiement | juste | PDE | 1400000001 | | 0100000001 | 15/03/2023 | 20,00
      paiement | juste | PDE | 1400000002 | | 0100000002 | 15/03/2023 | 20,00`,
    );
    expect(findings.map(findingText)).toEqual(['CHO-02 error extrait.csv:1', 'CHO-02 error 2 paymentDate']);
  });
});

describe('notes of a match', () => {
  test.each`
    situation                        | poste  | paid            | dp                         | notes
    ${'the same operation'}          | ${'1'} | ${'15/03/2023'} | ${'0100000001'}            | ${[]}
    ${'another day of the year'}     | ${'1'} | ${'16/03/2023'} | ${'0100000001'}            | ${['dateShift']}
    ${'another DP number'}           | ${'1'} | ${'15/03/2023'} | ${'0100000009'}            | ${['otherDp']}
    ${'no DP number'}                | ${'1'} | ${'15/03/2023'} | ${''}                      | ${[]}
    ${'the DP as second of the row'} | ${'1'} | ${'15/03/2023'} | ${'0100000009 0100000001'} | ${[]}
    ${'another poste'}               | ${'2'} | ${'15/03/2023'} | ${'0100000001'}            | ${['otherEjLine']}
    ${'no poste'}                    | ${''}  | ${'15/03/2023'} | ${'0100000001'}            | ${[]}
  `('$situation', ({ poste, paid, dp, notes }: Record<string, string> & { notes: string[] }) => {
    const { groups } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | ${poste} | | | ${paid} | 10,00 | ${dp} |`,
      `${LINES} paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 15/03/2023 | 10,00`,
    );
    expect(groups.map((group) => [group.status, group.notes.map(({ kind }) => kind)])).toEqual([['matched', notes]]);
  });

  test('a commitment without a date, and several rows of one line, give no note', () => {
    const { groups } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | 1 | | 10,00 | | | |
      juste | PDE | 1400000002 | 1 | | | 15/03/2023 | 4,00 | 0100000001 |
      juste | PDE | 1400000002 | 2 | | | 17/03/2023 | 6,00 | 0100000001 |`,
      `${LINES} engagement | juste | PDE | 1400000001 | 1 | | 15/02/2023 | 10,00
      paiement | juste | PDE | 1400000002 | 3 | 0100000001 | 20/03/2023 | 10,00`,
    );
    expect(groups.map((group) => [groupText(group), group.notes])).toEqual([
      ['matched ejAmount: 1 = 1', []],
      ['matched dp: 2, 3 = 2', []],
    ]);
  });

  test('one row of several lines gives no note, and CHO-03 quotes the numbers of the row', () => {
    const of = (cents: string) =>
      reconciled(
        `${LEDGER} juste | PDE | 1400000001 | | | | 15/03/2023 | ${cents} | |`,
        `${LINES} paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 20/03/2023 | 10,00
        paiement | juste | PDE | 1400000001 | 2 | 0100000002 | 21/03/2023 | 20,00`,
      );
    expect(of('30,00').groups.map(({ status, notes }) => [status, notes])).toEqual([['matched', []]]);
    expect(of('31,00').findings.map(({ details }) => details)).toMatchObject([
      { nature: 'CP', ej: '1400000001', dp: '', ledger: 31_00, chorus: 30_00 },
    ]);
  });

  test('a line without a date or without a DP gives no note', () => {
    const { groups } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | 1 | | | 15/03/2023 | 10,00 | 0100000001 |`,
      `${LINES} paiement | juste | PDE | 1400000001 | 1 | | | 10,00`,
    );
    expect(groups.map((group) => [groupText(group), group.notes])).toEqual([['matched ejAmount: 1 = 1', []]]);
  });
});

describe('amounts that are not compared', () => {
  const LEDGER_ROWS = `${LEDGER} juste | PDE | 1400000001 | | 15/02/2023 | 10,00 | | | |
    juste | PDE | 1400000002 | | 15/02/2023 | illisible | | | |
    juste | PDE | 1400000003 | | 15/02/2023 | 0 | | | |
    juste | PDE | 1400000004 | | 15/02/2023 | 40,00 | | | | annulé
    juste | PDE | 1400000005 | | | | | 50,00 | |
    juste | PDE | 1400000006 | | 15/02/2023 | | | | |`;
  const EXTRACT = `mouvement | codes | axe 2 | activité | EJ | poste EJ | DP | date | montant
    engagement | juste | PDE |              | 1400000001 | 1 | | 15/02/2023 | 10,00
    engagement | juste |     | 010300000108 | 1400000004 | 1 | | 15/02/2023 | 40,00
    engagement | juste | PDE |              | 1400000001 | 1 | | 15/02/2022 | 60,00
    certifié   | juste | PDE |              | 1400000005 | 1 | | 15/02/2023 | 45,00`;

  test('have a reason; a cancelled row does not make its EJ ours', () => {
    const { groups } = reconciled(LEDGER_ROWS, EXTRACT);
    expect(groups.map(groupText)).toEqual([
      'matched ejAmount: 1 = 1',
      'notCompared (amountUnreadable): 2 = ',
      'notCompared (noAmount): 3, 6 = ',
      'notCompared (cancelled): 4 = ',
      'inProgress: 5 = 4',
      'outsideConvention:  = 2',
      'notCompared (outsideCreditYear):  = 3',
    ]);
  });

  test('are in no total, and the balance lists the statuses that occur', () => {
    const { totals, balance } = reconciled(LEDGER_ROWS, EXTRACT);
    expect(totals.filter(({ ledger, chorus }) => ledger !== 0 || (chorus ?? 0) !== 0)).toEqual([
      { envelope: 'PDE', nature: 'AE', ledger: 1000, chorus: 1000, gap: 0 },
    ]);
    expect(balance.statuses.map(({ status, nature, groups }) => `${status} ${nature} ${groups}`)).toEqual([
      'matched AE 1',
      'inProgress CP 1',
      'notCompared AE 4',
      'outsideConvention AE 1',
    ]);
  });
});

describe('the envelope of a line', () => {
  test('is its own when it names one, otherwise that of the rows', () => {
    const { totals } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | | 15/02/2023 | 10,00 | | | |
      juste | SF | 1400000002 | | 15/02/2023 | 20,00 | | | |`,
      `${LINES} engagement | juste | SF | 1400000001 | 1 | | 15/02/2023 | 10,00
      engagement | juste |    | 1400000002 | 1 | | 15/02/2023 | 25,00`,
    );
    expect(totals.filter(({ nature }) => nature === 'AE')).toEqual([
      { envelope: 'PDE', nature: 'AE', ledger: 1000, chorus: 0, gap: 1000 },
      { envelope: 'SF', nature: 'AE', ledger: 2000, chorus: 3500, gap: -1500 },
    ]);
  });

  test('a payment takes the codes of the commitments of its EJ, not those of their reductions', () => {
    const payments = extractOf(
      'mouvement | EJ | poste EJ | DP | date | montant\n paiement | 1400000001 | 1 | 0100000001 | 15/03/2023 | 10,00',
      { source: 'cp.csv' },
    );
    const commitments = extractOf(
      `${LINES} engagement | juste | PDE | 1400000001 | 1 | | 15/02/2023 | 10,00
      réduction | juste | SF | 1400000001 | 1 | | 15/03/2023 | -10,00`,
      { source: 'ae.csv' },
    );
    const { groups } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | 1 | 15/02/2023 | 10,00 | | | |
      juste | SF | 1400000001 | 1 | | | 15/03/2023 | 10,00 | 0100000001 |`,
      [payments, commitments],
    );
    expect(groups.map(groupText)).toEqual([
      'matched ejAmount: 1 = 1',
      'codesDiffer dp: 2 = 1',
      'notCompared (mirror):  = 2',
    ]);
  });

  test('a commitment keeps its own codes: it takes none from another line of its EJ', () => {
    const { groups } = reconciled(
      `${LEDGER} juste | PDE | 1400000001 | 1 | 15/02/2023 | 10,00 | | | |
      juste | SF | 1400000001 | 2 | 15/02/2023 | 20,00 | | | |`,
      [
        extractOf(
          `${LINES} engagement | juste | PDE | 1400000001 | 1 | | 15/02/2023 | 10,00
          engagement | juste | | 1400000001 | 2 | | 15/02/2023 | 20,00`,
          { lacks: ['envelope'] },
        ),
        extractOf(`${LINES} paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 15/03/2023 | 1,00`, {
          source: 'cp.csv',
          lacks: ['envelope'],
        }),
      ],
    );
    expect(groups.filter(({ nature }) => nature === 'AE').map(groupText)).toEqual([
      ...['matched ejLine: 1 = 1', 'matched ejLine: 2 = 2'],
    ]);
  });

  test('a payment takes the codes of its poste; without one, of the EJ where it has a single envelope', () => {
    const commitments = extractOf(
      `${LINES} engagement | juste | PDE | 1400000001 | 1 | | 15/02/2023 | 10,00
      engagement | juste | SF | 1400000001 | 2 | | 15/02/2023 | 10,00`,
      { source: 'ae.csv' },
    );
    const statusOf = (axis: string, poste: string, codes: string): string | undefined => {
      const payments = extractOf(
        `mouvement | codes | EJ | poste EJ | DP | date | montant
        paiement | ${codes} | 1400000001 | ${poste} | 0100000001 | 15/03/2023 | 10,00`,
        { source: 'cp.csv' },
      );
      const ledger = `${LEDGER} juste | ${axis} | 1400000001 | | | | 15/03/2023 | 10,00 | 0100000001 |`;
      return reconciled(ledger, [payments, commitments]).groups.find(({ nature }) => nature === 'CP')?.status;
    };
    expect(['juste', ''].map((codes) => statusOf('SF', '2', codes))).toEqual(['matched', 'matched']);
    expect(['juste', ''].map((codes) => statusOf('PDE', '2', codes))).toEqual(['codesDiffer', 'codesDiffer']);
    expect([statusOf('SF', '', ''), statusOf('PDE', '', '')]).toEqual(['matched', 'matched']);
  });

  test('a payment takes what the postes of its EJ have in common: the envelope, where their activités differ', () => {
    const commitments = extractOf(
      `mouvement | activité | axe 2 | EJ | poste EJ | date | montant
      engagement | 010300000104 | SF | 1400000001 | 1 | 15/02/2023 | 10,00
      engagement | 010300000105 | SF | 1400000001 | 2 | 15/02/2023 | 10,00`,
      { source: 'ae.csv' },
    );
    const payments = extractOf(
      `mouvement | EJ | DP | date | montant
      paiement | 1400000001 | 0100000001 | 15/03/2023 | 10,00`,
      { source: 'cp.csv' },
    );
    const paidOn = (axis: string, extract = payments): string | undefined =>
      reconciled(`${LEDGER} juste | ${axis} | 1400000001 | | | | 15/03/2023 | 10,00 | 0100000001 |`, [
        extract,
        commitments,
      ]).groups.find(({ nature }) => nature === 'CP')?.status;
    expect([paidOn('SF'), paidOn('PDE')]).toEqual(['matched', 'codesDiffer']);
    const [other] = extractOf('mouvement | EJ | date | montant\n engagement | 1400000002 | 15/03/2023 | 3,00').lines;
    const ofBothNatures = { ...payments, lines: [...payments.lines, { ...other!, line: 2 }] };
    expect([paidOn('SF', ofBothNatures), paidOn('PDE', ofBothNatures)]).toEqual(['matched', 'codesDiffer']);
  });

  test('a payment on a poste that nobody committed takes the codes of the EJ, where it has a single envelope', () => {
    const commitments = extractOf(`${LINES} engagement | juste | SF | 1400000001 | 1 | | 15/02/2023 | 10,00`, {
      source: 'ae.csv',
    });
    const statusOf = (axis: string, poste: string): string | undefined => {
      const payments = extractOf(
        `mouvement | codes | EJ | poste EJ | DP | date | montant
        paiement | juste | 1400000001 | ${poste} | 0100000001 | 15/03/2023 | 10,00`,
        { source: 'cp.csv' },
      );
      const ledger = `${LEDGER} juste | ${axis} | 1400000001 | | | | 15/03/2023 | 10,00 | 0100000001 |`;
      return reconciled(ledger, [payments, commitments]).groups.find(({ nature }) => nature === 'CP')?.status;
    };
    for (const poste of ['1', '7', '']) {
      expect([poste, statusOf('SF', poste)]).toEqual([poste, 'matched']);
      expect([poste, statusOf('PDE', poste)]).toEqual([poste, 'codesDiffer']);
    }
  });
});

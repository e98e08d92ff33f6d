/** The registry: every rule once, a right ledger without findings, one pass, and the order of what is found. */
import fc from 'fast-check';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { RuleCode } from '../../../src/domain/controls/findings/finding';
import { judgeInSlices, judgeLedger } from '../../../src/domain/controls/judge';
import { CONTROLS } from '../../../src/domain/controls/registry';
import type { Ledger, LedgerField } from '../../../src/domain/envelopes/ledger';
import { drain } from '../../../src/domain/slices';
import { Euros } from '../../../src/domain/money/euros';
import { findingsIn, findingsOf } from '../../support/controls';
import { convention2023 } from '../../support/conventions';
import { ledgerOf } from '../../support/ledgers/ledger-builder';

/** Every rule of this version: the compiler refuses a code that does not exist, and one that is left out. */
const EVERY_RULE: Readonly<Record<RuleCode, true>> = {
  'IMP-01': true,
  'IMP-02': true,
  'IMP-03': true,
  'IMP-04': true,
  'IMP-05': true,
  'IMP-06': true,
  'IMP-07': true,
  'IMP-08': true,
  'IMP-09': true,
  'PLA-01': true,
  'PLA-02': true,
  'PLA-03': true,
  'PLA-04': true,
  'PLA-05': true,
  'PLA-06': true,
  'FON-01': true,
  'FON-02': true,
  'FON-03': true,
  'FON-04': true,
  'PER-01': true,
  'PER-02': true,
  'PER-03': true,
  'PER-04': true,
  'PER-05': true,
  'PER-06': true,
  'PER-07': true,
  'PER-08': true,
  'PER-09': true,
  'EJ-01': true,
  'EJ-02': true,
  'EJ-03': true,
  'EJ-04': true,
  'EJ-05': true,
  'EJ-06': true,
  'EJ-07': true,
  'EJ-08': true,
  'EJ-09': true,
  'LEC-01': true,
  'LEC-02': true,
  'LEC-03': true,
  'LEC-04': true,
  'LEC-05': true,
  'LEC-06': true,
  'LEC-07': true,
  'CHO-01': true,
  'CHO-02': true,
  'CHO-03': true,
  'CHO-04': true,
  'CHO-05': true,
  'RAP-01': true,
  'DON-01': true,
  'DON-02': true,
  'DON-03': true,
  'DON-04': true,
  'DON-05': true,
  'DON-06': true,
  'DON-07': true,
  'DON-08': true,
  'DON-09': true,
  'DON-10': true,
  'ANX-01': true,
  'ANX-02': true,
  'ANX-03': true,
  'DEL-01': true,
  'DEL-02': true,
  'DEL-03': true,
  'DEL-04': true,
  'DEL-05': true,
  'DEL-06': true,
};

const convention = { ...convention2023(), rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(7303200) }] };

/**
 * A year as it should be: commitments, payments, opening RAP, a retrait of the year, an avoir, a project, a cancelled
 * row.
 */
const RIGHT_YEAR = `
  imputation | axe 2 | poste | état | opération | EJ | date EJ | AE | service fait | payé le | CP
  juste | PDE | Prestations | | EJ | 1400000001 | 16/01/2023 | 240 000,00 | |  |
  juste | PDE | Outils de production | | EJ | 1400000002 | 01/02/2023 | 18 000,00 | |  |
  juste | pde | |  | DP | 1400000900 | |  | 12/12/2022 | 10/01/2023 | 73 032,00
  juste | PDE | Prestations | | DP | 1400000001 | |  | 28/02/2023 | 20/03/2023 | 80 000,00
   | PDE | Prestations | | DP | 1400000001 | |  | 31/03/2023 | 20/04/2023 | 80 000,00
  juste | PDE | Prestations | | Retrait | 1400000001 | 15/06/2023 | -10 000,00 | |  |
  juste | PDE | Prestations | | Avoir | 1400000001 | |  | 30/06/2023 | 20/07/2023 | -1 000,00
  juste | Signaux Faibles | Audit de sécurité | | EJ | 1400000003 | 31/12/2023 | 10 000,00 | |  |
  juste | Signaux Faibles | Prestation | projet | EJ | |  | 50 000,00 | |  |
  juste | PDX | Nulle part | annulé | EJ | 1 | 01/01/1999 | 999 999,00 | |  |
`;

test('every rule is registered once, or comes from the reconciliation', () => {
  const others = Object.keys(EVERY_RULE).filter((rule) => !rule.startsWith('CHO-'));
  expect(CONTROLS.map(({ rule }) => rule).sort()).toEqual(others.sort());
});

/** The délégant was notified at the end of October of the unspent credits, and both reports were given in time. */
const TOLD: Readonly<Record<string, string>> = {
  unspent: '2023-10-30',
  yearlyReport: '2023-12-20',
  finalReport: '2023-12-31',
  publication: '2022-12-13',
  copyToComptrollers: '2022-12-13',
  authorisations: '2022-12-13',
  creditsAvailable: '2022-12-13',
};
const dutiful = {
  ...convention,
  duties: convention.duties.map((duty) => ({
    ...duty,
    doneOn: TOLD[duty.type] === undefined ? null : isoDate(TOLD[duty.type] ?? ''),
  })),
};

test('a right year has no findings, at any day of the controls', () => {
  for (const asOf of ['2022-12-13', '2023-01-20', '2023-06-30', '2023-12-31', '2024-06-30']) {
    expect(findingsIn(RIGHT_YEAR, { convention: dutiful, asOf, whole: true })).toEqual([]);
  }
});

test('findings come in the reading order of the rows, then in the order of the registry', () => {
  expect(
    findingsIn(`
      axe 2 | poste             | domaine | EJ  | date EJ    | AE         | payé le    | CP
      SF    | Frais annexes     | 0103-02 | 12  | texte hier | 100 000,01 |            |
      PDX   | Frais annexes     | 0103-02 | 12  | 02/01/2024 | 10,00      | 05/12/2022 | 5,00
    `).map(({ rule, place }) => [place.kind === 'row' && Number(place.row), rule]),
  ).toEqual([
    [1, 'DON-01'],
    [1, 'IMP-07'],
    [1, 'IMP-03'],
    [1, 'FON-04'],
    [1, 'EJ-03'],
    [1, 'PLA-01'],
    [2, 'IMP-06'],
    [2, 'IMP-03'],
    [2, 'EJ-03'],
    [2, 'PER-01'],
    [2, 'PER-02'],
  ]);
});

test('what is wrong in the convention comes before the rows, which it may explain', () => {
  const [first, ...others] = convention.envelopes;
  const short = { ...first!, lines: first!.lines.slice(1) };
  const found = findingsIn('axe 2 | EJ | date EJ | AE\nPDE | 12 | texte hier | 100,00', {
    convention: { ...convention, envelopes: [short, ...others] },
    whole: true,
  });
  const onRow = found.map(({ place }) => place.kind === 'row');
  expect(found[0]?.rule).toBe('ANX-01');
  expect(onRow.indexOf(true)).toBeGreaterThan(0);
  expect(onRow.slice(onRow.indexOf(true))).not.toContain(false);
  expect(found.at(-1)?.rule).toBe('EJ-03');
});

test('an edited row judged alone gives the findings of its row controls', () => {
  const ledger = ledgerOf(`
    axe 2 | poste         | domaine | EJ         | date EJ    | AE
    PDE   | Frais annexes | 0103-02 | 1400000001 | 02/01/2024 | 10,00
    SF    | Frais annexes |         | 12         |            | 20,00
  `);
  const asOf = isoDate('2023-12-31');
  const alone = ledger.rows.flatMap((row) => {
    const { findings } = drain(judgeInSlices(ledger, convention, asOf, [row]));
    return findings.filter(({ place }) => place.kind === 'row' && place.row === row.key);
  });
  expect(alone).toEqual(findingsOf(ledger, { convention }));
  expect(alone.length).toBeGreaterThan(5);
});

describe('laws', () => {
  /** Cells of every kind, right and wrong, for each column. */
  const cell: Readonly<Record<string, fc.Arbitrary<string>>> = {
    'axe 2': fc.constantFrom('PDE', 'Signaux Faibles', 'SF', 'PDX', '', '#REF!'),
    activité: fc.constantFrom('010300000104', 'nombre 10300000104', '010300000108', '1,03E+10', 'x', '', '#N/A'),
    domaine: fc.constantFrom('0103-01-01', '0102-01', ''),
    poste: fc.constantFrom('Frais annexes', 'Audit de sécurité', 'Prestations', ''),
    EJ: fc.constantFrom('1400000001', '1400000002', '1400000900', '12', '', '#REF!'),
    'date EJ': fc.constantFrom(
      '15/02/2023',
      '05/12/2022',
      '20/12/2022',
      '02/01/2024',
      'texte 16/02/2023',
      'hier',
      '',
      '#REF!',
    ),
    AE: fc.constantFrom('100 000,00', '400 000,00', '-50,00', '0', 'environ 5', 'texte 5,00', '', '#REF!'),
    'payé le': fc.constantFrom('20/03/2023', '20/11/2023', '01/12/2022', 'demain', ''),
    CP: fc.constantFrom('0', '60 000,00', '500 000,00', '-20,00', 'x', 'texte 7,00', '', '#N/A'),
  };
  const columns = Object.keys(cell);
  const row = fc.tuple(...columns.map((column) => cell[column] ?? fc.constant('')));
  const table = fc
    .array(row, { maxLength: 12 })
    .map((rows) => [columns, ...rows].map((cells) => cells.join(' | ')).join('\n'));

  test('nothing crashes, everything is at a cell that exists, in order, and never twice', () => {
    fc.assert(
      fc.property(table, (drawn) => {
        const ledger = ledgerOf(drawn);
        const found = findingsOf(ledger, { convention }).filter(({ rule }) => rule !== 'RAP-01'); // a convention table
        const places = found.map(({ rule, place }) => {
          if (place.kind !== 'row') throw new Error('a row was expected');
          expect(ledger.fields.has(place.field)).toBe(true);
          expect(ledger.rows.some(({ key }) => key === place.row)).toBe(true);
          return { rule, row: Number(place.row), text: `${rule} ${place.row} ${place.field}` };
        });
        expect(places.map(({ row: key }) => key)).toEqual(
          places.map(({ row: key }) => key).sort((one, other) => one - other),
        );
        const texts = found.map((one) => JSON.stringify(one));
        expect(new Set(texts).size).toBe(texts.length);
      }),
    );
  });

  const withoutCodes = (ledger: Ledger, dropped: readonly LedgerField[]): Ledger => {
    const absent = { kind: 'absent' } as const;
    return {
      ...ledger,
      rows: ledger.rows.map((one) => ({
        ...one,
        imputation: { ...one.imputation, activity: absent, functionalDomain: absent },
      })),
      fields: new Set([...ledger.fields].filter((field) => !dropped.includes(field))),
    };
  };

  /** Also of two without an EJ that can be read. Their codes decide which counts first, those of the column left out too. */
  const hasEqualRetraits = ({ rows }: Ledger): boolean => {
    const retraits = rows.flatMap(({ ae, ej, commitmentDate }) => {
      const day = commitmentDate.kind === 'date' ? commitmentDate.date : null;
      return ae.kind === 'amount' && ae.cents < 0
        ? [JSON.stringify([ae.cents, ej.kind === 'ej' ? ej.number : '', day])]
        : [];
    });
    return new Set(retraits).size < retraits.length;
  };

  test('of two equal retraits, a code decides which counts: without its column it may be the other, for the same sum', () => {
    const ledger = ledgerOf(`
      axe 2 | activité     | poste             | EJ    | date EJ    | AE
      PDE   | 010300000108 | Audit de sécurité |       | hier       | -50,00
      PDE   | 010300000104 | Frais annexes     |       | hier       | -50,00
      PDE   | 010300000104 | Frais annexes     | #REF! | 15/02/2023 | 5,00`);
    const freedIn = (given: Ledger): readonly number[] =>
      findingsOf(given, { convention }).flatMap(({ details }) =>
        'withdrawn' in details && typeof details.withdrawn === 'object' ? [details.withdrawn.freed] : [],
      );
    expect(freedIn(ledger)).toEqual([0, 5_00]);
    expect(freedIn(withoutCodes(ledger, ['activity']))).toEqual([5_00, 0]);
  });

  test('without a column, its controls report nothing and the others report the same', () => {
    const dropped: readonly LedgerField[] = ['activity', 'functionalDomain'];
    fc.assert(
      fc.property(table, (drawn) => {
        const ledger = ledgerOf(drawn);
        fc.pre(!hasEqualRetraits(ledger));
        const without = withoutCodes(ledger, dropped);
        const kept = findingsOf(ledger, { convention }).filter(
          ({ place }) => place.kind !== 'row' || !dropped.includes(place.field),
        );
        expect(findingsOf(without, { convention })).toEqual(kept);
      }),
    );
  });

  test('a row above a ceiling is above it by what the index counts too', () => {
    fc.assert(
      fc.property(table, (drawn) => {
        const ledger = ledgerOf(drawn);
        const { balances } = judgeLedger(ledger, convention, isoDate('2023-12-31'));
        for (const { code } of convention.envelopes) {
          const above = findingsOf(ledger, { convention }).some(
            ({ rule, details }) => rule === 'PLA-01' && 'envelope' in details && details.envelope === code,
          );
          if (balances.figures({ envelope: code, line: null }, 'AE').remaining?.isNegative) expect(above).toBe(true);
        }
      }),
    );
  });
});

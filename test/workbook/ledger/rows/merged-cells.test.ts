/** Cells merged over several rows: one amount of two envelopes, words that hold for each row. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Montant CP', 'Date de paiement'];
const [PDE, SF] = ['PDE', 'Signaux Faibles'];
type Row = readonly CellValue[];

/** The findings of a rule, and the figures of each envelope. */
function controlled(rows: readonly Row[], merges: readonly string[], further: readonly string[] = []) {
  const sheet = { name: 'Suivi', rows: [[...HEADINGS, ...further], ...rows], merges };
  const opened = openDossier(workbookOf(sheet), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return { findings: report.findings, missed: report.balances.missed };
}

const ej = (axis: string, number: number, ae: number | null, cp: number | null = null): Row => [
  axis,
  `14000000${number}`,
  45_000,
  ae,
  cp,
  cp === null ? null : 45_100,
];

describe('one amount over several rows', () => {
  const found = (rows: readonly Row[], ...merges: readonly string[]): readonly string[] =>
    controlled(rows, merges).findings.flatMap((one) =>
      one.rule === 'DON-01' && 'what' in one.details && one.details.what === 'sharedForAmount'
        ? [`${one.details.field} ${one.details.raw}`]
        : [],
    );

  test.each([
    ['AE of two envelopes, two EJ', [ej(PDE, 10, 6000), ej(SF, 11, null)], 'D2:D3', ['ae 6000']],
    ['AE of two envelopes, one EJ', [ej(PDE, 10, 6000), ej(SF, 10, null)], 'D2:D3', ['ae 6000']],
    [
      'CP of two envelopes, whose AE stay in the figures',
      [ej(PDE, 10, 900, 500), [SF, '1400000011', 45_000, 700, null, 45_100]],
      'E2:E3',
      ['cp 500'],
    ],
    ['AE of one envelope', [ej(PDE, 10, 6000), ej(PDE, 11, null)], 'D2:D3', []],
    [
      'AE of rows of which one has no envelope',
      [ej(PDE, 10, 6000), ['', '1400000010', 45_000, null, null, null]],
      'D2:D3',
      [],
    ],
    ['nothing', [ej(PDE, 10, 0), ej(SF, 11, null)], 'D2:D3', []],
    ['AE and CP of one row', [ej(PDE, 10, 6000), ej(SF, 11, 100)], 'D2:E2', []],
  ] as const)('%s', (_, rows, merge, expected) => {
    expect(found(rows, merge)).toEqual(expected);
  });

  test('the figures of each envelope lack it', () => {
    const { missed } = controlled([ej(PDE, 10, 6000), ej(SF, 11, null), ej(SF, 12, 100)], ['D2:D3']);
    expect(missed.map(({ envelope, nature, cents }) => [envelope, nature, cents])).toEqual([
      ['PDE', 'AE', null],
      ['SF', 'AE', null],
    ]);
  });

  test('payments on a sheet of their own are of the envelopes of their EJ', () => {
    const sheets = [
      { name: 'EJ', rows: [HEADINGS.slice(0, 4), ej(PDE, 10, 6000).slice(0, 4), ej(SF, 11, 5000).slice(0, 4)] },
      {
        name: 'Paiements',
        rows: [
          ['N° EJ', 'Montant CP', 'Date de paiement'],
          ['1400000010', 800, 45_100],
          ['1400000011', null, 45_100],
        ],
        merges: ['B2:B3'],
      },
    ];
    const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
    if (!opened.ok) throw new Error(opened.failure.code);
    const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
    const shared = report.findings.filter(({ rule, details }) => rule === 'DON-01' && details.field === 'cp');
    expect(shared).toHaveLength(1);
  });
});

describe('words over several rows', () => {
  const rowsOf = (...words: readonly CellValue[]): readonly Row[] =>
    words.map((word, at) => [...ej(PDE, 10 + at, 1000 + at), word]);
  const found = (heading: string, merge: readonly string[], ...words: readonly CellValue[]) =>
    controlled(rowsOf(...words), merge, [heading]).findings.flatMap(({ rule, details }) =>
      rule === 'LEC-05' && 'rows' in details ? [`${details.raw}: ${String(details.rows)}`] : [],
    );

  test.each([
    ['Observations', 'EJ annulés', 'RAS'],
    ['Financeur', 'DITP', 'DGEFP'],
    ['Exercice', '2022', '2023'],
    ['Hors convention', 'X', null],
  ])('« %s » %s holds for the rows that it covers', (heading, word, usual) => {
    expect(found(heading, ['G3:G5'], usual, word, null, null, usual)).toEqual([`${word}: 3`]);
  });

  test('a blank cell that nothing covers repeats nothing', () => {
    expect(found('Observations', [], 'RAS', 'EJ annulés', null, null)).toEqual(['EJ annulés: 1']);
  });

  test('the number of one invoice over two rows is no invoice paid twice', () => {
    const rows = [10, 11].map((number) => [...ej(PDE, number, 1000, 1000), number === 10 ? 'FA-77' : null]);
    expect(controlled(rows, ['G2:G3'], ['N° facture']).findings.filter(({ rule }) => rule === 'DON-03')).toEqual([]);
  });
});

/** Which tables make the ledger: all those of operations, but copies, summaries and sheets named as archives. */
import type { CellValue } from '../../../../src/workbook/cells';
import { chooseLedgers } from '../../../../src/workbook/ledger/choice/choose-ledgers';
import { findLedgers, type PlaceChoice } from '../../../../src/workbook/ledger/find-ledger';
import { formulaKey, type WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { workbookOf, type SheetGiven } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const WIDE = ['Enveloppe', 'Poste', 'N° EJ', 'N° DP', 'Titulaire', 'Objet', 'Date EJ', 'AE', 'Date paiement', 'CP'];
const NARROW = ['Enveloppe', 'N° EJ', 'Date EJ', 'AE'];
const ej = (number: number, ae: number): readonly CellValue[] => [
  'PDE',
  'Prestations',
  `14057000${number}`,
  null,
  'Octo',
  'Lot',
  45_000 + number,
  ae,
];
const wide = (name: string, ...rows: Rows): SheetGiven => ({ name, rows: [WIDE, ...rows] });
const narrow = (name: string, ...rows: Rows): SheetGiven => ({ name, rows: [NARROW, ...rows] });
const sf = (number: number, ae: number): readonly CellValue[] => ['SF', `14057000${number}`, 45_000, ae];
const fromChorus = (name: string, ...amounts: readonly number[]): SheetGiven => ({
  name,
  rows: [
    ['N° EJ', 'Fournisseur', 'Montant engagé', 'Montant payé'],
    ...amounts.map((ae, index) => [`140570001${index}`, 'Octo', ae, ae / 2]),
  ],
});
const payments = (name: string, ...amounts: readonly number[]): SheetGiven => ({
  name,
  rows: [
    ['N° EJ', 'N° DP', 'Date paiement', 'CP'],
    ...amounts.map((cp, index) => ['1405700011', `10005${name.length}0${index}`, 45_100 + index, cp]),
  ],
});

/** `PDE + SF`, then `Archive: aside`; `asked: …` when the user must choose. */
function ledger(workbook: WorkbookSnapshot, places: readonly PlaceChoice[] = [], ...named: readonly string[]): string {
  const choice = chooseLedgers(workbook, findLedgers(workbook, [], null, places), named);
  if (!choice.ok) {
    const { failure } = choice;
    if (failure.code !== 'severalLedgers') return failure.code;
    return `asked: ${failure.candidates.map(({ name, rows, ae, cp }) => `${name} ${rows} ${ae} ${cp}`).join(', ')}`;
  }
  const { chosen, left } = choice.value;
  return [chosen.map(({ name }) => name).join(' + '), ...left.map(({ name, why }) => `${name}: ${why}`)].join(', ');
}

const YEARLY = ['1405700000', '1405700001'];
/** Two EJ of 1,000 and 100, committed on a day and on the next one, under their labels. */
const rents = (name: string, day: number | null, label = 'Loyer', headings: readonly string[] = WIDE): SheetGiven => ({
  name,
  rows: [
    headings,
    ...YEARLY.map((ej, at) => [
      ...['PDE', 'Prestations', ej, null, 'Octo', label === '' ? null : `${label} ${ej.slice(-1)}`],
      day === null ? null : 45_000 + day + at,
      at === 0 ? 1000 : 100,
    ]),
  ],
});
const paidRents = (times: number): SheetGiven => ({
  name: 'Paiements',
  rows: [
    ['N° EJ', 'N° DP', 'Date paiement', 'CP'],
    ...YEARLY.flatMap((ej, at) =>
      Array.from({ length: times }, (_, month) => [ej, `10005${at}00${month}`, 45_300 + month, at === 0 ? 1000 : 100]),
    ),
  ],
});
const withPostes = ({ rows, ...sheet }: SheetGiven, poste: string): SheetGiven => ({
  ...sheet,
  rows: rows.map((row, at) => (at === 0 ? [...row, 'N° poste EJ'] : [...row, null, null, poste])),
});
const NOTIFIED = WIDE.map((heading) => (heading === 'Date EJ' ? 'Date de notification' : heading));
const ASKED = 'asked: 2022 2 110000 0, 2023 2 110000 0';
const MONTHS = [wide('janvier', ej(11, 100)), wide('février', ej(12, 200)), wide('mars', ej(13, 300))];
const COPY = wide('Suivi (2)', ej(11, 100), ej(12, 200));
const SUIVI = wide('Suivi', ej(11, 100), ej(12, 200));

test.each<readonly [string, readonly SheetGiven[], string]>([
  ['a sheet a month', MONTHS, 'janvier + février + mars'],
  ['a month without any row yet', [...MONTHS, wide('avril')], 'janvier + février + mars + avril'],
  ['a sheet an envelope, with fewer columns', [wide('PDE', ej(11, 100)), narrow('SF', sf(14, 250))], 'PDE + SF'],
  [
    'an Excel Table and a plain range',
    [{ ...wide('PDE', ej(11, 100)), tables: { T_PDE: 'A1:J2' } }, wide('SF', ej(14, 250))],
    'T_PDE + SF',
  ],
  ['a hidden sheet', [SUIVI, { ...wide('Suite', ej(13, 300)), hidden: true }], 'Suivi + Suite'],
  ['last year', [SUIVI, wide('Suivi 2022', ej(21, 900))], 'Suivi + Suivi 2022'],
  [
    'one sheet of EJ and several of payments, of equal amounts',
    [narrow('EJ', sf(11, 250)), payments('DP 1', 50, 50), payments('DP trim 2', 50, 50)],
    'EJ + DP 1 + DP trim 2',
  ],
  [
    'a copy of equal columns: asked',
    [SUIVI, { ...SUIVI, name: 'Suivi bis' }],
    'asked: Suivi 2 30000 0, Suivi bis 2 30000 0',
  ],
  [
    'a rent that each month commits again on its EJ, under another label',
    [rents('janvier', 1, 'Loyer janvier'), rents('février', 32, 'Loyer février'), rents('mars', 60, 'Loyer mars')],
    'janvier + février + mars',
  ],
  [
    'a rent that each year commits again on another poste of its EJ',
    [withPostes(rents('2022', 1), '10'), withPostes(rents('2023', 366), '20')],
    '2022 + 2023',
  ],
  [
    'a rent that each year commits again, of which two are paid',
    [rents('2022', 1), rents('2023', 366), paidRents(2)],
    '2022 + 2023 + Paiements',
  ],
  [
    'the same, of which one is paid: asked',
    [rents('2022', 1), rents('2023', 366), paidRents(1)],
    `${ASKED}, Paiements 2 0 110000`,
  ],
  ['the same, without a payment: asked', [rents('2022', 1), rents('2023', 366)], ASKED],
  ['the same, under labels that carry it: asked', [rents('2022', 1), rents('2023', 366, 'Report de loyer')], ASKED],
  [
    'situations of two moments, with the month in each label: asked',
    [rents('Situation mars', 1, 'Étude mars'), rents('Situation juin', 90, 'Étude juin')],
    'asked: Situation mars 2 110000 0, Situation juin 2 110000 0',
  ],
  ['a copy a day later, within the same days: asked', [rents('2022', 1, 'A'), rents('2023', 2, 'B')], ASKED],
  ['without days: asked', [rents('2022', null, 'A'), rents('2023', null, 'B')], ASKED],
  ['the day of another step of the EJ: asked', [rents('2022', 1, 'A'), rents('2023', 366, 'B', NOTIFIED)], ASKED],
  [
    'under other headings',
    [wide('Suivi', ej(11, 1000), ej(12, 50)), narrow('EJ', ['PDE', '1405700011', 46_000, 1000])],
    'Suivi, EJ: copy',
  ],
  ['a copy that Excel named', [SUIVI, COPY], 'Suivi, Suivi (2): copy'],
  ['a hidden copy', [{ ...SUIVI, name: 'Ancienne base', hidden: true }, SUIVI], 'Suivi, Ancienne base: aside'],
  ['an extract of some rows', [SUIVI, wide('Extrait', ej(12, 200))], 'Suivi, Extrait: copy'],
  ['views of one ledger', [wide('A', ej(11, 100)), wide('B', ej(12, 200)), SUIVI], 'Suivi, A: copy, B: copy'],
  ['an archive', [SUIVI, wide('Archives', ej(31, 500))], 'Suivi, Archives: aside'],
  ['a model', [SUIVI, wide('Modèle vierge')], 'Suivi, Modèle vierge: aside'],
  ['a simulation', [SUIVI, wide('Simulation avenant', ej(31, 500))], 'Suivi, Simulation avenant: aside'],
  ['an archive alone', [wide('Archives', ej(31, 500))], 'Archives'],
  [
    'a list from Chorus, one amount of which differs',
    [
      wide('Suivi', [...ej(11, 100), 45_100, 50], [...ej(12, 200), 45_101, 100]),
      fromChorus('Extraction Chorus', 110, 200),
    ],
    'Suivi, Extraction Chorus: aside',
  ],
  ['the same on a sheet of another name', [SUIVI, fromChorus('Suite', 110, 220)], 'Suivi + Suite'],
  [
    'payments from Chorus with their days, beside the EJ',
    [narrow('EJ', sf(11, 250)), payments('Export DP Chorus', 50, 60)],
    'EJ + Export DP Chorus',
  ],
  [
    'amounts of contracts, without a date',
    [
      SUIVI,
      {
        name: 'Marchés',
        rows: [
          ['N° EJ', 'Titulaire', 'Montant TTC'],
          ['1405700091', 'Octo', 9000],
        ],
      },
    ],
    'Suivi, Marchés: doubtful',
  ],
])('%s', (_, sheets, expected) => {
  expect(ledger(workbookOf(...sheets))).toBe(expected);
});

/** The workbook with formulas in a column of a sheet, from its second row. */
function withFormulas(workbook: WorkbookSnapshot, name: string, column: number, formula: string): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const rows = sheet.values.slice(1).map((_row, index) => [formulaKey(index + 1, column), formula] as const);
    return { ...sheet, formulas: new Map(rows) };
  });
  return { ...workbook, sheets };
}

test('amounts summed from other rows are a summary; beside other sheets a computed column is not counted again', () => {
  const synthesis = workbookOf(SUIVI, narrow('Par EJ', sf(11, 777), sf(12, 888)));
  expect(ledger(withFormulas(synthesis, 'Par EJ', 3, '=SUMIFS(Suivi!H:H,Suivi!C:C,B2)'))).toBe(
    'Suivi, Par EJ: summary',
  );

  const paid: SheetGiven = {
    name: 'EJ',
    rows: [
      ['Enveloppe', 'N° EJ', 'Date EJ', 'AE', 'CP'],
      ['PDE', '1405700011', 45_000, 500, 100],
    ],
  };
  const workbook = withFormulas(workbookOf(paid, payments('DP', 60, 40)), 'EJ', 4, '=SUMIFS(DP!D:D,DP!A:A,B2)');
  const choice = chooseLedgers(workbook, findLedgers(workbook), []);
  const fields = choice.ok && choice.value.chosen.map(({ blocks }) => [...blocks[0].block.columns.keys()].sort());
  expect(fields).toEqual([
    ['ae', 'commitmentDate', 'ejNumber', 'ministerialAxis2'],
    ['cp', 'dpNumber', 'ejNumber', 'paymentDate'],
  ]);
});

test('what the user named is the ledger, and the rest is left', () => {
  const workbook = workbookOf(...MONTHS);
  expect(ledger(workbook, [], 'mars', 'janvier')).toBe('mars + janvier, février: notNamed');
});

test('ENV_Lecture: a place set aside is no candidate, a place of the ledger is part of it', () => {
  const workbook = workbookOf(SUIVI, wide('Archives', ej(31, 500)), wide('mars', ej(13, 300)));
  const place = (sheet: string, decision: PlaceChoice['decision'], area: PlaceChoice['area'] = null): PlaceChoice => ({
    sheet,
    area,
    decision,
  });
  expect(ledger(workbook, [place('mars', 'setAside')])).toBe('Suivi, Archives: aside');
  expect(ledger(workbook, [place('archives', 'ledger')])).toBe('Suivi + Archives + mars');
  const rows = { top: 1, left: 0, rows: 1, columns: 10 };
  const [first] = findLedgers(workbookOf(SUIVI), [], null, [place('Suivi', 'setAside', rows)]);
  expect(first?.blocks.map(({ block }) => `${block.firstRow + 1}-${block.lastRow + 1}`)).toEqual(['3-3']);
});

const nameless = (name: string, ...amounts: readonly number[]): SheetGiven => ({
  name,
  rows: [
    ['Enveloppe', 'Objet', 'Titulaire', 'Date de notification', 'AE'],
    ...amounts.map((ae, index) => ['PDE', `Marché ${index}`, 'Octo', 45_000 + index, ae]),
  ],
});

test.each([
  ['the same purchases', [100, 200, 300], 'Suivi, Marchés: copy'],
  ['almost all of them', [100, 200, 300, 400, 999], 'Suivi, Marchés: copy'],
  ['other purchases', [100, 250, 350], 'Suivi + Marchés'],
  ['two amounts, equal by chance', [100, 200], 'Suivi + Marchés'],
])('without the numbers of the EJ: %s', (_, amounts, expected) => {
  const suivi = wide('Suivi', ej(11, 100), ej(12, 200), ej(13, 300), ej(14, 400));
  expect(ledger(workbookOf(suivi, nameless('Marchés', ...amounts)))).toBe(expected);
});

describe('a table of payments still without a row', () => {
  const orders = narrow('EJ', ['PDE', '1405700011', 45_000, 100], ['SF', '1405700012', 45_001, 200]);
  const paid = (name: string, headings: readonly string[]): SheetGiven => ({ name, rows: [headings] });
  const PAID = ['N° DP', 'N° EJ', 'Date de service fait', 'Date paiement', 'CP'];

  test.each`
    sheet          | headings           | expected
    ${'Paiements'} | ${PAID}            | ${'EJ + Paiements'}
    ${'Paiements'} | ${['N° EJ', 'CP']} | ${'EJ'}
    ${'Archives'}  | ${PAID}            | ${'EJ, Archives: aside'}
  `('$sheet, $headings: $expected', ({ sheet, headings, expected }) => {
    expect(ledger(workbookOf(orders, paid(sheet, headings)))).toBe(expected);
  });

  test.each`
    more         | value
    ${'Payé le'} | ${45_100}
    ${'N° DP'}   | ${'100012345'}
    ${'Statut'}  | ${'Payé'}
  `('no empty table answers for payments that « $more » shows', ({ more, value }) => {
    const typed = {
      name: 'EJ',
      rows: [
        [...NARROW, more],
        ['PDE', '1405700011', 45_000, 100, value],
      ],
    };
    expect(ledger(workbookOf(typed, paid('Paiements', PAID)))).toBe('EJ, Paiements: summary');
  });

  test('words in its rows are no blank table', () => {
    const refers = { name: 'Paiements', rows: [PAID, [null, null, null, null, 'voir Chorus']] };
    expect(ledger(workbookOf(orders, refers))).toBe('EJ, Paiements: summary');
  });

  test('beside a ledger that pays, it is no part of it', () => {
    expect(
      ledger(workbookOf(wide('Suivi', ej(11, 100)), paid('Autre', ['DP', ...PAID.slice(1, 3), 'Payé le', 'Réglé']))),
    ).toBe('Suivi, Autre: summary');
  });
});

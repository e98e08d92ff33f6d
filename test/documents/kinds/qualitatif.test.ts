/** Référence Chorus and Bilan qualitatif: the codes of the convention, the indicators and milestones of the team. */
import { planDocuments } from '../../../src/application/documents/documents';
import { COLUMNS, TABLES } from '../../../src/workbook/workbook-names';
import { isEmptyPlan, type PlannedCell, type WriteStep } from '../../../src/workbook/plan';
import type { ShownNumber } from '../../../src/workbook/number-formats';
import { findTable, formulaKey, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import type { CellValue } from '../../../src/workbook/cells';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const LEDGER = `Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC
  PDE | Frais annexes | 1405610188 | 20/03/2023 | 640`;

/** The workbook with rows typed in one of our tables; the table grows as in Excel. */
function filled(
  workbook: WorkbookSnapshot,
  id: 'indicators' | 'milestones',
  rows: readonly (readonly CellValue[])[],
): WorkbookSnapshot {
  const table = findTable(workbook, TABLES[id]);
  if (!table) throw new Error(TABLES[id]);
  const cells = rows.map((row) => row.map((value): PlannedCell => ({ value })));
  const steps: WriteStep[] = [
    { kind: 'setCells', sheet: table.sheet, top: table.area.top + 1, left: table.area.left, cells },
  ];
  const typed = applyPlan(workbook, { purpose: 'repair', expected: [], steps });
  return {
    ...typed,
    tables: typed.tables.map((one) =>
      one.name === table.name ? { ...one, area: { ...one.area, rows: rows.length + 1 } } : one,
    ),
  };
}

const convention = convention2023();
const start = ledgerWorkbook({ ...convention, indicators: [], milestones: [] }, LEDGER);
const withIndicators = filled(start, 'indicators', [
  ['Entreprises utilisatrices', 'Nombre d’entreprises', 12_450, 'entreprises', '2023', 'Renseigné'],
  ['Entreprises utilisatrices', 'Secteur le plus représenté', 'Commerce', null, '2023', 'Renseigné'],
  ['Ouverture en région', 'Régions ouvertes', null, 'régions', '2023'],
  [null, 'Satisfaction', 0.92, 'part', '2023'],
]);
const MILESTONES = [
  ['Signaux Faibles', 'Liste trimestrielle T1', 45_016, 45_020, 'Envoyée aux CODEFI'],
  ['SF', 'Liste trimestrielle T2', 45_107, null, null],
  ['PDE', 'Ouverture outre-mer', 45_500, null, null],
];
const workbook = documented(filled(withIndicators, 'milestones', MILESTONES));
const report = new DocumentReader(workbook, 'Bilan qualitatif 2023');

test('the codes of the convention in the order and words of art. 3, each with its other spellings', () => {
  const [headings, ...rows] = new DocumentReader(workbook, 'Référence Chorus').block('Champ');
  expect(headings).toEqual(['Champ', 'Code', 'Autres graphies', 'Enveloppe', 'Du', 'Au']);
  expect(rows.slice(0, 5).map(([field, code]) => [field, code])).toEqual([
    ['Axe ministériel', '36'],
    ['Domaine fonctionnel', '0103-01-01'],
    ['Centre financier', '0103-CEFP-C002'],
    ['Activité(s)', '010300000104'],
    ['Centre de coût', 'EMPEF00075'],
  ]);
  expect(rows).toContainEqual(['Activité(s)', '010300000104', '10300000104', 'toutes']);
  expect(rows).toContainEqual(['Axe ministériel 2', 'Signaux Faibles', 'SF', 'Signaux Faibles']);
  expect(rows).toHaveLength(convention.imputation.length);
});

test('indicators are under their theme; a number is read in the table, a missing one is to be filled in', () => {
  expect(report.block('2. Entreprises utilisatrices')).toEqual([
    ['2. Entreprises utilisatrices'],
    ['Indicateur', 'Valeur', 'Unité', 'Période', 'État', 'Observations'],
    ['Nombre d’entreprises', 12_450, 'entreprises', '2023', 'Renseigné'],
    ['Secteur le plus représenté', 'Commerce', null, '2023', 'Renseigné'],
  ]);
  expect(report.block('3. Ouverture en région').at(-1)).toEqual([
    'Régions ouvertes',
    null,
    'régions',
    '2023',
    'Non renseigné',
  ]);
  expect(report.block('4. Autres indicateurs').at(-1)).toEqual(['Satisfaction', 0.92, 'part', '2023', 'Renseigné']);
  const found = (column: string): string =>
    `INDEX(ENV_Indicateurs[${column}],MATCH("Nombre d’entreprises",ENV_Indicateurs[${COLUMNS.indicators.indicator}],0))`;
  const [value, period] = [found(COLUMNS.indicators.value), found(COLUMNS.indicators.period)];
  const shown = report.find('Nombre d’entreprises', 'Période').address;
  expect(report.find('Nombre d’entreprises', 'Valeur').formula).toBe(
    `=IF(OR(${value}="",${period}&""<>${shown}&""),"",${value})`,
  );
  expect(
    report
      .rows()
      .find(([label]) => label === 'Indicateurs à renseigner')
      ?.slice(0, 2),
  ).toEqual(['Indicateurs à renseigner', 1]);
});

test.each([
  ['a star is no wildcard', ['Taux * de visite'], 'MATCH("Taux ~* de visite"'],
  ['a quote is doubled', ['Site « "pro" »'], 'MATCH("Site « ""pro"" »"'],
  ['two of one name, however written: values', ['Visites', 'VISITES'], null],
  ['a name that no formula can look for: a value', ['x'.repeat(256)], null],
])('a live indicator is found by its name: %s', (_, names, expected) => {
  const rows = names.map((name, index) => ['Visites', name, 10 + index, null, '2023', 'Renseigné']);
  const shown = new DocumentReader(documented(filled(start, 'indicators', rows)), 'Bilan qualitatif 2023');
  const cells = names.map(
    (name) =>
      shown
        .cells()
        .find(({ value }) => value === name)
        ?.address.replace('A', 'B') ?? '',
  );
  expect(cells.map((cell) => shown.at(cell).value)).toEqual(names.map((__, index) => 10 + index));
  for (const cell of cells) {
    const { formula } = shown.at(cell);
    if (expected === null) expect(formula).toBeUndefined();
    else expect(formula).toContain(expected);
  }
});

test('the preview counts the indicators without a value, for the writer', () => {
  const { dossier, report: judged } = controlled(withIndicators);
  const plan = planDocuments(dossier, judged, ['qualitatif', 'reference']);
  const advice = [{ code: 'indicators', count: 1 }];
  expect(plan.ok && plan.value.advice).toEqual([{ sheet: 'Bilan qualitatif 2023', advice }]);
});

test('milestones by envelope: done with its gap in days, late, or to come', () => {
  const rows = report.block('Jalons – Signaux Faibles').slice(2);
  expect(rows).toEqual([
    ['Liste trimestrielle T1', 45_016, 45_020, 4, 'Réalisé'],
    ['Envoyée aux CODEFI'],
    ['Liste trimestrielle T2', 45_107, null, '–', 'En retard'],
  ]);
  expect(report.block('Jalons – Place des entreprises').at(-1)).toEqual([
    'Ouverture outre-mer',
    45_500,
    null,
    '–',
    'À venir',
  ]);
});

/** The milestones of one section, as of 31/12/2023. */
function milestonesShown(title: string, rows: readonly (readonly CellValue[])[]): readonly (readonly unknown[])[] {
  return new DocumentReader(documented(filled(start, 'milestones', rows)), 'Bilan qualitatif 2023')
    .block(title)
    .slice(2);
}

test.each<[planned: CellValue, done: CellValue, shown: readonly unknown[]]>([
  // Days kept as text are days, as in the other registers: 30/06/2023 and 15/07/2023.
  ['30/06/2023', '15/07/2023', [45_107, 45_122, 15, 'Réalisé']],
  ['30/06/2023', null, [45_107, null, '–', 'En retard']],
  [20_230_630, null, [45_107, null, '–', 'En retard']],
  // Done, although no day is given.
  [45_107, 'oui', [45_107, 'oui', '–', 'Réalisé']],
  [45_107, 'Réalisée', [45_107, 'Réalisée', '–', 'Réalisé']],
  [45_107, 'x', [45_107, 'x', '–', 'Réalisé']],
  ['T2 2023', 45_122, ['T2 2023', 45_122, '–', 'Réalisé']],
  // Done on a day after the date of the document, 15/02/2024: not done at that date.
  [45_107, 45_337, [45_107, 45_337, '–', 'En retard']],
  [45_400, 45_337, [45_400, 45_337, '–', 'À venir']],
  // Not done: late as with a blank cell.
  [45_107, 'non', [45_107, 'non', '–', 'En retard']],
  [45_500, 'En cours', [45_500, 'En cours', '–', 'À venir']],
  [45_107, '-', [45_107, null, '–', 'En retard']],
  // Not understood: shown as typed, and neither late nor to come.
  ['T2 2023', null, ['T2 2023', null, '–', 'À préciser']],
  [45_107, 'juin 2023', [45_107, 'juin 2023', '–', 'À préciser']],
  [2023, null, ['2023', null, '–', 'À préciser']],
])('a milestone planned %p, done %p', (planned, done, shown) => {
  const rows = milestonesShown('Jalons – Signaux Faibles', [['SF', 'Liste trimestrielle', planned, done, null]]);
  expect(rows).toEqual([['Liste trimestrielle', ...shown]]);
});

test('a milestone without an envelope of the convention is in a section of its own', () => {
  const typed = [
    ['ZZ', 'Ouverture du site', 45_107, 45_110, null],
    [null, 'Comité de suivi', 45_107, null, null],
    ['SF', 'Liste trimestrielle', 45_107, null, null],
  ];
  expect(milestonesShown('Jalons – ZZ', typed)).toEqual([['Ouverture du site', 45_107, 45_110, 3, 'Réalisé']]);
  expect(milestonesShown('Jalons – sans enveloppe', typed)).toEqual([
    ['Comité de suivi', 45_107, null, '–', 'En retard'],
  ]);
});

test('the preview counts the milestones that are not understood, for the writer', () => {
  const { dossier, report: judged } = controlled(
    filled(start, 'milestones', [
      ['ZZ', 'Enveloppe inconnue', 45_107, 45_110, null],
      ['SF', 'Pas un jour', 'T2 2023', null, null],
      [null, 'Sans enveloppe', 45_107, null, null],
      ['SF', 'Fait', 'T2 2023', 'oui', null],
    ]),
  );
  const plan = planDocuments(dossier, judged, ['qualitatif']);
  const advice = [{ code: 'milestones', count: 2 }];
  expect(plan.ok && plan.value.advice).toEqual([{ sheet: 'Bilan qualitatif 2023', advice }]);
});

describe('the indicators of the document of 2023', () => {
  /** The rows under the headings of the theme. */
  const shownOf = (rows: readonly (readonly CellValue[])[]) =>
    new DocumentReader(documented(filled(start, 'indicators', rows)), 'Bilan qualitatif 2023');
  const stateOf = (value: CellValue, period: CellValue) =>
    shownOf([['Experts', 'Nombre d’experts', value, 'experts', period]])
      .block('2. Experts')
      .at(-1)
      ?.slice(1);

  test.each<[period: CellValue, isOfYear: boolean]>([
    ['2023', true],
    [2023, true],
    ['T4 2023', true],
    ['2022-2024', true],
    ['31/12/2023', true],
    ['Année entière', true],
    ['2022', false],
    [2024, false],
    ['T1 2024', false],
    ['2020-2022', false],
    ['Depuis 2021', true],
    ['2021 et suivantes', true],
    ['2022-23', true],
    ['Année scolaire 2022/23', true],
    ['2023-06-30', true],
    ['au 01/01/2024', true],
    [45_292, true], // 01/01/2024
    ['Depuis 2024', false],
    ['2020-21', false],
  ])('a period %p', (period, isOfYear) => {
    const value = isOfYear
      ? [5, 'experts', String(period), 'Renseigné']
      : [null, 'experts', String(period), 'Non renseigné'];
    expect(stateOf(5, period)).toEqual(value);
  });

  test.each<[value: CellValue, shown: CellValue]>([
    [0, 0],
    ['Commerce', 'Commerce'],
    ['Sans objet', 'Sans objet'],
    ['-', null],
    ['n.c.', null],
    ['NC', null],
    ['n. d.', null],
    ['Non communiqué', null],
    ['À compléter', null],
  ])('a value %p', (value, shown) => {
    expect(stateOf(value, '2023')).toEqual([shown, 'experts', '2023', shown === null ? 'Non renseigné' : 'Renseigné']);
  });

  test('one that the register has for this year too is shown once, and those to fill in are counted live', () => {
    const shown = shownOf([
      ['Experts', 'Nombre d’experts', 50, 'experts', '2024'],
      ['Experts', 'Nombre d’experts', 5, 'experts', '2023'],
      ['Experts', 'Partenaires', 12, 'partenaires', '2022'],
    ]);
    expect(shown.block('2. Experts').slice(2)).toEqual([
      ['Nombre d’experts', 5, 'experts', '2023', 'Renseigné'],
      ['Partenaires', null, 'partenaires', '2022', 'Non renseigné'],
    ]);
    const count = shown.rows().findIndex(([label]) => label === 'Indicateurs à renseigner') + 1;
    expect(shown.at(`B${count}`)).toMatchObject({
      value: 1,
      formula: expect.stringMatching(/^=COUNTIF\(E\d+:E\d+,"Non renseigné"\)$/),
    });
  });
});

test('an indicator that is a day or a percentage is shown as one, and blanks are no value', () => {
  const typed = filled(start, 'indicators', [
    ['Visites', 'Ouverture du service', 45_016, null, '2023'],
    ['Visites', 'Demandes prises en charge', 0.92, '%', '2023'],
    ['Visites', 'Entreprises revenues', ' ', null, '2023'],
    ['Visites', 'Visites par mois', 300, null, '2023'],
  ]);
  const table = findTable(typed, TABLES.indicators);
  if (!table) throw new Error(TABLES.indicators);
  const [top, value] = [table.area.top + 1, table.area.left + 2];
  const shown = new Map<number, ShownNumber>([
    [formulaKey(top, value), { kind: 'date' }],
    [formulaKey(top + 1, value), { kind: 'percentage', words: '%', factor: 100 }],
  ]);
  const sheets = typed.sheets.map((sheet) => (sheet.name === table.sheet ? { ...sheet, shown } : sheet));
  const { dossier, report: judged } = controlled({ ...typed, sheets });
  const plan = planDocuments(dossier, judged, ['qualitatif']);
  const rows = plan.ok ? plan.value.steps.flatMap((step) => (step.kind === 'setCells' ? step.cells : [])) : [];
  const cellsOf = (label: string) => rows.find(([cell]) => cell?.value === label)?.slice(1);
  expect(cellsOf('Ouverture du service')?.[0]).toMatchObject({ value: 45_016, style: 'date' });
  expect(cellsOf('Demandes prises en charge')?.[0]).toMatchObject({ value: 0.92, style: 'rate' });
  expect(cellsOf('Visites par mois')?.[0]).toMatchObject({ value: 300, style: 'text' });
  expect(cellsOf('Entreprises revenues')?.map((cell) => cell?.value)).toEqual([
    null,
    null,
    '2023',
    'Non renseigné',
    null,
  ]);
});

test('an empty register asks for its indicators', () => {
  const rows = new DocumentReader(documented(start), 'Bilan qualitatif 2023').rows();
  expect(rows.some(([text]) => String(text).startsWith('Aucun indicateur n’est inscrit'))).toBe(true);
});

test('a new workbook asks for the indicators and milestones of the convention, to complete', () => {
  const asked = new DocumentReader(documented(ledgerWorkbook(convention, LEDGER)), 'Bilan qualitatif 2023');
  expect(asked.block('4. Traitement et suivi de la demande').slice(2)).toEqual([
    ['Part des demandes prises en charge', null, '%', '2023', 'Non renseigné'],
    ['Temps de réponse moyen', null, 'jours', '2023', 'Non renseigné'],
  ]);
  expect(asked.block('Jalons – Signaux Faibles')[2]).toEqual([
    'Liste de signalements du 1er trimestre',
    null,
    null,
    '–',
    'À venir',
  ]);
  expect(asked.rows().find(([label]) => label === 'Indicateurs à renseigner')?.[1]).toBe(convention.indicators.length);
});

test('one more indicator: the rows below move with their comments', () => {
  const place = report.find('Régions ouvertes', 'Observations').address;
  const row = Number(place.slice(1)) - 1;
  const comment: WriteStep = {
    kind: 'setCells',
    sheet: 'Bilan qualitatif 2023',
    top: row,
    left: 5,
    cells: [[{ value: 'Corse en mars' }]],
  };
  const commented = applyPlan(workbook, { purpose: 'repair', expected: [], steps: [comment] });
  const more = filled(commented, 'indicators', [
    ['Entreprises utilisatrices', 'Nombre d’entreprises', 12_450, 'entreprises', '2023', 'Renseigné'],
    ['Entreprises utilisatrices', 'Secteur le plus représenté', 'Commerce', null, '2023', 'Renseigné'],
    ['Entreprises utilisatrices', 'Entreprises revenues', 300, 'entreprises', '2023'],
    ['Ouverture en région', 'Régions ouvertes', null, 'régions', '2023'],
    [null, 'Satisfaction', 0.92, 'part', '2023'],
  ]);
  const after = new DocumentReader(documented(more), 'Bilan qualitatif 2023');
  expect(after.find('Régions ouvertes', 'Observations')).toMatchObject({
    address: `F${row + 2}`,
    value: 'Corse en mars',
  });
});

test('generating again writes nothing', () => {
  const { dossier, report: found } = controlled(workbook);
  const again = planDocuments(dossier, found);
  expect(again.ok && isEmptyPlan(again.value)).toBe(true);
});

/** A unit above a ledger that is that of other figures: a recap in thousands never multiplies the amounts of a ledger. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const HEADINGS = ['N° EJ', 'Enveloppe', 'Objet', "Date d'engagement", 'Montant AE', 'Montant CP', 'Payé le'];
const inEuros = ledger(1000);
const inThousands = ledger(1);

/** 200 of AE and 100 of CP for PDE, 20 of AE for SF, times `unit`. */
function ledger(unit: number): Rows {
  return [
    HEADINGS,
    ['1400000001', 'PDE', 'Étude', 45_000, 100 * unit, 100 * unit, 45_040],
    ['1400000002', 'SF', 'Licences', 45_001, 20 * unit, null, null],
    ['1400000003', 'PDE', 'Site', 45_002, 100 * unit, null, null],
  ];
}

/** The AE and the CP of PDE in euros, and the number of amounts in an uncertain unit. */
function read(above: Rows, rows: Rows): readonly number[] {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: [...above, ...rows] }), {
    convention: convention2023(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const centsOf = (nature: 'AE' | 'CP'): number =>
    report.balances.figures({ envelope: 'PDE', line: null }, nature).consumed?.cents ?? NaN;
  return [centsOf('AE') / 100, centsOf('CP') / 100, report.findings.filter(({ rule }) => rule === 'DON-01').length];
}

const READ = [200_000, 100_000, 0];
/** The amounts are in no figure, and each is reported. */
const UNCERTAIN = [0, 0, 4];
const RECAP: Rows = [
  ['PDE', 200, 100],
  ['SF', 20, 0],
];
const STALE: Rows = [
  ['PDE', 190, 90],
  ['SF', 20, 0],
];
const TOTAL = ['Total', null, null, null, 220, 100];
const NAMES = ['Enveloppe', 'AE engagées', 'CP payés'];

test.each<[string, Rows, Rows, readonly number[]]>([
  ['headings of a recap', [['Enveloppe', 'AE engagées (k€)', 'CP payés (k€)'], ...RECAP, []], inEuros, READ],
  ['headings, out of date', [['Enveloppe', 'AE engagées (k€)', 'CP payés (k€)'], ...STALE, []], inEuros, READ],
  ['headings, no blank row', [['Enveloppe', 'AE engagées (k€)', 'CP payés (k€)'], ...RECAP], inEuros, READ],
  ['headings in millions', [['', 'Engagé (M€)'], ['PDE', 0.2], ['SF', 0.02], []], inEuros, READ],
  ['one heading', [['Engagé (k€)'], [220], []], inEuros, READ],
  ['a heading that names AE alone', [[null, 'Engagé (k€)'], ['PDE', 190], ['SF', 20], []], inEuros, READ],
  ['figures alone', [['Engagé (k€)', 'Payé (k€)', 'Reste (k€)'], [220, 100, 120], []], inEuros, READ],
  ['labels', [['Dotation PDE (k€)', 500], ['Dotation SF (k€)', 100], []], inEuros, READ],
  ['a label on the right', [['Convention', null, null, null, 'Budget (k€)', 600], []], inEuros, READ],
  ['the title of a recap', [['Situation (k€)'], NAMES, ...RECAP, []], inEuros, READ],
  [
    'the title of a recap with its total',
    [['Situation (k€)'], NAMES, ...RECAP, ['Total', 220, 100], []],
    inEuros,
    READ,
  ],
  ['a title apart from its recap', [['Récapitulatif en k€'], [], NAMES, ...RECAP, []], inEuros, READ],
  ['a title, no headings, no blank row', [['Situation (k€)'], ...RECAP], inEuros, READ],
  ['the title of a recap and of the ledger', [['Situation (k€)'], NAMES, ...RECAP, []], inThousands, READ],
  ['a title of all', [['Suivi 2023 (k€)'], [], ['Enveloppe', 'Dotation'], ['PDE', 500], []], inThousands, READ],
  ['a title, and one figure', [['Suivi 2023 (k€)'], ['Dotation', 600], []], inThousands, READ],
  ['a title beside its year', [['Suivi (k€)', 2023], []], inThousands, READ],
  ['a scale', [['Facteur', 1000], []], inThousands, READ],
])('%s: the unit of the ledger is known', (_, above, rows, expected) => {
  expect(read(above, rows)).toEqual(expected);
});

const OVER: Rows = [
  [null, null, null, null, 'k€', 'k€'],
  ['Total', null, null, null, 220, 100],
];

test.each<[string, Rows, Rows]>([
  ['headings of a recap that equals it as it is', [['Enveloppe', 'AE (k€)', 'CP (k€)'], ...RECAP, []], inThousands],
  ['a total that equals it as it is', [['Total (k€)', null, null, null, 220, 100], []], inThousands],
  ['the unit over its total', OVER, inThousands],
  ['a page number beside the title', [['Suivi des crédits en k€', null, null, null, null, 12], []], inThousands],
  ['a version below the title', [['Suivi (k€)'], ['Version', 1.2], []], inThousands],
  [
    'a title over a ceiling, on the right',
    [['Suivi', null, null, 'Montants en k€'], ['', '', '', 500], []],
    inThousands,
  ],
  ['a title in the second column', [[null, 'Suivi en k€'], ['Programme', 103], []], inThousands],
  [
    'the parties below the title',
    [['Suivi en k€'], ['Délégant', 'DGEFP', 'Délégataire', 'DGE', 2023], []],
    inThousands,
  ],
  ['telephones', [['Suivi (k€)'], ['Gestionnaire', 'Téléphone'], ['Durand', 4512], []], inThousands],
  ['a title of all over its envelopes', [['Suivi (k€)'], ['Enveloppe', 'Dotation'], ['PDE', 500], []], inThousands],
  ['a ledger with a total row', [['Suivi (k€)'], NAMES, ...RECAP, []], [...inThousands, TOTAL]],
  ['the title of a recap out of date, in euros', [['Situation (k€)'], NAMES, ...STALE, []], inEuros],
  ['a vertical recap', [['Synthèse (k€)'], ['Dotation', 500], ['Engagé', 221], ['Reste', 279], []], inEuros],
])('%s: the unit is the one that the figures have', (_, above, rows) => {
  expect(read(above, rows)).toEqual(READ);
});

test.each<[string, Rows, Rows]>([
  ['the title of a recap out of date', [['Situation (k€)'], NAMES, ...STALE, []], inThousands],
  ['what is given, of the size of the ledger', [['Dotation (k€)', 500], []], inThousands],
  [
    'the same, of a recap of its own',
    [['Rappel des crédits (k€)'], ['Enveloppe', 'AE'], ['PDE', 500], []],
    inThousands,
  ],
])('%s: no amount is read, and each is reported', (_, above, rows) => {
  expect(read(above, rows)).toEqual(UNCERTAIN);
});

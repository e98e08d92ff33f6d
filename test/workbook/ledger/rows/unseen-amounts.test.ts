/** Amounts that nobody sees as they count are reported once for their column with their sum (DON-07). */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../../src/messages/describe-finding';
import type { Language } from '../../../../src/messages/language';
import { cellAddress, type CellValue } from '../../../../src/workbook/cells';
import { placeInWorkbook } from '../../../../src/workbook/places';
import { convention2023 } from '../../../support/conventions';
import { workbookOf, type SheetGiven } from '../../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'CP'];
const row = (ej: number, ae: number | null, cp: number | null): CellValue[] => [
  'PDE',
  `140000000${ej}`,
  45_000,
  ae,
  cp === null ? null : 45_010,
  cp,
];
const ROWS = [HEADINGS, row(1, 100, null), row(2, 250, null), row(1, null, 40)];

/** The DON-07 findings with their cells. */
function hiddenIn(language: Language, ...sheets: readonly SheetGiven[]): readonly string[] {
  const { found, ae } = unseenIn(language, ...sheets);
  expect(ae).toBe(350_00 * sheets.length);
  return found;
}

/** The cells of DON-07 in a ledger beside another sheet. */
function notedIn(ledger: SheetGiven, notes: SheetGiven): readonly string[] {
  return unseenIn('fr', ledger, notes).found.map((one) => one.split(' ')[0] ?? '');
}

/** The DON-07 findings with their cells, and the AE counted. */
function unseenIn(
  language: Language,
  ...sheets: readonly SheetGiven[]
): { readonly found: readonly string[]; readonly ae: number | undefined } {
  const opened = openDossier(workbookOf(...sheets), {
    convention: convention2023(),
    ledger: sheets.map(({ name }) => name).filter((name) => name !== 'Lisez-moi'),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const { consumed } = report.balances.figures({ envelope: 'PDE', line: null }, 'AE');
  const found = report.findings.flatMap((finding) => {
    if (finding.rule !== 'DON-07') return [];
    const cell = placeInWorkbook(dossier.workbook, dossier.blocks, finding.place);
    const { message } = describeFinding(finding, dossier.convention, language);
    return [`${cell?.sheet}!${cellAddress(cell?.row ?? 0, cell?.column ?? 0)} ${message.replaceAll(/\s/g, ' ')}`];
  });
  return { found, ae: consumed?.cents };
}

test.each`
  what                                                 | hiddenColumns   | places
  ${'no hidden column'}                                | ${[]}           | ${[]}
  ${'a hidden column of AE: its first amount'}         | ${[3]}          | ${['Suivi!D2 2 350']}
  ${'a hidden column of CP: its first amount'}         | ${[5]}          | ${['Suivi!F4 1 40']}
  ${'both: two findings, whatever the number of rows'} | ${[3, 5]}       | ${['Suivi!D2 2 350', 'Suivi!F4 1 40']}
  ${'a hidden column without amounts hides none'}      | ${[0, 1, 2, 4]} | ${[]}
  ${'a hidden column beside the table hides none'}     | ${[6, 40]}      | ${[]}
`('$what', ({ hiddenColumns, places }: { hiddenColumns: number[]; places: string[] }) => {
  const found = hiddenIn('fr', { name: 'Suivi', rows: ROWS, hiddenColumns });
  const short = found.map((text) =>
    text.replace(/^(\S+) .* contient (\d+) montants? : (.*) d.AE et (.*) de CP .*$/, shorten),
  );
  expect(short).toEqual(places);
});

function shorten(_: string, place: string, count: string, ae: string, cp: string): string {
  const [sum] = [ae, cp].filter((amount) => !amount.startsWith('0,'));
  return `${place} ${count} ${sum?.replace(',00 €', '')}`;
}

test('the sentence gives the sums, the rule and the remedy, in both languages', () => {
  const sheet = { name: 'Suivi', rows: ROWS, hiddenColumns: [3] };
  expect(hiddenIn('fr', sheet)).toEqual([
    'Suivi!D2 La colonne est masquée et contient 2 montants : 350,00 € d’AE et 0,00 € de CP sont comptés sans être ' +
      'visibles ; attendu : une colonne visible (règle de tenue du suivi). Affichez la colonne, ou associez-en une autre ' +
      'si ses montants ne doivent pas compter.',
  ]);
  expect(hiddenIn('en', sheet)).toEqual([
    'Suivi!D2 The column is hidden and holds 2 amounts: €350.00 of AE and €0.00 of CP are counted and not seen; ' +
      'expected: a column that is seen (rule of the ledger). Show the column, or map another one if its amounts must not count.',
  ]);
});

test('a column hidden on a hidden sheet is reported with the sheet', () => {
  const found = hiddenIn('fr', { name: 'Suivi', rows: ROWS, hidden: true, hiddenColumns: [3] });
  expect(found).toEqual([expect.stringContaining('La feuille est masquée et contient 3 lignes du suivi')]);
});

test('one finding for each sheet of the ledger that hides its column', () => {
  const sheets = ['Janvier', 'Février'].map((name, at) => ({
    name,
    rows: [
      HEADINGS,
      ...ROWS.slice(1).map(([axis, ej, ...rest]) => [axis ?? null, `${String(ej)}${at}`.slice(1), ...rest]),
    ],
    hiddenColumns: [3],
  }));
  expect(hiddenIn('fr', ...sheets).map((text) => text.split(' ')[0])).toEqual(['Janvier!D2', 'Février!D2']);
});

describe('amounts that the format of their cell does not show as they count', () => {
  const K_EUROS = [
    HEADINGS.map((heading) => (heading === 'Montant AE' ? 'Montant AE (k€)' : heading)),
    ...ROWS.slice(1),
  ];
  const NEGATIVE = [HEADINGS, row(1, 600, null), row(1, -250, null)];

  test.each`
    what                                            | rows        | formats                               | counted       | found
    ${'nothing at all'}                             | ${ROWS}     | ${{ D3: ';;;' }}                      | ${350_00}     | ${['Suivi!D3 1 montant n’est pas affiché, à cause du format de cellule : 250,00 € d’AE et 0,00 € de CP sont comptés sans être visibles']}
    ${'words alone, in two cells: one finding'}     | ${ROWS}     | ${{ D2: '"n.c."', D3: '""' }}         | ${350_00}     | ${['Suivi!D2 2 montants de la colonne, à partir de celui-ci, ne sont pas affichés, à cause du format de cellule : 350,00 € d’AE']}
    ${'a payment: another column, another finding'} | ${ROWS}     | ${{ D3: ';;;', F4: ';;;' }}           | ${350_00}     | ${['Suivi!D3 1 montant', 'Suivi!F4 1 montant n’est pas affiché, à cause du format de cellule : 0,00 € d’AE et 40,00 € de CP']}
    ${'a day of 1900'}                              | ${ROWS}     | ${{ D3: 'dd/mm/yyyy' }}               | ${350_00}     | ${['Suivi!D3 1 montant n’est pas affiché']}
    ${'no negative'}                                | ${NEGATIVE} | ${{ D2: '0;;', D3: '0;;' }}           | ${350_00}     | ${['Suivi!D3 1 montant n’est pas affiché, à cause du format de cellule : −250,00 € d’AE']}
    ${'a negative in red without its minus'}        | ${NEGATIVE} | ${{ D2: '0;[Red]0', D3: '0;[Red]0' }} | ${350_00}     | ${['Suivi!D3 1 montant négatif est affiché sans son signe, à cause du format de cellule : −250,00 € d’AE et 0,00 € de CP sont comptés']}
    ${'a negative with its minus, or in brackets'}  | ${NEGATIVE} | ${{ D2: '0;[Red]-0', D3: '0;(0)' }}   | ${350_00}     | ${[]}
    ${'thousands without a word'}                   | ${ROWS}     | ${{ D3: '#,##0.00,' }}                | ${350_00}     | ${['Suivi!D3 1 montant est affiché dans une autre unité (« 0,25 » est compté pour 250,00 €) : 250,00 € d’AE']}
    ${'thousands with their word'}                  | ${ROWS}     | ${{ D3: '#,##0.00, "k€"' }}           | ${350_00}     | ${[]}
    ${'euros under k€, in the whole column'}        | ${K_EUROS}  | ${{ D2: '0 "€"', D3: '0 [$€-40C]' }}  | ${350_000_00} | ${['Suivi!D2 2 montants de la colonne, à partir de celui-ci, sont affichés dans une autre unité (« 100 € » est compté pour 100 000,00 €) : 350 000,00 € d’AE']}
    ${'k€ under k€'}                                | ${K_EUROS}  | ${{ D2: '0 "k€"' }}                   | ${350_000_00} | ${[]}
    ${'euros under euros'}                          | ${ROWS}     | ${{ D2: '0 "€"', D3: '0 "€"' }}       | ${350_00}     | ${[]}
  `('$what', ({ rows, formats, counted, found: expected }: Shown) => {
    const { found, ae } = unseenIn('fr', { name: 'Suivi', rows, formats });
    expect(found).toEqual(expected.map((text) => expect.stringContaining(text) as string));
    expect(ae).toBe(counted);
  });

  const VEILED = {
    fr: [
      'Suivi!D2 1 montant est écrit en blanc sur fond blanc : 100,00 € d’AE et 0,00 € de CP sont comptés sans être ' +
        'visibles ; attendu : un montant visible (règle de tenue du suivi). Choisissez une autre couleur de police ; ' +
        'effacez les montants qui ne doivent pas compter.',
      'Suivi!D3 1 montant peut être masqué par une mise en forme conditionnelle : 250,00 € d’AE et 0,00 € de CP sont ' +
        'comptés ; attendu : un montant toujours visible (règle de tenue du suivi). Supprimez la règle de mise en ' +
        'forme ; effacez les montants qui ne doivent pas compter.',
      'Suivi!F4 1 montant peut être affiché dans une autre unité ou une autre monnaie par une mise en forme ' +
        'conditionnelle : 0,00 € d’AE et 40,00 € de CP sont comptés ; attendu : des montants affichés dans l’unité de ' +
        'la colonne (règle de tenue du suivi). Vérifiez l’unité de ces montants, puis supprimez la règle de mise en forme.',
    ],
    en: [
      'Suivi!D2 1 amount is written in white on white: €100.00 of AE and €0.00 of CP are counted and not seen; ' +
        'expected: an amount that is seen (rule of the ledger). Choose another colour of font; clear the amounts that ' +
        'must not count.',
      'Suivi!D3 1 amount may be hidden by a conditional format: €250.00 of AE and €0.00 of CP are counted; expected: ' +
        'an amount that is always seen (rule of the ledger). Delete the conditional format; clear the amounts that must ' +
        'not count.',
      'Suivi!F4 1 amount may be shown in another unit or currency by a conditional format: €0.00 of AE and €40.00 of ' +
        'CP are counted; expected: amounts shown in the unit of the column (rule of the ledger). Check the unit of these ' +
        'amounts, then delete the conditional format.',
    ],
  };

  test.each(['fr', 'en'] as const)('white on white, or under a conditional format, in %s', (language) => {
    const veiled = { D1: 'white', D2: 'white', D3: 'hiddenByRule', F3: 'white', F4: 'otherByRule' } as const;
    expect(hiddenIn(language, { name: 'Suivi', rows: ROWS, veiled })).toEqual(VEILED[language]);
  });

  test('white in a format that shows nothing is one finding', () => {
    const sheet = { name: 'Suivi', rows: ROWS, formats: { D3: ';;;' }, veiled: { D3: 'white' } as const };
    expect(hiddenIn('fr', sheet)).toEqual([expect.stringContaining('à cause du format de cellule')]);
  });

  interface Shown {
    readonly rows: readonly (readonly CellValue[])[];
    readonly formats: Readonly<Record<string, string>>;
    readonly counted: number;
    readonly found: readonly string[];
  }

  test('those of a hidden row, or of a hidden column, are reported with it alone', () => {
    const formats = { D3: ';;;' };
    expect(hiddenIn('fr', { name: 'Suivi', rows: ROWS, formats, hiddenRows: [3] })).toEqual([
      expect.stringContaining('1 ligne masquée'),
    ]);
    expect(hiddenIn('fr', { name: 'Suivi', rows: ROWS, formats, hiddenColumns: [3] })).toEqual([
      expect.stringContaining('La colonne est masquée'),
    ]);
  });

  test('in English too', () => {
    const formats = { D2: '0 "€"', D3: '0 "€"' };
    expect(unseenIn('en', { name: 'Suivi', rows: K_EUROS, formats }).found).toEqual([
      'Suivi!D2 2 amounts of the column, from this one on, are shown in another unit (“100 €” counts for €100,000.00): ' +
        '€350,000.00 of AE and €0.00 of CP are counted; expected: amounts shown in the unit of the column (rule of the ' +
        'ledger). Check the unit, then correct the heading or the format of the cells.',
    ]);
  });
});

const withHeadings = (ae: string, cp: string): SheetGiven => {
  const headings = HEADINGS.map((heading) => (heading === 'Montant AE' ? ae : heading === 'CP' ? cp : heading));
  return { name: 'Suivi', rows: [headings, ...ROWS.slice(1)] };
};

test.each<[string, string, readonly string[]]>([
  ['AE HT', 'CP', ['Suivi!D2']],
  ['AE HT', 'Montant payé HT', ['Suivi!D2', 'Suivi!F4']],
  ['Montant engagé HT', 'CP', ['Suivi!D2']],
  ['AE HT2', 'CP hors titre 2', []],
  ['AE HT-T2', 'CP HT-T2', []],
  ['Montant AE (HT2)', 'CP HT', ['Suivi!F4']],
  ['AE TTC', 'CP', []],
])('amounts under « %s » and « %s » are counted, and reported where they are without tax', (ae, cp, cells) => {
  const found = hiddenIn('fr', withHeadings(ae, cp));
  expect(found.map((one) => one.split(' ')[0])).toEqual(cells);
  for (const one of found) expect(one).toContain('sans la TVA, payée sur les mêmes crédits');
});

test('a column with the tax beside one without it is the one that counts, and nothing is to report', () => {
  const rows = ROWS.map((cells, index) => [...cells, index === 0 ? 'Montant AE HT' : 1]);
  expect(hiddenIn('en', { name: 'Suivi', rows })).toEqual([]);
});

test('amounts without tax, in English', () => {
  expect(hiddenIn('en', withHeadings('AE HT', 'CP'))[0]).toMatch(
    /^Suivi!D2 2 amounts of the column, from this one on, without tax, by the heading, a title, a note, the format of the cells or the name of the file: /,
  );
});

describe('cells whose format gives their amounts without tax', () => {
  const shownAs = (formats: Readonly<Record<string, string>>, heading = 'Montant AE'): readonly string[] => {
    const { name, rows } = withHeadings(heading, 'CP');
    return hiddenIn('fr', { name, rows, formats }).map((one) => one.replace(/ (?:de la|hors) .*/, ''));
  };

  test.each([
    ['#,##0.00 "€ HT"', ['Suivi!D2 2 montants']],
    ['#,##0.00 "HT"', ['Suivi!D2 2 montants']],
    ['#,##0.00 [$€-40C] "hors taxes"', ['Suivi!D2 2 montants']],
    ['#,##0.0, "k€ HT"', ['Suivi!D2 2 montants']],
    ['#,##0.00 "€ TTC"', []],
    ['#,##0.00 "€"', []],
  ])('%s: they count, and are reported', (format, found) => {
    expect(shownAs({ D2: format, D3: format })).toEqual(found);
  });

  test('those of some cells alone, and those of a column that its heading reports', () => {
    expect(shownAs({ D3: '#,##0.00 "€ HT"' })).toEqual(['Suivi!D3 1 montant']);
    expect(shownAs({ D2: '#,##0.00 "€ HT"' }, 'AE HT')).toEqual(['Suivi!D2 2 montants']);
  });

  test('« 12 € HT » in a column in k€ is another unit, as « 12 € » is', () => {
    const { name, rows } = withHeadings('AE (k€)', 'CP');
    const formats = { D3: '#,##0.00 "€ HT"' };
    expect(unseenIn('fr', { name, rows, formats }).ae).toBe(
      unseenIn('fr', { name, rows, formats: { D3: '0 "€"' } }).ae,
    );
  });
});

describe('words around the table that give its amounts without tax', () => {
  const under = (...above: readonly CellValue[][]): SheetGiven => ({ name: 'Suivi', rows: [...above, ...ROWS] });
  const cells = (sheet: SheetGiven): readonly string[] => hiddenIn('fr', sheet).map((one) => one.split(' ')[0] ?? '');

  test.each([
    'Montants HT',
    'Suivi 2023 (hors taxes)',
    'Montants en € H.T.',
    'Suivi 2023 HT',
    'Hors TVA',
    'Montants HTVA',
  ])('« %s » as a title: each column is reported once', (title) => {
    expect(cells(under([title], []))).toEqual(['Suivi!D4', 'Suivi!F6']);
  });

  test.each([
    ...['Montants TTC', 'Montants TTC et non HT', 'Marchés de moins de 40 000 € HT'],
    ...[
      'Dépenses hors T2',
      'Suivi des crédits HT-T2',
      'Crédits HT2',
      'Suivi HT2 - P103',
      'Crédits hors titre 2',
      'AE et CP (HT2)',
    ],
  ])('« %s » as a title: nothing to report', (title) => {
    expect(cells(under([title], []))).toEqual([]);
  });

  test('the name of the sheet, a note below and the row of group titles', () => {
    expect(cells({ name: 'Suivi_HT', rows: ROWS })).toEqual(['Suivi_HT!D2', 'Suivi_HT!F4']);
    expect(cells({ name: 'Suivi', rows: [...ROWS, [], ['Montants hors taxes']] })).toEqual(['Suivi!D2', 'Suivi!F4']);
    expect(cells(under([null, null, null, 'HT', null, 'TTC']))).toEqual(['Suivi!D3']);
  });

  test.each([
    ['Les montants de ce classeur sont hors taxes', ['Suivi!D2', 'Suivi!F4']],
    ['Tableau en € HT', ['Suivi!D2', 'Suivi!F4']],
    ['Attention : AE et CP en HT', ['Suivi!D2', 'Suivi!F4']],
    ['Les AE sont HT, les CP TTC', ['Suivi!D2']],
    ['Les EJ sont saisis hors taxes', ['Suivi!D2', 'Suivi!F4']],
    ['Montants nets de taxes', ['Suivi!D2', 'Suivi!F4']],
    ['Si les montants sont hors taxes, multipliez par 1,2', []],
    ['Les montants des seuils sont hors taxes', []],
    ['Les montants HT des factures figurent dans Chorus', []],
    ['Les montants des devis sont hors taxes : convertir', []],
    ['Ne jamais saisir de montants HT', []],
    ['Montant TTC = montant HT × 1,2', []],
    ['Marchés hors taxes supérieurs au seuil', []],
  ])('« %s » on a sheet of notes', (note, places) => {
    const notes = { name: 'Lisez-moi', rows: [['Suivi de la convention'], [note]] };
    expect(notedIn({ name: 'Suivi', rows: ROWS }, notes)).toEqual(places);
    expect(notedIn({ name: 'Suivi', rows: withHeadings('AE TTC', 'CP TTC').rows }, notes)).toEqual([]);
  });

  test('a heading with its tax, and a nearer title, decide', () => {
    const rows = [['Montants HT'], [], ...withHeadings('AE TTC', 'CP').rows];
    expect(cells({ name: 'Suivi', rows })).toEqual(['Suivi!F6']);
    expect(cells(under(['Suivi HT'], ['Montants TTC'], []))).toEqual([]);
  });
});

/** `enveloppe compare`: two workbooks, one workbook at two dates, exit codes, and one sentence for each refusal. */
import { blankXlsx } from '../../src/adapters/xlsx/write/blank';
import type { JsonBridge, JsonComparison } from '../../src/application/comparison/json-comparison';
import { buildSample } from '../../scripts/build-sample';
import type { CellValue } from '../../src/workbook/cells';
import type { WriteStep } from '../../src/workbook/plan';
import { findTable } from '../../src/workbook/snapshot';
import { runOn, type CommandResult } from '../support/cli-machine';
import { ledgerFile, ledgerRow, MARCH_31 } from '../support/ledgers/ledger-file';
import { opened, sheetNamed, written } from '../support/readers/xlsx-read';

const PAYMENT = ledgerRow({
  "Date d'engagement": null,
  'Date de service fait': MARCH_31,
  'Date de paiement': MARCH_31,
  'Montant CP': 400.25,
});
const BEFORE = ledgerFile([ledgerRow({ 'Montant AE': 1_000.5 }), PAYMENT]);
const AFTER = ledgerFile([PAYMENT, ledgerRow({ 'Montant AE': 1_200.5 })]);
const FILES = { 'a.xlsx': BEFORE, 'b.xlsx': AFTER, 'sample.xlsx': buildSample(), 'blank.xlsx': blankXlsx() };

const json = ({ out }: CommandResult): JsonComparison => JSON.parse(out) as JsonComparison;
const cents = (amount: string | null): number => Math.round(Number(amount) * 100);

/** Every bridge of a comparison. */
function bridges({ envelopes, total }: JsonComparison): readonly JsonBridge[] {
  return [...envelopes, total].flatMap(({ AE, CP, outstanding }) => [
    ...Object.values<JsonBridge>({ ...AE }),
    ...Object.values<JsonBridge>({ ...CP }),
    outstanding,
  ]);
}

it('the sample from 30/06 to 31/12: every bridge adds up, and the findings came', async () => {
  const result = await runOn({ files: FILES }, 'compare sample.xlsx --from 2023-06-30 --to 2023-12-31 --format json');
  const compared = json(result);
  expect(bridges(compared)).toHaveLength(33);
  for (const { before, after, terms } of bridges(compared))
    expect((terms ?? []).reduce((sum, { amount }) => sum + cents(amount), cents(before))).toBe(cents(after));
  expect(compared.envelopes[0]?.AE.consumed).toEqual({
    before: '467896.00',
    after: '498691.00',
    terms: [
      { cause: 'decommitments', amount: '-3600.00', rows: 1 },
      { cause: 'period', amount: '34395.00', rows: 7 },
    ],
  });
  expect(compared.findings.came.map(({ rule }) => rule)).toContain('PLA-01');
  expect(compared.rows.changes.every(({ kind }) => kind === 'dated')).toBe(true);
  expect(result.code).toBe(1);
});

it.each`
  options                                   | days
  ${'--as-of 2023-06-30'}                   | ${['2023-06-30', '2023-06-30']}
  ${'--as-of 31/12/2023'}                   | ${['2023-12-31', '2023-12-31']}
  ${'--to 2023-06-30'}                      | ${['2023-06-30', '2023-06-30']}
  ${'--as-of 2023-12-31 --from 2023-06-30'} | ${['2023-06-30', '2023-12-31']}
`('two workbooks $options: $days', async ({ options, days }: { options: string; days: readonly string[] }) => {
  const { before, after } = json(await runOn({ files: FILES }, `compare a.xlsx b.xlsx ${options} --format json`));
  expect([before.asOf, after.asOf]).toEqual(days);
});

it('the postes of the sample add up to their envelope, with what has no poste', async () => {
  const result = await runOn({ files: FILES }, 'compare sample.xlsx --from 2023-06-30 --to 2023-12-31 --format json');
  const { envelopes, postes } = json(result);
  for (const { code, CP } of envelopes) {
    const own = postes.filter(({ envelope }) => envelope === code);
    expect(own.filter(({ poste }) => poste === null)).toHaveLength(1);
    for (const at of ['before', 'after'] as const)
      expect(own.reduce((sum, poste) => sum + cents(poste.CP.consumed[at]), 0)).toBe(cents(CP.consumed[at]));
  }
});

it('a workbook and its own copy: no finding came or went, those of headings and of totals too', async () => {
  const suivi = [
    ['Enveloppe', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'],
    ['PDE', '1400000001', 45_000, 1_000.5, 45_100, 400],
    ['PDE', '1400000002', 45_000, 2_000, null, null],
    ['Total', null, null, 9_999, null, null],
  ];
  const area = { top: 0, left: 0 };
  const bytes = written(
    blankXlsx(),
    { kind: 'addSheet', sheet: 'Suivi' },
    { kind: 'setCells', sheet: 'Suivi', ...area, cells: suivi.map((row) => row.map((value) => ({ value }))) },
  );
  const files = { 'one.xlsx': bytes, 'copy.xlsx': bytes };
  const { findings } = json(
    await runOn({ files }, 'compare one.xlsx copy.xlsx --convention dgefp-dge-2023 --format json'),
  );
  expect(findings.came.map(({ rule }) => rule)).toEqual([]);
  expect(findings.went.map(({ rule }) => rule)).toEqual([]);
  expect(findings.kept).toBeGreaterThan(5);
});

it('two workbooks: the row that changed, wherever it is', async () => {
  const { rows, total } = json(await runOn({ files: FILES }, 'compare a.xlsx b.xlsx --format json'));
  expect(rows.unchanged).toBe(1);
  expect(rows.changes).toEqual([
    expect.objectContaining({
      kind: 'changed',
      before: { sheet: 'Suivi 2023', row: 4 },
      after: { sheet: 'Suivi 2023', row: 5 },
      cells: [{ field: 'ae', before: '1000.50', after: '1200.50' }],
      effects: [{ envelope: 'PDE', nature: 'AE', figure: 'consumed', cause: 'amount', amount: '200.00' }],
    }),
  ]);
  expect(total.AE.remaining.terms).toEqual([{ cause: 'consumed', amount: '-200.00', rows: null }]);
});

it.each`
  language | shown
  ${'fr'}  | ${['AE Consommé', 'montants modifiés', 'Modifiée', 'Montant AE 1\u202f000,50\u00a0€ → 1\u202f200,50\u00a0€']}
  ${'en'}  | ${['AE Consumed', 'amounts changed', 'Changed', '€1,000.50 → €1,200.50; PDE AE']}
`('as text in $language', async ({ language, shown }) => {
  const { out } = await runOn({ files: FILES }, `compare a.xlsx b.xlsx --lang ${language as string}`);
  for (const text of shown as readonly string[]) expect(out).toContain(text);
});

it.each`
  command                                                                  | sentence
  ${'compare a.xlsx b.xlsx --author Zoé'}                                  | ${'l’option --author ne sert à rien sans --output'}
  ${'compare a.xlsx --from 2023-01-01 --to 2023-06-30 --as-of 2023-12-31'} | ${'l’option --as-of ne sert à rien avec --to'}
  ${'compare a.xlsx b.xlsx --to 2023-06-30 --as-of 2023-12-31 --lang en'}  | ${'the option --as-of has no use with --to'}
  ${'compare'}                                                             | ${'deux classeurs, ou un seul avec --from et --to'}
  ${'compare a.xlsx'}                                                      | ${'deux classeurs, ou un seul avec --from et --to'}
  ${'compare a.xlsx --from 2023-06-30'}                                    | ${'deux classeurs, ou un seul avec --from et --to'}
  ${'compare a.xlsx b.xlsx c.xlsx'}                                        | ${'deux classeurs, ou un seul avec --from et --to'}
  ${'compare a.xlsx --from 2023-12-31 --to 2023-06-30'}                    | ${'la date de --from doit précéder celle de --to'}
  ${'compare a.xlsx --from juin --to 2023-06-30'}                          | ${'« juin » n’est pas une date'}
  ${'compare a.xlsx gone.xlsx'}                                            | ${'gone.xlsx'}
  ${'compare blank.xlsx b.xlsx'}                                           | ${'blank.xlsx'}
`('$command: refused in one sentence, nothing printed', async ({ command, sentence }) => {
  const { code, out, error } = await runOn({ files: FILES }, command as string);
  expect([code, out]).toEqual([2, '']);
  expect(error.replaceAll('\u00a0', ' ')).toContain(sentence);
});

test('--output writes the document in a copy; each amount after is the sum of the amount before and of its terms', async () => {
  const command = 'compare sample.xlsx --from 2023-06-30 --to 2023-12-31 --output copie.xlsx';
  const { files, out } = await runOn({ files: FILES }, command);
  expect(out.replaceAll('\u00a0', ' ')).toContain('Écrit : copie.xlsx (Comparaison)');
  const sheet = opened(files.get('copie.xlsx')!)
    .read()
    .sheets.find(({ name }) => name === 'Comparaison')!;
  const rows = sheet.values;
  const first = rows.findIndex(([label]) => label === 'AE – Consommé');
  expect(rows.slice(first, first + 3).map((row) => row.slice(0, 4))).toEqual([
    ['AE – Consommé', 467_896, 30_795, 498_691],
    ['retraits d’engagement', null, -3_600, null],
    ['opérations entre les deux dates', null, 34_395, null],
  ]);
  const formulas = [...sheet.formulas.values()];
  expect(formulas).toContain(`=SUM(C${first + 2}:C${first + 3})`);
  expect(formulas).toContain(`=ROUND(B${first + 1}+C${first + 1},2)`);
  const again = await runOn({ files: { ...FILES, 'copie.xlsx': files.get('copie.xlsx')! } }, command);
  expect([again.code, again.out]).toEqual([2, '']);
});

test('under the copy, the formulas of the team that use rows of the document whose place changes', async () => {
  const compare = (file: string, from: string): Promise<CommandResult> =>
    runOn({ files: { ...FILES, [file]: copy } }, `compare ${file} --from ${from} --to 2023-12-31 --output autre.xlsx`);
  const command = 'compare sample.xlsx --from 2023-06-30 --to 2023-12-31 --output copie.xlsx';
  const first = (await runOn({ files: FILES }, command)).files.get('copie.xlsx')!;
  const rows = sheetNamed(opened(first).read(), 'Comparaison').values;
  const from = `B${rows.map(([label]) => label).lastIndexOf('AE – Consommé') + 1}`;
  const cell: WriteStep = {
    kind: 'setCells',
    sheet: 'Synthèse',
    top: 80,
    left: 0,
    cells: [[{ value: 0, formula: `=Comparaison!${from}` }]],
  };
  const copy = written(first, cell);
  const advice = `Comparaison – La formule A81 de la feuille « Synthèse » utilise ${from}, dont le contenu passe en B`;
  const { out } = await compare('copie.xlsx', '2023-03-31');
  expect(out.replaceAll('\u00a0', ' ').split('\n').at(-2)).toContain(advice);
  expect((await compare('copie.xlsx', '2023-06-30')).out.replaceAll('\u00a0', ' ')).not.toContain('La formule A81');
});

test('an envelope to which the convention gives no AE has a dash for its credits, which are not « non calculable »', async () => {
  const sheet = 'Enveloppes et postes';
  const { values } = sheetNamed(opened(FILES['sample.xlsx']).read(), sheet);
  const top = values.findIndex(([code]) => code === 'SF');
  const emptied: WriteStep = { kind: 'setCells', sheet, top, left: 3, cells: [[{ value: null }]] };
  const files = { 'sans-ae.xlsx': written(FILES['sample.xlsx'], emptied) };
  const command = 'compare sans-ae.xlsx --from 2023-06-30 --to 2023-12-31 --output copie.xlsx';
  const { out, files: made } = await runOn({ files }, command);
  const lines = out.slice(out.indexOf('SF — ')).split('\n');
  const rows = sheetNamed(opened(made.get('copie.xlsx')!).read(), 'Comparaison').values;
  const ofSf = rows.slice(rows.findIndex(([label]) => String(label).includes('(SF)')));
  const inText = (figure: string): string => lines.find((line) => line.trim().startsWith(`AE ${figure} `)) ?? '';
  const inDocument = (figure: string) => ofSf.find(([label]) => label === `AE – ${figure}`)?.slice(1, 4);
  for (const figure of ['Dotation', 'Non consommé', 'Disponible']) {
    expect(inText(figure).split(/ {2,}/).slice(2)).toEqual(['–', '–']);
    expect(inDocument(figure)).toEqual(['–', '–', '–']);
  }
  expect(inText('Consommé')).toMatch(/90\s000,00.*\+14\s000,00.*104\s000,00/);
  expect(inDocument('Consommé')).toEqual([90_000, 14_000, 104_000]);
});

describe('a status', () => {
  /** A commitment of that status, under « État ». */
  const withStatus = (typed: string | null): Uint8Array =>
    ledgerFile([ledgerRow({ 'Montant AE': 1_000, 'Centre de coûts': typed })], {
      headings: { 'Centre de coûts': 'État' },
    });

  it.each`
    before      | after          | shown                        | cells
    ${'Signé'}  | ${'Notifié'}   | ${'État Signé → Notifié'}    | ${['Signé', 'Notifié']}
    ${'Projet'} | ${'Signé'}     | ${'État Projet → Signé'}     | ${['project', 'firm']}
    ${null}     | ${'Signé'}     | ${'État ferme → Signé'}      | ${[null, 'Signé']}
    ${'Annulé'} | ${'Abandonné'} | ${'État Annulé → Abandonné'} | ${['Annulé', 'Abandonné']}
  `('from $before to $after: the row changed, with both', async ({ before, after, shown, cells }) => {
    const files = { 'a.xlsx': withStatus(before as string | null), 'b.xlsx': withStatus(after as string) };
    expect((await runOn({ files }, 'compare a.xlsx b.xlsx')).out).toContain(`[Modifiée] EJ 1405612345 ; ${shown}`);
    const { rows } = json(await runOn({ files }, 'compare a.xlsx b.xlsx --format json'));
    const [old, current] = cells as readonly (string | null)[];
    expect(rows.changes.map((change) => change.cells)).toEqual([[{ field: 'status', before: old, after: current }]]);
    expect(rows.unchanged).toBe(0);
  });
});

describe('amounts that are not read', () => {
  /** The ledger with a sheet « Divers » that nothing reads. */
  const withUnread = (amount: number): Uint8Array => {
    const rows = [['Régularisations'], ['EJ 1405612345', 'facture 77', amount], ['EJ 1405612345', 'facture 78', 500]];
    const cells = rows.map((row) => row.map((value) => ({ value })));
    return written(
      BEFORE,
      { kind: 'addSheet', sheet: 'Divers' },
      { kind: 'setCells', sheet: 'Divers', top: 0, left: 0, cells },
    );
  };
  const files = { 'avant.xlsx': withUnread(5_500), 'apres.xlsx': withUnread(59_500) };

  test('whose sum changed are a finding that changed, with both sums', async () => {
    const { out } = await runOn({ files }, 'compare avant.xlsx apres.xlsx');
    const text = out.replace(/[\u00a0\u202f]/g, ' ');
    expect(text).toMatch(/Constats\. Apparus : 0 ; disparus : 0 ; modifiés : 1 ; maintenus : \d+/);
    expect(text).toMatch(/Constats modifiés\n {2}Divers!\w+ \[Erreur\][^]*60 000,00 €[^]*\n {6}Avant : 6 000,00 €/);
    const { findings } = json(await runOn({ files }, 'compare avant.xlsx apres.xlsx --format json'));
    expect(findings.changed).toEqual([
      {
        before: expect.objectContaining({ rule: 'LEC-01', sheet: 'Divers' }) as unknown,
        after: expect.objectContaining({ rule: 'LEC-01', sheet: 'Divers' }) as unknown,
      },
    ]);
  });

  test('are in the document too', async () => {
    const { files: made } = await runOn({ files }, 'compare avant.xlsx apres.xlsx --output copie.xlsx');
    const rows = sheetNamed(opened(made.get('copie.xlsx')!).read(), 'Comparaison').values;
    const labels = rows.map(([label]) => String(label).replace(/[\u00a0\u202f]/g, ' '));
    const from = labels.indexOf('Constats modifiés');
    expect(labels.slice(from + 1).join(' ')).toMatch(/^LEC-01 – .*60 000,00 €.* Avant : 6 000,00 €/);
  });
});

describe('the terms of the convention that changed', () => {
  /** The workbook with another value in a cell of a register, found by the text of its row and by its heading. */
  const withCell = (sheet: string, row: string, heading: string, value: CellValue): Uint8Array => {
    const { values } = sheetNamed(opened(BEFORE).read(), sheet);
    const [top, headings] = [
      values.findIndex((cells) => cells.includes(row)),
      values.findIndex((cells) => cells.includes(heading)),
    ];
    const left = values[headings]!.indexOf(heading);
    return written(BEFORE, { kind: 'setCells', sheet, top, left, cells: [[{ value }]] });
  };
  const ENVELOPES = 'Enveloppes et postes';

  it.each`
    sheet           | row              | heading     | value           | shown
    ${ENVELOPES}    | ${'PDE'}         | ${'Seuils'} | ${'60 %; 80 %'} | ${'ENV_Enveloppes, PDE, Seuils : 70 %; 85 % → 60 %; 80 %'}
    ${'Convention'} | ${'Date de fin'} | ${'Valeur'} | ${45_657}       | ${'ENV_Convention, Date de fin : 31/12/2023 → 31/12/2024'}
    ${'Convention'} | ${'Ville'}       | ${'Valeur'} | ${'Lyon'}       | ${'ENV_Convention, Ville : Paris → Lyon'}
  `('$row: $value', async ({ sheet, row, heading, value, shown }: Record<string, string>) => {
    const files = { 'a.xlsx': BEFORE, 'b.xlsx': withCell(sheet!, row!, heading!, value!) };
    const { out, files: made } = await runOn({ files }, 'compare a.xlsx b.xlsx --to 2023-12-31 --output c.xlsx');
    const plain = (text: unknown): string => String(text).replace(/[\u00a0\u202f]/g, ' ');
    expect(plain(out)).toContain(`Termes de la convention modifiés\n  ${shown}\n`);
    const labels = sheetNamed(opened(made.get('c.xlsx')!).read(), 'Comparaison').values.map(([label]) => plain(label));
    expect(labels[labels.indexOf('Termes de la convention modifiés') + 1]).toBe(shown);
  });

  test('an EJ of the opening RAP, in JSON too; none between two dates of one workbook', async () => {
    const rap: WriteStep = {
      kind: 'setCells',
      ...firstRowOf('ENV_RAP'),
      cells: [[{ value: '1404000001' }, { value: 73_032 }, { value: 2023 }]],
    };
    const files = { 'a.xlsx': BEFORE, 'b.xlsx': written(BEFORE, rap) };
    const { terms } = json(await runOn({ files }, 'compare a.xlsx b.xlsx --to 2023-12-31 --format json'));
    expect(terms).toEqual([{ table: 'ENV_RAP', row: '1404000001', before: null, after: { Montant: '73032.00' } }]);
    const dates = 'compare b.xlsx --from 2023-06-30 --to 2023-12-31 --format json';
    expect(json(await runOn({ files }, dates)).terms).toEqual([]);
  });

  function firstRowOf(name: string): { readonly sheet: string; readonly top: number; readonly left: number } {
    const { sheet, area } = findTable(opened(BEFORE).read(), name)!;
    return { sheet, top: area.top + 1, left: area.left };
  }
});

it('two conventions under one reference are named by their identifiers', async () => {
  const files = { ...FILES, 'other.xlsx': ledgerFile([PAYMENT], { id: 'dgefp-dge-2024' }) };
  const { out } = await runOn({ files }, 'compare a.xlsx other.xlsx');
  expect(out.replaceAll(/\s+/g, ' ')).toContain('de conventions différentes (dgefp-dge-2023 ; dgefp-dge-2024)');
});

it('two conventions are compared, and a sentence states that they differ; one under two spellings is one', async () => {
  const other = ledgerFile([PAYMENT], { reference: 'TSTX2300002X' });
  const same = ledgerFile([PAYMENT], { reference: 'ecoi 2236199 x' });
  const files = { ...FILES, 'other.xlsx': other, 'same.xlsx': same };
  const sentence = /de conventions différentes \(ECOI2236199X ; TSTX2300002X\)/;
  const textOf = async (command: string): Promise<string> =>
    (await runOn({ files }, command)).out.replaceAll(/\s+/g, ' ');
  expect(await textOf('compare a.xlsx other.xlsx')).toMatch(sentence);
  expect(await textOf('compare a.xlsx same.xlsx')).not.toContain('conventions différentes');
  for (const [name, isOther] of [
    ['other', true],
    ['same', false],
  ] as const) {
    const command = `compare a.xlsx ${name}.xlsx --to 2023-12-31`;
    const names = { before: 'ECOI2236199X', after: 'TSTX2300002X' };
    expect(json(await runOn({ files }, `${command} --format json`)).otherConventions).toEqual(isOther ? names : null);
    const { files: copies } = await runOn({ files }, `${command} --output copie.xlsx`);
    const { values } = sheetNamed(opened(copies.get('copie.xlsx')!).read(), 'Comparaison');
    const shown = values.flat().filter((value) => sentence.test(String(value).replaceAll(/\s/g, ' ')));
    expect([name, shown.length]).toEqual([name, isOther ? 1 : 0]);
  }
});

/** `enveloppe report`: the documents in a copy. No file is ever replaced, and a refusal leaves nothing behind. */
import { REGISTER_SHEETS } from '../../src/workbook/registers/register-sheets';
import { runOn } from '../support/cli-machine';
import { ledgerFile, ledgerRow, MARCH_31 } from '../support/ledgers/ledger-file';
import { DocumentReader } from '../support/readers/document-reader';
import { opened, written, setCell } from '../support/readers/xlsx-read';
import { rawEntries } from '../support/readers/zip-parts';

const BYTES = ledgerFile([
  ledgerRow({ 'Montant AE': 1_000 }),
  ledgerRow({ "Date d'engagement": null, 'Date de paiement': MARCH_31, 'Montant CP': 10 }),
]);
const MACHINE = { files: { 'suivi.xlsx': BYTES } };

/** The sheets of a copy with every document that is not on demand. */
const STANDING = [
  'Suivi 2023',
  ...REGISTER_SHEETS.map(({ sheet }) => sheet),
  'Annexe 1',
  'Annexe 2',
  'Répartition AE-CP',
  'Référence Chorus',
  'Bilan financier 2023',
  'Bilan qualitatif 2023',
  'État de prévision 2023',
  'Journal',
];

/** The advice to the writer under the sentence, as in the preview of the pane. */
const LEFT_TO_TYPE = 'Bilan qualitatif 2023 – 9 indicateurs restent à saisir dans ENV_Indicateurs.\n';

function sheetNames(bytes: Uint8Array): string[] {
  return opened(bytes)
    .read()
    .sheets.map((sheet) => sheet.name);
}

test('adds the documents to a copy and leaves the rest of the file unchanged', async () => {
  const { code, out, files } = await runOn(MACHINE, 'report suivi.xlsx --output copie.xlsx');
  const copy = files.get('copie.xlsx')!;
  expect(code).toBe(0);
  expect(out.replaceAll('\u00a0', ' ')).toBe(
    `Écrit : copie.xlsx (${STANDING.slice(7, 14).join(', ')})\n${LEFT_TO_TYPE}`,
  );
  expect(sheetNames(copy)).toEqual(STANDING);
  const [before, after] = [rawEntries(BYTES), rawEntries(copy)];
  const changed = [...before].filter(([name, raw]) => after.get(name) !== raw).map(([name]) => name);
  expect(
    changed.filter(
      (name) =>
        !['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'].includes(name),
    ),
  ).toEqual([]);
  expect(files.get('suivi.xlsx')).toBe(BYTES);
});

test.each`
  only                       | sheets
  ${'Bilan'}                 | ${['Bilan financier 2023']}
  ${' BILAN , état '}        | ${['Bilan financier 2023', 'État de prévision 2023']}
  ${'Répartition AE-CP'}     | ${['Répartition AE-CP']}
  ${'Bilan financier'}       | ${['Bilan financier 2023']}
  ${'Annexe 2'}              | ${['Annexe 2']}
  ${'Non consommés'}         | ${['Crédits non consommés']}
  ${'Demande redéploiement'} | ${['Demande redéploiement']}
`('--only « $only »: names as people type them', async ({ only, sheets }: { only: string; sheets: string[] }) => {
  const { out } = await runOn(MACHINE, ['report', 'suivi.xlsx', '--output', 'copie.xlsx', '--only', only]);
  expect(out.split('\n')[0]).toContain(`copie.xlsx (${sheets.join(', ')})`);
});

test('only the documents asked for', async () => {
  const added = async (only: string): Promise<string[]> => {
    const { files } = await runOn(MACHINE, `report suivi.xlsx --output copie.xlsx --only ${only}`);
    return sheetNames(files.get('copie.xlsx')!)
      .slice(7)
      .filter((name) => name !== 'Journal');
  };
  expect(await added('annexes')).toEqual(['Annexe 1', 'Annexe 2']);
  expect(await added('bilan,annexe2')).toEqual(['Annexe 2', 'Bilan financier 2023']);
  expect(await added('insuffisance')).toEqual(['Insuffisance de crédits']);
});

test('a second time changes nothing', async () => {
  const first = await runOn(MACHINE, 'report suivi.xlsx --output copie.xlsx');
  const again = await runOn(
    { files: { 'copie.xlsx': first.files.get('copie.xlsx')! } },
    'report copie.xlsx --output encore.xlsx',
  );
  expect(again.out.replaceAll('\u00a0', ' ')).toBe(
    `Écrit : encore.xlsx, sans changement : les documents étaient à jour\n${LEFT_TO_TYPE}`,
  );
  expect(rawEntries(again.files.get('encore.xlsx')!)).toEqual(rawEntries(first.files.get('copie.xlsx')!));
});

test('a figure typed over is named after the writing: it was replaced in the copy, and the source keeps it', async () => {
  const first = await runOn(MACHINE, 'report suivi.xlsx --output copie.xlsx --only bilan');
  const copy = first.files.get('copie.xlsx')!;
  const { address } = new DocumentReader(opened(copy).read(), 'Bilan financier 2023').find(
    'Frais annexes',
    'AE engagées (brut)',
  );
  const files = { 'copie.xlsx': written(copy, setCell('Bilan financier 2023', address, 999)) };
  const again = async (lang: string): Promise<string> =>
    (await runOn({ files }, `report copie.xlsx --output encore.xlsx --only bilan --lang ${lang}`)).out.replaceAll(
      /\s/g,
      ' ',
    );
  expect(await again('fr')).toContain(
    `Bilan financier 2023 – Ce qui différait du document a été remplacé par son contenu : ${address} « 999 ». copie.xlsx le garde`,
  );
  expect(await again('fr')).not.toContain('sera remplacé');
  expect(await again('en')).toContain(`was replaced by its own content: ${address} “999”. copie.xlsx still has it`);
});

test('--freeze: copies with their values only, named by their date, side by side, with the author in the journal', async () => {
  const command = (from: string, to: string): string[] => [
    'report',
    from,
    '--output',
    to,
    '--only',
    'bilan,annexe1',
    '--freeze',
    '--author',
    'Zoé Lemaître',
  ];
  const first = await runOn({ files: MACHINE.files, today: '2024-01-15' }, [
    ...command('suivi.xlsx', 'copie.xlsx'),
    '--as-of',
    '2023-12-31',
  ]);
  expect(first.out).toBe('Écrit\u00a0: copie.xlsx (Annexe 1 (2023-12-31), Bilan financier (2023-12-31))\n');
  const again = await runOn({ files: { 'copie.xlsx': first.files.get('copie.xlsx')! }, today: '2024-01-15' }, [
    ...command('copie.xlsx', 'encore.xlsx'),
    ...['--as-of', '2023-12-31'],
  ]);
  expect(again.code).toBe(0);
  const workbook = opened(again.files.get('encore.xlsx')!).read();
  expect(workbook.sheets.map(({ name }) => name).slice(7)).toEqual([
    'Annexe 1 (2023-12-31)',
    'Bilan financier (2023-12-31)',
    'Journal',
    'Annexe 1 (2023-12-31) (2)',
    'Bilan financi… (2023-12-31) (2)',
  ]);
  expect(workbook.sheets.slice(2).every(({ formulas }) => formulas.size === 0)).toBe(true);
  expect(
    workbook.sheets
      .find(({ name }) => name === 'Journal')
      ?.values.slice(-2)
      .map(([, action, author]) => [action, author]),
  ).toEqual([
    ['Copie figée', 'Zoé Lemaître'],
    ['Copie figée', 'Zoé Lemaître'],
  ]);
});

describe('refusals write nothing', () => {
  const taken = written(BYTES, { kind: 'addSheet', sheet: 'Annexe 1' }, setCell('Annexe 1', 'A1', 'notes de l’équipe'));
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['no document between the commas', 'report suivi.xlsx --output copie.xlsx --only ,', /document « , » inconnu/],
    ['the workbook itself as the copy', 'report suivi.xlsx --output suivi.xlsx', /« suivi\.xlsx » existe déjà/],
    ['a copy that exists', 'report suivi.xlsx --output autre.xlsx', /« autre\.xlsx » existe déjà/],
    [
      'a folder where nothing can be written',
      'report suivi.xlsx --output non/x.xlsx',
      /« non\/x\.xlsx » ne peut pas être écrit/,
    ],
    [
      'an unknown document',
      'report suivi.xlsx --output x.xlsx --only bilans',
      /document « bilans » inconnu \(annexes, repartition, reference, bilan, qualitatif, etat, insuffisance, .*resiliation\)/,
    ],
    [
      'a document of another command',
      'report suivi.xlsx --output x.xlsx --only Rapprochement',
      /« Rapprochement » s’écrit par reconcile --output/,
    ],
    [
      'an annex that the convention does not have',
      'report suivi.xlsx --output x.xlsx --only annexe9',
      /« annexe9 » : seule/,
    ],
    ['another extension', 'report suivi.xlsx --output x.xlsm', /même extension/],
    ['a sheet of the team in the place of a document', 'report pris.xlsx --output x.xlsx', /^pris\.xlsx : /],
    ['a workbook that is not there', 'report absent.xlsx --output x.xlsx', /« absent\.xlsx » n’existe pas/],
  ];
  test.each(cases)('%s', async (_, command, sentence) => {
    const files = { 'suivi.xlsx': BYTES, 'autre.xlsx': 'x', 'pris.xlsx': taken };
    const result = await runOn({ files, unwritable: ['non/x.xlsx'] }, command);
    expect([result.code, result.out, result.error.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(result.error.replaceAll('\u00a0', ' ')).toMatch(sentence);
    expect([...result.files.keys()]).toEqual(Object.keys(files));
  });
});

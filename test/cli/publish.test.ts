/** `enveloppe publish`: a valid data set, whose figures are those of `check`, without any name but those listed. */
import { unzipSync } from 'fflate';
import { runOn } from '../support/cli-machine';
import { faultsOf, recordsOf } from '../support/readers/frictionless';
import { ledgerFile, ledgerRow, MARCH_31 } from '../support/ledgers/ledger-file';
import { opened } from '../support/readers/xlsx-read';

const BYTES = ledgerFile([
  ledgerRow({ Objet: '=HYPERLINK("http://exemple")', 'Montant AE': 1_000.5 }),
  ledgerRow({
    Objet: 'Madame Dupont, formatrice',
    "Date d'engagement": null,
    'Date de paiement': MARCH_31,
    'Montant CP': 10,
  }),
  ledgerRow({ 'Axe ministériel 2': 'Inconnu', 'Montant AE': 7 }),
  ledgerRow({
    'Axe ministériel 2': 'Signaux Faibles',
    'Poste de dépense': 'Audit de sécurité',
    'Montant AE': 'environ 5',
  }),
]);
const MACHINE = { files: { 'suivi.xlsx': BYTES } };

async function published(
  options = '',
): Promise<{ readonly code: number; readonly files: ReadonlyMap<string, string>; readonly documents: Uint8Array }> {
  const { code, files } = await runOn(MACHINE, `publish suivi.xlsx --output jeu${options}`);
  const inside = [...files]
    .filter(([path]) => path.startsWith('jeu/'))
    .map(([path, bytes]) => [path.slice(4), bytes] as const);
  return {
    code,
    files: new Map(inside.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])),
    documents: files.get('jeu/documents.xlsx')!,
  };
}

test('the package is valid for an independent reader', async () => {
  const { code, files } = await published();
  expect(faultsOf(files)).toEqual([]);
  expect(code).toBe(1); // an axe 2 and an amount are errors of the ledger
  expect([...files.keys()].sort()).toEqual([
    'LISEZMOI.txt',
    'datapackage.json',
    'documents.xlsx',
    'enveloppes.csv',
    'enveloppes.schema.json',
    'operations.csv',
    'operations.schema.json',
    'postes.csv',
    'postes.schema.json',
  ]);
});

test('one archive holds the same files, and never replaces another', async () => {
  const { files } = await published();
  const first = await runOn(MACHINE, 'publish suivi.xlsx --output jeu.zip');
  const archive = first.files.get('jeu.zip')!;
  const inside = unzipSync(archive);
  expect(new Map(Object.entries(inside).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))).toEqual(
    files,
  );
  const again = await runOn({ files: { ...MACHINE.files, 'jeu.zip': archive } }, 'publish suivi.xlsx --output jeu.zip');
  expect([first.code, again.code]).toEqual([1, 2]);
  expect(again.error.replaceAll('\u00a0', ' ')).toMatch(/« jeu.zip » existe déjà/);
});

test('its figures are those of check', async () => {
  const { files } = await published();
  const { out } = await runOn(MACHINE, 'check suivi.xlsx --format json');
  const report = JSON.parse(out) as {
    envelopes: { code: string; AE: { consumed: string; available: string }; CP: { consumed: string } }[];
  };
  const [headings = [], ...rows] = recordsOf(files.get('enveloppes.csv')!);
  const cell = (code: string, nature: string, name: string) =>
    rows.find((row) => row[0] === code && row[2] === nature)?.[headings.indexOf(name)];
  for (const { code, AE, CP } of report.envelopes) {
    expect([cell(code, 'AE', 'consomme'), cell(code, 'AE', 'disponible'), cell(code, 'CP', 'consomme')]).toEqual([
      AE.consumed,
      AE.available,
      CP.consumed,
    ]);
  }
  expect(cell('PDE', 'AE', 'consomme')).toBe('1000.50');
});

test('every row is published; an unchecked one is marked, and has no amount that was not read', async () => {
  const { files } = await published();
  const [headings = [], ...rows] = recordsOf(files.get('operations.csv')!);
  const column = (name: string) => rows.map((row) => row[headings.indexOf(name)]);
  expect(column('controle')).toEqual(['comptée', 'comptée', 'non contrôlée', 'non contrôlée']);
  expect(column('montant_ae')).toEqual(['1000.50', '', '7.00', '']);
  expect(column('date_paiement')).toEqual(['', '2023-03-31', '', '']);
});

test('no object and no supplier unless listed, and no formula in them', async () => {
  const without = await published();
  for (const [path, text] of without.files)
    if (path !== 'documents.xlsx') expect([path, text.includes('Dupont')]).toEqual([path, false]);
  const listed = await published(' --with objet');
  expect(listed.files.get('operations.csv')).toContain('"Madame Dupont, formatrice"');
  expect(listed.files.get('operations.csv')).toContain(`"'=HYPERLINK(""http://exemple"")"`);
  expect(faultsOf(listed.files)).toEqual([]);
});

test('the documents are a workbook of values, without the sheets of the team', async () => {
  const { documents } = await published();
  const { sheets, names, tables } = opened(documents).read();
  const standing = [
    'Annexe 1',
    'Annexe 2',
    'Répartition AE-CP',
    'Référence Chorus',
    'Bilan financier 2023',
    'Bilan qualitatif 2023',
    'État de prévision 2023',
  ];
  expect(sheets.map(({ name }) => name)).toEqual(standing);
  // `_xlnm.` names are the rows that each page repeats.
  const given = names.filter(({ name }) => !name.startsWith('_xlnm.'));
  expect([given, tables, sheets.map(({ formulas }) => formulas.size)]).toEqual([[], [], [0, 0, 0, 0, 0, 0, 0]]);
});

test.each`
  options                                         | sentence
  ${'publish suivi.xlsx'}                         | ${/publish attend --output/}
  ${'publish --output jeu'}                       | ${/aucun classeur/}
  ${'publish suivi.xlsx --output jeu --with nom'} | ${/« nom » n’est pas une valeur de --with \(titulaire, objet\)/}
  ${'publish suivi.xlsx --output plein'}          | ${/« plein » existe déjà/}
  ${'publish suivi.xlsx --output non'}            | ${/« non » ne peut pas être écrit/}
`(
  '$options is refused in one sentence',
  async ({ options, sentence }: { readonly options: string; readonly sentence: RegExp }) => {
    const machine = { files: { 'suivi.xlsx': BYTES, 'plein/a.txt': 'x' }, unwritable: ['non'] };
    const result = await runOn(machine, options);
    expect([result.code, result.out, result.error.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(result.error.replaceAll('\u00a0', ' ')).toMatch(sentence);
    expect(result.files.size).toBe(2);
  },
);

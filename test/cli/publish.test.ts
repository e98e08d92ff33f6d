/** `enveloppe publish`: a valid data set, whose figures are those of `check`, without any name but those listed. */
import { createHash } from 'node:crypto';
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
  expect(column('ae_consommees')).toEqual(['1000.50', '0.00', '0.00', '0.00']);
  expect(column('montant_ae')).toEqual(['1000.50', '', '7.00', '']);
  expect(column('date_paiement')).toEqual(['', '2023-03-31', '', '']);
});

test('the documents have no control page, and the text beside them a sentence that a director signs', async () => {
  const { documents, files } = await published();
  const sheets = opened(documents).read().sheets;
  const texts = JSON.stringify(sheets.map(({ values }) => values)).replace(/[\u00a0\u202f]/g, ' ');
  expect(sheets.map(({ name }) => name)).toContain('Bilan financier 2023');
  expect(texts).toContain('Signature');
  expect(texts).not.toMatch(/Fiche de contrôle|Page interne|État des contrôles|Valeur et non formule/);
  const readMe = files.get('LISEZMOI.txt')!.replace(/[\u00a0\u202f]/g, ' ');
  expect(readMe).toMatch(/lignes du suivi sur 4 sont contrôlées ; \d+ points appellent une correction\./);
  expect(readMe).toContain(': 0 publié après vérification, ');
  expect(readMe).not.toMatch(/erreur/);
  const { description } = JSON.parse(files.get('datapackage.json')!) as { readonly description: string };
  expect(description).toMatch(/signée le 13\/12\/2022, jusqu'au 31\/12\/2023\./);
});

test('CP that cannot be calculated: the text beside the tables states it, where their cells are blank', async () => {
  const undated = ledgerFile([ledgerRow({ 'Montant AE': 10 }), ledgerRow({ 'Montant CP': 5 })], {
    headings: { 'Date de paiement': 'Remarque' },
  });
  const { files } = await runOn({ files: { 'suivi.xlsx': undated } }, 'publish suivi.xlsx --output jeu');
  const readMe = new TextDecoder().decode(files.get('jeu/LISEZMOI.txt')).replace(/\s/g, ' ');
  expect(readMe).toContain('non calculables d’après le suivi, laissés vides dans les tables : CP et restes à payer.');
  expect((await published()).files.get('LISEZMOI.txt')).not.toContain('non calculables');
});

describe('free texts', () => {
  /** The identifiers that `publish` shows, by text. */
  const idsIn = (out: string): ReadonlyMap<string, string> =>
    new Map([...out.matchAll(/^ {2}([0-9a-f]{8}) \[\w+\] (.*)$/gm)].map(([, id = '', text = '']) => [text, id]));
  const publish = async (options: string, file = BYTES): ReturnType<typeof runOn> =>
    runOn({ files: { 'suivi.xlsx': file } }, `publish suivi.xlsx --output jeu${options}`);
  const operations = ({ files }: Awaited<ReturnType<typeof runOn>>): string =>
    new TextDecoder().decode(files.get('jeu/operations.csv'));

  test('no object and no supplier, even in a column that is asked for, unless each is confirmed', async () => {
    const [without, listed] = [await publish(''), await publish(' --with objet')];
    expect(without.out).not.toContain('Dupont');
    for (const { files } of [without, listed])
      for (const [path, bytes] of files)
        if (path.startsWith('jeu/')) expect([path, Buffer.from(bytes).includes('Dupont')]).toEqual([path, false]);
    const id = idsIn(listed.out).get('Madame Dupont, formatrice') ?? '';
    expect(listed.out).toContain(`${id} [objet] Madame Dupont, formatrice`);
    const confirmed = await publish(` --with objet --with-text ${id}`);
    expect(operations(confirmed)).toContain('"Madame Dupont, formatrice"');
    expect(operations(confirmed)).not.toContain('HYPERLINK');
  });

  test('a confirmed text does not run as a formula', async () => {
    const id = idsIn((await publish(' --with objet')).out).get('=HYPERLINK("http://exemple")') ?? '';
    expect(operations(await publish(` --with objet --with-text ${id}`))).toContain(`"'=HYPERLINK(""http://exemple"")"`);
  });

  test('a comment of the Bilan with a name is left out until it is confirmed', async () => {
    const report = await runOn({ files: { 'suivi.xlsx': BYTES } }, 'report suivi.xlsx --output avec.xlsx');
    const commented = withComment(report.files.get('avec.xlsx')!, 'Appeler Mme Martin au 01 23 45 67 89');
    const first = await publish('', commented);
    const textsOf = (result: typeof first): string =>
      JSON.stringify(
        opened(result.files.get('jeu/documents.xlsx')!)
          .read()
          .sheets.map(({ values }) => values),
      );
    expect(textsOf(first)).not.toContain('Martin');
    const id = idsIn(first.out).get('Appeler Mme Martin au 01 23 45 67 89') ?? '';
    const second = await publish(` --with-text ${id}`, commented);
    expect(textsOf(second)).toContain('Appeler Mme Martin');
    const changed = withComment(report.files.get('avec.xlsx')!, 'Appeler Mme Martin au 06 99 99 99 99');
    const third = await publish(` --with-text ${id}`, changed);
    expect([third.code, third.error.replaceAll('\u00a0', ' ')]).toEqual([
      2,
      expect.stringContaining(`aucun texte libre n’a l’identifiant « ${id} »`),
    ]);
  });

  test('a text of a register of the qualitative report too, and those of ENV_Convention about the signature', async () => {
    const { out } = await publish('');
    const kinds = new Set([...out.matchAll(/\[(\w+)\]/g)].map(([, kind]) => kind));
    expect(kinds).toEqual(new Set(['indicateur', 'jalon', 'signature', 'comptable']));
  });
});

/** The workbook with a comment in the first cell for one of the Bilan. */
function withComment(bytes: Uint8Array, comment: string): Uint8Array {
  const file = opened(bytes);
  const sheet = file.read().sheets.find(({ name }) => name === 'Bilan financier 2023')!;
  const [top, left] = [sheet.used?.top ?? 0, sheet.used?.left ?? 0];
  const headings = sheet.values.findIndex((row) => row.includes('Observations'));
  const column = sheet.values[headings]!.indexOf('Observations');
  const cells = [[{ value: comment, style: 'inputText' as const }]];
  const step = { kind: 'setCells' as const, sheet: sheet.name, top: top + headings + 1, left: left + column, cells };
  const written = file.apply({ purpose: 'documents', expected: [], steps: [step] });
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return written.value;
}

test('each file has its size and its hash, the package its instant, and the convention its place', async () => {
  const convention = 'Convention de délégation de gestion';
  const machine = { files: { ...MACHINE.files, 'signee.txt': convention } };
  const options = ['--contact', 'Bureau du budget <budget@dge.gouv.fr>', '--convention-text', 'signee.txt'];
  const { files } = await runOn(machine, ['publish', 'suivi.xlsx', '--output', 'jeu', ...options]);
  const descriptor = JSON.parse(new TextDecoder().decode(files.get('jeu/datapackage.json'))) as {
    readonly resources: readonly { readonly path: string; readonly bytes: number; readonly hash: string }[];
  };
  for (const { path, bytes, hash } of descriptor.resources) {
    const content = files.get(`jeu/${path}`)!;
    expect([path, bytes, hash]).toEqual([
      path,
      content.length,
      `sha256:${createHash('sha256').update(content).digest('hex')}`,
    ]);
  }
  expect(descriptor).toMatchObject({
    created: '2024-01-15T09:30:00.000Z',
    frequency: 'annual',
    spatial: { zones: ['country:fr'] },
    contributors: expect.arrayContaining([
      { title: 'Bureau du budget', email: 'budget@dge.gouv.fr', role: 'maintainer' },
    ]) as unknown,
  });
  expect(descriptor.resources.map(({ path }) => path)).toEqual([
    'enveloppes.csv',
    'postes.csv',
    'operations.csv',
    'documents.xlsx',
    'convention.txt',
  ]);
  expect(new TextDecoder().decode(files.get('jeu/convention.txt'))).toBe(convention);
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
  ${'publish --output jeu'}                       | ${/indiquez au moins un classeur/}
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

/** `enveloppe check`: figures, findings, exit codes; and one sentence for each refusal. */
import { TABLES } from '../../src/workbook/workbook-names';
import { makeXlsx } from '../support/readers/xlsx-package';
import { runOn } from '../support/cli-machine';
import { setCell, written } from '../support/readers/xlsx-read';
import { withParts } from '../support/readers/zip-parts';
import { ledgerFile, ledgerRow, MARCH_31 } from '../support/ledgers/ledger-file';

const CLEAN = ledgerFile([
  ledgerRow({ 'Montant AE': 1_000.5 }),
  ledgerRow({
    "Date d'engagement": null,
    'Date de service fait': MARCH_31,
    'Date de paiement': MARCH_31,
    'Montant CP': 400.25,
  }),
]);
const WITHOUT_ROWS = ledgerFile([]);
const WITHOUT_AMOUNTS = ledgerFile([ledgerRow({}), ledgerRow({ 'N° EJ': '1405612346' })]);
const WRONG = ledgerFile([
  ledgerRow({ 'Montant AE': 1_000 }),
  ledgerRow({ 'N° EJ': '1405612346', 'Montant AE': 20, Activité: 10_300_000_104 }),
]);

describe('figures', () => {
  test('one JSON object on one line, with amounts as decimal strings', async () => {
    const { code, out, error } = await runOn({ files: { 'a.xlsx': CLEAN } }, 'check a.xlsx --format json');
    expect(out.endsWith('}\n') && out.trimEnd().split('\n')).toHaveLength(1);
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(report).toMatchObject({
      file: 'a.xlsx',
      convention: 'dgefp-dge-2023',
      asOf: '2023-12-31',
      rows: { read: 2, checked: 2, unchecked: 0, ignored: 0 },
      findings: [],
    });
    expect(report['envelopes']).toMatchObject([
      {
        code: 'PDE',
        AE: { allocated: '500000.00', consumed: '1000.50', remaining: '498999.50' },
        CP: { consumed: '400.25', rapOpening: '73032.00', rapPaid: '0.00' },
      },
      { code: 'SF', AE: { allocated: '100000.00', consumed: '0.00', rate: '0' } },
    ]);
    expect([code, error]).toEqual([0, '']);
  });

  test('as of an earlier day, or today', async () => {
    const consumed = async (words: string, today: string): Promise<unknown> => {
      const { out } = await runOn({ files: { 'a.xlsx': CLEAN }, today }, `check a.xlsx --format json${words}`);
      return (JSON.parse(out) as { total: { AE: { consumed: string } } }).total.AE.consumed;
    };
    expect(await consumed(' --as-of 2023-03-30', '2023-12-31')).toBe('0.00');
    expect(await consumed(' --as-of=31/03/2023', '2023-01-01')).toBe('1000.50');
    expect(await consumed('', '2023-03-30')).toBe('0.00');
  });

  test('each credit year of a convention, so that a ceiling exceeded in an earlier one is still seen', async () => {
    const october = 44_500; // 31/10/2021
    const file = ledgerFile(
      [
        ledgerRow({
          'Axe ministériel 2': 'P305',
          'Domaine fonctionnel': '0305-02-01',
          'Centre financier': '0305-CDGT-C001',
          "Date d'engagement": october,
          'Montant AE': 400_000,
        }),
      ],
      { convention: false },
    );
    const yearsAt = async (day: string): Promise<unknown> => {
      const { out } = await runOn(
        { files: { 'a.xlsx': file } },
        `check a.xlsx --convention dgefp-dgtresor-cis --as-of ${day} --format json`,
      );
      const { years } = JSON.parse(out) as {
        years: { year: number; envelopes: { code: string; AE: { allocated: string; consumed: string } }[] }[];
      };
      return years.map(({ year, envelopes }) => {
        const { AE } = envelopes.find(({ code }) => code === 'P305')!;
        return [year, AE.allocated, AE.consumed];
      });
    };
    expect(await yearsAt('2022-06-30')).toEqual([
      [2021, '300000.00', '400000.00'],
      [2022, '50000.00', '0.00'],
    ]);
    expect(await yearsAt('2021-09-30')).toEqual([[2021, '300000.00', '0.00']]);
  });

  test('as text, by envelope', async () => {
    const { code, out } = await runOn({ files: { 'a.xlsx': CLEAN } }, 'check a.xlsx');
    expect(out).toContain('a.xlsx — convention ECOI2236199X, situation au 31/12/2023');
    expect(out).toMatch(
      /PDE — Place des entreprises\n {10}dotation +consommé .*\n {2}AE {2}500\u202f000,00\u00a0€ +1\u202f000,50\u00a0€/,
    );
    expect(out).toMatch(
      /Lignes\u00a0: 2\u00a0lues, 2\u00a0contrôlées, 0\u00a0non contrôlée, 0\u00a0ignorée\n\nCe qui a été lu\n {2}suivi\u00a0: 'Suivi 2023'!A3:M5 \(Suivi\), 2\u00a0lignes avec montant, AE 1\u202f000,50\u00a0€, CP 400,25\u00a0€ [^]*\n\nAucun constat\.\n\nTotal\u00a0: 2\u00a0lignes .*\n$/,
    );
    expect(code).toBe(0);
  });
});

describe('findings', () => {
  test('an error finding gives 1, at the cell to repair', async () => {
    const { code, out } = await runOn({ files: { 'a.xlsx': WRONG } }, 'check a.xlsx --format json');
    const { findings } = JSON.parse(out) as { findings: unknown[] };
    expect(findings).toMatchObject([
      { rule: 'IMP-04', severity: 'error', sheet: 'Suivi 2023', row: 5, cell: 'G5', repair: '010300000104' },
    ]);
    expect(code).toBe(1);
  });

  test('as text, by envelope and by rule, in French or in English', async () => {
    const french = await runOn({ files: { 'a.xlsx': WRONG } }, 'check a.xlsx');
    expect(french.out).toMatch(
      /Constats\u00a0: 1\u00a0erreur, 0\u00a0avertissement, 0\u00a0information\n\nPDE\n {2}IMP-04 Zéro initial perdu \(1\)\n {4}Suivi 2023!G5 \[Erreur\] /,
    );
    const english = await runOn({ files: { 'a.xlsx': WRONG } }, 'check a.xlsx --lang en');
    expect(english.out).toMatch(/\n\nPDE\n {2}IMP-04 .* \(1\)\n {4}Suivi 2023!G5 \[Error\] /);
  });

  test('amounts that are not read are reported under the figures that lack them', async () => {
    const rows = [ledgerRow({ 'Montant AE': 1_000 }), ledgerRow({ 'N° EJ': '1405612347', 'Montant AE': '12,5 K' })];
    const { out } = await runOn({ files: { 'a.xlsx': ledgerFile(rows) } }, 'check a.xlsx');
    expect(out.match(/Calculé sans 1\u00a0montant d’AE non lu/g)).toHaveLength(2); // PDE, and the whole convention
  });

  test('so are payments whose date cannot be read: they are reserved, and may be paid', async () => {
    const paid = { 'Montant AE': 5_000, 'Date de service fait': 45_000, 'Montant CP': 1_200 };
    const dates: readonly (number | string)[] = [45_010, 'avril 2023', '10/02'];
    const rows = dates.map((date, index) =>
      ledgerRow({ 'N° EJ': `140561235${index}`, ...paid, 'Date de paiement': date }),
    );
    const { out } = await runOn({ files: { 'a.xlsx': ledgerFile(rows) } }, 'check a.xlsx');
    expect(out.replace(/\s/g, ' ')).toContain(
      'CP consommés calculés sans 2 400,00 €, en attente : date de paiement illisible sur 2 lignes',
    );
  });

  test('a long list: the first findings in full, the cells of the next ones, the number of the others', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      ledgerRow({ 'N° EJ': `14056${String(index).padStart(5, '0')}`, 'Montant AE': 1, Activité: 10_300_000_104 }),
    );
    const { out } = await runOn({ files: { 'a.xlsx': ledgerFile(rows) } }, 'check a.xlsx');
    expect(out.match(/\[Erreur\]/g)).toHaveLength(5);
    expect(out).toMatch(/\n {4}Aussi en Suivi 2023!G9, G10, G11,/);
    expect(out).toContain('… et 5\u00a0autres');
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      'Total\u00a0: 60\u00a0lignes contrôlées sur 60\u00a0lues\u00a0; 60\u00a0erreurs, 0\u00a0avertissement, 0\u00a0information',
    );
  });

  test('no line is longer than 100 characters', async () => {
    const long = ledgerRow({
      'Montant AE': 123_456_789.12,
      Activité: 10_300_000_104,
      'Date de service fait': 'dès que possible, au plus tard fin mars',
    });
    for (const options of ['', ' --lang en']) {
      const { out } = await runOn({ files: { 'a.xlsx': ledgerFile([long]) } }, `check a.xlsx${options}`);
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('several workbooks', () => {
  test('one object a line; a workbook that cannot be used does not stop the others, and gives 2', async () => {
    const { code, out, error } = await runOn(
      { files: { 'a.xlsx': CLEAN, 'b.xlsx': '%PDF-1.4', 'c.xlsx': WRONG } },
      'check a.xlsx b.xlsx c.xlsx --format json',
    );
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { file: string }).file),
    ).toEqual(['a.xlsx', 'c.xlsx']);
    expect(error.trimEnd().split('\n')).toEqual([
      'b.xlsx\u00a0: Ce fichier n’est pas un classeur Excel\u00a0: c’est un document PDF. Choisissez le classeur .xlsx lui-même.',
    ]);
    expect(code).toBe(2);
  });

  test('as text, one after the other, and a last line for all of them', async () => {
    const { out } = await runOn(
      { files: { 'a.xlsx': CLEAN, 'b.xlsx': '%PDF-1.4', 'c.xlsx': WRONG } },
      'check a.xlsx b.xlsx c.xlsx',
    );
    expect(out).toMatch(/\nTotal\u00a0: 2\u00a0lignes .*\n\nc\.xlsx — convention /);
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      'Ensemble\u00a0: 2\u00a0classeurs contrôlés sur 3\u00a0; 1\u00a0erreur, 0\u00a0avertissement, 0\u00a0information',
    );
  });

  test('the exit code is the worst one', async () => {
    expect((await runOn({ files: { 'a.xlsx': CLEAN, 'c.xlsx': WRONG } }, 'check c.xlsx a.xlsx')).code).toBe(1);
  });
});

describe('the convention', () => {
  const BARE = ledgerFile([ledgerRow({ 'Montant AE': 1 })], { convention: false, table: false });

  test('is that of the workbook, or the one named by --convention', async () => {
    const without = await runOn({ files: { 'a.xlsx': BARE } }, 'check a.xlsx');
    expect([without.code, without.out]).toEqual([2, '']);
    expect(without.error).toMatch(/^a\.xlsx\u00a0: Le classeur ne contient pas les données de la convention\. /);
    const named = await runOn({ files: { 'a.xlsx': BARE } }, 'check a.xlsx --convention dgefp-dge-2023 --format json');
    expect([named.code, (JSON.parse(named.out) as { convention: string }).convention]).toEqual([0, 'dgefp-dge-2023']);
  });

  test.each<[string, (text: string) => string]>([
    ['were renamed', (text) => text.replace(/((?:displayN| n)ame="ENV_\w+)"/g, '$1_2"')],
    [
      'were made plain ranges',
      (text) => text.replace(/<tableParts.*<\/tableParts>|<Relationship [^>]*\/table"[^>]*>/gs, ''),
    ],
  ])('whose tables %s is refused at the cells of each of them', async (_, lose) => {
    const lost = withParts(CLEAN, lose);
    const { code, error } = await runOn({ files: { 'a.xlsx': lost } }, 'check a.xlsx');
    expect(code).toBe(2);
    expect(error).toContain('(ENV_Convention, Convention!A4)');
    expect(error).toContain("ENV_Enveloppes ('Enveloppes et postes'!A4), ENV_Postes (");
    expect(new Set(error.match(/ENV_\w+/g))).toEqual(new Set(Object.values(TABLES)));
  });

  test('may be a JSON file, which is refused when it is not JSON', async () => {
    const machine = { files: { 'a.xlsx': BARE, 'c.json': '{"id":', 'd.json': '{}' } };
    expect((await runOn(machine, 'check a.xlsx --convention c.json')).error).toContain(
      '« c.json » n’est pas un fichier JSON',
    );
    for (const name of ['c.json', 'd.json', 'e.json', 'autre']) {
      const { code, out, error } = await runOn(machine, `check a.xlsx --convention ${name}`);
      expect([name, code, out, error.trimEnd().split('\n').length]).toEqual([name, 2, '', 1]);
    }
  });
});

describe('files that cannot be used', () => {
  const cases: readonly (readonly [string, Uint8Array | string | null, RegExp])[] = [
    ['a file that is not there', null, /^Le fichier « x\.xlsx » n’existe pas/],
    ['an empty file', '', /le fichier est vide/],
    ['a CSV', 'a;b\n', /fichier texte \(CSV\)/],
    ['a damaged file', CLEAN.slice(0, 2_000), /endommagé \(ZIP\)/],
    ['a workbook without a ledger', makeXlsx({ sheets: [{ name: 'Vide' }] }), /Aucun tableau de suivi/],
  ];
  test.each(cases)('%s', async (_, content, sentence) => {
    const { code, out, error } = await runOn(
      { files: content === null ? {} : { 'x.xlsx': content } },
      'check x.xlsx --convention dgefp-dge-2023',
    );
    expect([code, out, error.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(error.replaceAll('\u00a0', ' ')).toMatch(sentence);
    expect(error).not.toMatch(/ at |Error/);
  });
});

describe('results of formulas', () => {
  test('missing results are reported on the error output, and are errors of their cells', async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><v>Axe ministériel 2</v></c><c r="B1" t="str"><v>N° EJ</v></c><c r="C1" t="str"><v>Montant AE</v></c></row>';
    const formula =
      '<row r="2"><c r="A2" t="str"><v>PDE</v></c><c r="B2" t="str"><v>1405612345</v></c><c r="C2"><f>1+1</f></c></row>';
    const bytes = makeXlsx({ sheets: [{ name: 'Suivi', rows: rows + formula }] });
    const { out, error } = await runOn(
      { files: { 'a.xlsx': bytes } },
      'check a.xlsx --convention dgefp-dge-2023 --format json',
    );
    expect(error).toMatch(/^a\.xlsx\u00a0: 1\u00a0formule sans résultat enregistré \(la première\u00a0: Suivi!C2\)/);
    const report = JSON.parse(out) as { findings: { rule: string; cell: string }[]; unchecked: unknown[] };
    expect(report.findings.map(({ rule, cell }) => `${rule} ${cell}`)).toContain('DON-06 C2');
    expect(report.unchecked).toEqual([{ sheet: 'Suivi', row: 2, reason: 'amountUnreadable' }]);
  });
});

test('a column in thousands of euros is converted and reported', async () => {
  const thousands = written(
    ledgerFile([ledgerRow({ 'Montant AE': 1.5 })], { table: false }),
    setCell('Suivi 2023', 'L3', 'Montant AE (k€)'),
  );
  const { out } = await runOn({ files: { 'a.xlsx': thousands } }, 'check a.xlsx');
  expect(out.replace(/[\u00a0\u202f]/g, ' ')).toContain(
    'Suivi 2023, colonne « Montant AE (k€) » : lue en k€ et convertie en euros.',
  );
  const json = await runOn({ files: { 'a.xlsx': thousands } }, 'check a.xlsx --format json');
  const report = JSON.parse(json.out) as { units: unknown; envelopes: { AE: { consumed: string } }[] };
  expect(report.units).toEqual([{ sheet: 'Suivi 2023', heading: 'Montant AE (k€)', unit: 'k€' }]);
  expect(report.envelopes[0]?.AE.consumed).toBe('1500.00');
});

test('one column of AE and CP in thousands of euros is reported once', async () => {
  const both = written(
    ledgerFile([ledgerRow({ 'Montant AE': 1.5 })], { table: false }),
    setCell('Suivi 2023', 'A3', 'AE/CP'),
    setCell('Suivi 2023', 'A4', 'AE'),
    setCell('Suivi 2023', 'L3', 'Montant (k€)'),
    setCell('Suivi 2023', 'M3', 'Observations'),
  );
  const { out } = await runOn({ files: { 'a.xlsx': both } }, 'check a.xlsx');
  expect(out.match(/lue en k€ et convertie en euros/g)).toHaveLength(1);
  const json = await runOn({ files: { 'a.xlsx': both } }, 'check a.xlsx --format json');
  expect((JSON.parse(json.out) as { units: unknown[] }).units).toHaveLength(1);
});

describe('columns mapped for one run', () => {
  const headings = { 'Montant AE': 'Bloqué', 'Montant CP': 'Sorti' };
  const file = ledgerFile([ledgerRow({ 'Montant AE': 1_000 })], { headings });
  const consumed = async (command: readonly string[]): Promise<unknown> => {
    const { out, error } = await runOn({ files: { 'a.xlsx': file } }, [...command, '--format', 'json']);
    return out === '' ? error : (JSON.parse(out) as { total: { AE: { consumed: string } } }).total.AE.consumed;
  };

  test('a heading that no word explains is read as the user maps it', async () => {
    expect(await consumed(['check', 'a.xlsx', '--map', 'Bloqué=Montant AE', '--map', 'Sorti=cp'])).toBe('1000.00');
  });

  test('a field is named as messages name it, in either language', async () => {
    expect(await consumed(['check', 'a.xlsx', '--map', 'Bloqué=AE amount', '--map', 'Sorti=Montant CP'])).toBe(
      '1000.00',
    );
    expect(await consumed(['check', 'a.xlsx', '--map', 'Bloqué=AE amount', '--map', 'Sorti=Cost centre'])).toBe(
      '1000.00',
    );
  });

  test.each([
    ['no heading', '=Montant AE', /EN-TÊTE=CHAMP/],
    ['no field of that name', 'Bloqué=Ticket', /« Ticket » n’est pas un champ/],
    [
      'no such column',
      'Absent=Montant AE',
      /aucun tableau du suivi ne lit ainsi une colonne « Absent » ; elle n’y est pas, ou une autre y a ce champ\. Voir enveloppe --help\./,
    ],
  ])('%s: one sentence, and nothing is half applied', async (_, mapping, sentence) => {
    const { code, out, error } = await runOn({ files: { 'a.xlsx': CLEAN } }, ['check', 'a.xlsx', '--map', mapping]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(sentence);
  });
});

test.each([
  ['fr', /2\scontrôlées.*\n.*Aucun montant lu\s: les lignes du suivi n’ont ni AE ni CP\./],
  ['en', /2 checked.*\n.*No amount was read: the rows of the ledger have neither AE nor CP\./],
])('a ledger whose rows have no amount is not reported as right, in %s', async (language, sentence) => {
  const { out } = await runOn({ files: { 'a.xlsx': WITHOUT_AMOUNTS } }, `check a.xlsx --lang ${language}`);
  expect(out).toMatch(sentence);
  expect(out).not.toMatch(/Aucun constat|No finding/);
});

test('a ledger without rows is not reported as right', async () => {
  const { out } = await runOn({ files: { 'a.xlsx': WITHOUT_ROWS } }, 'check a.xlsx');
  expect(out).toContain('Aucune ligne lue');
  expect(out).not.toContain('Aucun constat');
});

describe('a convention that replaces that of the workbook', () => {
  const check = async (words: string): Promise<string> => {
    const { out } = await runOn({ files: { 'a.xlsx': CLEAN } }, `check a.xlsx ${words}`);
    return out.replace(/[\s\u00a0]+/g, ' ');
  };

  test('its registers are reported as not used, with their rows', async () => {
    const sentence = /La convention du classeur n’est pas utilisée : --convention la remplace.*ENV_Obligations : \d+/;
    expect(await check('--convention dgefp-dge-2023')).toMatch(sentence);
    expect(await check('--convention dgefp-dge-2023 --lang en')).toMatch(/is not used: --convention replaces it/);
    expect(await check('')).not.toMatch(/n’est pas utilisée/);
  });

  test('the account of reading no longer lists its tables as read', async () => {
    const reasonsOf = async (words: string): Promise<readonly string[]> => {
      const { reading } = JSON.parse(await check(`--format json ${words}`)) as {
        reading: readonly { role: string; reason: string }[];
      };
      return [...new Set(reading.filter(({ role }) => role === 'convention').map(({ reason }) => reason))];
    };
    expect(await reasonsOf('')).toEqual(['table de la convention']);
    expect((await reasonsOf('--convention dgefp-dge-2023')).join()).toMatch(/^table d’une convention .* pas utilisée/);
  });
});

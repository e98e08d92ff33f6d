/** `enveloppe reconcile`: totals, findings, exit codes, and one sentence for each refusal. */
import { planAcceptance } from '../../src/application/writing/accept';
import { openDossier } from '../../src/application/open-dossier';
import { extractsOf } from '../../src/application/reconciliation/read-extracts';
import { control } from '../../src/application/control';
import { reconcileDossier } from '../../src/application/reconciliation/reconcile-dossier';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Result } from '../../src/domain/result';
import type { PlannedCell } from '../../src/workbook/plan';
import { blankXlsx } from '../../src/adapters/xlsx/write/blank';
import { runOn } from '../support/cli-machine';
import { HEADINGS, ledgerFile, ledgerRow, MARCH_31 } from '../support/ledgers/ledger-file';
import { opened, setCell, written } from '../support/readers/xlsx-read';

const WORKBOOK = ledgerFile([
  ledgerRow({ 'Montant AE': 1_000.5 }),
  ledgerRow({
    "Date d'engagement": null,
    'Date de service fait': MARCH_31,
    'Date de paiement': MARCH_31,
    'Montant CP': 400.25,
  }),
]);

const AE_HEADINGS = [
  'Centre financier - Programme (Clé)',
  'Domaine fonctionnel - Clé',
  'Centre de coûts - Clé (non composée)',
  'Référentiel de programmation - Clé (non composée)',
  'N° EJ',
  'N° EJ - Date de réplication (Clé)',
  'N° poste EJ',
  "Date de dernière modif. de l'EJ",
  'Montant engagé (EUR)',
  'Centre financier - Clé (non composée)',
  'Axe ministériel 2',
  'Société - Clé',
];
const CP_HEADINGS = [
  'N° EJ',
  'N° poste EJ',
  'N° DP - Clé (non composée)',
  'N° poste DP',
  'Date de dernière opération sur la DP',
  'Exercice comptable - Clé (non composée)',
  'Société - Clé',
  'Montant payé (EUR)',
];

const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n') + '\r\n';
const ae = (ej: string, amount: string): string[] => [
  '0103',
  '0103-01-01',
  'EMPEF00075',
  '010300000104',
  ej,
  '31/03/2023',
  '1',
  '31/03/2023',
  amount,
  '0103-CEFP-C002',
  'PDE',
  'ADCE',
];
const cp = (ej: string, dp: string, amount: string): string[] => [
  ej,
  '1',
  dp,
  '1',
  '05/04/2023',
  '2023',
  'ADCE',
  amount,
];

const AE = csv(AE_HEADINGS, ae('1405612345', '1 000,50'));
const CP = csv(CP_HEADINGS, cp('1405612345', '0100083815', '400,25'));
function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const FILES = { 'a.xlsx': WORKBOOK, 'ae.csv': AE, 'cp.csv': CP };

describe('a finding that was accepted', () => {
  const GAP = csv(AE_HEADINGS, ae('1405612345', '1 100,50'), ae('1405619999', '7,00'));
  const later = csv(AE_HEADINGS, ae('1405610001', '0,00'), ae('1405619999', '7,00'), ae('1405612345', '1 100,50'));
  const given = { reason: 'Avenant non publié', author: 'Zoé', on: isoDate('2023-06-01') };

  /** The workbook with every finding of an extract accepted. */
  function accepted(extract: string): Uint8Array {
    const file = opened(WORKBOOK);
    const dossier = valueOf(openDossier(file.read()));
    const extracts = valueOf(extractsOf({ name: 'ae.csv', text: extract }));
    const report = reconcileDossier(dossier, control(dossier, isoDate('2023-12-31')), extracts);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['CHO-03', 'CHO-02']);
    return valueOf(file.apply(valueOf(planAcceptance(dossier, report, report.findings, given))));
  }

  test('stays listed with its author, date and reason, and gives 0; another extract of the same lines too', async () => {
    const files = { 'a.xlsx': accepted(GAP), 'ae.csv': GAP, 'plus tard.csv': later, 'cp.csv': CP };
    for (const extract of ['ae.csv', 'plus tard.csv']) {
      const { code, out } = await runOn({ files }, [
        'reconcile',
        'a.xlsx',
        '--chorus',
        extract,
        'cp.csv',
        '--format',
        'json',
      ]);
      const { findings } = JSON.parse(out) as {
        findings: readonly { readonly rule: string; readonly accepted: unknown }[];
      };
      const by = { by: 'Zoé', on: '2023-06-01', reason: 'Avenant non publié' };
      expect(findings.map((finding) => [finding.rule, finding.accepted])).toEqual(
        expect.arrayContaining([
          ['CHO-03', by],
          ['CHO-02', by],
        ]),
      );
      expect([extract, code]).toEqual([extract, 0]);
    }
    const { out } = await runOn({ files }, 'reconcile a.xlsx --chorus ae.csv');
    expect(out).toMatch(/dont 2\u00a0acceptés avec un motif/);
    expect(out).toMatch(/Accepté par Zoé le 01\/06\/2023/);
  });

  test('is left alone by an extract with which nothing could be compared', async () => {
    const files = { 'a.xlsx': accepted(GAP), 'sans-ej.csv': withoutEj() };
    const { code, out } = await runOn({ files }, 'reconcile a.xlsx --chorus sans-ej.csv');
    expect([code, /CHO-0|acceptation|constat/.exec(out)]).toEqual([1, null]);
  });

  test('is open again when the amount changes in Chorus: the acceptance is reported as unmatched, by reconcile alone', async () => {
    const files = { 'a.xlsx': accepted(GAP), 'ae.csv': GAP.replace('1 100,50', '1 100,51') };
    const { code, out } = await runOn({ files }, 'reconcile a.xlsx --chorus ae.csv');
    expect(code).toBe(1);
    expect(out).toMatch(/1\u00a0acceptation ne correspond plus/);
    expect((await runOn({ files }, 'check a.xlsx')).out).not.toMatch(/acceptation/);
  });
});

/** Nothing can be compared without the numbers. */
function withoutEj(): string {
  const headings = AE_HEADINGS.filter((heading) => !heading.startsWith('N° EJ'));
  return csv(
    headings,
    ae('1405612345', '1 000,50').filter((_, at) => at !== 4 && at !== 5),
  );
}

test('an extract with nothing in common is no success: the cause comes first, and the exit code is 1', async () => {
  const files = { 'a.xlsx': WORKBOOK, 'sans-ej.csv': withoutEj() };
  const { code, out } = await runOn({ files }, 'reconcile a.xlsx --chorus sans-ej.csv');
  const plain = out.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').replaceAll('’', "'");
  expect(code).toBe(1);
  expect(plain).toContain(
    "Part du suivi comparée : Rien n'a pu être comparé\n  La colonne « N° EJ » est absente de l'extrait.",
  );
  expect(plain).toContain("AE : 0 % ; 0 ligne sur 1 à comparer : 1 000,50 € d'AE sans contrôle.");
  expect(plain).toMatch(/Place des entreprises +AE +1 000,50 € +— +—/);
  expect(plain).not.toContain('Aucun constat');
  const json = await runOn({ files }, 'reconcile a.xlsx --chorus sans-ej.csv --format json');
  const { coverage } = JSON.parse(json.out) as { coverage: readonly Record<string, unknown>[] };
  expect(coverage.map(({ nature, state, percent, causes }) => [nature, state, percent, causes])).toEqual([
    ['AE', 'none', 0, ['keyNotGiven']],
    ['CP', 'none', 0, ['natureNotGiven']],
  ]);
});

test('an extract of other operations alone: that nothing was compared is reported once, and no row nor line', async () => {
  const other = csv(AE_HEADINGS, ae('1405699999', '2 000,00'));
  const files = { 'a.xlsx': WORKBOOK, 'autre.csv': other };
  const { code, out } = await runOn({ files }, 'reconcile a.xlsx --chorus autre.csv');
  expect(out.match(/Rien n’a pu être comparé/g)).toHaveLength(1);
  expect([code, /CHO-0|constat/.exec(out)]).toEqual([1, null]);
  const json = await runOn({ files }, 'reconcile a.xlsx --chorus autre.csv --format json');
  const { coverage, findings } = JSON.parse(json.out) as {
    coverage: readonly { readonly state: string }[];
    findings: readonly unknown[];
  };
  expect([coverage.map(({ state }) => state), findings]).toEqual([['none', 'none'], []]);
});

describe('both sides equal', () => {
  test('with a line that is not read, it is no success: its number comes first, and the exit code is 1', async () => {
    const files = {
      ...FILES,
      'ae.csv': csv(AE_HEADINGS, ae('1405612345', '1 000,50'), ae('1405612345', '5 000,00 USD')),
    };
    const { code, out } = await runOn({ files }, 'reconcile a.xlsx --chorus ae.csv cp.csv');
    const plain = out.replaceAll('\u00a0', ' ').replaceAll('’', "'");
    expect(plain).toContain(
      "Part du suivi comparée : Extrait lu en partie : l'accord n'est pas établi\n  ae.csv : la ligne 3 n'est pas lue",
    );
    expect([code, plain.includes('Aucun constat')]).toEqual([1, false]);
    const json = await runOn({ files }, 'reconcile a.xlsx --chorus ae.csv cp.csv --format json');
    expect(JSON.parse(json.out)).toMatchObject({ unread: [{ extract: 'ae.csv', lines: [3], otherTotals: [] }] });
  });

  test('with an amount of the ledger that cannot be read, or a sheet that is not, it is no success: code 1', async () => {
    const row = ledgerRow({ 'Montant AE': 1_000.5 });
    const doubtful = ledgerFile([row, ledgerRow({ 'N° EJ': '1405610009', 'Montant AE': 'env. 500' })]);
    const cells = [
      ['Date', 'Objet', 'Montant'],
      [MARCH_31, 'Étude', 5_000],
      [MARCH_31, 'Formation', 3_500],
    ].map((values) => values.map((value): PlannedCell => ({ value, style: value === MARCH_31 ? 'date' : 'text' })));
    const beside = written(
      ledgerFile([row]),
      { kind: 'addSheet', sheet: 'Divers' },
      { kind: 'setCells', sheet: 'Divers', top: 0, left: 0, cells },
    );
    for (const [file, words] of [
      [doubtful, '1 montant du suivi est illisible'],
      [beside, '1 endroit n’est pas lu'],
    ] as const) {
      const files = { 'a.xlsx': file, 'ae.csv': AE };
      const { code, out } = await runOn({ files }, 'reconcile a.xlsx --chorus ae.csv');
      const plain = out.replaceAll('\u00a0', ' ');
      expect(plain).toContain('Part du suivi comparée : Suivi lu en partie : l’accord n’est pas établi');
      expect(plain).toContain(words);
      expect([code, plain.includes('Aucun constat')]).toEqual([1, false]);
    }
  });

  test.each([
    ['CP alone', '--chorus cp.csv', 'AE non comparées', 'Aucun extrait ne contient les engagements'],
    ['AE alone', '--chorus ae.csv', 'CP non comparés', 'Aucun extrait ne contient les paiements'],
    ['an extract of AE without a line', '--chorus cp.csv vide.csv', 'AE non comparées', 'ne contient aucune ligne'],
  ])('with one nature that is not compared, it is no success: %s', async (_, extracts, headline, cause) => {
    const files = { ...FILES, 'vide.csv': csv(AE_HEADINGS) };
    const { code, out } = await runOn({ files }, `reconcile a.xlsx ${extracts}`);
    const plain = out.replaceAll('\u00a0', ' ').replaceAll('’', "'");
    expect(plain).toContain(headline);
    expect(plain).toContain(cause);
    expect([code, plain.includes('Aucun constat')]).toEqual([1, false]);
  });

  test('gives 0, and a text that shows it', async () => {
    const { code, out, error } = await runOn({ files: FILES }, 'reconcile a.xlsx --chorus ae.csv cp.csv');
    const plain = out.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
    expect(error).toBe('');
    expect(plain).toContain('a.xlsx — convention ECOI2236199X, situation au 31/12/2023');
    expect(plain).toMatch(/^ +suivi +Chorus +écart$/m);
    expect(plain).toMatch(/^ {2}Place des entreprises +AE +1 000,50 € +1 000,50 € +0,00 €$/m);
    expect(plain).toMatch(/^ {2}Place des entreprises +CP +400,25 € +400,25 € +0,00 €$/m);
    expect(plain).toContain('  Rapproché, AE : 1 groupe ; suivi 1 (1 000,50 €), Chorus 1 (1 000,50 €)');
    expect(plain).toContain(
      'Chaque montant du suivi (2) et chaque ligne des extraits (2) figurent ci-dessus une seule fois.',
    );
    expect(plain.endsWith('Aucun constat.\n')).toBe(true);
    expect(code).toBe(0);
  });

  test('the workbook is found wherever it is named', async () => {
    for (const words of [
      '--chorus ae.csv cp.csv a.xlsx',
      'a.xlsx --chorus=ae.csv --chorus cp.csv',
      '--lang en a.xlsx --chorus ae.csv cp.csv',
    ]) {
      expect((await runOn({ files: FILES }, `reconcile ${words}`)).code).toBe(0);
    }
  });

  test('what a newer extract replaces is named', async () => {
    const other = ae('1405612399', '0,01');
    const changed = ae('1405612345', '1 000,50').map((cell, at) => (at === 7 ? '12/10/2023' : cell));
    const files = {
      'z.csv': csv(AE_HEADINGS, ae('1405612345', '900,00'), other),
      'ae2.csv': csv(AE_HEADINGS, changed, other),
    };
    const { out } = await runOn({ files: { ...FILES, ...files } }, 'reconcile a.xlsx --chorus z.csv ae2.csv cp.csv');
    const plain = out.replace(/[\u00a0\u202f]/g, ' ');
    expect(plain).toContain('Rapproché, AE : 1 groupe ; suivi 1 (1 000,50 €), Chorus 1 (1 000,50 €)');
    expect(plain).toContain(
      'remplacé par un extrait plus récent : suivi 0 (0,00 €), Chorus 1 (900,00 €)\n      EJ 1405612345\n',
    );
  });

  test('in English, with its punctuation', async () => {
    const { out } = await runOn({ files: FILES }, 'reconcile a.xlsx --chorus ae.csv cp.csv --lang en');
    expect(out).toContain('  AE: 100%; 1 row of 1 to compare');
    expect(out).not.toMatch(/[ \u00a0\u202f][;:]/u);
  });

  test('an extract may be a workbook', async () => {
    const rows = [AE_HEADINGS, ae('1405612345', '1 000,50')];
    const cells = rows.map((row) => row.map((value) => ({ value, style: 'text' }) as const));
    const workbook = written(
      blankXlsx(),
      { kind: 'addSheet', sheet: 'Extraction' },
      { kind: 'setCells', sheet: 'Extraction', top: 0, left: 0, cells },
    );
    const { code, out } = await runOn(
      { files: { ...FILES, 'ae.xlsx': workbook } },
      'reconcile a.xlsx --chorus ae.xlsx cp.csv',
    );
    expect([code, out.includes('ae.xlsx · Extraction')]).toEqual([0, true]);
  });
});

describe('differences', () => {
  const WRONG = {
    'a.xlsx': WORKBOOK,
    'ae.csv': csv(AE_HEADINGS, ae('1405612345', '1 200,50'), ae('1405612399', '70,00')),
    'cp.csv': CP,
  };

  test('gives 1; one JSON object with the totals, the balance, the groups and the findings', async () => {
    const { code, out } = await runOn({ files: WRONG }, 'reconcile a.xlsx --chorus ae.csv cp.csv --format json');
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(report).toMatchObject({
      file: 'a.xlsx',
      convention: 'dgefp-dge-2023',
      asOf: '2023-12-31',
      extracts: [
        { source: 'ae.csv', shape: 'nationalAe', lines: 2 },
        { source: 'cp.csv', shape: 'nationalCp', lines: 1, lacks: ['imputation', 'envelope'] },
      ],
      balance: {
        workbook: { AE: { count: 1, amount: '1000.50' }, CP: { count: 1, amount: '400.25' } },
        chorus: { AE: { count: 2, amount: '1270.50' }, CP: { count: 1, amount: '400.25' } },
      },
    });
    const column = String.fromCharCode(65 + HEADINGS.indexOf('Montant AE'));
    expect(report['totals']).toContainEqual({
      envelope: 'PDE',
      nature: 'AE',
      workbook: '1000.50',
      chorus: '1270.50',
      gap: '-270.00',
    });
    expect(report['groups']).toMatchObject([
      {
        status: 'amountDiffers',
        nature: 'AE',
        workbook: '1000.50',
        chorus: '1200.50',
        gap: '-200.00',
        rows: [{ sheet: 'Suivi 2023', row: 4 }],
        lines: [{ extract: 0, line: 2 }],
      },
      { status: 'matched', nature: 'CP', rows: [{ row: 5 }], lines: [{ extract: 1, line: 2, dp: '0100083815' }] },
      {
        status: 'notInLedger',
        nature: 'AE',
        rows: [],
        lines: [{ extract: 0, line: 3, ej: '1405612399', amount: '70.00' }],
      },
    ]);
    expect(report['findings']).toMatchObject([
      { rule: 'CHO-03', severity: 'error', sheet: 'Suivi 2023', row: 4, cell: `${column}4`, extract: null, line: null },
      { rule: 'CHO-02', sheet: null, cell: null, extract: 'ae.csv', line: 3 },
    ]);
    expect(code).toBe(1);
  });

  test('as text: the EJ, both amounts and the remedy', async () => {
    const { out } = await runOn({ files: WRONG }, 'reconcile a.xlsx --chorus ae.csv cp.csv');
    const plain = out.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
    expect(plain).toContain(
      'EJ 1405612345 : 1 000,50 € d’AE dans le suivi, 1 200,50 € dans Chorus, soit un écart de −200,00 €',
    );
    expect(plain).toContain(
      'EJ 1405612399 : 70,00 € d’AE dans Chorus au 31/03/2023, absents du suivi (ae.csv, ligne 3)',
    );
  });
});

describe('a refusal gives 2 and one sentence', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['no extract', 'reconcile a.xlsx', /reconcile attend --chorus/],
    ['no workbook', 'reconcile --chorus ae.csv', /indiquez au moins un classeur/],
    ['an extract that is not there', 'reconcile a.xlsx --chorus b.csv', /« b\.csv » n’existe pas/],
    ['an extract that is none', 'reconcile a.xlsx --chorus faux.csv', /^faux\.csv : /],
    ['a damaged workbook', 'reconcile a.xlsx --chorus faux.xlsx', /^faux\.xlsx : /],
    ['another format', 'reconcile a.xlsx --chorus ae.csv --format xml', /--format/],
  ];
  test.each(cases)('%s', async (_, command, sentence) => {
    const { code, out, error } = await runOn(
      { files: { ...FILES, 'faux.csv': '%PDF-1.4', 'faux.xlsx': 'PK\u0003\u0004' } },
      command,
    );
    expect([code, out, error.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(error.replaceAll('\u00a0', ' ')).toMatch(sentence);
  });
});

describe('--output', () => {
  test('writes the document in a copy, with a row in the journal', async () => {
    const { code, out, files } = await runOn(
      { files: FILES },
      'reconcile a.xlsx --chorus ae.csv cp.csv --output copie.xlsx --author Zoé',
    );
    expect(code).toBe(0);
    expect(out.replaceAll('\u00a0', ' ')).toContain('Écrit : copie.xlsx (Rapprochement Chorus 2023)');
    const workbook = opened(files.get('copie.xlsx')!).read();
    expect(workbook.sheets.map(({ name }) => name).slice(-2)).toEqual(['Rapprochement Chorus 2023', 'Journal']);
    expect(workbook.sheets.at(-1)?.values.at(-1)?.slice(1, 3)).toEqual(['Rapprochement Chorus', 'Zoé']);
    expect(files.get('a.xlsx')).toBe(WORKBOOK);
  });

  test('prints one JSON object and nothing else with --format json', async () => {
    const { out } = await runOn(
      { files: FILES },
      'reconcile a.xlsx --chorus ae.csv cp.csv --output copie.xlsx --format json',
    );
    expect(Object.keys(JSON.parse(out) as object)).toContain('balance');
  });

  test.each([
    ['text', 'out'],
    ['json', 'error'],
  ] as const)(
    'what was typed over the document is named, beside a JSON object on the error output: %s',
    async (format, output) => {
      const command = 'reconcile a.xlsx --chorus ae.csv cp.csv --output copie.xlsx';
      const first = (await runOn({ files: FILES }, command)).files.get('copie.xlsx')!;
      const edited = written(first, setCell('Rapprochement Chorus 2023', 'A1', 'Pour Mme Martin'));
      const again = await runOn({ files: { ...FILES, 'a.xlsx': edited } }, `${command} --format ${format}`);
      expect(again[output].replaceAll('\u00a0', ' ')).toContain('A1 « Pour Mme Martin »');
      if (format === 'json') expect(Object.keys(JSON.parse(again.out) as object)).toContain('balance');
    },
  );

  test.each([
    ['a copy that exists', 'reconcile a.xlsx --chorus ae.csv --output a.xlsx'],
    ['another extension', 'reconcile a.xlsx --chorus ae.csv --output copie.xlsm'],
    ['an author without a copy', 'reconcile a.xlsx --chorus ae.csv --author Zoé'],
  ])('%s is refused', async (_, command) => {
    const { code, out, files } = await runOn({ files: FILES }, command);
    expect([code, out, [...files.keys()]]).toEqual([2, '', Object.keys(FILES)]);
  });
});

/** « Ce qui a été lu » of `enveloppe check`: what each place of the workbook was taken for, in both languages. */
import { KNOWN_CONVENTIONS } from '../../src/conventions/index';
import { readingLines } from '../../src/cli/text-reading';
import { controlledAt } from '../../src/application/control';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { runOn } from '../support/cli-machine';
import { ledgerFile, ledgerRow, MARCH_31 } from '../support/ledgers/ledger-file';
import { written } from '../support/readers/xlsx-read';
import { sampleDossier } from '../support/sample-dossier';

const LEDGER = ledgerFile([ledgerRow({ 'Montant AE': 1_000 })]);
const LIST = [
  ['Qui', 'Quand', 'Combien'],
  ['Hermine', MARCH_31, 1_200],
  ['Ondine', MARCH_31, 850.5],
];
const PRICES = [
  ['Prestation', 'Montant TTC'],
  ['Jour de conseil', 1_200],
];

/** The ledger, and sheets of these cells. */
function workbookWith(sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Uint8Array {
  return written(
    LEDGER,
    ...Object.entries(sheets).flatMap(([sheet, rows]) => [
      { kind: 'addSheet' as const, sheet },
      {
        kind: 'setCells' as const,
        ...{ sheet, top: 0, left: 0, cells: rows.map((row) => row.map((value) => ({ value }))) },
      },
    ]),
  );
}

const BESIDE = workbookWith({ Divers: LIST, Tarifs: PRICES });

interface Place {
  readonly sheet: string;
  readonly place: string;
  readonly role: string;
  readonly reason: string;
  readonly rows: number;
  readonly sums: Readonly<Record<'AE' | 'CP' | 'other', string>>;
}

test('the text lists the places that are not read first, and the exit code is that of an error', async () => {
  const { code, out } = await runOn({ files: { 'a.xlsx': BESIDE } }, 'check a.xlsx');
  const [title, first, ...others] = out.slice(out.indexOf('Ce qui a été lu')).split('\n');
  expect(title).toBe('Ce qui a été lu');
  expect(`${first} ${others.join(' ')}`.replace(/[\s\u00a0\u202f]+/g, ' ')).toMatch(
    /^ non lu : Divers!A1:C3, 2 lignes avec montant, autres 2 050,50 € \(opérations que le suivi ne reprend pas\) suivi : .* hors opérations : Tarifs!A1:B2, 1 ligne avec montant, autres 1 200,00 € \(aucune opération : /,
  );
  expect(code).toBe(1);
});

test('in English', async () => {
  const { out } = await runOn({ files: { 'a.xlsx': BESIDE } }, 'check a.xlsx --lang en');
  expect(out.replace(/[\s\u00a0\u202f]+/g, ' ')).toMatch(
    /What was read not read: Divers!A1:C3, 2 rows with an amount, other €2,050.50 \(operations that the ledger does not include\) ledger: /,
  );
});

test('the text lists the columns that no figure uses, with their values, the rarest first', async () => {
  const rows = ['OK', 'KO', 'OK'].map((control, row) =>
    ledgerRow({ 'Montant AE': 1_000 + row, 'Centre de coûts': control }),
  );
  const { out } = await runOn(
    { files: { 'a.xlsx': ledgerFile(rows, { headings: { 'Centre de coûts': 'Contrôle' } }) } },
    'check a.xlsx',
  );
  expect(out.slice(out.indexOf('Colonnes non utilisées')).replace(/[\s\u00a0\u202f]+/g, ' ')).toMatch(
    /^Colonnes non utilisées Aucun chiffre n’en est tiré\. .* « Contrôle » \(colonne [A-Z]+\) : « KO », ligne \d+ ; « OK », 2 lignes, dont la ligne \d+ /,
  );
});

test('as JSON: the place, its role and why, its rows and its sums', async () => {
  const { code, out } = await runOn({ files: { 'a.xlsx': BESIDE } }, 'check a.xlsx --format json');
  const { reading, findings } = JSON.parse(out) as { reading: Place[]; findings: { rule: string; cell: string }[] };
  const others = reading.filter(({ sheet }) => sheet === 'Divers' || sheet === 'Tarifs');
  expect(others).toEqual([
    {
      ...{ sheet: 'Divers', place: 'A1:C3', role: 'unread', reason: 'opérations que le suivi ne reprend pas' },
      ...{ rows: 2, sums: { AE: '0.00', CP: '0.00', other: '2050.50' } },
    },
    {
      ...{ sheet: 'Tarifs', place: 'A1:B2', role: 'derived' },
      reason: expect.stringContaining('aucune opération') as string,
      ...{ rows: 1, sums: { AE: '0.00', CP: '0.00', other: '1200.00' } },
    },
  ]);
  const ledger = reading.filter(({ role }) => role === 'ledger');
  expect(ledger).toMatchObject([{ sheet: 'Suivi 2023', rows: 1, sums: { AE: '1000.00', CP: '0.00', other: '0.00' } }]);
  expect(findings).toMatchObject([{ rule: 'LEC-01', cell: 'A1' }]);
  expect(code).toBe(1);
});

test('operations whose amounts are words: their rows and how many amounts cannot be read, never 0,00', async () => {
  const rows = [
    ['Qui', 'Réglé le', 'Somme'],
    ['Hermine', MARCH_31, 'à préciser'],
    ['Ondine', MARCH_31, 'cent euros'],
  ];
  const files = { 'a.xlsx': workbookWith({ Divers: rows }) };
  const text = await runOn({ files }, 'check a.xlsx');
  expect(text.out.replace(/[\s\u00a0\u202f]+/g, ' ')).toContain(
    'non lu : Divers!A1:C3, 2 lignes, 2 montants illisibles (opérations que le suivi ne reprend pas)',
  );
  const json = await runOn({ files }, 'check a.xlsx --format json');
  const { reading, findings } = JSON.parse(json.out) as { reading: Place[]; findings: unknown[] };
  expect(reading.filter(({ sheet }) => sheet === 'Divers')).toMatchObject([
    {
      ...{ place: 'A1:C3', role: 'unread', rows: 2 },
      reason: 'opérations que le suivi ne reprend pas\u00a0; 2\u00a0montants illisibles',
    },
  ]);
  expect(findings).toMatchObject([{ rule: 'LEC-01', severity: 'error', found: '2\u00a0montants illisibles' }]);
  expect([text.code, json.code]).toEqual([1, 1]);
});

test('a sheet of archives is not left out in silence', async () => {
  const headings = ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'];
  const rows = [
    ['1405512390', 'Étude', 'PDE', MARCH_31, 1_200],
    ['1405512391', 'Audit', 'PDE', MARCH_31, 800],
  ];
  const { code, out } = await runOn(
    { files: { 'a.xlsx': workbookWith({ Archives: [headings, ...rows] }) } },
    'check a.xlsx --format json',
  );
  const { findings } = JSON.parse(out) as { findings: { rule: string; sheet: string }[] };
  expect([code, findings.map(({ rule, sheet }) => `${rule} ${sheet}`)]).toEqual([1, ['LEC-01 Archives']]);
});

test('the sample leaves nothing out, and infers nothing', () => {
  const dossier = sampleDossier();
  const { findings } = controlledAt(dossier, isoDate('2023-12-31')).report;
  expect(findings.filter(({ rule }) => rule.startsWith('LEC'))).toEqual([]);
  expect(dossier.account.filter(({ role }) => role === 'unread')).toEqual([]);
});

test.each(KNOWN_CONVENTIONS)('%s: the workbook that init writes has nothing unread', async (id) => {
  const made = await runOn({ files: {} }, `init --convention ${id} --output neuf.xlsx`);
  const { out } = await runOn({ files: Object.fromEntries(made.files) }, 'check neuf.xlsx --format json');
  const { reading, findings } = JSON.parse(out) as { reading: Place[]; findings: { rule: string }[] };
  expect(findings.filter(({ rule }) => rule.startsWith('LEC'))).toEqual([]);
  expect(new Set(reading.map(({ role }) => role))).toEqual(new Set(['convention', 'ledger']));
});

test('a key of the team comes before the other places of the convention, which may be more than are listed', () => {
  const place = { sheet: 'Convention', table: null, rows: 0, sums: { ae: 0, cp: 0, other: 0 }, unreadable: 0 };
  const shared = { ...place, detail: '', role: 'convention', isHidden: false } as const;
  const tables = Array.from({ length: 40 }, (_, row) => ({
    ...{ ...shared, area: `A${row + 1}:B${row + 1}`, reason: 'conventionTable' as const },
  }));
  const own = { ...shared, area: 'A59', reason: 'ownKey', detail: 'Contact' } as const;
  const unread = { ...shared, area: 'D1:E2', role: 'unread', reason: 'notRecognised' } as const;
  const [, first, ...others] = readingLines({ account: [...tables, unread, own] }, 'fr');
  expect(first).toContain('D1:E2');
  expect(others.join('\n').indexOf('A59')).toBeLessThan(others.join('\n').indexOf('A1:B1'));
  expect(others.join('\n')).toContain('Contact');
});

/**
 * « No personal data »: a name typed anywhere in the workbook is in no file of the publication, unless it is in the
 * list of what is published. Each free cell of every register has its own name.
 */
import { unzipSync } from 'fflate';
import { packPublication } from '../../../src/adapters/xlsx/publication-files';
import { control } from '../../../src/application/control';
import type { PackedPublication } from '../../../src/application/documents/publication';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import type { WriteStep } from '../../../src/workbook/plan';
import { findSheet, findTable, valueAt, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import {
  CLAUSE_NAMES,
  COLUMNS,
  CONVENTION_KEYS,
  TABLES,
  keyOfClause,
  type ConventionKey,
  type TableId,
} from '../../../src/workbook/workbook-names';
import type { Clause } from '../../../src/domain/envelopes/terms';
import { runOn } from '../../support/cli-machine';
import { ledgerFile, ledgerRow, MARCH_31 } from '../../support/ledgers/ledger-file';
import { opened, written } from '../../support/readers/xlsx-read';

/** Keys that hold a date, a number or a word of a list: a name in them is refused when the workbook is opened. */
const TYPED_KEYS: ReadonlySet<ConventionKey> = new Set([
  ...(['signedOn', 'endsOn', 'closingCommitment', 'closingService', 'closingPayment'] as const),
  ...(['terminationSentOn', 'terminationReceivedOn', 'endAppliesTo', 'creditYear', 'otherYears'] as const),
  ...(['noticeMonths', 'replyWorkingDays', 'replyUnit', 'holidayZone', 'ae', 'cp', 'mode', 'paymentDays'] as const),
  ...(['advanceShare', 'advanceBase', 'followsLineCp'] as const),
]);

/** Columns of the same kind, and those that hold the name of another row. */
const TYPED_COLUMNS: Readonly<Record<TableId, readonly string[]>> = {
  convention: ['key', 'value'],
  envelopes: ['code', 'ae', 'cp', 'rap', 'mode', 'thresholds', 'share', 'year', 'tolerance', 'titre'],
  lines: ['envelope', 'delegated', 'total', 'mode', 'ae', 'cp', 'thresholds', 'year', 'tolerance', 'titre'],
  imputations: ['field', 'envelope', 'from', 'until'],
  movements: ['date', 'type', 'from', 'to', 'nature', 'amount', 'authorisedOn', 'fromLine', 'toLine'],
  fungibility: ['from', 'to', 'nature', 'share', 'amount'],
  partCeilings: ['part', 'value', 'ae', 'cp', 'mode', 'year'],
  rap: ['amount', 'year'],
  requests: ['receivedOn', 'answeredOn'],
  duties: ['type', 'count', 'unit', 'dueOn', 'doneOn', 'approval', 'every', 'party'],
  indicators: [],
  milestones: ['envelope', 'planned', 'done'],
  acceptances: ['rule', 'date'],
  columns: ['source', 'heading', 'field'],
  reading: ['sheet', 'area', 'decision', 'on', 'marker', 'seen'],
};

/** The other cells of the row of a register that has none. */
const ROWS: Partial<Record<TableId, Readonly<Record<string, CellValue>>>> = {
  movements: {
    ...{ date: MARCH_31, type: 'virement', from: 'PDE', to: 'SF', nature: 'AE', amount: 10 },
    authorisedOn: MARCH_31,
  },
  fungibility: { nature: 'AE', share: 0.02 },
  partCeilings: { part: 'Programme', value: '0103', ae: 900_000 },
  rap: { amount: 500 },
  requests: { receivedOn: MARCH_31 },
  acceptances: { rule: 'EJ-01', date: MARCH_31 },
  reading: { sheet: 'Journal', area: 'A1:B2', decision: 'mis de côté' },
};

/** The names written in a workbook, with their cells. */
class Names {
  readonly all = new Map<string, string>();
  readonly steps: WriteStep[] = [];

  /** A name, of letters alone, so that no reader takes it for a number or a code. */
  next(place: string): string {
    const name = `Zoé Q${[...String(this.all.size + 100)].map((figure) => 'bcdfghjklm'[Number(figure)]).join('')}`;
    this.all.set(name, place);
    return name;
  }

  put(sheet: string, top: number, left: number, value: CellValue): void {
    this.steps.push({ kind: 'setCells', sheet, top, left, cells: [[{ value, style: 'text' }]] });
  }
}

/** Puts a name in every free cell of a register. */
function fillRegister(workbook: WorkbookSnapshot, id: TableId, names: Names): void {
  const table = findTable(workbook, TABLES[id]);
  if (!table) return;
  const { sheet, area } = table;
  const values = findSheet(workbook, sheet)!;
  const isTyped = (row: number): boolean =>
    table.columns.some((_, position) => valueAt(values, row, area.left + position) !== null);
  for (let row = area.top + 1; row < area.top + area.rows; row++) {
    const given = ROWS[id] && row === area.top + 1 ? ROWS[id] : null;
    if (!given && !isTyped(row)) continue;
    for (const [column, heading] of Object.entries<string>(COLUMNS[id])) {
      const position = area.left + table.columns.indexOf(heading);
      if (position < area.left) continue;
      if (given && column in given) names.put(sheet, row, position, given[column] ?? null);
      else if (!TYPED_COLUMNS[id].includes(column))
        names.put(sheet, row, position, names.next(`${TABLES[id]}, ${heading}`));
    }
  }
}

/** Puts a name in every key of ENV_Convention that holds a text. */
function fillConvention(workbook: WorkbookSnapshot, names: Names): void {
  const table = findTable(workbook, TABLES.convention)!;
  const sheet = findSheet(workbook, table.sheet)!;
  const typed = new Set<CellValue>([...TYPED_KEYS].map((key) => CONVENTION_KEYS[key]));
  const found: CellValue[] = [];
  for (let row = table.area.top + 1; row < table.area.top + table.area.rows; row++) {
    const key = sheet.values[row - sheet.used!.top]![table.area.left - sheet.used!.left] ?? null;
    found.push(key);
    if (key !== null && !typed.has(key))
      names.put(table.sheet, row, table.area.left + 1, names.next(`ENV_Convention, ${String(key)}`));
  }
  const keys = (Object.keys(CONVENTION_KEYS) as ConventionKey[]).filter((key) => !TYPED_KEYS.has(key));
  const clauses = (Object.keys(CLAUSE_NAMES) as Clause[]).map(keyOfClause);
  expect(found).toEqual(expect.arrayContaining([...keys.map((key) => CONVENTION_KEYS[key]), ...clauses]));
}

/** Puts a name in every cell for comments of the documents: those under « Observations » and « Texte ». */
function fillComments(workbook: WorkbookSnapshot, names: Names): void {
  for (const name of ['Bilan financier 2023', 'Bilan qualitatif 2023', 'État de prévision 2023']) {
    const sheet = findSheet(workbook, name)!;
    const { top, left } = sheet.used!;
    let isUnderHeading = false;
    sheet.values.forEach((cells, row) => {
      const column = cells.length - 1;
      isUnderHeading =
        cells[0] !== null && (isUnderHeading || ['Observations', 'Texte'].includes(String(cells[column])));
      if (isUnderHeading && cells[column] === null)
        names.put(name, top + row, left + column, names.next(`${name}, row ${row + 1}`));
    });
  }
}

const CELLS = {
  'Axe ministériel 2': 'PDE',
  'Poste de dépense': 'Frais annexes',
} as const;

/** A ledger with a name in each cell of text, in a workbook whose registers have names and whose documents are made. */
async function filled(): Promise<{ readonly workbook: WorkbookSnapshot; readonly names: Names }> {
  const names = new Names();
  const name = (place: string): string => names.next(`ledger, ${place}`);
  const ledger = ledgerFile([
    ledgerRow({ ...CELLS, Objet: name('objet'), 'Montant AE': 1000 }),
    ledgerRow({ ...CELLS, 'N° EJ': name('EJ'), 'Montant CP': 70, 'Date de paiement': MARCH_31 }),
    ledgerRow({ ...CELLS, 'Domaine fonctionnel': name('domaine'), 'Centre financier': name('centre') }),
    ledgerRow({ ...CELLS, Activité: name('activité'), 'Centre de coûts': 'JEANQMARTI', 'Montant AE': 5 }),
    ledgerRow({ ...CELLS, 'Poste de dépense': name('poste'), 'Montant AE': 5 }),
    ledgerRow({ 'Axe ministériel 2': name('axe 2'), "Date d'engagement": name('date'), 'Montant AE': name('AE') }),
  ]);
  names.all.set('JEANQMARTI', 'ledger, centre de coûts');
  const before = opened(ledger).read();
  fillConvention(before, names);
  for (const id of Object.keys(TABLES) as TableId[]) if (id !== 'convention') fillRegister(before, id, names);
  const files = { 'suivi.xlsx': written(ledger, ...names.steps.splice(0)) };
  const report = await runOn({ files }, 'report suivi.xlsx --output avec.xlsx --as-of 2023-12-31');
  const bytes = report.files.get('avec.xlsx')!;
  fillComments(opened(bytes).read(), names);
  return { workbook: opened(written(bytes, ...names.steps)).read(), names };
}

async function packed(workbook: WorkbookSnapshot, confirmed: readonly string[] = []): Promise<PackedPublication> {
  const dossier = openDossier(workbook);
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.failure));
  const report = control(dossier.value, isoDate('2023-12-31'));
  const choices = {
    naming: ['supplier', 'label'] as const,
    contact: '',
    confirmed,
    conventionText: null,
    created: '2024-01-15T09:30:00Z',
  };
  const result = await packPublication(dossier.value, report, choices);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** The names that the package holds, each with its cell and the file. */
function namesIn({ files }: PackedPublication, names: Names): ReadonlyMap<string, string> {
  const text = new TextDecoder();
  const parts = files.flatMap(({ path, bytes }) =>
    path.endsWith('.xlsx')
      ? Object.entries(unzipSync(bytes)).map(([part, inside]) => [`${path}/${part}`, text.decode(inside)] as const)
      : [[path, text.decode(bytes)] as const],
  );
  const found = [...names.all].flatMap(([name, place]) => {
    const file = parts.find(([, content]) => content.includes(name));
    return file ? [[name, `${place}, in ${file[0]}`] as const] : [];
  });
  return new Map(found);
}

const listedIn = ({ review }: PackedPublication): string =>
  [...review.ofConvention, ...review.texts.filter(({ isPublished }) => isPublished).map(({ text }) => text)].join('\n');

let scene: Awaited<ReturnType<typeof filled>>;
beforeAll(async () => {
  scene = await filled();
});

test('a name of a register, of the ledger or of a comment is in no file, unless the list has it', async () => {
  const { workbook, names } = scene;
  const publication = await packed(workbook);
  const listed = listedIn(publication);
  const unlisted = [...namesIn(publication, names)].filter(([name]) => !listed.includes(name));
  expect(unlisted.map(([, place]) => place)).toEqual([]);
});

test('the terms of the convention are published and listed, the texts about its signature are left out', async () => {
  const { workbook, names } = scene;
  const publication = await packed(workbook);
  expect([...new Set([...namesIn(publication, names).values()].map((place) => place.split(', in')[0]))]).toEqual([
    'ENV_Convention, Référence',
    'ENV_Convention, Intitulé',
    'ENV_Convention, Délégant',
    'ENV_Convention, Délégataire',
    'ENV_Convention, Ministère',
    'ENV_Enveloppes, Libellé',
    "ENV_Enveloppes, Titre de l'annexe",
    'ENV_Enveloppes, En-tête du montant',
    'ENV_Postes, Poste',
    'ENV_Imputations, Valeur',
    'ENV_Imputations, Alias',
    'ENV_Imputations, Libellé',
    'ENV_Obligations, Article',
  ]);
  const leftOut = publication.review.texts.map(({ kind, text }) => [kind, names.all.get(text)]);
  expect(leftOut).toEqual(
    expect.arrayContaining([
      ['signature', 'ENV_Convention, Nom du signataire'],
      ['signature', 'ENV_Convention, Signataire du délégataire'],
      ['signature', 'ENV_Convention, Mention de signature'],
      ['signature', 'ENV_Convention, Ville'],
      ['accountant', 'ENV_Convention, CBCM du délégataire'],
    ]),
  );
});

test('the block of a published copy has the party and a blank name; a confirmed text is published in its place', async () => {
  const { workbook, names } = scene;
  const block = ({ files }: PackedPublication): readonly CellValue[] => {
    const sheet = findSheet(
      opened(files.find(({ path }) => path === 'documents.xlsx')!.bytes).read(),
      'Bilan financier 2023',
    )!;
    const first = sheet.values.findIndex(([label]) => /^\d+\. Signature$/.test(String(label)));
    return sheet.values
      .slice(first + 1, first + 7)
      .map(([label]) => names.all.get(String(label)) ?? String(label).replace('\u00a0', ' '));
  };
  const publication = await packed(workbook);
  expect(block(publication)).toEqual([
    'Fait à :',
    'Le :',
    'Pour le ministre et par délégation,',
    'ENV_Convention, Délégataire',
    'Prénom NOM :',
    'Signature :',
  ]);
  const signatories = publication.review.texts.filter(({ kind }) => kind === 'signature');
  const confirmed = await packed(
    workbook,
    signatories.map(({ id }) => id),
  );
  expect(block(confirmed).slice(2, 5)).toEqual([
    'ENV_Convention, Mention de signature',
    'ENV_Convention, Signataire du délégataire',
    'ENV_Convention, Nom du signataire',
  ]);
});

test('a confirmed comment is beside its own indicator, though the names of indicators are left out', async () => {
  const { workbook } = scene;
  const { review } = await packed(workbook);
  const comments = review.texts.filter(({ kind }) => kind === 'comment');
  expect(comments.length).toBeGreaterThan(20);
  const { files } = await packed(
    workbook,
    comments.map(({ id }) => id),
  );
  const sheetIn = (file: WorkbookSnapshot) => findSheet(file, 'Bilan qualitatif 2023')!;
  const beside = (file: WorkbookSnapshot): readonly CellValue[] =>
    sheetIn(file)
      .values.map((cells) => cells.at(-1) ?? null)
      .filter((cell) => comments.some(({ text }) => text === cell));
  const documents = opened(files.find(({ path }) => path === 'documents.xlsx')!.bytes).read();
  expect(beside(documents)).toEqual(beside(workbook));
});

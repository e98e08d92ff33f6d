/**
 * Cells that a document filled and now leaves blank: it is written again over its own contents, names what a person
 * typed over them, and refuses what a person typed where it wrote nothing.
 */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { describeAdvice } from '../../../src/messages/describe-advice';
import { describeFailure } from '../../../src/messages/failures';
import type { Failure } from '../../../src/workbook/failure';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { contentAt } from '../../../src/workbook/contents';
import { findSheet, findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { cellAddress, parseArea, type CellValue } from '../../../src/workbook/cells';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { typed } from '../../support/ledgers/typing';
import { DocumentReader } from '../../support/readers/document-reader';
import { movementOf } from '../../domain/envelopes/builders';

const BILAN = 'Bilan financier 2023';
const QUALITATIF = 'Bilan qualitatif 2023';
const REFERENCE = 'Référence Chorus';
const IDS: readonly DocumentId[] = ['bilan', 'qualitatif', 'reference', 'repartition'];
const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE TTC
  PDE               | Frais annexes    | 1405610188 | 20/03/2023        | 640`;

const avenant = { ...movementOf({ type: 'amendment', to: 'PDE', cents: 10_000_00 }), index: 0 };
const indicator = { theme: 'Usages', indicator: 'Entreprises', unit: 'entreprises', period: '2023' };
const base = convention2023();
const convention: Convention = {
  ...base,
  movements: [avenant],
  indicators: [indicator],
  milestones: [],
};
const UNDONE: WorkbookSnapshot = ledgerWorkbook(convention, LEDGER);

/** The workbook with a content in a table of ours, found by its column and the first cell of its row. */
function inTable(of: WorkbookSnapshot, name: string, row: number, column: string, value: CellValue): WorkbookSnapshot {
  const table = findTable(of, name);
  if (!table) throw new Error(name);
  const index = table.columns.indexOf(column);
  if (index < 0) throw new Error(column);
  const place = cellAddress(table.area.top + row, table.area.left + index);
  return typed(of, table.sheet, { [place]: value });
}

const filled = inTable(UNDONE, 'ENV_Indicateurs', 1, 'Valeur', 12_450);
const workbook = documented(filled);

interface Written {
  readonly failure: Failure | null;
  readonly advice: readonly string[];
  readonly after: WorkbookSnapshot;
}

function writtenAgain(of: WorkbookSnapshot, day = '2023-12-31'): Written {
  const { dossier, report } = controlled(of, day);
  const plan = planDocuments(dossier, report, IDS);
  if (!plan.ok) return { failure: plan.failure, advice: [], after: of };
  const advice = (plan.value.advice ?? []).flatMap(({ sheet, advice }) =>
    advice.flatMap((one) => (one.code === 'typedOver' ? [`${sheet} – ${describeAdvice(one, 'fr')}`] : [])),
  );
  return { failure: null, advice, after: applyPlan(of, plan.value) };
}

function cellOf(of: WorkbookSnapshot, sheet: string, address: string): CellValue {
  const found = findSheet(of, sheet);
  const area = parseArea(address);
  if (!found || !area) throw new Error(address);
  return contentAt(found, area.top, area.left);
}

const spot = (sheet: string, label: string, heading: string): string =>
  new DocumentReader(workbook, sheet).find(label, heading).address;
const MOVED = spot(BILAN, 'Sans poste', 'Avenants et redéploiements');
const VALUE = spot(QUALITATIF, 'Entreprises', 'Valeur');
const UNIT = spot(QUALITATIF, 'Entreprises', 'Unité');
const ALIAS = new DocumentReader(workbook, REFERENCE).cells().find(({ value }) => value === '10300000104')!.address;
const imputation = (of: WorkbookSnapshot): number => {
  const table = findTable(of, 'ENV_Imputations')!;
  const sheet = findSheet(of, table.sheet)!;
  const column = table.area.left + table.columns.indexOf('Alias');
  const rows = Array.from({ length: table.area.rows }, (_, row) => row);
  return rows.find((row) => contentAt(sheet, table.area.top + row, column) === '10300000104')!;
};

test.each<[what: string, sheet: string, cell: string, change: (of: WorkbookSnapshot) => WorkbookSnapshot]>([
  [
    'an avenant that names its poste since',
    BILAN,
    MOVED,
    (of) => inTable(of, 'ENV_Mouvements', 1, 'Poste (vers)', 'Frais annexes'),
  ],
  ['an avenant that is later', BILAN, MOVED, (of) => inTable(of, 'ENV_Mouvements', 1, 'Date', 45_400)],
  ['an indicator without its value', QUALITATIF, VALUE, (of) => inTable(of, 'ENV_Indicateurs', 1, 'Valeur', null)],
  ['a unit, taken away', QUALITATIF, UNIT, (of) => inTable(of, 'ENV_Indicateurs', 1, 'Unité', null)],
  [
    'another spelling of a code, taken away',
    REFERENCE,
    ALIAS,
    (of) => inTable(of, 'ENV_Imputations', imputation(of), 'Alias', null),
  ],
])('%s: the cell becomes blank, without a word', (_, sheet, cell, change) => {
  expect(cellOf(workbook, sheet, cell)).not.toBeNull();
  const { failure, advice, after } = writtenAgain(change(workbook));
  expect({ failure, advice, content: cellOf(after, sheet, cell) }).toEqual({
    failure: null,
    advice: [],
    content: null,
  });
  expect(writtenAgain(after).after).toEqual(after);
});

test('at an earlier date too, and back', () => {
  const day = '2023-01-15';
  const { failure, advice, after } = writtenAgain(inTable(workbook, 'ENV_Mouvements', 1, 'Date', 45_078), day);
  expect({ failure, advice, content: cellOf(after, BILAN, MOVED) }).toEqual({
    failure: null,
    advice: [],
    content: null,
  });
  expect(cellOf(writtenAgain(after).after, BILAN, MOVED)).toBe(10_000);
});

test('words over the value of an indicator, which has none since, are named', () => {
  const typedOver = typed(workbook, QUALITATIF, { [VALUE]: { value: 'à confirmer' } });
  const { failure, advice, after } = writtenAgain(inTable(typedOver, 'ENV_Indicateurs', 1, 'Valeur', null));
  expect(failure).toBeNull();
  expect(advice).toEqual([expect.stringContaining(`${VALUE} «\u00a0à confirmer\u00a0»`)]);
  expect(cellOf(after, QUALITATIF, VALUE)).toBeNull();
});

describe('without the names that keep what the document held', () => {
  const unmarked: WorkbookSnapshot = {
    ...workbook,
    names: workbook.names.filter(({ name }) => !name.startsWith('ENV_Marques')),
  };

  test('nothing shows whether the document or a person wrote a unit, so it is named', () => {
    expect(writtenAgain(unmarked).advice).toEqual([]);
    const { failure, advice, after } = writtenAgain(inTable(unmarked, 'ENV_Indicateurs', 1, 'Unité', null));
    expect(failure).toBeNull();
    expect(advice).toEqual([expect.stringContaining(`${UNIT} «\u00a0entreprises\u00a0»`)]);
    expect(cellOf(after, QUALITATIF, UNIT)).toBeNull();
  });

  test('they are written again, even where the document is up to date', () => {
    const bilan = workbook.names.filter(({ name }) => /^ENV_Marques\d_Bilan$/.test(name));
    expect(bilan).toHaveLength(1);
    expect(writtenAgain(unmarked).after.names).toEqual(expect.arrayContaining(bilan));
  });
});

test.each<[what: string, sheet: string, cell: string, content: CellValue, register: string | null]>([
  ['a note in the row that has no movement', BILAN, MOVED, 'voir la note du 3 mai', null],
  ['an amount alone there, where the document has formulas beside its own', BILAN, MOVED, 500, null],
  ['a number in place of the formula of an indicator', QUALITATIF, VALUE, 77, 'ENV_Indicateurs'],
])('%s is of a person: refused at its cell, with the table where it belongs', (_, sheet, cell, content, register) => {
  const cleared = writtenAgain(
    inTable(inTable(workbook, 'ENV_Mouvements', 1, 'Date', 45_400), 'ENV_Indicateurs', 1, 'Valeur', null),
  ).after;
  const noted = typed(cleared, sheet, { [cell]: { value: content } });
  const { failure } = writtenAgain(noted);
  expect(failure).toEqual({ code: 'occupied', sheet, cell, ...(register !== null && { register }) });
  const { remedy } = describeFailure(failure!, 'fr');
  expect(remedy.includes('Cette cellule vient de la table ENV_Indicateurs')).toBe(register !== null);
});

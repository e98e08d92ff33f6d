/**
 * The documents as printed: the rows that each page repeats, where pages begin, and how both follow when a document is
 * generated again.
 */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { parseArea, type CellValue } from '../../../src/workbook/cells';
import { isEmptyPlan, type WritePlan, type WriteStep } from '../../../src/workbook/plan';
import { formulaKey, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const BILAN = 'Bilan financier 2023';
const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC | Date de paiement | Montant CP TTC
  PDE               | Frais annexes     | 1405610188 | 20/03/2023        | 640            | 05/05/2023       | 600
  Signaux Faibles   | Audit de sécurité | 1405610190 | 03/04/2023        | 9600           |                  |`;

type SetPage = Extract<WriteStep, { kind: 'setPage' }>;

function planned(workbook: WorkbookSnapshot, documents?: readonly DocumentId[]): WritePlan {
  const { dossier, report } = controlled(workbook);
  const plan = planDocuments(dossier, report, documents);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}

const start = (): WorkbookSnapshot => ledgerWorkbook(convention2023(), LEDGER);
const pages = ({ steps }: WritePlan): readonly SetPage[] => steps.filter((step) => step.kind === 'setPage');
const moves = ({ steps }: WritePlan): readonly WriteStep[] => steps.filter((step) => step.kind === 'movePageBreaks');

/** A text with ordinary spaces. */
const plain = (text: CellValue | undefined): string => String(text).replace(/[\u00a0\u202f]/g, ' ');
const firstCells = (workbook: WorkbookSnapshot, sheet: string): readonly string[] =>
  new DocumentReader(workbook, sheet).rows().map(([label]) => (label === undefined ? '' : plain(label)));

/** The workbook with one more budget line of PDE. */
function withLine(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const table = workbook.tables.find(({ name }) => name === 'ENV_Postes')!;
  const { top, left, rows } = table.area;
  const cells = table.columns.map((heading) => {
    if (heading === 'Enveloppe') return { value: 'PDE' };
    return { value: heading === 'Poste' ? 'Frais de mission' : heading.startsWith('Montant') ? 0 : null };
  });
  const step: WriteStep = { kind: 'setCells', sheet: table.sheet, top: top + rows, left, cells: [cells] };
  const typed = applyPlan(workbook, { purpose: 'repair', expected: [], steps: [step] });
  return {
    ...typed,
    tables: typed.tables.map((other) =>
      other.name === 'ENV_Postes' ? { ...other, area: { ...other.area, rows: rows + 1 } } : other,
    ),
  };
}

test('each page repeats the title and the date; wide documents are in landscape', () => {
  const plan = planned(start());
  const workbook = applyPlan(start(), plan);
  expect(pages(plan).map(({ titleRows }) => titleRows)).toEqual([2, 2, 2, 2, 2, 2, 2]);
  expect(pages(plan).map(({ landscape }) => landscape)).toEqual([false, false, false, false, true, true, true]);
  for (const { sheet } of pages(plan)) expect(firstCells(workbook, sheet)[1]).toBe('Situation arrêtée au');
});

test('the Bilan: charts, the whole convention, each envelope, then controls and notes, each with the blank row above', () => {
  const plan = planned(start());
  const labels = firstCells(applyPlan(start(), plan), BILAN);
  const breaks = pages(plan).find(({ sheet }) => sheet === BILAN)?.breaks ?? [];
  // The list of the controls is longer than a page: its headings are repeated at the top of the next.
  const blocks = breaks.filter((row) => labels[row] !== 'Contrôles');
  expect(breaks.length - blocks.length).toBe(1);
  expect(blocks.map((row) => labels[row])).toEqual(blocks.map(() => ''));
  expect(blocks.map((row) => labels[row + 1])).toEqual([
    '1. Synthèse',
    '3. Enveloppe « Place des entreprises » (PDE)',
    '4. Enveloppe « Signaux Faibles » (SF)',
    '5. Analyse des écarts',
    'Fiche de contrôle',
  ]);
});

test('a notice is a signed letter of one page; its controls are on the next', () => {
  const plan = planned(start(), ['insuffisance']);
  const labels = firstCells(applyPlan(start(), plan), 'Insuffisance de crédits');
  const [page] = pages(plan);
  expect(page?.breaks?.map((row) => labels[row + 1])).toEqual(['Fiche de contrôle']);
  const signed = labels.indexOf('Pour le ministre et par délégation,');
  expect(labels[signed + 1]).toBe('La sous-directrice du pilotage, de la stratégie et de la performance');
  expect(signed + 5).toBeLessThan(page?.breaks?.[0] ?? 0);
});

test('no text is wider than the page: it would shrink the print', () => {
  const plan = planned(start());
  for (const step of plan.steps) {
    if (step.kind !== 'setCells') continue;
    const widths = plan.steps.find((other) => other.kind === 'setColumnWidths' && other.sheet === step.sheet);
    const letters =
      widths?.kind === 'setColumnWidths' ? widths.widths.reduce((sum, width) => sum + width, 0) * 1.15 : 0;
    const tooLong = step.cells.flatMap(([cell]) =>
      cell?.style === 'subtitle' && String(cell.value).length > letters ? [cell.value] : [],
    );
    expect([step.sheet, tooLong]).toEqual([step.sheet, []]);
  }
});

test('generated again, breaks move with their blocks, and the rest of the page set-up is left alone', () => {
  const workbook = applyPlan(start(), planned(start()));
  expect(isEmptyPlan(planned(workbook))).toBe(true);
  const longer = withLine(workbook);
  const plan = planned(longer);
  const after = applyPlan(longer, plan);
  const moved = (label: string) => ({
    from: firstCells(workbook, BILAN).indexOf(label) - 1,
    to: firstCells(after, BILAN).indexOf(label) - 1,
  });
  const wanted = ['4. Enveloppe « Signaux Faibles » (SF)', 'Fiche de contrôle'].map(moved);
  expect(wanted.map(({ from, to }) => to - from)).toEqual([2, 2]);
  expect(moves(plan)).toContainEqual({
    kind: 'movePageBreaks',
    sheet: BILAN,
    moves: expect.arrayContaining(wanted) as unknown,
  });
  expect(pages(plan)).toEqual([]);
  expect(isEmptyPlan(planned(after))).toBe(true);
});

test('dozens of budget lines: headings are repeated on each page, and each line keeps its comment when one is added', () => {
  const [pde, sf] = convention2023().envelopes;
  const [model] = pde!.lines;
  const lines = Array.from({ length: 60 }, (_, index) => ({
    ...model!,
    index,
    code: `P${index}`,
    label: `Poste ${index}`,
    aliases: [],
  }));
  const many = (count: number) => ({
    ...convention2023(),
    envelopes: [{ ...pde!, lines: lines.slice(0, count) }, sf!],
  });
  const before = ledgerWorkbook(many(59), LEDGER);
  const plan = planned(before);
  const workbook = applyPlan(before, plan);
  for (const [sheet, heading] of [
    ['Annexe 1', 'Répartition par poste de dépenses'],
    [BILAN, 'Autorisations d’engagement (AE)'],
  ] as const) {
    const labels = firstCells(workbook, sheet);
    const page = pages(plan).find((step) => step.sheet === sheet);
    const tops = page?.breaks?.map((row) => labels[row] || labels[row + 1]);
    expect([sheet, tops?.filter((label) => label === heading)]).toEqual([sheet, [heading]]);
  }
  expect(isEmptyPlan(planned(workbook))).toBe(true);
  const last = new DocumentReader(workbook, BILAN).find('Poste 58', 'Observations');
  const { top, left } = parseArea(last.address)!;
  const comment: WriteStep = {
    kind: 'setCells',
    sheet: BILAN,
    top,
    left,
    cells: [[{ value: 'Salons du printemps.' }]],
  };
  const longer = withLine(applyPlan(workbook, { purpose: 'repair', expected: [], steps: [comment] }));
  const after = applyPlan(longer, planned(longer));
  expect(new DocumentReader(after, BILAN).find('Poste 58', 'Observations').value).toBe('Salons du printemps.');
});

test('on an empty sheet of the user, no row is repeated: undo could not restore it', () => {
  const mine = applyPlan(start(), {
    purpose: 'repair',
    expected: [],
    steps: [{ kind: 'addSheet', sheet: 'Annexe 1' }],
  });
  expect(pages(planned(mine, ['annexe1']))).toEqual([
    { kind: 'setPage', sheet: 'Annexe 1', landscape: false, breaks: [15] },
  ]);
});

test('on a sheet with other content, above the document, the page set-up of the user is kept', () => {
  const workbook = applyPlan(start(), planned(start(), ['annexe1']));
  const lower = 30;
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name !== 'Annexe 1' || !sheet.used) return sheet;
    const formulas = [...sheet.formulas].map(
      ([key, formula]) => [key + formulaKey(lower, 0), shifted(formula, lower)] as const,
    );
    return { ...sheet, used: { ...sheet.used, top: lower }, formulas: new Map(formulas) };
  });
  const names = workbook.names.map((name) =>
    name.name === 'ENV_Doc_Annexe1' ? { ...name, refersTo: shifted(name.refersTo, lower) } : name,
  );
  const plan = planned({ ...workbook, sheets, names }, ['annexe1']);
  expect(plan.steps.filter(({ kind }) => kind === 'setPage' || kind === 'movePageBreaks')).toEqual([]);
});

function shifted(formula: string, rows: number): string {
  return formula.replace(/(\$?[A-Z]\$?)(\d+)/g, (_, letters: string, row: string) => `${letters}${Number(row) + rows}`);
}

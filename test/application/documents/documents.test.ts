/**
 * Generating in place: no cell of the user is overwritten, correct cells are left alone, and refusals come before any
 * writing.
 */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import type { Convention } from '../../../src/domain/envelopes/convention';
import type { Result } from '../../../src/domain/result';
import type { Failure } from '../../../src/workbook/failure';
import { isEmptyPlan, type WritePlan } from '../../../src/workbook/plan';
import { formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { typed, withLine } from '../../support/ledgers/typing';

const BILAN = 'Bilan financier 2023';
const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC | Date de paiement | Montant CP TTC
  PDE               | Frais annexes        | 1405610188 | 20/03/2023        | 640            |                  |
  PDE               | Frais annexes        | 1405610188 |                   |                | 05/05/2023       | 600
  Signaux Faibles   | Audit de sécurité    | 1405610190 | 03/04/2023        | 9600           |                  |`;

const start = (convention: Convention = convention2023()): WorkbookSnapshot => ledgerWorkbook(convention, LEDGER);

function planOn(
  workbook: WorkbookSnapshot,
  documents?: readonly DocumentId[],
  asOf?: string,
): Result<WritePlan, Failure> {
  const { dossier, report } = controlled(workbook, asOf);
  return planDocuments(dossier, report, documents);
}

function planned(workbook: WorkbookSnapshot, documents?: readonly DocumentId[], asOf?: string): WritePlan {
  const plan = planOn(workbook, documents, asOf);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}

const refusal = (workbook: WorkbookSnapshot, documents?: readonly DocumentId[]): Failure | null => {
  const plan = planOn(workbook, documents);
  return plan.ok ? null : plan.failure;
};

function changeSheet(
  workbook: WorkbookSnapshot,
  name: string,
  change: (sheet: SheetSnapshot) => SheetSnapshot,
): WorkbookSnapshot {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}

/** The workbook after a row was inserted in Excel above one (from 1): cells and names below move down, ranges grow. */
function withRowInserted(workbook: WorkbookSnapshot, name: string, above: number): WorkbookSnapshot {
  const moved = changeSheet(workbook, name, (sheet) => {
    const used = sheet.used ?? { top: 0, left: 0, rows: 0, columns: 0 };
    const values = [
      ...sheet.values.slice(0, above - 1 - used.top),
      Array.from({ length: used.columns }, () => null),
      ...sheet.values.slice(above - 1 - used.top),
    ];
    const shifted = (row: number): number => (row >= above - 1 ? row + 1 : row);
    const formulas = new Map(
      [...sheet.formulas].map(([key, formula]) => [
        formulaKey(shifted(Math.floor(key / 16_384)), key % 16_384),
        formula,
      ]),
    );
    return { ...sheet, used: { ...used, rows: used.rows + 1 }, values, formulas };
  });
  const names = moved.names.map((one) => ({
    ...one,
    refersTo: one.refersTo.includes(name)
      ? one.refersTo.replace(/\$(\d+)/g, (_, row: string) => `$${Number(row) >= above ? Number(row) + 1 : Number(row)}`)
      : one.refersTo,
  }));
  return { ...moved, names };
}

const withRefersTo = (workbook: WorkbookSnapshot, name: string, refersTo: string): WorkbookSnapshot => ({
  ...workbook,
  names: [...workbook.names.filter((one) => one.name !== name), { name, scope: null, refersTo }],
});

/** Every cell that a plan writes, by sheet and address. */
function written(plan: WritePlan): string[] {
  return plan.steps.flatMap((step) =>
    step.kind !== 'setCells'
      ? []
      : step.cells.flatMap((row, y) =>
          row.flatMap((cell, x) =>
            cell ? [`${step.sheet}!${String.fromCharCode(65 + step.left + x)}${step.top + y + 1}`] : [],
          ),
        ),
  );
}

describe('the first time', () => {
  const plan = planned(start());
  test('each document on its own sheet, in its own named range', () => {
    const added = plan.steps.filter((step) => step.kind === 'addSheet').map(({ sheet }) => sheet);
    expect(added).toEqual([
      'Annexe 1',
      'Annexe 2',
      'Répartition AE-CP',
      'Référence Chorus',
      BILAN,
      'Bilan qualitatif 2023',
      'État de prévision 2023',
    ]);
    expect(plan.steps.filter((step) => step.kind === 'setName').map(({ name }) => name)).toEqual([
      'ENV_Doc_Annexe1',
      'ENV_Doc_Annexe2',
      'ENV_Doc_Repartition',
      'ENV_Doc_Reference',
      'ENV_Doc_Bilan',
      'ENV_Doc_Qualitatif',
      'ENV_Doc_Etat',
    ]);
  });
  test('no other sheet is written', () =>
    expect(written(plan).filter((cell) => /^(Suivi|Convention)!/.test(cell))).toEqual([]));
  test('A4, landscape for the reports, columns wide enough, gaps painted', () => {
    const kinds = plan.steps.filter((step) => 'sheet' in step && step.sheet === BILAN).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'addSheet',
      'setCells',
      'setName',
      'setColumnWidths',
      'setPage',
      'highlightWhen',
      'highlightWhen',
      'highlightWhen',
      'addChart',
      'addChart',
      'addChart',
      'addChart',
    ]);
    expect(plan.steps.filter((step) => step.kind === 'setPage').map(({ landscape }) => landscape)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });
  test('one document alone when one alone is asked for', () => {
    expect(planned(start(), ['annexe2']).steps.filter((step) => step.kind === 'addSheet')).toEqual([
      { kind: 'addSheet', sheet: 'Annexe 2' },
    ]);
  });
  test('an empty sheet of that name is used, as long as it is empty when written', () => {
    const workbook = applyPlan(start(), {
      purpose: 'repair',
      expected: [],
      steps: [{ kind: 'addSheet', sheet: 'Annexe 1' }],
    });
    const onEmpty = planned(workbook, ['annexe1']);
    expect(onEmpty.steps.map(({ kind }) => kind)).not.toContain('addSheet');
    expect(() => applyPlan(typed(workbook, 'Annexe 1', { B3: 'note' }), onEmpty)).toThrow('found "note"');
  });
});

describe('again', () => {
  const workbook = documented(start());
  test('an unchanged workbook gives an empty plan', () => expect(isEmptyPlan(planned(workbook))).toBe(true));
  test('one amount changed: only the values that show it are written, formulas are left alone', () => {
    const edited = typed(workbook, 'Suivi', { E2: 650 });
    expect(new Set(written(planned(edited)).map((cell) => cell.split('!')[0]))).toEqual(
      new Set([BILAN, 'État de prévision 2023']),
    );
    const plan = planned(edited, ['bilan']);
    const bilan = new DocumentReader(applyPlan(edited, plan), BILAN);
    expect(bilan.find('Frais annexes', 'AE engagées (brut)').value).toBe(650);
    expect(plan.steps.every(({ kind }) => kind === 'setCells' || kind === 'defineName')).toBe(true);
    expect(written(plan).length).toBeLessThan(40);
    expect(isEmptyPlan(planned(applyPlan(edited, plan), ['bilan']))).toBe(true);
  });
  test('a figure becomes a value: its note is added at the end, and the rows above keep their format', () => {
    const edited = typed(workbook, 'Suivi', { E2: '640,00' });
    const plan = planned(edited, ['bilan']);
    const firstNote = new DocumentReader(applyPlan(edited, plan), BILAN).rows().findIndex(([text]) => text === 'Notes');
    const restyled = plan.steps.flatMap((step) =>
      step.kind === 'setCells' && step.cells.flat().some((cell) => cell?.style) ? [step.top] : [],
    );
    expect(Math.min(...restyled)).toBeGreaterThan(firstNote);
    expect(isEmptyPlan(planned(applyPlan(edited, plan), ['bilan']))).toBe(true);
    const repaired = typed(applyPlan(edited, plan), 'Suivi', { E2: 640 });
    const back = applyPlan(repaired, planned(repaired, ['bilan']));
    expect(new DocumentReader(back, BILAN).rows()).toEqual(new DocumentReader(workbook, BILAN).rows());
  });
  test('formats are kept: cells written in place carry no style', () => {
    const plan = planned(typed(workbook, 'Suivi', { E2: 650 }));
    const cells = plan.steps.flatMap((step) => (step.kind === 'setCells' ? step.cells.flat() : []));
    expect(cells.every((cell) => cell === null || cell.style === undefined)).toBe(true);
  });
  test('another date: the date cell of each document, and the values that depend on it', () => {
    const plan = planned(workbook, undefined, '2023-04-30');
    expect(written(plan)).toEqual(
      expect.arrayContaining(['Annexe 1!B2', 'Annexe 2!B2', 'Répartition AE-CP!B2', `${BILAN}!B2`]),
    );
    expect(new DocumentReader(applyPlan(workbook, plan), BILAN).find('Total PDE', 'CP payés').value).toBe(0);
  });
  test('a formula that was replaced by a number is restored', () => {
    const address = new DocumentReader(workbook, BILAN).find('Total PDE', 'AE engagées (brut)').address;
    const plan = planned(typed(workbook, BILAN, { [address]: 999 }));
    expect(written(plan)).toEqual([`${BILAN}!${address}`]);
  });
  test('a formula that Excel writes its own way is the same formula', () => {
    const reader = new DocumentReader(workbook, BILAN);
    const { address, formula = '', value } = reader.find('Total PDE', 'AE engagées (brut)');
    const respelt = { value, formula: formula.replace('SUMIFS(', 'sumifs( ').replaceAll(',"<"', ', "<"') };
    expect(isEmptyPlan(planned(typed(workbook, BILAN, { [address]: respelt })))).toBe(true);
  });
  test('rounding noise of another engine is not a difference', () => {
    const { address, formula = '' } = new DocumentReader(workbook, BILAN).find('Total PDE', 'AE non engagées');
    expect(isEmptyPlan(planned(typed(workbook, BILAN, { [address]: { value: 499_360.000000001, formula } })))).toBe(
      true,
    );
  });
  test('the plan expects the cells as they were when it was made', () => {
    const edited = typed(workbook, 'Suivi', { E2: 650 });
    const plan = planned(edited);
    const [first] = plan.expected;
    const address = `${String.fromCharCode(65 + (first?.left ?? 0))}${(first?.top ?? 0) + 1}`;
    expect(() => applyPlan(typed(edited, BILAN, { [address]: 'changed meanwhile' }), plan)).toThrow(
      'changed meanwhile',
    );
  });
  test('a document that was moved down, or whose sheet was renamed or moved, is found by its range', () => {
    const moved = withRowInserted(workbook, 'Annexe 1', 1);
    const renamed = {
      ...changeSheet(moved, 'Annexe 1', (sheet) => ({ ...sheet, name: "L'annexe" })),
      names: moved.names.map((one) => ({ ...one, refersTo: one.refersTo.replace("'Annexe 1'", "'L''annexe'") })),
    };
    const plan = planned(renamed, ['annexe1']);
    const after = new DocumentReader(applyPlan(renamed, plan), "L'annexe");
    expect(after.find('TOTAL', 'Montant DGEFP')).toMatchObject({ value: 500_000, formula: '=SUM(B12:B15)' });
    expect(plan.steps.map(({ kind }) => kind)).not.toContain('addSheet');
    expect(isEmptyPlan(planned(applyPlan(renamed, plan), ['annexe1']))).toBe(true);
  });
});

describe('the writings of the user', () => {
  const workbook = documented(start());
  const commentCell = (label: string, of: WorkbookSnapshot): string =>
    new DocumentReader(of, BILAN).find(label, 'Observations').address;

  test('comments stay where they are', () => {
    const commented = typed(workbook, BILAN, {
      [commentCell('Total PDE', workbook)]: 'Écart expliqué au comité de juin.',
    });
    expect(isEmptyPlan(planned(commented))).toBe(true);
    const edited = typed(commented, 'Suivi', { E2: 650 });
    expect(new DocumentReader(applyPlan(edited, planned(edited)), BILAN).find('Total PDE', 'Observations').value).toBe(
      'Écart expliqué au comité de juin.',
    );
  });

  test('comments follow their row when a budget line is added', () => {
    const ofPayments = (of: WorkbookSnapshot) =>
      new DocumentReader(of, BILAN).find('Frais annexes', 'Observations', 'Total PDE');
    const place = ofPayments(workbook).address;
    const commented = typed(workbook, BILAN, { [place]: 'Salons du printemps.' });
    const longer = withLine(commented, 'Frais de mission', 0);
    const plan = planned(longer);
    const after = applyPlan(longer, plan);
    const bilan = new DocumentReader(after, BILAN);
    expect(ofPayments(after).value).toBe('Salons du printemps.');
    expect(ofPayments(after).address).not.toBe(place);
    expect(bilan.cells().filter(({ value }) => value === 'Salons du printemps.')).toHaveLength(1);
    expect(bilan.find('Frais de mission', 'AE engagées (brut)').formula).toContain('SUMIFS');
    expect(after.names.find(({ name }) => name === 'ENV_Doc_Bilan')?.refersTo).not.toBe(
      longer.names.find(({ name }) => name === 'ENV_Doc_Bilan')?.refersTo,
    );
    expect(isEmptyPlan(planned(after))).toBe(true);
  });

  test('a comment whose budget line is gone is not lost: the refusal names its cell', () => {
    const longer = withLine(start(), 'Frais de mission', 0);
    const first = documented(longer);
    const place = commentCell('Frais de mission', first);
    const commented = typed(first, BILAN, { [place]: 'À garder.' });
    const shorter = {
      ...commented,
      tables: commented.tables.map((table) =>
        table.name === 'ENV_Postes' ? { ...table, area: { ...table.area, rows: table.area.rows - 1 } } : table,
      ),
    };
    expect(refusal(shorter, ['bilan'])).toEqual({
      code: 'occupied',
      sheet: BILAN,
      cell: place,
      goneRow: 'Frais de mission',
    });
    expect(written(planned(shorter, ['annexe2']))).toEqual(['Annexe 2!A17']); // a draft still: the row is below its table (LEC-02)
  });

  test('a renamed budget line keeps its comment', () => {
    const place = commentCell('Frais annexes', workbook);
    const commented = typed(workbook, BILAN, { [place]: 'Salons du printemps.' });
    const lines = new DocumentReader(commented, 'Enveloppes et postes')
      .cells()
      .find(({ value }) => value === 'Frais annexes');
    const renamed = typed(commented, 'Enveloppes et postes', { [lines?.address ?? '']: 'Frais divers' });
    const bilan = new DocumentReader(applyPlan(renamed, planned(renamed)), BILAN);
    expect(bilan.find('Frais divers', 'Observations')).toMatchObject({ address: place, value: 'Salons du printemps.' });
  });

  test('a note beside the figures is left alone', () => {
    const noted = typed(workbook, BILAN, { I2: 'vu le 12/01', L3: 'hors du document' });
    expect(isEmptyPlan(planned(noted))).toBe(true);
  });

  test('a figure typed where the document has a blank is refused: it would be read as ours', () => {
    const { address } = new DocumentReader(workbook, BILAN).find(
      'Restes à payer antérieurs (sans poste)',
      'Avenants et redéploiements',
    );
    expect(refusal(typed(workbook, BILAN, { [address]: 500 }))).toEqual({
      code: 'occupied',
      sheet: BILAN,
      cell: address,
    });
  });

  test('a row inserted in the document is refused, with its place', () => {
    const rowOfFrais = Number(
      new DocumentReader(workbook, BILAN).find('Frais annexes', 'AE engagées (brut)').address.replace(/\D/g, ''),
    );
    const inserted = typed(withRowInserted(workbook, BILAN, rowOfFrais), BILAN, {
      [`A${rowOfFrais}`]: 'Ma ligne',
      [`E${rowOfFrais}`]: 12,
    });
    expect(refusal(inserted)).toEqual({
      code: 'documentAltered',
      sheet: BILAN,
      cell: `A${rowOfFrais}`,
      name: 'ENV_Doc_Bilan',
      what: 'rowAdded',
    });
  });

  test('a deleted row is refused too', () => {
    const range = workbook.names.find(({ name }) => name === 'ENV_Doc_Annexe1')?.refersTo ?? '';
    const shorter = withRefersTo(
      workbook,
      'ENV_Doc_Annexe1',
      range.replace(/\$(\d+)$/, (_, row: string) => `$${Number(row) - 1}`),
    );
    expect(refusal(shorter, ['annexe1'])).toMatchObject({ code: 'documentAltered', sheet: 'Annexe 1', what: 'lost' });
  });

  test('a document never grows over cells of the user', () => {
    const last = workbook.names.find(({ name }) => name === 'ENV_Doc_Annexe1')?.refersTo.match(/(\d+)$/)?.[1] ?? '';
    const under = `B${Number(last) + 1}`;
    const longer = withLine(typed(workbook, 'Annexe 1', { [under]: 'mes calculs' }), 'Frais de mission', 0);
    expect(refusal(longer, ['annexe1'])).toEqual({ code: 'occupied', sheet: 'Annexe 1', cell: under });
  });
});

describe('a place that is not ours', () => {
  test.each<[string, (workbook: WorkbookSnapshot) => WorkbookSnapshot, Failure]>([
    [
      'a sheet of that name with the user’s cells',
      (workbook) =>
        typed(
          applyPlan(workbook, { purpose: 'repair', expected: [], steps: [{ kind: 'addSheet', sheet: 'annexe 1' }] }),
          'annexe 1',
          {
            C4: 'mes notes',
          },
        ),
      { code: 'sheetTaken', sheet: 'annexe 1', cell: 'C4' },
    ],
    [
      'a range name that holds a constant',
      (workbook) => withRefersTo(workbook, 'ENV_Doc_Annexe1', '=42'),
      { code: 'nameTaken', name: 'ENV_Doc_Annexe1' },
    ],
    [
      'a range name of several areas',
      (workbook) => withRefersTo(workbook, 'ENV_Doc_Annexe1', '=Suivi!$A$1,Suivi!$C$3'),
      { code: 'nameTaken', name: 'ENV_Doc_Annexe1' },
    ],
    [
      'a structure that is protected',
      (workbook) => ({ ...workbook, structureProtected: true }),
      { code: 'structureProtected' },
    ],
  ])('%s', (_, change, failure) => expect(refusal(change(start()))).toEqual(failure));

  test('a table with the name of the range', () => {
    const workbook = start();
    const [table] = workbook.tables;
    const taken = { ...workbook, tables: table ? [...workbook.tables, { ...table, name: 'env_doc_annexe1' }] : [] };
    const { dossier, report } = controlled(workbook);
    const plan = planDocuments({ ...dossier, workbook: taken }, report);
    expect(plan).toEqual({ ok: false, failure: { code: 'nameTaken', name: 'ENV_Doc_Annexe1' } });
  });

  test('a protected sheet is refused when there is something to write, and only then', () => {
    const workbook = changeSheet(documented(start()), BILAN, (sheet) => ({ ...sheet, isProtected: true }));
    expect(isEmptyPlan(planned(workbook))).toBe(true);
    expect(refusal(typed(workbook, 'Suivi', { E2: 650 }))).toEqual({ code: 'sheetProtected', sheet: BILAN });
  });

  test('an empty sheet of that name, protected', () => {
    const empty = applyPlan(start(), {
      purpose: 'repair',
      expected: [],
      steps: [{ kind: 'addSheet', sheet: 'Annexe 1' }],
    });
    expect(refusal(changeSheet(empty, 'Annexe 1', (sheet) => ({ ...sheet, isProtected: true })))).toEqual({
      code: 'sheetProtected',
      sheet: 'Annexe 1',
    });
  });

  test('one refusal, and no document is written', () => {
    const workbook = typed(
      applyPlan(start(), { purpose: 'repair', expected: [], steps: [{ kind: 'addSheet', sheet: BILAN }] }),
      BILAN,
      {
        A1: 'x',
      },
    );
    expect(planOn(workbook)).toEqual({ ok: false, failure: { code: 'sheetTaken', sheet: BILAN, cell: 'A1' } });
  });
});

describe('a document half destroyed', () => {
  const workbook = documented(start());
  test('its sheet was deleted: it is written again', () => {
    const deleted = withRefersTo(
      { ...workbook, sheets: workbook.sheets.filter(({ name }) => name !== 'Annexe 1') },
      'ENV_Doc_Annexe1',
      '=#REF!$A$1:$F$22',
    );
    const plan = planned(deleted, ['annexe1']);
    expect(plan.steps[0]).toEqual({ kind: 'addSheet', sheet: 'Annexe 1' });
    expect(isEmptyPlan(planned(applyPlan(deleted, plan)))).toBe(true);
  });
  test('its name was deleted: the cells on its sheet are no longer ours', () => {
    const nameless = { ...workbook, names: workbook.names.filter(({ name }) => name !== 'ENV_Doc_Annexe1') };
    expect(refusal(nameless, ['annexe1'])).toEqual({ code: 'sheetTaken', sheet: 'Annexe 1', cell: 'A1' });
  });
  test('a sheet copied by the user has a name of its own, and is not the document', () => {
    const copied = {
      ...workbook,
      names: [...workbook.names, { name: 'ENV_Doc_Annexe1', scope: 'Suivi', refersTo: '=Suivi!$A$1' }],
    };
    expect(isEmptyPlan(planned(copied))).toBe(true);
  });
});

test('an as-of date that a sheet cannot count is refused first', () => {
  const { dossier, report } = controlled(start(), '1850-01-01');
  expect(planDocuments(dossier, report)).toMatchObject({ ok: false, failure: { code: 'usage' } });
});

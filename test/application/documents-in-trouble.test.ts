/**
 * Every document in every trouble that a workbook may be in: a plain sentence and nothing written, or a right document, never half of one.
 * Right means: it is carried out, every amount is a number, and generating it again writes nothing.
 */
import { planDocuments, type DocumentId } from '../../src/application/documents';
import { documentsOf, type DocumentFrame } from '../../src/documents/document';
import type { Convention, Envelope } from '../../src/domain/envelopes/convention';
import { Euros } from '../../src/domain/money/euros';
import { describeFailure } from '../../src/messages/failures';
import { parseArea, quoteSheet, type CellValue } from '../../src/workbook/cells';
import type { Failure } from '../../src/workbook/failure';
import { isEmptyPlan, type WriteStep } from '../../src/workbook/plan';
import { findSheet, formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { applyPlan } from '../support/apply-plan';
import { convention2023 } from '../support/conventions';
import { controlled, ledgerWorkbook } from '../support/ledger-workbook';

const HEADINGS = "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC | Date de service fait | Date de paiement | Montant CP TTC";
const LEDGER = `${HEADINGS}
  PDE             | Frais annexes     | 1405610188 | 20/03/2023 | 640  |            |            |
  PDE             | Frais annexes     | 1405610188 |            |      | 02/05/2023 | 05/05/2023 | 600
  Signaux Faibles | Audit de sécurité | 1405610190 | 03/04/2023 | 9600 |            |            |`;

const convention = convention2023();
const frames = documentsOf(convention);
const start = ledgerWorkbook(convention, LEDGER);
const done = written(start, frames.map(({ id }) => id));

function written(workbook: WorkbookSnapshot, ids: readonly DocumentId[]): WorkbookSnapshot {
  const { dossier, report } = controlled(workbook);
  const plan = planDocuments(dossier, report, ids);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return applyPlan(workbook, plan.value);
}

/** `written`, `unchanged`, or the code of the refusal, whose sentence is checked. */
function outcome(workbook: WorkbookSnapshot, id: DocumentId): string {
  const { dossier, report } = controlled(workbook);
  const plan = planDocuments(dossier, report, [id]);
  if (!plan.ok) {
    expect(sentence(plan.failure)).toMatch(/^[A-ZÀÉ«L].{15,}/);
    return plan.failure.code;
  }
  const after = applyPlan(workbook, plan.value);
  const cells = plan.value.steps.flatMap((step) => (step.kind === 'setCells' ? step.cells.flat() : []));
  for (const cell of cells) if (typeof cell?.value === 'number') expect(Number.isFinite(cell.value)).toBe(true);
  const next = controlled(after);
  const again = planDocuments(next.dossier, next.report, [id]);
  expect(again.ok ? again.value.steps : again.failure).toEqual([]);
  return isEmptyPlan(plan.value) ? 'unchanged' : 'written';
}

function sentence(failure: Failure): string {
  const text = describeFailure(failure, 'fr');
  const all = Object.values(text).join(' ');
  expect(all).not.toMatch(/undefined|\[object/);
  return all;
}

function changeSheet(workbook: WorkbookSnapshot, name: string, change: (sheet: SheetSnapshot) => SheetSnapshot): WorkbookSnapshot {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}

function refersTo(workbook: WorkbookSnapshot, { range }: DocumentFrame, reference: string): WorkbookSnapshot {
  return { ...workbook, names: [...workbook.names.filter(({ name }) => name !== range), { name: range, scope: null, refersTo: reference }] };
}

function typed(workbook: WorkbookSnapshot, sheet: string, address: string, value: CellValue): WorkbookSnapshot {
  const area = parseArea(address);
  const step: WriteStep = { kind: 'setCells', sheet, top: area?.top ?? 0, left: area?.left ?? 0, cells: [[{ value }]] };
  return applyPlan(workbook, { purpose: 'repair', expected: [], steps: [step] });
}

/** Rows deleted in Excel, from that one (from 0): what is below goes up, the range shrinks. */
function withoutRows(workbook: WorkbookSnapshot, frame: DocumentFrame, first: number, count: number): WorkbookSnapshot {
  const moved = changeSheet(workbook, frame.sheet, (sheet) => {
    const formulas = new Map<number, string>();
    for (const [key, formula] of sheet.formulas) {
      const row = Math.floor(key / formulaKey(1, 0));
      if (row < first) formulas.set(key, formula);
      else if (row >= first + count) formulas.set(key - formulaKey(count, 0), formula);
    }
    const used = sheet.used && { ...sheet.used, rows: sheet.used.rows - count };
    return { ...sheet, used, formulas, values: [...sheet.values.slice(0, first), ...sheet.values.slice(first + count)] };
  });
  const old = workbook.names.find(({ name }) => name === frame.range)?.refersTo ?? '';
  return refersTo(moved, frame, old.replace(/\$(\d+)$/, (_, last: string) => `$${Number(last) - count}`));
}

/** Cells emptied, from that row on. */
function cleared(workbook: WorkbookSnapshot, { sheet }: DocumentFrame, first: number, count: number): WorkbookSnapshot {
  return changeSheet(workbook, sheet, (of) => ({
    ...of,
    values: of.values.map((row, at) => (at >= first && at < first + count ? row.map(() => null) : row)),
    formulas: new Map([...of.formulas].filter(([key]) => Math.floor(key / formulaKey(1, 0)) < first || Math.floor(key / formulaKey(1, 0)) >= first + count)),
  }));
}

const withSheet = (workbook: WorkbookSnapshot, sheet: string): WorkbookSnapshot =>
  applyPlan(workbook, { purpose: 'repair', expected: [], steps: [{ kind: 'addSheet', sheet }] });
const without = (workbook: WorkbookSnapshot, frame: DocumentFrame): WorkbookSnapshot => ({
  ...refersTo(workbook, frame, '=#REF!$A$1:$F$9'),
  sheets: workbook.sheets.filter(({ name }) => name !== frame.sheet),
});
const protectedSheet = (workbook: WorkbookSnapshot, sheet: string): WorkbookSnapshot => changeSheet(workbook, sheet, (of) => ({ ...of, isProtected: true }));

/** What becomes of each document; those that have no row to miss, or no figure, are told apart. */
const TROUBLES: readonly (readonly [string, (frame: DocumentFrame) => WorkbookSnapshot, string])[] = [
  ['two rows of it were emptied', (frame) => cleared(done, frame, 2, 2), 'written'],
  ['everything in it was emptied but its range', (frame) => cleared(done, frame, 0, 500), 'changedMeanwhile'],
  ['a row of it was deleted', (frame) => withoutRows(done, frame, 9, 1), 'changedMeanwhile'],
  ['its range is broken, its sheet still there', (frame) => refersTo(done, frame, '=#REF!'), 'occupied'],
  ['its sheet was deleted', (frame) => without(done, frame), 'written'],
  ['its sheet was deleted, and the structure is protected', (frame) => ({ ...without(done, frame), structureProtected: true }), 'structureProtected'],
  ['its range was given to a formula', (frame) => refersTo(done, frame, '=SUM(1,2)'), 'nameTaken'],
  ['its range was given to two areas', (frame) => refersTo(done, frame, '=Suivi!$A$1,Suivi!$C$1'), 'nameTaken'],
  ['its range was given to the ledger', (frame) => refersTo(done, frame, '=Suivi!$A$1:$H$4'), 'changedMeanwhile'],
  ['its sheet is hidden', (frame) => changeSheet(done, frame.sheet, (sheet) => ({ ...sheet, visibility: 'hidden' })), 'unchanged'],
  ['its sheet is protected, and it is right', (frame) => protectedSheet(done, frame.sheet), 'unchanged'],
  ['its sheet is protected, and its title was lost', (frame) => protectedSheet(typed(done, frame.sheet, 'A1', 'Brouillon'), frame.sheet), 'sheetProtected'],
  ['its sheet was renamed', renamed, 'unchanged'],
  ['its sheet was moved first', (frame) => ({ ...done, sheets: [...done.sheets].sort((one) => (one.name === frame.sheet ? -1 : 0)) }), 'unchanged'],
  ['a sheet of its name holds a note', (frame) => typed(withSheet(start, frame.sheet), frame.sheet, 'C7', 'note'), 'occupied'],
  ['a sheet of its name is empty', (frame) => withSheet(start, frame.sheet), 'written'],
  ['a sheet of its name is empty and protected', (frame) => protectedSheet(withSheet(start, frame.sheet), frame.sheet), 'sheetProtected'],
  ['the structure is protected', () => ({ ...start, structureProtected: true }), 'structureProtected'],
];

function renamed(frame: DocumentFrame): WorkbookSnapshot {
  const old = done.names.find(({ name }) => name === frame.range)?.refersTo ?? '';
  const moved = changeSheet(done, frame.sheet, (sheet) => ({ ...sheet, name: "L'envoi" }));
  return refersTo(moved, frame, old.replace(/^=.*!/, `=${quoteSheet("L'envoi")}!`));
}

describe.each(TROUBLES)('%s', (_, workbookOf, expected) => {
  test.each(frames.map((frame) => [frame.id, frame] as const))('%s', (id, frame) => expect(outcome(workbookOf(frame), id)).toBe(expected));
});

const [pde, sf] = convention.envelopes as readonly [Envelope, Envelope];
const withEnvelopes = (...envelopes: readonly Envelope[]): Convention => ({
  ...convention,
  envelopes,
  imputation: convention.imputation.filter(({ envelope }) => envelope === null || envelopes.some(({ code }) => code === envelope)),
  milestones: [],
});
const nothing = { amount: Euros.zero<'AE'>(), mode: 'blocking' } as const;
const LONG = 'Prestations intellectuelles, développements et accompagnement '.repeat(5).slice(0, 300);
const sixty = Array.from({ length: 60 }, (_, at): Envelope => {
  const code = `E${at}`;
  return { ...sf, code, label: `Enveloppe ${at}`, lines: sf.lines.slice(0, 1).map((line) => ({ ...line, index: at, envelope: code })) };
});
const called = (code: string): Convention => withEnvelopes({ ...pde, code, label: code, lines: pde.lines.map((line) => ({ ...line, envelope: code })) }, sf);

const CONTENTS: readonly (readonly [string, Convention, string])[] = [
  ['nothing is allocated', withEnvelopes({ ...pde, ceilings: { AE: nothing, CP: { amount: Euros.zero<'CP'>(), mode: 'blocking' } } }, sf), LEDGER],
  ['the convention sets no ceiling', withEnvelopes({ ...pde, ceilings: { AE: null, CP: null } }), LEDGER],
  ['AE alone are given', { ...withEnvelopes({ ...pde, ceilings: { ...pde.ceilings, CP: null } }), ceilings: { ...convention.ceilings, CP: null } }, LEDGER],
  ['the ledger has one row without amounts', convention, `${HEADINGS}\n  PDE | Frais annexes | 1405610188 | | | | |`],
  ['nothing of the ledger is of the year', convention, `${HEADINGS}\n  PDE | Frais annexes | 1405610188 | 20/03/2021 | 640 | | |`],
  ['no envelope has a poste', withEnvelopes({ ...pde, lines: [] }, { ...sf, lines: [] }), LEDGER],
  ['a code has quotes', called('P"D"E'), LEDGER],
  ['a code has an apostrophe', called("P'DE"), LEDGER],
  ['a code begins with =', called('=1+1'), LEDGER],
  ['a code is a criterion', called('>0*?'), LEDGER],
  ['a code is very long', called('P'.repeat(200)), LEDGER],
  ['a label has 300 characters', withEnvelopes({ ...pde, lines: pde.lines.map((line, at) => (at === 0 ? { ...line, label: LONG } : line)) }, sf), LEDGER],
  ['there are 60 envelopes', withEnvelopes(...sixty), LEDGER],
];

describe.each(CONTENTS)('%s', (_, given, ledger) => {
  const workbook = ledgerWorkbook(given, ledger);
  const ids = documentsOf(given).map(({ id }) => id);
  const some = ids.length > 20 ? [...ids.slice(0, 1), ...ids.slice(59)] : ids;
  test.each(some)('%s is written', (id) => expect(outcome(workbook, id)).toBe('written'));
});

test.each(frames.map(({ id }) => id))('a poste was renamed between two generations: %s', (id) => {
  const sheet = findSheet(done, 'Convention');
  const row = sheet?.values.findIndex((cells) => cells.includes('Frais annexes')) ?? -1;
  const column = sheet?.values[row]?.indexOf('Frais annexes') ?? -1;
  const used = sheet?.used ?? { top: 0, left: 0 };
  const [top, left] = [used.top + row, used.left + column];
  const step: WriteStep = { kind: 'setCells', sheet: 'Convention', top, left, cells: [[{ value: 'Frais de mission' }]] };
  expect(['written', 'unchanged']).toContain(outcome(applyPlan(done, { purpose: 'repair', expected: [], steps: [step] }), id));
});

/**
 * Every document in every troubled workbook: one sentence and nothing written, or a correct document, never half of
 * one. Correct: the plan applies, every amount is a number, and generating again writes nothing.
 */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { documentsOf } from '../../../src/documents/document';
import { describeFailure } from '../../../src/messages/failures';
import type { Failure } from '../../../src/workbook/failure';
import { isEmptyPlan, type WriteStep } from '../../../src/workbook/plan';
import { findSheet } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { CONVENTION, type Scene } from '../../support/troubles/scene';
import { CONTENTS, documented, inTurn, TROUBLES } from '../../support/troubles/troubles';

const frames = documentsOf(CONVENTION);

/** `written`, `unchanged`, or the code of the refusal, whose sentence is checked. */
function outcome({ workbook }: Scene, id: DocumentId): string {
  const { dossier, report } = controlled(workbook);
  const plan = planDocuments(dossier, report, [id]);
  if (!plan.ok) {
    expectSentences(plan.failure);
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

function expectSentences(failure: Failure): void {
  for (const language of ['fr', 'en'] as const) {
    const { sentence, remedy } = describeFailure(failure, language);
    for (const text of [sentence, remedy]) expect(text).toMatch(/^[\p{Lu}«“].{15,}\.$/u);
    expect(sentence + remedy).not.toMatch(/undefined|\[object/);
  }
}

const cases = TROUBLES.map((trouble, index) => [...trouble, inTurn(frames, index, 1)] as const);
describe.each(cases)('%s', (_, make, expected, chosen) => {
  test.each(chosen.map((frame) => [frame.id, frame] as const))('%s', (id, frame) => {
    const found = outcome(make(frame, documented('all')), id);
    if (expected === 'maybe') expect(['written', 'unchanged']).toContain(found);
    else expect(found).toBe(typeof expected === 'string' ? expected : expected.inMemory);
  });
});

describe.each(CONTENTS.map((content, index) => [...content, index] as const))('%s', (_, given, sceneOf, index) => {
  const scene = sceneOf();
  const ids = documentsOf(given).map(({ id }) => id);
  const some = ids.length > 20 ? [...ids.slice(0, 1), ...ids.slice(59)] : ids;
  test.each(inTurn(some, index, 1))('%s is written', (id) => expect(outcome(scene, id)).toBe('written'));
});

test.each(frames.map(({ id }) => id))('a budget line was renamed between two generations: %s', (id) => {
  const { workbook } = documented('all');
  const sheet = findSheet(workbook, 'Enveloppes et postes');
  const row = sheet?.values.findIndex((cells) => cells.includes('Frais annexes')) ?? -1;
  const column = sheet?.values[row]?.indexOf('Frais annexes') ?? -1;
  const used = sheet?.used ?? { top: 0, left: 0 };
  const [top, left] = [used.top + row, used.left + column];
  const step: WriteStep = {
    kind: 'setCells',
    sheet: 'Enveloppes et postes',
    top,
    left,
    cells: [[{ value: 'Frais de mission' }]],
  };
  const renamed = applyPlan(workbook, { purpose: 'repair', expected: [], steps: [step] });
  expect(['written', 'unchanged']).toContain(outcome({ workbook: renamed, looks: new Map() }, id));
});

/**
 * The same difficult workbooks, open in Excel, through the real client: a correct document, or a plain sentence and
 * nothing written.
 */
import { planDocuments, type DocumentId } from '../../../../src/application/documents/documents';
import { documentsOf } from '../../../../src/documents/document';
import type { Result } from '../../../../src/domain/result';
import { describeFailure } from '../../../../src/messages/failures';
import type { GridName } from '../../../../workbench/host/grid';
import { quoteSheet } from '../../../../src/workbook/cells';
import type { Failure } from '../../../../src/workbook/failure';
import { isEmptyPlan, type WritePlan } from '../../../../src/workbook/plan';
import { everythingIn, startExcel, type StartedExcel } from '../../../support/excel/excel';
import { controlled } from '../../../support/ledgers/ledger-workbook';
import { CONVENTION, type Scene } from '../../../support/troubles/scene';
import { gridOf } from '../../../support/troubles/scene-grid';
import { CONTENTS, documented, inTurn, shareOf, TROUBLES } from '../../../support/troubles/troubles';

/**
 * A table and a page of comments only, for the time that the host takes; the other kinds are tried in memory and in
 * files.
 */
const KINDS: readonly string[] = ['annexe1', 'qualitatif'];
const FIGURES: readonly string[] = ['annexe1', 'bilan'];
/**
 * Sixty envelopes are left out for the time they take, as is what the grid computes otherwise than Excel; LibreOffice
 * covers both (test/libreoffice).
 */
const LEFT_OUT: readonly string[] = [
  'there are 60 envelopes',
  'a label is a criterion',
  'the workbook counts its days from 1904',
];

const frames = documentsOf(CONVENTION).filter(({ id }) => KINDS.includes(id));
let excel: StartedExcel;
afterEach(() => excel.dispose());

async function planned(id: DocumentId): Promise<Result<WritePlan, Failure>> {
  await excel.host.settled();
  const { dossier, report } = controlled(await excel.read());
  return planDocuments(dossier, report, [id]);
}

/** `written`, `unchanged`, or the code of the refusal. */
async function outcome(scene: Scene, id: DocumentId): Promise<string> {
  excel = startExcel(gridOf(scene), { computes: true });
  const before = await state();
  const plan = await planned(id);
  const applied = plan.ok ? await excel.workbook.apply(plan.value) : plan;
  if (!applied.ok) {
    expect(await state()).toEqual(before);
    for (const language of ['fr', 'en'] as const)
      expect(describeFailure(applied.failure, language).sentence).toMatch(/^[\p{Lu}«“].{15,}\.$/u);
    return applied.failure.code;
  }
  const again = await planned(id);
  expect(again.ok ? again.value.steps : again.failure).toEqual([]);
  if (plan.ok && isEmptyPlan(plan.value)) return 'unchanged';
  const undone = await excel.workbook.apply(applied.value.undo);
  expect(undone.ok ? await state() : undone.failure).toEqual(before);
  return 'written';
}

/** The whole workbook, with `#REF!` for names whose sheet is deleted, which the grid does not write. */
async function state(): Promise<unknown> {
  const { names, ...rest } = (await everythingIn(excel)) as {
    readonly sheets: readonly { readonly name: string }[];
    readonly names: readonly GridName[];
  };
  const isThere = ({ refersTo }: GridName): boolean =>
    rest.sheets.some(({ name }) => refersTo.startsWith(`=${quoteSheet(name)}!`));
  return {
    ...rest,
    names: names.map((name) => (/!\$/.test(name.refersTo) && !isThere(name) ? { ...name, refersTo: '=#REF!' } : name)),
  };
}

const cases = TROUBLES.map((trouble, index) => [...trouble, inTurn(frames, index, 1)] as const);
describe.each(shareOf('excel', cases))('%s', (_, make, expected, chosen) => {
  test.each(chosen.map((frame) => [frame.id, frame] as const))('%s', async (id, frame) => {
    const found = await outcome(make(frame, documented(id)), id);
    if (expected === 'maybe') expect(['written', 'unchanged']).toContain(found);
    else expect(found).toBe(typeof expected === 'string' ? expected : expected.otherwise);
  });
});

const KEPT = CONTENTS.filter(([name]) => !LEFT_OUT.includes(name));
describe.each(
  shareOf(
    'excel',
    KEPT.map((content, index) => [...content, index] as const),
  ),
)('%s', (_, given, sceneOf, index) => {
  const scene = sceneOf();
  const ids = documentsOf(given)
    .map(({ id }) => id)
    .filter((id) => FIGURES.includes(id));
  test.each(inTurn(ids, index, 1))('%s is written', async (id) => expect(await outcome(scene, id)).toBe('written'));
});

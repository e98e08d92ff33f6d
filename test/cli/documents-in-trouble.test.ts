/** The same troubles in a file: `enveloppe report` writes a valid copy, or prints one sentence and writes no file. */
import { planDocuments, type DocumentId } from '../../src/application/documents/documents';
import { documentsOf } from '../../src/documents/document';
import { describeFailure } from '../../src/messages/failures';
import type { Failure } from '../../src/workbook/failure';
import { isEmptyPlan } from '../../src/workbook/plan';
import { formulaKey, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { runOn } from '../support/cli-machine';
import { controlled } from '../support/ledgers/ledger-workbook';
import { CONVENTION, type Scene } from '../support/troubles/scene';
import { fileOf } from '../support/troubles/scene-file';
import { CONTENTS, documented, inTurn, shareOf, SOME, TROUBLES } from '../support/troubles/troubles';
import { opened } from '../support/readers/xlsx-read';

const frames = documentsOf(CONVENTION).filter(({ id }) => SOME.includes(id));
const report = (from: string, id: DocumentId): string[] => [
  'report',
  from,
  '--output',
  'copie.xlsx',
  '--only',
  id,
  '--as-of',
  '2023-12-31',
];

/** `written`, `unchanged`, or the code of the refusal printed on stderr. */
async function outcome(scene: Scene, id: DocumentId): Promise<string> {
  const bytes = fileOf(scene);
  expect(cellsOf(opened(bytes).read())).toEqual(cellsOf(scene.workbook)); // the file is the scene
  const { code, out, error, files } = await runOn({ files: { 'suivi.xlsx': bytes } }, report('suivi.xlsx', id));
  if (code === 2) {
    expect([...files.keys()]).toEqual(['suivi.xlsx']);
    expect(out).toBe('');
    return saidBy(error, bytes, id);
  }
  expect(error).toBe('');
  const copy = files.get('copie.xlsx') ?? new Uint8Array();
  const again = await runOn({ files: { 'encore.xlsx': copy } }, report('encore.xlsx', id));
  expect(again.out).toContain('sans changement');
  if (!out.includes('sans changement')) expectOthersKept(scene.workbook, opened(copy).read(), id);
  return out.includes('sans changement') ? 'unchanged' : 'written';
}

/** The failure whose sentence is on stderr. */
function saidBy(error: string, bytes: Uint8Array, id: DocumentId): string {
  const file = opened(bytes);
  const { dossier, report: said } = controlled(file.read());
  const plan = planDocuments(dossier, said, [id]);
  const applied = plan.ok && !isEmptyPlan(plan.value) ? file.apply(plan.value) : plan;
  const failure: Failure | null = applied.ok ? null : applied.failure;
  if (!failure) return `not refused, but: ${error}`;
  const { sentence, remedy } = describeFailure(failure, 'fr');
  expect(error).toContain(sentence);
  expect(error).toContain(remedy);
  expect(error.trimEnd().split('\n')).toHaveLength(1);
  return failure.code;
}

function cellsOf({ sheets }: WorkbookSnapshot): readonly string[] {
  return sheets.flatMap(({ name, used, values, formulas }) =>
    values.flatMap((row, r) =>
      row.flatMap((value, c) => {
        const formula = formulas.get(formulaKey((used?.top ?? 0) + r, (used?.left ?? 0) + c));
        const place = `${name} ${r + (used?.top ?? 0)} ${c + (used?.left ?? 0)}`;
        return value === null && formula === undefined ? [] : [`${place} ${JSON.stringify(formula ?? value)}`];
      }),
    ),
  );
}

/** No cell outside the document and the journal changed. */
function expectOthersKept(before: WorkbookSnapshot, after: WorkbookSnapshot, id: DocumentId): void {
  const range = documentsOf(CONVENTION).find((frame) => frame.id === id)?.range;
  const reference = after.names.find(({ name, scope }) => name === range && scope === null)?.refersTo ?? '';
  const own = reference.slice(1, reference.lastIndexOf('!')).replace(/^'|'$/g, '').replaceAll("''", "'");
  const isOther = ({ name }: { readonly name: string }): boolean => name !== own && name !== 'Journal';
  const others = ({ sheets, ...rest }: WorkbookSnapshot): WorkbookSnapshot => ({
    ...rest,
    sheets: sheets.filter(isOther),
  });
  expect(cellsOf(others(after))).toEqual(cellsOf(others(before)));
}

const cases = TROUBLES.map((trouble, index) => [...trouble, inTurn(frames, index, 1)] as const);
describe.each(shareOf('files', cases))('%s', (_, make, expected, chosen) => {
  test.each(chosen.map((frame) => [frame.id, frame] as const))('%s', async (id, frame) => {
    const found = await outcome(make(frame, documented(id)), id);
    if (expected === 'maybe') expect(['written', 'unchanged']).toContain(found);
    else expect(found).toBe(typeof expected === 'string' ? expected : expected.otherwise);
  });
});

describe.each(
  shareOf(
    'files',
    CONTENTS.map((content, index) => [...content, index] as const),
  ),
)('%s', (_, given, sceneOf, index) => {
  const scene = sceneOf();
  const ids = documentsOf(given)
    .map(({ id }) => id)
    .filter((id) => SOME.includes(id));
  test.each(inTurn(ids, index, 1))('%s is written', async (id) => expect(await outcome(scene, id)).toBe('written'));
});

/** The mapping of the columns is shown whole, kept once confirmed, and asked again when the headings change. */
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { planInitialise } from '../../../src/application/writing/initialise';
import { planMapping } from '../../../src/application/writing/keep-mapping';
import type { MappingProposal } from '../../../src/application/writing/mapping-proposal';
import { proposeMapping } from '../../../src/application/writing/propose-mapping';
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { readColumnChoices, type ColumnChoice } from '../../../src/workbook/registers/column-choices';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';
import { makeXlsx } from '../../support/readers/xlsx-package';
import { withoutTable } from '../../support/without-table';

const HEADINGS = ['N° EJ', 'Objet', 'Enveloppe', 'Date EJ', 'Somme', 'Montant AE', 'Visa'];
const ROW: readonly CellValue[] = ['1405512301', 'Audit', 'PDE', 45000, 1100, 1200, 'vu'];

const suivi = (headings: readonly string[] = HEADINGS, name = 'Suivi') => ({
  name,
  rows: [headings, ROW, ['Total', null, null, null, null, 1200]],
});

function initialised(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const plan = planInitialise(workbook, convention2023());
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return applyPlan(workbook, plan.value);
}

function proposed(workbook: WorkbookSnapshot): MappingProposal {
  const proposal = proposeMapping(workbook);
  if (!proposal.ok) throw new Error(JSON.stringify(proposal.failure));
  return proposal.value;
}

function confirmed(workbook: WorkbookSnapshot, ...choices: readonly ColumnChoice[]): WorkbookSnapshot {
  const plan = planMapping(workbook, choices);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return applyPlan(workbook, plan.value);
}

const choose = (heading: string, field: ColumnChoice['field'], source = 'Suivi'): ColumnChoice => ({
  source,
  heading,
  field,
});
/** The choices of a user who confirms every proposed column. */
function allOf(workbook: WorkbookSnapshot): readonly ColumnChoice[] {
  return proposed(workbook).sources.flatMap(({ name, tables }) =>
    tables.flatMap(({ columns }) => columns.map(({ heading, field }) => choose(heading, field, name))),
  );
}

test('every column is shown, taken or not, with some of its values; rows that do not count are named', () => {
  const { sources, refusal } = proposed(workbookOf(suivi()));
  expect(refusal).toBeNull();
  expect(sources).toMatchObject([
    {
      name: 'Suivi',
      isTable: false,
      isRead: true,
      isConfirmed: false,
      needsConfirmation: true,
      ignored: [{ row: 3, reason: 'total' }],
    },
  ]);
  const [table] = sources[0]?.tables ?? [];
  expect(table).toMatchObject({ headingRow: 1, firstRow: 2, lastRow: 3, isPart: true });
  expect(
    table?.columns.map(({ column, heading, field, status }) => `${column} ${heading}: ${field ?? '–'} ${status}`),
  ).toEqual([
    'A N° EJ: ejNumber proposed',
    'B Objet: label proposed',
    'C Enveloppe: ministerialAxis2 proposed',
    'D Date EJ: commitmentDate proposed',
    'E Somme: – unmapped',
    'F Montant AE: ae proposed',
    'G Visa: – unmapped',
  ]);
  expect(table?.columns[4]?.examples).toEqual(['1100']);
});

test('two ledgers as good: nothing is read until the user chooses', () => {
  const { sources, refusal } = proposed(workbookOf(suivi(HEADINGS, '2022'), suivi(HEADINGS, '2023')));
  expect(sources.map(({ isRead }) => isRead)).toEqual([false, false]);
  expect(refusal).toMatchObject({
    code: 'severalLedgers',
    candidates: [{ name: '2022' }, { name: '2023', repeats: '2022' }],
  });
});

test('confirmed once, it is kept and no longer asked', () => {
  const before = initialised(workbookOf(suivi()));
  const after = confirmed(before, ...allOf(before));
  expect(proposed(after).sources).toMatchObject([{ isConfirmed: true, needsConfirmation: false, changes: [] }]);
  expect(proposed(after).sources[0]?.tables[0]?.columns.map(({ status }) => status)).toEqual([
    'confirmed',
    'confirmed',
    'confirmed',
    'confirmed',
    'notUsed',
    'confirmed',
    'notUsed',
  ]);
});

test('what the user corrects is what the ledger reads', () => {
  const after = confirmed(initialised(workbookOf(suivi())), choose('Somme', 'ae'), choose('Montant AE', null));
  const dossier = openDossier(after);
  expect(dossier.ok && dossier.value.ledger.rows[0]?.ae).toMatchObject({ cents: 110_000 });
});

describe('the headings changed since', () => {
  const before = initialised(workbookOf(suivi()));
  const kept = confirmed(before, ...allOf(before));
  const changed = (headings: readonly string[]) => {
    const [sheet] = kept.sheets;
    if (!sheet) throw new Error('no sheet');
    const moved = { ...sheet, values: [headings, ...sheet.values.slice(1)] };
    return proposed({ ...kept, sheets: [moved, ...kept.sheets.slice(1)] }).sources[0];
  };

  test('a confirmed heading is gone, and another means the same', () => {
    const source = changed(['N° EJ', 'Objet', 'Enveloppe', 'Date EJ', 'Somme', 'AE engagées', 'Visa']);
    expect(source).toMatchObject({
      isConfirmed: true,
      needsConfirmation: true,
      changes: [
        { kind: 'headingGone', heading: 'Montant AE', field: 'ae' },
        { kind: 'newHeading', heading: 'AE engagées', field: 'ae' },
      ],
    });
  });

  test('a new heading fits better than the confirmed one', () => {
    const poor = confirmed(before, choose('Somme', 'ae'), choose('N° EJ', 'ejNumber'));
    const changes = proposed(poor).sources[0]?.changes ?? [];
    expect(changes).toContainEqual({ kind: 'betterHeading', heading: 'Montant AE', field: 'ae', confirmed: 'Somme' });
  });

  test('a new heading that means no field changes nothing', () => {
    expect(changed([...HEADINGS.slice(0, 6), 'Remarques'])).toMatchObject({ needsConfirmation: false });
  });
});

describe('the contents of ENV_Colonnes', () => {
  const choicesOf = (workbook: WorkbookSnapshot): unknown => {
    const choices = readColumnChoices(workbook);
    return choices.ok
      ? choices.value.map(({ source, heading, field }) => `${source}/${heading}/${field ?? ''}`)
      : choices.failure;
  };

  test('other sources stay, the same source is replaced, whatever the case', () => {
    const first = confirmed(
      initialised(workbookOf(suivi())),
      choose('Somme', 'ae'),
      choose('Visa', null),
      choose('x', 'cp', 'Autre'),
    );
    const second = confirmed(first, choose('Montant AE', 'ae', 'SUIVI'));
    expect(choicesOf(second)).toEqual(['SUIVI/Montant AE/ae', 'Autre/x/cp']);
    expect(choicesOf(confirmed(second, choose('a', 'cp', 'Trois'), choose('b', 'ae', 'Trois')))).toEqual([
      'SUIVI/Montant AE/ae',
      'Trois/a/cp',
      'Autre/x/cp',
      'Trois/b/ae',
    ]);
  });

  test('confirming the same again writes nothing', () => {
    const once = confirmed(initialised(workbookOf(suivi())), choose('Somme', 'ae'));
    expect(planMapping(once, [choose('Somme', 'ae')])).toMatchObject({ ok: true, value: { steps: [] } });
  });

  test('without a convention in the workbook the table gets a sheet of its own, which the convention then respects', () => {
    const alone = confirmed(workbookOf(suivi()), choose('Somme', 'ae'));
    expect(alone.tables).toMatchObject([{ name: 'ENV_Colonnes', sheet: 'Réglages' }]);
    expect(choicesOf(initialised(alone))).toEqual(['Suivi/Somme/ae']);
  });

  test('beside other registers, the new table is written only where nobody typed since', () => {
    const whole = initialised(workbookOf(suivi()));
    const workbook = withoutTable(whole, 'ENV_Colonnes');
    const plan = planMapping(workbook, [choose('Somme', 'ae'), choose('Visa', null)]);
    if (!plan.ok) throw new Error(plan.failure.code);
    const { steps, expected } = plan.value;
    const guarded = expected.flatMap(({ sheet, top, left, contents }) =>
      contents.flatMap((row, r) => row.map((content, c) => [sheet, top + r, left + c, content].join())),
    );
    const written = steps.flatMap((step) =>
      step.kind === 'setCells'
        ? step.cells.flatMap((row, r) => row.map((_, c) => [step.sheet, step.top + r, step.left + c, null].join()))
        : [],
    );
    expect(written).toHaveLength(1 + 3 * 3);
    expect(written.filter((cell) => !guarded.includes(cell))).toEqual([]);
  });

  test('a heading that is the name of a member of an object is a heading', () => {
    const strange = confirmed(
      initialised(workbookOf(suivi(['__proto__', 'constructor', ...HEADINGS.slice(2)]))),
      choose('__proto__', 'ejNumber'),
    );
    expect(proposed(strange).sources[0]?.tables[0]?.columns.slice(0, 2)).toMatchObject([
      { heading: '__proto__', field: 'ejNumber', status: 'confirmed' },
      { heading: 'constructor', field: null, status: 'unmapped' },
    ]);
  });

  test('in a file: the table grows, and the file is read back', () => {
    const cell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const row = HEADINGS.map((heading, index) => cell(`${'ABCDEFG'[index]}1`, heading)).join('');
    let file = openXlsx(makeXlsx({ sheets: [{ name: 'Suivi', rows: `<row r="1">${row}</row>` }] }));
    const apply = (plan: ReturnType<typeof planMapping>): void => {
      if (!file.ok || !plan.ok) throw new Error('refused');
      const bytes = file.value.apply(plan.value);
      if (!bytes.ok) throw new Error(JSON.stringify(bytes.failure));
      file = openXlsx(bytes.value);
    };
    const read = (): WorkbookSnapshot => {
      if (!file.ok) throw new Error(file.failure.code);
      return file.value.read();
    };
    apply(planInitialise(read(), convention2023()));
    apply(
      planMapping(
        read(),
        HEADINGS.map((heading) => choose(heading, null)),
      ),
    );
    apply(
      planMapping(
        read(),
        [...HEADINGS, 'Encore'].map((heading) => choose(heading, null, 'Autre')),
      ),
    );
    expect(choicesOf(read())).toHaveLength(2 * HEADINGS.length + 1);
  });
});

test('a protected sheet is refused by its name', () => {
  const workbook = initialised(workbookOf(suivi()));
  const closed = { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, isProtected: true })) };
  expect(planMapping(closed, [choose('Somme', 'ae')])).toEqual({
    ok: false,
    failure: { code: 'sheetProtected', sheet: 'Réglages' },
  });
});

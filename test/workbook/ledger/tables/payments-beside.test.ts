/** Commitments and payments side by side without a blank column: each payment is that of its own EJ. */
import { openDossier } from '../../../../src/application/open-dossier';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { movedBy, workbookOf } from '../../../support/ledgers/workbook-of';

const [FIRST, SECOND] = ['1405700001', '1405700002'];
const LEFT = ['N° EJ', 'Titulaire', 'Axe 2', 'Date EJ', 'AE'];

/** The CP of each EJ, in euros: those typed in the columns after the commitments, on two rows. */
function paid(
  headings: readonly string[],
  ...rows: readonly (readonly CellValue[])[]
): Readonly<Record<string, number>> {
  const commitments = [
    [FIRST, 'Octo', 'PDE', 45_000, 20_000],
    [SECOND, 'Wave', 'SF', 45_001, 5_000],
  ] as const;
  const all = [[...LEFT, ...headings], ...commitments.map((row, at) => [...row, ...(rows[at] ?? [])])];
  const workbook = workbookOf({ name: 'Suivi', rows: all });
  const [inPlace = {}, moved] = [workbook, movedBy(workbook, 3, 2)].map((one) => {
    const opened = openDossier(one, { convention: convention2023() });
    if (!opened.ok) throw new Error(opened.failure.code);
    const byEj: Record<string, number> = {};
    for (const { ej, cp } of opened.value.ledger.rows)
      if (ej.kind === 'ej' && cp.kind === 'amount') byEj[ej.number] = (byEj[ej.number] ?? 0) + cp.cents / 100;
    return byEj;
  });
  expect(moved).toEqual(inPlace);
  return inPlace;
}

test.each(['N° EJ payé', 'N° EJ', 'EJ', 'EJ concerné'])('under « %s », other EJ than those of the rows', (heading) => {
  const headings = [heading, 'Date paiement', 'CP'];
  expect(paid(headings, [FIRST, 45_040, 6_000], [FIRST, 45_060, 3_000])).toEqual({ [FIRST ?? '']: 9_000 });
});

test.each([
  [
    ['N° DP', 'N° EJ payé', 'Date paiement', 'CP'],
    ['100083801', FIRST, 45_040, 6_000],
    ['100083802', FIRST, 45_060, 3_000],
  ],
  [
    ['Date paiement', 'N° EJ payé', 'CP'],
    [45_040, FIRST, 6_000],
    [45_060, FIRST, 3_000],
  ],
] as const)('whatever comes before it: %j', (headings, one, other) => {
  expect(paid(headings, one as never, other as never)).toEqual({ [FIRST ?? '']: 9_000 });
});

test.each([
  ['the same EJ', 'N° EJ payé', FIRST, SECOND],
  ['EJ that are not in the table', 'EJ concerné', '1305600001', '1305600002'],
  ['the EJ that each follows', 'EJ de rattachement', SECOND, FIRST],
])('%s: one table', (_, heading, one, other) => {
  const cp = paid([heading, 'Date paiement', 'CP'], [one ?? '', 45_040, 6_000], [other ?? '', 45_060, 3_000]);
  expect(cp).toEqual({ [FIRST ?? '']: 6_000, [SECOND ?? '']: 3_000 });
});

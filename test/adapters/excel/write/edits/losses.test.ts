/** A failure names what people put in cells at the moment of the writing and that nothing gives back, whatever it is. */
import { withKept, withLost } from '../../../../../src/adapters/excel/write/edits/losses';
import type { Writing } from '../../../../../src/adapters/excel/write/write-part';
import type { Failure } from '../../../../../src/workbook/failure';

const B2 = { sheet: 'Suivi', row: 1, column: 1 };
const B3 = { sheet: 'Suivi', row: 2, column: 1 };
const [AT_B2, AT_B3] = ['B2', 'B3'].map((cell) => ({ sheet: 'Suivi', cell }));
const KEPT = { code: 'editsKept', cells: [AT_B2], keptSheets: [{ sheet: 'Annexe 1', things: [] }] };
const HALF = { code: 'halfWritten', sheets: ['Suivi'], hostCode: 'busy', message: '' };
const LOST_B2 = { code: 'richValue', ...AT_B2, isLost: true };

/** A writing that covered these data types, and these cells of pastes. */
const writing = (richLost: readonly object[], unread: readonly object[]): Writing =>
  ({ rich: [], richLost, unread, sentParts: [] }) as unknown as Writing;

test.each`
  stopped                       | rich    | pasted  | named
  ${{ code: 'busy' }}           | ${[]}   | ${[]}   | ${{ code: 'busy' }}
  ${{ code: 'busy' }}           | ${[]}   | ${[B3]} | ${{ code: 'entriesUnknown', cells: [AT_B3] }}
  ${{ code: 'busy' }}           | ${[B2]} | ${[B3]} | ${{ ...LOST_B2, unknown: [AT_B3] }}
  ${KEPT}                       | ${[]}   | ${[B3]} | ${{ ...KEPT, code: 'entriesUnknown', cells: [AT_B3, AT_B2] }}
  ${KEPT}                       | ${[B3]} | ${[]}   | ${{ ...LOST_B2, ...AT_B3, kept: [AT_B2], keptSheets: KEPT.keptSheets }}
  ${HALF}                       | ${[B2]} | ${[B3]} | ${{ ...HALF, lost: { rich: [AT_B2], unknown: [AT_B3] } }}
  ${{ code: 'outcomeUnknown' }} | ${[B2]} | ${[B2]} | ${{ code: 'outcomeUnknown', lost: { rich: [AT_B2] } }}
`(
  '$stopped.code',
  ({ stopped, rich, pasted, named }: { stopped: Failure; rich: object[]; pasted: object[]; named: unknown }) => {
    expect(withLost(stopped, writing(rich, pasted))).toEqual(named);
  },
);

test('a cell that is kept and whose entry was given back is named once', () => {
  const stopped: Failure = { code: 'editsKept', cells: [{ sheet: 'Journal', cell: 'E5' }] };
  expect(withKept(stopped, [{ sheet: 'journal', cell: 'E5' }])).toEqual({
    code: 'editsKept',
    cells: [{ sheet: 'journal', cell: 'E5' }],
  });
});

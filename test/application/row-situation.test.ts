/** One row of the ledger: its findings, the chain of its EJ, and what is available with it and without it. */
import { rowSituation } from '../../src/application/row-situation';
import { control } from '../../src/application/control';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { ChainStep } from '../../src/domain/envelopes/outstanding/ej-chain';
import { formatDate } from '../../src/messages/format';
import { rowNumber } from '../../src/workbook/ledger/ledger-source';
import { sampleDossier } from '../support/sample-dossier';

const dossier = sampleDossier();
const SHEET = 'Suivi 2023';
const at = (row: number, day = '2023-12-31') => rowSituation(dossier, control(dossier, isoDate(day)), SHEET, row - 1);

const step = ({ kind, row, date, cents, isDone }: ChainStep): string =>
  `${kind} ${rowNumber(row)} ${date === null ? 'sans date' : formatDate(date, 'fr')} ${cents === null ? '?' : cents / 100}${isDone ? '' : ' à venir'}`;

test('a commitment that crosses two ceilings: its findings, its EJ paid, its effect', () => {
  const row = at(135);
  expect(row?.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['PLA-01', 'PLA-04']));
  expect(row?.chain?.steps.map(step)).toEqual([
    'commitment 135 20/11/2023 4800',
    'service 164 18/12/2023 4800',
    'payment 164 29/12/2023 4800',
  ]);
  expect(row?.chain?.sums).toEqual({ committed: 4800_00, decommitted: 0, paid: 4800_00, left: 0 });
  const effects = row?.effects.map(({ key, nature, without, with: after }) => [
    key.envelope,
    key.line !== null,
    nature,
    without,
    after,
  ]);
  expect(effects).toEqual([
    ['SF', true, 'AE', 400_00, -4400_00],
    ['SF', false, 'AE', 800_00, -4000_00],
    ['*', false, 'AE', expect.any(Number), expect.any(Number)],
  ]);
});

test('before its payment, it is still to be paid', () => {
  const row = at(135, '2023-12-20');
  expect(row?.chain?.steps.map(step).at(-1)).toBe('payment 164 29/12/2023 4800 à venir');
  expect(row?.chain?.sums?.left).toBe(4800_00);
});

test('the difference of an effect is the amount of the row', () => {
  for (const { without, with: after } of at(135)?.effects ?? []) expect((without ?? 0) - (after ?? 0)).toBe(4800_00);
});

test.each`
  row    | is
  ${166} | ${'total'}
  ${300} | ${null}
  ${1}   | ${null}
`('row $row of the sheet is no operation: $is', ({ row, is }: { row: number; is: string | null }) => {
  expect(at(row)?.ignored ?? null).toBe(is);
  expect(at(row)?.effects ?? []).toEqual([]);
});

test('another sheet has no row of the ledger', () => {
  expect(rowSituation(dossier, control(dossier, isoDate('2023-12-31')), 'Convention', 5)).toBeNull();
});

/** LEC-01, LEC-02, LEC-03 and LEC-07: what the reading left out or inferred, each at its place of the workbook. */
import type { ReadingFacts, UnreadAmounts } from '../../../../src/domain/envelopes/reading-facts';
import { findingsOf } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

const unread = (what: UnreadAmounts['what'], area: string): UnreadAmounts => ({
  ...{ what, sheet: 'Archives', area, heading: '', rows: 3, ae: 100_00, cp: 0, other: 0 },
  ...{ isHidden: false, isCounted: false },
});

const READING: ReadingFacts = {
  unread: [unread('area', 'A1:D9'), unread('beside', 'A30:D32'), unread('column', 'F2:F20')],
  inferred: [{ envelope: 'PDE', from: 'sheet', text: 'PDE', sheet: 'PDE', area: 'A2:D9', rows: 8 }],
};

const LEDGER = ledgerOf(`
  axe 2 | EJ         | date EJ    | AE
  PDE   | 1400000001 | 15/02/2023 | 100,00
`);

test('LEC-01, LEC-02, LEC-03 and LEC-07: each place is reported once, by the rule of its kind', () => {
  const found = findingsOf({ ...LEDGER, reading: READING });
  expect(found.map(({ rule, severity, place }) => [rule, severity, place])).toEqual([
    ['LEC-01', 'error', { kind: 'area', sheet: 'Archives', area: 'A1:D9' }],
    ['LEC-02', 'error', { kind: 'area', sheet: 'Archives', area: 'A30:D32' }],
    ['LEC-03', 'error', { kind: 'area', sheet: 'Archives', area: 'F2:F20' }],
    ['LEC-07', 'info', { kind: 'area', sheet: 'PDE', area: 'A2:D9' }],
  ]);
  const inferred = READING.inferred.map((one) => ({ ...one, field: 'ministerialAxis2' }));
  expect(found.map(({ details }) => details)).toEqual([...READING.unread, ...inferred]);
});

test('right: everything is read, and every row writes its envelope', () => {
  expect(findingsOf(LEDGER)).toEqual([]);
  expect(findingsOf({ ...LEDGER, reading: { unread: [], inferred: [] } })).toEqual([]);
});

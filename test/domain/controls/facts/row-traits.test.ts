/**
 * The traits of a row: a right row has none but « commits » and « pays », so that hardly any control is asked about it,
 * and each unusual cell gives its own. The calm days are those of 2023; payments are due within 30 days.
 */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import * as traits from '../../../../src/domain/controls/facts/row-traits';
import type { Assignment } from '../../../../src/domain/envelopes/assignment';
import type { LedgerRow } from '../../../../src/domain/envelopes/ledger';
import { conventionOf, rowOf, type RowSpec } from '../../envelopes/builders';

const CALM = { first: isoDate('2023-01-01'), last: isoDate('2023-12-31'), paymentDays: 30 };
const [PDE] = conventionOf([{ code: 'PDE', lines: [['Études', 1]] }]).envelopes;
const CHARGED: Assignment = {
  kind: 'assigned',
  envelope: PDE!,
  by: 'ministerialAxis2',
  line: PDE!.lines[0]!,
  how: 'exact',
  lineOwner: null,
};

/** A commitment and its payment, both right, on one row. */
const RIGHT: RowSpec = {
  ...{ axis2: 'PDE', poste: 'Études', ej: '1400000001', ae: 100, committed: '2023-02-01' },
  ...{ cp: 60, service: '2023-03-01', receipt: '2023-03-02', paid: '2023-03-20' },
};

const { traitsOf, ...BITS } = traits;

/** The names of the traits. */
function named(bits: number): readonly string[] {
  return Object.entries(BITS).flatMap(([name, bit]) => ((bits & bit) === 0 ? [] : [name]));
}

const traitsOfRow = (spec: RowSpec, cells: Partial<LedgerRow> = {}): readonly string[] =>
  named(traitsOf({ ...rowOf({ ...RIGHT, ...spec }), ...cells }, CHARGED, false, CALM));

const asText = { kind: 'date', date: isoDate('2023-02-01'), asText: true, raw: '01/02/2023' } as const;
const amountAsText = { kind: 'amount', cents: 100, asText: true, rounded: false, raw: '1,00' } as const;
const AGAINST = { words: 'retrait', certainty: 'sure' } as const;
const against = { kind: 'amount', cents: -100, asText: false, rounded: false, raw: '1', against: AGAINST } as const;

test.each<[string, RowSpec, Partial<LedgerRow>, readonly string[]]>([
  ['right', {}, {}, ['COMMITS', 'PAYS']],
  ['a commitment alone', { cp: null, service: null, receipt: null, paid: null }, {}, ['COMMITS']],
  ['a payment alone', { ae: null, committed: null }, {}, ['PAYS']],
  ['amounts of nothing', { ae: 0, cp: 0 }, {}, []],
  ['a payment without its amount', { cp: null }, {}, ['COMMITS', 'LACKS_AMOUNT']],
  ['an EJ without its amount', { ae: null, cp: null, paid: null }, {}, ['LACKS_AMOUNT']],
  ['a retrait', { ae: -100 }, {}, ['NEGATIVE', 'PAYS']],
  ['an avoir', { cp: -60 }, {}, ['COMMITS', 'NEGATIVE']],
  ['a commitment without a date', { committed: null }, {}, ['COMMITS', 'PAYS', 'UNDATED_COMMITMENT']],
  ['a retrait without a date', { ae: -100, committed: null }, {}, ['NEGATIVE', 'PAYS']],
  ['a commitment on the first calm day', { committed: '2023-01-01' }, {}, ['COMMITS', 'PAYS']],
  ['a commitment before it', { committed: '2022-12-31' }, {}, ['COMMITS', 'NOT_CALM', 'PAYS']],
  ['a service before it', { service: '2022-12-31', receipt: '2023-03-02' }, {}, ['COMMITS', 'NOT_CALM', 'PAYS']],
  ['a receipt before it', { receipt: '2022-12-31' }, {}, ['COMMITS', 'PAYS']],
  ['paid on the last calm day', { service: '2023-12-20', paid: '2023-12-31' }, {}, ['COMMITS', 'PAYS']],
  ['paid after it', { service: '2023-12-20', paid: '2024-01-01' }, {}, ['COMMITS', 'NOT_CALM', 'PAYS']],
  ['not paid yet, nor served', { service: null, receipt: null, paid: null }, {}, ['COMMITS', 'PAYS']],
  ['paid, not served', { service: null }, {}, ['COMMITS', 'PAYS', 'UNSERVED']],
  ['paid the day before its service', { service: '2023-03-21' }, {}, ['COMMITS', 'PAYS', 'UNSERVED']],
  ['paid on the day of its service', { service: '2023-03-20' }, {}, ['COMMITS', 'PAYS']],
  ['paid on the thirtieth day', { paid: '2023-04-01' }, {}, ['COMMITS', 'PAYS']],
  ['paid on the thirty-first', { paid: '2023-04-02' }, {}, ['COMMITS', 'PAID_LATE', 'PAYS']],
  ['paid late after its service alone', { receipt: null, paid: '2023-04-01' }, {}, ['COMMITS', 'PAID_LATE', 'PAYS']],
  ['an avoir, late and not served', { cp: -60, service: null, paid: '2023-06-01' }, {}, ['COMMITS', 'NEGATIVE']],
  ['a date that cannot be read', { service: 'mars' }, {}, ['COMMITS', 'PAYS', 'UNREADABLE']],
  ['an amount that cannot be read', { ae: 'cent' }, {}, ['PAYS', 'UNREADABLE']],
  ['an error in a date', { receipt: '#REF!' }, {}, ['CELL_ERROR', 'COMMITS', 'PAYS']],
  ['an error in an amount', { cp: '#REF!' }, {}, ['CELL_ERROR', 'COMMITS']],
  ['an error in the EJ', { ej: '#REF!' }, {}, ['CELL_ERROR', 'COMMITS', 'PAYS']],
  ['an error in a text', {}, { errors: [{ field: 'status', raw: '#REF!' }] }, ['CELL_ERROR', 'COMMITS', 'PAYS']],
  ['a date kept as text', {}, { commitmentDate: asText }, ['AS_TEXT', 'COMMITS', 'PAYS']],
  ['an amount kept as text', {}, { ae: amountAsText }, ['AS_TEXT', 'COMMITS', 'PAYS']],
  ['a sign against its operation', {}, { ae: against }, ['AGAINST_OPERATION', 'NEGATIVE', 'PAYS']],
  [
    'the end of its contract, unreadable',
    {},
    { contractEnd: { kind: 'unreadable', raw: 'x' } },
    ['COMMITS', 'PAYS', 'UNREADABLE'],
  ],
])('%s', (_, spec, cells, expected) => {
  expect([...traitsOfRow(spec, cells)].sort()).toEqual(expected);
});

test.each<[string, string, Assignment, boolean, readonly string[]]>([
  ['by its name and its poste', 'Études', CHARGED, false, []],
  ['with a code that has a verdict', 'Études', CHARGED, true, ['ODD_CODE']],
  ['by an alias', 'Études', { ...CHARGED, how: 'alias' }, false, ['ODD_ENVELOPE']],
  [
    'with the poste of another envelope',
    'Études',
    { ...CHARGED, line: null, lineOwner: PDE! },
    false,
    ['ODD_ENVELOPE', 'UNKNOWN_LINE'],
  ],
  ['with an unknown poste', 'Voyages', { ...CHARGED, line: null }, false, ['UNKNOWN_LINE']],
  ['without a poste', '', { ...CHARGED, line: null }, false, ['UNKNOWN_LINE']],
  ['to no envelope', 'Études', { kind: 'unchecked', reason: 'envelopeUnknown' }, false, ['ODD_ENVELOPE']],
])('charged %s', (_, poste, assignment, hasOddCode, expected) => {
  const row = rowOf({ poste });
  expect([...named(traitsOf(row, assignment, hasOddCode, CALM))].sort()).toEqual(expected);
});

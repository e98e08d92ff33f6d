/** The value of a cell: equal for the same amount or the same day, however typed; different for anything else. */
import { COMPARED_FIELDS, rowValue, valueKey, type ComparedField } from '../../../src/domain/comparison/row-value';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { LedgerRow } from '../../../src/domain/envelopes/ledger';
import { rowOf } from '../envelopes/builders';

const ROW: LedgerRow = {
  ...rowOf({ axis2: 'P', poste: 'Frais', ej: '1400000001', operation: 'EJ', ae: 12_00, cp: 'douze', paid: '#REF!' }),
  ...{ ejLine: '10', dpNumber: '7', dpLine: '2', supplier: 'ACME', label: 'Mission' },
  ...{ commitmentDate: { kind: 'date', date: isoDate('2023-02-01'), asText: true, raw: '01/02/2023' } },
  ...{ serviceDate: { kind: 'unreadable', raw: 'février' } },
};

it.each`
  field                 | value                              | key
  ${'ministerialAxis2'} | ${{ text: 'P' }}                   | ${'P'}
  ${'programme'}        | ${{ text: '' }}                    | ${''}
  ${'budgetLine'}       | ${{ text: 'Frais' }}               | ${'Frais'}
  ${'operation'}        | ${{ text: 'EJ' }}                  | ${'EJ'}
  ${'status'}           | ${{ status: 'firm', typed: '' }}   | ${'firm'}
  ${'ejNumber'}         | ${{ text: '1400000001' }}          | ${'1400000001'}
  ${'ejLine'}           | ${{ text: '10' }}                  | ${'10'}
  ${'dpNumber'}         | ${{ text: '7' }}                   | ${'7'}
  ${'dpLine'}           | ${{ text: '2' }}                   | ${'2'}
  ${'supplier'}         | ${{ text: 'ACME' }}                | ${'ACME'}
  ${'label'}            | ${{ text: 'Mission' }}             | ${'Mission'}
  ${'commitmentDate'}   | ${{ date: isoDate('2023-02-01') }} | ${`#${isoDate('2023-02-01')}`}
  ${'serviceDate'}      | ${{ text: 'février' }}             | ${'février'}
  ${'receiptDate'}      | ${{ text: '' }}                    | ${''}
  ${'paymentDate'}      | ${{ text: '#REF!' }}               | ${'#REF!'}
  ${'contractEnd'}      | ${{ text: '' }}                    | ${''}
  ${'ae'}               | ${{ amount: 12_00 }}               | ${'€1200'}
  ${'cp'}               | ${{ text: 'douze' }}               | ${'douze'}
`('$field is $value', ({ field, value, key }: { field: ComparedField; value: unknown; key: string }) => {
  expect(rowValue(ROW, field)).toEqual(value);
  expect(valueKey(ROW, field)).toBe(key);
});

it('every column but those of other rules is compared, in the order of a ledger', () => {
  expect(COMPARED_FIELDS.join(' ')).toBe(
    'programme functionalDomain financialCentre activity costCentre ministerialAxis1 ministerialAxis2 budgetLine ' +
      'operation status ejNumber ejLine dpNumber dpLine supplier label commitmentDate serviceDate receiptDate ' +
      'paymentDate contractEnd ae cp',
  );
});

it('an empty cell is an empty text, an unknown status is its own words, a wrong EJ is as typed', () => {
  const row = rowOf({});
  expect([rowValue(row, 'ae'), rowValue(row, 'ejNumber')]).toEqual([{ text: '' }, { text: '' }]);
  expect(rowValue({ ...row, unknownStatus: 'vu' }, 'status')).toEqual({ text: 'vu' });
  expect(rowValue(rowOf({ ej: '14 x' }), 'ejNumber')).toEqual({ text: '14 x' });
});

it.each`
  before       | after        | isSame
  ${'Signé'}   | ${'Notifié'} | ${false}
  ${'Payé'}    | ${'Mandaté'} | ${false}
  ${undefined} | ${'Signé'}   | ${false}
  ${'Signé'}   | ${'Signé'}   | ${true}
`('« $before », then « $after », that both mean firm: same $isSame', ({ before, after, isSame }) => {
  const [old, current] = [before, after].map((statusText) => ({ ...rowOf({}), ...(statusText && { statusText }) }));
  expect(valueKey(old as LedgerRow, 'status') === valueKey(current as LedgerRow, 'status')).toBe(isSame);
});

it.each(['EJ 1400000001', ' 1400000001 ', '1400 000 001'])('« %s » is the EJ 1400000001, however typed', (ej) => {
  expect(rowValue(rowOf({ ej }), 'ejNumber')).toEqual({ text: '1400000001' });
});

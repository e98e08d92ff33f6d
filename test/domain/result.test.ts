/** Expected failures are values; a broken assumption is a bug, which throws. */
import { assert, failure, success } from '../../src/domain/result';

test('a result is a success with its value, or a failure with its reason', () => {
  expect(success(5)).toEqual({ ok: true, value: 5 });
  expect(failure('no ledger')).toEqual({ ok: false, failure: 'no ledger' });
});

test('an assumption that does not hold throws, with its message', () => {
  expect(() => assert(true, 'unused')).not.toThrow();
  expect(() => assert(false, 'no such day')).toThrow(new Error('Broken assumption: no such day'));
});

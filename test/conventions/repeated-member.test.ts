/** A member given twice in a convention file: the parser of JSON keeps the last one, so that the text is looked at. */
import fc from 'fast-check';
import { parseConvention } from '../../src/conventions/index';
import { repeatedMember } from '../../src/conventions/repeated-member';
import file2023 from '../../src/conventions/dgefp-dge-2023.json';

test.each`
  json                                         | path
  ${'{"a":1,"b":2}'}                           | ${null}
  ${'{"a":1,"a":1}'}                           | ${'a'}
  ${'{"a":{"b":1},"b":{"b":1}}'}               | ${null}
  ${'[{"a":1},{"a":1}]'}                       | ${null}
  ${'{"l":[{"a":1},{"a":[],"b":{},"a":"}"}]}'} | ${'l[1].a'}
  ${'{"l":["a","a",{"x":{"y":["y"],"y":2}}]}'} | ${'l[2].x.y'}
  ${'{"a\\"b":1,"c":"\\\\","a\\"b":2}'}        | ${'a"b'}
  ${'{"é":1,"\\u00e9":2}'}                     | ${'é'}
  ${'{"a":"b:","b":"a,{","c":"a"}'}            | ${null}
  ${'"a"'}                                     | ${null}
`('$json: $path', ({ json, path }) => {
  expect(() => JSON.parse(json) as unknown).not.toThrow();
  expect(repeatedMember(json)).toBe(path);
});

test('a value written as JSON has none', () => {
  fc.assert(fc.property(fc.json(), (json) => expect(repeatedMember(JSON.stringify(JSON.parse(json)))).toBeNull()));
});

test('a convention file that gives its end twice is refused at that member', () => {
  const text = JSON.stringify(file2023);
  const twice = text.replace('{', '{"endsOn":"2024-12-31",');
  expect(parseConvention(JSON.parse(text), text).ok).toBe(true);
  expect(parseConvention(JSON.parse(twice), twice)).toMatchObject({
    ok: false,
    failure: { code: 'badConvention', cell: 'endsOn', problem: 'memberRepeated', found: 'endsOn' },
  });
});

test('an unknown member is refused with the nearest one that is missing', () => {
  const members = Object.entries(file2023).map(([name, value]) => [name.replace('paymentDays', 'paymentDay'), value]);
  const misspelt: unknown = Object.fromEntries(members);
  expect(parseConvention(misspelt)).toMatchObject({ failure: { problem: 'memberUnknown', expected: 'paymentDays' } });
});

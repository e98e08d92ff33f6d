/** A ceiling of ENV_Plafonds over a programme or a titre that the convention does not have would bound nothing. */
import { unknownParts } from '../../../../src/domain/envelopes/allowances/known-parts';
import type { Convention, ImputationRule } from '../../../../src/domain/envelopes/convention';
import { parseConvention } from '../../../../src/conventions/index';
import file2023 from '../../../../src/conventions/dgefp-dge-2023.json';
import type { ImputationField } from '../../../../src/domain/imputation/imputation';
import { conventionOf } from '../builders';

function rule(field: ImputationField, value: string, envelope: string | null = null): ImputationRule {
  return { field, label: '', value, aliases: [], envelope, from: null, until: null };
}

const TWO = conventionOf([{ code: 'P', label: 'Portail' }, { code: 'S' }]);
const [P, S] = TWO.envelopes;
const OF_TITRES = [
  { ...P!, titre: '3' },
  { ...S!, titre: '2' },
];
const ceilings = { AE: null, CP: null };

it.each`
  rules                                                               | part           | value     | meant           | why
  ${[rule('programme', '0103'), rule('programme', '0305')]}           | ${'programme'} | ${'0103'} | ${null}         | ${'its programme'}
  ${[rule('programme', '0103')]}                                      | ${'programme'} | ${'P103'} | ${null}         | ${'as people write it'}
  ${[rule('activity', '010300000104')]}                               | ${'programme'} | ${'103'}  | ${null}         | ${'that of a code'}
  ${[rule('programme', '0103'), rule('programme', '0305')]}           | ${'programme'} | ${'0130'} | ${'0103'}       | ${'a typing error'}
  ${[rule('programme', '0103'), rule('programme', '0305')]}           | ${'programme'} | ${'0777'} | ${'0103, 0305'} | ${'near none'}
  ${[rule('financialCentre', '0103-CEFP-*')]}                         | ${'programme'} | ${'0130'} | ${'0103'}       | ${'a form of one programme'}
  ${[rule('functionalDomain', '0???-01'), rule('programme', '0103')]} | ${'programme'} | ${'0130'} | ${null}         | ${'a form of any programme'}
  ${[rule('programme', '0103', 'P')]}                                 | ${'programme'} | ${'0130'} | ${null}         | ${'an envelope without a code may have it'}
  ${[rule('costCentre', 'EMPEF00075')]}                               | ${'programme'} | ${'0130'} | ${null}         | ${'no code has a programme'}
  ${[]}                                                               | ${'titre'}     | ${'3'}    | ${null}         | ${'its titre'}
  ${[]}                                                               | ${'titre'}     | ${'7'}    | ${'3, 2'}       | ${'another titre'}
`('$part « $value »: meant $meant, $why', ({ rules, part, value, meant }) => {
  const partCeilings = [{ part, value, year: 2023, ceilings, article: '' }] as Convention['partCeilings'];
  const imputation = rules as ImputationRule[];
  const [unknown] = unknownParts({ ...TWO, envelopes: OF_TITRES, imputation, partCeilings });
  expect(unknown?.meant ?? null).toBe(meant);
});

it.each`
  value     | cell
  ${'0103'} | ${null}
  ${'0130'} | ${'partCeilings[1].value'}
`('programme $value in a file: refused at $cell', ({ value, cell }) => {
  const ceiling = { part: 'programme', value: '0103', ceilings };
  const parsed = parseConvention({ ...file2023, partCeilings: [ceiling, { ...ceiling, value: value as unknown }] });
  expect(parsed.ok ? null : 'cell' in parsed.failure && parsed.failure.cell).toBe(cell);
});

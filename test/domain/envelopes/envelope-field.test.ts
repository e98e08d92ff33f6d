/** Which code of a row names its envelope, and which envelope a code names. */
import type { Convention, ImputationRule } from '../../../src/domain/envelopes/convention';
import {
  createCodeMatcher,
  envelopeFieldOf,
  envelopeFieldsOf,
  rulesNaming,
} from '../../../src/domain/envelopes/envelope-field';
import { readCode } from '../../../src/domain/imputation/chorus-codes';
import type { ImputationField } from '../../../src/domain/imputation/imputation';
import { createAssigner } from '../../../src/domain/envelopes/assignment';
import { conventionOf, rowOf } from './builders';

function rule(field: ImputationField, value: string, envelope: string | null, ...aliases: string[]): ImputationRule {
  return { field, label: '', value, aliases, envelope, from: null, until: null };
}

const TWO = conventionOf([{ code: 'P', label: 'Portail' }, { code: 'S' }]);
const of = (...imputation: ImputationRule[]): Convention => ({ ...TWO, imputation });

it.each`
  rules                                                                                                                                             | field                 | why
  ${[]}                                                                                                                                             | ${'ministerialAxis2'} | ${'no code: axe 2, by the names'}
  ${[rule('ministerialAxis2', 'P', 'P'), rule('activity', '010300000104', 'P'), rule('activity', '010300000105', 'S')]}                             | ${'ministerialAxis2'} | ${'one rule on axe 2 is enough'}
  ${[rule('activity', '010300000104', 'P'), rule('activity', '010300000105', 'S')]}                                                                 | ${'activity'}         | ${'each envelope has its activité'}
  ${[rule('activity', '010300000104', 'P')]}                                                                                                        | ${'ministerialAxis2'} | ${'one envelope has none'}
  ${[rule('activity', '010300000104', 'Portail'), rule('activity', '010300000105', 'S')]}                                                           | ${'activity'}         | ${'an envelope by its name'}
  ${[rule('activity', '010300000104', null), rule('activity', '010300000105', 'S')]}                                                                | ${'ministerialAxis2'} | ${'a code for all envelopes names none'}
  ${[rule('programme', '0103', 'P'), rule('programme', '0305', 'S'), rule('costCentre', 'EMPEF00075', 'P'), rule('costCentre', 'EMPEF00076', 'S')]} | ${'costCentre'}       | ${'the most precise field first'}
  ${[rule('programme', '0103', 'P'), rule('programme', '0305', 'S')]}                                                                               | ${'programme'}        | ${'a programme for each'}
  ${[rule('ministerialAxis1', '36', 'P'), rule('ministerialAxis1', '37', 'S')]}                                                                     | ${'ministerialAxis1'} | ${'an axe 1 for each'}
`('$field: $why', ({ rules, field }: { rules: ImputationRule[]; field: ImputationField }) => {
  expect(envelopeFieldOf(of(...rules))).toBe(field);
});

it.each`
  rules                                                                                                                                                     | fields                                             | why
  ${[]}                                                                                                                                                     | ${['ministerialAxis2']}                            | ${'by the names alone'}
  ${[rule('ministerialAxis2', 'P', 'P'), rule('activity', '010300000104', 'P'), rule('activity', '010300000105', 'S')]}                                     | ${['ministerialAxis2']}                            | ${'the convention gives axe 2: no other code replaces it'}
  ${[rule('activity', '010300000104', 'P'), rule('activity', '010300000105', 'S')]}                                                                         | ${['activity', 'ministerialAxis2']}                | ${'the activité, then the names'}
  ${[rule('costCentre', 'EMPEF00075', 'P'), rule('costCentre', 'EMPEF00076', 'S'), rule('programme', '0103', 'P'), rule('programme', '0305', 'S')]}         | ${['costCentre', 'ministerialAxis2', 'programme']} | ${'then the programme of each'}
  ${[rule('costCentre', 'EMPEF00075', 'P'), rule('costCentre', 'EMPEF00076', 'S'), rule('programme', '0103', null), rule('functionalDomain', '0103', 'P')]} | ${['costCentre', 'ministerialAxis2']}              | ${'a code of all of them, or of one, is none'}
`('$fields: $why', ({ rules, fields }: { rules: ImputationRule[]; fields: ImputationField[] }) => {
  expect(envelopeFieldsOf(of(...rules))).toEqual(fields);
});

test('a convention of one envelope needs no other field than axe 2', () => {
  const one = conventionOf([{ code: 'P' }], { imputation: [rule('activity', '010300000104', 'P')] });
  expect(envelopeFieldOf(one)).toBe('ministerialAxis2');
  expect(rulesNaming(one, 'activity')).toHaveLength(1);
  expect(rulesNaming({ ...one, imputation: [rule('activity', '010300000104', null)] }, 'activity')).toEqual([]);
});

it.each`
  rules                                                                             | code              | envelope | why
  ${[rule('activity', '010300000104', 'P')]}                                        | ${'010300000104'} | ${'P'}   | ${'the code'}
  ${[rule('activity', '010300000104', 'P')]}                                        | ${'10300000104'}  | ${'P'}   | ${'without its zero'}
  ${[rule('activity', '010300000104', 'P', 'Ancien')]}                              | ${'ancien'}       | ${'P'}   | ${'another spelling'}
  ${[rule('activity', '010300000104', 'P')]}                                        | ${'010300000199'} | ${null}  | ${'another code'}
  ${[rule('activity', '010300000104', 'P')]}                                        | ${''}             | ${null}  | ${'no code'}
  ${[rule('activity', '010300000104', 'P'), rule('activity', '010300000104', 'S')]} | ${'010300000104'} | ${null}  | ${'the code of two envelopes'}
  ${[rule('activity', '010300000104', 'P'), rule('activity', '010300000104', 'P')]} | ${'010300000104'} | ${'P'}   | ${'twice the code of one'}
  ${[rule('activity', '0103*', 'P')]}                                               | ${'010300000104'} | ${'P'}   | ${'a pattern'}
  ${[rule('activity', '0103*', 'P')]}                                               | ${'020300000104'} | ${null}  | ${'a code that has not the form of the pattern'}
  ${[rule('activity', '0103*', 'P'), rule('activity', '0203*', 'S')]}               | ${'020300000104'} | ${'S'}   | ${'two patterns, of which one is the form of the code'}
  ${[rule('activity', '0103*', 'P', 'Ancien')]}                                     | ${'ancien'}       | ${'P'}   | ${'another spelling of a pattern'}
  ${[rule('activity', '0103*', 'P'), rule('activity', '*104', 'S')]}                | ${'010300000104'} | ${null}  | ${'two patterns of two envelopes'}
  ${[rule('activity', '0103*', 'P'), rule('activity', '*104', 'P')]}                | ${'010300000104'} | ${'P'}   | ${'two patterns of one'}
  ${[rule('activity', '0103*', 'P'), rule('activity', '010300000104', 'S')]}        | ${'010300000104'} | ${'S'}   | ${'a code comes before a pattern'}
  ${[rule('activity', '010300000104', 'Inconnue')]}                                 | ${'010300000104'} | ${null}  | ${'an envelope that is not known'}
  ${[rule('costCentre', 'EMPEF00075', 'P')]}                                        | ${'EMPEF00075'}   | ${null}  | ${'a rule of another field'}
`('$code names $envelope: $why', ({ rules, code, envelope }) => {
  const match = createCodeMatcher(of(...(rules as ImputationRule[])), 'activity');
  expect(match(readCode('activity', code as string, false))?.code ?? null).toBe(envelope);
});

test('a cell in error names nothing', () => {
  const match = createCodeMatcher(of(rule('activity', '*', 'P')), 'activity');
  expect([match({ kind: 'cellError', raw: '#REF!' }), match({ kind: 'malformed', raw: 'x' })?.code]).toEqual([
    null,
    'P',
  ]);
});

it.each`
  rules                                                                                                                                                           | field                 | why
  ${[rule('costCentre', 'EMPEF00075', 'P'), rule('costCentre', 'EMPEF00075', 'S'), rule('activity', '010300000104', 'P'), rule('activity', '010300000105', 'S')]} | ${'activity'}         | ${'both have one centre de coûts: the next field'}
  ${[rule('costCentre', 'EMPEF00075', 'P'), rule('costCentre', 'empef00075', 'S')]}                                                                               | ${'ministerialAxis2'} | ${'no code of its own: by the names'}
  ${[rule('costCentre', 'EMPEF00075', 'P'), rule('costCentre', 'EMPEF00076', 'P'), rule('costCentre', 'EMPEF00076', 'S')]}                                        | ${'ministerialAxis2'} | ${'one envelope has only a code of both'}
`('a code of two envelopes is of neither: $field, $why', ({ rules, field }) => {
  expect(envelopeFieldOf(of(...(rules as ImputationRule[])))).toBe(field);
});

it.each`
  rules                                                                                     | axis         | named   | why
  ${[rule('ministerialAxis2', 'X1', 'P'), rule('ministerialAxis2', 'X1', 'S')]}             | ${'X1'}      | ${null} | ${'the value of two envelopes'}
  ${[rule('ministerialAxis2', 'X1', 'S'), rule('ministerialAxis2', 'X1', 'P')]}             | ${'X1'}      | ${null} | ${'whatever the order'}
  ${[rule('ministerialAxis2', 'Y1', 'P', 'X1'), rule('ministerialAxis2', 'Y2', 'S', 'X1')]} | ${'X1'}      | ${null} | ${'the alias of two'}
  ${[rule('ministerialAxis2', 'Lot 12', 'P'), rule('ministerialAxis2', 'Lot 12', 'S')]}     | ${'Lots 12'} | ${null} | ${'near it'}
  ${[rule('ministerialAxis2', 'X1', 'P'), rule('ministerialAxis2', 'X1', 'P')]}             | ${'X1'}      | ${'P'}  | ${'twice of one'}
  ${[rule('ministerialAxis2', 'X1', 'P'), rule('ministerialAxis2', 'Y2', 'S', 'X1')]}       | ${'X1'}      | ${'P'}  | ${'a value goes before an alias'}
`('axe 2 « $axis » names $named: $why', ({ rules, axis, named }) => {
  const assign = createAssigner(of(...(rules as ImputationRule[])));
  const assigned = assign(rowOf({ axis2: axis as string }));
  expect(assigned.kind === 'assigned' ? assigned.envelope.code : null).toBe(named);
});

/** A row of the codes of the convention that cannot be read changes no envelope of a row, and judges no code by luck. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { createAssigner } from '../../../src/domain/envelopes/assignment';
import type { Convention, ImputationRule, UnreadCode } from '../../../src/domain/envelopes/convention';
import { envelopeFieldOf } from '../../../src/domain/envelopes/envelope-field';
import { readCode } from '../../../src/domain/imputation/chorus-codes';
import type { ImputationField } from '../../../src/domain/imputation/imputation';
import { CodeReader } from '../../../src/domain/reconciliation/codes/comparable-codes';
import { findingsIn } from '../../support/controls';
import { convention2023, keptConvention } from '../../support/conventions';
import { conventionOf, rowOf } from './builders';

function rule(field: ImputationField, value: string, envelope: string | null = null): ImputationRule {
  return { field, label: '', value, aliases: [], envelope, from: null, until: null };
}

function unread(field: ImputationField | null, value: string, envelope: string | null = 'PDX'): UnreadCode {
  const cell = { column: field === null ? 'Champ' : 'Enveloppe', raw: 'Axe', expected: '' };
  return { ...rule('programme', value, envelope), field, unread: { index: 9, cells: [cell] } };
}

const TWO = conventionOf([{ code: 'P', label: 'Portail' }, { code: 'S' }]);
const ONE = conventionOf([{ code: 'P', label: 'Portail' }]);

const [CENTRE_P, CENTRE_S] = [
  rule('financialCentre', '0103-CEFP-C002', 'P'),
  rule('financialCentre', '0103-CEFP-C003', 'S'),
];

it.each`
  rules                   | unreadCodes                                                                              | field                 | why
  ${[CENTRE_P]}           | ${[]}                                                                                    | ${'ministerialAxis2'} | ${'S has no centre'}
  ${[CENTRE_P]}           | ${[unread('financialCentre', '0103-CEFP-C003')]}                                         | ${'financialCentre'}  | ${'the row that cannot be read may be that of S'}
  ${[CENTRE_P]}           | ${[unread('financialCentre', '0103-CEFP-C003', null)]}                                   | ${'ministerialAxis2'} | ${'it is for all envelopes'}
  ${[CENTRE_P]}           | ${[unread('activity', '010300000104')]}                                                  | ${'ministerialAxis2'} | ${'it is of another field'}
  ${[CENTRE_P, CENTRE_S]} | ${[unread('ministerialAxis2', 'Portail')]}                                               | ${'ministerialAxis2'} | ${'one row on axe 2 is enough'}
  ${[]}                   | ${[unread('financialCentre', '0103-CEFP-C002'), unread('financialCentre', '0103-C003')]} | ${'financialCentre'}  | ${'both'}
`('the field that names the envelope is $field: $why', ({ rules, unreadCodes, field }) => {
  expect(envelopeFieldOf({ ...TWO, imputation: rules, unreadCodes } as Convention)).toBe(field);
});

it.each`
  unreadCodes                                  | axis         | assigned | why
  ${[]}                                        | ${'Autre'}   | ${true}  | ${'one envelope, no rule: every row'}
  ${[unread('ministerialAxis2', 'Portail')]}   | ${'Autre'}   | ${false} | ${'the rows of other axes may be of no envelope'}
  ${[unread('ministerialAxis2', 'Portail')]}   | ${'Portail'} | ${true}  | ${'named by its own words'}
  ${[unread(null, 'Portail')]}                 | ${'Autre'}   | ${false} | ${'it may be axe 2'}
  ${[unread(null, '0103-01-01', null)]}        | ${'Autre'}   | ${true}  | ${'it names no envelope'}
  ${[unread('activity', '010300000104', 'Y')]} | ${'Autre'}   | ${true}  | ${'it is another field'}
`('a convention of one envelope, axe 2 « $axis »: $why', ({ unreadCodes, axis, assigned }) => {
  const convention = { ...ONE, unreadCodes } as Convention;
  const imputation = { ...rowOf({}).imputation, ministerialAxis2: readCode('ministerialAxis2', axis as string, false) };
  expect(createAssigner(convention)({ ...rowOf({}), imputation }).kind === 'assigned').toBe(assigned);
});

const ACTIVITIES = [rule('activity', '010300000104'), rule('activity', '010300000105', 'SF')];

it.each`
  unreadCodes                               | axis     | activity          | found       | why
  ${[]}                                     | ${'PDE'} | ${'010300000106'} | ${'IMP-03'} | ${'no code of the convention'}
  ${[unread('activity', '10300000106')]}    | ${'PDE'} | ${'010300000106'} | ${''}       | ${'that of a row that cannot be read'}
  ${[unread('activity', '010300000106')]}   | ${'SF'}  | ${'10300000106'}  | ${''}       | ${'the same, without its zero'}
  ${[unread(null, '010300000106')]}         | ${'PDE'} | ${'010300000106'} | ${''}       | ${'its field is not known'}
  ${[unread(null, '0103000001*')]}          | ${'PDE'} | ${'010300000106'} | ${''}       | ${'of its form'}
  ${[unread('activity', '010300000106')]}   | ${'PDE'} | ${'010300000107'} | ${'IMP-03'} | ${'another code is still wrong'}
  ${[unread('costCentre', '010300000106')]} | ${'PDE'} | ${'010300000106'} | ${'IMP-03'} | ${'that of another field'}
  ${[unread('activity', '010300000106')]}   | ${'PDE'} | ${''}             | ${'IMP-01'} | ${'a code is due all the same'}
`('axe 2 $axis, activité « $activity »: « $found », $why', ({ unreadCodes, axis, activity, found }) => {
  const convention = { ...convention2023(), imputation: ACTIVITIES, unreadCodes } as Convention;
  const table = `
    axe 2   | activité    | EJ         | date EJ    | AE
    ${axis} | ${activity} | 1400000001 | 15/02/2023 | 100,00
  `;
  const rules = findingsIn(table, { convention }).flatMap(({ rule: code }) => (code.startsWith('IMP') ? [code] : []));
  expect(rules.join()).toBe(found);
});

it.each`
  unreadCodes                                      | centre              | belonging    | why
  ${[]}                                            | ${'0103-CEFP-C009'} | ${'foreign'} | ${'another centre'}
  ${[unread('financialCentre', '0103-CEFP-C009')]} | ${'0103-CEFP-C009'} | ${'own'}     | ${'that of a row that cannot be read'}
  ${[unread(null, '0103-CEFP-C009')]}              | ${'0103-CEFP-C009'} | ${'own'}     | ${'its field is not known'}
`('a line of Chorus of centre $centre is $belonging: $why', ({ unreadCodes, centre, belonging }) => {
  const convention = { ...ONE, imputation: [rule('financialCentre', '0103-CEFP-C002')], unreadCodes } as Convention;
  const reader = new CodeReader(convention, () => ({ kind: 'unchecked', reason: 'envelopeAbsent' }));
  const imputation = { ...rowOf({}).imputation, financialCentre: readCode('financialCentre', centre as string, false) };
  expect(reader.judged(reader.codesOf(imputation)).belonging).toBe(belonging);
});

it.each`
  column       | found       | why
  ${null}      | ${''}       | ${'a register without that duty switches the control off'}
  ${'Type'}    | ${'DEL-03'} | ${'a type that cannot be read may be that duty'}
  ${'Fait le'} | ${''}       | ${'its type is known'}
`(
  'credits exceeded, no duty of that type in the register, « $column » unread: « $found », $why',
  ({ column, found }) => {
    const kept = keptConvention();
    const [first, ...duties] = kept.duties.filter(({ type }) => type !== 'insufficiency' && type !== 'unspent');
    const cells = column === null ? {} : { unread: [{ column: column as string, raw: 'suivi', expected: '' }] };
    const convention = {
      ...kept,
      duties: [{ ...first!, type: 'other' as const, doneOn: isoDate('2023-01-10'), ...cells }, ...duties],
    };
    const table = `
    axe 2 | EJ         | date EJ    | AE
    PDE   | 1400000001 | 15/02/2023 | 900 000,00
  `;
    const all = findingsIn(table, { convention, asOf: '2023-06-30', whole: true });
    expect(all.flatMap(({ rule: code }) => (code === 'DEL-03' || code === 'DEL-04' ? [code] : [])).join()).toBe(found);
  },
);

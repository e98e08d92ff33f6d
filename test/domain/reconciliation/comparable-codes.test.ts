/** Whether the codes of a line are those of the convention, by the codes that distinguish it from the others of its programme. */
import { CodeReader } from '../../../src/domain/reconciliation/codes/comparable-codes';
import type { ImputationRule } from '../../../src/domain/envelopes/convention';
import { readCode } from '../../../src/domain/imputation/chorus-codes';
import type { ImputationField } from '../../../src/domain/imputation/imputation';
import { createAssigner } from '../../../src/domain/envelopes/assignment';
import { conventionOf, rowOf } from '../envelopes/builders';

function rule(field: ImputationField, value: string, ...aliases: string[]): ImputationRule {
  return { field, label: '', value, aliases, envelope: null, from: null, until: null };
}

const CONVENTION = conventionOf([{ code: 'P' }], {
  imputation: [
    rule('programme', '0103'),
    rule('financialCentre', '0103-CEFP-C002', 'UO DGEFP'),
    rule('financialCentre', '0103-CEFP-C003'),
    rule('activity', '0103000001*'),
  ],
});

type Typed = Partial<Record<ImputationField, string>>;
const CENTRE = '0103-CEFP-C002';

it.each`
  codes                                                          | belonging    | why
  ${{}}                                                          | ${'unknown'} | ${'no code'}
  ${{ programme: '0103' }}                                       | ${'unknown'} | ${'other conventions share the programme'}
  ${{ programme: '0305' }}                                       | ${'foreign'} | ${'another programme alone'}
  ${{ financialCentre: CENTRE }}                                 | ${'own'}     | ${'the centre financier'}
  ${{ financialCentre: '0103-CEFP-C003' }}                       | ${'own'}     | ${'one of the two'}
  ${{ financialCentre: 'uo dgefp' }}                             | ${'own'}     | ${'by another name'}
  ${{ financialCentre: '0103-CEFP-C004' }}                       | ${'foreign'} | ${'another centre financier'}
  ${{ financialCentre: '0103-CEFP' }}                            | ${'unknown'} | ${'the BOP of one, which tells less'}
  ${{ activity: '010300000104' }}                                | ${'own'}     | ${'an activité of the form'}
  ${{ activity: '10300000104' }}                                 | ${'own'}     | ${'whose zero is lost'}
  ${{ activity: '010300000204' }}                                | ${'foreign'} | ${'an activité of another form'}
  ${{ financialCentre: CENTRE, activity: '010300000204' }}       | ${'foreign'} | ${'one right, one wrong'}
  ${{ financialCentre: CENTRE, functionalDomain: '0103-01-01' }} | ${'own'}     | ${'the convention says nothing of the domaine'}
  ${{ functionalDomain: '0103-01-01' }}                          | ${'unknown'} | ${'the same, alone'}
`('$codes: $belonging, $why', ({ codes, belonging }: { codes: Typed; belonging: string }) => {
  const reader = new CodeReader(CONVENTION, () => ({ kind: 'unchecked', reason: 'envelopeAbsent' }));
  const imputation = { ...rowOf({}).imputation };
  for (const [field, text] of Object.entries(codes) as [ImputationField, string][])
    imputation[field] = readCode(field, text, false);
  expect(reader.judged(reader.codesOf(imputation)).belonging).toBe(belonging);
});

it.each`
  envelopes     | axis     | codes                                    | belonging    | why
  ${['P', 'S']} | ${'P'}   | ${{}}                                    | ${'own'}     | ${'an envelope of the convention'}
  ${['P', 'S']} | ${'p'}   | ${{ programme: '0103' }}                 | ${'own'}     | ${'the same, beside its programme'}
  ${['P', 'S']} | ${'ZZZ'} | ${{}}                                    | ${'unknown'} | ${'no envelope of the convention'}
  ${['P', 'S']} | ${''}    | ${{}}                                    | ${'unknown'} | ${'none'}
  ${['P', 'S']} | ${'P'}   | ${{ financialCentre: '0103-CEFP-C004' }} | ${'foreign'} | ${'another centre financier'}
  ${['P']}      | ${'P'}   | ${{}}                                    | ${'unknown'} | ${'one envelope takes every line'}
`('axe 2 « $axis » and $codes among $envelopes: $belonging, $why', ({ envelopes, axis, codes, belonging }) => {
  const convention = conventionOf(
    (envelopes as string[]).map((code) => ({ code })),
    { imputation: CONVENTION.imputation },
  );
  const reader = new CodeReader(convention, createAssigner(convention));
  const imputation = { ...rowOf({}).imputation };
  for (const [field, text] of Object.entries({ ...(codes as Typed), ministerialAxis2: axis as string }) as [
    ImputationField,
    string,
  ][])
    imputation[field] = readCode(field, text, false);
  expect(reader.judged(reader.codesOf(imputation)).belonging).toBe(belonging);
});

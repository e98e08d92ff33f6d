/** The codes that a person may choose for an envelope, and the text that names an envelope in a row. */
import { allowedCodes, textOfEnvelope } from '../../../../src/domain/controls/facts/allowed-codes';
import type { ImputationRule } from '../../../../src/domain/envelopes/convention';
import type { ImputationField } from '../../../../src/domain/imputation/imputation';
import { axisRule, conventionOf } from '../../envelopes/builders';

function rule(field: ImputationField, value: string, envelope: string | null): ImputationRule {
  return { field, label: '', value, aliases: [], envelope, from: null, until: null };
}

const CONVENTION = conventionOf(
  [
    { code: 'P', label: 'Portail' },
    { code: 'S', label: 'Signaux' },
    { code: 'T', label: 'Tiers' },
  ],
  {
    imputation: [
      rule('activity', '010300000104', 'Portail'),
      rule('activity', '010300000105', 'S'),
      rule('activity', '010300000106', null),
      rule('activity', '010300000106', 'P'),
      rule('activity', '0103*', 'P'),
      rule('costCentre', 'EMPEF00075', 'P'),
      axisRule('Portail', 'PDE'),
      axisRule('S', 'SF-*'),
    ],
  },
);

it.each`
  field           | envelope | codes
  ${'activity'}   | ${'P'}   | ${['010300000104', '010300000106']}
  ${'activity'}   | ${'S'}   | ${['010300000105', '010300000106']}
  ${'activity'}   | ${'T'}   | ${['010300000106']}
  ${'activity'}   | ${null}  | ${['010300000104', '010300000105', '010300000106']}
  ${'costCentre'} | ${'S'}   | ${[]}
  ${'programme'}  | ${null}  | ${[]}
`('$field of $envelope: $codes', ({ field, envelope, codes }) => {
  expect(allowedCodes(CONVENTION, field as ImputationField, envelope as string | null)).toEqual(codes);
});

it.each`
  code   | text         | why
  ${'P'} | ${'PDE'}     | ${'the code that the convention gives'}
  ${'S'} | ${'Signaux'} | ${'a form is no text to type: its name'}
  ${'T'} | ${'Tiers'}   | ${'no code: its name'}
`('$code is named by « $text »: $why', ({ code, text }) => {
  expect(
    textOfEnvelope(
      CONVENTION,
      CONVENTION.envelopes.find((envelope) => envelope.code === code)!,
    ),
  ).toBe(text);
});

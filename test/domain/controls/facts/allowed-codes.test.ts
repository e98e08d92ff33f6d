/** The codes that a person may choose for an envelope, and the text that names an envelope in a row. */
import { allowedCodes, textOfEnvelope, writtenNamingField } from '../../../../src/domain/controls/facts/allowed-codes';
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
  code   | field                 | text              | why
  ${'P'} | ${'ministerialAxis2'} | ${'PDE'}          | ${'the code that the convention gives'}
  ${'S'} | ${'ministerialAxis2'} | ${'Signaux'}      | ${'a form is no text to type: its name'}
  ${'T'} | ${'ministerialAxis2'} | ${'Tiers'}        | ${'no code: its name'}
  ${'P'} | ${'activity'}         | ${'010300000104'} | ${'its own activité'}
  ${'T'} | ${'activity'}         | ${null}           | ${'a name is no activité'}
`('$code is named by « $text » in $field: $why', ({ code, field, text }) => {
  const named = CONVENTION.envelopes.find((envelope) => envelope.code === code)!;
  expect(textOfEnvelope(CONVENTION, named, field as ImputationField)).toBe(text);
});

/** Each envelope has a form of centre financier, one programme, and its name. */
const BY_CENTRE = conventionOf([{ code: 'P' }, { code: 'S' }], {
  imputation: [
    ...[rule('financialCentre', '0102-CEFP-*', 'P'), rule('financialCentre', '0305-CDGT-*', 'S')],
    ...[rule('programme', '0102', 'P'), rule('programme', '0305', 'S')],
  ],
});

it.each`
  columns                              | field                 | why
  ${['financialCentre']}               | ${null}               | ${'its codes are typed: the convention gives forms'}
  ${['financialCentre', 'programme']}  | ${'programme'}        | ${'the programme has one text for each'}
  ${['programme', 'ministerialAxis2']} | ${'ministerialAxis2'} | ${'the names before the programme'}
  ${['activity', 'ejNumber']}          | ${null}               | ${'no column names the envelope'}
`('a new row under $columns names its envelope by $field: $why', ({ columns, field }) => {
  expect(writtenNamingField(BY_CENTRE, new Set(columns as readonly string[]))).toBe(field);
});

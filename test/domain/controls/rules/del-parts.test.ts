/** DEL-03 for the ceiling of a programme or a titre, which no envelope shows. */
import type { CeilingMode, Convention } from '../../../../src/domain/envelopes/convention';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn } from '../../../support/controls';
import { CONVENTION, withEnvelopes } from './ceilings';

/** 1 000 € of AE for titre 3, that of PDE. */
function withTitre(mode: CeilingMode, informedOn: string | null = null): Convention {
  const AE = { amount: Euros.fromCents<'AE'>(1_000_00), mode };
  const titres: Readonly<Record<string, string>> = { PDE: '3', SF: '2' };
  return {
    ...withEnvelopes((envelope) => ({ ...envelope, titre: titres[envelope.code] ?? '' }), CONVENTION),
    partCeilings: [{ part: 'titre', value: '3', year: 2023, ceilings: { AE, CP: null }, article: 'art. 4.3' }],
    duties: [
      {
        index: 3,
        type: 'insufficiency',
        label: '',
        delay: null,
        dueOn: null,
        doneOn: informedOn === null ? null : isoDate(informedOn),
        addressee: '',
        approval: null,
        article: '',
      },
    ],
  };
}

const LEDGER = `
  axe 2           | EJ         | date EJ    | AE
  PDE             | 1400000001 | 15/02/2023 | 900,00
  PDE             | 1400000002 | 16/03/2023 | 600,00
  Signaux Faibles | 1400000003 | 17/03/2023 | 5 000,00
`;

function lacks(convention: Convention, ledger = LEDGER) {
  return findingsIn(ledger, { convention, whole: true }).filter(({ rule }) => rule === 'DEL-03');
}

test('wrong: a blocking one exceeded, and the délégant not informed', () => {
  const convention = withTitre('blocking');
  const found = lacks(convention);
  expect(found).toMatchObject([
    {
      severity: 'error',
      place: { table: 'ENV_Obligations', row: 3, column: 'Fait le' },
      details: { envelope: '*', missing: 500_00, isExceeded: true, since: isoDate('2023-03-16'), of: { value: '3' } },
    },
  ]);
  const [said] = found.map((finding) => describeFinding(finding, convention, 'fr').message.replace(/\s/g, ' '));
  expect(said).toContain('Titre 3 : dotation d’AE dépassée de 500,00 € depuis le 16/03/2023');
  const [english] = found.map((finding) => describeFinding(finding, convention, 'en').message.replace(/\s/g, ' '));
  expect(english).toContain('Titre 3: the AE ceiling is exceeded by');
});

test.each`
  mode             | informedOn      | count | why
  ${'blocking'}    | ${'2023-03-16'} | ${0}  | ${'informed on the day'}
  ${'blocking'}    | ${'2023-03-15'} | ${1}  | ${'that notice was about something else'}
  ${'warning'}     | ${null}         | ${0}  | ${'it only warns'}
  ${'information'} | ${null}         | ${0}  | ${'or informs'}
`('$mode, informed on $informedOn: $why', ({ mode, informedOn, count }) => {
  expect(lacks(withTitre(mode as CeilingMode, informedOn as string | null))).toHaveLength(Number(count));
});

test('right: exactly the ceiling', () => {
  expect(lacks(withTitre('blocking'), LEDGER.replace('600,00', '100,00'))).toEqual([]);
});

test('edge: an envelope that is exceeded is reported alone', () => {
  const found = lacks(withTitre('blocking'), LEDGER.replace('5 000,00', '100 000,01'));
  expect(found).toMatchObject([{ details: { envelope: 'SF', missing: 1 } }]);
});
